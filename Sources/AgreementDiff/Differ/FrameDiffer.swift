internal import Agreement
internal import Diagnostics

extension Snapshot.Fact {
  /// The class of a change.
  var kind: ChangeClass {
    switch self {
    case .absent, .conversationDate, .facilitator, .normsReviewed, .noteTaker: .conversationChanged
    case .absencePolicy: .absencePolicyChanged
    case .cancelPolicy: .cancelPolicyChanged
    case .draftingDue, .draftingOwner, .reviewDue, .reviewHow, .signDue, .signHow: .draftingChanged
    case .invitations: .invitationsChanged
    }
  }

  /// The class of a change that only says the same in other words; nil for anything that is not a sentence.
  var rewordedKind: ChangeClass? {
    switch self {
    case .absencePolicy: .absencePolicyReworded
    case .cancelPolicy: .cancelPolicyReworded
    default: nil
    }
  }

  /// What people call it.
  var words: String {
    switch self {
    case .absent: "who was absent"
    case .absencePolicy, .cancelPolicy, .invitations: ""
    case .conversationDate: "the date"
    case .draftingDue: "when the draft is due"
    case .draftingOwner: "who writes the draft"
    case .facilitator: "who leads it"
    case .normsReviewed: "when the norms were last looked at"
    case .noteTaker: "who takes notes"
    case .reviewDue: "when it has to be read"
    case .reviewHow: "how it is read"
    case .signDue: "when it has to be signed"
    case .signHow: "how it is signed"
    }
  }

  /// Whether it is a date or belongs to one conversation, so that it differs from year to year.
  var isOfItsYear: Bool {
    switch self {
    case .absent, .conversationDate, .draftingDue, .normsReviewed, .reviewDue, .signDue: true
    case .absencePolicy, .cancelPolicy, .draftingOwner, .facilitator, .invitations, .noteTaker, .reviewHow, .signHow:
      false
    }
  }

  /// Whether it names a person by id.
  var isPerson: Bool {
    switch self {
    case .draftingOwner, .facilitator, .invitations, .noteTaker: true
    case .absencePolicy, .absent, .cancelPolicy, .conversationDate, .draftingDue, .normsReviewed, .reviewDue,
      .reviewHow,
      .signDue, .signHow:
      false
    }
  }
}

extension Differ {
  /// Single facts: policies, who sends the invitations, who led the conversation, the plan for drafting.
  mutating func compareFacts() {
    for fact in Snapshot.Fact.allCases where isSameYear || !fact.isOfItsYear {
      let (before, after) = (old.facts[fact], new.facts[fact])
      var isSame = before?.text == after?.text
      var people: [String] = []
      func wording(_ phrase: Phrase?, _ side: Snapshot) -> Change.Wording? {
        phrase.map { phrase in
          guard fact.isPerson else { return Change.Wording(phrase.text, at: phrase.range) }
          people.append(phrase.text)
          let name =
            side.people.first { $0.id == phrase.text }.map { self.name($0) }
            ?? side.others.first { $0.id == phrase.text }?.name ?? phrase.text
          return Change.Wording(name, at: phrase.range)
        }
      }
      if fact.isPerson, let before, let after { isSame = (newID[before.text] ?? before.text) == after.text }
      if isSame { continue }
      let (from, to) = (wording(before, old), wording(after, new))
      let subject = fact.rawValue.split(separator: "/").suffix(1).joined()
      var kind = fact.kind
      var reasons = after == nil ? ["nothing is said about it anymore"] : []
      if let reworded = fact.rewordedKind, let before, let after {
        let wording = Self.wording(before.text, after.text)
        if wording.isSame { kind = reworded } else { reasons = wording.reasons }
      }
      add(
        Change(
          kind, path: fact.rawValue, subject: subject, people: Array(Set(people)).sorted(), old: from, new: to,
          reasons: reasons, match: before != nil && after != nil ? .byID : nil, label: fact.words))
    }
  }

  /// The year and its days, the status, and who signed.
  mutating func compareFrame() {
    func compare(
      _ kind: ChangeClass, _ path: String, _ label: String, _ before: String?, _ after: String?, _ differ: inout Differ
    ) {
      guard before != after else { return }
      differ.add(
        Change(
          kind, path: path, subject: path, old: before.map { Change.Wording($0, at: differ.old.frame) },
          new: after.map { Change.Wording($0, at: differ.new.frame) },
          match: before != nil && after != nil ? .byID : nil, label: label))
    }
    if old.id.text != new.id.text { compare(.yearChanged, "id", "the id", old.id.text, new.id.text, &self) }
    // Another year has other days; only what does not follow from that is reported.
    if isSameYear || Self.isFar(old.starts, new.starts, years) {
      compare(.yearChanged, "starts", "the first day", old.starts?.description, new.starts?.description, &self)
    }
    if isSameYear || Self.isFar(old.ends, new.ends, years) {
      compare(.yearChanged, "ends", "the last day", old.ends?.description, new.ends?.description, &self)
    }
    guard isSameYear else { return }
    compare(.yearChanged, "school-year", "the school year", old.year?.description, new.year?.description, &self)
    compare(.statusChanged, "status", "", old.isAgreed ? "agreed" : "draft", new.isAgreed ? "agreed" : "draft", &self)
    compare(.amended, "amended", "", old.amended?.description, new.amended?.description, &self)
    compareSignatures()
  }

  /// Whether a day moved by more than a week in addition to its year, which allows a week to find the same day of the
  /// week.
  private static func isFar(_ before: CalendarDate?, _ after: CalendarDate?, _ years: Int) -> Bool {
    guard let before, let after else { return false }
    return abs(after.dayNumber - before.dayNumber - 365 * years) > 8
  }

  private mutating func compareSignatures() {
    var people: [(old: Snapshot.Person?, new: Snapshot.Person?)] = []
    for (index, person) in old.people.enumerated() { people.append((person, newPerson[index].map { new.people[$0] })) }
    for (index, person) in new.people.enumerated() where oldPerson[index] == nil { people.append((nil, person)) }
    for (before, after) in people where before?.signature?.text != after?.signature?.text {
      let kind: ChangeClass =
        before?.signature == nil ? .signatureAdded : after?.signature == nil ? .signatureRemoved : .signatureChanged
      let id = after?.id ?? before?.id ?? ""
      func wording(_ phrase: Phrase?) -> Change.Wording? { phrase.map { Change.Wording($0.text, at: $0.range) } }
      add(
        Change(
          kind, path: "signatures/\(id)", subject: (after ?? before).map { name($0) } ?? id, people: [id],
          old: wording(before?.signature), new: wording(after?.signature),
          match: before?.signature != nil && after?.signature != nil ? .byID : nil))
    }
  }
}
