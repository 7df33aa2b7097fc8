package import Diagnostics

/// Something that somebody promised to do.
package struct Commitment: MappingValue {
  /// A name for it that stays the same from year to year.
  package internal(set) var id: Part<String>
  /// Who does it: one or more people.
  package internal(set) var owners: Part<[Located<Party>]>
  /// What they do.
  package internal(set) var does: Part<Text>
  /// The day by which it is done.
  package internal(set) var due: Part<CalendarDate>
  /// How often, in their own words.
  package internal(set) var every: Part<Text>

  init(holder: SourceRange) {
    id = .absent(holder: holder)
    owners = .absent(holder: holder)
    does = .absent(holder: holder)
    due = .absent(holder: holder)
    every = .absent(holder: holder)
  }

  static let shape = MappingShape<Commitment>(
    [
      Field(
        "id", { $0.id = $1 }, .identifier, title: "Id",
        about:
          "A short name that stays the same, so next year's comparison finds this promise again. Optional.",
        examples: ["open-the-year"]),
      Field(
        "owner", { $0.owners = $1 }, .oneOrMore(of: .party), required: true, title: "Owner",
        about:
          "Who does it. Use a short name from `participants` or `others`, or several in brackets.",
        examples: ["novak", "[novak, tran]"]),
      Field(
        "does", { $0.does = $1 }, .text, required: true, title: "Does", about: "What the person does.",
        examples: ["Offer six cycles"]),
      Field(
        "due", { $0.due = $1 }, .date, title: "Due", about: "The day by which it is done.",
        examples: ["2026-08-18"]),
      Field(
        "every", { $0.every = $1 }, .text, title: "Every", about: "How often it is done.",
        examples: ["semester", "week"]),
    ], constraints: [.atMostOne(["due", "every"])])
}
