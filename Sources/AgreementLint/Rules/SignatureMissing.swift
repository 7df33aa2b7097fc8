internal import Agreement
internal import Diagnostics
internal import TextSupport

extension RuleID {
  static let signatureMissing = RuleID("signature-missing")
}

extension Rule {
  static let signatureMissing = Rule(
    .signatureMissing, .error, .signatures, draft: true, source: .step(4),
    summary: "somebody has not signed",
    rationale: """
      The agreement holds because everybody who takes part has said so. A facilitator, who only leads the conversation, does
      not sign. Of those who left nothing more is asked; who withdrew is missing until they sign again.
      """,
    failing: [
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
          tran: {name: Linh Tran, role: principal}
        ↓signatures↑:
          novak: {signed: 2026-08-13, method: typed}
        """, "Linh Tran (principal) has not signed",
        help: """
          when Linh Tran agrees to this text, add under `signatures` (correct the errors first, then a `digest:` stands here, too):
            tran:
              signed: 2026-09-01
              method: typed
          """),
      Example(
        """
        ↓format↑: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
          tran: {name: Linh Tran, role: principal}
        """, "nobody has signed yet: Jill Novak (instructional coach) and Linh Tran (principal) are missing"),
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        signatures:
          novak: {signed: 2026-08-13, method: typed, withdrawn: ↓2026-08-20↑}
        """, "Jill Novak (instructional coach) withdrew the signature on 2026-08-20"),
    ],
    passing: [
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
          stroud: {name: Ann Stroud, role: facilitator}
          haugen: {name: Per Haugen, role: assistant-principal, left: 2027-03-06}
        signatures:
          novak: {signed: 2026-08-13, method: typed}
        """)
    ],
    check: .agreement { agreement, context in
      let signers = context.signers
      let keyRange: SourceRange
      switch agreement.content.signatures {
      case .broken: return
      case .absent(let holder):
        reportNobody(signers, at: holder, agreement, &context)
        return
      case .present(let signatures):
        keyRange = signatures.keyRange
      }
      for signer in signers {
        let name = signer.name(in: agreement)
        guard let entry = signer.signature else {
          context.report(
            at: keyRange, "\(signer.title(in: agreement)) has not signed",
            help: context.block(
              "when \(name) agrees to this text, add under `signatures`", for: [signer.id], withKey: false))
          continue
        }
        switch entry.part {
        case .broken: break
        case .absent(let holder):
          context.report(
            at: holder, "\(signer.title(in: agreement)) has not signed",
            help: context.block(
              "when \(name) agrees to this text, put in its place", for: [signer.id], withKey: false))
        case .present(let signature):
          guard case .present(let withdrawn) = signature.value.withdrawn else { continue }
          context.report(
            at: withdrawn.range, "\(signer.title(in: agreement)) withdrew the signature on \(withdrawn.value)",
            help:
              "talk about what has to change; then \(name) signs again, or leaves with `left: <date>` under `participants`"
          )
        }
      }
    })

  private static func reportNobody(
    _ signers: [Signer], at holder: SourceRange, _ agreement: Agreement, _ context: inout RuleContext
  ) {
    guard !signers.isEmpty else { return }
    let names = Prose.list(signers.map { $0.title(in: agreement) })
    context.report(
      at: holder, "nobody has signed yet: \(names) \(signers.count == 1 ? "is" : "are") missing",
      help: context.block(
        "when everybody agrees to this text, add at the end of the file, each with the right day",
        for: signers.map(\.id), withKey: true))
  }
}
