package import Agreement
package import Diagnostics

/// When a meeting takes place, without its name.
package struct MeetingTime: BitwiseCopyable, Sendable {
  /// The days on which it takes place.
  package let days: Days
  /// When it begins, in minutes since midnight.
  package var start: Int { Int(startMinutes) }
  /// How long it takes, in minutes; zero if that is not said.
  package var minutes: Int { Int(length) }
  private let startMinutes: Int16
  private let length: Int16
  /// Where its name is written.
  package let range: SourceRange

  /// The days of a meeting.
  package enum Days: BitwiseCopyable, Sendable {
    /// One day, as `CalendarDate.dayNumber` counts.
    case one(Int32)
    /// A weekday, with Monday as 0, every so many weeks.
    case weekly(weekday: Int8, weeks: Int8)
    /// A weekday, with Monday as 0, once a month: the place counts from 0, and 4 is the last one.
    case monthly(weekday: Int8, place: Int8)
  }

  private init(_ days: Days, at start: TimeOfDay, of meeting: Meeting) {
    self.days = days
    startMinutes = Int16(start.minutes)
    length = Int16(clamping: meeting.minutes.value ?? 0)
    range = meeting.what.range
  }

  /// The times of a meeting: several if it lists its days or is twice a month, none if its day or hour is not said or
  /// cannot be read.
  static func all(of meeting: Meeting) -> [MeetingTime] {
    guard let start = meeting.at.value else { return [] }
    return days(of: meeting).map { MeetingTime($0, at: start, of: meeting) }
  }

  /// The days of a meeting, whether or not its hour is said: several if it lists them or is twice a month.
  package static func days(of meeting: Meeting) -> [Days] {
    let days = meeting.days
    // A school year has no more days than this; the rest of a longer list is not kept.
    if !days.isEmpty { return days.prefix(366).map { .one(Int32($0.value.dayNumber)) } }
    guard let every = meeting.every.value, let weekday = meeting.weekday.value,
      let day = Weekday.days.firstIndex(of: weekday.day)
    else { return [] }
    switch every {
    case .week: return [.weekly(weekday: Int8(day), weeks: 1)]
    case .twoWeeks: return [.weekly(weekday: Int8(day), weeks: 2)]
    case .month:
      return weekday.places.compactMap { Weekday.allPlaces.firstIndex(of: $0) }.map {
        .monthly(weekday: Int8(day), place: Int8($0))
      }
    }
  }

  /// The days on which it takes place in a school year, as `CalendarDate.dayNumber` counts.
  package func dayNumbers(in year: ClosedRange<CalendarDate>) -> [Int] { days.dayNumbers(in: year) }

  /// Whether two meetings on one day overlap; for one without a length only the beginning counts.
  package func overlaps(_ other: MeetingTime) -> Bool {
    start == other.start || start < other.start + other.minutes && other.start < start + minutes
      || minutes == 0 && (other.start..<other.start + other.minutes).contains(start)
      || other.minutes == 0 && (start..<start + minutes).contains(other.start)
  }
}

extension MeetingTime.Days {
  /// The days on which it takes place in a school year, as `CalendarDate.dayNumber` counts.
  ///
  /// "Every two weeks" counts from the first day of the year, as the format says.
  package func dayNumbers(in year: ClosedRange<CalendarDate>) -> [Int] {
    let whole = year.lowerBound.dayNumber...year.upperBound.dayNumber
    switch self {
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

  /// The number of days from a day to the next such weekday; day 0 of `CalendarDate.dayNumber`, March 1 of the year 0,
  /// was a Wednesday.
  private static func days(from day: Int, to weekday: Int) -> Int { ((weekday - day - 2) % 7 + 7) % 7 }
}
