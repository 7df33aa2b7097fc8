package import Agreement

/// Where the signature of somebody stands, as far as the file itself tells.
package enum SignatureStanding: Sendable {
  /// A name that somebody typed; nothing proves who.
  case typed(CalendarDate)
  /// On paper, recorded by another participant, as an index.
  case paper(CalendarDate, recordedBy: Int)
  /// Made with a key, which the file alone cannot verify.
  case ssh(CalendarDate)
  /// For another text.
  case stale(CalendarDate)
  /// Without saying for which text.
  case unbound(CalendarDate)
  case withdrawn(CalendarDate, on: CalendarDate)
  case missing

  /// Whether it stands for the text as it is.
  package var isForThisText: Bool {
    switch self {
    case .typed, .paper, .ssh: true
    case .stale, .unbound, .withdrawn, .missing: false
    }
  }
}

/// Somebody who signs an agreement, and where the signature stands.
package struct SigningParty: Sendable {
  /// The person, as an index into `Agreement.participants`.
  package let index: Int
  package let standing: SignatureStanding
  /// The day the person left, if that was before today.
  package let left: CalendarDate?

  /// Everybody who signs, in the order of the file; `digest` is that of the text as it is.
  package static func all(in agreement: Agreement, digest: Digest, today: CalendarDate) -> [SigningParty] {
    var signatures: [String: Signature] = [:]
    for entry in agreement.content.signatures.value ?? [] {
      if let value = entry.part.value { signatures[entry.id] = value }
    }
    return agreement.participants.indices.compactMap { index in
      let entry = agreement.participants[index]
      guard let person = entry.part.value, person.isParty else { return nil }
      let left = person.hasLeft(by: today) ? person.left.value : nil
      return SigningParty(
        index: index, standing: standing(of: signatures[entry.id], signer: index, digest: digest), left: left)
    }
  }

  private static func standing(of signature: Signature?, signer: Int, digest: Digest) -> SignatureStanding {
    guard let signature, let day = signature.signed.value, let method = signature.method.value else { return .missing }
    if let withdrawn = signature.withdrawn.value { return .withdrawn(day, on: withdrawn) }
    guard let signed = signature.digest.value else { return .unbound(day) }
    guard signed == digest else { return .stale(day) }
    switch method {
    case .typed: return .typed(day)
    case .ssh: return .ssh(day)
    case .paper:
      // Paper that the signer recorded is no more than a typed name.
      guard let witness = signature.recordedBy.value?.index, witness != signer else { return .typed(day) }
      return .paper(day, recordedBy: witness)
    }
  }
}
