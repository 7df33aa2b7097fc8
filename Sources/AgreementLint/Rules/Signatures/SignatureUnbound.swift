internal import Agreement
internal import Diagnostics
internal import TextSupport

extension AgreementReading {
  /// Whether the reader found something in a range.
  fileprivate func hasFinding(in range: SourceRange) -> Bool {
    !isSound && diagnostics.contains { $0.range.start >= range.start && $0.range.end <= range.end }
  }
}

extension Rule {
  static let signatureUnbound = Rule(
    .signatureUnbound, .warning, .signatures, source: .practice,
    summary: "a signature does not say which text it is for",
    rationale: """
      Without a digest, nobody can tell later which wording a person signed. The digest is one line, and concord prints it.
      """,
    failing: [
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        signatures:
          ↓novak↑: {signed: 2026-08-13, method: typed}
        """, "the signature of Jill Novak does not say which text it is for")
    ],
    passing: [
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        signatures:
          novak: {signed: 2026-08-13, method: typed, digest: 0000000000000000000000000000000000000000000000000000000000000000}
        """)
    ],
    check: .agreement { agreement, context in
      for signer in context.signers {
        guard let entry = signer.signature, let signature = entry.part.value, signature.withdrawn.isAbsent,
          signature.digest.isAbsent
        else { continue }
        // A problem in its lines is reported there.
        if context.reading.hasFinding(in: entry.part.range) { continue }
        // Whatever came along with last year's file has to be deleted.
        if case .copied = context.stale?.cause, context.stale?.signers.contains(where: { $0 === signer }) == true {
          continue
        }
        let name = signer.name(in: agreement)
        let trouble = context.troubleBeforeSigning
        context.report(
          at: entry.keyRange, "the signature of \(name) does not say which text it is for",
          help: trouble
            ?? context.digest.map {
              SignatureLines(agreement).text("if this is the text that \(name) signed", binding: entry, to: $0)
            })
      }
    })
}
