internal import Agreement
internal import Diagnostics

extension Rule {
  static let facilitatorMissing = Rule(
    .facilitatorMissing, .warning, .completeness, source: .step(2),
    summary: "it does not say who led the conversation",
    rationale: """
      Somebody has to watch the clock and make sure that everybody is heard. It may be a principal, or a guest who does not sign. If all
      of `conversation` is missing, that is one finding.
      """,
    failing: [
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
          tran: {name: Linh Tran, role: principal}
        ↓conversation↑:
          date: 2026-08-05
        """, "it does not say who led the conversation", help: "add `facilitator:` and `novak` or `tran`",
        cured: """
          format: 1
          participants:
            novak: {name: Jill Novak, role: instructional-coach}
            tran: {name: Linh Tran, role: principal}
          conversation:
            date: 2026-08-05
            facilitator: novak
          """),
      Example(
        "↓format↑: 1\nid: brookside\n", "nothing is written about the conversation itself",
        help: "add `conversation:` and below it `date:`, `facilitator:`, `note-taker:` and `purposes:`"),
    ],
    passing: [
      Example(
        """
        format: 1
        participants:
          stroud: {name: Beth Stroud, role: facilitator}
        conversation:
          facilitator: stroud
        """)
    ],
    check: .agreement { agreement, context in
      switch agreement.content.conversation {
      case .broken: break
      case .absent: context.reportLack(ofAll: agreement.content.conversation, .conversation)
      case .present(let conversation):
        context.reportLack(
          of: conversation.value.facilitator, "facilitator", "it does not say who led the conversation",
          .value(agreement.idsToChooseFrom))
      }
    })
}
