/// A number with what it counts: `six cycles`, `within 10 days`, `at least 80%`.
package struct Amount: Sendable, Equatable {
  /// What kind of thing is counted.
  package enum Measure: Sendable, Equatable {
    /// Minutes, whatever unit the text uses.
    case time
    /// Hundredths of a whole.
    case share
    /// How many times something is done: "twice", "two times".
    case times
    /// Things; a number before or after an unknown word counts nothing in particular.
    case things
  }

  /// The least number it allows, in hundredths; nil for "up to".
  package let lower: Int?
  /// The largest number it allows, in hundredths; nil for "at least".
  package let upper: Int?
  package let measure: Measure
  /// Stems of what is counted: the first word after the number and the last word of the same phrase.
  package private(set) var units: [String]
  /// Whether a larger number asks for less, such as more days until something is done.
  package let isDeadline: Bool
  /// Whether it is a cap such as "no more than", where nobody can tell whether more or less is better.
  package let isCap: Bool
  /// The indices of the number and of the words for its bounds and its measure.
  package let places: Range<Int>
  /// The indices of those words and of what is counted, to be quoted.
  package let phrase: Range<Int>
  /// The indices of a bound after what is counted: "five teams *at most*"; usually empty.
  let tail: Range<Int>
  /// Whether the number is not exact: "about ten".
  let isRough: Bool

  /// A key shared by amounts that say the same number.
  var exact: String {
    let measure =
      switch measure {
      case .time: "min"
      case .share: "%"
      case .times: "times"
      case .things: ""
      }
    return "# \(isRough ? "~" : "")\(lower.map(String.init) ?? "")..\(upper.map(String.init) ?? "") \(measure)"
  }

  /// Whether another amount counts the same thing.
  package func isComparable(with other: Amount) -> Bool {
    guard measure == other.measure, isCap == other.isCap, isDeadline == other.isDeadline else { return false }
    return measure != .things || !Set(units).isDisjoint(with: other.units)
  }

  /// Whether another amount is less than this one, or more; nil if one is wider at both ends, or if they are equal.
  package func change(to other: Amount) -> Bool? {
    let (from, to) = ((lower ?? 0, upper ?? .max), (other.lower ?? 0, other.upper ?? .max))
    if to.0 <= from.0, to.1 <= from.1, to != from { return true }
    if to.0 >= from.0, to.1 >= from.1, to != from { return false }
    return nil
  }

  /// The same number of what was counted earlier: "four cycles in fall and four in spring".
  func counting(_ units: [String]) -> Amount {
    var result = self
    result.units = units
    return result
  }

  /// The minutes in each unit of time that can be counted in minutes.
  private static let minutes: [String: Int] = [
    "day": 1440, "days": 1440, "hour": 60, "hours": 60, "minute": 1, "minutes": 1, "week": 10_080, "weeks": 10_080,
  ]

  private static let openers: Set<String> = [
    "a", "about", "an", "approximately", "around", "as", "at", "half", "no", "not", "roughly", "twice", "up",
  ]

  /// The amount that begins at a place, with its bounds or its number.
  static func found(at index: Int, in words: [Word]) -> Amount? {
    guard words[index].traits.contains(.number) || openers.contains(words[index].text) else { return nil }
    // "No one" counts nobody.
    if words[index].text == "one", index > 0, words[index - 1].text == "no", words[index].gap == .space { return nil }
    func text(_ place: Int) -> String { place >= 0 && place < words.count ? words[place].text : "" }
    let prefix = prefix(at: index, words)
    let start = prefix?.end ?? index
    guard let number = number(at: start, words) else { return nil }
    var end = number.end
    var (lower, upper): (Int?, Int?) = (number.value, number.value)
    var measure = number.measure
    // "3 to 5", "eleven to nineteen", "between 3 and 5".
    let joins = text(index - 1) == "between" ? ["and"] : ["to", "or", "through"]
    if prefix == nil, end < words.count,
      words[end].gap == .hyphen || joins.contains(text(end)) && words[end].gap == .space
    {
      let next = words[end].gap == .hyphen ? end : end + 1
      if next < words.count, let other = self.number(at: next, words), other.value > number.value,
        other.measure == measure || measure == .things
      {
        (upper, end, measure) = (other.value, other.end, other.measure)
      }
    }
    var isCap = false
    var isRough = false
    if let bound = prefix?.bound ?? postfix(at: end, words)?.bound {
      if prefix == nil, let after = postfix(at: end, words) { end = after.end }
      switch bound {
      case .least: upper = nil
      case .most: lower = nil
      case .cap: (lower, isCap) = (nil, true)
      case .about: isRough = true
      }
    }
    if text(end) == "percent" || text(end) == "%" || text(end) == "per" && text(end + 1) == "cent" {
      measure = .share
      end += text(end) == "per" ? 2 : 1
    }
    if measure == .things, ["time", "times"].contains(text(end)), words[end].gap == .space {
      measure = .times
      end += 1
    } else if text(start) == "twice" {
      measure = .times
    }
    var factor = 1
    var isTime = false
    if measure == .things, end < words.count, words[end].gap <= .hyphen, let minutes = minutes[text(end)],
      !["school", "working", "business"].contains(text(end - 1))
    {
      (factor, isTime) = (minutes, true)
      measure = .time
      end += 1
      if minutes == 60, text(end) == "and", text(end + 1) == "a", text(end + 2) == "half" {
        (lower, upper) = (lower.map { $0 + 50 }, upper.map { $0 + 50 })
        end += 3
      }
    }
    func scaled(_ value: Int?) -> Int? {
      guard let value else { return nil }
      let (product, isTooLarge) = value.multipliedReportingOverflow(by: factor)
      return isTooLarge ? value : product
    }
    var units = isTime || measure == .times ? (stems: [], end: end) : units(from: end, words)
    // "Five teams at most".
    var tail = units.end..<units.end
    if prefix == nil, lower == upper, units.end > end, let after = postfix(at: units.end, words) {
      switch after.bound {
      case .least: upper = nil
      case .most: lower = nil
      case .cap: (lower, isCap) = (nil, true)
      case .about: break
      }
      tail = units.end..<after.end
      units.end = after.end
    }
    let isDeadline =
      isTime || units.stems.contains("day") || units.stems.contains("week")
      ? ["after", "in", "inside", "within", "by"].contains(text(index - 1)) : false
    return Amount(
      lower: scaled(lower), upper: scaled(upper), measure: measure, units: units.stems, isDeadline: isDeadline,
      isCap: isCap, places: index..<end, phrase: index..<units.end, tail: tail, isRough: isRough)
  }

  private enum Bound {
    case least
    case most
    case cap
    case about
  }

  private static let prefixes: [(words: [String], bound: Bound)] = [
    (["at", "least"], .least), (["at", "most"], .cap), (["no", "fewer", "than"], .least),
    (["no", "less", "than"], .least), (["no", "more", "than"], .cap), (["not", "more", "than"], .cap),
    (["up", "to"], .most), (["as", "many", "as"], .most), (["a", "minimum", "of"], .least),
    (["a", "maximum", "of"], .cap), (["about"], .about),
    (["around"], .about), (["approximately"], .about), (["roughly"], .about),
  ]

  private static let postfixes: [(words: [String], bound: Bound)] = [
    (["or", "more"], .least), (["or", "above"], .least), (["or", "fewer"], .most), (["or", "less"], .most),
    (["at", "least"], .least), (["at", "most"], .cap),
  ]

  private static func prefix(at index: Int, _ words: [Word]) -> (bound: Bound, end: Int)? {
    match(prefixes, at: index, words)
  }

  private static func postfix(at index: Int, _ words: [Word]) -> (bound: Bound, end: Int)? {
    index < words.count && words[index].gap == .space ? match(postfixes, at: index, words) : nil
  }

  private static func match(_ phrases: [(words: [String], bound: Bound)], at index: Int, _ words: [Word]) -> (
    bound: Bound, end: Int
  )? {
    for phrase in phrases
    where phrase.words.count <= words.count - index
      && phrase.words.indices.allSatisfy({ words[index + $0].text == phrase.words[$0] })
    {
      return (phrase.bound, index + phrase.words.count)
    }
    return nil
  }

  /// The number at a place, in hundredths, including "half of", "half a", "an hour", "a third of".
  private static func number(at index: Int, _ words: [Word]) -> (value: Int, end: Int, measure: Measure)? {
    guard index < words.count else { return nil }
    func text(_ place: Int) -> String { place < words.count ? words[place].text : "" }
    switch text(index) {
    case "half":
      if text(index + 1) == "of" { return (5000, index + 1, .share) }
      if text(index + 1) == "dozen" { return (600, index + 2, .things) }
      if text(index + 1) == "a" || text(index + 1) == "an" {
        if text(index + 2) == "dozen" { return (600, index + 3, .things) }
        return (50, index + 2, .things)
      }
      if text(index + 1) == "the" { return (5000, index + 1, .share) }
      return nil
    case "twice": return (200, index + 1, .things)
    case "three" where text(index + 1) == "quarters" && text(index + 2) == "of":
      return (7500, index + 2, .share)
    case "two" where text(index + 1) == "thirds" && text(index + 2) == "of":
      return (6667, index + 2, .share)
    case "one" where text(index + 2) == "of" && ["quarter", "third"].contains(text(index + 1)):
      return (text(index + 1) == "third" ? 3333 : 2500, index + 2, .share)
    case "a", "an":
      if text(index + 1) == "half", text(index + 2) == "dozen" { return (600, index + 3, .things) }
      if text(index + 1) == "half", text(index + 2) == "hour" { return (50, index + 2, .things) }
      if text(index + 1) == "third", text(index + 2) == "of" { return (3333, index + 2, .share) }
      if text(index + 1) == "quarter", text(index + 2) == "of" { return (2500, index + 2, .share) }
      if minutes[text(index + 1)] != nil, words[index + 1].gap == .space { return (100, index + 1, .things) }
    default: break
    }
    guard let number = Numeral.spelledOut(at: index, in: words) else { return nil }
    if text(number.end) == "%" || text(number.end) == "percent" {
      return (number.value, number.end + 1, .share)
    }
    return (number.value, number.end, .things)
  }

  /// The stems of what is counted, and where that ends: up to three meaningful words with nothing between them.
  private static func units(from start: Int, _ words: [Word]) -> (stems: [String], end: Int) {
    var end = start
    let small: Word.Traits = [.small, .limit, .frequency, .number, .date, .money, .negation]
    while end < words.count, end < start + 3, end == start || words[end].gap <= .hyphen,
      words[end].traits.isDisjoint(with: small)
    {
      end += 1
    }
    guard end > start else { return ([], start) }
    let stems = [words[start].stem, words[end - 1].stem]
    return (stems[0] == stems[1] ? [stems[0]] : stems, end)
  }
}
