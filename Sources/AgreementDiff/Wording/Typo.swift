/// Recognizes a word that is another one with a typo.
enum Typo {
  /// Pairs of words that a typo would turn into each other, although both are words.
  private static let words: [Set<String>] = [
    ["casual", "causal"], ["county", "country"], ["desert", "dessert"], ["expand", "expend"], ["moral", "morale"],
    ["perfect", "prefect"], ["planed", "planned"], ["planing", "planning"], ["stared", "starred"],
    ["staring", "starring"], ["though", "through"], ["thorough", "through"], ["united", "untied"],
  ].map(Set.init)

  /// Whether two words of at least six letters differ in one extra letter or in two swapped letters, with the same
  /// first and last letter.
  ///
  /// Replacing a letter makes another word too often: "formal" and "normal".
  static func isLikely(_ left: String, _ right: String) -> Bool {
    let (short, long) =
      left.utf8.count <= right.utf8.count
      ? (Array(left.utf8), Array(right.utf8)) : (Array(right.utf8), Array(left.utf8))
    guard short.count >= 6, long.count - short.count <= 1, short.first == long.first, short.last == long.last,
      !words.contains([left, right]), short.allSatisfy({ $0 >= 0x61 }), long.allSatisfy({ $0 >= 0x61 })
    else { return false }
    guard let start = short.indices.first(where: { short[$0] != long[$0] }) else { return false }
    if short.count == long.count {
      return start + 1 < short.count && short[start] == long[start + 1] && short[start + 1] == long[start]
        && short[(start + 2)...] == long[(start + 2)...]
    }
    return short[start...] == long[(start + 1)...]
  }
}
