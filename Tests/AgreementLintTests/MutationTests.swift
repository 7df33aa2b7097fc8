import TestSupport
import Testing

/// Whatever is done to a file, it is read to the end: no trap, true places, the same result twice, and fixes that only fix.
///
/// These are the first mutants; `make test-peers` has time for all of them.
@Suite struct MutationTests {
  @Test(arguments: Mutants.siblingParts.prefix(1)) func everythingHoldsForSiblings(part: Int) throws {
    #expect(try Mutants.violation(siblingPart: part) == nil)
  }

  @Test(arguments: Mutants.parts.prefix(4)) func everythingHolds(part: Int) throws {
    #expect(try Mutants.violation(part: part) == nil)
  }
}
