internal import Agreement
internal import Diagnostics

/// A text and its place.
struct Phrase {
  /// The text, with its white space folded.
  let text: String
  /// Where it is, in UTF-8 byte offsets.
  let range: SourceRange
}

/// What the differ needs of an agreement: its meaning as values, without layout and regardless of short and long forms.
struct Snapshot {
  struct Person {
    let id: String
    let name: String
    /// The person's roles, in the order of the format's words.
    let roles: [ParticipantRole]
    let title: String
    /// Campus ids with shares, sorted; `*` for all campuses.
    let campuses: [String]
    let elsewhere: String
    let concerns: [String]
    let joined: CalendarDate?
    let left: CalendarDate?
    let range: SourceRange
    /// Whether the person's signature covers the text as it is.
    let hasSigned: Bool
    /// Whether there is a signature, but for another text.
    let hasSignedAnother: Bool
    let signedOn: CalendarDate?
    let signature: Phrase?
  }

  /// A person or a group that is named but takes no part.
  struct Other {
    let id: String
    let name: String
    let about: String
    let range: SourceRange
  }

  struct Commitment {
    let topic: Int
    let id: String?
    let owners: [Party]
    let does: Phrase
    let due: CalendarDate?
    let every: String?
    let range: SourceRange
  }

  struct Topic {
    enum State: String {
      case agreed
      case carried
      case notRelevant = "not relevant"
      case open
    }

    let id: String
    let section: String
    let state: State
    let texts: [Phrase]
    let until: CalendarDate?
    let told: Phrase?
    let notes: [Phrase]
    let range: SourceRange
  }

  struct Meeting {
    let what: Phrase
    /// The days of a meeting that does not recur, in order.
    var dates: [CalendarDate]
    let every: Recurrence?
    let weekday: String
    let time: String
    let minutes: Int?
    let place: String
    let kind: MeetingKind?
    let range: SourceRange
  }

