internal import Agreement
internal import Diagnostics
internal import TextSupport

/// A participant who has to sign, and the signature if there is one.
final class Signer: Sendable {
  let entry: Entry<Participant>
  let person: Participant
  let signature: Entry<Signature>?

  init(entry: Entry<Participant>, person: Participant, signature: Entry<Signature>?) {
    self.entry = entry
    self.person = person
    self.signature = signature
  }

  /// The signature, if all of it could be read: nothing more is said about a broken one.
  var wholeSignature: Signature? {
    guard let value = signature?.part.value, !value.signed.isBroken, !value.method.isBroken, !value.digest.isBroken,
      !value.recordedBy.isBroken
    else { return nil }
    return value
  }

  /// The id.
  var id: String { entry.id }

  /// The name and role, as in "Jill Novak (instructional coach)".
  func title(in agreement: Agreement) -> String {
    let roles = (person.roles.value ?? []).map { $0.value.rawValue.split(separator: "-").joined(separator: " ") }
    return name(in: agreement) + (roles.isEmpty ? "" : " (\(Prose.list(roles)))")
  }

  /// The name.
  func name(in agreement: Agreement) -> String { agreement.name(of: entry) }
}

extension Agreement {
  /// Whether the text is not final yet.
  var isDraft: Bool { content.status.value == .draft }

  /// Everybody who has to sign on a day: neither people who only led the conversation nor people who have left by then.
  /// Without a day, everybody with `left` counts as gone.
  func signers(on day: CalendarDate?) -> [Signer] { parties().filter { !$0.person.hasLeft(by: day) } }

  /// Everybody who takes part, also those who have left.
  func parties() -> [Signer] {
    let signatures = content.signatures.value ?? []
    let places = Dictionary(signatures.indices.map { (signatures[$0].id, $0) }) { first, _ in first }
    return participants.compactMap { entry in
      guard let person = entry.part.value, person.isParty else { return nil }
      return Signer(entry: entry, person: person, signature: places[entry.id].map { signatures[$0] })
    }
  }
}
