package import Agreement
internal import TextSupport

/// Finds the topic that a cell of a sheet names.
package struct TopicMatch {
  private let catalog: Catalog
  /// The topics that this agreement is asked.
  private let asked: [Int]
  /// The names of each topic as plain text: id, title and question.
  private let names: [(topic: Int, texts: [String])]
  /// The words of each title and of each question.
  private let words: [(topic: Int, sets: [Set<String>])]

  package init(_ agreement: Agreement) {
    let catalog = agreement.catalog
    self.catalog = catalog
    asked = catalog.topics.indices.filter { index in
      let section = catalog.sections[catalog.topics[index].section]
      return section.isAsked && (agreement.isMultiCampus || !section.isMultiCampusOnly)
        && catalog.topics[index].applies(to: agreement.content.schoolYear.value)
    }
    names = asked.map { index in
      let topic = catalog.topics[index]
      return (index, [topic.id, topic.title, topic.question].map(Self.plain))
    }
    words = asked.map { index in
      let topic = catalog.topics[index]
      return (index, [topic.title, topic.question].map(Self.words))
    }
  }

  /// A topic, and whether the cell has its very name.
  package func topic(of cell: String) -> (index: Int, isExact: Bool)? {
    let wanted = Self.plain(cell)
    guard !wanted.isEmpty else { return nil }
    let same = names.filter { $0.texts.contains(wanted) }
    if same.count == 1 { return (same[0].topic, true) }
    if let near = DidYouMean.nearest(to: wanted, among: Set(names.flatMap { $0.texts.prefix(2) }).sorted()) {
      let found = names.filter { $0.texts.contains(near) }
      if found.count == 1 { return (found[0].topic, false) }
    }
    return byWords(wanted).map { ($0, false) }
  }

  /// The share of common words from which a title or a question is meant, and how far the next best has to be.
  private static let enough = 0.6
  private static let distance = 0.15

  private func byWords(_ wanted: String) -> Int? {
    let given = Self.words(wanted)
    guard given.count > 1 else { return nil }
    let scores = words.map { topic, sets in
      (topic, sets.map { Double(2 * $0.intersection(given).count) / Double($0.count + given.count) }.max() ?? 0)
    }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    guard let best = scores.first, best.1 >= Self.enough, scores.count < 2 || best.1 - scores[1].1 >= Self.distance
    else { return nil }
    return best.0
  }

  /// A text without case, without numbers before it as in lists, and without signs.
  private static func plain(_ text: String) -> String {
    let letters = NFC.normalize(text).lowercased().map { $0.isLetter || $0.isNumber ? $0 : " " }
    let parts = String(letters).split(separator: " ")
    return parts.drop { $0.allSatisfy(\.isNumber) }.joined(separator: " ")
  }

  private static let small: Set<Substring> = [
    "a", "an", "and", "are", "do", "does", "for", "how", "in", "is", "of", "on", "or", "the", "to", "we", "what",
    "when",
    "which", "who", "with",
  ]

  /// The words that say something, without their endings.
  private static func words(_ text: String) -> Set<String> {
    Set(plain(text).split(separator: " ").filter { !small.contains($0) }.map { String($0.prefix(6)) })
  }
}
