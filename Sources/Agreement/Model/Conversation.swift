internal import Diagnostics

/// The conversation in which the agreement was made.
package struct Conversation: MappingValue {
  /// The day of the meeting.
  package internal(set) var date: Part<CalendarDate>
  /// Who led it.
  package internal(set) var facilitator: Part<Reference>
  /// Who wrote the notes.
  package internal(set) var noteTaker: Part<Reference>
  /// Who was not there; everybody else was.
  package internal(set) var absent: Part<[Part<Reference>]>
  /// What the conversation is for.
  package internal(set) var purposes: Part<[Text]>

  init(holder: SourceRange) {
    date = .absent(holder: holder)
    facilitator = .absent(holder: holder)
    noteTaker = .absent(holder: holder)
    absent = .absent(holder: holder)
    purposes = .absent(holder: holder)
  }

  static let shape = MappingShape<Conversation>([
    Field(
      "date", { $0.date = $1 }, .date, title: "Date", about: "The day you met.", examples: ["2026-08-06"]),
    Field(
      "facilitator", { $0.facilitator = $1 }, .participant, title: "Facilitator",
      about: "Who led the conversation.",
      examples: ["tran"]),
    Field(
      "note-taker", { $0.noteTaker = $1 }, .participant, title: "Note taker",
      about: "Who wrote the notes.", examples: ["novak"]),
    Field(
      "absent", { $0.absent = $1 }, .list(of: .participant), title: "Absent",
      about: "Who was not there. Leave out the reasons, which are private.", examples: ["[doyle]"]),
    Field(
      "purposes", { $0.purposes = $1 }, .textList, title: "Purposes",
      about: "What the conversation is for: one of the usual purposes, or your own words.",
      examples: ["set-relationship-terms", "plan-ongoing-dialogue", "align-leadership"]),
  ])
}

/// The norms for this and all later meetings.
package struct Norms: MappingValue {
  /// What everybody agreed to.
  package internal(set) var agreed: Part<[Text]>
  /// The day on which the norms were read again, at the end of the conversation.
  package internal(set) var reviewed: Part<CalendarDate>

  init(holder: SourceRange) {
    agreed = .absent(holder: holder)
    reviewed = .absent(holder: holder)
  }

  static let shape = MappingShape<Norms>([
    Field(
      "agreed", { $0.agreed = $1 }, .textList, title: "Norms",
      about: "How you treat each other, in this meeting and all later ones.",
      examples: ["Start and end on time"]),
    Field(
      "reviewed", { $0.reviewed = $1 }, .date, title: "Reviewed",
      about: "The day you reread the norms, after the topics.", examples: ["2026-08-06"]),
  ])
}
