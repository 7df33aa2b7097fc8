import AgreementReporting
import TestSupport
import Testing

/// Nothing that is made of a private text is in an output: no suggestion, no joined text, and no text whose codes are read.
@Suite struct MadeOfPrivateTextsTests {
  private func run(_ line: String, in scratch: borrowing Scratch) async throws -> Outcome {
    try await Program.run(
      "bash",
      ["-c", "cd \"$1\" && \(line)".replacing("concord ", with: "\"$0\" "), Program.absoluteConcord, scratch.path],
      environment: [Program.key("CI"): "true"])
  }

  private static func agreement(
    id: String = "brookside", starts: String = "2026-08-17", campus: String = "brookside", person: String = "novak",
    norm: String = "Start on time", key: String = "x-notes"
  ) -> String {
    """
    format: 1
    id: \(id)
    school-year: 2026-27
    starts: \(starts)
    ends: 2027-05-28
    status: draft
    campuses:
      \(campus): Brookside
    participants:
      \(person):
        name: Jo Novak
        role: instructional-coach
    \(key): x
    norms:
      agreed:
        - \(norm)

    """
  }

  private static let mail = "jill.raman@gmail.com"

  @Test(arguments: [
    agreement(id: mail), agreement(campus: mail), agreement(person: mail), agreement(key: mail),
    agreement(id: "Jill_Raman@gmail.com"), agreement(id: "Call 402.555.0142"), agreement(person: "Cell 402 555 0142"),
    agreement(starts: "{Call Raman at 402, 555 0142: x}"), agreement(starts: "[Call Raman at 402, 555 0142]"),
    agreement(norm: "{Call Raman at 402, 555 0142: x}"), agreement(starts: #""Call 402-555-\x30142""#),
    agreement(norm: #"{"Call 402-555-\x30142": "\x47mail"}"#), agreement(norm: #""Call 402-555-\x30142""#),
    agreement(starts: "Call 402\n    555 0142"), agreement(norm: "Call 402\n        555 0142"),
    agreement(norm: "| # Call 402-555-0142\n          Start on time"),
    agreement(starts: "| # Call 402-555-0142\n    2026-08-17"), agreement(key: "SSN-402-55-0142"),
  ])
  func nothingIsMadeOfIt(text: String) async throws {
    let scratch = try Scratch()
    try scratch.write("x.agreement.yaml", text.utf8)
    try scratch.write("y.agreement.yaml", Self.agreement().utf8)
    for line in ReportFormat.all.map({ "lint --format \($0.name) x.agreement.yaml" }) + [
      "lint --select structure x.agreement.yaml", "lint --diff --unsafe x.agreement.yaml", "show x.agreement.yaml",
      "diff y.agreement.yaml x.agreement.yaml", "git-textconv x.agreement.yaml",
      "git-diff-driver x y.agreement.yaml 1 100644 x.agreement.yaml 2 100644",
    ] {
      let outcome = try await run("concord \(line)", in: scratch)
      let shown = (outcome.output + outcome.error).lowercased()
      for secret in ["gmail", "raman", "0142", "x30142"] { #expect(!shown.contains(secret), "\(line): \(shown)") }
    }
  }

  /// A diff covers the line that replaces a covered one, and no other.
  @Test func replacementsAreCovered() async throws {
    let scratch = try Scratch()
    try scratch.write("x.agreement.yaml", Self.agreement(id: Self.mail).replacing("2026-27", with: "SY27").utf8)
    let outcome = try await run("concord lint --diff --unsafe x.agreement.yaml", in: scratch)
    let notice = "(not shown, because it may be private)"
    #expect(
      outcome.output.contains("-\(notice)\n-school-year: SY27\n+\(notice)\n+school-year: 2026-27\n"),
      "\(outcome.output)")
    #expect(outcome.error.contains("this diff cannot be applied"))
  }
}
