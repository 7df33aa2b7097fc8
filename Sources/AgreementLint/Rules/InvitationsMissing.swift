internal import Agreement
internal import Diagnostics

extension RuleID {
  static let invitationsMissing = RuleID("invitations-missing")
}

extension Rule {
  static let invitationsMissing = Rule(
    .invitationsMissing, .warning, .completeness, source: .step(9),
    summary: "nobody sends the invitations",
    rationale: """
      A meeting that stands in an agreement and not in a calendar does not take place.
      """,
    failing: [
      Example(
        """
        format: 1
        ↓meetings↑:
          schedule:
            - {what: Check-in, date: 2026-10-01}
        """, "nobody is named who sends the invitations", help: "add `invitations:` with the id of a participant")
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
        of: agreement.plannedMeetings?.invitations, "nobody is named who sends the invitations",
        help: "add `invitations:` with the id of a participant")
    })
}
