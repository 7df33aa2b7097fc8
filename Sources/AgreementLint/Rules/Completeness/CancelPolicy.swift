internal import Agreement
internal import Diagnostics

extension Rule {
  static let cancelPolicy = Rule(
    .cancelPolicy, .warning, .completeness, source: .step(9),
    summary: "it does not say what happens to a canceled meeting",
    rationale: """
      A meeting that is canceled without a new date is often the last one. In August, it takes a minute to agree on whether it is
      moved or skipped.
      """,
    failing: [
      Example(
        """
        format: 1
        ↓meetings↑:
          schedule:
            - {what: Check-in, date: 2026-10-01}
        """, "it does not say what happens to a canceled meeting",
        help: "add `if-canceled:` and say whether it is moved, and by when")
    ],
    passing: [
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        meetings:
          schedule:
            - {what: Check-in, date: 2026-10-01}
          if-canceled: Moved within a week
        """)
    ],
    check: .agreement { agreement, context in
      context.reportLack(ofAll: agreement.content.meetings, .meetings)
      context.reportLack(
        of: agreement.plannedMeetings?.ifCanceled, "if-canceled", "it does not say what happens to a canceled meeting",
        .text("say whether it is moved, and by when"))
    })
}
