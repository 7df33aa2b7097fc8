/// Altered files, always the same ones, and what does not hold of them.
package enum Mutants {
  /// Parts of 1,000 mutants of files of all kinds.
  package static let parts = 0..<20
  /// Parts of 1,000 mutants that are mostly still agreements, so that the rules are reached and not only the parser.
  package static let siblingParts = 0..<4

  private static let files =
    Root.riverbend.prefix(4) + Root.vectors + [
      "Tests/Fixtures/newcomer.agreement.yaml", "samples/draft/juniper-hill-humanities/2026-27.agreement.yaml",
      "schema/topics.yaml", "samples/riverbend/concord.yaml",
    ]

  /// The first violation in a part, with the mutant; nil if everything holds.
  package static func violation(part: Int) throws -> String? {
    var mutator = Mutator(seed: UInt64(part) &+ 1)
    let sources = try files.map { try Root.bytes($0) } + MistakeCorpus.all.map(\.bytes)
    return violation { mutator.mutant(of: sources) }
  }

  /// The first violation in a part of the siblings.
  package static func violation(siblingPart part: Int) throws -> String? {
    var mutator = Mutator(seed: UInt64(part) &+ 101)
    let sources = try Root.vectors.map { try Root.bytes($0) } + MistakeCorpus.all.flatMap(\.cures)
    return violation { mutator.sibling(of: sources) }
  }

  private static func violation(_ next: () -> [UInt8]) -> String? {
    for _ in 0..<1000 {
      let bytes = next()
      let violations = Invariants.violations(in: bytes)
      if !violations.isEmpty { return "\(violations)\n\(String(decoding: bytes, as: UTF8.self).debugDescription)" }
    }
    return nil
  }
}
