/// Schools, people and others who are named.
extension ChangeClass {
  static let campusAdded = ChangeClass(
    "campus-added", mirror: "campus-dropped", .people, "campus added",
    "The agreement covers one more school.",
    examples: [
      ChangeExample(from: "South School}", to: "South School, east: East School}")
    ])
  static let campusChanged = ChangeClass(
    "campus-changed", .people, "campus with another name, number or id",
    "A school has a different name, number or id.",
    examples: [
      ChangeExample(from: "South School}", to: "South Middle School}")
    ])
  static let campusDropped = ChangeClass(
    "campus-dropped", mirror: "campus-added", .people, "campus dropped",
    "The agreement no longer covers a school.")
  static let concernsChanged = ChangeClass(
    "concerns-changed", .people, "key concerns changed",
    "A person's key concerns are different topics.",
    examples: [
      ChangeExample(from: "[classroom-access]", to: "[planning-days]")
    ])
  static let otherAdded = ChangeClass(
    "other-added", mirror: "other-dropped", .people, "someone else named",
    "A person or group is newly named who is not part of the conversation and does not sign.",
    line: SummaryLine(270, "person or group named", many: "people or groups named"),
    examples: [
      ChangeExample("somebody else is named", .add("others", "board: The school board"))
    ])
  static let otherChanged = ChangeClass(
    "other-changed", .people, "someone else named differently",
    "A person or group who does not sign has a different name, id or description.",
    examples: [
      ChangeExample(from: "Three teachers", to: "Four teachers"),
      ChangeExample(from: "grade-4: {", to: "fourth: {"),
      ChangeExample("somebody else has another name", .set("others.office", "The main office")),
    ])
  static let otherDropped = ChangeClass(
    "other-dropped", mirror: "other-added", .people, "someone else no longer named",
    "A person or group who does not sign is no longer named.",
    line: SummaryLine(260, "person or group no longer named", many: "people or groups no longer named"),
    examples: [
      ChangeExample("somebody else is no longer named", .remove("others.office"))
    ])
  static let personCampusChanged = ChangeClass(
    "person-campus-changed", .people, "other campuses or another share of time",
    "A person works at different campuses, divides the time differently, or does other work elsewhere.",
    examples: [
      ChangeExample(from: "A class of his own", to: "Two classes of his own"),
      ChangeExample(from: "campuses: [north]", to: "campuses: [north, south]"),
      ChangeExample("time elsewhere", .add("participants.brown", "elsewhere: 20% in the district office")),
    ])
  static let personChanged = ChangeClass(
    "person-changed", .people, "name, title or id changed",
    "A person has a different name, title or id. Within one school year, also: a different day of joining or leaving.",
    examples: [
      ChangeExample("another id for the same name", .rename("clark", to: "cy"))
    ])
  package static let personJoined = ChangeClass(
    "person-joined", mirror: "person-left", .people, "person joined",
    "A person is new to the agreement.",
    line: SummaryLine(240, "person joined", many: "people joined"),
    examples: [
      ChangeExample("somebody joins", .add("participants", "davis: {name: Di Davis, role: teacher}"))
    ])
  package static let personLeft = ChangeClass(
    "person-left", mirror: "person-joined", .people, "person left",
    "A person is no longer part of the agreement.",
    line: SummaryLine(230, "person left", many: "people left"))
  static let personRoleChanged = ChangeClass(
    "person-role-changed", .people, "position changed",
    "A person has a different position in the partnership, such as principal or coach.",
    line: SummaryLine(250, "person with another position", many: "people with another position"),
    examples: [
      ChangeExample(from: "[instructional-coach, teacher]", to: "instructional-coach"),
      ChangeExample(from: "role: principal", to: "role: [principal, facilitator]"),
      ChangeExample("another role", .set("participants.clark.role", "content-coordinator")),
      ChangeExample("a second role", .set("participants.clark.role", "[assistant-principal, teacher]")),
    ])
}
