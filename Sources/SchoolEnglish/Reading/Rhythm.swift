/// How often something happens, as a text states it.
package struct Rhythm: Sendable, Equatable {
  /// How often in a school year of 36 weeks, in thousandths of a time.
  package let perYear: Int
  /// The days of the week that are named, with Monday as 1.
  package let days: Set<Int>
  /// A word that says more than how often: "every morning" is not quite "daily".
  let special: String
  /// The indices of its words among all words of the text.
  package let places: Range<Int>

  /// A key shared by rhythms that mean the same.
  var exact: String { "rhythm \(perYear) \(days.sorted()) \(special)" }

  /// Words that are a rhythm alone, with the thousandths of a time in a school year.
  private static let alone: [String: Int] = [
    "annually": 1000, "biweekly": 18_000, "daily": 180_000, "fortnightly": 18_000, "mensual": 9000,
    "mensualmente": 9000, "monthly": 9000, "quarterly": 4000, "semanal": 36_000, "semanalmente": 36_000,
    "semiannually": 2000, "weekly": 36_000, "yearly": 1000,
  ]

  /// Periods of a school year, with the number of each.
  static let stretches: [String: Int] = [
    "day": 180, "días": 180, "día": 180, "fortnight": 18, "mes": 9, "meses": 9, "month": 9, "morning": 180,
    "quarter": 4, "semana": 36, "semanas": 36, "semester": 2, "semestre": 2, "term": 3, "trimester": 3, "week": 36,
    "year": 1, "año": 1,
  ]

  private static let times: [String: Int] = ["once": 1, "twice": 2, "thrice": 3]
  private static let openers: Set<String> = ["a", "al", "an", "cada", "each", "every", "per"]

  /// The words that are first or second in a rhythm.
  static let firstWords =
    Array(alone.keys) + times.keys + openers + ["on", "una", "time", "times", "vez", "veces"]
    + Array(Lexicon.weekdays.keys)

  /// All rhythms that some words state, in order. "A month" is a rhythm only after a number.
  static func all(in words: [Word]) -> [Rhythm] {
    guard words.contains(where: { $0.traits.contains(.frequency) }) else { return [] }
    var result: [Rhythm] = []
    var index = 0
    var lastNumber: Int?
    while index < words.count {
      if words[index].gap >= .clause { lastNumber = nil }
      if words[index].traits.contains(.number) || words[index].traits.contains(.money) { lastNumber = index }
      if words[index].traits.contains(.frequency) || words[index].traits.contains(.number),
        let found = found(at: index, in: words, isMeasured: lastNumber.map { index - $0 <= 5 && index > $0 } ?? false)
      {
        result.append(found)
        index = found.places.upperBound
      } else {
        index += 1
      }
    }
    return result
  }

  /// The rhythm stated by the answer to `every`: `week`, `other month`, `two weeks`, or words that say all of it.
  package static func every(_ text: String) -> Rhythm? {
    all(in: Word.all(in: "every " + text)).first { $0.places.lowerBound == 0 } ?? all(in: Word.all(in: text)).first
  }

  private static func found(at index: Int, in words: [Word], isMeasured: Bool) -> Rhythm? {
    func word(_ place: Int) -> String { place < words.count ? words[place].text : "" }
    func make(_ perYear: Int, _ end: Int, days: Set<Int> = [], special: String = "") -> Rhythm {
      Rhythm(perYear: perYear, days: days, special: special, places: index..<end)
    }
    let text = words[index].text
    if let perYear = alone[text] { return make(perYear, index + 1) }
    if let count = times[text] ?? timesCount(at: index, words) {
      let start = times[text] == nil ? index + 2 : index + 1
      if let perYear = alone[word(start)] { return make(count * perYear, start + 1) }
      let isIn = word(start) == "in"
      guard openers.contains(isIn ? word(start + 1) : word(start)) else {
        // "Dos veces al mes" has its article inside.
        return nil
      }
      if let rest = stretch(at: isIn ? start + 2 : start + 1, words) {
        return make(1000 * count * rest.perYear / 1000, rest.end, days: rest.days, special: rest.special)
      }
      return nil
    }
    switch text {
    case "every", "each", "per", "cada":
      guard let rest = stretch(at: index + 1, words) else { return nil }
      return make(rest.perYear, rest.end, days: rest.days, special: rest.special)
    case "a", "an", "al":
      guard isMeasured, let count = stretches[word(index + 1)], words[index + 1].gap == .space,
        !["ahead", "earlier", "early", "before", "after", "later", "in", "of", "long", "or"].contains(word(index + 2)),
        index == 0 || !words[index - 1].traits.contains(.number),
        index == 0
          || !["in", "within", "for", "over", "after", "about", "than", "least", "most", "to"].contains(word(index - 1))
      else { return nil }
      return make(1000 * count, index + 2)
    case "on":
      guard let days = days(at: index + 1, words), days.isPlural else { return nil }
      return make(36_000 * days.days.count, days.end, days: days.days)
    default:
      guard let days = days(at: index, words), days.isPlural else { return nil }
      return make(36_000 * days.days.count, days.end, days: days.days)
    }
  }

  /// "Three times", "3 times".
  private static func timesCount(at index: Int, _ words: [Word]) -> Int? {
    if words[index].text == "una", index + 1 < words.count, words[index + 1].text == "vez" { return 1 }
    guard index + 1 < words.count, ["time", "times", "vez", "veces"].contains(words[index + 1].text),
      let value = Numeral.value(of: words[index].text), value % 100 == 0, value > 0, value <= 100_000
    else { return nil }
    return value / 100
  }

  /// What comes after "every": a period, a number of periods, or days of the week.
  private static func stretch(at start: Int, _ words: [Word]) -> (
    perYear: Int, end: Int, days: Set<Int>, special: String
  )? {
    func word(_ place: Int) -> String { place < words.count ? words[place].text : "" }
    var next = start
    var divisor = 1
    if ["other", "second"].contains(word(next)) {
      divisor = 2
      next += 1
    } else if let number = Numeral.value(of: word(next)), number >= 100, number % 100 == 0, number <= 10_000 {
      divisor = number / 100
      next += 1
    } else if word(next) == "third", word(next + 1) != "of" {
      divisor = 3
      next += 1
    } else if ["school", "single", "working"].contains(word(next)) {
      next += 1
    }
    if let days = days(at: next, words) {
      return (36_000 * days.days.count / divisor, days.end, days.days, "")
    }
    let name = word(next)
    // `two-weeks` is a word of the format.
    guard next < words.count, next == start || words[next].gap == .space || words[next].gap == .hyphen,
      let count = stretches[name] ?? stretches[name.hasSuffix("s") ? String(name.dropLast()) : name]
    else { return nil }
    return (1000 * count / divisor, next + 1, [], name == "morning" || name == "mornings" ? "morning" : "")
  }

  /// Days of the week: one, several, or a range such as "Monday to Wednesday".
  static func days(at start: Int, _ words: [Word]) -> (days: Set<Int>, end: Int, isPlural: Bool)? {
    guard start < words.count, let first = Lexicon.weekdays[words[start].text],
      words[start].isCapital || words[start].text.utf8.count > 3
    else { return nil }
    func word(_ place: Int) -> String { place < words.count ? words[place].text : "" }
    var days: Set<Int> = [first.day]
    var isPlural = first.isPlural
    var last = first.day
    var end = start + 1
    // A week has seven days; a longer list would be searched again from each of its words.
    while end < words.count, end < start + 14 {
      if words[end].gap == .hyphen, let next = Lexicon.weekdays[word(end)], next.day > last {
        days.formUnion(last...next.day)
        (last, end, isPlural) = (next.day, end + 1, isPlural || next.isPlural)
      } else if ["to", "through", "thru"].contains(word(end)), let next = Lexicon.weekdays[word(end + 1)],
        next.day > last
      {
        days.formUnion(last...next.day)
        (last, end, isPlural) = (next.day, end + 2, isPlural || next.isPlural)
      } else if words[end].gap == .comma, let next = Lexicon.weekdays[word(end)] {
        days.insert(next.day)
        (last, end, isPlural) = (next.day, end + 1, isPlural || next.isPlural)
      } else if ["and", "&"].contains(word(end)), let next = Lexicon.weekdays[word(end + 1)] {
        days.insert(next.day)
        (last, end, isPlural) = (next.day, end + 2, isPlural || next.isPlural)
      } else {
        break
      }
    }
    return (days, end, isPlural)
  }
}

extension Rhythm {
  /// Whether another rhythm means the same.
  package func isSame(as other: Rhythm) -> Bool { exact == other.exact }
}
