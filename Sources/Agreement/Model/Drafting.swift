internal import Diagnostics

/// How the talk becomes a written agreement.
package struct Drafting: MappingValue {
  /// Who writes it.
  package internal(set) var owner: Part<Reference>
  /// The day by which it is written.
  package internal(set) var due: Part<CalendarDate>
  /// How everybody reads it.
  package internal(set) var review: Part<DraftingStep>
  /// How everybody signs.
  package internal(set) var sign: Part<DraftingStep>

  init(holder: SourceRange) {
    owner = .absent(holder: holder)
    due = .absent(holder: holder)
    review = .absent(holder: holder)
    sign = .absent(holder: holder)
  }

  static let shape = MappingShape<Drafting>([
    Field(
      "owner", { $0.owner = $1 }, .participant, title: "Owner", about: "Who writes the agreement.",
      examples: ["novak"]),
    Field(
      "due", { $0.due = $1 }, .date, title: "Due", about: "The day the draft is ready.",
      examples: ["2026-08-08"]),
    Field(
      "review", { $0.review = $1 }, DraftingStep.shape.asShape(), title: "Review",
      about: "How everyone reads it, and by when."),
    Field(
      "sign", { $0.sign = $1 }, DraftingStep.shape.asShape(), title: "Sign",
      about: "How everyone signs it, and by when."),
  ])
}

/// A step between the talk and the signed agreement.
package struct DraftingStep: MappingValue {
  /// How it is done.
  package internal(set) var how: Part<Text>
  /// The day by which it is done.
  package internal(set) var due: Part<CalendarDate>

  init(holder: SourceRange) {
    how = .absent(holder: holder)
    due = .absent(holder: holder)
  }

  static let shape = MappingShape<DraftingStep>([
    Field(
      "how", { $0.how = $1 }, .text, title: "How", about: "How it is done.",
      examples: ["Shared document, comments only"]),
    Field(
      "due", { $0.due = $1 }, .date, title: "Due", about: "The last day to do it.", examples: ["2026-08-11"]),
  ])
}
