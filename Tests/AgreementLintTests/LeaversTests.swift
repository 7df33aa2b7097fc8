import Agreement
import AgreementLint
import Diagnostics
import Testing

/// `left` is signed by nobody: it may not take a changed text out of the check of signatures.
@Suite struct LeaversTests {
  private static func text(_ answer: String, left: String = "", digest: String = "") -> String {
    """
    format: 1
    id: brookside
    school-year: 2024-25
    starts: 2024-08-17
    ends: 2025-05-28
    status: agreed
    campuses: {brookside: Brookside Elementary}
    participants:
      novak: {name: Jill Novak, role: instructional-coach\(left)}
      tran: {name: Ann Tran, role: principal\(left)}
    topics: {access: {classroom-access: \(answer)}}
    signatures:
      novak: {signed: 2024-08-20, method: typed\(digest)}
      tran: {signed: 2024-08-20, method: typed\(digest)}
    """
  }

  private static func read(_ text: String) -> AgreementReading {
    AgreementReader.read(SourceFile(name: "x.agreement.yaml", bytes: Array(text.utf8)))
  }

  private static func findings(_ text: String, on day: String = "2026-11-27") throws -> [Diagnostic] {
    let today = try #require(CalendarDate(day.utf8))
    return Linter(rules: Rule.all.filter { $0.category == .signatures }, today: today).lint(read(text)).map(
      \.diagnostic)
  }

  private static func stale(_ text: String) throws -> [String] {
    try findings(text).filter { $0.rule.rawValue == "signature-stale" }.map(\.message)
  }

  /// Whoever leaves in spring signs in fall: a day to come takes nobody out.
  @Test func nobodyHasLeftBeforeTheDay() throws {
    let text = Self.text("Doors are open").replacing("role: principal}", with: "role: principal, left: 2025-03-01}")
      .replacing("  tran: {signed: 2024-08-20, method: typed}", with: "")
    func rules(on day: String) throws -> [String] {
      try Self.findings(text, on: day).map(\.rule.rawValue).filter { $0.hasPrefix("left") || $0 == "signature-missing" }
    }
    #expect(try rules(on: "2025-02-28") == ["signature-missing"])
    #expect(try rules(on: "2025-03-01") == ["left-unsigned"])
  }

  @Test func nobodyLeavesWithTheCheck() throws {
    let signed = try #require(Self.read(Self.text("Doors are open")).digest)
    let digest = ", digest: \(signed)"
    #expect(try Self.stale(Self.text("Doors are open", digest: digest)).isEmpty)
    #expect(try Self.stale(Self.text("Doors are closed", digest: digest)).count == 1)
    // Those who left signed what is there.
    #expect(try Self.stale(Self.text("Doors are open", left: ", left: 2025-03-01", digest: digest)).isEmpty)
    #expect(
      try Self.stale(Self.text("Doors are closed", left: ", left: 2025-03-01", digest: digest)) == [
        "Jill Novak and Ann Tran signed a different text before leaving, and nobody has signed this one"
      ])
  }
}
