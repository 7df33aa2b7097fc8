internal import Agreement
internal import Diagnostics

extension Rule {
  static let noteTakerMissing = Rule(
    .noteTakerMissing, .warning, .completeness, source: .step(4),
    summary: "it does not say who took notes",
    rationale: """
      The text that everybody signs is what one person wrote down while the others talked. Say who that was, so that the
      others can ask what a short line meant.
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
        """, "it does not say who took notes", help: "add `note-taker:` and `novak` or `tran`",
        cured: """
          format: 1
          participants:
            novak: {name: Jill Novak, role: instructional-coach}
            tran: {name: Linh Tran, role: principal}
          conversation:
            date: 2026-08-05
            note-taker: novak
          """)
    ],
    passing: [
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        conversation:
          note-taker: novak
        """)
    ],
    check: .agreement { agreement, context in
      context.reportLack(ofAll: agreement.content.conversation, .conversation)
      context.reportLack(
        of: agreement.content.conversation.value?.noteTaker, "note-taker", "it does not say who took notes",
        .value(agreement.idsToChooseFrom))
    })
}
