import Agreement
import AgreementDiff
import Diagnostics
import TestSupport
import Testing

/// The classes that the edits of `PropertyTests` do not have, each with a change of one agreement; and that none is without a test.
@Suite struct ClassExampleTests {
  /// A stretch of an agreement, what takes its place, and the classes that this has.
  struct Example: CustomTestStringConvertible, Sendable {
    let from: String
    let to: String
    let classes: [String]

    init(_ classes: String..., from: String, to: String) {
      self.from = from
      self.to = to
      self.classes = classes
    }

    var testDescription: String { classes.joined(separator: ", ") }
  }

  private static let base = """
    format: 1
    id: school
    school-year: 2026-27
    starts: 2026-08-17
    ends: 2027-05-28
    status: agreed
    campuses: {north: North School, south: South School}
    participants:
      adams: {name: Ada Adams, role: principal, concerns: [classroom-access]}
      brown: {name: Bo Brown, role: [instructional-coach, teacher], campuses: [north], elsewhere: A class of his own}
    others: {office: The front office, grade-4: {name: Grade 4, about: Three teachers}}
    conversation:
      date: 2026-08-05
      facilitator: adams
      note-taker: brown
      purposes: [align-leadership, set-relationship-terms]
    norms:
      agreed: Phones away and doors open
      reviewed: 2026-08-05
    focus:
      role-documents: Handbook, chapter 2
      roles: {mentor: New teachers in the first month}
      challenges: Two buses leave early
      strengths: Teams plan together already
      expected-results: Every team writes common tests
      confidentiality: {shared: Teams, private: Talks, exceptions: The law}
    topics:
      access:
        planning-days:
          agreed: Twice a year
          notes: Thursdays were the first choice
        classroom-access:
          agreed: Open
          told-to-teachers: In August
      feedback-review: {not-relevant: Not in the first year}
      planning-data:
        learning-targets:
          agreed: On the board
          commitments:
            - {owner: [adams, brown], does: Look at the boards and the exit tickets together}
      specific-issues:
        staff-learning-budget:
          open: {until: 2026-10-01}
    drafting: {owner: adams, sign: {how: On paper}}
    meetings:
      schedule:
        - {what: Check-in, every: week, weekday: monday, kind: check-in}
        - {what: Data day, dates: [2026-10-15, 2027-01-14], place: Library}
        - {what: Team time, every: month, weekday: first and third tuesday}
      invitations: adams
      if-canceled: It is moved by a week
      if-absent: The others write to her
    signatures:
      adams: {signed: 2026-08-12, method: typed}
    """

