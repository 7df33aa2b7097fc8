import Agreement
import Diagnostics
import SchoolEnglish
import TestSupport
import Testing

@testable import AgreementDiff

/// What protects teachers is the first thing that a meeting hears of when it is gone, wherever it stood.
@Suite struct SafeguardTests {
  /// The phrases that ask for somebody's consent, as they stand in a text.
  @Test(arguments: [
    ("Share a score only with the teacher's consent", ["only with the teacher's consent"]),
    ("Film a lesson if the teacher agrees", ["if the teacher agrees"]),
    ("Nobody films without the permission of the families", ["without the permission of the families"]),
    ("Show notes once they allow it, and with their okay", ["once they allow", "with their okay"]),
    ("The team agrees on a date", []), ("Work with the team until all agree", []),
    ("If it rains, the teachers agree", []), ("Give consent forms to families", []),
  ])
  func consents(text: String, expected: [String]) {
    let reading = Reading(text)
    #expect(Safeguards.consents(in: reading.words).map { reading.quote($0) } == expected)
  }

  @Test(arguments: [
    ("The coach never evaluates anybody", true), ("Coaching isn't evaluation", true),
    ("Notes are kept without any evaluation", true), ("The principal evaluates teachers", false),
    ("No names, and evaluation in May", false), ("Never late", false),
  ])
  func evaluation(text: String, isRuledOut: Bool) {
    #expect(Safeguards.rulesOutEvaluation(Word.all(in: text)) == isRuledOut)
  }

  /// A text in some place of an agreement.
  enum Place: String, Sendable {
    case answer = "topics: {planning-data: {data-review: TEXT}}"
    case norm = "norms: {agreed: [TEXT, Start on time]}"
    case shared = "focus: {confidentiality: {shared: TEXT}}"
    case kept = "focus: {confidentiality: {private: TEXT}}"
    case exceptions = "focus: {confidentiality: {exceptions: TEXT}}"
    case access = "topics: {access: {classroom-access: TEXT}}"
    case budget = "topics: {specific-issues: {coach-learning-budget: TEXT}}"
    case naming = "topics: {feedback-review: {teacher-naming: TEXT}}"
    case promise =
      "topics: {access: {weekly-planning: {agreed: Tuesdays, commitments: [{owner: lead, does: TEXT, due: DUE}]}}}"

    func content(_ text: String, _ year: Int) -> String {
      rawValue.replacing("TEXT", with: "\"\(text)\"").replacing("DUE", with: "\(year)-10-01")
    }
  }

  /// What is told of a text that becomes another one: the class, the group and the reasons.
  private static func told(_ place: Place, _ old: String, _ new: String) throws -> [String] {
    let before = try HeardTests.edition(2025, place.content(old, 2025))
    let after = try HeardTests.edition(2026, place.content(new, 2026))
    return Comparison(before, after).changes.map { change in
      ([change.kind.id, change.group.word] + change.reasons).joined(separator: " | ")
    }
  }

  /// A consent that is gone, and a coach who no longer leaves evaluation alone.
  @Test(arguments: [
    (
      Place.answer, "Scores are shown with the teacher's consent", "Scores are shown",
      ["topic-changed | confidentiality | it no longer says \"with the teacher's consent\""]
    ),
    (
      .promise, "Film a lesson only if the teacher agrees", "Film a lesson",
      ["commitment-changed | confidentiality | it no longer says \"only if the teacher agrees\""]
    ),
    (
      .answer, "The coach comes if the principal agrees", "The coach comes",
      ["topic-changed | changed | it no longer says \"if the principal agrees\""]
    ),
    (
      .norm, "The coach never evaluates anybody", "Bring a pencil",
      ["norm-dropped | confidentiality", "norm-added | norms"]
    ),
    (
      .promise, "Look at notes and never at evaluations", "Look at notes and at evaluations",
      ["commitment-changed | confidentiality | it no longer says \"never at evaluations\""]
    ),
    (
      .shared, "Lesson notes with the teacher's permission", "Lesson notes",
      ["confidentiality-widened | confidentiality | it no longer says \"with the teacher's permission\""]
    ),
    (
      .kept, "What teachers say, shared only with their consent", "What teachers say",
      [
        "confidentiality-reworded | confidentiality | gone from what stays private: \"shared\"; it no longer says \"only with their consent\""
          .replacing("; ", with: " | ")
      ]
    ),
  ])
  func whatIsGone(place: Place, old: String, new: String, expected: [String]) throws {
    #expect(try Self.told(place, old, new) == expected)
    // Whatever is told from one side is under the same heading from the other.
    let turned = try Self.told(place, new, old).map { $0.split(separator: " | ")[1] }
    #expect(turned.sorted() == expected.map { $0.split(separator: " | ")[1] }.sorted())
  }

