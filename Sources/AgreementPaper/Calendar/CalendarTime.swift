package import Agreement

/// When clocks change in a time zone, as far as a calendar needs it.
package struct CalendarZone: Sendable {
  /// A change of the clocks.
  package struct Change: Sendable {
    /// When it is, by the clock before the change.
    package let day: CalendarDate
    /// Seconds after midnight.
    package let seconds: Int
    /// Seconds east of Greenwich before and after.
    package let before: Int
    package let after: Int

    /// Makes a change.
    package init(day: CalendarDate, seconds: Int, before: Int, after: Int) {
      (self.day, self.seconds, self.before, self.after) = (day, seconds, before, after)
    }
  }

  /// The name in the system's list: `America/Chicago`.
  package let name: String
  /// The changes from the last one before the events to the first one after them, in order; one at least.
  package let changes: [Change]

  /// Makes a zone.
  package init(name: String, changes: [Change]) { (self.name, self.changes) = (name, changes) }
}

/// When an event is: on a whole day, or from a time of day on, in the time zone of its place.
struct CalendarTime: Sendable {
  let day: CalendarDate
  let at: TimeOfDay?

  /// The value: `20260901T073000`, or `20260901` for a whole day.
  var value: String { Self.digits(day) + (at.map { "T\(Self.digits($0.minutes * 60))" } ?? "") }

  /// The parameters and the value of a property: `;TZID=America/Chicago:20260901T073000`.
  func property(in zone: String?) -> String {
    guard at != nil else { return ";VALUE=DATE:\(value)" }
    return "\(zone.map { ";TZID=\($0)" } ?? ""):\(value)"
  }

  /// `20260901`.
  static func digits(_ day: CalendarDate) -> String { day.description.replacing("-", with: "") }

  /// `073000` for seconds after midnight.
  static func digits(_ seconds: Int) -> String {
    [seconds / 3600, seconds / 60 % 60, seconds % 60].map { ($0 < 10 ? "0" : "") + String($0) }.joined()
  }

  /// `-0600` for seconds east of Greenwich; the seconds are written only if there are any.
  static func offset(_ seconds: Int) -> String {
    let size = abs(seconds)
    return (seconds < 0 ? "-" : "+") + digits(size).prefix(size % 60 == 0 ? 4 : 6)
  }
}
