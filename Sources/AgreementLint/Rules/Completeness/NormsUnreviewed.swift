internal import Agreement
internal import Diagnostics

extension Rule {
  static let normsUnreviewed = Rule(
    .normsUnreviewed, .warning, .completeness, source: .step(8),
    summary: "the norms were not read again for this conversation",
    rationale: """
      Norms hold when they are read aloud at the start, not when they are copied from last year. The day under `reviewed` says
      that this group looked at them, in this year's conversation or later.
      """,
    failing: [
      Example(
        """
        format: 1
        ↓norms↑:
          agreed:
            - Start and end on time
        """, "it does not say when you last read the norms together",
        help: "add `reviewed:` and the day on which you read them together"),
      Example(
        """
        format: 1
        conversation:
          date: 2026-08-05
        norms:
          agreed:
            - Start and end on time
          reviewed: ↓2025-08-06↑
        """, "the norms were last read on 2025-08-06, before the conversation on 2026-08-05",
        help: "read them again together, and write that day",
        cured: """
          format: 1
          conversation:
            date: 2026-08-05
          norms:
            agreed:
              - Start and end on time
            reviewed: 2026-08-05
          """),
      Example(
        """
        format: 1
        conversation:
          date: 2026-08-05
        norms:
          agreed:
            - Start and end on time
          reviewed: ↓2027-08-05↑
        """, "nobody can have read the norms on 2027-08-05, which has not come yet",
        help: "write the day on which you read them together; today is 2026-09-01"),
    ],
    passing: [
      Example("format: 1\nnorms:\n  agreed:\n    - Start on time\n  reviewed: 2026-08-05\n"),
      Example("format: 1\nnorms:\n  reviewed:\n"),
    ],
    check: .agreement { agreement, context in
      guard case .present(let norms) = agreement.content.norms, norms.value.agreed.value?.isEmpty == false else {
        return
      }
      switch norms.value.reviewed {
      case .broken: break
      case .absent:
        context.reportLack(
          of: norms.value.reviewed, "reviewed", "it does not say when you last read the norms together",
          .value("the day on which you read them together"))
      case .present(let reviewed):
        let date = agreement.content.conversation.value?.date.value
        // A planned conversation may have the day of its norms, too.
        if reviewed.value > context.today, date.map({ $0 < reviewed.value }) ?? true {
          context.report(
            at: reviewed.range, "nobody can have read the norms on \(reviewed.value), which has not come yet",
            help: "write the day on which you read them together; today is \(context.today)")
          return
        }
        guard let date, reviewed.value < date else { return }
        context.report(
          at: reviewed.range, "the norms were last read on \(reviewed.value), before the conversation on \(date)",
          help: "read them again together, and write that day")
      }
    })
}
