internal import Agreement

/// The first and the last day that a year's dates can have.
struct YearBounds {
  let starts: CalendarDate
  let ends: CalendarDate
  let first: CalendarDate
  let last: CalendarDate

  /// Nil if the first or the last day is not known, or if a conversation whose day could not be read may explain an
  /// early date.
  init?(_ agreement: Agreement) {
    guard let starts = agreement.content.starts.value, let ends = agreement.content.ends.value, starts < ends,
      agreement.content.conversation.value?.date.isBroken != true, !agreement.content.conversation.isBroken
    else { return nil }
    self.starts = starts
    self.ends = ends
    var slack = 0
    // A conversation from last year, or a late one, does not show how early the work begins.
    if let talked = agreement.content.conversation.value?.date.value, talked < starts, !talked.isLongBefore(starts) {
      slack = (starts.dayNumber - talked.dayNumber + 6) / 7 * 7
    }
    guard let first = CalendarDate(dayNumber: starts.dayNumber - slack),
      let last = CalendarDate(dayNumber: ends.dayNumber + slack)
    else { return nil }
    self.first = first
    self.last = last
  }
}
