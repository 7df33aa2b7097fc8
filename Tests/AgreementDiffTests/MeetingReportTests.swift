import Agreement
import AgreementDiff
import AgreementReporting
import Diagnostics
import TestSupport
import Testing

/// The report as a principal reads it aloud: who, what to decide, what was lost, what stands.
@Suite struct MeetingReportTests {
  /// An agreement of one school in which a test replaces what it is about.
  private struct Draft {
    var id = "oak-street"
    var year = 2025
    var status = "agreed"
    var campuses = "oak: Oak Street Elementary"
    var people = ["pratt": ("Dana Pratt", "principal"), "lund": ("Ines Lund", "instructional-coach")]
    var more: [String: String] = [:]
    var topics = "engagement: {team-coaching: Every grade level}"
    var norms = ["Start on time"]
    /// Those who signed.
    var signed: Set<String> = ["lund", "pratt"]

    var edition: (SourceFile, Edition) {
      get throws {
        let people = people.sorted { $0.key < $1.key }.map { id, person in
          "  \(id): {name: \(person.0), role: \(person.1)\(more[id].map { ", " + $0 } ?? "")}"
        }
        let signatures = signed.sorted().map { "  \($0): {signed: \(year)-08-14, method: typed}" }
        let text = """
          format: 1
          id: \(id)
          school-year: \(year)-\(year % 100 + 1)
          starts: \(year)-08-17
          ends: \(year + 1)-05-28
          status: \(status)
          campuses: {\(campuses)}
          participants:
          \(people.joined(separator: "\n"))
          norms:
            agreed: [\(norms.joined(separator: ", "))]
          topics:
            \(topics)
          \(signed.isEmpty ? "" : "signatures:\n" + signatures.joined(separator: "\n"))

          """
        let source = SourceFile(name: "\(id).agreement.yaml", bytes: Array(text.utf8))
        let reading = AgreementReader.read(source)
        return (
          source, try #require(Edition(reading, withheld: .none), "\(reading.diagnostics.map(\.message)) \(text)")
        )
      }
    }
  }

  private static func report(
    _ old: Draft, _ new: Draft, _ format: DiffFormat = .text, showsAll: Bool = false, width: Int = 80
  ) throws -> String {
    let (before, after) = (try old.edition, try new.edition)
    var reporter = format.diff(DiffStyle(text: TextStyle(colored: false), width: width, showsAll: showsAll))
    var district = DistrictSummary()
    let diff = ReportedDiff(Comparison(before.1, after.1), old: before.0, new: after.0)
    district.add(diff)
    let body = reporter.add(diff)
    let (head, tail) = reporter.finish(district)
    return head + body + tail
  }

  private static func next(_ draft: Draft, _ change: (inout Draft) -> Void) -> Draft {
    var result = draft
    result.year += 1
    change(&result)
    return result
  }

