internal import Agreement
internal import Diagnostics

extension RuleID {
  static let cancelPolicy = RuleID("cancel-policy")
}

extension Rule {
  static let cancelPolicy = Rule(
    .cancelPolicy, .warning, .completeness, source: .step(9),
    summary: "nothing is said about meetings that are canceled",
    rationale: """
      The meeting that is canceled without a new date is the last one. Whether it moves or falls away is settled in a minute, in August.
      """,
    failing: [
      Example(
        """
        format: 1
        ↓meetings↑:
          schedule:
            - {what: Check-in, date: 2026-10-01}
        """, "nothing is said about a meeting that is canceled",
        help: "add `if-canceled:` with whether it is moved, and until when")
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
        of: agreement.plannedMeetings?.ifCanceled, "nothing is said about a meeting that is canceled",
        help: "add `if-canceled:` with whether it is moved, and until when")
    })
}
