internal import Agreement
internal import Diagnostics

extension RuleID {
  static let agreementLate = RuleID("agreement-late")
}

extension Rule {
  static let agreementLate = Rule(
    .agreementLate, .warning, .completeness, source: .step(1),
    summary: "the conversation came after the school year began",
    rationale: """
      The hour before the year is worth more than three in October: by then everybody has habits. A late conversation is still better than
      none; this only says that it was late.
      """,
    failing: [
      Example(
        """
        format: 1
        starts: 2026-08-17
        conversation:
          date: ↓2026-09-03↑
        """, "the conversation on 2026-09-03 came after the school year began on 2026-08-17",
        help: "nothing can be done for this year; put next year's conversation into the calendar now")
    ],
    passing: [
      Example("format: 1\nstarts: 2026-08-17\nconversation:\n  date: 2026-08-05\n")
    ],
    check: .agreement { agreement, context in
      guard case .present(let date) = agreement.content.conversation.value?.date,
        let starts = agreement.content.starts.value, date.value > starts
      else { return }
      context.report(
        at: date.range, "the conversation on \(date.value) came after the school year began on \(starts)",
        help: "nothing can be done for this year; put next year's conversation into the calendar now")
    })
}
