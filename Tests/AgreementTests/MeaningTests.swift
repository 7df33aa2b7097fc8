import Agreement
import Diagnostics
import TestSupport
import Testing

/// What changes the meaning of an agreement changes its digest, and what looks like nothing means nothing.
@Suite struct MeaningTests {
  private static let head = """
    format: 1
    id: brookside
    school-year: 2026-27
    starts: 2026-08-17
    ends: 2027-05-28
    status: draft
    campuses: {brookside: Brookside, harmon: Harmon}

    """

  private static func read(_ text: String) -> AgreementReading {
    AgreementReader.read(SourceFile(name: "test", bytes: Array(text.utf8)))
  }

  /// Each place that can name somebody who joined.
  @Test(arguments: [
    "conversation: {facilitator: bell}", "conversation: {note-taker: bell}", "conversation: {absent: [novak, bell]}",
    "drafting: {owner: bell}", "meetings: {invitations: bell}",
    "topics: {access: {planning-days: {agreed: Two, commitments: [{owner: bell, does: Book rooms}]}}}",
    "topics: {boundaries: {families: {agreed: Two, commitments: [{owner: [novak, bell], does: Book rooms}]}}}",
  ])
  func whoeverIsNamedIsSigned(part: String) throws {
    func text(_ person: String, _ part: String) -> String {
      Self.head
        + "participants:\n  novak: {name: Jill Novak, role: instructional-coach}\n  bell: {\(person)}\n\(part)\n"
    }
    let kim = "name: Kim Bell, role: principal, joined: 2027-01-12"
    let zoe = "name: Zoe Bell, role: teacher, joined: 2027-01-12"
    let named = try #require(Self.read(text(kim, part)).digest)
    #expect(Self.read(text(zoe, part)).digest != named)
    #expect(Self.read(text(kim + ", left: 2027-03-01", part)).digest == named)
    // Where nothing names them nobody has signed for them.
    let alone = try #require(Self.read(text(kim, "x-friend: bell")).digest)
    #expect(Self.read(text(zoe, "x-friend: novak")).digest == alone)
    #expect(
      Self.read(text(kim, "signatures: {novak: {signed: 2026-08-13, method: paper, recorded-by: bell}}")).digest
        == alone)
  }

  /// Texts that nobody can see, in every kind of place: the canonical form is that of the file without them, and so is the model.
  @Test(arguments: ["\" \"", "\"\\t\"", "'  '", "\"\\u00A0\"", "\"\\u2003\"", "\"\\u3000 \\u1680\"", "\"\\n\""])
  func whiteSpaceIsNoText(blank: String) throws {
    let people = "participants: {novak: {name: Jill Novak, role: instructional-coach, title: \(blank)}}\n"
    let text =
      Self.head + people
        + """
        norms: {agreed: [\(blank), Start on time]}
        focus: {roles: {mentor: \(blank)}, challenges: \(blank), confidentiality: {shared: \(blank)}}
        topics:
          access:
            told-to-teachers: \(blank)
            classroom-access: \(blank)
            planning-days: {agreed: [\(blank)], notes: \(blank)}
            weekly-planning: {not-relevant: \(blank)}
        meetings: {if-absent: \(blank)}

        """
    let reading = Self.read(text)
    let bare = Self.read(
      Self.head + people.replacing(", title: \(blank)", with: "") + "norms: {agreed: Start on time}\n")
    #expect(reading.canonicalForm == bare.canonicalForm)
    let agreement = try #require(reading.agreement)
    #expect(agreement.content.norms.value?.agreed.value?.count == 1)
    #expect(agreement.content.focus.value?.roles.value?.allSatisfy(\.part.isAbsent) == true)
    #expect(agreement.content.focus.value?.challenges.isAbsent == true)
    #expect(agreement.content.meetings.value?.ifAbsent.isAbsent == true)
    for answer in agreement.topics.answers {
      switch answer.part.value?.state {
      case .unanswered, nil: break
      case .agreed, .carried, .notRelevant, .open: Issue.record("\(blank) is an answer")
      }
    }
  }

  @Test(arguments: ["\" \"", "\"\\u3000\"", "'\t'"]) func aNameIsMoreThanWhiteSpace(blank: String) {
    let reading = Self.read(Self.head + "participants:\n  novak:\n    role: principal\n    name: \(blank)\n")
    #expect(reading.digest == nil)
    #expect(reading.diagnostics.map(\.message) == ["`name` has no value"])
  }

  /// Brackets around no campus are as good as no key.
  @Test(arguments: ["[]", "{}", "[ ]", "{x-a: b}", "\n      -"]) func nowhereIsEverywhere(campuses: String) throws {
    func text(_ key: String) -> String {
      Self.head + "participants:\n  novak:\n    name: Jill Novak\n    role: instructional-coach\n\(key)"
    }
    let reading = Self.read(text("    campuses: \(campuses)\n"))
    #expect(reading.digest == Self.read(text("")).digest)
    #expect(try #require(reading.agreement).isMultiCampus)
    #expect(reading.agreement?.participants.first?.part.value?.campuses.isAbsent == true)
  }

  /// Nobody joins or leaves after the last day.
  @Test(arguments: ["left", "joined"]) func afterTheLastDay(key: String) {
    func text(_ day: String) -> String {
      Self.head + "participants:\n  novak: {name: Jill Novak, role: principal, \(key): \(day)}\n"
    }
    for day in ["2027-05-29", "2028-01-01", "9999-12-31"] {
      #expect(
        Self.read(text(day)).diagnostics.map(\.message) == [
          "`\(key)` is \(day), after the school year, which ends on 2027-05-28"
        ])
    }
    #expect(Self.read(text("2027-05-28")).isSound)
  }
}
