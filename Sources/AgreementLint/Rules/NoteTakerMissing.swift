internal import Agreement
internal import Diagnostics

extension RuleID {
  static let noteTakerMissing = RuleID("note-taker-missing")
}

extension Rule {
  static let noteTakerMissing = Rule(
    .noteTakerMissing, .warning, .completeness, source: .step(4),
    summary: "nobody took notes",
    rationale: """
      The text that everybody signs is what one person wrote down while the others talked. Who that was should be known, so that the
      others can ask what a short line meant.
      """,
    failing: [
      Example(
        """
        format: 1
        ↓conversation↑:
          date: 2026-08-05
        """, "nobody is named who took notes", help: "add `note-taker:` with the id of a participant")
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
        of: agreement.content.conversation.value?.noteTaker, "nobody is named who took notes",
        help: "add `note-taker:` with the id of a participant")
    })
}
