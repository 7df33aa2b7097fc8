internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

extension Decoder {
  /// A date in the years of this file, for a message.
  var sampleDate: String { day("starts").map(\.description) ?? "2026-08-17" }

  /// A day without a year, as in "by October 1", within the file's school year; nil if it is not certain.
  func dateInYear(_ text: String) -> CalendarDate? {
    guard let starts = day("starts"), let ends = day("ends"), starts < ends else { return nil }
    var words = text.lowercased().split { " ,.".contains($0) }.map(String.init)
    while let first = words.first, Self.beforeDates.contains(first) || Rhythm(first)?.days.count == 1 {
      words.removeFirst()
    }
    guard let (month, day) = Self.monthAndDay(words) else { return nil }
    let inYear = Set([starts.year, ends.year]).compactMap { CalendarDate(year: $0, month: month, day: day) }
      .filter { starts <= $0 && $0 <= ends }
    if let only = inYear.first { return inYear.count == 1 ? only : nil }
    // The conversation and the drafting come before the first day of school.
    return CalendarDate(year: starts.year, month: month, day: day).flatMap { date in
      date < starts && starts.dayNumber - date.dayNumber <= 120 ? date : nil
    }
  }

  private static func monthAndDay(_ words: [String]) -> (month: Int, day: Int)? {
    if words.count == 1 {
      let parts = words[0].split(separator: "/").map { Int($0) }
      guard parts.count == 2, let month = parts[0], let day = parts[1] else { return nil }
      return (month, day)
    }
    guard words.count == 2 else { return nil }
    for (name, number) in [(words[0], words[1]), (words[1], words[0])] {
      let digits = number.prefix { $0.isASCII && $0.isNumber }
      if let month = DateGuess.month(name), let day = Int(digits),
        ["", "st", "nd", "rd", "th"].contains(String(number.dropFirst(digits.count)))
      {
        return (month, day)
      }
    }
    return nil
  }

  private static let beforeDates: Set<String> = [
    "before", "by", "due", "no", "later", "than", "on", "the", "till", "until",
  ]

  /// The day under an outermost key.
  private func day(_ word: StaticString) -> CalendarDate? {
    guard let root = document.root, let node = child(word, of: root), document.kind(of: node) == .scalar else {
      return nil
    }
    return CalendarDate(document.bytes(of: node))
  }
}
