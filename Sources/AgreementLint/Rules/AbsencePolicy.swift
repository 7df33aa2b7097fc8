internal import Agreement
internal import Diagnostics

extension RuleID {
  static let absencePolicy = RuleID("absence-policy")
}

extension Rule {
  static let absencePolicy = Rule(
    .absencePolicy, .warning, .completeness, source: .step(9),
    summary: "nothing is said about people who cannot come",
    rationale: """
      With four busy people at the table one is always missing. Who decides then, and who tells the other, keeps the meetings going.
      """,
    failing: [
      Example(
        """
        format: 1
        ↓meetings↑:
          schedule:
            - {what: Check-in, date: 2026-10-01}
        """, "nothing is said about what happens when somebody cannot come",
        help: "add `if-absent:` with who goes on, and how the others hear of it")
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
          if-absent: We go on with one principal
        """)
    ],
    check: .agreement { agreement, context in
      context.reportLack(ofAll: agreement.content.meetings, .meetings)
      context.reportLack(
        of: agreement.plannedMeetings?.ifAbsent, "nothing is said about what happens when somebody cannot come",
        help: "add `if-absent:` with who goes on, and how the others hear of it")
    })
}
