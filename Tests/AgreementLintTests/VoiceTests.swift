import AgreementLint
import Diagnostics
import TestSupport
import Testing

/// Eleven good agreements as different people write them: a terse principal, a chatty coach, lists, a high school, three campuses, a
/// half-time coach, a lawyer's charter, two languages, a school all year round, two beginners, and a center for the early years.
///
/// They were written without a look at the rules about words.
@Suite struct VoiceTests {
  @Test func thereAreEleven() { #expect(Root.voices.count == 11) }

  @Test(arguments: Root.voices)
  func nothingIsWrong(path: String) throws {
    let rules = Rule.all
    let found = Findings.lines(try Root.bytes(path), today: "2026-09-10", rules: rules, withInfos: false)
    let errors = Findings.lines(
      try Root.bytes(path), today: "2026-09-10", rules: rules.filter { $0.level == .error }, withInfos: false)
    #expect(errors == [])
    #expect(found.count <= 1, "\(found)")
  }
}
