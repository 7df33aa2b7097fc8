import Agreement
import AgreementDiff
import Diagnostics
import TestSupport
import Testing

/// The samples were written with a story; the diff tells it, each change once and in its class.
@Suite struct SampleStoryTests {
  private static func edition(_ school: String, _ year: String) throws -> Edition {
    let reading = AgreementReader.read(try Root.source("samples/riverbend/\(school)/\(year).agreement.yaml"))
    return try #require(Edition(reading, withheld: .none))
  }

  private static func story(_ school: String, _ old: String, _ new: String) throws -> [String] {
    Comparison(try edition(school, old), try edition(school, new)).changes.map {
      ($0.partOf == nil ? "" : "+ ") + "\($0.kind.id) \($0.subject)"
    }
  }

  @Test func alderCreekGetsANewPrincipal() throws {
    #expect(
      try Self.story("alder-creek-literacy", "2024-25", "2025-26") == [
        "commitment-dropped weekly-planning", "access-closed classroom-access",
        "commitment-handed-on coach-introduction",
        "commitment-handed-on planning-days", "commitment-handed-on impact-timeline", "person-joined Alicia Muñoz",
        "person-left Daniel Okafor", "telling-changed classroom-access", "+ invitations-changed invitations",
        "challenge-added challenge", "challenge-dropped challenge", "+ conversation-changed facilitator",
        "challenge-recurring challenge",
      ])
  }

  @Test func alderCreekWeakensQuietly() throws {
    #expect(
      try Self.story("alder-creek-literacy", "2025-26", "2026-27") == [
        "confidentiality-widened shared", "commitment-weakened impact-timeline",
        "+ meetings-less-often Principal and coach", "concerns-changed Alicia Muñoz",
        "topic-changed initial-caseload", "topic-changed principal-priorities", "norm-changed norm",
        "challenge-added challenge", "challenge-dropped challenge", "challenge-recurring challenge",
      ])
    let comparison = Comparison(
      try Self.edition("alder-creek-literacy", "2025-26"), try Self.edition("alder-creek-literacy", "2026-27"))
    let weakened = try #require(comparison.changes.first { $0.kind.id == "commitment-weakened" })
    #expect(
      weakened.reasons == [
        "it now says \"try to\": only the attempt is promised", "less often: every week became every month",
      ])
    #expect(
      comparison.commitments.text(since: comparison.earlier)
        == "Of last year's 7 commitments: 6 carried on as they were, 1 promises less.")
  }

  @Test func mathHandsOnAndMoves() throws {
    #expect(
      try Self.story("riverbend-math", "2024-25", "2025-26") == [
        "commitment-handed-on planning-days", "person-campus-changed Dana Petrakis", "person-left Erik Haugen",
        "commitment-strengthened individual-cycles", "campus-days-moved campus-schedule",
        "commitment-due-moved planning-days", "topic-changed weekly-planning", "norm-added norm",
        "challenge-added challenge", "challenge-dropped challenge", "challenge-recurring challenge",
      ])
    #expect(
      try Self.story("riverbend-math", "2025-26", "2026-27") == [
        "budget-lost coach-learning-budget", "access-opened classroom-access", "concerns-changed Dana Petrakis",
        "commitment-moved weekly-planning", "telling-changed classroom-access", "topic-changed relationship-building",
        "topic-changed coach-learning-schedule", "norm-dropped norm", "challenge-added challenge",
        "challenge-dropped challenge", "challenge-recurring challenge",
      ])
  }

  @Test func scienceNamesTeachersAndWelcomesPeople() throws {
    #expect(
      try Self.story("riverbend-high-science", "2024-25", "2025-26") == [
        "teacher-naming-changed teacher-naming", "person-joined Renee Castellano", "norm-changed norm",
        "challenge-changed challenge", "commitment-reworded work-records", "challenge-recurring challenge",
        "challenge-recurring challenge",
      ])
    #expect(
      try Self.story("riverbend-high-science", "2025-26", "2026-27") == [
        "commitment-handed-on impact-timeline", "person-joined Ravi Menon", "commitment-added coordinator-concerns",
        "topic-no-longer-set-aside coordinator-concerns", "+ topic-changed role-priorities",
        "challenge-changed challenge", "+ role-added catalyst-for-change", "role-dropped resource-provider",
        "challenge-recurring challenge", "challenge-recurring challenge",
      ])
  }

  @Test func whatStoodForThreeYearsIsFound() throws {
    let editions = try ["2024-25", "2025-26", "2026-27"].map { try Self.edition("alder-creek-literacy", $0) }
    var comparison = Comparison(editions[1], editions[2])
    comparison.lookBack(from: editions[1], through: [editions[0]])
    let years = Dictionary(grouping: comparison.carried, by: \.years).mapValues(\.count)
    #expect(years == [2: 3, 3: 34])
    #expect(comparison.carried.allSatisfy { $0.isAgreedAgain })
    let history = History(editions)
    let access = try #require(history.threads.first { $0.topic == "classroom-access" && $0.kind == .topic })
    #expect(access.lastChanged?.description == "2025-26" && access.years == 2)
    #expect(history.threads.contains { $0.hasEnded && $0.entries.last?.text.hasPrefix("Sit in on one") == true })
    #expect(
      history.years[1].agreedBy == [
        "Alicia Muñoz (2025-08-14)", "Karin Lindqvist (2025-08-14)", "Denise Brandt (2025-08-12)",
      ])
  }

  /// Somebody who left in March was still there in September: that is not why another person does it.
  @Test func aReasonIsOnlyGivenWhereItIsTrue() throws {
    func reasons(_ school: String, _ topic: String) throws -> [String] {
      let comparison = Comparison(try Self.edition(school, "2024-25"), try Self.edition(school, "2025-26"))
      return comparison.changes.first { $0.kind.id == "commitment-handed-on" && $0.topic == topic }?.reasons ?? []
    }
    #expect(try reasons("riverbend-math", "planning-days") == ["from Erik Haugen to Harold Whitcomb"])
    #expect(
      try reasons("alder-creek-literacy", "planning-days") == [
        "from Daniel Okafor to Alicia Muñoz", "Daniel Okafor is no longer in the agreement",
      ])
  }

  /// A new principal who has not signed inherits what everybody else only copied.
  @Test func aTextIsInherited() throws {
    let text = try Root.text("samples/riverbend/alder-creek-literacy/2025-26.agreement.yaml")
    let end = try #require(text.firstRange(of: "signatures:")).lowerBound
    let head = String(text[..<end])
    let new = try #require(Edition(AgreementReader.read(source(head)), withheld: .none))
    let comparison = Comparison(try Self.edition("alder-creek-literacy", "2024-25"), new)
    let inherited = try #require(comparison.changes.first { $0.kind.id == "text-inherited" })
    #expect(inherited.subject == "Alicia Muñoz")
    #expect(comparison.carried.allSatisfy { !$0.isAgreedAgain })
    let back = Comparison(new, try Self.edition("alder-creek-literacy", "2024-25"))
    #expect(back.changes.contains { $0.kind.id == "text-left-behind" })
  }

  private func source(_ text: String) -> SourceFile { SourceFile(name: "x.agreement.yaml", bytes: Array(text.utf8)) }
}
