package import Agreement
package import AgreementLint
internal import Diagnostics
internal import TextSupport

/// Where an agreement stands on a day.
package struct AgreementStatus: Sendable {
  /// The path of its file, as shown.
  package let path: String
  package let id: String?
  package let school: String
  package let year: SchoolYear?
  /// Whether the school year has ended.
  package let isClosed: Bool
  let isDraft: Bool
  let topics: TopicTally
  /// Everybody who signs and has not left.
  let signers: [SignedPerson]
  let nextMeeting: Meeting?
  let nextDue: Due?
  let errors: Int
  let warnings: Int

  /// A meeting to come.
  struct Meeting: Sendable {
    let day: CalendarDate
    let at: TimeOfDay?
    let what: String
  }

  /// A promise that is due.
  struct Due: Sendable {
    let day: CalendarDate
    let owners: [String]
    let does: String
  }

  /// Takes an agreement, what lint found in it, and how people have to sign; nil for a file without one. `withheld` are
  /// the texts that nothing shows.
  package init?(
    _ reading: AgreementReading, _ findings: [Finding], today: CalendarDate, calendar: SchoolCalendar?,
    policy: SigningPolicy, asking check: SignatureCheck?, withheld: WithheldTexts
  ) {
    guard let agreement = reading.agreement else { return nil }
    let names = PaperNames(agreement)
    let content = agreement.content
    path = agreement.source.name
    id = content.id.value.map { withheld.shown($0) }
    school = withheld.shown(names.schools)
    year = content.schoolYear.value
    isClosed = content.ends.value.map { today > $0 } ?? false
    isDraft = content.status.value != .agreed
    topics = TopicTally(agreement)
    signers = reading.signedPeople(on: today, policy, asking: check).filter { !$0.hasLeft }
    let open = findings.filter { $0.suppression == nil }
    errors = open.count { $0.level == .error }
    warnings = open.count { $0.level == .warning }
    nextMeeting = Self.nextMeeting(names, from: today, calendar).map {
      Meeting(day: $0.day, at: $0.at, what: withheld.shown($0.what))
    }
    nextDue = Self.nextDue(names, from: today).map {
      Due(day: $0.day, owners: $0.owners.map { withheld.shown($0) }, does: withheld.shown($0.does))
    }
  }

  private static func nextMeeting(
    _ names: PaperNames, from today: CalendarDate, _ calendar: SchoolCalendar?
  ) -> Meeting? {
    var next: Meeting?
    for part in names.agreement.content.meetings.value?.schedule.value ?? [] {
      guard let meeting = part.value else { continue }
      var days = meeting.days.map(\.value)
      if days.isEmpty, let year = names.year {
        days = MeetingTime.days(of: meeting).flatMap { $0.dayNumbers(in: year) }.compactMap {
          CalendarDate(dayNumber: $0)
        }.filter { !(calendar?.isClosed($0) ?? false) }
      }
      guard let day = days.filter({ $0 >= today }).min() else { continue }
      let found = Meeting(day: day, at: meeting.at.value, what: names.text(meeting.what) ?? "")
      if let known = next, (known.day, known.at?.minutes ?? 0) <= (day, found.at?.minutes ?? 0) { continue }
      next = found
    }
    return next
  }

  /// The promise that is due next; one of last year that nobody made again does not count.
  private static func nextDue(_ names: PaperNames, from today: CalendarDate) -> Due? {
    var next: Due?
    for answer in names.agreement.topics.answers {
      guard let value = answer.part.value else { continue }
      if case .carried = value.state { continue }
      for part in value.commitments.value ?? [] {
        guard let commitment = part.value, let due = commitment.due.value, due >= today,
          next.map({ due < $0.day }) ?? true
        else { continue }
        next = Due(
          day: due, owners: (commitment.owners.value ?? []).map { names.party($0.value) },
          does: names.text(commitment.does) ?? "")
      }
    }
    return next
  }

  // MARK: - Counts

  /// The answers that stand: agreed on, or set aside.
  var settled: Int { topics.count(.agreed) + topics.count(.setAside) }

  /// The signatures of this text that the policy accepts.
  var signed: Int { signers.count(where: \.isAccepted) }

  /// The signers in each state, in the order in which they are told; what is not a valid signature is in words.
  var states: [(word: String, count: Int)] {
    var counts = [Int](repeating: 0, count: Self.words.count)
    for signer in signers { counts[Self.place(of: signer)] += 1 }
    return zip(Self.words, counts).filter { $0.1 > 0 }.map { ($0, $1) }
  }

  static let words = [
    "verified", "on paper", "typed", "unverified", "below the policy", "for no text", "for an earlier text", "invalid",
    "withdrawn", "missing",
  ]

  private static func place(of signer: SignedPerson) -> Int {
    switch signer.state {
    case .verified: 0
    case .paper: signer.isAccepted ? 1 : 4
    case .typed: signer.isAccepted ? 2 : 4
    case .unverified: 3
    case .unbound: 5
    case .stale: 6
    case .invalid: 7
    case .withdrawn: 8
    case .missing: 9
    }
  }
}