  let name: String
  let id: Phrase
  let year: SchoolYear?
  let starts: CalendarDate?
  let ends: CalendarDate?
  let frame: SourceRange
  let isAgreed: Bool
  let amended: CalendarDate?
  private(set) var campuses: [(id: String, name: String, range: SourceRange)] = []
  private(set) var people: [Person] = []
  private(set) var others: [Other] = []
  /// The names of the campuses, by id.
  var campusNames: [String: String] {
    Dictionary(campuses.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }
  private(set) var topics: [Topic] = []
  private(set) var sections: [(id: String, told: Phrase)] = []
  /// The sections that are set aside, each with the reason.
  private(set) var setAside: [String: Phrase] = [:]
  private(set) var commitments: [Commitment] = []
  private(set) var meetings: [Meeting] = []
  /// The lists of texts, by the word that their classes begin with.
  private(set) var lists: [ListKind: [Phrase]] = [:]
  private(set) var roles: [(id: String, phrase: Phrase)] = []
  private(set) var confidentiality: [ConfidentialityPart: Phrase] = [:]
  /// Single facts, by kind.
  private(set) var facts: [Fact: Phrase] = [:]
  /// Whether everybody who has to sign has signed this text.
  private(set) var isAgreedByAll = false
  let catalog: Catalog

  /// A list whose items are compared one by one.
  enum ListKind: String, CaseIterable {
    case challenge
    case norm
    case purpose
    case result
    case roleDocument = "role-document"
    case strength
  }

  /// A part of what was agreed on confidentiality.
  enum ConfidentialityPart: String, CaseIterable {
    case shared
    case `private`
    case exceptions
  }

  /// A fact that is compared as a whole.
  enum Fact: String, CaseIterable {
    case absent = "conversation/absent"
    case cancelPolicy = "meetings/if-canceled"
    case absencePolicy = "meetings/if-absent"
    case conversationDate = "conversation/date"
    case draftingDue = "drafting/due"
    case draftingOwner = "drafting/owner"
    case facilitator = "conversation/facilitator"
    case invitations = "meetings/invitations"
    case normsReviewed = "norms/reviewed"
    case noteTaker = "conversation/note-taker"
    case reviewDue = "drafting/review/due"
    case reviewHow = "drafting/review/how"
    case signDue = "drafting/sign/due"
    case signHow = "drafting/sign/how"
  }

  /// Takes the values from a sound agreement.
  init(_ agreement: Agreement, digest: Digest?) {
    let content = agreement.content
    catalog = agreement.catalog
    name = agreement.source.name
    id = Phrase(text: content.id.value ?? "", range: content.id.range)
    year = content.schoolYear.value
    starts = content.starts.value
    ends = content.ends.value
    frame = content.schoolYear.range
    isAgreed = content.status.value == .agreed
    amended = content.amended.value
    campuses = agreement.campuses.map { entry in
      let campus = entry.part.value
      let name = campus?.name.value.map { agreement.folded($0) } ?? ""
      let code = campus?.code.value.map { " (\(agreement.folded($0)))" } ?? ""
      return (entry.id, name + code, entry.keyRange)
    }
    var signatures: [String: Entry<Signature>] = [:]
    for signature in content.signatures.value ?? [] { signatures[signature.id] = signature }
    people = agreement.participants.map { Self.person($0, agreement, signatures[$0.id], digest) }
    others = agreement.others.map { entry in
      func text(_ part: Part<Text>?) -> String { part?.value.map { agreement.folded($0) } ?? "" }
      let other = entry.part.value
      return Other(id: entry.id, name: text(other?.name), about: text(other?.about), range: entry.keyRange)
    }
    for topic in agreement.topics.sections {
      if let told = topic.toldToTeachers.value {
        sections.append((catalog.sections[topic.index].id, Self.phrase(told, agreement)))
      }
      if let reason = topic.notRelevant.value {
        let phrase = Self.phrase(reason, agreement)
        if !phrase.text.isEmpty { setAside[catalog.sections[topic.index].id] = phrase }
      }
    }
    sections.sort { $0.id < $1.id }
    for answer in agreement.topics.answers { add(answer, agreement) }
    addLists(content, agreement)
    addMeetings(content, agreement)
    addFacts(content, agreement)
    let signers = people.filter { $0.roles.contains { $0 != .facilitator } && $0.left == nil }
    isAgreedByAll = isAgreed && !signers.isEmpty && signers.allSatisfy(\.hasSigned)
  }

  private static func phrase(_ text: Text, _ agreement: Agreement) -> Phrase {
    // Nearly every text is folded already, and checking that is faster than folding it.
    var words = agreement.string(text)
    let isFolded = words.withUTF8 { bytes in
      var previous: UInt8 = 0x20
      for index in 0..<bytes.count {
        let byte = unsafe bytes[index]
        guard byte > 0x20 && byte < 0x7F || byte == 0x20 && previous != 0x20 else { return false }
        previous = byte
      }
      return previous != 0x20
    }
    return Phrase(text: isFolded ? words : agreement.folded(text), range: agreement.range(of: text))
  }

  private static func phrases(_ texts: some Sequence<Text>, _ agreement: Agreement) -> [Phrase] {
    texts.map { phrase($0, agreement) }.filter { !$0.text.isEmpty }
  }

  private static func person(
    _ entry: Entry<Participant>, _ agreement: Agreement, _ signature: Entry<Signature>?, _ digest: Digest?
  ) -> Person {
    let person = entry.part.value
    func text(_ part: Part<Text>?) -> String { part?.value.map { agreement.folded($0) } ?? "" }
    var campuses = ["*"]
    if let shares = person?.campuses.value {
      campuses = shares.map { share in
        agreement.campuses[share.campus.index].id + (share.share.map { " \($0.value)%" } ?? "")
      }.sorted()
    }
    let concerns = (person?.concerns.value ?? []).compactMap { part in
      part.value.map { agreement.catalog.topics[$0.index].id }
    }
    var (hasSigned, hasSignedAnother) = (false, false)
    var written: Phrase?
    var day: CalendarDate?
    if let signature, let value = signature.part.value {
      let isThere = value.withdrawn.isAbsent && value.signed.value != nil
      hasSigned = isThere && (value.digest.value.map { $0 == digest } ?? true)
      hasSignedAnother = isThere && !hasSigned
      day = value.signed.value
      let words = [
        value.signed.value?.description, value.method.value?.rawValue,
        value.digest.value.map { "digest \($0.description.prefix(8))…" },
        value.withdrawn.value.map { "withdrawn \($0)" },
      ]
      written = Phrase(text: words.compactMap { $0 }.joined(separator: ", "), range: signature.keyRange)
    }
    return Person(
      id: entry.id, name: text(person?.name), roles: ParticipantRole.allCases.filter { person?.has($0) ?? false },
      title: text(person?.title), campuses: campuses, elsewhere: text(person?.elsewhere), concerns: concerns,
      joined: person?.joined.value, left: person?.left.value,
      range: entry.keyRange, hasSigned: hasSigned, hasSignedAnother: hasSignedAnother, signedOn: day, signature: written
    )
  }

  private mutating func add(_ answer: Topics.Answer, _ agreement: Agreement) {
    guard let value = answer.part.value else { return }
    let state: Topic.State
    var texts: [Phrase] = []
    var until: CalendarDate?
    switch value.state {
    case .agreed(let agreed):
      state = .agreed
      texts = Self.phrases(agreed, agreement)
    case .carried(let carried):
      state = .carried
      texts = Self.phrases(carried, agreement)
    case .notRelevant(let reason):
      state = .notRelevant
      texts = Self.phrases([reason], agreement)
    case .open(let open):
      state = .open
      until = open.until.value
      texts = open.why.value.map { Self.phrases([$0], agreement) } ?? []
    case .unanswered: return
    }
    let place = topics.count
    topics.append(
      Topic(
        id: catalog.topics[answer.index].id, section: catalog.sections[catalog.topics[answer.index].section].id,
        state: state, texts: texts, until: until, told: value.toldToTeachers.value.map { Self.phrase($0, agreement) },
        notes: Self.phrases(value.notes.value ?? [], agreement), range: answer.keyRange))
    for part in value.commitments.value ?? [] {
      guard case .present(let located) = part, let does = located.value.does.value,
        let owners = located.value.owners.value
      else { continue }
      let every = located.value.every.value.map { agreement.folded($0) }
      commitments.append(
        Commitment(
          topic: place, id: located.value.id.value, owners: owners.map(\.value), does: Self.phrase(does, agreement),
          due: located.value.due.value, every: every?.isEmpty == true ? nil : every, range: located.range))
    }
  }

  /// The id of somebody who promises something or sends invitations.
  func id(of party: Party) -> String {
    switch party {
    case .participant(let index): people[index].id
    case .other(let index): others[index].id
    }
  }

  /// The name, or the id if there is no name.
  func name(of party: Party) -> String {
    let name =
      switch party {
      case .participant(let index): people[index].name
      case .other(let index): others[index].name
      }
    return name.isEmpty ? id(of: party) : name
  }

  private mutating func addLists(_ content: AgreementContent, _ agreement: Agreement) {
    let focus = content.focus.value
    let parts: [(ListKind, Part<List<Text>>?)] = [
      (.challenge, focus?.challenges), (.norm, content.norms.value?.agreed),
      (.purpose, content.conversation.value?.purposes), (.result, focus?.expectedResults),
      (.roleDocument, focus?.roleDocuments), (.strength, focus?.strengths),
    ]
    for (kind, part) in parts { if let texts = part?.value { lists[kind] = Self.phrases(texts, agreement) } }
    // A role without a text is not signed, so it does not count.
    roles = (focus?.roles.value ?? []).compactMap { entry in
      entry.part.value.map { (entry.id, Phrase(text: agreement.folded($0), range: entry.keyRange)) }
    }.sorted { $0.id < $1.id }
    if let confidentiality = focus?.confidentiality.value {
      for (part, text) in [
        (ConfidentialityPart.shared, confidentiality.shared), (.private, confidentiality.private),
        (.exceptions, confidentiality.exceptions),
      ] {
        guard let phrase = text.value.map({ Self.phrase($0, agreement) }), !phrase.text.isEmpty else { continue }
        self.confidentiality[part] = phrase
      }
    }
  }

  private mutating func addMeetings(_ content: AgreementContent, _ agreement: Agreement) {
    for part in content.meetings.value?.schedule.value ?? [] {
      guard case .present(let located) = part, let what = located.value.what.value else { continue }
      let meeting = located.value
      meetings.append(
        Meeting(
          what: Self.phrase(what, agreement), dates: meeting.days.map(\.value).sorted(), every: meeting.every.value,
          weekday: meeting.weekday.value?.description ?? "", time: meeting.at.value?.description ?? "",
          minutes: meeting.minutes.value, place: meeting.place.value.map { agreement.folded($0) } ?? "",
          kind: meeting.kind.value, range: located.range))
    }
  }

  private mutating func addFacts(_ content: AgreementContent, _ agreement: Agreement) {
    func text(_ part: Part<Text>?) -> Phrase? {
      part?.value.map { Self.phrase($0, agreement) }.flatMap { $0.text.isEmpty ? nil : $0 }
    }
    func date(_ part: Part<CalendarDate>?) -> Phrase? {
      part?.value.flatMap { date in part.map { Phrase(text: date.description, range: $0.range) } }
    }
    func person(_ part: Part<Reference>?) -> Phrase? {
      part?.value.flatMap { reference in
        part.map { Phrase(text: agreement.participants[reference.index].id, range: $0.range) }
      }
    }
    let (conversation, drafting, meetings) = (
      content.conversation.value, content.drafting.value, content.meetings.value
    )
    let absent = (conversation?.absent.value ?? []).compactMap { $0.value.map { agreement.participants[$0.index].id } }
    if !absent.isEmpty, let range = conversation?.absent.range {
      facts[.absent] = Phrase(text: absent.sorted().joined(separator: ", "), range: range)
    }
    facts[.cancelPolicy] = text(meetings?.ifCanceled)
    facts[.absencePolicy] = text(meetings?.ifAbsent)
    facts[.conversationDate] = date(conversation?.date)
    facts[.draftingDue] = date(drafting?.due)
    facts[.draftingOwner] = person(drafting?.owner)
    facts[.facilitator] = person(conversation?.facilitator)
    if let meetings, case .present(let sender) = meetings.invitations {
      facts[.invitations] = Phrase(text: id(of: sender.value), range: sender.range)
    }
    facts[.normsReviewed] = date(content.norms.value?.reviewed)
    facts[.noteTaker] = person(conversation?.noteTaker)
    facts[.reviewDue] = date(drafting?.review.value?.due)
    facts[.reviewHow] = text(drafting?.review.value?.how)
    facts[.signDue] = date(drafting?.sign.value?.due)
    facts[.signHow] = text(drafting?.sign.value?.how)
  }
}
