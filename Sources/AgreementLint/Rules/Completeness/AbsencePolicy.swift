internal import Agreement
internal import Diagnostics

extension Rule {
  static let absencePolicy = Rule(
    .absencePolicy, .warning, .completeness, source: .step(9),
    summary: "it does not say what happens when somebody cannot come",
    rationale: """
      With four busy people at the table, somebody is always missing. Agreeing on who still meets, and who tells the others, keeps the
      meetings going.
      """,
    failing: [
      Example(
        """
        format: 1
        ↓meetings↑:
          schedule:
            - {what: Check-in, date: 2026-10-01}
        """, "it does not say what happens when somebody cannot come",
        help: "add `if-absent:` and say who still meets, and how the others are told")
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
        of: agreement.plannedMeetings?.ifAbsent, "if-absent", "it does not say what happens when somebody cannot come",
        .text("say who still meets, and how the others are told"))
    })
}
