internal import Agreement

/// The rule for all future years at the end of a time zone file, as POSIX writes it: `CST6CDT,M3.2.0,M11.1.0`.
struct ZoneRule {
  /// The winter offset, in seconds east of Greenwich.
  private let standard: Int
  private var summer: Summer?

  private struct Summer {
    /// The summer offset, in seconds east of Greenwich.
    let offset: Int
    let start: Change
    let end: Change
  }

  /// When clocks change in a year.
  private struct Change {
    let day: Day
    /// Seconds after midnight, by the clock before the change.
    let time: Int

    enum Day {
      /// A weekday of a month, with Sunday as 0; week 5 is the last one.
      case weekday(month: Int, week: Int, weekday: Int)
      /// A day of the year, from 0.
      case number(Int)
      /// A day of the year from 1, which is the same date each year: February 29 is never counted.
      case numberWithoutLeapDay(Int)
    }
  }

  /// Reads a rule; nil if it is not one.
  init?(_ text: some Sequence<UInt8>) {
    var reader = Reader(rest: Array(text)[...])
    guard reader.name(), let standard = reader.offset() else { return nil }
    self.standard = standard
    guard !reader.rest.isEmpty else { return }
    guard reader.name() else { return nil }
    var offset = standard + 3_600
    if reader.rest.first != 0x2C {
      guard let given = reader.offset() else { return nil }
      offset = given
    }
    guard let start = reader.change(), let end = reader.change(), reader.rest.isEmpty else { return nil }
    summer = Summer(offset: offset, start: start, end: end)
  }

  /// The offset in seconds east of Greenwich at a time in seconds since 1970.
  func offset(at time: Int) -> Int {
    guard let summer, let date = CalendarDate(dayNumber: ZoneInfo.dayNumber(at: time + standard)),
      let start = Self.time(of: summer.start, in: date.year), let end = Self.time(of: summer.end, in: date.year)
    else { return standard }
    let (from, to) = (start - standard, end - summer.offset)
    // South of the equator, summer continues from one year into the next.
    let isSummer = from <= to ? (from..<to).contains(time) : !(to..<from).contains(time)
    return isSummer ? summer.offset : standard
  }

  /// A change in a year, in seconds since 1970, by the clock before the change.
  private static func time(of change: Change, in year: Int) -> Int? {
    guard let newYear = CalendarDate(year: year, month: 1, day: 1)?.dayNumber else { return nil }
    let day: Int
    switch change.day {
    case .weekday(let month, let week, let weekday):
      guard let first = CalendarDate(year: year, month: month, day: 1)?.dayNumber else { return nil }
      // Day 0 of the numbers, March 1 of the year 0, is a Wednesday.
      var found = first + ((weekday - (first + 3)) % 7 + 7) % 7 + (week - 1) * 7
      while CalendarDate(dayNumber: found)?.month != month { found -= 7 }
      day = found
    case .number(let number): day = newYear + number
    case .numberWithoutLeapDay(let number):
      let isLeap = CalendarDate(year: year, month: 2, day: 29) != nil
      day = newYear + number - 1 + (isLeap && number >= 60 ? 1 : 0)
    }
    return (day - ZoneInfo.dayNumber(at: 0)) * 86_400 + change.time
  }

  /// Parses a rule from left to right.
  private struct Reader {
    var rest: ArraySlice<UInt8>

    /// Skips a name: `CST`, or `<+03>`.
    mutating func name() -> Bool {
      if rest.first == 0x3C {
        guard let end = rest.firstIndex(of: 0x3E) else { return false }
        rest = rest[(end + 1)...]
        return true
      }
      let name = rest.prefix { (0x61...0x7A).contains($0 | 0x20) }
      rest = rest.dropFirst(name.count)
      return name.count >= 3
    }

    /// An offset in seconds east of Greenwich; POSIX counts hours to the west.
    mutating func offset() -> Int? { time().map { -$0 } }

    /// `[+-]hh[:mm[:ss]]` in seconds.
    mutating func time() -> Int? {
      var sign = 1
      if let first = rest.first, first == 0x2B || first == 0x2D {
        sign = first == 0x2D ? -1 : 1
        rest = rest.dropFirst()
      }
      guard var result = number().map({ $0 * 3_600 }) else { return nil }
      for unit in [60, 1] where rest.first == 0x3A {
        rest = rest.dropFirst()
        guard let number = number() else { return nil }
        result += number * unit
      }
      return sign * result
    }

    /// `,M3.2.0/2`, `,J60` or `,59`.
    mutating func change() -> Change? {
      guard skip(0x2C) else { return nil }
      let day: Change.Day
      if skip(0x4D) {
        guard let month = number(), skip(0x2E), let week = number(), skip(0x2E), let weekday = number(),
          (1...12).contains(month), (1...5).contains(week), (0...6).contains(weekday)
        else { return nil }
        day = .weekday(month: month, week: week, weekday: weekday)
      } else if skip(0x4A) {
        guard let number = number(), (1...365).contains(number) else { return nil }
        day = .numberWithoutLeapDay(number)
      } else {
        guard let number = number(), number <= 365 else { return nil }
        day = .number(number)
      }
      guard skip(0x2F) else { return Change(day: day, time: 7_200) }
      return time().map { Change(day: day, time: $0) }
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
      guard rest.first == byte else { return false }
      rest = rest.dropFirst()
      return true
    }

    private mutating func number() -> Int? {
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      guard (1...3).contains(digits.count) else { return nil }
      rest = rest.dropFirst(digits.count)
      return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
  }
}
