/// Meetings and their rules.
extension ChangeClass {
  static let absencePolicyChanged = ChangeClass(
    "absence-policy-changed", .meetings, "rule for absences changed",
    "What happens when someone cannot come to a meeting has changed, or is no longer said.",
    examples: [
      ChangeExample(from: "The others write to her", to: "The others may write to her"),
      ChangeExample("another absence policy", .set("meetings.if-absent", "It is moved")),
    ])
  static let absencePolicyReworded = ChangeClass(
    "absence-policy-reworded", .wording, "rule for absences in other words",
    "What happens when someone cannot come to a meeting is said in other words.",
    examples: [
      ChangeExample(from: "The others write to her", to: "The others will write to her")
    ])
  static let cancelPolicyChanged = ChangeClass(
    "cancel-policy-changed", .meetings, "rule for canceled meetings changed",
    "What happens to a canceled meeting has changed, or is no longer said.",
    examples: [
      ChangeExample(from: "moved by a week", to: "moved by two weeks"),
      ChangeExample("another policy", .set("meetings.if-canceled", "It is skipped")),
    ])
  static let cancelPolicyReworded = ChangeClass(
    "cancel-policy-reworded", .wording, "rule for canceled meetings in other words",
    "What happens to a canceled meeting is said in other words.",
    examples: [
      ChangeExample(from: "It is moved by a week", to: "It will be moved by one week")
    ])
  static let invitationsChanged = ChangeClass(
    "invitations-changed", .meetings, "meeting invitations changed hands",
    "Someone else sends the invitations now, or nobody does.",
    examples: [
      ChangeExample(from: "invitations: adams", to: "invitations: brown"),
      ChangeExample(from: "invitations: adams", to: "invitations: office"),
    ])
  static let meetingAdded = ChangeClass(
    "meeting-added", mirror: "meeting-dropped", .new, "new meeting",
    "A meeting was added to the schedule.",
    line: .newMeeting,
    examples: [
      ChangeExample(from: "kind: check-in}", to: "kind: check-in}\n    - {what: Lunch, date: 2026-12-01}")
    ])
  static let meetingChanged = ChangeClass(
    "meeting-changed", .meetings, "meeting changed",
    "A meeting has a different day, time, length, place, name or kind.",
    examples: [
      ChangeExample(from: "2027-01-14]", to: "2027-02-25]"),
      ChangeExample(from: "place: Library", to: "place: Room 12"),
      ChangeExample(from: "first and third tuesday", to: "second and fourth tuesday"),
      ChangeExample(from: "every: month, weekday: first and third tuesday", to: "every: two-weeks, weekday: tuesday"),
      ChangeExample("a meeting elsewhere", .add("meetings.schedule[1]", "place: The library")),
      ChangeExample("a meeting moves", .set("meetings.schedule[1].date", "2026-11-12")),
    ])
  static let meetingDropped = ChangeClass(
    "meeting-dropped", mirror: "meeting-added", .dropped, "meeting dropped",
    "A meeting is no longer on the schedule.",
    line: SummaryLine(200, "meeting dropped", many: "meetings dropped"))
  static let meetingsLessOften = ChangeClass(
    "meetings-less-often", mirror: "meetings-more-often", .weakened, "meeting less often",
    "A regular meeting takes place less often.",
    line: SummaryLine(210, "meeting less often", many: "meetings less often"),
    examples: [
      ChangeExample(from: "first and third tuesday", to: "first tuesday"),
      ChangeExample("meetings less often", .set("meetings.schedule[0].every", "two-weeks")),
    ])
  static let meetingsMoreOften = ChangeClass(
    "meetings-more-often", mirror: "meetings-less-often", .strengthened, "meeting more often",
    "A regular meeting takes place more often.",
    line: SummaryLine(220, "meeting more often", many: "meetings more often"),
    examples: [
      ChangeExample(from: "2027-01-14]", to: "2027-01-14, 2027-03-18]"),
      ChangeExample(
        "a meeting on two days", .remove("meetings.schedule[1].date"),
        .add("meetings.schedule[1]", "dates: [2026-10-20, 2027-01-19]")),
    ])
  static let reviewAdded = ChangeClass(
    "review-added", mirror: "review-dropped", .new, "new review of the priorities",
    "A review of the priorities was added to the schedule.",
    line: .newMeeting)
  static let reviewDropped = ChangeClass(
    "review-dropped", mirror: "review-added", .dropped, "review of the priorities lost",
    "A review of the priorities is no longer on the schedule.",
    line: SummaryLine(190, "review of the priorities lost", many: "reviews of the priorities lost"),
    examples: [
      ChangeExample("a review goes", .remove("meetings.schedule[1]"))
    ])
}

extension SummaryLine {
  fileprivate static let newMeeting = SummaryLine(380, "new meeting", many: "new meetings")
}
