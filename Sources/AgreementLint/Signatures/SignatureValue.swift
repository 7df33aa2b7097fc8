package import Agreement
internal import Diagnostics

/// A signature as a value, which is the same in every commit and in every file that holds it.
package struct SignatureValue: Hashable, Sendable {
  /// The id of the agreement.
  package let agreement: String
  private let year: SchoolYear
  private let person: String
  private let entry: [String]
  /// The id of the person from whom it has to come: the one who recorded it on paper, or else the signer.
  package let responsible: String

  /// The value of an entry of `signatures`; nil if it cannot be read, or was withdrawn.
  init?(_ signature: Entry<Signature>, in agreement: Agreement) {
    guard let id = agreement.content.id.value, let year = agreement.content.schoolYear.value,
      let given = signature.part.value, given.withdrawn.isAbsent
    else { return nil }
    let recorder = given.recordedBy.value.flatMap { found in
      agreement.participants.indices.contains(found.index) ? agreement.participants[found.index].id : nil
    }
    (self.agreement, self.year, person) = (id, year, signature.id)
    responsible = given.method.value == .paper ? recorder ?? signature.id : signature.id
    entry = [
      given.signed.value?.description ?? "", given.method.value?.rawValue ?? "", given.digest.value?.description ?? "",
      given.signature.value.map { agreement.string($0) } ?? "", recorder ?? "",
    ]
  }

  /// The signatures in a file, as far as they can be read.
  package static func all(in reading: AgreementReading) -> Set<SignatureValue> {
    guard let agreement = reading.agreement else { return [] }
    return Set((agreement.content.signatures.value ?? []).compactMap { SignatureValue($0, in: agreement) })
  }
}

/// A commit that brought a signature.
package struct SignatureOrigin: Hashable, Sendable {
  /// The beginning of its id.
  package let commit: String
  /// The e-mail address of its author, in small letters.
  package let address: String

  package init(commit: String, address: String) { (self.commit, self.address) = (commit, address) }
}

/// Asks which commits brought a signature; none for one that is not new.
package typealias SignatureOrigins = @Sendable (SignatureValue) -> [SignatureOrigin]
