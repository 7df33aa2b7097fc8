import TestSupport
import Testing

/// Two people edit one agreement; what holds of every merge holds of theirs.
@Suite struct MergePropertyTests {
  /// The first 500 of the triples in `ManyMergesTests`.
  @Test(arguments: 0..<5) func everythingHolds(part: Int) throws {
    let tally = try MergeProperties.tally(part * 100..<part * 100 + 100)
    #expect(tally.violations == [])
    // Most of what people do goes together.
    #expect(tally.merged > 2 * tally.conflicts && tally.conflicts > 0)
  }
}
