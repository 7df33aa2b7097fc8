internal import Diagnostics

/// The conversation in which the agreement was made.
package struct Conversation: View {
  package enum Key: Int { case date, facilitator, noteTaker, absent, purposes }
  package let record: Record
  package init(_ place: CellPlace) { record = Record(place) }

  package var date: Part<CalendarDate> { self[.date] }
  package var facilitator: Part<Reference> { self[.facilitator] }
  package var noteTaker: Part<Reference> { self[.noteTaker] }
  package var absent: Part<List<Part<Reference>>> { self[.absent] }
  package var purposes: Part<List<Text>> { self[.purposes] }

  package static let table = MappingDescription([
    Field(Key.date, "date", .date, title: "Date", about: "The day you met.", examples: ["2026-08-06"]),
    Field(
      Key.facilitator, "facilitator", .participant, title: "Facilitator", about: "Who led the conversation.",
      examples: ["tran"]),
    Field(
      Key.noteTaker, "note-taker", .participant, title: "Note taker", about: "Who wrote the notes.", examples: ["novak"]
    ),
    Field(
      Key.absent, "absent", .list(of: .participant), title: "Absent",
      about: "Who was not there. Leave out the reasons, which are private.", examples: ["[doyle]"]),
    Field(
      Key.purposes, "purposes", .textList, title: "Purposes",
      about: "What the conversation is for: one of the usual purposes, or your own words.",
      examples: ["set-relationship-terms", "plan-ongoing-dialogue", "align-leadership"]),
  ])
}

/// The norms for this and all later meetings.
package struct Norms: View {
  package enum Key: Int { case agreed, reviewed }
  package let record: Record
  package init(_ place: CellPlace) { record = Record(place) }

  package var agreed: Part<List<Text>> { self[.agreed] }
  package var reviewed: Part<CalendarDate> { self[.reviewed] }

  package static let table = MappingDescription([
    Field(
      Key.agreed, "agreed", .textList, title: "Norms",
      about: "How you treat each other, in this meeting and all later ones.", examples: ["Start and end on time"]),
    Field(
      Key.reviewed, "reviewed", .date, title: "Reviewed", about: "The day you reread the norms, after the topics.",
      examples: ["2026-08-06"]),
  ])
}
