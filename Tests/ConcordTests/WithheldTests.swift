import AgreementReporting
import TestSupport
import Testing

/// What is private is in no output, whatever the command, the format and the rules of the run.
@Suite struct WithheldTests {
  private static let notice = "(not shown, because it may be private)"
  /// Words of the private texts below.
  private static let secrets = ["555", "0142", "Priya", "Raman", "gmail"]

  private static func agreement(_ year: Int, _ id: String, _ norm: String, _ campus: String = "Brookside") -> String {
    """
    format: 1
    id: \(id)
    school-year: \(year)-\(year % 100 + 1)
    starts: \(year)-08-17
    ends: \(year + 1)-05-28
    status: draft
    campuses:
      brookside: \(campus)
    participants:
      novak:
        name: Jill Novak
        role: instructional-coach
      hale:
        name: Ed Hale, cell 402-555-0142
        role: principal
    norms:
      agreed:
        - Start on time
        - \(norm)
    topics:
      confidentiality:
        urgent-concern: Write to priya.raman@gmail.com
      engagement:
        individual-cycles:
          agreed: Six cycles
          commitments:
            - owner: hale
              does: Text 402-555-0142 when a room is free
              every: week

    """
  }

  private static let files = [
    "b/2025-26.agreement.yaml": agreement(2025, "brookside", "Watch student Priya Raman, who fails math"),
    "b/2026-27.agreement.yaml": agreement(2026, "brookside", "Ask student Priya Raman, who fails reading"),
    "c/2026-27.agreement.yaml": agreement(2026, "other", "Be kind", "Call Priya at 402-555-0142"),
  ]

