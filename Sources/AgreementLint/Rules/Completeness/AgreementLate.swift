internal import Agreement
internal import Diagnostics

extension Rule {
  static let agreementLate = Rule(
    .agreementLate, .warning, .completeness, source: .step(1),
    summary: "the conversation was after the school year began",
    rationale: """
      An hour before the year begins is worth three in October, when everybody has habits. A late conversation is still better than none;
      this only says that it was late.
      """,
    failing: [
      Example(
        """
        format: 1
        starts: 2026-08-17
        conversation:
          date: ↓2026-09-03↑
        """, "the conversation on 2026-09-03 was after the school year began on 2026-08-17",
        help: "keep the true date; put next year's conversation on the calendar now", today: "2026-10-01"),
      Example(
        """
        format: 1
        starts: 2026-08-17
        conversation:
          date: ↓2026-09-03↑
        """, "the conversation is planned for 2026-09-03, after the school year begins on 2026-08-17",
        help: "hold it earlier if you can; if the date is a slip, correct it", today: "2026-08-10"),
    ],
    passing: [
      Example("format: 1\nstarts: 2026-08-17\nconversation:\n  date: 2026-08-05\n")
    ],
    check: .agreement { agreement, context in
      guard case .present(let date) = agreement.content.conversation.value?.date,
        let starts = agreement.content.starts.value, date.value > starts
      else { return }
      guard date.value <= context.today else {
        context.report(
          at: date.range, "the conversation is planned for \(date.value), after the school year begins on \(starts)",
          help: "hold it earlier if you can; if the date is a slip, correct it")
        return
      }
      context.report(
        at: date.range, "the conversation on \(date.value) was after the school year began on \(starts)",
        help: "keep the true date; put next year's conversation on the calendar now")
    })
}
