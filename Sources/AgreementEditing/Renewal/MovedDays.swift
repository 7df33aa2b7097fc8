package import Agreement

/// How far the days of an agreement move into another school year: by whole weeks, so that each keeps its weekday and its week of
/// the school year.
package struct MovedDays: Sendable {
  /// The number of days, a multiple of seven.
  package let count: Int

  /// Finds the distance between two first days of school, to the nearest week.
  package init(from old: CalendarDate, to new: CalendarDate) {
    let days = new.dayNumber - old.dayNumber
    count = Int((Double(days) / 7).rounded()) * 7
  }

  /// A day as it is in the new year; nil if the calendar ends before it.
  package func callAsFunction(_ day: CalendarDate) -> CalendarDate? {
    CalendarDate(dayNumber: day.dayNumber + count)
  }

  /// The same weekday of nearly the same week some years later, in the calendar year of that date: 364 days later for the next year,
  /// or 371 where 364 would not leave the old one.
  package static func sameWeekday(as day: CalendarDate, after years: Int) -> CalendarDate? {
    // February 29 exists only in some years.
    guard let target = CalendarDate(year: day.year + years, month: day.month, day: min(day.day, 28)) else { return nil }
    let moved = MovedDays(from: day, to: target)
    for count in [moved.count, moved.count + 7, moved.count - 7] {
      if let found = CalendarDate(dayNumber: day.dayNumber + count), found.year == target.year { return found }
    }
    return nil
  }
}