  private func run(_ line: String, in scratch: borrowing Scratch, _ environment: [String: String] = [:]) async throws
    -> Outcome
  {
    let names = ["CI", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"]
    return try await Program.run(
      "bash",
      ["-c", "cd \"$1\" && \(line)".replacing("concord ", with: "\"$0\" "), Program.absoluteConcord, scratch.path],
      environment: Dictionary(uniqueKeysWithValues: names.map { (Program.key($0), environment[$0]) }))
  }

  private func repository(_ files: [String: String]) async throws -> Scratch {
    let scratch = try Scratch()
    for (name, text) in files.sorted(by: { $0.key < $1.key }) {
      let folder = name.split(separator: "/").dropLast().joined(separator: "/")
      _ = try await Program.run("mkdir", ["-p", scratch.path + "/" + folder])
      try scratch.write(name, text.utf8)
    }
    return scratch
  }

  private func expectNothingPrivate(_ outcome: Outcome, _ line: String) {
    for secret in Self.secrets {
      #expect(!(outcome.output + outcome.error).contains(secret), "\(line): \(outcome.output)\(outcome.error)")
    }
  }

  private static let selections = [
    "", "--ignore privacy", "--select repository", "--select structure", "--select syntax,completeness",
    "--no-suppressions",
  ]

  @Test(arguments: ReportFormat.all.map(\.name), selections)
  func noSelectionOfRulesShowsIt(format: String, selection: String) async throws {
    let scratch = try await repository(Self.files)
    for environment in [[:], ["CI": "true"]] {
      let line = "concord lint --today 2026-09-10 --format \(format) \(selection)"
      expectNothingPrivate(try await run(line, in: scratch, environment), line)
    }
  }

  @Test(arguments: [
    "rules: {privacy: off}\n", "rules: {privacy: info}\n", "rules: {personal-data: off, student-data: off}\n",
    "overrides:\n  - paths: [b/**, c/**]\n    rules: {privacy: off}\n",
  ])
  func noSettingShowsIt(settings: String) async throws {
    let scratch = try await repository(Self.files.merging(["concord.yaml": settings]) { $1 })
    for format in ReportFormat.all.map(\.name) {
      let line = "concord lint --today 2026-09-10 --format \(format)"
      expectNothingPrivate(try await run(line, in: scratch), line)
    }
  }

  /// The place is named, and it is said that the text is not shown.
  @Test func thePlaceIsNamed() async throws {
    let scratch = try await repository(Self.files)
    let outcome = try await run("concord lint --today 2026-09-10 --select repository", in: scratch)
    #expect(outcome.output.contains("c/2026-27.agreement.yaml:8:3: warning[id-reused]"), "\(outcome.output)")
    #expect(outcome.output.contains("8 | \(Self.notice)"), "\(outcome.output)")
  }

  @Test(arguments: [
    "diff 2025-26 2026-27 --all", "diff b/2025-26.agreement.yaml b/2026-27.agreement.yaml --all",
    "diff b/2025-26.agreement.yaml c/2026-27.agreement.yaml --all", "diff 2025-26 2026-27 --owner hale",
    "diff 2025-26 2026-27 --topic individual-cycles", "diff 2025-26 2026-27 --summary",
    "diff 2025-26 2026-27 --all --verbose --width 40",
  ])
  func changesDoNotShowIt(line: String) async throws {
    let scratch = try await repository(Self.files)
    for format in DiffFormat.all.map(\.name) {
      let line = "concord \(line) --format \(format)"
      let outcome = try await run(line, in: scratch)
      #expect(outcome.status == 0, "\(outcome.error)")
      expectNothingPrivate(outcome, line)
    }
  }

  /// A change of a private text is still a change, with its class and its place.
  @Test func aChangeIsStillTold() async throws {
    let scratch = try await repository(Self.files)
    let pair = "b/2025-26.agreement.yaml b/2026-27.agreement.yaml"
    let text = try await run("concord diff \(pair) --all", in: scratch)
    #expect(text.output.contains("was \(Self.notice)") && text.output.contains("now \(Self.notice)"), "\(text.output)")
    #expect(try await run("concord diff \(pair) --exit-code", in: scratch).status == 1)
    let html = try await run("concord diff \(pair) --all --format html", in: scratch)
    #expect(html.output.contains("<del>\(Self.notice)</del>"), "\(html.output)")
  }

  @Test(arguments: DiffFormat.all.map(\.name))
  func theHistoryDoesNotShowIt(format: String) async throws {
    let scratch = try await repository(Self.files)
    let outcome = try await run("concord history brookside --format \(format)", in: scratch)
    expectNothingPrivate(outcome, format)
    #expect(outcome.output.contains("may be private") && outcome.output.contains("Six cycles"), "\(outcome.output)")
  }

  @Test func gitDoesNotShowIt() async throws {
    let scratch = try await repository(Self.files)
    let (old, new) = ("b/2025-26.agreement.yaml", "b/2026-27.agreement.yaml")
    for line in [
      "concord git-textconv \(new)", "concord git-diff-driver x \(old) 1 100644 \(new) 2 100644",
      "concord git-diff-driver x /dev/null . . \(new) 2 100644",
    ] {
      let outcome = try await run(line, in: scratch)
      expectNothingPrivate(outcome, line)
      #expect(outcome.output.contains(Self.notice), "\(outcome.output)")
    }
  }

  /// The bytes of the canonical form are what people sign, so that nothing of it can be left out; the other form is for reading.
  @Test func showLeavesItOutOfAllButTheCanonicalForm() async throws {
    let scratch = try await repository(Self.files)
    let shown = try await run("concord show b/2026-27.agreement.yaml", in: scratch)
    expectNothingPrivate(shown, "show")
    #expect(shown.output.contains("\"name\": \"\(Self.notice)\"") && shown.output.contains("Six cycles"))
    let digest = try await run(
      "concord show b/2026-27.agreement.yaml --format canonical | sha256sum | cut -c1-64", in: scratch)
    #expect(digest.output == (try await run("concord show b/2026-27.agreement.yaml --digest", in: scratch)).output)
  }

  /// Files that cannot be read as agreements have private texts, too.
  @Test(arguments: [
    "- Watch student Priya Raman, who fails\n- Call 402-555-0142\n",
    "Call Priya at 402-555-0142\n",
    "Call Priya at 402-555-0142: [\n  x\n",
    "format: 1\ntopics:\n  access:\n    a: \"Call Priya at 402-555-0142\nb: c\n",
    "format: 1\nnorms:\n  agreed:\n    - Ask: call 402-555-0142\n     - wrong: \t[\n",
    "format: 1\nid: call 402-555-0142\nstatus: call 402-555-0142\nstarts: call 402-555-0142\n",
    "format: 1\n\"call 402-555-0142\": x\n\"call 402-555-0142\": y\n",
    "format: 1\nid: !402-555-0142 x\n",
    "format: 1\nid: \"call\\x20Priya 402-555-0142\"\nnorms: {agreed: [\"Call\\u0020Priya, 402-555-0142\", b]}\n",
    "format: 1\nconversation:\n  facilitator: Priya, 402-555-0142\n  absent: [Priya 402-555-0142]\n",
    "format: 1\n# call Priya at 402-555-0142\nid: [\n",
    "%TAG ! 402-555-0142\nformat: 1\n",
    "format: 1\nnorms:\n  agreed:\n    - Watch student Priya Raman #1\n    - [Call Priya, 402-555-0142]\n",
  ])
  func brokenFilesDoNotShowIt(text: String) async throws {
    let scratch = try await repository([
      "x.agreement.yaml": text, "old.agreement.yaml": Self.agreement(2025, "brookside", "Be kind"), "e": "",
    ])
    for line in [
      "git-merge-driver e x.agreement.yaml old.agreement.yaml 7 x",
      "lint x.agreement.yaml", "lint x.agreement.yaml --select syntax --format sarif",
      "lint x.agreement.yaml --format json", "lint x.agreement.yaml --diff --unsafe",
      "lint x.agreement.yaml --select structure --format github", "show x.agreement.yaml", "history x.agreement.yaml",
      "diff old.agreement.yaml x.agreement.yaml", "git-textconv x.agreement.yaml",
      "git-diff-driver x old.agreement.yaml 1 100644 x.agreement.yaml 2 100644",
      "git-diff-driver x x.agreement.yaml 1 100644 old.agreement.yaml 2 100644",
      "lint x.agreement.yaml --write-baseline /dev/stdout",
      "lint --fix --unsafe x.agreement.yaml",
    ] {
      expectNothingPrivate(try await run("concord \(line)", in: scratch), line)
    }
  }

  /// The end of a private text that goes over several lines is as private as its beginning, and nobody would recognize it alone.
  @Test(arguments: [
    "&a Watch student\n        Priya closely", "[Watch student\n        Priya closely, b]",
    "\"Watch student\n        Priya closely", "\n      - Watch student\n        Priya closely",
    "{a: Watch student\n        Priya closely}", "Watch student\n        Priya closely\n    nickname: x",
  ])
  func theEndOfABrokenTextIsNotShown(text: String) async throws {
    let rest = Self.agreement(2026, "brookside", "Be kind")
    let scratch = try await repository([
      "x.agreement.yaml": rest + "focus:\n  confidentiality:\n    shared: Goals\n    private: \(text)\n"
    ])
    for line in ["git-textconv", "show", "lint", "history"] {
      let outcome = try await run("concord \(line) x.agreement.yaml", in: scratch)
      #expect(!(outcome.output + outcome.error).contains("Priya"), "\(line): \(outcome.output)\(outcome.error)")
    }
  }

  /// A diff of repairs names the line, and says that it is not the whole diff.
  @Test func aDiffOfRepairsDoesNotShowIt() async throws {
    let text = "format: 1\nnorms:\n  agreed:\n    - Priya: call 402-555-0142\nschool-year: SY27\n"
    let scratch = try await repository(["x.agreement.yaml": text])
    let outcome = try await run("concord lint --diff x.agreement.yaml", in: scratch)
    expectNothingPrivate(outcome, "--diff")
    let lines = "-\(Self.notice)\n-school-year: SY27\n+\(Self.notice)\n+school-year: 2026-27\n"
    #expect(outcome.output.contains(lines), "\(outcome.output)")
    #expect(outcome.error.contains("this diff cannot be applied"))
    let plain = try await run("sed -i 3,4d x.agreement.yaml && concord lint --diff x.agreement.yaml", in: scratch)
    #expect(!plain.error.contains("cannot be applied"))
  }

  /// A number in a baseline that is made from a telephone number would let somebody try all numbers.
  @Test func aBaselineIsNotMadeOfIt() async throws {
    var baselines: [String] = []
    for number in ["402-555-0142", "402-555-0199"] {
      let scratch = try await repository([
        "b/2026-27.agreement.yaml": Self.agreement(2026, "brookside", "Be kind"),
        "c/2026-27.agreement.yaml": Self.agreement(2026, "other", "Be kind", "Call Priya at \(number)"),
      ])
      _ = try await run("concord lint --today 2026-09-10 --write-baseline k.json", in: scratch)
      baselines.append(try Root.text(scratch.path + "/k.json"))
    }
    #expect(baselines[0].contains("id-reused") && baselines[0] == baselines[1])
  }

  /// Settings and baselines are shown where they are wrong.
  @Test func otherFilesDoNotShowIt() async throws {
    let scratch = try await repository([
      "a.agreement.yaml": "format: 1\n", "concord.yaml": "bogus: Call Priya at 402-555-0142\n",
      "d/k.json": "{\"version\": 1, \"findings\": [{\"rule\": 1, \"x\": \"Call Priya at 402-555-0142\"}]}\n",
      "d/b.agreement.yaml": "format: 1\n", "d/concord.yaml": "district: A\n",
    ])
    for line in ["lint", "lint d --baseline d/k.json", "config show"] {
      expectNothingPrivate(try await run("concord \(line)", in: scratch), line)
    }
  }

  /// The lines around are shown as ever.
  @Test func otherLinesAreShown() async throws {
    let scratch = try await repository(["x.agreement.yaml": "format: 1\nfoo: bar\nx-call: call 402-555-0142\n"])
    let outcome = try await run("concord lint x.agreement.yaml --ignore privacy", in: scratch)
    #expect(outcome.output.contains("2 | foo: bar"))
    expectNothingPrivate(outcome, "lint")
  }
}
