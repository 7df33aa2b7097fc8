/// A time of day in words other than the format's: "3pm", "15.30", "1530", "noon", "3:30-4:15 pm".
struct TimeGuess {
  /// The time.
  let start: TimeOfDay
  /// The minutes until the end, if one is given.
  let minutes: Int?

  /// The same time in the afternoon, if the words leave that open and nobody meets so early in the morning.
  let afternoon: TimeOfDay?

  /// Nil if the words could mean two times.
  init?(_ text: String) {
    guard text.utf8.count <= 40 else { return nil }
    // "p.m." is "pm", and "3.30" is not "330".
    var plain = ""
    for character in text.lowercased() where character != "." || plain.last?.isLetter != true {
      plain.append(character)
    }
    for separator in ["-", "–", "—", " to ", " until ", " till "] {
      guard let found = plain.firstRange(of: separator) else { continue }
      guard var first = Self.clock(String(plain[..<found.lowerBound])),
        let second = Self.clock(String(plain[found.upperBound...]))
      else { return nil }
      if first.half == nil, let half = second.half {
        // 11:30 to 12:15 pm begins in the morning.
        first.half = half == 12 && first.hour % 12 > second.hour % 12 ? 0 : half
      }
      guard let start = Self.time(first), let end = Self.time(second) else { return nil }
      let length = end.minutes - start.minutes
      (self.start, minutes) = (start, (1...600).contains(length) ? length : nil)
      afternoon = first.half == nil ? Self.afternoon(start) : nil
      return
    }
    guard let clock = Self.clock(plain), let time = Self.time(clock) else { return nil }
    (start, minutes) = (time, nil)
    afternoon = clock.half == nil ? Self.afternoon(time) : nil
  }

  /// The time twelve hours later, for a time before six that is not just after midnight.
  private static func afternoon(_ time: TimeOfDay) -> TimeOfDay? {
    (60..<360).contains(time.minutes) ? TimeOfDay(minutes: time.minutes + 12 * 60) : nil
  }

  /// A time in words: "7.45 in the morning", "half past three in the afternoon", "quarter to eight in the morning".
  ///
  /// Without the part of the day, "quarter to eight" could be in the morning or in the evening, so it is left open.
  static func inWords(_ text: String) -> TimeGuess? {
    guard text.utf8.count <= 60 else { return nil }
    var plain = text.lowercased()
    var half: String?
    for (phrase, mark) in [
      ("in the morning", "am"), ("in the afternoon", "pm"), ("in the evening", "pm"), ("a.m.", "am"), ("p.m.", "pm"),
      ("before school", "am"), ("after school", "pm"), ("am", "am"), ("pm", "pm"),
    ] where plain.hasSuffix(phrase) {
      plain.removeLast(phrase.count)
      half = mark
      break
    }
    guard let half else { return nil }
    while plain.last == " " || plain.last == "," { plain.removeLast() }
    if let guess = TimeGuess("\(plain) \(half)") { return guess }
    var words = plain.split { $0 == " " || $0 == "-" }.map(String.init).filter { $0 != "a" && $0 != "at" }
    if words.last == "o'clock" { words.removeLast() }
    guard let last = words.last, let hour = Int(last) ?? hours.firstIndex(of: last).map({ $0 + 1 }),
      (1...12).contains(hour)
    else { return nil }
    switch words.dropLast().joined(separator: " ") {
    case "": return TimeGuess("\(hour):00 \(half)")
    case "half past": return TimeGuess("\(hour):30 \(half)")
    case "quarter past", "quarter after": return TimeGuess("\(hour):15 \(half)")
    case "quarter to", "quarter before", "quarter of": return TimeGuess("\(hour == 1 ? 12 : hour - 1):45 \(half)")
    default: return nil
    }
  }

  private static let hours = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]

  private typealias Clock = (hour: Int, minute: Int, half: Int?, isWhole: Bool)

  private static func clock(_ text: String) -> Clock? {
    var word = text.filter { $0 != " " && $0 != "\u{A0}" }
    switch word {
    case "noon", "12noon": return (12, 0, nil, true)
    case "midday": return (12, 0, nil, true)
    default: break
    }
    for prefix in ["at", "about", "around", "~"] where word.hasPrefix(prefix) { word.removeFirst(prefix.count) }
    for suffix in ["o'clock", "oclock", "uhr", "h", "hrs"] where word.hasSuffix(suffix) {
      word.removeLast(suffix.count)
    }
    var half: Int?
    for (suffix, value) in [("am", 0), ("pm", 12), ("a", 0), ("p", 12)] where half == nil && word.hasSuffix(suffix) {
      word.removeLast(suffix.count)
      half = value
    }
    let parts = word.split(omittingEmptySubsequences: false) { ":.h".contains($0) }
    let numbers = parts.compactMap { part in part.count <= 4 && !part.isEmpty ? Int(part) : nil }
    guard numbers.count == parts.count, !parts.isEmpty else { return nil }
    if parts.count == 1 {
      // "1530" and "330 pm"; "3" alone could be any hour.
      if parts[0].count >= 3 { return (numbers[0] / 100, numbers[0] % 100, half, parts[0].count == 4) }
      return (numbers[0], 0, half, half != nil || numbers[0] > 12)
    }
    guard parts.count == 2 || parts.count == 3 && numbers[2] == 0, parts[1].count == 2 else { return nil }
    return (numbers[0], numbers[1], half, true)
  }

  private static func time(_ clock: Clock) -> TimeOfDay? {
    guard clock.minute < 60, clock.isWhole || clock.half != nil else { return nil }
    if let half = clock.half {
      guard (1...12).contains(clock.hour) else { return nil }
      return TimeOfDay(minutes: (clock.hour % 12 + half) * 60 + clock.minute)
    }
    return clock.hour < 24 ? TimeOfDay(minutes: clock.hour * 60 + clock.minute) : nil
  }
}
