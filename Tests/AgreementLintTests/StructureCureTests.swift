import AgreementLint
import Diagnostics
import TestSupport
import Testing
import YAMLSyntax

@testable import Agreement

/// Slips in the structure of an agreement: each is told once, and its cure says what was meant.
@Suite struct StructureCureTests {
  /// Lines of the agreement below as somebody wrote them, as they were meant, and what the help says.
  struct Slip: Sendable, CustomTestStringConvertible {
    let right: String
    let wrong: String
    let meant: String
    let help: String
    /// Whether the program can write it.
    let isRepaired: Bool

    init(_ right: String, _ wrong: String, meant: String? = nil, help: String, isRepaired: Bool = true) {
      (self.right, self.wrong, self.meant, self.help) = (right, wrong, meant ?? right, help)
      self.isRepaired = isRepaired
    }

    var testDescription: String { wrong }
  }

  private static let agreement = """
    format: 1
    id: lakeview-cedar-hill
    school-year: 2026-27
    starts: 2026-08-17
    ends: 2027-05-28
    status: draft

    campuses:
      lakeview: Lakeview Middle School
      cedar-hill: Cedar Hill Elementary

    participants:
      ortega:
        name: Dr. Dana Ortega
        role: principal
        campuses: [lakeview]
      obrien:
        name: Maureen O'Brien
        role: assistant-principal
        campuses: [cedar-hill]
      bell:
        name: Chris Bell
        role: instructional-coach
        campuses: {lakeview: 60%, cedar-hill: 40%}
        concerns: [teacher-naming]

    others:
      office: Front office

    conversation:
      date: 2026-08-06
      facilitator: obrien
      note-taker: bell
      absent: [ortega]

    norms:
      agreed:
        - Start and end on time
        - Phones away
      reviewed: 2026-08-06

    topics:
      engagement:
        coach-introduction: Ms. Ortega, at the first staff meeting
        team-coaching:
          agreed: Yes, with grades 6 and 7
          commitments:
            - owner: bell
              does: Visit every team
              due: 2026-10-01
        coordinator-concerns:
          not-relevant: The district has no coordinator
      specific-issues:
        staff-learning-budget:
          open:
            until: 2026-10-01
      multi-campus:
        not-relevant: The coach is at one campus

    drafting:
      review:
        how: In the shared folder

    meetings:
      schedule:
        - what: Check-in
          every: two-weeks
          weekday: tuesday
          at: 15:30
          minutes: 45
          kind: check-in
        - what: Leaders
          every: month
          weekday: first monday
      invitations: bell
    """

