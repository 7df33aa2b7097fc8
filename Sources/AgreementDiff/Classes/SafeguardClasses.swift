/// Confidentiality, names, access to classrooms and taking part.
extension ChangeClass {
  package static let accessClosed = ChangeClass(
    "access-closed", mirror: "access-opened", .access, "classrooms less open",
    "Rooms that were open now need an invitation, or fewer rooms are open, as far as the words show.",
    line: SummaryLine(110, "classrooms less open"),
    examples: [
      ChangeExample("by invitation", .set("classroom-access.agreed[0]", "By invitation of the teacher"))
    ])
  static let accessOpened = ChangeClass(
    "access-opened", mirror: "access-closed", .access, "classrooms more open",
    "Rooms that needed an invitation are now open, or more rooms are open, as far as the words show.",
    line: SummaryLine(120, "classrooms more open"))
  static let confidentialityNarrowed = ChangeClass(
    "confidentiality-narrowed", mirror: "confidentiality-widened", .confidentiality, "confidentiality: less is told",
    "Less is shared with administrators, more stays private, or there are fewer exceptions.",
    line: SummaryLine(20, "more stays confidential"),
    examples: [
      ChangeExample("more is private", .reword("focus.confidentiality.private") { $0 + ", and every visit" })
    ])
  static let confidentialityReworded = ChangeClass(
    "confidentiality-reworded", .confidentiality, "confidentiality: worded differently",
    "What is shared, private or an exception is said in other words. Read both.",
    settledAs: 5,
    examples: [
      ChangeExample(from: "shared: Teams,", to: "shared: Departments,")
    ])
  static let confidentialityWidened = ChangeClass(
    "confidentiality-widened", mirror: "confidentiality-narrowed", .confidentiality, "confidentiality: more is told",
    "More is shared with administrators, less stays private, or there are more exceptions.",
    line: SummaryLine(10, "less stays confidential"),
    examples: [
      ChangeExample("more is shared", .reword("focus.confidentiality.shared") { $0 + ", goals and grades" })
    ])
  package static let takingPartOptional = ChangeClass(
    "taking-part-optional", mirror: "taking-part-required", .access, "taking part is more of a choice",
    "What teachers had to take part in is now their choice, or more of it is, as far as the words show.",
    line: SummaryLine(130, "taking part is more of a choice"),
    examples: [
      ChangeExample("by choice", .set("participation-expectation[0]", "Planning is voluntary"))
    ])
  static let takingPartRequired = ChangeClass(
    "taking-part-required", mirror: "taking-part-optional", .access, "taking part is more of a duty",
    "What was the teachers' choice is now required, or more of it is, as far as the words show.",
    line: SummaryLine(140, "taking part is more of a duty"))
  static let teacherNamingChanged = ChangeClass(
    "teacher-naming-changed", .confidentiality, "naming of teachers changed",
    "What the agreement says about naming teachers is in other words. Read both.",
    line: SummaryLine(40, "the naming of teachers changed"),
    examples: [
      ChangeExample("names are named", .set("teacher-naming[0]", "Names, with consent"))
    ])
}
