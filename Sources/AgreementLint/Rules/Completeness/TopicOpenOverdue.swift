internal import Agreement
internal import Diagnostics

extension Rule {
  static let topicOpenOverdue = Rule(
    .topicOpenOverdue, .error, .completeness, source: .step(6),
    summary: "an open topic is past its date",
    rationale: """
      A topic can stay open until somebody finds something out, and the date says by when. After that date, the topic has been
      forgotten.
      """,
    failing: [
      Example(
        """
        format: 1
        topics:
          specific-issues:
            staff-learning-budget:
              open:
                until: ↓2026-08-31↑
                why: Allocations come in August
        """, "`staff-learning-budget` was to be settled by 2026-08-31",
        help: "put the answer after `agreed:` in place of `open:` and the lines below it, or agree on a later date",
        cured: """
          format: 1
          topics:
            specific-issues:
              staff-learning-budget:
                open:
                  until: 2026-10-01
                  why: Allocations come in August
          """)
    ],
    passing: [
      Example(
        """
        format: 1
        topics:
          specific-issues:
            staff-learning-budget: {open: {until: 2026-09-01}}
        """)
    ],
    check: .topic { visit, context in
      guard case .open(let open) = visit.answer.state, case .present(let until) = open.until,
        until.value < context.today
      else { return }
      context.report(
        at: until.range, "`\(visit.topic.id)` was to be settled by \(until.value)",
        help: "put the answer after `agreed:` in place of `open:` and the lines below it, or agree on a later date")
    })
}
