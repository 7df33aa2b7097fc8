import TestSupport
import Testing

/// All mutants: 20,000 of files of all kinds, and 4,000 that are mostly still agreements.
@Suite struct ManyMutantsTests {
  @Test(arguments: Mutants.siblingParts) func everythingHoldsForSiblings(part: Int) throws {
    #expect(try Mutants.violation(siblingPart: part) == nil)
  }

  @Test(arguments: Mutants.parts) func everythingHolds(part: Int) throws {
    #expect(try Mutants.violation(part: part) == nil)
  }
}
