/// Dates as people write them elsewhere.
package enum DateGuess {
  /// The only date that can be meant: `8/17/2026` (month first, as in the United States), `2026/8/17`,
  /// `August 17, 2026`.
  package static func date(in text: String) -> CalendarDate? {
    var words = text.split(whereSeparator: { "/-. ,–".contains($0) }).map(String.init)
    // "Tuesday, October 6, 2026"
    if words.count == 4, Rhythm(words[0])?.days.count == 1 { words.removeFirst() }
    guard words.count == 3 else { return nil }
    let numbers = words.map { Int($0.filter(\.isNumber).isEmpty ? "x" : String($0.prefix(while: \.isNumber))) }
    if let year = numbers[0], let month = numbers[1], let day = numbers[2], words[0].count == 4 {
      return CalendarDate(year: year, month: month, day: day)
    }
    guard let year = numbers[2], words[2].count == 4 || words[2].count == 2 else { return nil }
    // "August 14-18" is a range of days; two digits are a year only after a comma or the separator that divides the
    // others.
    if words[2].count == 2, isStretch(text, words) { return nil }
    let whole = year < 100 ? 2000 + year : year
    if let month = Self.month(words[0]), let day = numbers[1] {
      return CalendarDate(year: whole, month: month, day: day)
    }
    if let month = Self.month(words[1]), let day = numbers[0] {
      return CalendarDate(year: whole, month: month, day: day)
    }
    if text.contains("/") || text.contains("."), let first = numbers[0], let second = numbers[1] {
      // 14/10/2026 must have the day first.
      if first > 12, second <= 12 { return CalendarDate(year: whole, month: second, day: first) }
      return text.contains("/") || second > 12 ? CalendarDate(year: whole, month: first, day: second) : nil
    }
    return nil
  }

  /// Whether a dash joins the last two of three words, and something else the first two.
  private static func isStretch(_ text: String, _ words: [String]) -> Bool {
    guard let last = start(ofLast: words[2], in: text), let dash = text[..<last].last(where: { $0 != " " }),
      dash == "-" || dash == "–"
    else { return false }
    let first = text.drop { !$0.isLetter && !$0.isNumber }.drop { $0.isLetter || $0.isNumber }.first
    return first != dash
  }

  private static func start(ofLast word: String, in text: String) -> String.Index? {
    guard let end = text.lastIndex(where: { $0.isLetter || $0.isNumber }) else { return nil }
    return text.index(end, offsetBy: 1 - word.count, limitedBy: text.startIndex)
  }

  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  /// The number of a month, 1 to 12, by its name or the beginning of its name.
  static func month(_ word: String) -> Int? {
    guard word.count >= 3, word.allSatisfy(\.isLetter) else { return nil }
    return months.firstIndex { word.lowercased().hasPrefix($0) }.map { $0 + 1 }
  }
}
