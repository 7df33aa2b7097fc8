/// A day of the Gregorian calendar.
package struct CalendarDate: BitwiseCopyable, Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The year, 1 to 9999.
  package var year: Int { Int(shortYear) }
  /// The month, 1 to 12.
  package var month: Int { Int(shortMonth) }
  /// The day of the month, from 1.
  package var day: Int { Int(shortDay) }
  // Small, because an agreement has dozens of dates and an archive millions.
  private let shortYear: Int16
  private let shortMonth: Int8
  private let shortDay: Int8

  /// A day before all others, for code that does not depend on the day.
  package static let distantPast = CalendarDate(checked: (1, 1, 1))

  private init(checked: (Int, Int, Int)) {
    (shortYear, shortMonth, shortDay) = (Int16(checked.0), Int8(checked.1), Int8(checked.2))
  }

  /// Nil for a day that the calendar does not have.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.dayCount(month, year) else {
      return nil
    }
    self.init(checked: (year, month, day))
  }

  /// Reads `YYYY-MM-DD` and nothing else.
  package init?(_ text: some Collection<UInt8>) { self.init(Array(text.prefix(11)).span) }

  /// Reads `YYYY-MM-DD` and nothing else.
  package init?(_ text: Span<UInt8>) {
    guard text.count == 10, text[4] == 0x2D, text[7] == 0x2D else { return nil }
    func number(_ range: Range<Int>) -> Int {
      var result = 0
      for index in range {
        guard (0x30...0x39).contains(text[index]) else { return -1 }
        result = result * 10 + Int(text[index] - 0x30)
      }
      return result
    }
    self.init(year: number(0..<4), month: number(5..<7), day: number(8..<10))
  }

  private static func dayCount(_ month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The number of days since March 1 of the year 0, for counting the days between two dates.
  ///
  /// A year that begins in March has its leap day at the end (H. Hinnant, "chrono-Compatible Low-Level Date
  /// Algorithms").
  package var dayNumber: Int {
    let year = month <= 2 ? year - 1 : year
    let monthFromMarch = (month + 9) % 12
    return year * 365 + year / 4 - year / 100 + year / 400 + (153 * monthFromMarch + 2) / 5 + day - 1
  }

  /// The day with a `dayNumber`; nil if it is outside the calendar.
  package init?(dayNumber: Int) {
    let era = dayNumber / 146_097
    let dayOfEra = dayNumber % 146_097
    guard dayNumber >= 0 else { return nil }
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    self.init(
      year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// The date as `YYYY-MM-DD`.
  package var description: String {
    func digits(_ number: Int, _ count: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: count - text.count) + text
    }
    return "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
  }

  /// Orders earlier days before later ones.
  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension CalendarDate: CellValue {
  /// The date in one number.
  var packed: UInt32 { UInt32(year) << 16 | UInt32(month) << 8 | UInt32(day) }

  package init(_ place: CellPlace) {
    let packed = Int(place.cell.value)
    self.init(checked: (packed >> 16, packed >> 8 & 0xFF, packed & 0xFF))
  }
}
