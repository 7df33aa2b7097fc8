internal import Agreement
internal import Diagnostics

extension Rule {
  static let meetingsMissing = Rule(
    .meetingsMissing, .error, .completeness, source: .step(9),
    summary: "no meetings are planned",
    rationale: """
      Meetings in which people look at the agreement again keep it alive. What is not on the calendar in August does not happen in
      February.
      """,
    failing: [
      Example(
        "↓format↑: 1\nid: brookside\n", "no meetings are planned",
        help: "add `meetings:` and below it `schedule:` with each meeting after a dash, as in `- what: Check-in`"),
      Example(
        """
        format: 1
        ↓meetings↑:
          if-canceled: Moved within a week
        """, "no meetings are planned",
        help: "add `schedule:`, and below it write each meeting after a dash, as in `- what: Check-in`"),
    ],
    passing: [
      Example(
        """
        format: 1
        meetings:
          schedule:
            - what: Check-in
              every: two-weeks
              weekday: thursday
        """)
    ],
    check: .agreement { agreement, context in
      switch agreement.content.meetings {
      case .broken: break
      case .absent: context.reportLack(ofAll: agreement.content.meetings, .meetings)
      case .present(let meetings):
        context.reportLack(
          ofList: meetings.value.schedule, "schedule", "no meetings are planned",
          .lines("write each meeting after a dash, as in `- what: Check-in`"))
      }
    })
}
