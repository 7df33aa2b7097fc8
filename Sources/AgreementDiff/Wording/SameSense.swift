internal import SchoolEnglish

/// Whether two texts say the same in other words: an article, a tense, a synonym, another order of a list.
///
/// In doubt, the sense is different, so that the change is shown. A number, rhythm, negation, condition or person that
/// came or went always makes it different.
enum SameSense {
  static func holds(_ old: Reading, _ new: Reading, perYear: (old: Int?, new: Int?)) -> Bool {
    let (before, after) = (Essence(old, perYear: perYear.old), Essence(new, perYear: perYear.new))
    guard before.free == after.free else { return false }
    if before.tokens == after.tokens { return true }
    guard !old.isOrderFixed, !new.isOrderFixed, old.parties == new.parties else { return false }
    let (left, right) = (before.plain, after.plain)
    if left.count == right.count, left.sorted() == right.sorted(), isTurned(left, right) { return true }
    return items(old.text) == items(new.text) || left.first == right.first && rest(old.text) == rest(new.text)
  }

  /// Whether words moved from one end to the other: "On Mondays, post the dates", "Post the dates on Mondays".
  private static func isTurned(_ old: [String], _ new: [String]) -> Bool {
    guard old.count <= 64 else { return false }
    return old.indices.contains { place in
      old[place...].elementsEqual(new.prefix(old.count - place))
        && old[..<place].elementsEqual(new.suffix(place))
    }
  }

  /// The items of a list, each with its words, whatever their order: "phones away, doors open".
  private static func items(_ text: String) -> [[String]] {
    lists(text).filter { !$0.isEmpty }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The items of a list after the word that they all depend on: "share goals, hours and topics".
  private static func rest(_ text: String) -> [[String]] {
    var items = lists(text)
    if items.first?.isEmpty == false { items[0].removeFirst() }
    return items.filter { !$0.isEmpty }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static func lists(_ text: String) -> [[String]] {
    text.replacing(" and ", with: ",").split { $0 == "," || $0 == ";" }.map { part in
      Reading(String(part)).terms.map(\.plain)
    }
  }
}

/// A text without the parts that people change without meaning anything by it.
struct Essence {
  /// The terms that carry the sense, in order.
  private(set) var tokens: [String] = []
  /// The same, keeping the forms of verbs.
  private(set) var plain: [String] = []
  /// The terms that mean the same wherever they are: the only rhythm, and the only number of something.
  private(set) var free: [String] = []

  init(_ reading: Reading, perYear: Int? = nil) {
    let freeAt = Self.freeRhythm(reading, perYear: perYear)
    let amount = Self.freeAmount(reading)
    var isFirst = true
    for (index, term) in reading.terms.enumerated() {
      if index == freeAt {
        free.append(term.exact)
        continue
      }
      if let amount, index == amount.index {
        free.append("\(term.exact) \(amount.unit)")
        continue
      }
      if let amount, amount.places.contains(term.places.lowerBound) { continue }
      // "We meet on time" promises the same as "Meet on time".
      defer { isFirst = false }
      if isFirst, term.exact == "we", reading.terms.count > 1, reading.words.first?.text == "we" { continue }
      tokens.append(term.exact)
      plain.append(term.plain)
    }
    free.sort()
  }

  /// The index of a rhythm that means the same at either end, before a noun that is new, or where the promise as a
  /// whole has it. Otherwise it belongs to the words around it: "read the weekly report" is not "read the report
  /// weekly".
  static func freeRhythm(_ reading: Reading, perYear: Int?) -> Int? {
    guard reading.rhythms.count == 1 else { return nil }
    let rhythm = reading.rhythms[0]
    guard let index = reading.terms.firstIndex(where: { $0.places == rhythm.places }) else { return nil }
    let start = rhythm.places.lowerBound
    let isAfterArticle = start > 0 && ["a", "an"].contains(reading.words[start - 1].text)
    if index == 0 || rhythm.places.upperBound == reading.words.count || isAfterArticle || rhythm.perYear == perYear {
      return index
    }
    // In a single clause without a joint, there is nothing else that it could belong to.
    let isJoined = reading.words.contains { word in
      word.gap == .comma || word.gap == .clause || joints.contains(word.text)
    }
    let isDefinite =
      start > 0
      && ["her", "his", "my", "our", "that", "the", "their", "this", "your"].contains(
        reading.words[start - 1].text)
    return isJoined || isDefinite ? nil : index
  }

  /// The only number in a text, with the word for what it counts: "a one-page summary" is "a summary, one page long".
  private static func freeAmount(_ reading: Reading) -> (index: Int, unit: String, places: Range<Int>)? {
    var found: (index: Int, unit: String, places: Range<Int>)?
    for (index, term) in reading.terms.enumerated() {
      guard case .amount(let amount) = term.meaning else { continue }
      guard found == nil, amount.measure == .things, amount.phrase.count > amount.places.count else { return nil }
      let unit = amount.places.upperBound
      let isLong = unit + 1 < reading.words.count && reading.words[unit + 1].text == "long"
      found = (index, reading.words[unit].text, unit..<unit + (isLong ? 2 : 1))
    }
    return found
  }

  private static let joints: Set<String> = [
    "after", "and", "before", "if", "or", "that", "then", "unless", "until", "when", "where", "which", "while", "who",
  ]
}
