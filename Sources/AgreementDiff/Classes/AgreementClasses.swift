/// How an agreement comes, ends and is made.
extension ChangeClass {
  static let agreementEnded = ChangeClass(
    "agreement-ended", mirror: "agreement-new", .dropped, "agreement ended",
    "There was an agreement, and now there is none with the same id.")
  static let agreementNew = ChangeClass(
    "agreement-new", mirror: "agreement-ended", .new, "new agreement",
    "There is an agreement, and before there was none with the same id.")
  static let amended = ChangeClass(
    "amended", .frame, "changed after signing",
    "The day of the last change after signing is different. Only within one school year.",
    examples: [
      ChangeExample(from: "status: agreed", to: "status: agreed\namended: 2027-01-20")
    ])
  static let conversationChanged = ChangeClass(
    "conversation-changed", .frame, "conversation led or noted differently",
    "Someone else led the conversation or took the notes. Within one school year, also: it has another date, or others were absent.",
    examples: [
      ChangeExample(from: "facilitator: adams", to: "facilitator: brown"),
      ChangeExample(from: "date: 2026-08-05", to: "date: 2026-08-06"),
    ])
  static let draftingChanged = ChangeClass(
    "drafting-changed", .frame, "plan for writing and signing changed",
    "Who writes the agreement, or how it is read and signed, changed.",
    examples: [
      ChangeExample(from: "{how: On paper}", to: "{how: In ink}"),
      ChangeExample(from: "drafting: {owner: adams", to: "drafting: {owner: brown"),
    ])
  static let purposeAdded = ChangeClass(
    "purpose-added", mirror: "purpose-dropped", .frame, "purpose of the conversation added",
    "The conversation has a new purpose.",
    examples: [
      ChangeExample(from: "[align-leadership,", to: "[align-leadership, plan-ongoing-dialogue,")
    ])
  static let purposeChanged = ChangeClass(
    "purpose-changed", .frame, "purpose of the conversation changed",
    "A purpose of the conversation says something different.",
    examples: [
      ChangeExample(from: "set-relationship-terms", to: "set-relationship-terms-together")
    ])
  static let purposeDropped = ChangeClass(
    "purpose-dropped", mirror: "purpose-added", .frame, "purpose of the conversation dropped",
    "The conversation no longer has one of its purposes.")
  static let purposeReworded = ChangeClass(
    "purpose-reworded", .wording, "purpose of the conversation in other words",
    "A purpose of the conversation says the same thing in other words.",
    examples: [
      ChangeExample(from: "set-relationship-terms", to: "Set the relationship terms")
    ])
  static let signatureAdded = ChangeClass(
    "signature-added", mirror: "signature-removed", .frame, "signed",
    "A person signed. Only within one school year.",
    examples: [
      ChangeExample(from: "method: typed}", to: "method: typed}\n  brown: {signed: 2026-08-13, method: typed}")
    ])
  static let signatureChanged = ChangeClass(
    "signature-changed", .frame, "signed again",
    "A person signed another text, on another day or in another way. Only within one school year.",
    examples: [
      ChangeExample(from: "signed: 2026-08-12", to: "signed: 2026-08-13")
    ])
  static let signatureRemoved = ChangeClass(
    "signature-removed", mirror: "signature-added", .frame, "signature removed",
    "A person's signature is gone or withdrawn. Only within one school year.")
  static let statusChanged = ChangeClass(
    "status-changed", .frame, "status changed",
    "A draft became an agreement, or the other way around. Only within one school year.",
    examples: [
      ChangeExample("back to a draft", .set("status", "draft"))
    ])
  static let yearChanged = ChangeClass(
    "year-changed", .frame, "dates or id of the agreement changed",
    "The first or last day of the year, or the id of the agreement, has changed. Within one school year, also: the year itself.",
    examples: [
      ChangeExample(from: "ends: 2027-05-28", to: "ends: 2027-06-04"),
      ChangeExample(from: "id: school\n", to: "id: another\n"),
    ])
}
