import TestSupport
import Testing

/// Whatever is done to a file, it is read to the end: no trap, true places, the same result twice, and fixes that only fix.
@Suite struct MutationTests {
  private static let files =
    Root.riverbend.prefix(4) + Root.vectors + [
      "Tests/Fixtures/newcomer.agreement.yaml", "samples/draft/juniper-hill-humanities/2026-27.agreement.yaml",
      "schema/topics.yaml", "samples/riverbend/concord.yaml",
    ]

  /// 4,000 mutants that are mostly still agreements, so that the rules are reached and not only the parser.
  @Test(arguments: 0..<4)
  func everythingHoldsForSiblings(part: Int) throws {
    var mutator = Mutator(seed: UInt64(part) &+ 101)
    let sources = try Root.vectors.map { try Root.bytes($0) } + MistakeCorpus.all.flatMap(\.cures)
    for _ in 0..<1000 {
      let bytes = mutator.sibling(of: sources)
      let violations = Invariants.violations(in: bytes)
      #expect(violations == [], "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
      if !violations.isEmpty { return }
    }
  }

  /// 20,000 mutants, always the same ones.
  @Test(arguments: 0..<20)
  func everythingHolds(part: Int) throws {
    var mutator = Mutator(seed: UInt64(part) &+ 1)
    let sources = try Self.files.map { try Root.bytes($0) } + MistakeCorpus.all.map(\.bytes)
    for _ in 0..<1000 {
      let bytes = mutator.mutant(of: sources)
      let violations = Invariants.violations(in: bytes)
      #expect(violations == [], "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
      if !violations.isEmpty { return }
    }
  }
}
