import TestSupport
import Testing

/// concord beside programs that others wrote; `make test` installs them into `.venv`.
@Suite struct PeerTests {
  private static let python = ".venv/bin/python"

  /// Two JSON Schema validators read the YAML files themselves and accept what concord accepts.
  @Test func theSchemaAndConcordAgree() async throws {
    let outcome = try await Program.run(
      Self.python,
      [
        "Tests/Peers/validators.py", ".venv", Program.concord, "Tests/Fixtures/schema-cases.txt", "--schema",
        "schema/agreement.schema.json",
      ])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
  }

  /// In an editor the schema offers the words of the format and nothing else: no `true` or `null` for an answer, and no name of
  /// a person who is in another file.
  @Test(arguments: ["schema/agreement.schema.json", "schema/config.schema.json"])
  func editorsOfferNoWrongWord(schema: String) async throws {
    let outcome = try await Program.run(Self.python, ["Tests/Peers/offers.py", schema])
    #expect(outcome.status == 0, "\(outcome.error)")
    guard schema.contains("agreement") else { return }
    let lines = outcome.output.split(separator: "\n").filter { !$0.hasPrefix("topics.") }.map {
      $0.prefix { $0 != ":" }
    }
    #expect(
      lines == [
        "status enum", "participants.*.role enum", "participants.*.role[] enum", "participants.*.concerns[] enum",
        "conversation.purposes[] examples", "meetings.schedule[].every enum", "meetings.schedule[].weekday examples",
        "meetings.schedule[].kind enum", "signatures.*.method enum",
      ])
    #expect(outcome.output.contains("status enum: draft, agreed\n"))
    #expect(outcome.output.contains("topics.access.classroom-access snippet: agreed:, not-relevant:, open:"))
  }

  /// The validators take the samples, too.
  @Test func theSamplesAreValid() async throws {
    let files = Root.riverbend + Root.otherSamples
    let outcome = try await Program.run(
      Self.python, ["-m", "check_jsonschema", "--schemafile", "schema/agreement.schema.json"] + files)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
  }

  /// The settings of the samples and of the README are valid, and a wrong word is not.
  @Test func settingsAreValid() async throws {
    let scratch = try await Scratch()
    let page = try Root.text("README.md")
    let block = try #require(page.split(separator: "```yaml\n").first { $0.hasPrefix("district:") })
    let ours = try scratch.write("concord.yaml", block.prefix { $0 != "`" }.utf8)
    let wrong = try scratch.write("wrong.yaml", Array("rules: {vague-answer: loud}\n".utf8))
    let checker = ["-m", "check_jsonschema", "--schemafile", "schema/config.schema.json"]
    let outcome = try await Program.run(Self.python, checker + ["samples/riverbend/concord.yaml", ours])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
    #expect(try await Program.run(Self.python, checker + [wrong]).status == 1)
    let shown = try await Program.concord(["config", "show", "--config", ours])
    #expect(shown.status == 0, "\(shown.error)")
    #expect(shown.output.contains("catalog.sections.access.planning-days"))
    try await scratch.remove()
  }

  /// The report is what its schema says, with hostile text in it.
  @Test func reportsAreValid() async throws {
    let scratch = try await Scratch()
    try scratch.write("a.agreement.yaml", Array("format: 1\nnorms: \"\\e]0;x\\a::error::]]>\"\nnorms: b\n".utf8))
    var reports: [String] = []
    for (index, arguments) in [
      ["samples/riverbend"], ["samples/draft", "--today", "2026-08-10"], ["Tests/Fixtures/newcomer.agreement.yaml"],
      [scratch.path],
    ].enumerated() {
      let report = try await Program.concord(["lint", "--format", "json"] + arguments)
      reports.append(try scratch.write("report\(index).json", report.output.utf8))
    }
    let outcome = try await Program.run(
      Self.python, ["-m", "check_jsonschema", "--schemafile", "schema/lint-report.schema.json"] + reports)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
    let schemas = try await Program.run(
      Self.python,
      [
        "-m", "check_jsonschema", "--check-metaschema", "schema/agreement.schema.json", "schema/config.schema.json",
        "schema/lint-report.schema.json",
      ])
    #expect(schemas.status == 0, "\(schemas.output)\(schemas.error)")
    try await scratch.remove()
  }

  /// A second implementation of the canonical form, written from the specification alone, has the same digests.
  @Test func digestsAreThoseOfTheSpecification() async throws {
    let files = Root.riverbend + Root.vectors + Root.otherSamples
    let outcome = try await Program.run(Self.python, ["Tests/Peers/canonical.py"] + files)
    #expect(outcome.status == 0, "\(outcome.error)")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == files.count)
    for line in lines {
      let file = String(line.dropFirst(66))
      #expect(Findings.digest(of: try Root.bytes(file)) == String(line.prefix(64)), "\(file)")
    }
  }

  /// Other layout, quotes, order and forms keep the digest; another word, owner, date or state changes it.
  @Test func variantsKeepOrChangeTheDigest() async throws {
    let scratch = try await Scratch()
    let samples = Root.riverbend + Root.otherSamples
    let made = try await Program.run(
      Self.python, ["Tests/Peers/variants.py", "--seed", "1", "--count", "600", "--output", scratch.path] + samples)
    #expect(made.status == 0, "\(made.error)")
    let listed = try await Program.run(
      Self.python,
      [
        "-c", "import json,sys\nfor v in json.load(open(sys.argv[1])): print(v['kind'], v['file'], v['sample'])",
        scratch.path + "/manifest.json",
      ])
    let variants = listed.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(variants.count >= 500)
    let outcome = try await Program.run(
      Self.python, ["Tests/Peers/canonical.py"] + variants.map { Self.path($0[1], in: scratch) })
    let independent = outcome.output.split(separator: "\n").map { String($0.prefix(64)) }
    #expect(independent.count == variants.count)
    var counts = ["same": 0, "other": 0]
    for (variant, digest) in zip(variants, independent) {
      let ours = Findings.digest(of: try Root.bytes(Self.path(variant[1], in: scratch)))
      let original = Findings.digest(of: try Root.bytes(variant[2]))
      #expect(ours == digest, "\(variant[1])")
      #expect((ours == original) == (variant[0] == "same"), "\(variant[1])")
      counts[variant[0], default: 0] += 1
    }
    #expect(counts.values.allSatisfy { $0 >= 100 })
    try await scratch.remove()
  }

  private static func path(_ file: String, in scratch: Scratch) -> String {
    file.hasPrefix("/") ? file : scratch.path + "/" + file
  }
}

