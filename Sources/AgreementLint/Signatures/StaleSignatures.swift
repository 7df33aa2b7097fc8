internal import Agreement
internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// Signatures of a text other than the file's, and what happened to the text, as far as the file itself shows.
struct StaleSignatures {
  /// Why the signatures are not for this text.
  enum Cause {
    /// They belong to the file that this one was copied from.
    case copied
    /// These people were added: without them the text is the one that was signed.
    case joined([Entry<Participant>], signed: Digest)
    /// People who joined signed another text than the others, who have signed this one.
    case differs
    /// The text was amended on this day, and none of these people has signed since.
    case amended(CalendarDate)
    /// The text was changed, and does not say when.
    case changed
  }

  /// People who signed another text, in the order of the signatures.
  let signers: [Signer]
  /// Why the signatures are not for this text.
  let cause: Cause

  /// Whether the text, or what it counts, has to change before anybody can sign.
  var changesTheText: Bool {
    switch cause {
    case .copied, .joined, .changed: true
    case .differs, .amended: false
    }
  }

  /// Looks for signatures of another text; returns nil if there are none.
  static func find(in reading: AgreementReading, signers: [Signer], digest: Digest?, today: CalendarDate)
    -> StaleSignatures?
  {
    guard let agreement = reading.agreement else { return nil }
    let given = signers.filter { $0.signature?.part.value?.withdrawn.isAbsent == true }
      .sorted { $0.signaturePlace.start < $1.signaturePlace.start }
    guard !given.isEmpty else { return nil }
    let stale = given.filter { $0.digest != nil && digest != nil && $0.digest != digest }
    if let first = agreement.firstDayOfSigning {
      func isOlder(_ signer: Signer, than day: CalendarDate) -> Bool {
        guard let signed = signer.signed, signed < day else { return false }
        return signer.digest == nil || signer.digest != digest
      }
      // If one signature came along with a copied file, the others did, too, though they may be from later in that
      // year.
      let isCopied = given.contains { isOlder($0, than: first.day) }
      let old = isCopied ? given.filter { isOlder($0, than: first.ofCopy) } : []
      if !old.isEmpty, stale.allSatisfy({ signer in old.contains { $0 === signer } }) {
        return StaleSignatures(signers: old, cause: .copied)
      }
    }
    guard !stale.isEmpty else { return nil }
    return StaleSignatures(signers: stale, cause: cause(of: stale, among: given, in: agreement, reading, today))
  }

  private static func cause(
    of stale: [Signer], among given: [Signer], in agreement: Agreement, _ reading: AgreementReading,
    _ today: CalendarDate
  ) -> Cause {
    if stale.allSatisfy({ !$0.person.joined.isAbsent }), given.count > stale.count,
      given.contains(where: { signer in
        signer.digest != nil && !stale.contains { $0 === signer }
      })
    {
      return .differs
    }
    if let joined = joined(stale, in: agreement, reading) { return joined }
    // Nobody signed on a day to come, whatever is written there. If the change was on the day of the last signature or
    // later, it has its day, and asking for one again would lead in a circle.
    if let amended = agreement.content.amended.value, let last = stale.compactMap(\.signed).max(),
      amended >= min(last, today)
    {
      return .amended(amended)
    }
    return .changed
  }

  /// The most people to try, and the most bytes to read for them, because each needs a digest of the whole text.
  private static let mostPeople = 16
  private static let mostBytes = 4 << 20

  /// Looks for people without whom the text is the one that was signed.
  private static func joined(_ stale: [Signer], in agreement: Agreement, _ reading: AgreementReading) -> Cause? {
    let most = min(mostPeople, mostBytes / max(1, agreement.document.source.bytes.count))
    var seen: [Digest] = []
    for digest in stale.compactMap(\.digest) where !seen.contains(digest) && seen.count < 2 {
      seen.append(digest)
      let signed = Set(stale.filter { $0.digest == digest }.map(\.id))
      // People who signed that text were in it.
      let added = agreement.participants.filter { entry in
        entry.part.value?.joined.isAbsent == true && !signed.contains(entry.id)
      }
      let leading = added.filter { $0.part.value?.isParty == false }.map(\.id)
      var groups = added.prefix(most).map { [$0] }
      if added.count > 1, most > 0 {
        groups.append(added)
        if !leading.isEmpty { groups.append(added.filter { !leading.contains($0.id) }) }
      }
      for group in groups where !group.isEmpty && reading.digest(without: Set(group.map(\.id))) == digest {
        return .joined(group, signed: digest)
      }
    }
    return nil
  }
}

extension StaleSignatures {
  /// What to do about signatures that came along with a copied file.
  static func deletion(of signers: [Signer], _ agreement: Agreement) -> String {
    let ids = Set(signers.map(\.id))
    let isAll = (agreement.content.signatures.value ?? []).allSatisfy { ids.contains($0.id) }
    let place =
      isAll
      ? "delete `signatures:` and everything under it"
      : "under `signatures`, delete the lines of \(Prose.list(signers.map { "`\($0.id)`" }))"
    return "\(place); when this year's text is final, everybody signs it"
  }
}

extension Signer {
  /// The digest that the signature carries.
  var digest: Digest? { signature?.part.value?.digest.value }

  /// The day of the signature.
  var signed: CalendarDate? { signature?.part.value?.signed.value }

  /// The part of the signature that says which text it is for: the digest, or else the day.
  var signaturePlace: SourceRange {
    guard let signature = signature?.part.value else { return entry.keyRange }
    return signature.digest.value == nil ? signature.signed.range : signature.digest.range
  }
}

extension CalendarDate {
  /// Whether a day is so long before the first day of school that it belongs to another year.
  func isLongBefore(_ starts: CalendarDate) -> Bool { dayNumber < starts.dayNumber - Agreement.mostDaysBefore }
}

extension Agreement {
  /// A day more than this many days before the first day of school is last year's: nobody makes an agreement so early.
  static let mostDaysBefore = 270

  /// Nobody signs the outcome of a conversation more than this many days before it.
  private static let mostDaysBeforeConversation = 60

  /// The day before which nobody can have signed this agreement, and the same for a file copied from another year; nil
  /// if that is unknown.
  var firstDayOfSigning: (day: CalendarDate, ofCopy: CalendarDate)? {
    guard let starts = content.starts.value?.dayNumber else { return nil }
    let earliest = starts - Self.mostDaysBefore
    let beforeStarts = starts - Self.mostDaysBeforeConversation
    var first = earliest
    if let talked = content.conversation.value?.date.value?.dayNumber, talked <= starts {
      // A conversation that long ago came along with the file.
      first = talked < earliest ? beforeStarts : max(earliest, talked - Self.mostDaysBeforeConversation)
    }
    guard let day = CalendarDate(dayNumber: first), let ofCopy = CalendarDate(dayNumber: max(first, beforeStarts))
    else {
      return nil
    }
    return (day, ofCopy)
  }
}
