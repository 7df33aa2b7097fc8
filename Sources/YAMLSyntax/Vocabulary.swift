/// The words that the format uses as keys, which distinguish a layout slip from prose.
package struct Vocabulary: Sendable {
  /// Every key of the format and of the catalog, in lower case.
  package let keys: Set<String>
  /// The keys at the left edge.
  package let topLevelKeys: Set<String>
  /// The keys that have keys below them and never a text.
  package let containerKeys: Set<String>
  /// The keys that belong under a key: the sections under `topics`, and the topics of each section under that section.
  package let children: [String: Set<String>]
  /// The keys under which people choose the keys, such as the ids of campuses.
  package let openKeys: Set<String>
  /// Those of them whose keys have lines below them, as each person does.
  package let openBlocks: Set<String>
  /// The topics, each with its section.
  package let sections: [String: String]
  /// What may be under each key.
  package let outline: Outline
  private let topLevelWords: [[UInt8]]

  /// Makes a vocabulary.
  package init(
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

  /// Whether some bytes are a key at the left edge; this runs for every file, so it makes no string.
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