/// Reports of other tools' forms, read by programs that know them.
@Suite struct ForeignReportTests {
  @Test func severalReportsAtOnce() async throws {
    let scratch = try await Scratch()
    let outcome = try await Program.concord([
      "lint", "schema/vectors", "Tests/Fixtures/newcomer.agreement.yaml", "samples/riverbend", "--today", "2026-09-01",
      "--format",
      "short", "--format", "sarif=\(scratch.path)/out.sarif", "--format", "junit=\(scratch.path)/out.xml", "--format",
      "gitlab=\(scratch.path)/out.json", "--format", "jsonl=\(scratch.path)/out.jsonl",
    ])
    #expect(outcome.status == 1)
    let script = """
      import json, sys
      from junitparser import JUnitXml
      folder = sys.argv[1]
      lines = open(folder + '/out.jsonl').read().splitlines()
      findings, summary = [json.loads(l) for l in lines[:-1]], json.loads(lines[-1])['summary']
      sarif = json.load(open(folder + '/out.sarif'))
      run, = sarif['runs']
      rules = run['tool']['driver']['rules']
      assert sarif['version'] == '2.1.0' and run['columnKind'] == 'unicodeCodePoints'
      allowed = [r for r in run['results'] if r['suppressions']]
      assert len(allowed) == summary['suppressed'] == 3
      assert all(r['suppressions'][0]['kind'] == 'inSource' and r['suppressions'][0]['justification'] for r in allowed)
      results = [r for r in run['results'] if not r['suppressions']]
      assert [r['ruleId'] for r in results] == [f['rule'] for f in findings]
      for r in results:
          assert rules[r['ruleIndex']]['id'] == r['ruleId']
          region = r['locations'][0]['physicalLocation']['region']
          assert (region['startLine'], region['startColumn']) <= (region['endLine'], region['endColumn'])
      hashes = [r['partialFingerprints']['primaryLocationLineHash'] for r in results]
      assert len(set(hashes)) == len(hashes)
      quality = json.load(open(folder + '/out.json'))
      assert [q['fingerprint'] for q in quality] == hashes
      suites = list(JUnitXml.fromfile(folder + '/out.xml'))
      first = [s for s in suites if not s.name.endswith(', across the repository')]
      assert len(first) == summary['files'], (len(first), summary)
      assert sum(s.failures for s in suites) == summary['errors']
      clean = [s for s in suites if 'riverbend' in s.name]
      assert len(clean) == 9 and all(s.tests == 1 and s.failures == 0 and len(list(s)) == 1 for s in clean)
      print('ok', len(findings))
      """
    let read = try await Program.run(".venv/bin/python", ["-c", script, scratch.path])
    #expect(read.output.hasPrefix("ok "), "\(read.error)")
    let again = try await Program.concord(["lint", "samples", "--format", "text", "--format", "json"])
    #expect(again.status == 2)
    #expect(again.error.contains("only one report can go to standard output"))
    try await scratch.remove()
  }

  /// A report that cannot be written leaves what was there, and says so.
  @Test func aReportIsWrittenAsAWholeOrNotAtAll() async throws {
    let scratch = try await Scratch()
    let report = try scratch.write("out.json", Array("the old one".utf8))
    _ = try await Program.run("chmod", ["640", report])
    let missing = try await Program.concord([
      "lint", "samples/riverbend", "--format", "json=\(scratch.path)/no/out.json",
    ])
    #expect(missing.status == 2)
    #expect(missing.error.contains("there is no such folder"))
    let folder = try await Program.concord(["lint", "samples/riverbend", "--format", "json=\(scratch.path)"])
    #expect(folder.status == 2 && folder.error.contains("it is a folder, not a file"))
    // A limit on the size of files stands in for a full disk.
    let full = try await Program.run(
      "bash", ["-c", "trap '' XFSZ; ulimit -f 1; \(Program.concord) lint schema/vectors --format json=\(report)"])
    #expect(full.status == 2 && !full.error.isEmpty)
    #expect(try Root.text(report) == "the old one")
    #expect(try await Program.run("ls", ["-A", scratch.path]).output == "out.json\n")
    let outcome = try await Program.concord(["lint", "samples/riverbend", "--format", "json=\(report)"])
    #expect(outcome.status == 0)
    #expect(try Root.text(report).hasPrefix("{"))
    #expect(try await Program.run("sh", ["-c", "ls -l \(report) | cut -c1-10"]).output == "-rw-r-----\n")
    try await scratch.remove()
  }
}
