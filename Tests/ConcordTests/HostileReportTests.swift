import AgreementReporting
import TestSupport
import Testing

/// What a repository brings along neither steers what reads the output nor makes a run long or large.
@Suite struct HostileReportTests {
  private static let agreement =
    "format: 1\nid: brookside\nschool-year: 2026-27\nstarts: 2026-08-17\nends: 2027-05-28\nstatus: draft\n"

  private func run(_ line: String, in scratch: borrowing Scratch, _ environment: [String: String] = [:]) async throws
    -> Outcome
  {
    let names = [
      "CI", "COLUMNS", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "TEAMCITY_VERSION", "TF_BUILD", "JENKINS_URL",
    ]
    return try await Program.run(
      "bash",
      ["-c", "cd \"$1\" && \(line)".replacing("concord ", with: "\"$0\" "), Program.absoluteConcord, scratch.path],
      environment: Dictionary(uniqueKeysWithValues: names.map { (Program.key($0), environment[$0]) }))
  }

  // MARK: - Commands to services and terminals

  private static let commands = [
    "::error title=x::y", "  ::set-output name=a::b", "##[error]x", "##vso[task.complete]x", "##VSO[x]y",
    "##teamcity[buildStatus text='x']", "##other[x]", "\u{1B}[2Jx", "\u{9B}31mx", "\u{202E}x", "a\r::error::b",
  ]

  /// Whether a service or a terminal would obey a line.
  private static func obeys(_ output: String) -> Bool {
    output.split(separator: "\n").contains { line in
      line.drop { $0 == " " }.hasPrefix("::") || line.contains(/##[A-Za-z]*\[/)
        || line.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || $0.value == 0x202E }
    }
  }

