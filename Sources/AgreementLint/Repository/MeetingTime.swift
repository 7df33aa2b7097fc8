public import Agreement
public import Diagnostics

/// When a meeting takes place, without its name.
public struct MeetingTime: BitwiseCopyable, Sendable {
  /// On which days.
  public let days: Days
  /// When it begins, in minutes since midnight.
  public var start: Int { Int(startMinutes) }
  /// How long it takes, in minutes; zero where that is not said.
  public var minutes: Int { Int(length) }
  private let startMinutes: Int16
  private let length: Int16
  /// Where its name is written.
  public let range: SourceRange

  /// The days of a meeting.
  public enum Days: BitwiseCopyable, Sendable {
    /// One day, as `CalendarDate.dayNumber` counts.
    case one(Int32)
    /// A weekday, Monday being 0, every so many weeks.
    case weekly(weekday: Int8, weeks: Int8)
    /// A weekday, Monday being 0, once a month: the place counts from 0, and 4 is the last one.
    case monthly(weekday: Int8, place: Int8)
  }

  /// Takes a meeting; nil where its day or hour is not said or cannot be read.
  init?(_ meeting: Meeting) {
    guard let at = meeting.at.value else { return nil }
    startMinutes = Int16(at.minutes)
    length = Int16(clamping: meeting.minutes.value ?? 0)
    range = meeting.what.range
    if let date = meeting.date.value {
      days = .one(Int32(date.dayNumber))
      return
    }
    guard let every = meeting.every.value, let weekday = meeting.weekday.value,
      let day = Weekday.days.firstIndex(of: weekday.day)
    else { return nil }
    switch every {
    case .week: days = .weekly(weekday: Int8(day), weeks: 1)
    case .twoWeeks: days = .weekly(weekday: Int8(day), weeks: 2)
    case .month:
      guard let place = weekday.place.flatMap({ Weekday.places.firstIndex(of: $0) }) else { return nil }
      days = .monthly(weekday: Int8(day), place: Int8(place))
    }
  }

  /// The days on which it takes place in a school year, as `CalendarDate.dayNumber` counts.
  ///
  /// Every two weeks counts from the first day of the year, as the format says.
  public func dayNumbers(in year: ClosedRange<CalendarDate>) -> [Int] {
    let whole = year.lowerBound.dayNumber...year.upperBound.dayNumber
    switch days {
    case .one(let day): return whole.contains(Int(day)) ? [Int(day)] : []
    case .weekly(let weekday, let weeks):
      let first = whole.lowerBound + Self.days(from: whole.lowerBound, to: Int(weekday))
      return Array(stride(from: first, through: whole.upperBound, by: 7 * Int(weeks)))
    case .monthly(let weekday, let place):
      var result: [Int] = []
      for month
        in (year.lowerBound.year * 12 + year.lowerBound.month - 1)...(year.upperBound.year * 12
        + year.upperBound.month - 1)
      {
        guard let first = CalendarDate(year: month / 12, month: month % 12 + 1, day: 1)?.dayNumber else { continue }
        let next = CalendarDate(year: (month + 1) / 12, month: (month + 1) % 12 + 1, day: 1)?.dayNumber ?? first + 28
        var day = first + Self.days(from: first, to: Int(weekday)) + 7 * min(Int(place), 3)
        if place == 4, day + 7 < next { day += 7 }
        if whole.contains(day) { result.append(day) }
      }
      return result
    }
  }

  /// The days from a day to the next such weekday; day 0 of `CalendarDate.dayNumber`, the first of March of the year 0, was a Wednesday.
  private static func days(from day: Int, to weekday: Int) -> Int { ((weekday - day - 2) % 7 + 7) % 7 }

  /// Whether two meetings of one day overlap; of one without a length only the beginning counts.
  public func overlaps(_ other: MeetingTime) -> Bool {
    start == other.start || start < other.start + other.minutes && other.start < start + minutes
      || minutes == 0 && (other.start..<other.start + other.minutes).contains(start)
      || other.minutes == 0 && (start..<start + minutes).contains(other.start)
  }
}
