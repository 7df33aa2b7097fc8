import TestSupport
import Testing

/// 3,000 merges, of which `MergePropertyTests` has the first 500.
@Suite struct ManyMergesTests {
  @Test(arguments: 0..<30) func everythingHolds(part: Int) throws {
    #expect(try MergeProperties.tally(part * 100..<part * 100 + 100).violations == [])
  }
}
