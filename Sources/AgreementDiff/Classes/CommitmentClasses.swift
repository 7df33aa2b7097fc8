/// Promises.
extension ChangeClass {
  static let commitmentAdded = ChangeClass(
    "commitment-added", mirror: "commitment-dropped", .new, "new commitment",
    "Someone makes a promise that nobody made before.")
  static let commitmentAdopted = ChangeClass(
    "commitment-adopted", mirror: "commitment-orphaned", .handed, "commitment whose owner is back",
    "Its owner had left and is back.")
  static let commitmentChanged = ChangeClass(
    "commitment-changed", .changed, "commitment changed",
    "It asks for something different, neither clearly less nor clearly more.",
    examples: [
      ChangeExample(
        from: "does: Look at the boards and the exit tickets together}",
        to:
          "does: Look at the boards together}\n        - {owner: [adams, brown], does: Look at the exit tickets together}",
        also: ["commitment-split"]),
      ChangeExample(
        "another owner of one with an id, in other words", also: ["commitment-handed-on"],
        .set("relationship-building.commitments[0].owner", "clark"),
        .set("relationship-building.commitments[0].does", "Wave at everybody by the gate")),
      ChangeExample(
        "the last one left, in entirely other words",
        .set("work-records.commitments[0].does", "Wave at everybody by the gate")),
      ChangeExample("a word more", .reword("work-records.commitments[0].does") { $0 + " again" }),
      ChangeExample(
        "other words for a part", .reword("work-records.commitments[0].does") { "Describe" + $0.drop { $0 != " " } }),
    ])
  static let commitmentDropped = ChangeClass(
    "commitment-dropped", mirror: "commitment-added", .dropped, "commitment dropped",
    "A promise is no longer in the agreement.",
    examples: [
      ChangeExample("a commitment goes", .remove("work-records.commitments[0]"))
    ])
  static let commitmentDueMoved = ChangeClass(
    "commitment-due-moved", .changed, "commitment due on another date",
    "It is due earlier or later, counted from the start of the school year. A difference of a week or less does not count.",
    examples: [
      ChangeExample("due later", .set("work-records.commitments[0].due", "2026-12-11"))
    ])
  static let commitmentHandedOn = ChangeClass(
    "commitment-handed-on", .handed, "commitment handed to someone else",
    "Someone else does it now.",
    examples: [
      ChangeExample(from: "[adams, brown]", to: "[adams, grade-4]"),
      ChangeExample("another owner", .set("team-coaching.commitments[0].owner", "adams")),
      ChangeExample("handed to somebody who takes no part", .set("team-coaching.commitments[0].owner", "office")),
    ])
  static let commitmentMerged = ChangeClass(
    "commitment-merged", mirror: "commitment-split", .changed, "commitment merged into another",
    "What was a promise by itself is now part of another one.")
  static let commitmentMoved = ChangeClass(
    "commitment-moved", .changed, "commitment moved to another topic",
    "It is now under another topic.",
    examples: [
      ChangeExample(
        "a commitment under another topic",
        .move("initial-caseload.commitments[0]", to: "relationship-building.commitments"))
    ])
  static let commitmentOrphaned = ChangeClass(
    "commitment-orphaned", mirror: "commitment-adopted", .dropped, "commitment whose owner left",
    "Its owner left, and nobody took it over.",
    settledAs: 1,
    examples: [
      ChangeExample("an owner who left", also: ["person-left"], .add("participants.clark", "left: 2027-02-01"))
    ])
  static let commitmentOwnerLess = ChangeClass(
    "commitment-owner-less", mirror: "commitment-owner-more", .handed, "commitment with fewer owners",
    "Someone no longer shares it. The others who own it still do.",
    examples: [
      ChangeExample(from: "[adams, brown]", to: "adams")
    ])
  static let commitmentOwnerMore = ChangeClass(
    "commitment-owner-more", mirror: "commitment-owner-less", .handed, "commitment with more owners",
    "Someone now shares it with those who owned it before.",
    examples: [
      ChangeExample("one more owner", .set("team-coaching.commitments[0].owner", "[clark, adams]"))
    ])
  static let commitmentReworded = ChangeClass(
    "commitment-reworded", .wording, "commitment in other words",
    "It makes the same promise in other words: another article, another order, a word with the same meaning.",
    examples: [
      ChangeExample(
        "an article less",
        .reword("work-records.commitments[0].does") { $0.replacing(" the ", with: " ", maxReplacements: 1) })
    ])
  static let commitmentSplit = ChangeClass(
    "commitment-split", mirror: "commitment-merged", .changed, "commitment split in two",
    "What was part of another promise is now one by itself.")
  static let commitmentStrengthened = ChangeClass(
    "commitment-strengthened", mirror: "commitment-weakened", .strengthened, "commitment strengthened",
    "It promises more: \"try to\" became \"will\", monthly became weekly, a number went up, a date was added, or a hedge was removed."
  )
  static let commitmentWeakened = ChangeClass(
    "commitment-weakened", mirror: "commitment-strengthened", .weakened, "commitment weakened",
    "It promises less: \"will\" became \"try to\", weekly became monthly, a number went down, a date was lost, or a hedge was added.",
    examples: [
      ChangeExample(
        "will becomes will try to",
        .reword("work-records.commitments[1].does") {
          $0.replacing("Will offer", with: "Will try to offer", maxReplacements: 1)
        }),
      ChangeExample(
        "will becomes may",
        .reword("work-records.commitments[1].does") {
          $0.replacing("Will offer", with: "May offer", maxReplacements: 1)
        }),
      ChangeExample("a hedge comes", .reword("team-coaching.commitments[0].does") { $0 + ", if time permits" }),
      ChangeExample("weekly becomes monthly", .set("work-records.commitments[1].every", "month")),
      ChangeExample(
        "a number goes down",
        .reword("work-records.commitments[1].does") { $0.replacing("six", with: "four", maxReplacements: 1) }),
      ChangeExample(
        "a number in digits goes down",
        .reword("work-records.commitments[1].does") { $0.replacing("six", with: "4", maxReplacements: 1) }),
      ChangeExample("the date goes", .remove("work-records.commitments[0].due")),
      ChangeExample("how often goes", .remove("work-records.commitments[1].every")),
    ])
}
