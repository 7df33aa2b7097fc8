internal import Diagnostics

/// How the talk becomes a written agreement.
package struct Drafting: View {
  package enum Key: Int { case owner, due, review, sign }
  package let record: Record
  package init(_ place: CellPlace) { record = Record(place) }

  package var owner: Part<Reference> { self[.owner] }
  package var due: Part<CalendarDate> { self[.due] }
  package var review: Part<DraftingStep> { self[.review] }
  package var sign: Part<DraftingStep> { self[.sign] }

  package static let table = MappingDescription([
    Field(Key.owner, "owner", .participant, title: "Owner", about: "Who writes the agreement.", examples: ["novak"]),
    Field(Key.due, "due", .date, title: "Due", about: "The day the draft is ready.", examples: ["2026-08-08"]),
    Field(
      Key.review, "review", .mapping(DraftingStep.table), title: "Review", about: "How everyone reads it, and by when."),
    Field(Key.sign, "sign", .mapping(DraftingStep.table), title: "Sign", about: "How everyone signs it, and by when."),
  ])
}

/// A step between the talk and the signed agreement.
package struct DraftingStep: View {
  package enum Key: Int { case how, due }
  package let record: Record
  package init(_ place: CellPlace) { record = Record(place) }

  package var how: Part<Text> { self[.how] }
  package var due: Part<CalendarDate> { self[.due] }

  package static let table = MappingDescription([
    Field(Key.how, "how", .text, title: "How", about: "How it is done.", examples: ["Shared document, comments only"]),
    Field(Key.due, "due", .date, title: "Due", about: "The last day to do it.", examples: ["2026-08-11"]),
  ])
}