  private static let slips = [
    // Names for ids.
    Slip("id: lakeview-cedar-hill", "id: Lakeview & Cedar Hill", help: "write `lakeview-cedar-hill`"),
    Slip("facilitator: obrien", "facilitator: Dr. Maureen O'Brien", help: "write `obrien`"),
    Slip("facilitator: obrien", "facilitator: M. O’Brien", help: "write `obrien`"),
    Slip("facilitator: obrien", "facilitator: the AP", help: "write `obrien`"),
    Slip("note-taker: bell", "note-taker: Christopher Bell", help: "write `bell`"),
    Slip(
      "note-taker: bell", "note-taker: Chris Bell and Ms. Ortega", help: "write one of them: `bell` or `ortega`",
      isRepaired: false),
    Slip(
      "at: 15:30", "at: after school",
      help: "write when it begins, as in 7:45 or 3:30 pm; if nobody knows yet, delete the line",
      isRepaired: false),
    Slip("invitations: bell", "invitations: The coach", help: "write `bell`"),
    Slip("owner: bell", "owner: CHRIS BELL", help: "write `bell`"),
    Slip(
      "owner: bell", "owner: all teachers",
      help:
        "write one of the ids under `participants`: `ortega`, `obrien` or `bell`; or for a group, or somebody who does not sign, write `all-teachers` here, and add `all-teachers: all teachers` below `others:`",
      isRepaired: false),
    Slip("status: draft", "Status: Draft", help: "write `status`, and after it write `draft`"),
    Slip("absent: [ortega]", "absent: Dana Ortega", help: "write `[ortega]`"),
    Slip(
      "absent: [ortega]", "absent: Ms. Ortega and Chris Bell", meant: "absent: [ortega, bell]",
      help: "write `[ortega, bell]`"),
    Slip(
      "absent: [ortega]", "absent: none", meant: "absent:",
      help: "delete \"none\" and leave nothing after `absent:`, or delete the whole line"),
    Slip(
      "absent: [ortega]", "absent: N/A", meant: "absent:",
      help: "delete \"N/A\" and leave nothing after `absent:`, or delete the whole line"),
    Slip(
      "absent: [ortega]", "absent: [nobody]", meant: "absent: []",
      help: "delete `nobody`; leave the place empty where there is nobody"),
    Slip("campuses: [cedar-hill]", "campuses: [Cedar Hill Elementary]", help: "write `cedar-hill`"),
    Slip("campuses: [cedar-hill]", "campuses: Cedar Hill Elem.", help: "write `[cedar-hill]`"),
    Slip("campuses: [cedar-hill]", "campus: Cedar Hill", help: "write `campuses:`, and after it write `[cedar-hill]`"),
    Slip(
      "    campuses: [cedar-hill]\n", "    campuses: both\n", meant: "",
      help: "delete this line: without it, a person works at all of the campuses"),
    Slip("concerns: [teacher-naming]", "concerns: Naming teachers", help: "write `[teacher-naming]`"),
    Slip("coach-introduction: Ms.", "Who introduces the coach?: Ms.", help: "write `coach-introduction`"),
    Slip("coach-introduction: Ms.", "Introducing the coach: Ms.", help: "write `coach-introduction`"),
    Slip("staff-learning-budget:", "\"Budget for staff learning\":", help: "write `staff-learning-budget`"),
    Slip(
      "invitations: bell", "invitations: the front office", meant: "invitations: office", help: "did you mean `office`?"
    ),
    // Lists where each has a key of its own.
    Slip(
      "others:\n  office: Front office\n", "others:\n  - Front office\n",
      meant: "others:\n  front-office: Front office\n",
      help:
        "write a short name and a colon before each, without dashes or brackets:\nothers:\n  front-office: Front office",
      isRepaired: false),
    Slip(
      "  lakeview: Lakeview Middle School\n  cedar-hill: Cedar Hill Elementary",
      "  - Lakeview Middle School\n  - Cedar Hill Elementary",
      help:
        "write a short name and a colon before each school, without dashes or brackets:\ncampuses:\n  lakeview: Lakeview Middle School\n  cedar-hill: Cedar Hill Elementary",
      isRepaired: false),
    Slip(
      "  obrien:\n    name: Maureen O'Brien\n    role: assistant-principal\n    campuses: [cedar-hill]",
      "  obrien: Maureen O'Brien, Asst. Principal",
      meant: "  obrien:\n    name: Maureen O'Brien\n    role: assistant-principal",
      help:
        "write the name and the role on lines of their own:\n  obrien:\n    name: Maureen O'Brien\n    role: assistant-principal",
      isRepaired: false),
    // Words of a list.
    Slip("role: assistant-principal", "role: AP", help: "write `assistant-principal`"),
    Slip("role: assistant-principal", "role: Vice Principal", help: "write `assistant-principal`"),
    Slip("role: instructional-coach", "role: coach", help: "write `instructional-coach`"),
    Slip("role: principal", "role: Head of School", help: "write `principal`"),
    Slip(
      "role: instructional-coach", "role: Literacy Coach",
      meant: "role: instructional-coach\n    title: Literacy Coach",
      help: "write `instructional-coach`, and on the next line `title: Literacy Coach`", isRepaired: false),
    Slip(
      "role: assistant-principal", "role: Counselor", meant: "role: other\n    title: Counselor",
      help: "write `other`, and on the next line `title: Counselor`", isRepaired: false),
    Slip("status: draft", "status: in progress", help: "write `draft`"),
    Slip("status: draft", "status: final", meant: "status: agreed", help: "write `agreed`"),
    Slip("kind: check-in", "kind: regular check in", meant: "kind: check-in", help: "write `check-in`"),
    Slip(
      "kind: check-in", "kind: mid-year review", meant: "kind: priorities-review", help: "write `priorities-review`"),
    // How often, and on which day.
    Slip("every: two-weeks", "every: biweekly", help: "write `two-weeks`"),
    Slip("every: two-weeks", "every: every other week", help: "write `two-weeks`"),
    Slip("every: two-weeks", "every: 2 weeks", help: "write `two-weeks`"),
    Slip("every: two-weeks", "every: weekly", meant: "every: week", help: "write `week`"),
    Slip(
      "every: two-weeks\n      weekday: tuesday", "every: every other Tuesday",
      help: "write two lines:\n      every: two-weeks\n      weekday: tuesday"),
    Slip(
      "every: month\n      weekday: first monday", "every: 1st Monday",
      help: "write two lines:\n      every: month\n      weekday: first monday"),
    Slip(
      "every: month\n      weekday: first monday", "date: the first Monday of each month",
      help: "write two lines:\n      every: month\n      weekday: first monday"),
    Slip("weekday: first monday", "weekday: 1st Mon.", help: "write `first monday`"),
    Slip("weekday: tuesday", "weekday: Tuesdays", help: "write `tuesday`"),
    // Numbers, times and days.
    Slip("minutes: 45", "minutes: 45 min", help: "write 45"),
    Slip("minutes: 45", "minutes: 1 hour", meant: "minutes: 60", help: "write 60"),
    Slip("minutes: 45", "minutes: 1.5 hrs", meant: "minutes: 90", help: "write 90"),
    Slip("minutes: 45", "minutes: 1 hr 15 min", meant: "minutes: 75", help: "write 75"),
    Slip("minutes: 45", "minutes: half an hour", meant: "minutes: 30", help: "write 30"),
    Slip("lakeview: 60%, cedar", "lakeview: 60 percent, cedar", help: "write 60%"),
    Slip("lakeview: 60%, cedar", "lakeview: 0.6, cedar", help: "write 60%"),
    Slip("lakeview: 60%, cedar", "lakeview: 3/5, cedar", help: "write 60%"),
    Slip(
      "lakeview: 60%, cedar", "lakeview: 3 days, cedar",
      help: "write the share as a percentage, such as 60% for 3 of 5 days", isRepaired: false),
    Slip("at: 15:30", "at: 3:30 p.m.", help: "write 15:30"),
    Slip("at: 15:30", "at: 3.30pm", help: "write 15:30"),
    Slip("at: 15:30", "at: 1530", help: "write 15:30"),
    Slip("at: 15:30", "at: 3.30", help: "write 15:30 or 3:30 pm"),
    Slip(
      "      weekday: first monday\n", "", help: "add `weekday:` with a value such as first tuesday", isRepaired: false),
    Slip(
      "weekday: first monday", "weekday:", help: "fill in `weekday:` with a value such as first tuesday",
      isRepaired: false),
    Slip(
      "      weekday: tuesday\n", "", help: "add `weekday:` with a value such as tuesday", isRepaired: false),
    Slip("due: 2026-10-01", "due: by October 1", help: "write 2026-10-01"),
    Slip("until: 2026-10-01", "until: Thursday, October 1, 2026", help: "write 2026-10-01"),
    Slip(
      "every: month\n      weekday: first monday", "date: 2026-10-15, 1/14/2027",
      meant: "dates: [2026-10-15, 2027-01-14]",
      help: "write `dates: [2026-10-15, 2027-01-14]`"),
    Slip(
      "every: month\n      weekday: first monday", "date: [2026-10-15, 2027-01-14]",
      meant: "dates: [2026-10-15, 2027-01-14]", help: "write `dates: [2026-10-15, 2027-01-14]`"),
    Slip(
      "weekday: first monday", "weekday: 1st & 3rd Mondays", meant: "weekday: first and third monday",
      help: "write `first and third monday`"),
    // Keys between.
    Slip("    how: In the shared folder", "", meant: "", help: "", isRepaired: false),
    Slip(
      "review:\n    how: In the shared folder", "review: In the shared folder",
      help: "write two lines:\n  review:\n    how: In the shared folder"),
    Slip(
      "open:\n        until: 2026-10-01", "open: 10/1/2026",
      help: "write two lines:\n      open:\n        until: 2026-10-01"),
    Slip(
      "  agreed:\n    - Start and end on time\n    - Phones away\n  reviewed: 2026-08-06",
      "    - Start and end on time\n    - Phones away",
      meant: "  agreed:\n    - Start and end on time\n    - Phones away",
      help: "write `agreed:` on a line of its own below `norms:`, starting two spaces further right"),
    Slip(
      "  date: 2026-08-06\n  facilitator: obrien\n  note-taker: bell\n  absent: [ortega]",
      "date: 2026-08-06\nfacilitator: obrien\nnote-taker: bell\nabsent: [ortega]",
      help: "put two spaces before each line from `date` to the end of `absent`"),
    Slip(
      "team-coaching:\n      agreed: Yes, with grades 6 and 7", "team-coaching: Yes, with grades 6 and 7",
      help: "write two lines:\n    team-coaching:\n      agreed: Yes, with grades 6 and 7"),
    // States.
    Slip(
      "  multi-campus:\n    not-relevant: The coach is at one campus",
      "  multi-campus: Not relevant - The coach is at one campus",
      help: "write `not-relevant:` on a line of its own:\n  multi-campus:\n    not-relevant: The coach is at one campus"
    ),
    Slip(
      "coordinator-concerns:\n      not-relevant: The district has no coordinator",
      "coordinator-concerns: Not relevant - The district has no coordinator",
      help:
        "write `not-relevant:` on a line of its own:\n    coordinator-concerns:\n      not-relevant: The district has no coordinator"
    ),
    Slip(
      "coordinator-concerns:\n      not-relevant: The district has no coordinator",
      "coordinator-concerns: not-relevant: The district has no coordinator",
      help: "write two lines:\n    coordinator-concerns:\n      not-relevant: The district has no coordinator"),
    Slip(
      "staff-learning-budget:\n      open:\n        until: 2026-10-01", "staff-learning-budget: open until October 1",
      help: "write `open:` on a line of its own:\n    staff-learning-budget:\n      open:\n        until: 2026-10-01"),
  ].filter { !$0.help.isEmpty }

