import Diagnostics
import TestSupport
import Testing

@testable import YAMLSyntax

/// Nothing that libyaml says reaches a person.
@Suite struct PlainWordTests {
  @Test(arguments: LibYAMLWording.problems)
  func eachProblemHasWordsOfItsOwn(problem: String) {
    let plain = FallbackDiagnostic.plain(problem)
    #expect(plain != FallbackDiagnostic.plain("a problem of a later libyaml"))
    #expect(LibYAMLWording.found(in: plain) == nil)
  }

  /// Nobody would say these to a coach.
  @Test func noWordsOfTheTrade() {
    for problem in LibYAMLWording.problems {
      for word in ["indent", "mapping", "sequence", "scalar", "token", "anchor", "alias", "directive", "byte"] {
        #expect(!FallbackDiagnostic.plain(problem).contains(word), "\(problem)")
      }
    }
  }
}
