/// A number of something in a text: `six cycles`, `within 10 days`, `$600`.
struct Quantity: Equatable {
  /// The number.
  let value: Int
  /// The stem of what is counted; `$` for money.
  let unit: String
  /// The words as they are.
  let words: String
  /// Whether a larger number asks for less: more days until something is done, more that may be left out.
  let isLimit: Bool

  /// The numbers that people spell out.
  static let spelled: [String: Int] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "hundred": 100,
  ]

  /// After these a number is a name: grade 4, period 3, chapter 2.
  private static let labels: Set<String> = [
    "algebra", "campus", "chapter", "cohort", "grade", "grades", "lesson", "no", "number", "page", "pages", "period",
    "periods", "phase", "quarter", "quarters", "room", "rooms", "section", "semester", "step", "steps", "tier", "title",
    "trimester", "unit", "units", "week", "year", "years",
  ]

  /// Before these a number is a bound.
  private static let bounds: Set<String> = ["after", "in", "inside", "most", "than", "within"]

  /// The whole number that a word means; nil for a time of day, a share or a word that is none.
  static func value(of word: String) -> Int? {
    if let known = spelled[word] { return known }
    guard Words.isNumber(word), !word.contains(":") else { return nil }
    // Numbers that nobody means are none; what is computed with the others stays far from the largest integer.
    guard let value = Int(word.filter { $0 != "$" && $0 != "," && $0 != "%" }), value <= 1_000_000_000 else {
      return nil
    }
    return value
  }

  /// The sums of money that some words name.
  static func money(in words: [String]) -> [Int] {
    words.indices.compactMap { index in
      let isMoney =
        words[index].hasPrefix("$") || index + 1 < words.count && ["dollar", "dollars"].contains(words[index + 1])
      return isMoney ? value(of: words[index]) : nil
    }
  }

  /// Every quantity outside some places, in the order of the words.
  static func all(in words: [Word], outside taken: [Range<Int>]) -> [Quantity] {
    words.contains { $0.traits.contains(.number) } ? all(in: words.map(\.text), outside: taken) : []
  }

  private static func all(in words: [String], outside taken: [Range<Int>]) -> [Quantity] {
    let taken = Set(taken.joined())
    return words.indices.compactMap { index in
      guard let value = value(of: words[index]), !taken.contains(index) else { return nil }
      let previous = index > 0 ? words[index - 1] : ""
      if labels.contains(previous) || isPartOfRange(index, words) { return nil }
      let isMoney = words[index].hasPrefix("$")
      let next = index + 1 < words.count ? words[index + 1] : ""
      if !isMoney, next.isEmpty || Words.small.contains(next) || Quantity.value(of: next) != nil { return nil }
      return Quantity(
        value: value, unit: isMoney ? "$" : (words[index].hasSuffix("%") ? "%" : Words.stem(next)),
        words: isMoney ? words[index] : "\(words[index]) \(next)", isLimit: bounds.contains(previous))
    }
  }

  /// `3 to 5` is a stretch, not a number of something.
  private static func isPartOfRange(_ index: Int, _ words: [String]) -> Bool {
    func joins(_ place: Int) -> Bool {
      words.indices.contains(place) && ["to", "through", "and", "or"].contains(words[place])
    }
    func isNumber(_ place: Int) -> Bool { words.indices.contains(place) && value(of: words[place]) != nil }
    return joins(index + 1) && isNumber(index + 2) || joins(index - 1) && isNumber(index - 2)
  }
}
