internal import Agreement
internal import Diagnostics
internal import TextSupport

/// A participant who has to sign, and the signature if there is one.
final class Signer: Sendable {
  let id: String
  let person: Participant
  let signature: Entry<Signature>?

  init(id: String, person: Participant, signature: Entry<Signature>?) {
    self.id = id
    self.person = person
    self.signature = signature
  }

  /// The name and the role, as in "Jill Novak (instructional coach)".
  func title(in agreement: Agreement) -> String {
    let role = person.role.value.map { " (\($0.rawValue.split(separator: "-").joined(separator: " ")))" } ?? ""
    return name(in: agreement) + role
  }

  /// The name.
  func name(in agreement: Agreement) -> String {
    person.name.value.map { agreement.folded($0) } ?? id
  }
}

extension Agreement {
  /// Everybody who has to sign: not those who only led the conversation, nor those who have left.
  fileprivate var signers: [Signer] {
    let signatures = content.signatures.value ?? []
    let places = Dictionary(signatures.indices.map { (signatures[$0].id, $0) }) { first, _ in first }
    return participants.compactMap { entry in
      guard let person = entry.part.value, person.left.isAbsent, let role = person.role.value, role != .facilitator
      else { return nil }
      return Signer(id: entry.id, person: person, signature: places[entry.id].map { signatures[$0] })
    }
  }
}

extension RuleContext {
  /// Everybody who has to sign; found once for all the rules.
  mutating func signers(of agreement: Agreement) -> [Signer] {
    if let known = knownSigners { return known }
    let signers = agreement.signers
    knownSigners = signers
    return signers
  }

  /// The lines to paste for signatures that are missing.
  mutating func block(for ids: [String], withKey: Bool) -> String {
    var lines = withKey ? ["signatures:"] : []
    // What is no id has a finding of its own, and pasted it would be wrong again.
    for id in ids where id.utf8.allSatisfy({ $0.isIDByte }) {
      lines += ["  \(id):", "    signed: \(today)", "    method: typed"]
      if let digest { lines.append("    digest: \(digest)") }
    }
    return lines.joined(separator: "\n")
  }
}

extension UInt8 {
  /// Whether the byte may stand in an id.
  fileprivate var isIDByte: Bool { (0x61...0x7A).contains(self) || (0x30...0x39).contains(self) || self == 0x2D }
}