  static let examples: [Example] = [
    Example("amended", from: "status: agreed", to: "status: agreed\namended: 2027-01-20"),
    Example("campus-added", from: "South School}", to: "South School, east: East School}"),
    Example("campus-changed", from: "South School}", to: "South Middle School}"),
    Example("concerns-changed", from: "[classroom-access]", to: "[planning-days]"),
    Example("confidentiality-reworded", from: "shared: Teams,", to: "shared: Departments,"),
    Example("conversation-changed", from: "facilitator: adams", to: "facilitator: brown"),
    Example("conversation-changed", from: "date: 2026-08-05", to: "date: 2026-08-06"),
    Example("drafting-changed", from: "{how: On paper}", to: "{how: In ink}"),
    Example("drafting-changed", from: "drafting: {owner: adams", to: "drafting: {owner: brown"),
    Example("invitations-changed", from: "invitations: adams", to: "invitations: brown"),
    Example("invitations-changed", from: "invitations: adams", to: "invitations: office"),
    Example("person-role-changed", from: "[instructional-coach, teacher]", to: "instructional-coach"),
    Example("person-role-changed", from: "role: principal", to: "role: [principal, facilitator]"),
    Example(from: "[instructional-coach, teacher]", to: "[teacher, instructional-coach]"),
    Example("person-campus-changed", from: "A class of his own", to: "Two classes of his own"),
    Example("other-changed", from: "Three teachers", to: "Four teachers"),
    Example("other-changed", from: "grade-4: {", to: "fourth: {"),
    Example(
      "commitment-changed", "commitment-split",
      from: "does: Look at the boards and the exit tickets together}",
      to:
        "does: Look at the boards together}\n        - {owner: [adams, brown], does: Look at the exit tickets together}"
    ),
    Example(
      "norm-changed", "norm-split", from: "agreed: Phones away and doors open", to: "agreed: [Phones away, Doors open]"),
    Example("commitment-owner-less", from: "[adams, brown]", to: "adams"),
    Example("commitment-handed-on", from: "[adams, brown]", to: "[adams, grade-4]"),
    Example(from: "[adams, brown]", to: "[brown, adams]"),
    Example(from: "role: principal", to: "role: [principal]"),
    Example("section-reason-changed", from: "Not in the first year", to: "The district does this"),
    Example(
      "topic-no-longer-set-aside", from: "{not-relevant: Not in the first year}",
      to: "{not-relevant: Not in the first year, work-records: A log by team}"),
    Example(
      "topic-changed", from: "{not-relevant: Not in the first year}",
      to: "{not-relevant: Not in the first year, work-records: {not-relevant: The district keeps them}}"),
    Example("meeting-changed", from: "2027-01-14]", to: "2027-02-25]"),
    Example("meetings-more-often", from: "2027-01-14]", to: "2027-01-14, 2027-03-18]"),
    Example("meeting-changed", from: "place: Library", to: "place: Room 12"),
    Example("meetings-less-often", from: "first and third tuesday", to: "first tuesday"),
    Example("meeting-changed", from: "first and third tuesday", to: "second and fourth tuesday"),
    Example(
      "meeting-changed", from: "every: month, weekday: first and third tuesday",
      to: "every: two-weeks, weekday: tuesday"),
    Example("meeting-added", from: "kind: check-in}", to: "kind: check-in}\n    - {what: Lunch, date: 2026-12-01}"),
    Example("person-campus-changed", from: "campuses: [north]", to: "campuses: [north, south]"),
    Example("purpose-added", from: "[align-leadership,", to: "[align-leadership, plan-ongoing-dialogue,"),
    Example("purpose-changed", from: "set-relationship-terms", to: "set-relationship-terms-together"),
    Example("purpose-reworded", from: "set-relationship-terms", to: "Set the relationship terms"),
    Example("role-document-reworded", from: "Handbook, chapter 2", to: "The handbook, chapter 2"),
    Example("challenge-reworded", from: "Two buses leave early", to: "The two buses leave early"),
    Example("strength-reworded", from: "Teams plan together already", to: "The teams plan together already"),
    Example("result-reworded", from: "Every team writes common tests", to: "Each team writes common tests"),
    Example("role-document-added", from: "chapter 2", to: "chapter 2\n  x-note: y"),
    Example(
      "role-document-added", from: "Handbook, chapter 2", to: "[\"Handbook, chapter 2\", \"The district's list\"]"),
    Example("role-document-changed", from: "Handbook, chapter 2", to: "Handbook, chapter 2 and appendix"),
    Example("challenge-changed", from: "Two buses leave early", to: "Two buses leave early again"),
    Example("strength-changed", from: "Teams plan together already", to: "Teams plan together already, often"),
    Example("result-changed", from: "Every team writes common tests", to: "Every team writes common unit tests"),
    Example(
      "signature-added", from: "method: typed}", to: "method: typed}\n  brown: {signed: 2026-08-13, method: typed}"),
    Example("signature-changed", from: "signed: 2026-08-12", to: "signed: 2026-08-13"),
    Example("telling-changed", from: "In August", to: "In the handbook"),
    Example("telling-changed", from: "In August", to: "Not in August"),
    Example("telling-reworded", from: "In August", to: "in August"),
    Example("cancel-policy-changed", from: "moved by a week", to: "moved by two weeks"),
    Example("cancel-policy-reworded", from: "It is moved by a week", to: "It will be moved by one week"),
    Example("absence-policy-changed", from: "The others write to her", to: "The others may write to her"),
    Example("absence-policy-reworded", from: "The others write to her", to: "The others will write to her"),
    Example("role-changed", from: "New teachers in the first month", to: "New teachers in the first two months"),
    Example("role-reworded", from: "New teachers in the first month", to: "The new teachers in the first month"),
    Example("topic-changed", from: "2026-10-01", to: "2026-11-01"),
    Example("topic-notes-changed", from: "Thursdays were the first choice", to: "Mondays were the first choice"),
    Example("year-changed", from: "ends: 2027-05-28", to: "ends: 2027-06-04"),
    Example("year-changed", from: "id: school\n", to: "id: another\n"),
  ]

