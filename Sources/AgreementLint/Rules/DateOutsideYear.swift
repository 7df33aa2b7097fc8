internal import Agreement
internal import Diagnostics

extension RuleID {
  static let dateOutsideYear = RuleID("date-outside-year")
}

extension Rule {
  static let dateOutsideYear = Rule(
    .dateOutsideYear, .warning, .commitments, source: .format,
    summary: "a meeting or a commitment lies outside the school year",
    rationale: """
      A date before the conversation or after the last day of school is nearly always last year's date, copied along.
      """,
    failing: [
      Example(
        """
        format: 1
        starts: 2026-08-17
        ends: 2027-05-28
        meetings:
          schedule:
            - what: Looking back
              date: ↓2026-05-06↑
        """, "2026-05-06 lies before the school year, which begins on 2026-08-17",
        help: "correct the date; it may be last year's"),
      Example(
        """
        format: 1
        starts: 2026-08-17
        ends: 2027-05-28
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        topics:
          access:
            planning-days:
              agreed: Two days
              commitments:
                - {owner: novak, does: Book the rooms, due: ↓2027-09-18↑}
        """, "2027-09-18 lies after the school year, which ends on 2027-05-28",
        help: "correct the date; it may be meant for this year"),
    ],
    passing: [
      Example(
        """
        format: 1
        starts: 2026-08-17
        ends: 2027-05-28
        conversation:
          date: 2026-08-05
        meetings:
          schedule:
            - {what: Reading the draft, date: 2026-08-10}
            - {what: Looking back, date: 2027-05-28}
        """)
    ],
    check: .agreement { agreement, context in
      guard let starts = agreement.content.starts.value, let ends = agreement.content.ends.value, starts < ends,
        agreement.content.conversation.value?.date.isBroken != true
      else { return }
      let first = min(starts, agreement.content.conversation.value?.date.value ?? starts)
      func look(at part: Part<CalendarDate>?) {
        guard case .present(let date) = part else { return }
        if date.value < first {
          context.report(
            at: date.range, "\(date.value) lies before the school year, which begins on \(starts)",
            help: "correct the date; it may be last year's")
        } else if date.value > ends {
          context.report(
            at: date.range, "\(date.value) lies after the school year, which ends on \(ends)",
            help: "correct the date; it may be meant for this year")
        }
      }
      for meeting in agreement.content.meetings.value?.schedule.value ?? [] { look(at: meeting.value?.date) }
      for answer in agreement.topics.answers {
        for commitment in answer.part.value?.commitments.value ?? [] { look(at: commitment.value?.due) }
      }
    })
}
