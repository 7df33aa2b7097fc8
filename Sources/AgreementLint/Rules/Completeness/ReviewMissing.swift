internal import Agreement
internal import Diagnostics

extension Rule {
  static let reviewMissing = Rule(
    .reviewMissing, .error, .completeness, source: .step(14),
    summary: "no meeting is planned to review the priorities",
    rationale: """
      Schools change in the middle of a year: people leave, results come in, money goes. An agreement that nobody plans to look at again
      is a memory by winter. At least one meeting has `kind: priorities-review`.
      """,
    failing: [
      Example(
        """
        format: 1
        meetings:
          ↓schedule↑:
            - what: Check-in
              date: 2026-10-01
              kind: check-in
        """, "no meeting is planned to review the priorities",
        help: "add a meeting with `kind: priorities-review`, ideally in fall, winter and spring")
    ],
    passing: [
      Example(
        """
        format: 1
        meetings:
          schedule:
            - what: Are we still doing the right things
              date: 2027-01-14
              kind: priorities-review
        """)
    ],
    check: .agreement { agreement, context in
      context.reportLack(ofAll: agreement.content.meetings, .meetings)
      guard case .present(let schedule) = agreement.content.meetings.value?.schedule, !schedule.value.isEmpty,
        // A kind that could not be read may be the required one.
        !schedule.value.contains(where: { $0.isBroken || $0.value?.kind.isBroken == true }),
        !schedule.value.contains(where: { $0.value?.kind.value == .prioritiesReview })
      else { return }
      context.report(
        at: schedule.keyRange, "no meeting is planned to review the priorities",
        help: "add a meeting with `kind: priorities-review`, ideally in fall, winter and spring")
    })
}