  private static func edition(_ text: String) throws -> Edition {
    let reading = AgreementReader.read(SourceFile(name: "x.agreement.yaml", bytes: Array(text.utf8)))
    return try #require(Edition(reading, withheld: .none), "\(reading.diagnostics.map(\.message))")
  }

  @Test(arguments: examples) func aChangeHasItsClass(example: Example) throws {
    try #require(Self.base.contains(example.from))
    let (old, new) = (
      try Self.edition(Self.base),
      try Self.edition(Self.base.replacing(example.from, with: example.to, maxReplacements: 1))
    )
    // A key of the authors' own says nothing.
    let classes = example.to.contains("x-note") ? [] : example.classes
    let comparison = Comparison(old, new)
    #expect(comparison.changes.map(\.kind.id) == classes)
    #expect(Comparison(new, old).changes.map(\.kind.mirror.id) == classes)
    for change in comparison.changes { #expect(change.old == nil || change.new == nil || change.match != nil) }
  }

  private static func nextYear(_ text: String) -> String {
    text.replacing("2027-", with: "2028-").replacing("2026-27", with: "2027-28").replacing("2026-", with: "2027-")
  }

  @Test func whatStaysOpenOrRecursIsSaidFromYearToYear() throws {
    let comparison = Comparison(try Self.edition(Self.base), try Self.edition(Self.nextYear(Self.base)))
    #expect(comparison.changes.map(\.kind.id) == ["challenge-recurring", "topic-still-open"])
    #expect(!comparison.hasChanges)
    #expect(
      comparison.carried.map(\.topic) == [
        "planning-days", "classroom-access", "learning-targets", "learning-targets", nil,
      ])
  }

  /// A budget that comes back, a topic that is taken up, a commitment whose owner is there again: the mirrors are tested with these.
  @Test func noClassIsWithoutATest() {
    var tested: Set<String> = [
      "agreement-ended", "challenge-recurring", "commitment-strengthened", "text-inherited", "topic-still-open",
      "topic-confirmed", "topic-strengthened",
    ]
    tested.formUnion(Self.examples.flatMap(\.classes))
    tested.formUnion(PropertyTests.edits.flatMap(\.classes))
    let mirrors = tested.compactMap { ChangeClass.named($0)?.mirrorID }
    let missing = Set(ChangeClass.all.map(\.id)).subtracting(tested).subtracting(mirrors)
    #expect(missing.sorted() == [])
  }

  /// Samples with lines that went, moved or say something else: nothing traps, and both sides tell the same.
  @Test func editedSamplesAreComparedFromBothSides() throws {
    let texts = try Root.riverbend.map { try Root.text($0).split(separator: "\n", omittingEmptySubsequences: false) }
    var generator = SeededGenerator(seed: 11)
    var count = 0
    for round in 0..<400 {
      let original = texts[round % texts.count]
      var lines = original
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 8..<lines.count - 1, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: lines.remove(at: place)
        case 1: lines.swapAt(place, place - 1)
        case 2:
          lines[place] += [" if possible", " not", " twice a week", " again"].randomElement(using: &generator) ?? ""
        default: lines[place] = Substring(lines[place].replacing("the", with: "no"))
        }
      }
      guard let old = try? Self.edition(original.joined(separator: "\n")),
        let new = Edition(
          AgreementReader.read(SourceFile(name: "m", bytes: Array(lines.joined(separator: "\n").utf8))), withheld: .none
        )
      else { continue }
      count += 1
      let there = Comparison(old, new)
      #expect(
        there.changes.map(\.kind.id).sorted() == Comparison(new, old).changes.map(\.kind.mirror.id).sorted())
      #expect(Comparison(new, new).changes.isEmpty)
      #expect(!new.plainForm.isEmpty)
    }
    #expect(count > 100)
  }
}
