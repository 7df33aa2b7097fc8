internal import Agreement
internal import Diagnostics
internal import TextSupport

extension RuleID {
  static let signatureUnbound = RuleID("signature-unbound")
}

extension Rule {
  static let signatureUnbound = Rule(
    .signatureUnbound, .warning, .signatures, source: .practice,
    summary: "a signature does not say which text it is for",
    rationale: """
      Without a digest nobody can tell later which wording somebody signed. The digest is one line that concord prints.
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
        let name = signer.name(in: agreement)
        context.report(
          at: entry.keyRange, "the signature of \(name) does not say which text it is for",
          help: context.digest.map { "if this is the text that \(name) signed, add `digest: \($0)`" }
            ?? "correct the other errors first; then concord prints the `digest:` to add")
      }
    })
}