  private static func quoted(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0x20..<0x7F where scalar != "\"": String(scalar)
      default:
        "\\u" + String(repeating: "0", count: 4 - String(scalar.value, radix: 16).count)
          + String(scalar.value, radix: 16)
      }
    }
    return "\"\(scalars.joined())\""
  }

  /// What GitHub would take for a list or for the number of an issue is only text.
  @Test func markdownStaysText() async throws {
    let scratch = try Scratch()
    let text = try Root.text("samples/riverbend/alder-creek-literacy/2026-27.agreement.yaml")
    try scratch.write(
      "old.agreement.yaml", try Root.bytes("samples/riverbend/alder-creek-literacy/2025-26.agreement.yaml"))
    let changed = text.replacing("name: Karin Lindqvist", with: "name: \"10. Karin\"")
      .replacing("Facts first", with: "GH-1 and gh-2, 3) and 4. or www.example.org")
    try scratch.write("new.agreement.yaml", changed.utf8)
    let outcome = try await Program.concord(
      ["diff", scratch.path + "/old.agreement.yaml", scratch.path + "/new.agreement.yaml", "--format", "markdown"])
    #expect(outcome.output.contains("**10\\.** Karin") && !outcome.output.contains("- 10. "), "\(outcome.output)")
    #expect(outcome.output.contains("GH<!-- -->-1 and gh<!-- -->-2, 3) and 4. or www<!-- -->.example"))
  }

  @Test(arguments: commands)
  func nothingFromARepositoryIsObeyed(command: String) async throws {
    let text = Self.quoted(command)
    let scratch = try Scratch()
    try scratch.write(
      "concord.yaml",
      """
      district: \(text)
      catalog:
        sections:
          access:
            topics:
              subs: {title: \(text), question: \(text), hint: \(text), example: \(text), expects: who, since: 2026-27}

      """.utf8)
    try scratch.write(
      "x.agreement.yaml",
      (Self.agreement + "campuses:\n  a: \(text)\nnorms:\n  agreed: [\(text), \(text)]\nfoo: \(text)\n\(text): x\n")
        .utf8)
    try scratch.write(
      "y.agreement.yaml",
      (Self.agreement + "campuses:\n  a: \(text)\nnorms:\n  agreed:\n    - \(text)\n").utf8)
    for line in [
      "topics", "topics subs", "topics access", "topics sub", "config show", "lint", "lint --format short",
      "lint --format json", "lint --format junit", "lint --format gitlab", "lint --format sarif", "history",
      "lint --diff --unsafe 2>&1 | cat", "show x.agreement.yaml", "show y.agreement.yaml",
      "diff x.agreement.yaml y.agreement.yaml", "rules", "lint --select \(Self.shell(command))",
      "diff y.agreement.yaml y.agreement.yaml --topic \(Self.shell(command))", "explain \(Self.shell(command))",
    ] {
      for environment in [["TEAMCITY_VERSION": "1"], ["JENKINS_URL": "x"], ["TF_BUILD": "True"]] {
        let outcome = try await run("concord \(line)", in: scratch, environment)
        #expect(!Self.obeys(outcome.output + outcome.error), "\(line): \(outcome.output)\(outcome.error)")
      }
    }
  }

  private static func shell(_ text: String) -> String { "'" + text.replacing("'", with: "") + "'" }

  // MARK: - Patterns

  @Test(arguments: [
    (Array(repeating: "**/*" + "/**/a" + "", count: 1).joined(), false),
    (String(repeating: "**/", count: 5_000) + "b", true), (String(repeating: "a/", count: 4_001), true),
    (String(repeating: "*a", count: 30_000), true), (String(repeating: "*", count: 39_000) + "b", false),
  ])
  func patternsHaveALimit(pattern: String, isRefused: Bool) async throws {
    let scratch = try Scratch()
    try scratch.write("concord.yaml", "exclude: [\"\(pattern)\"]\n".utf8)
    try scratch.write("x.agreement.yaml", Self.agreement.utf8)
    let outcome = try await run("concord lint --fail-on never", in: scratch)
    #expect(outcome.status == (isRefused ? 2 : 0), "\(outcome.error)")
    #expect(outcome.error.contains("are taken") == isRefused, "\(outcome.error)")
  }

  // MARK: - Width

  @Test(arguments: ["1000", "1001", "99999999999", "9223372036854775807", "99999999999999999999"])
  func theWidthHasALimit(columns: String) async throws {
    let scratch = try Scratch()
    let pair = [2025, 2026].map { "samples/riverbend/alder-creek-literacy/\($0)-\($0 - 1999).agreement.yaml" }
    let folder = try await Program.run("pwd", []).output.split(separator: "\n").first ?? ""
    let sides = pair.map { "\(folder)/\($0)" }.joined(separator: " ")
    let widest = try await run("concord diff \(sides) --width 1000", in: scratch)
    #expect(widest.status == 0 && widest.output.split(separator: "\n").allSatisfy { $0.count <= 1_000 })
    let outcome = try await run("concord diff \(sides)", in: scratch, ["COLUMNS": columns])
    #expect(outcome.status == 0)
    // What is no number at all says nothing.
    if columns.count < 20 {
      #expect(outcome.output == widest.output)
      let asked = try await run("concord diff \(sides) --width \(columns)", in: scratch)
      #expect(asked.output == widest.output && asked.status == 0)
    }
    for command in ["--help", "lint --help", "lint nosuch"] {
      #expect(try await run("concord \(command)", in: scratch, ["COLUMNS": columns]).status != 132)
    }
  }

  @Test(arguments: ["39", "0", "-1", "-9223372036854775808", "abc"])
  func aWidthThatIsNoneIsRefused(width: String) async throws {
    #expect(try await Program.concord(["diff", "a", "b", "--width=\(width)"]).status == 2)
  }

  // MARK: - Reports in files

  /// Reports wait in a file without a name, so that a place for it that cannot be written must not lose them.
  @Test(arguments: ReportFormat.all.map(\.name))
  func aReportInAFileIsTheOneThatIsPrinted(format: String) async throws {
    let scratch = try Scratch()
    for name in ["a", "b"] {
      let lines = (0..<300).map { "key-\($0): \(String(repeating: "x", count: 300))\n" }.joined()
      try scratch.write("\(name).agreement.yaml", ("format: 1\n" + lines).utf8)
    }
    let printed = try await run("concord lint --format \(format)", in: scratch)
    for folder in ["/tmp", "/no/such/folder"] {
      let outcome = try await run(
        "TMPDIR=\(folder) concord lint --format \(format)=out --format text > /dev/null", in: scratch)
      #expect(outcome.status == 1)
      #expect(try Root.text(scratch.path + "/out") == printed.output)
    }
    // What is left is the report and nothing else.
    #expect(try await run("ls -A", in: scratch).output == "a.agreement.yaml\nb.agreement.yaml\nout\n")
  }

  /// The page of a step on GitHub has room for a mebibyte, and other commands write to it, too.
  @Test(arguments: [0, 1_000_000, 1_048_500, 2_000_000])
  func theStepSummaryFits(already: Int) async throws {
    let scratch = try Scratch()
    let people = (0..<4_000).map { "  p\($0): {name: N, role: teacher}\n" }.joined()
    try scratch.write(
      "x.agreement.yaml",
      (Self.agreement.replacing("draft", with: "agreed") + "campuses: {a: A}\nparticipants:\n" + people).utf8)
    try scratch.write("page", String(repeating: "x", count: already).utf8)
    _ = try await run(
      "concord lint --today 2026-09-10 > /dev/null 2>&1", in: scratch,
      ["GITHUB_STEP_SUMMARY": scratch.path + "/page", "GITHUB_ACTIONS": "true"])
    let page = try Root.text(scratch.path + "/page")
    #expect(page.utf8.count <= max(already, 1 << 20))
    if already <= 1_000_000 { #expect(page.contains("### concord") && page.contains("error")) }
  }
}
