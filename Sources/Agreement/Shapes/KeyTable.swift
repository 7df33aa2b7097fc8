internal import YAMLSyntax

/// Words that are looked up by their bytes: the ids that a file declares, or those of a catalog.
final class KeyTable: Sendable {
  /// The words, in order.
  let words: [String]
  private let groups: WordGroups
  private let group: WordGroups.Group
  /// The indices of the words if there are many; a few are searched one by one.
  private let places: [[UInt8]: Int]

  init(_ words: [String]) {
    self.words = words
    var groups = WordGroups()
    group = groups.add(words)
    self.groups = groups
    places =
      words.count <= 64
      ? [:] : Dictionary(zip(words.map { Array($0.utf8) }, words.indices)) { first, _ in first }
  }

  /// A table without words.
  static let empty = KeyTable([])

  /// The index of the word that some bytes spell, trying the most likely index first.
  func index(of text: Span<UInt8>, from guess: Int = 0) -> Int? {
    words.count > 64 ? places[text.array()] : groups.index(of: text, in: group, from: guess)
  }
}