  /// Nothing and everything are the ends: what comes in their place is less or more.
  @Test(arguments: [
    (Place.exceptions, "None", "When a child is in danger", "confidentiality-widened"),
    (.shared, "Nothing", "Goals of the teams", "confidentiality-widened"),
    (.shared, "Nothing is shared", "Goals of the teams", "confidentiality-widened"),
    (.kept, "Nothing is private", "What teachers say", "confidentiality-narrowed"),
    (.kept, "Everything", "Most of what teachers say", "confidentiality-widened"),
    (.kept, "Everything teachers say", "Most of what teachers say", "confidentiality-widened"),
    (.shared, "Everything", "Goals of the teams", "confidentiality-narrowed"),
  ])
  func nothingAndEverything(place: Place, old: String, new: String, expected: String) throws {
    #expect(try Self.told(place, old, new).map { $0.prefix { $0 != " " } } == [expected[...]])
    let mirror = expected.hasSuffix("widened") ? "confidentiality-narrowed" : "confidentiality-widened"
    #expect(try Self.told(place, new, old).map { $0.prefix { $0 != " " } } == [mirror[...]])
  }

  /// A sentence with a denial is not a list of things: which way it goes is for people to say.
  @Test(arguments: [
    (Place.kept, "What teachers say is not passed on", "What teachers say is passed on"),
    (.kept, "Nothing leaves the room", "Everything leaves the room"),
    (.kept, "Notes are never shared with anyone", "Notes are sometimes shared with anyone"),
    (.kept, "Any observation", "Any observation the teacher wants private"),
    (.kept, "The coach keeps notes private until May", "The coach keeps notes private"),
    (.kept, "No one but the coach reads the notes", "Only the coach reads the notes"),
    (.exceptions, "Serious danger to a child", "Danger to a child"),
    (.shared, "Whether a teacher takes part", "That a teacher takes part"), (.shared, "Hours", "Hours per week"),
  ])
  func whereOnlyPeopleCanTell(place: Place, old: String, new: String) throws {
    for told in [try Self.told(place, old, new), try Self.told(place, new, old)] {
      #expect(told.count == 1 && told[0].hasPrefix("confidentiality-reworded | confidentiality"), "\(told)")
      #expect(!told[0].contains("left out of"), "a sentence is no list: \(told)")
    }
  }

  /// Doors, money and names.
  @Test(arguments: [
    (Place.access, "Every room is open", "No room is closed", "topic-changed"),
    (.access, "Doors are open", "Doors are closed", "access-closed"),
    (.budget, "$1 million from the state", "$900,000 from the state", "budget-cut"),
    (.budget, "$600 for books", "$700 for books if the grant is approved", "topic-changed"),
    (.budget, "The coach repays $500", "The coach repays $600", "topic-changed"),
    (.budget, "$500 for books", "$600 for books", "budget-raised"),
    (.budget, "$900 from Title II pays for books", "$1,200 from Title II pays for books", "budget-raised"),
    (.budget, "The teacher pays $50", "The teacher pays $80", "topic-changed"),
    (.naming, "Names with consent", "Names without consent", "teacher-naming-changed"),
  ])
  func whatTheWordsShow(place: Place, old: String, new: String, expected: String) throws {
    let told = try Self.told(place, old, new)
    #expect(told.map { $0.prefix { $0 != " " } } == [expected[...]], "\(told)")
    #expect(expected != "teacher-naming-changed" || told[0].contains("read both"), "\(told)")
  }

  @Test func nothingInOtherWords() throws {
    #expect(
      try Self.told(.exceptions, "None", "No exceptions") == [
        "confidentiality-reworded | wording | the same in other words"
      ])
  }
}
