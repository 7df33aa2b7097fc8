internal import Agreement
internal import Diagnostics
internal import TextSupport

extension Rule {
  static let signatureMissing = Rule(
    .signatureMissing, .error, .signatures, draft: true, source: .step(4),
    summary: "somebody has not signed",
    rationale: """
      The agreement holds because everybody who takes part has said so. A facilitator, who only leads the conversation, does not
      sign. Nothing more is asked of people once they have left; someone who withdrew has not signed until they sign again. The finding comes
      last in a file and prints the lines to paste, unless the file has errors: correcting them changes what is signed.
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
        help: "correct the errors in this file first; then this prints the lines to paste"),
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
        """, today: "2027-03-06")
    ],
    check: .agreement { agreement, context in
      let signers = context.signers
      let keyRange: SourceRange
      switch agreement.content.signatures {
      case .broken: return
      case .absent(let gap):
        reportNobody(signers, at: gap.range, agreement, &context)
        return
      case .present(let signatures):
        keyRange = signatures.keyRange
      }
      for signer in signers {
        let name = signer.name(in: agreement)
        guard let entry = signer.signature else {
          context.report(
            at: keyRange, "\(signer.title(in: agreement)) has not signed",
            help: context.lines("when \(name) agrees to this text", for: [signer]))
          continue
        }
        switch entry.part {
        case .broken: break
        case .absent(let gap):
          context.report(
            at: gap.range, "\(signer.title(in: agreement)) has not signed",
            help: context.lines("when \(name) agrees to this text", for: [signer]))
        case .present(let signature):
          guard case .present(let withdrawn) = signature.value.withdrawn else { continue }
          context.report(
            at: withdrawn.range, "\(signer.title(in: agreement)) withdrew the signature on \(withdrawn.value)",
            help: context.lines(
              "talk about what has to change; if \(name) leaves, add `left: \(context.today)` to `\(signer.id)` under `participants`; when \(name) agrees to this text again",
              for: [signer]))
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
      help: context.lines("as each person agrees to this text", for: signers))
  }
}
