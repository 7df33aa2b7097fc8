internal import Agreement
internal import Diagnostics

extension Rule {
  static let invitationsMissing = Rule(
    .invitationsMissing, .warning, .completeness, source: .step(9),
    summary: "it does not say who sends the invitations",
    rationale: """
      If it is not on a calendar, it will not happen.
      """,
    failing: [
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        ↓meetings↑:
          schedule:
            - {what: Check-in, date: 2026-10-01}
        """, "it does not say who sends the invitations", help: "add `invitations:` and `novak`",
        cured: """
          format: 1
          participants:
            novak: {name: Jill Novak, role: instructional-coach}
          meetings:
            schedule:
              - {what: Check-in, date: 2026-10-01}
            invitations: novak
          """)
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
          invitations: novak
        """)
    ],
    check: .agreement { agreement, context in
      context.reportLack(ofAll: agreement.content.meetings, .meetings)
      context.reportLack(
        of: agreement.plannedMeetings?.invitations, "invitations", "it does not say who sends the invitations",
        .value(agreement.idsToChooseFrom))
    })
}
