import TestSupport
import Testing

/// The schemas and what concord writes, beside validators that others wrote.
@Suite struct SchemaTests {
  /// Two JSON Schema validators read the YAML files themselves and accept what concord accepts.
  @Test func theSchemaAndConcordAgree() async throws {
    let outcome = try await Python.run([
      "Tests/Peers/validators.py", ".venv", Program.concord, "Tests/Fixtures/schema-cases.txt", "--schema",
      "schema/agreement.schema.json",
    ])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
  }

  /// In an editor the schema offers the words of the format and nothing else: no `true` or `null` for an answer, and no name of
  /// a person who is in another file.
  @Test(arguments: ["schema/agreement.schema.json", "schema/config.schema.json"])
  func editorsOfferNoWrongWord(schema: String) async throws {
    let outcome = try await Python.run(["Tests/Peers/offers.py", schema])
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
    let outcome = try await Python.run(
      ["-m", "check_jsonschema", "--schemafile", "schema/agreement.schema.json"] + files)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
  }

  /// The settings of the samples and of the README are valid, and a wrong word is not.
  @Test func settingsAreValid() async throws {
    let scratch = try Scratch()
    let page = try Root.text("README.md")
    let block = try #require(page.split(separator: "```yaml\n").first { $0.hasPrefix("district:") })
    let ours = try scratch.write("concord.yaml", block.prefix { $0 != "`" }.utf8)
    let wrong = try scratch.write("wrong.yaml", Array("rules: {vague-answer: loud}\n".utf8))
    let checker = ["-m", "check_jsonschema", "--schemafile", "schema/config.schema.json"]
    let outcome = try await Python.run(checker + ["samples/riverbend/concord.yaml", ours])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
    #expect(try await Python.run(checker + [wrong]).status == 1)
    try scratch.write("allowed_signers", [])
    let shown = try await Program.concord(["config", "show", "--config", ours])
    #expect(shown.status == 0, "\(shown.error)")
    #expect(shown.output.contains("catalog.sections.access.planning-days"))
  }

  /// The report is what its schema says, with hostile text in it.
  @Test func lintReportsAreValid() async throws {
    let scratch = try Scratch()
    try scratch.write("a.agreement.yaml", Array("format: 1\nnorms: \"\\e]0;x\\a::error::]]>\"\nnorms: b\n".utf8))
    var reports: [String] = []
    for (index, arguments) in [
      ["samples/riverbend"], ["samples/draft", "--today", "2026-08-10"], ["Tests/Fixtures/newcomer.agreement.yaml"],
      [scratch.path],
    ].enumerated() {
      let report = try await Program.concord(["lint", "--format", "json"] + arguments)
      reports.append(try scratch.write("report\(index).json", report.output.utf8))
    }
    let outcome = try await Python.run(
      ["-m", "check_jsonschema", "--schemafile", "schema/lint-report.schema.json"] + reports)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
    let schemas = try await Python.run([
      "-m", "check_jsonschema", "--check-metaschema", "schema/agreement.schema.json", "schema/config.schema.json",
      "schema/lint-report.schema.json",
    ])
    #expect(schemas.status == 0, "\(schemas.output)\(schemas.error)")
  }

  /// So are those of `diff` and `history`, with hostile names in them.
  @Test func diffReportsAreValid() async throws {
    let scratch = try Scratch()
    let name = "it's \"a\" <b> & ::error::.agreement.yaml"
    let file = try scratch.write(name, try Root.bytes(Root.riverbend[1]))
    var reports: [String] = []
    for (index, arguments) in [
      ["2025-26", "2026-27", "samples"], ["2024-25", "2025-26", "samples/riverbend"], [file, Root.riverbend[2]],
      ["2024-25", "2026-27", "samples", "--summary"], ["2026-27", "2024-25", "samples"],
    ].enumerated() {
      let report = try await Program.concord(["diff", "--format", "json"] + arguments)
      reports.append(try scratch.write("report\(index).json", report.output.utf8))
    }
    let history = try await Program.concord(["history", "samples", "--format", "json"])
    let one = try await Program.concord([
      "history", "riverbend-math", "samples", "--topic", "weekly-planning", "--format", "json",
    ])
    let histories = [
      try scratch.write("history.json", history.output.utf8), try scratch.write("one.json", one.output.utf8),
    ]
    for (name, reports) in [("diff-report", reports), ("history-report", histories)] {
      let path = "schema/\(name).schema.json"
      let outcome = try await Python.run(["-m", "check_jsonschema", "--schemafile", path] + reports)
      #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
      let schema = try await Python.run(["-m", "check_jsonschema", "--check-metaschema", path])
      #expect(schema.status == 0, "\(schema.output)\(schema.error)")
      for report in reports {
        let sourcemeta = try await Python.run(["-m", "sourcemeta_jsonschema", "validate", path, report])
        #expect(sourcemeta.status == 0, "\(sourcemeta.output)\(sourcemeta.error)")
      }
    }
  }
}
