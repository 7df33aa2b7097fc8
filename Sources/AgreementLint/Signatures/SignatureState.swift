package import Agreement
package import SSHSignatures
internal import Diagnostics

/// What stands behind a person's name under `signatures`.
package enum SignatureState: Sendable, Equatable {
  /// An SSH signature that a key of that person made for this text.
  case verified(SSHPublicKey)
  /// Signed on paper, as somebody else says, by id.
  case paper(by: String)
  /// Typed, or as good as that.
  case typed
  /// An SSH signature for this text that nobody could check.
  case unverified(SSHObstacle)
  /// It does not say which text it is for.
  case unbound
  /// It is for another text.
  case stale
  /// An SSH signature that proves nothing.
  case invalid(SSHReason)
  case withdrawn(CalendarDate)
  /// There is no signature.
  case missing

  /// How much it counts as; nil if it does not count as a signature of this text.
  package var tier: SignatureMethod? {
    switch self {
    case .verified: .ssh
    case .paper: .paper
    case .typed, .unverified: .typed
    case .unbound, .stale, .invalid, .withdrawn, .missing: nil
    }
  }
}

/// What `ssh-keygen` says of the SSH signatures in a file, asked once for all rules and only where there are any.
struct SignatureVerdicts {
  /// By participant.
  private var verdicts: [String: SSHVerdict] = [:]

  init(_ agreement: Agreement, among allowed: AllowedSigners?, asking check: SignatureCheck?) {
    for entry in agreement.content.signatures.value ?? [] {
      guard let signature = entry.part.value, signature.method.value == .ssh, signature.withdrawn.isAbsent,
        let text = signature.signature.value, let digest = signature.digest.value, let signed = signature.signed.value
      else { continue }
      switch SSHSignature.read(agreement.string(text), of: entry.id, among: allowed) {
      case .failure(let doubt): verdicts[entry.id] = doubt.verdict
      case .success(let (ssh, allowed)):
        verdicts[entry.id] = check?(ssh, entry.id, digest, signed, allowed) ?? .unverified(.notAsked)
      }
    }
  }

  /// The verdict on the signature of a person; nil if it is not one by SSH, or cannot be read.
  subscript(id: String) -> SSHVerdict? { verdicts[id] }

  /// Whether the signature of a person proves nothing.
  func isInvalid(_ id: String) -> Bool {
    guard case .invalid(_)? = verdicts[id] else { return false }
    return true
  }
}

extension Signer {
  /// What the signature is worth for a text; nil if it cannot be read.
  func state(for digest: Digest?, _ verdicts: SignatureVerdicts, in agreement: Agreement) -> SignatureState? {
    guard let entry = signature, !entry.part.isAbsent else { return .missing }
    guard let given = wholeSignature else { return nil }
    if case .present(let withdrawn) = given.withdrawn { return .withdrawn(withdrawn.value) }
    let verdict = verdicts[id]
    if case .invalid(let reason)? = verdict { return .invalid(reason) }
    guard let its = given.digest.value else { return .unbound }
    guard its == digest else { return .stale }
    switch given.method.value {
    case .ssh:
      switch verdict {
      case .good(let key)?: return .verified(key)
      case .unverified(let obstacle)?: return .unverified(obstacle)
      case .invalid(_)?, nil: return nil
      }
    case .paper:
      guard let witness = given.recordedBy.value, agreement.participants.indices.contains(witness.index) else {
        return .typed
      }
      let recorder = agreement.participants[witness.index].id
      return recorder == id ? .typed : .paper(by: recorder)
    case .typed: return .typed
    case nil: return nil
    }
  }
}

/// A person and the signature that is asked of them, for commands that list everybody.
package struct SignedPerson: Sendable {
  package let id: String
  package let name: String
  /// The name and the roles: "Jill Novak (instructional coach)".
  package let title: String
  package let state: SignatureState
  /// The day that is written beside the signature; nil if there is none.
  package let signed: CalendarDate?
  /// The digest that is written beside the signature; nil if there is none.
  package let digest: Digest?
  /// The weakest method that the policy allows this person on that day.
  package let required: SignatureMethod
  package let joined: CalendarDate?
  package let left: CalendarDate?
  /// Whether the person has left, so that nothing more is asked of them.
  package let hasLeft: Bool
  /// Whether the agreement is a draft, which nobody has to sign yet.
  private let isDraft: Bool

  /// Whether it is a signature of this text by the method that it says.
  package var isSigned: Bool {
    switch state {
    case .verified, .paper, .typed: true
    case .unverified, .unbound, .stale, .invalid, .withdrawn, .missing: false
    }
  }

  /// Whether it is one of a weaker method than the policy allows.
  package var isBelowPolicy: Bool { isSigned && (state.tier ?? .typed) < required }

  /// Whether it is a signature of this text that the policy accepts.
  package var isAccepted: Bool { isSigned && !isBelowPolicy }

  /// Whether something is wrong: nothing is asked of people who have left, but a false signature of theirs is one.
  package var isFault: Bool {
    switch state {
    case .verified, .paper, .typed: !hasLeft && isBelowPolicy
    case .invalid: true
    case .missing: !hasLeft && !isDraft
    case .unverified, .unbound, .stale, .withdrawn: !hasLeft
    }
  }

  init(
    _ signer: Signer, _ state: SignatureState, in agreement: Agreement, required: SignatureMethod, on day: CalendarDate,
    isDraft: Bool
  ) {
    id = signer.id
    name = signer.name(in: agreement)
    title = signer.title(in: agreement)
    self.state = state
    signed = signer.signed
    digest = signer.digest
    self.required = required
    joined = signer.person.joined.value
    left = signer.person.left.value
    hasLeft = signer.person.hasLeft(by: day)
    self.isDraft = isDraft
  }
}

extension AgreementReading {
  /// Everybody who has to sign or has left, in file order; signatures that cannot be read are left out.
  package func signedPeople(
    on day: CalendarDate, _ policy: SigningPolicy, asking check: SignatureCheck?
  ) -> [SignedPerson] {
    guard let agreement else { return [] }
    let verdicts = SignatureVerdicts(agreement, among: policy.allowedSigners, asking: check)
    let (digest, phase) = (digest, Phase(of: agreement, on: day))
    return agreement.parties().compactMap { signer in
      guard let state = signer.state(for: digest, verdicts, in: agreement) else { return nil }
      return SignedPerson(
        signer, state, in: agreement, required: phase == .closed ? .typed : policy.required(of: signer.person), on: day,
        isDraft: phase == .drafting)
    }
  }
}
