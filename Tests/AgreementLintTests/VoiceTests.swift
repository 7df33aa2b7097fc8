import AgreementLint
import Diagnostics
import TestSupport
import Testing

/// Twelve good agreements as different people write them: a terse principal, a chatty coach, lists, a high school, three campuses, a
/// half-time coach, a lawyer's charter, two languages, a school open all year, two beginners, a center for the early years, and a coach who
/// is an assistant principal, too.
///
/// They were written without looking at the rules about words, and everything in them has a key of the format.
@Suite struct VoiceTests {
  @Test func thereAreTwelve() { #expect(Root.voices.count == 12) }

  @Test(arguments: Root.voices)
  func nothingIsWrong(path: String) throws {
    let rules = Rule.all
    let found = Findings.lines(try Root.bytes(path), today: "2026-09-10", rules: rules, withInfos: false)
    let errors = Findings.lines(
      try Root.bytes(path), today: "2026-09-10", rules: rules.filter { $0.level == .error }, withInfos: false)
    #expect(errors == [])
    #expect(found.count <= 1, "\(found)")
    let keys = try Root.text(path).split(separator: "\n").map { $0.drop { $0 == " " } }
    #expect(!keys.contains { $0.hasPrefix("x-") })
  }
}
