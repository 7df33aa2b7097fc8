package import Agreement

/// The days of a school year, and those without school.
package struct SchoolCalendar: Sendable {
  package let starts: CalendarDate
  package let ends: CalendarDate
  package let closed: [DayRange]

  /// Whether there is no school on a day.
  package func isClosed(_ day: CalendarDate) -> Bool { closed.contains { $0.contains(day) } }
}
