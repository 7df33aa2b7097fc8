internal import Agreement
internal import Diagnostics
internal import TextSupport

extension Rule {
  static let signatureLate = Rule(
    .signatureLate, .warning, .signatures, source: .step(1),
    summary: "somebody signed before the conversation, while the text was a draft, or too late",
    rationale: """
      People sign what they talked about, so not before the conversation, and a text that is final: as long as it says `status: draft`,
      it is not, whoever has signed. They sign before the year begins, or within two weeks of
      the day of an amendment or the day they join. A later signature means that the agreement was not in force until then.
      """,
    failing: [
      Example(
        """
        format: 1
        starts: 2026-08-17
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        signatures:
          novak: {signed: ↓2026-08-20↑, method: typed}
        """, "Jill Novak signed on 2026-08-20, after the school year began on 2026-08-17"),
      Example(
        """
        format: 1
        starts: 2026-08-17
        conversation: {date: 2026-08-06}
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        signatures:
          novak: {signed: ↓2026-08-05↑, method: typed}
        """, "Jill Novak signed on 2026-08-05, before the conversation on 2026-08-06"),
      Example(
        """
        format: 1
        starts: 2026-08-17
        status: ↓draft↑
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        signatures:
          novak: {signed: 2026-08-13, method: typed}
        """, "Jill Novak signed, but the text is still a draft",
        help: "if this is the final text, write `status: agreed`; if not, delete the signature",
        cured: """
          format: 1
          starts: 2026-08-17
          status: agreed
          participants:
            novak: {name: Jill Novak, role: instructional-coach}
          signatures:
            novak: {signed: 2026-08-13, method: typed}
          """),
    ],
    passing: [
      Example(
        """
        format: 1
        starts: 2026-08-17
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
          castellano: {name: Ria Castellano, role: assistant-principal, joined: 2027-01-12}
        signatures:
          novak: {signed: 2026-08-13, method: typed}
          castellano: {signed: 2027-01-19, method: typed}
        """)
    ],
    check: .agreement { agreement, context in
      reportDraft(agreement, &context)
      let conversation = agreement.content.conversation.value?.date
      for signer in context.signers {
        guard let signature = signer.wholeSignature, case .present(let signed) = signature.signed else {
          continue
        }
        // A signature of last year's text has to be deleted, whatever its day.
        if case .copied = context.stale?.cause, context.stale?.signers.contains(where: { $0 === signer }) == true {
          continue
        }
        if case .present(let date) = conversation, signed.value < date.value {
          let name = signer.name(in: agreement)
          context.report(
            at: signed.range, "\(name) signed on \(signed.value), before the conversation on \(date.value)",
            help: "correct the wrong date", notes: [Note(at: date.range, "the conversation was on this day")])
          continue
        }
        if let starts = agreement.content.starts.value, signed.value <= starts { continue }
        let name = signer.name(in: agreement)
        let deadlines = [
          (agreement.content.starts, "the school year began", 0),
          (agreement.content.amended, "the agreement was amended", daysToSign),
          (signer.person.joined, "\(name) joined", daysToSign),
        ]
        // A day that could not be read may be the one that allows the signature.
        guard !deadlines.contains(where: { $0.0.isBroken }) else { continue }
        let known = deadlines.compactMap { part, words, days in part.value.map { ($0, words, days) } }
        guard let latest = known.max(by: { $0.0 < $1.0 }), signed.value.dayNumber > latest.0.dayNumber + latest.2 else {
          continue
        }
        context.report(
          at: signed.range, "\(name) signed on \(signed.value), after \(latest.1) on \(latest.0)",
          help: "leave the date as it is; the signature still counts")
      }
    })

  /// Reports that a draft has signatures. If they are for another text, that is the finding.
  private static func reportDraft(_ agreement: Agreement, _ context: inout RuleContext) {
    guard agreement.isDraft, context.stale == nil else { return }
    let given = context.signers.compactMap { signer in
      signer.signature.flatMap { $0.part.value?.withdrawn.isAbsent == true ? (signer: signer, at: $0.keyRange) : nil }
    }
    guard !given.isEmpty else { return }
    context.report(
      at: agreement.content.status.range,
      "\(Prose.list(given.map { $0.signer.name(in: agreement) })) signed, but the text is still a draft",
      help:
        "if this is the final text, write `status: agreed`; if not, delete the \(given.count == 1 ? "signature" : "signatures")",
      notes: given.map { Note(at: $0.at, "the signature of \($0.signer.name(in: agreement)) is here") })
  }

  /// The days allowed for signing a change, which nobody can sign before it is written.
  private static let daysToSign = 14
}
