package import Diagnostics

/// The meetings of the year and the rules around them.
package struct Meetings: View {
  package enum Key: Int { case schedule, ifCanceled, ifAbsent, invitations }
  package let record: Record
  package init(_ place: CellPlace) { record = Record(place) }

  package var schedule: Part<List<Part<Meeting>>> { self[.schedule] }
  package var ifCanceled: Part<Text> { self[.ifCanceled] }
  package var ifAbsent: Part<Text> { self[.ifAbsent] }
  package var invitations: Part<Party> { self[.invitations] }

  package static let table = MappingDescription([
    Field(
      Key.schedule, "schedule", .list(of: .mapping(Meeting.table)), title: "Schedule",
      about: "When you meet: on single days, or regularly."),
    Field(
      Key.ifCanceled, "if-canceled", .text, title: "If canceled",
      about: "Whether a canceled meeting is moved or skipped.", examples: ["Rescheduled within a week"]),
    Field(
      Key.ifAbsent, "if-absent", .text, title: "If absent", about: "What happens when someone can't come.",
      examples: ["Goes on if the coach and one principal are there"]),
    Field(
      Key.invitations, "invitations", .party, title: "Invitations",
      about: "Who sends the calendar invites: a short name from `participants` or `others`.", examples: ["novak"]),
  ])
}

extension Meeting {
  /// The days of a meeting that does not recur, from `date` or `dates`.
  package var days: [Located<CalendarDate>] {
    if case .present(let day) = date { return [day] }
    return dates.value.map(Array.init) ?? []
  }
}

/// A single or recurring meeting.
package struct Meeting: View {
  package enum Key: Int { case what, date, dates, every, weekday, at, minutes, place, kind }
  package let record: Record
  package init(_ place: CellPlace) { record = Record(place) }

  package var what: Part<Text> { self[.what] }
  package var date: Part<CalendarDate> { self[.date] }
  package var dates: Part<List<Located<CalendarDate>>> { self[.dates] }
  package var every: Part<Recurrence> { self[.every] }
  package var weekday: Part<Weekday> { self[.weekday] }
  package var at: Part<TimeOfDay> { self[.at] }
  package var minutes: Part<Int> { self[.minutes] }
  package var place: Part<Text> { self[.place] }
  package var kind: Part<MeetingKind> { self[.kind] }

  package static let table = MappingDescription(
    [
      Field(
        Key.what, "what", .text, required: true, title: "What", about: "The name of the meeting.",
        examples: ["Check-in"]),
      Field(Key.date, "date", .date, title: "Date", about: "The day of a single meeting.", examples: ["2027-01-14"]),
      Field(
        Key.dates, "dates", .someOf(.date), title: "Dates",
        about: "The days of a meeting that follows another pattern, such as once a quarter.",
        examples: ["[2026-10-15, 2027-01-14, 2027-04-15]"]),
      Field(
        Key.every, "every", .oneOf(Recurrence.self), title: "Every",
        about: "How often you meet. `two-weeks` is counted from the first day of the school year.",
        examples: ["two-weeks"]),
      Field(
        Key.weekday, "weekday", .weekday, title: "Weekday",
        about: "The day of the week. For a monthly meeting, also which one.",
        examples: ["tuesday", "first tuesday", "first and third tuesday"]),
      Field(Key.at, "at", .time, title: "At", about: "When it begins.", examples: ["15:30", "3:30 pm"]),
      Field(Key.minutes, "minutes", .minutes, title: "Minutes", about: "How long it lasts.", examples: ["30"]),
      Field(Key.place, "place", .text, title: "Place", about: "Where you meet.", examples: ["Harmon library"]),
      Field(
        Key.kind, "kind", .oneOf(MeetingKind.self), title: "Kind",
        about: "What it is for. A year needs at least one `priorities-review`.", examples: ["check-in"]),
    ],
    constraints: [
      .exactlyOne(["date", "dates", "every"]), .needs("every", values: [], then: "weekday"),
      .excludes("date", "weekday"), .excludes("dates", "weekday"),
      .words(
        "every", values: ["week", "two-weeks"], then: "weekday", count: 1...1, takes: "the name of a day",
        example: "tuesday"),
      .words(
        "every", values: ["month"], then: "weekday", count: 2...4, takes: "a day and which one of the month",
        example: "first tuesday"),
    ])
}
