import TestSupport
import Testing

/// Two people edit one agreement; what holds of every merge holds of theirs.
@Suite struct MergePropertyTests {
  /// Whatever can be read can be merged.
  @Test(arguments: Root.riverbend + Root.otherSamples + Root.voices + Root.vectors)
  func everyAgreement(path: String) throws {
    let bytes = try Root.bytes(path)
    #expect(Invariants.violations(ofMerging: bytes) == [])
    #expect(
      Invariants.violations(ofMerging: Array(String(decoding: bytes, as: UTF8.self).replacing("\n", with: "\r\n").utf8))
        == [])
  }

  @Test func smallAgreementsOfAllKinds() throws {
    for text in MistakeCorpus.all.flatMap(\.cures) { #expect(Invariants.violations(ofMerging: text) == []) }
  }

  /// The first 500 of the triples in `ManyMergesTests`.
  @Test(arguments: 0..<5) func everythingHolds(part: Int) throws {
    let tally = try MergeProperties.tally(part * 100..<part * 100 + 100)
    #expect(tally.violations == [])
    // Most of what people do goes together.
    #expect(tally.merged > 2 * tally.conflicts && tally.conflicts > 0)
  }
}
