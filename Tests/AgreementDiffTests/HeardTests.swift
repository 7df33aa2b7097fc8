import Agreement
import Diagnostics
import Testing

@testable import AgreementDiff

/// What somebody heard who listened to the diff and knew nothing but the texts: each sentence has to be so.
@Suite struct HeardTests {
  private static func reasons(_ old: String, _ new: String, counts: Bool = true) -> [String] {
    let found = TextComparison(old, new, countsNumbers: counts)
    return found.weaker + found.stronger + found.other
  }

  /// Pairs with everything that is said of them.
  @Test(arguments: [
    ("No class is skipped", "Every class is visited", ["it no longer says \"No class is skipped\""]),
    ("Visit rooms 2, 4 and 6", "Visit rooms 2 and 4", ["it no longer names 6"]),
    ("Read pages 3 to 7", "Read pages 5 to 11", ["it names different numbers: 5 and 11 instead of 3 and 7"]),
    ("Post the 2025-26 goals", "Post the 2026-27 goals", ["it names a different number: 2026-27 instead of 2025-26"]),
    (
      "Send it in the Monday letter", "Send it in every other Monday letter",
      ["it now says how often (\"every other Monday\")"]
    ),
    ("Plan it before asking the team", "Plan it without asking the team", ["it now says \"without asking the team\""]),
    (
      "Never share a score", "Rarely share a score",
      ["it says \"Rarely share a score\" instead of \"Never share a score\""]
    ),
    (
      "Never call a parent", "Call a parent only in an emergency",
      ["it no longer says \"Never call a parent\"", "it now says \"only in an emergency\""]
    ),
    ("Visit grades K-5", "Visit grades K-2", ["it is about fewer grades: grades K-2 instead of grades K-5"]),
    (
      "At least four teams", "Four teams at most", ["it says \"Four teams at most\" instead of \"At least four teams\""]
    ),
    ("Thank the team", "Thank the teams", ["it says \"teams\" instead of \"team\""]),
  ])
  func whatIsSaid(old: String, new: String, reasons: [String]) { #expect(Self.reasons(old, new) == reasons) }

  /// Numbers that look alike and are not.
  @Test(arguments: [
    ("Visit two rooms", "Visit two times"), ("Come twice", "Come three times"), ("At 8 schools", "At 8:00"),
    ("Meet no one alone", "Meet one alone"), ("Three quarters of the teams", "Two thirds of the teams"),
    ("Visit a few rooms", "Visit few rooms"), ("Visit about ten rooms", "Visit ten rooms"),
    ("Too few rooms are free", "Few rooms are free"), ("Meet at 3:20 pm", "Meet at 3:20 am"),
    ("Between 3 and 5 rooms", "Between 3 and 6 rooms"), ("Start at 8", "Start at 8:30"),
  ])
  func anotherNumber(old: String, new: String) {
    #expect(!TextComparison(old, new).isWordingOnly)
    #expect(!TextComparison(new, old).isWordingOnly)
  }

  /// What came in place of a hedge, a condition or a ban is quoted, and nobody says what that makes of the promise.
  @Test(arguments: [
    ("Usually share the log on Fridays", "Rarely share the log on Fridays", "it no longer says \"Usually\""),
    (
      "Visit each room if the budget allows", "Visit each room if the principal allows",
      "it now adds a reservation: \"if the principal allows\""
    ),
    ("Never try to share a score with anyone", "Never share a score with anyone", "it no longer says \"try to\""),
    ("No teacher must come to the talk", "No teacher may come to the talk", "\"must\" became \"may\""),
    (
      "Take the coach from a class at most once a month", "Take the coach from a class at most once a week",
      "how often is said in another way: \"once a week\" instead of \"once a month\""
    ),
    (
      "Teachers can sit in on the lesson", "Teachers cant sit in on the lesson",
      "it now says \"cant sit in on the lesson\""
    ),
    ("Must not share the notes of a lesson", "Should not share the notes of a lesson", "it now adds \"Should\""),
    (
      "The principal calls the coach on Mondays", "The coach calls the principal on Mondays",
      "the same words are in another order, so read both"
    ),
    (
      "North: open doors. South: by invitation.", "North: by invitation. South: open doors.",
      "the same words are in another order, so read both"
    ),
    ("Answer whenever asked by a team", "Answer when asked by a team", "it now says \"when asked\""),
    (
      "Greet the first-year coaches", "Greet the first-year coaches only",
      "it now holds only for this: \"first-year coaches only\""
    ),
  ])
  func noDirectionWhereTheWordsDoNotTell(old: String, new: String, reason: String) {
    let found = TextComparison(old, new)
    #expect(found.weaker == [] && found.stronger == [] && !found.isWordingOnly)
    #expect(found.other.contains(reason), "\(found.other)")
  }

  /// One may now be asked what one could decline before: the verb is another one, and nobody says that it is promised now.
  @Test func anotherVerbIsNoPromise() {
    let found = TextComparison("The coach may refuse a request for notes", "The coach fulfills a request for notes")
    #expect(found.weaker.isEmpty && found.stronger.isEmpty && !found.isWordingOnly)
  }

  /// Numbers that are the same, however they are said.
  @Test(arguments: [
    ("Offer six cycles", "Offer half a dozen cycles"), ("Offer up to 6 cycles", "Offer as many as six cycles"),
    ("Cover a class", "Cover one class"), ("Five teams or fewer", "Up to five teams"),
    ("Sit with each team twice", "Sit with each team two times"), ("Start at 8:00", "Start at 8"),
    ("Visit from between 3 and 5 rooms", "Visit from 3 to 5 rooms"),
    ("75% of the teams come", "Three quarters of the teams come"), ("Both teams come", "Both of the teams come"),
    ("Meet on the first and third Tuesday of the month", "Meet on the 1st and 3rd Tuesday of the month"),
    ("Meet at 3:20 pm with them", "Meet at 15:20 with them"), ("Meet at noon with them", "Meet at 12:00 with them"),
    ("No one is left out", "Nobody is left out"), ("Say it in the team meeting", "Say it at the team meeting"),
  ])
  func theSameNumber(old: String, new: String) {
    #expect(TextComparison(old, new).isWordingOnly)
    #expect(TextComparison(new, old).isWordingOnly)
  }

  /// How often is compared, whether it stands in the text or beside it.
  @Test(arguments: [
    ("month", ["commitment-weakened"], ["commitment-strengthened"]),
    ("week", ["commitment-changed"], ["commitment-changed"]),
  ])
  func howOftenBesideTheText(every: String, expected: [String], mirror: [String]) throws {
    func content(_ commitment: String) -> String {
      "topics: {access: {weekly-planning: {agreed: Tuesdays, commitments: [{owner: lead, \(commitment)}]}}}"
    }
    let before = try Self.edition(2025, content("does: Visit each room weekly"))
    let after = try Self.edition(2026, content("does: Visit each room, every: \(every)"))
    #expect(Comparison(before, after).changes.map(\.kind.id) == expected)
    #expect(Comparison(after, before).changes.map(\.kind.id) == mirror)
  }

  // MARK: - One cause

  static func edition(_ year: Int, _ content: String) throws -> Edition {
    var text =
      "format: 1\nid: school\nschool-year: \(year)-\(year % 100 + 1)\nstarts: \(year)-08-17\nends: \(year + 1)-05-28\n"
    text += "status: draft\n\(content)\n"
    if !content.contains("campuses: {") { text += "campuses: {one: One School}\n" }
    if !content.contains("participants:") { text += "participants: {lead: {name: Ada Adams, role: principal}}\n" }
    let reading = AgreementReader.read(SourceFile(name: "x.agreement.yaml", bytes: Array(text.utf8)))
    return try #require(Edition(reading, withheld: .none))
  }

  /// Two schools that became one are one piece of news, with all that follows from it, from both sides.
  @Test func schoolsThatBecomeOne() throws {
    let before = try Self.edition(
      2025,
      """
      campuses: {low: Low School, high: High School}
      participants:
        adams: {name: Ada Adams, role: principal, campuses: [low]}
        brown: {name: Bo Brown, role: principal, campuses: [high]}
      """)
    let after = try Self.edition(
      2026,
      """
      campuses: {one: One School}
      participants:
        adams: {name: Ada Adams, role: principal, campuses: [one]}
        brown: {name: Bo Brown, role: principal, campuses: [one]}
      """)
    let merged = Comparison(before, after).changes
    #expect(merged.filter { $0.partOf == nil }.map(\.kind.id) == ["campus-added"])
    #expect(merged.first { $0.partOf == nil }?.reasons.first?.hasPrefix("it takes the place of Low School and") == true)
    let split = Comparison(after, before).changes
    #expect(split.filter { $0.partOf == nil }.map(\.kind.id) == ["campus-dropped"])
  }

  /// A meeting every two weeks that became single days is the same meeting.
  @Test func aRhythmThatBecomesDays() throws {
    let before = try Self.edition(
      2025, "meetings: {schedule: [{what: Check-in, every: two-weeks, weekday: tuesday, kind: check-in}]}")
    let after = try Self.edition(
      2026,
      """
      meetings:
        schedule:
          - {what: Check-in, date: 2026-10-13, kind: check-in}
          - {what: Check-in, date: 2026-09-08, kind: check-in}
          - {what: Check-in, date: 2027-02-09, kind: check-in}
      """)
    let changes = Comparison(before, after).changes
    #expect(changes.map(\.kind.id) == ["meetings-less-often"])
    #expect(changes.first?.reasons.first == "every two weeks became 3 dates")
  }

  /// Whoever has the id of somebody with another name is not taken for the same person without a question.
  @Test func anotherNameWithTheSameID() throws {
    let before = try Self.edition(2025, "participants: {lead: {name: Ada Adams, role: principal}}")
    let after = try Self.edition(2026, "participants: {lead: {name: Bo Brown, role: principal}}")
    let comparison = Comparison(before, after)
    #expect(comparison.opening.renamed.map { "\($0.old), \($0.new)" } == ["Ada Adams, Bo Brown"])
    let married = try Self.edition(2026, "participants: {lead: {name: Ada Adams-Brown, role: principal}}")
    #expect(Comparison(before, married).opening.renamed.isEmpty)
  }
}
