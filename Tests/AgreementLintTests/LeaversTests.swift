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

  private static func stale(_ text: String) throws -> [String] {
    let today = try #require(CalendarDate("2026-11-27".utf8))
    return Linter(rules: Rule.all.filter { $0.category == .signatures }, today: today).lint(read(text))
      .filter { $0.diagnostic.rule.rawValue == "signature-stale" }.map(\.diagnostic.message)
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
        "Jill Novak and Ann Tran signed another text than this one before leaving, and nobody has signed this one"
      ])
  }
}
