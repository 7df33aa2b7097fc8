/// Coaching roles, role documents, challenges, strengths and expected results.
extension ChangeClass {
  static let challengeAdded = ChangeClass(
    "challenge-added", mirror: "challenge-dropped", .focus, "challenge named",
    "A challenge is named that was not named before.")
  static let challengeChanged = ChangeClass(
    "challenge-changed", .focus, "challenge changed",
    "A challenge says something different.",
    examples: [
      ChangeExample(from: "Two buses leave early", to: "Two buses leave early again")
    ])
  static let challengeDropped = ChangeClass(
    "challenge-dropped", mirror: "challenge-added", .focus, "challenge no longer named",
    "A challenge is no longer named.",
    examples: [
      ChangeExample("a challenge goes", .remove("focus.challenges[0]"))
    ])
  static let challengeRecurring = ChangeClass(
    "challenge-recurring", .standing, "same challenge as before",
    "The same challenge is named in both school years.",
    examples: [
      ChangeExample.nextYear(also: ["topic-still-open"])
    ])
  static let challengeReworded = ChangeClass(
    "challenge-reworded", .wording, "challenge in other words",
    "A challenge is named in other words that mean the same.",
    examples: [
      ChangeExample(from: "Two buses leave early", to: "The two buses leave early")
    ])
  static let resultAdded = ChangeClass(
    "result-added", mirror: "result-dropped", .focus, "new expected result",
    "A new result is expected.")
  static let resultChanged = ChangeClass(
    "result-changed", .focus, "expected result changed",
    "An expected result says something different.",
    examples: [
      ChangeExample(from: "Every team writes common tests", to: "Every team writes common unit tests")
    ])
  static let resultDropped = ChangeClass(
    "result-dropped", mirror: "result-added", .focus, "expected result dropped",
    "A result is no longer expected.",
    examples: [
      ChangeExample("a result goes", .remove("focus.expected-results[1]"))
    ])
  static let resultReworded = ChangeClass(
    "result-reworded", .wording, "expected result in other words",
    "An expected result says the same thing in other words.",
    examples: [
      ChangeExample(from: "Every team writes common tests", to: "Each team writes common tests")
    ])
  package static let roleAdded = ChangeClass(
    "role-added", mirror: "role-dropped", .focus, "new coaching role",
    "The coach has a role that was not in the focus.",
    line: SummaryLine(320, "coaching role added", many: "coaching roles added"))
  static let roleChanged = ChangeClass(
    "role-changed", .focus, "coaching role described differently",
    "What a role of the coach means here has changed.",
    line: SummaryLine(330, "coaching role described differently", many: "coaching roles described differently"),
    examples: [
      ChangeExample(from: "New teachers in the first month", to: "New teachers in the first two months"),
      ChangeExample("a role means something else", .set("focus.roles.data-coach", "Anything that comes up")),
    ])
  static let roleDocumentAdded = ChangeClass(
    "role-document-added", mirror: "role-document-dropped", .frame, "document on the coach's roles added",
    "The agreement names another document on the coach's roles.",
    examples: [
      ChangeExample(from: "Handbook, chapter 2", to: "[\"Handbook, chapter 2\", \"The district's list\"]")
    ])
  static let roleDocumentChanged = ChangeClass(
    "role-document-changed", .frame, "document on the coach's roles changed",
    "The agreement now names a different document on the coach's roles, or a different part of it.",
    examples: [
      ChangeExample(from: "Handbook, chapter 2", to: "Handbook, chapter 2 and appendix")
    ])
  static let roleDocumentDropped = ChangeClass(
    "role-document-dropped", mirror: "role-document-added", .frame, "document on the coach's roles dropped",
    "The agreement no longer names a document on the coach's roles.")
  static let roleDocumentReworded = ChangeClass(
    "role-document-reworded", .wording, "document on the coach's roles in other words",
    "A document on the coach's roles is named in other words.",
    examples: [
      ChangeExample(from: "Handbook, chapter 2", to: "The handbook, chapter 2")
    ])
  static let roleDropped = ChangeClass(
    "role-dropped", mirror: "role-added", .focus, "coaching role dropped",
    "A role of the coach is no longer in the focus.",
    line: SummaryLine(310, "coaching role dropped", many: "coaching roles dropped"),
    examples: [
      ChangeExample("a role goes", .remove("focus.roles.data-coach"))
    ])
  static let roleReworded = ChangeClass(
    "role-reworded", .wording, "coaching role in other words",
    "What a role of the coach means here is said in other words.",
    examples: [
      ChangeExample(from: "New teachers in the first month", to: "The new teachers in the first month")
    ])
  static let strengthAdded = ChangeClass(
    "strength-added", mirror: "strength-dropped", .focus, "strength named",
    "A strength is named that was not named before.")
  static let strengthChanged = ChangeClass(
    "strength-changed", .focus, "strength changed",
    "A strength says something different.",
    examples: [
      ChangeExample(from: "Teams plan together already", to: "Teams plan together already, often")
    ])
  static let strengthDropped = ChangeClass(
    "strength-dropped", mirror: "strength-added", .focus, "strength no longer named",
    "A strength is no longer named.",
    examples: [
      ChangeExample("a strength goes", .remove("focus.strengths"))
    ])
  static let strengthReworded = ChangeClass(
    "strength-reworded", .wording, "strength in other words",
    "A strength is named in other words that mean the same.",
    examples: [
      ChangeExample(from: "Teams plan together already", to: "The teams plan together already")
    ])
}
