/// The words that the format uses as keys: with them a slip in the layout can be told from prose.
public struct Vocabulary: Sendable {
  /// Every key of the format and of the catalog, in lower case.
  public let keys: Set<String>
  /// The keys at the left edge.
  public let topLevelKeys: Set<String>
  /// The keys that lead to other keys and never to a text.
  public let containerKeys: Set<String>
  /// The keys that belong under a key: those of the sections under `topics`, those of a section's topics under the section.
  public let children: [String: Set<String>]
  /// The keys under which people choose the keys themselves, such as the ids of campuses.
  public let openKeys: Set<String>
  /// Those of them where a key has lines of its own below it, as each person has.
  public let openBlocks: Set<String>
  /// The topics, each with its section.
  public let sections: [String: String]
  /// What may be under each key.
  public let outline: Outline
  private let topLevelWords: [[UInt8]]

  /// Makes a vocabulary.
  public init(
    keys: Set<String>, topLevelKeys: Set<String>, containerKeys: Set<String>, children: [String: Set<String>] = [:],
    openKeys: Set<String> = [], openBlocks: Set<String> = [], sections: [String: String] = [:],
    outline: Outline = Outline()
  ) {
    self.keys = keys.union(topLevelKeys)
    self.topLevelKeys = topLevelKeys
    self.containerKeys = containerKeys
    self.children = children
    self.openKeys = openKeys
    self.openBlocks = openBlocks
    self.sections = sections
    self.outline = outline
    topLevelWords = topLevelKeys.sorted().map { Array($0.utf8) }
  }

  /// Whether some bytes are a key at the left edge; it is asked for every file, so it makes no string.
  func isTopLevel(_ key: some Collection<UInt8>) -> Bool {
    let count = key.count
    return topLevelWords.contains { $0.count == count && $0.elementsEqual(key) }
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
