/// How often something happens, as a text says it.
struct Frequency: Equatable {
  /// The words that say it.
  let words: String
  /// Thousandths of a time in a school year of 36 weeks.
  let perYear: Int
  /// The places of the words among all words of the text.
  let places: Range<Int>

  /// Words that say it alone, with the thousandths of a time in a school year.
  private static let alone: [String: Int] = [
    "annually": 1000, "biweekly": 18_000, "daily": 180_000, "fortnightly": 18_000, "monthly": 9000,
    "quarterly": 4000, "semiannually": 2000, "weekly": 36_000, "yearly": 1000,
  ]

  /// Stretches of a school year, with how many there are of them.
  private static let stretches: [String: Int] = [
    "day": 180, "fortnight": 18, "friday": 36, "monday": 36, "month": 9, "morning": 180, "quarter": 4, "semester": 2,
    "term": 3, "thursday": 36, "trimester": 3, "tuesday": 36, "wednesday": 36, "week": 36, "year": 1,
  ]

  private static let times: [String: Int] = ["once": 1, "twice": 2, "thrice": 3]

  /// The words that a frequency begins with, or has second.
  static let words = Array(alone.keys) + times.keys + ["each", "every", "per", "time", "times"]

  /// Every frequency that some words say, in their order.
  static func all(in words: [Word]) -> [Frequency] {
    words.contains { $0.traits.contains(.frequency) } ? all(in: words.map(\.text)) : []
  }

  private static func all(in words: [String]) -> [Frequency] {
    var result: [Frequency] = []
    var index = 0
    while index < words.count {
      if let found = found(at: index, in: words) {
        result.append(found)
        index = found.places.upperBound
      } else {
        index += 1
      }
    }
    return result
  }

  /// The frequency that the answer to `every` gives: `week`, `other month`, `two weeks`, or words that say it whole.
  static func every(_ text: String) -> Frequency? {
    let words = Words.plain(text)
    return (all(in: ["every"] + words).first { $0.places.lowerBound == 0 } ?? all(in: words).first).map {
      Frequency(words: "every \(text)", perYear: $0.perYear, places: 0..<0)
    }
  }

  private static func found(at index: Int, in words: [String]) -> Frequency? {
    func word(_ place: Int) -> String { place < words.count ? words[place] : "" }
    func make(_ perYear: Int, _ end: Int) -> Frequency {
      Frequency(words: words[index..<end].joined(separator: " "), perYear: perYear, places: index..<end)
    }
    if let perYear = alone[words[index]] { return make(perYear, index + 1) }
    switch words[index] {
    case "every", "each", "per":
      var next = index + 1
      var divisor = 1
      if word(next) == "other" || word(next) == "second" {
        divisor = 2
        next += 1
      } else if let number = Quantity.value(of: word(next)), number >= 1 {
        divisor = number
        next += 1
      }
      let stretch = singular(word(next))
      guard let count = stretches[stretch] else { return nil }
      // "Each quarter review" names a thing, and "per year" may follow a number of times.
      return make(1000 * count * factor(before: index, words) / divisor, next + 1)
    case "once", "twice", "thrice":
      guard let count = times[words[index]] else { return nil }
      let article = word(index + 1)
      guard
        article == "a" || article == "an" || article == "in" || article == "each" || article == "every"
          || article == "per"
      else { return nil }
      let start = article == "in" ? index + 3 : index + 2
      guard let stretch = stretches[word(start)] else { return nil }
      return make(1000 * count * stretch, start + 1)
    default:
      guard word(index + 1) == "times" || word(index + 1) == "time", let count = Quantity.value(of: words[index]) else {
        return nil
      }
      guard ["a", "an", "each", "every", "per"].contains(word(index + 2)), let stretch = stretches[word(index + 3)]
      else { return nil }
      return make(1000 * count * stretch, index + 4)
    }
  }

  private static func factor(before index: Int, _ words: [String]) -> Int {
    index > 0 ? times[words[index - 1]] ?? 1 : 1
  }

  private static func singular(_ word: String) -> String {
    word.hasSuffix("s") && stretches[word] == nil ? String(word.dropLast()) : word
  }
}
