internal import Agreement
internal import Diagnostics
internal import TextSupport

extension Rule {
  static let agreementOld = Rule(
    .agreementOld, .warning, .completeness, source: .practice,
    summary: "the conversation is from long before the school year",
    rationale: """
      People talk in the weeks before the year begins. A conversation, a rereading of the norms or a draft dated more than nine
      months before it is nearly always left over from last year's file. All such dates are reported as one finding.
      """,
    failing: [
      Example(
        """
        format: 1
        starts: 2027-08-16
        conversation:
          date: ↓2026-08-06↑
        norms:
          agreed: [Start on time]
          reviewed: 2026-08-06
        """, "the conversation on 2026-08-06 is long before the school year, which starts on 2027-08-16",
        help: "use this year's date in each of these 2 places; where there is none yet, delete the date",
        cured: """
          format: 1
          starts: 2027-08-16
          conversation:
            date: 2027-08-05
          norms:
            agreed: [Start on time]
            reviewed: 2027-08-05
          """),
      Example(
        """
        format: 1
        starts: 2027-08-16
        conversation:
          date: 2027-08-04
        drafting:
          due: ↓2026-08-09↑
        """, "the draft due on 2026-08-09 is long before the school year, which starts on 2027-08-16",
        help: "use this year's date; if there is none yet, delete the date",
        cured: """
          format: 1
          starts: 2027-08-16
          conversation:
            date: 2027-08-04
          drafting:
            due: 2027-08-09
          """),
    ],
    passing: [
      Example(
        """
        format: 1
        starts: 2026-08-17
        conversation:
          date: 2026-05-20
        norms:
          agreed: [Start on time]
          reviewed: 2026-08-06
        """)
    ],
    check: .agreement { agreement, context in
      guard let starts = agreement.content.starts.value else { return }
      let content = agreement.content
      let drafting = content.drafting.value
      let dates: [(part: Part<CalendarDate>?, what: String, help: String)] = [
        (
          content.conversation.value?.date, "the conversation on",
          "write the day of this year's conversation; if it is still to come, delete the date"
        ),
        (
          content.norms.value?.reviewed, "the day on which you reread the norms,",
          "reread the norms with everybody and write that day; until then, delete the date"
        ),
        (drafting?.due, "the draft due on", "use this year's date; if there is none yet, delete the date"),
        (
          drafting?.review.value?.due, "the review due on",
          "use this year's date; if there is none yet, delete the date"
        ),
        (
          drafting?.sign.value?.due, "the signing due on", "use this year's date; if there is none yet, delete the date"
        ),
      ]
      let old = dates.compactMap { date -> (day: Located<CalendarDate>, what: String, help: String)? in
        guard case .present(let day) = date.part, day.value.isLongBefore(starts) else { return nil }
        return (day, date.what, date.help)
      }
      guard let first = old.first else { return }
      context.report(
        at: first.day.range,
        "\(first.what) \(first.day.value) is long before the school year, which starts on \(starts)",
        help: old.count == 1
          ? first.help
          : "use this year's date in each of these \(old.count) places; where there is none yet, delete the date",
        notes: old.dropFirst().map { Note(at: $0.day.range, "this day is from long before it, too") })
    })
}
