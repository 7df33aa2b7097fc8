package import Diagnostics

/// The meetings of the year and the rules around them.
package struct Meetings: MappingValue {
  /// When you meet.
  package internal(set) var schedule: Part<[Part<Meeting>]>
  /// What happens to a canceled meeting.
  package internal(set) var ifCanceled: Part<Text>
  /// What happens when somebody cannot come.
  package internal(set) var ifAbsent: Part<Text>
  /// Who sends the invitations.
  package internal(set) var invitations: Part<Party>

  init(holder: SourceRange) {
    schedule = .absent(holder: holder)
    ifCanceled = .absent(holder: holder)
    ifAbsent = .absent(holder: holder)
    invitations = .absent(holder: holder)
  }

  static let shape = MappingShape<Meetings>([
    Field(
      "schedule", { $0.schedule = $1 }, .list(of: Meeting.shape.asShape()), title: "Schedule",
      about: "When you meet: on single days, or regularly."),
    Field(
      "if-canceled", { $0.ifCanceled = $1 }, .text, title: "If canceled",
      about: "Whether a canceled meeting is moved or skipped.",
      examples: ["Rescheduled within a week"]),
    Field(
      "if-absent", { $0.ifAbsent = $1 }, .text, title: "If absent",
      about: "What happens when someone can't come.",
      examples: ["Goes on if the coach and one principal are there"]),
    Field(
      "invitations", { $0.invitations = $1 }, .party, title: "Invitations",
      about: "Who sends the calendar invites: a short name from `participants` or `others`.",
      examples: ["novak"]),
  ])
}

extension Meeting {
  /// The days of a meeting that does not recur, from `date` or `dates`.
  package var days: [Located<CalendarDate>] {
    if case .present(let day) = date { return [day] }
    return dates.value ?? []
  }
}

/// A single or recurring meeting.
package struct Meeting: MappingValue {
  /// Its name.
  package internal(set) var what: Part<Text>
  /// The day of a single meeting.
  package internal(set) var date: Part<CalendarDate>
  /// The days of a meeting with another rhythm.
  package internal(set) var dates: Part<[Located<CalendarDate>]>
  /// How often it recurs.
  package internal(set) var every: Part<Recurrence>
  /// The day of the week of a recurring meeting.
  package internal(set) var weekday: Part<Weekday>
  /// The time at which it begins.
  package internal(set) var at: Part<TimeOfDay>
  /// How long it takes, in minutes.
  package internal(set) var minutes: Part<Int>
  /// Where it takes place.
  package internal(set) var place: Part<Text>
  /// What it is for.
  package internal(set) var kind: Part<MeetingKind>

  init(holder: SourceRange) {
    what = .absent(holder: holder)
    date = .absent(holder: holder)
    dates = .absent(holder: holder)
    every = .absent(holder: holder)
    weekday = .absent(holder: holder)
    at = .absent(holder: holder)
    minutes = .absent(holder: holder)
    place = .absent(holder: holder)
    kind = .absent(holder: holder)
  }

  static let shape = MappingShape<Meeting>(
    [
      Field(
        "what", { $0.what = $1 }, .text, required: true, title: "What", about: "The name of the meeting.",
        examples: ["Check-in"]),
      Field(
        "date", { $0.date = $1 }, .date, title: "Date", about: "The day of a single meeting.",
        examples: ["2027-01-14"]),
      Field(
        "dates", { $0.dates = $1 }, .someOf(.date), title: "Dates",
        about: "The days of a meeting that follows another pattern, such as once a quarter.",
        examples: ["[2026-10-15, 2027-01-14, 2027-04-15]"]),
      Field(
        "every", { $0.every = $1 }, .word(Recurrence.self), title: "Every",
        about: "How often you meet. `two-weeks` is counted from the first day of the school year.",
        examples: ["two-weeks"]
      ),
      Field(
        "weekday", { $0.weekday = $1 }, .weekday, title: "Weekday",
        about: "The day of the week. For a monthly meeting, also which one.",
        examples: ["tuesday", "first tuesday", "first and third tuesday"]),
      Field(
        "at", { $0.at = $1 }, .time, title: "At", about: "When it begins.", examples: ["15:30", "3:30 pm"]),
      Field(
        "minutes", { $0.minutes = $1 }, .minutes, title: "Minutes", about: "How long it lasts.",
        examples: ["30"]),
      Field(
        "place", { $0.place = $1 }, .text, title: "Place", about: "Where you meet.",
        examples: ["Harmon library"]),
      Field(
        "kind", { $0.kind = $1 }, .word(MeetingKind.self), title: "Kind",
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
