package import Diagnostics

/// Something that somebody promised to do.
package struct Commitment: View {
  package enum Key: Int { case id, owners, does, due, every }
  package let record: Record
  package init(_ place: CellPlace) { record = Record(place) }

  package var id: Part<String> { self[.id] }
  package var owners: Part<List<Located<Party>>> { self[.owners] }
  package var does: Part<Text> { self[.does] }
  package var due: Part<CalendarDate> { self[.due] }
  package var every: Part<Text> { self[.every] }

  package static let table = MappingDescription(
    [
      Field(
        Key.id, "id", .identifier, title: "Id",
        about: "A short name that stays the same, so next year's comparison finds this promise again. Optional.",
        examples: ["open-the-year"]),
      Field(
        Key.owners, "owner", .oneOrMore(.party), required: true, title: "Owner",
        about: "Who does it. Use a short name from `participants` or `others`, or several in brackets.",
        examples: ["novak", "[novak, tran]"]),
      Field(
        Key.does, "does", .text, required: true, title: "Does", about: "What the person does.",
        examples: ["Offer six cycles"]),
      Field(Key.due, "due", .date, title: "Due", about: "The day by which it is done.", examples: ["2026-08-18"]),
      Field(Key.every, "every", .text, title: "Every", about: "How often it is done.", examples: ["semester", "week"]),
    ], constraints: [.atMostOne(["due", "every"])])
}
