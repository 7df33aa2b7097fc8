package import Agreement
package import Diagnostics
internal import TextSupport

/// Explains a finding that people signed another text, using the text they signed if git still has it.
package enum SignedBefore {
  /// The finding if the signed text is last year's, or if the only difference is that people were taken out; otherwise
  /// nil.
  package static func explain(
    _ diagnostic: Diagnostic, signed: AgreementReading, now: AgreementReading
  ) -> Diagnostic? {
    guard let old = signed.agreement, let new = now.agreement, let digest = signed.digest else { return nil }
    var result = diagnostic
    let signers = new.signers(on: nil).filter { $0.digest == digest }
    guard !signers.isEmpty else { return nil }
    if let before = old.content.schoolYear.value, let year = new.content.schoolYear.value, before != year {
      result.message = "\(names(signers, new)) signed the text of \(before), not this one"
      result.help = StaleSignatures.deletion(of: signers, new)
      return result
    }
    let ids = Set(new.participants.map(\.id))
    let gone = old.participants.filter { !ids.contains($0.id) }
    guard !gone.isEmpty, signed.digest(without: Set(gone.map(\.id))) == now.digest else { return nil }
    let people = Prose.list(gone.map(old.name))
    result.message = "\(names(signers, new)) signed before \(people) was taken out"
    result.help =
      "put the lines of \(Prose.list(gone.map { "`\($0.id)`" })) back under `participants` as they were, and add `left:` with the day to them; then the signatures count again"
    return result
  }

  private static func names(_ signers: [Signer], _ agreement: Agreement) -> String {
    Prose.list(signers.map { $0.name(in: agreement) })
  }
}
