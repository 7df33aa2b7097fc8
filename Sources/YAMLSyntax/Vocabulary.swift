/// The words that the format uses as keys: with them a slip in the layout can be told from prose.
public struct Vocabulary: Sendable {
  /// Every key of the format and of the catalog, in lower case.
  public let keys: Set<String>
  /// The keys of the outermost level.
  public let topLevelKeys: Set<String>
  /// The keys that lead to other keys and never to a text.
  public let containerKeys: Set<String>

  /// Makes a vocabulary.
  public init(keys: Set<String>, topLevelKeys: Set<String>, containerKeys: Set<String>) {
    self.keys = keys.union(topLevelKeys)
    self.topLevelKeys = topLevelKeys
    self.containerKeys = containerKeys
  }

  /// Whether a word is meant as a key of the format, in any case and with underscores or hyphens.
  func contains(_ word: some StringProtocol) -> Bool {
    keys.contains(word.lowercased().replacing(underscores: "-"))
  }
}

extension String {
  fileprivate func replacing(underscores replacement: Character) -> String {
    String(map { $0 == "_" ? replacement : $0 })
  }
}