  @Test func theHeadNamesTheSchoolAndThePeople() throws {
    let text = try Self.report(Draft(), Self.next(Draft()) { _ in })
    #expect(
      text.hasPrefix(
        """
        Oak Street Elementary: from 2025-26 to 2026-27

        People: Ines Lund (instructional coach) and Dana Pratt (principal)
        Nobody is new, and nobody left.

        """), "\(text)")
    #expect(!text.contains("oak-street"))
    #expect(
      text.contains(
        """
        Unchanged
          Everyone has agreed to it again.
          In both years
            norm: “Start on time”
            answer: Team coaching

        """), "\(text)")
  }

  @Test func whoFollowsWhomIsSaidWithWhatWasTakenOver() throws {
    var old = Draft()
    old.topics = """
      engagement: {team-coaching: {agreed: Yes, commitments: [{owner: pratt, does: Post both dates}]}}
      meetings: {invitations: pratt}
      """
    let new = Self.next(old) {
      $0.people = ["lund": ("Ines Lund", "instructional-coach"), "reed": ("Cal Reed", "principal")]
      $0.topics = $0.topics.replacing("pratt", with: "reed")
      $0.signed = ["lund", "reed"]
    }
    let text = try Self.report(old, new)
    #expect(
      text.contains(
        """
        New: Cal Reed, who follows Dana Pratt as principal
        Left: Dana Pratt (principal)
        Cal Reed takes over from Dana Pratt: “Post both dates” and the meeting
          invitations

        """), "\(text)")
    #expect(text.contains("Last year's only commitment: handed to someone else.\n"), "\(text)")
    #expect(
      !text.contains("person left") && !text.contains("changed hands") && !text.contains("Handed to"),
      "told once: \(text)")
  }

  /// Where two people have a position, nobody can tell who follows whom.
  @Test func nobodyFollowsWhereTwoHaveThePosition() throws {
    var old = Draft()
    old.people["banks"] = ("Leo Banks", "principal")
    old.signed.insert("banks")
    let new = Self.next(old) {
      $0.people["banks"] = nil
      $0.people["reed"] = ("Cal Reed", "principal")
      $0.signed = ["lund", "pratt", "reed"]
    }
    let text = try Self.report(old, new)
    #expect(text.contains("New: Cal Reed (principal)\nLeft: Leo Banks (principal)\n"), "\(text)")
    #expect(!text.contains("follows"))
  }

  @Test func whatIsToDecideComesFirstByName() throws {
    var old = Draft()
    old.people["sato"] = ("Emi Sato", "assistant-principal")
    old.signed.insert("sato")
    old.topics = """
      engagement:
          team-coaching: {agreed: Yes, commitments: [{owner: sato, does: Post both dates, due: 2025-09-12}]}
          individual-cycles: Six
          initial-caseload: Grades 1 and 2
      """
    let new = Self.next(old) {
      $0.status = "draft"
      $0.signed = []
      $0.more["sato"] = "left: 2026-09-01"
      $0.topics = """
        engagement:
            team-coaching: {agreed: Yes, commitments: [{owner: sato, does: Post both dates, due: 2026-09-11}]}
            individual-cycles: {carried: Six}
            initial-caseload: {open: {why: Waiting for the list, until: 2026-10-01}}
        """
    }
    let text = try Self.report(old, new)
    let parts = [
      "\nTo decide\n  commitment whose owner left: Team coaching\n", "\n  left open: First caseload\n",
      "\n  copied from last year and not agreed yet: Individual cycles\n",
      "\n  not signed yet: Ines Lund and Dana Pratt\n", "\nUnchanged\n",
      "  It was carried over, and not everyone has agreed to it again.\n",
    ]
    let places = parts.map { text.firstRange(of: $0)?.lowerBound }
    #expect(!places.contains(nil) && places.compactMap { $0 } == places.compactMap { $0 }.sorted(), "\(text)")
    #expect(text.matches(of: /commitment whose owner left/).count == 1, "told once: \(text)")
    // The date only followed the year: it is no change, and marked as that.
    #expect(!text.contains("*"), "\(text)")
    let html = try Self.report(old, new, .html)
    #expect(
      html.contains("<span class=\"rolled\">2026-09-11</span> <small>moved with the year</small>")
        && !html.contains("<del>2025-09-12</del>"), "\(html)")
  }

  @Test func lossesAreToldAsPeopleAskForThem() throws {
    var old = Draft()
    old.topics = """
      engagement:
          team-coaching: {agreed: Yes, told-to-teachers: At the first staff meeting, commitments: [{owner: pratt, does: Post both dates}]}
        specific-issues: {coach-learning-budget: $800 for a conference}
      """
    old.norms = ["Start on time", "The coach never evaluates anybody", "Bring a snack"]
    let new = Self.next(old) {
      $0.norms = ["Start on time"]
      $0.topics = """
        engagement: {team-coaching: Yes}
          specific-issues: {coach-learning-budget: $500 for a conference}
        """
    }
    let text = try Self.report(old, new)
    let parts = [
      "\nConfidentiality, consent and evaluation\n  norm dropped\n    was The coach never",
      "\nLost or weakened\n  no longer said",
      "\n  less money", "\n  commitment dropped", "\n  norm dropped\n    was Bring a snack",
    ]
    let places = parts.map { text.firstRange(of: $0)?.lowerBound }
    #expect(!places.contains(nil) && places.compactMap { $0 } == places.compactMap { $0 }.sorted(), "\(text)")
    let head = text.replacing("\n", with: " ")
    #expect(head.contains("Also: what is said about consent or evaluation changed, less money, 1 norm dropped"))
  }

  /// Two texts of one year are versions of it: nothing was carried on, and nobody has to agree to it again.
  @Test func oneYearIsNotTwo() throws {
    var new = Draft()
    new.norms.append("Phones away")
    new.signed = []
    for format in DiffFormat.all where format.name != "json" {
      let text = try Self.report(Draft(), new, format)
      #expect(text.contains("two versions of 2025-26"), "\(text)")
      #expect(text.contains("Everything else stayed as it was: 1 norm and 1 answer."), "\(text)")
      for word in ["copied", "carried over", "In both years", "2025-26 to", "→", "not signed yet", "was, "] {
        #expect(!text.contains(word), "\(word): \(text)")
      }
    }
    var other = new
    other.id = "elm"
    other.campuses = "elm: Elm Street School"
    other.people = ["reed": ("Cal Reed", "principal"), "lund": ("Ines Lund", "instructional-coach")]
    let text = try Self.report(Draft(), other)
    #expect(
      text.hasPrefix(
        """
        Oak Street Elementary and Elm Street School: two agreements of 2025-26

        In both: Ines Lund (instructional coach)
        Only in the first: Dana Pratt (principal)
        Only in the second: Cal Reed (principal)

        """), "\(text)")
  }

  /// Columns say their years, and nothing is inside of what a browser leaves out on paper.
  @Test func aPageIsWholeOnPaper() throws {
    var old = Draft()
    old.norms = ["Start on time", "We always say it in the room"]
    let new = Self.next(old) {
      $0.norms = ["Start on time", "We say it in the room always"]
      $0.topics = "engagement: {team-coaching: Grades 2 and 3}"
    }
    let html = try Self.report(old, new, .html)
    #expect(
      html.contains("<th scope=\"col\">was, 2025-26</th><th scope=\"col\">now, 2026-27</th>"), "\(html)")
    for part in html.split(separator: "<details>").dropFirst() {
      let inside = part.prefix(upTo: part.firstRange(of: "</details>")?.lowerBound ?? part.endIndex)
      #expect(inside.hasSuffix("</summary>"), "\(inside)")
    }
  }

  /// A long text shows what changed with some words around it; a page for people to keep has all of it.
  @Test func longTextsAreCutToWhatChanged() throws {
    let long = (1...30).map { "word\($0)" }.joined(separator: " ")
    var old = Draft()
    old.topics = "engagement: {team-coaching: \(long) on Tuesdays \(long) after lunch}"
    let new = Self.next(old) { $0.topics = $0.topics.replacing("Tuesdays", with: "Fridays") }
    let text = try Self.report(old, new)
    #expect(text.contains("    was … word26 word27 word28 word29 word30 on *Tuesdays* word1"), "\(text)")
    for whole in [try Self.report(old, new, showsAll: true), try Self.report(old, new, .html)] {
      #expect(whole.contains("word15") && !whole.contains("…"), "\(whole)")
    }
  }

  /// Of an agreement that was written anew, everything about a topic stands together, and what changed in its sense comes first.
  @Test func muchIsToldTopicByTopic() throws {
    let topics = [
      "team-coaching", "individual-cycles", "initial-caseload", "principal-priorities", "coordinator-concerns",
      "participation-expectation", "coach-introduction",
    ]
    func section(_ words: String, _ days: String) -> String {
      "engagement:\n"
        + topics.enumerated().map { index, topic in
          "    \(topic): {agreed: \(index == 6 ? days : words + " \(topic)"), told-to-teachers: \(words) in words}"
        }.joined(separator: "\n")
    }
    var old = Draft()
    old.topics = section("Something quiet about rooms", "The team meets on 3 days")
    let new = Self.next(old) { $0.topics = section("Another loud thing for buses", "The team meets on 4 days") }
    let text = try Self.report(old, new)
    let start = try #require(text.firstRange(of: "\nTopic by topic\n"), "\(text)")
    #expect(text[start.upperBound...].hasPrefix("  Introducing the coach\n    "), "\(text)")
    #expect(
      text.matches(of: /\n  Introducing the coach\n/).count == 1 && text.matches(of: /\n  Team coaching\n/).count == 1)
  }

  /// Some languages have no spaces: a word that is longer than the line goes on in the next one.
  @Test func everyLineFits() throws {
    var old = Draft()
    old.norms = ["Start on time", String(repeating: "会議は時間どおりに始める", count: 12)]
    let new = Self.next(old) { $0.norms = ["Start on time", String(repeating: "x", count: 300)] }
    for width in [40, 60, 80, 120] {
      let text = try Self.report(old, new, width: width)
      for line in text.split(separator: "\n") {
        let columns = line.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E80 ? 2 : 1) }
        #expect(columns <= width, "\(line)")
      }
    }
  }

  /// Wherever a long word is cut, no line begins with what a CI service takes for a command.
  @Test func aLongWordHidesNoCommand() throws {
    for length in 10...60 {
      var old = Draft()
      old.norms = ["Start on time", "\"\(String(repeating: "x", count: length))::error::stop\""]
      let text = try Self.report(old, Self.next(old) { $0.norms = ["Start on time"] }, width: 40)
      for line in text.split(separator: "\n") {
        #expect(!line.drop { $0 == " " }.hasPrefix("::"), "\(length): \(line)")
      }
    }
  }

  /// The format's own word for every two weeks is read and said like any other.
  @Test(arguments: [
    ("two-weeks", "month", "commitment-weakened", "less often: every two weeks became every month"),
    ("every two weeks", "week", "commitment-strengthened", "more often: every two weeks became every week"),
    ("monthly", "two-weeks", "commitment-strengthened", "more often: monthly became every two weeks"),
  ])
  func howOftenIsReadAndSaidOneWay(from: String, to: String, kind: String, reason: String) throws {
    func draft(_ every: String) -> Draft {
      var result = Draft()
      result.topics =
        "engagement: {team-coaching: {agreed: Yes, commitments: [{owner: pratt, does: Post the dates, every: \"\(every)\"}]}}"
      return result
    }
    let comparison = Comparison(try draft(from).edition.1, try draft(to).edition.1)
    #expect(comparison.changes.map(\.kind.id) == [kind])
    #expect(comparison.changes.flatMap(\.reasons) == [reason])
  }

  /// Beside a promise may stand a text that is only partly a known word: what was not understood is for people to read.
  @Test(arguments: [
    ("month", "month, or not", "every month became every month, or not; read both"),
    ("week when the calendar allows", "week", "every week when the calendar allows became every week; read both"),
    ("time we can", "moon", "every time we can became every moon; read both"),
    ("first friday", "last friday", "every first friday became every last friday; read both"),
    ("month", "Month", nil), ("two weeks", "other week", nil), ("two-weeks", "every two weeks", nil),
    ("every two weeks", "biweekly", nil),
    ("monthly", "month", nil),
  ])
  func whatIsOnlyPartlyUnderstoodIsToRead(from: String, to: String, reason: String?) throws {
    func draft(_ every: String) -> Draft {
      var result = Draft()
      result.topics =
        "engagement: {team-coaching: {agreed: Yes, commitments: [{owner: pratt, does: Post the dates, every: \"\(every)\"}]}}"
      return result
    }
    let comparison = Comparison(try draft(from).edition.1, try draft(to).edition.1)
    #expect(comparison.changes.flatMap(\.reasons) == (reason.map { [$0] } ?? []))
    #expect(comparison.changes.filter(\.isToDecide).count == (reason == nil ? 0 : 1))
    let back = Comparison(try draft(to).edition.1, try draft(from).edition.1)
    #expect(back.changes.map(\.kind.mirror) == comparison.changes.map(\.kind))
  }
}