  private static let rules = Rule.all.filter { $0.category == .syntax || $0.category == .structure }

  @Test func theAgreementIsClean() {
    #expect(Findings.lines(Array(Self.agreement.utf8), rules: Self.rules, withInfos: false) == [])
  }

  @Test(arguments: slips)
  func helpCures(slip: Slip) throws {
    #expect(Self.agreement.contains(slip.right))
    let wrong = Array(Self.agreement.replacing(slip.right, with: slip.wrong).utf8)
    let meant = Array(Self.agreement.replacing(slip.right, with: slip.meant).utf8)
    let day = try #require(CalendarDate("2026-08-01".utf8))
    let linter = Linter(rules: Self.rules, today: day)
    let source = SourceFile(name: "a.agreement.yaml", bytes: wrong)
    let found = linter.lint(AgreementReader.read(source)).filter { $0.level > .info }
    #expect(found.map(\.diagnostic.help) == [slip.help])
    #expect(Findings.lines(meant, rules: Self.rules, withInfos: false) == [])
    let fixer = Fixer(linter, catalog: .builtIn, limits: .standard, takesUnsafe: true)
    let fixed = fixer.fix(source)
    #expect((fixed.count > 0) == slip.isRepaired)
    if slip.isRepaired { #expect(Findings.digest(of: fixed.source.bytes) == Findings.digest(of: meant)) }
  }

  /// The keys of the tables are plain words, or nothing finds them.
  @Test func synonymsArePlain() {
    let words =
      Array(ParticipantRole.synonyms.keys) + Array(Status.synonyms.keys) + Array(MeetingKind.synonyms.keys)
      + Array(SignatureMethod.synonyms.keys) + Array(Recurrence.synonyms.keys)
    #expect(words.filter { PlainWords.joined($0) != $0 }.sorted() == [])
  }
}
