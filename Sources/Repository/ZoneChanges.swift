package import Agreement

extension ZoneInfo {
  /// A change of the clocks.
  package struct Change: Sendable {
    /// The day, by the clock before the change.
    package let day: CalendarDate
    /// Seconds after midnight, by the clock before the change.
    package let seconds: Int
    /// The offsets before and after, in seconds east of Greenwich.
    package let before: Int
    package let after: Int

    fileprivate init?(at time: Int, before: Int, after: Int) {
      let local = time + before
      guard let day = CalendarDate(dayNumber: ZoneInfo.dayNumber(at: local)) else { return nil }
      self.day = day
      seconds = ((local % ZoneInfo.daySeconds) + ZoneInfo.daySeconds) % ZoneInfo.daySeconds
      (self.before, self.after) = (before, after)
    }
  }

  fileprivate static let daySeconds = 86_400

  /// The changes of the clocks that matter for some days: from the last one before them to the first one after. If there
  /// is none before them, the first one changes nothing.
  package func changes(around days: ClosedRange<CalendarDate>) -> [Change] {
    // Clocks that change at all do it at least once in thirteen months.
    let margin = 400
    let first = (days.lowerBound.dayNumber - Self.dayNumber(at: 0)) * Self.daySeconds
    let last = (days.upperBound.dayNumber + 1 - Self.dayNumber(at: 0)) * Self.daySeconds
    let start = first - margin * Self.daySeconds
    var before: Change?
    var result: [Change] = []
    for time in stride(from: start, to: last + margin * Self.daySeconds, by: Self.daySeconds) {
      let (old, new) = (offset(at: time), offset(at: time + Self.daySeconds))
      guard old != new else { continue }
      var (low, high) = (time, time + Self.daySeconds)
      while high - low > 1 {
        let middle = (low + high) / 2
        if offset(at: middle) == old { low = middle } else { high = middle }
      }
      guard let change = Change(at: high, before: old, after: new) else { continue }
      // The offsets are at most a day.
      if high < first - Self.daySeconds {
        before = change
      } else {
        result.append(change)
        if high > last + Self.daySeconds { break }
      }
    }
    let known = offset(at: start)
    let beginning = before ?? Change(at: start, before: known, after: known)
    return (beginning.map { [$0] } ?? []) + result
  }
}
