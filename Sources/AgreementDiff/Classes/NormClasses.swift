/// Norms.
extension ChangeClass {
  static let normAdded = ChangeClass(
    "norm-added", mirror: "norm-dropped", .norms, "norm added",
    "There is a new norm.",
    line: SummaryLine(300, "norm added", many: "norms added"))
  static let normChanged = ChangeClass(
    "norm-changed", .norms, "norm changed",
    "A norm no longer says the same thing: words that carry meaning were added or removed.",
    line: SummaryLine(290, "norm changed", many: "norms changed"),
    examples: [
      ChangeExample(
        from: "agreed: Phones away and doors open", to: "agreed: [Phones away, Doors open]", also: ["norm-split"]),
      ChangeExample("a norm says more", .reword("norms.agreed[0]") { $0 + " and read it twice" }),
    ])
  package static let normDropped = ChangeClass(
    "norm-dropped", mirror: "norm-added", .norms, "norm dropped",
    "A norm is no longer in the agreement.",
    line: SummaryLine(280, "norm dropped", many: "norms dropped"),
    examples: [
      ChangeExample("a norm goes", .remove("norms.agreed[1]"))
    ])
  static let normMerged = ChangeClass(
    "norm-merged", mirror: "norm-split", .norms, "norm merged into another",
    "What was a norm by itself is now part of another one.")
  static let normReworded = ChangeClass(
    "norm-reworded", .wording, "norm in other words",
    "A norm says the same in other words.",
    examples: [
      ChangeExample(
        "a norm without an article", .reword("norms.agreed[0]") { $0.replacing(" the ", with: " ", maxReplacements: 1) }
      )
    ])
  static let normSplit = ChangeClass(
    "norm-split", mirror: "norm-merged", .norms, "norm split in two",
    "What was part of another norm is now one by itself.")
}
