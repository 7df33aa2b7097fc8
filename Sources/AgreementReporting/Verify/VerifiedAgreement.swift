package import Agreement
package import AgreementLint
internal import SSHSignatures
internal import TextSupport

/// An agreement with everybody's signature, as `concord verify` reports it.
package struct VerifiedAgreement: Sendable {
  /// The file, as it is shown.
  let path: String
  let id: String?
  let year: SchoolYear?
  let digest: Digest
  let people: [Person]

  /// Somebody who has to sign, or has left.
  package struct Person: Sendable {
    let person: SignedPerson
    /// The name and the roles, without what is withheld.
    let title: String
    /// The name of whoever recorded a signature on paper, without what is withheld.
    let recorder: String?
    /// What git knows of the text that was signed; nil if nothing was asked.
    let signedText: String?

    package init(_ person: SignedPerson, title: String, recorder: String?, signedText: String?) {
      (self.person, self.title, self.recorder, self.signedText) = (person, title, recorder, signedText)
    }
  }

  package init(path: String, _ reading: AgreementReading, digest: Digest, _ people: [Person]) {
    self.path = path
    id = reading.agreement?.content.id.value
    year = reading.agreement?.content.schoolYear.value
    self.digest = digest
    self.people = people
  }

  /// Whether something is wrong with a signature, or one is missing.
  package var hasFault: Bool { people.contains { $0.person.isFault } }

  /// Whether a signature could not be checked, because `ssh-keygen` is missing or does not work.
  package var isUnchecked: Bool {
    people.contains { person in
      if case .unverified(.noProgram) = person.person.state { true } else { false }
    }
  }
}

/// The states of signatures in the order in which they are counted, with their names.
enum SignatureStateName: String, CaseIterable {
  case verified, paper, typed, unverified, unbound, stale, invalid, withdrawn, missing

  init(_ state: SignatureState) {
    self =
      switch state {
      case .verified: .verified
      case .paper: .paper
      case .typed: .typed
      case .unverified: .unverified
      case .unbound: .unbound
      case .stale: .stale
      case .invalid: .invalid
      case .withdrawn: .withdrawn
      case .missing: .missing
      }
  }

  /// Whether somebody has signed this text.
  var isSigned: Bool { [.verified, .paper, .typed].contains(self) }
}

/// How many signatures there are of each kind, of those people who have to sign.
struct SignatureCounts: Sendable {
  private(set) var agreements = 0
  private(set) var signers = 0
  private var numbers: [SignatureStateName: Int] = [:]
  /// How many of them are weaker than the settings ask for.
  private var weak: [SignatureStateName: Int] = [:]

  mutating func add(_ agreement: VerifiedAgreement) {
    agreements += 1
    for person in agreement.people where !person.person.hasLeft {
      signers += 1
      let state = SignatureStateName(person.person.state)
      numbers[state, default: 0] += 1
      if state.isSigned, person.person.isBelowPolicy { weak[state, default: 0] += 1 }
    }
  }

  subscript(state: SignatureStateName) -> Int { numbers[state, default: 0] }

  /// "1 agreement: 2 of 3 signed (1 verified, 1 typed), 1 missing".
  var text: String {
    func accepted(_ state: SignatureStateName) -> Int { self[state] - weak[state, default: 0] }
    func parts(_ areSigned: Bool) -> [String] {
      SignatureStateName.allCases.filter { $0.isSigned == areSigned && accepted($0) > 0 }.map {
        "\(accepted($0)) \($0.rawValue)"
      }
    }
    let signed = SignatureStateName.allCases.filter(\.isSigned).reduce(0) { $0 + accepted($1) }
    let below = weak.values.reduce(0, +)
    let kinds = parts(true).isEmpty ? "" : " (\(parts(true).joined(separator: ", ")))"
    return
      (["\(Prose.count(agreements, "agreement")): \(signed) of \(signers) signed\(kinds)"] + parts(false)
      + (below > 0 ? ["\(below) below the policy"] : []))
      .joined(separator: ", ")
  }
}
