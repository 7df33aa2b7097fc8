internal import Agreement
internal import Diagnostics

extension Threshold {
  /// The most weeks between reviews of the priorities: half a year.
  static let reviewGapWeeks = Threshold(
    "review-gap-weeks", standard: 26, loosening: .higher, title: "Review gap",
    about: "The most weeks to go without a review of the priorities. By default 26 (`review-gap`).", example: "20")
}

extension Rule {
  static let reviewGap = Rule(
    .reviewGap, .warning, .completeness, thresholds: [.reviewGapWeeks], source: .practice,
    summary: "more than half a year passes without a review of the priorities",
    rationale: """
      Priorities that nobody looks at get lost. With at least two reviews a year, there is still time to change course; after 26 weeks
      without one, hardly any time is left.
      """,
    setting: "`thresholds: {review-gap-weeks: 20}` sets the weeks",
    failing: [
      Example(
        """
        format: 1
        starts: 2026-08-17
        ends: 2027-05-28
        meetings:
          ↓schedule↑:
            - {what: Fall review, date: 2026-10-15, kind: priorities-review}
        """, "for 32 weeks, from 2026-10-15 to 2027-05-28, no meeting reviews the priorities",
        help: "add a meeting with `kind: priorities-review` in between")
    ],
    passing: [
      Example(
        """
        format: 1
        starts: 2026-08-17
        ends: 2027-05-28
        meetings:
          schedule:
            - {what: Fall review, date: 2026-10-15, kind: priorities-review}
            - {what: Spring review, date: 2027-03-11, kind: priorities-review}
        """),
      Example(
        """
        format: 1
        starts: 2026-08-17
        ends: 2027-05-28
        meetings:
          schedule:
            - {what: Monthly review, every: month, weekday: first tuesday, kind: priorities-review}
        """),
      Example(
        """
        format: 1
        starts: 2026-08-17
        ends: 2027-05-28
        meetings:
          schedule:
            - {what: Quarterly review, dates: [2026-10-15, 2027-01-14, 2027-03-25], kind: priorities-review}
        """),
    ],
    check: .agreement { agreement, context in
      guard case .present(let schedule) = agreement.content.meetings.value?.schedule,
        let starts = agreement.content.starts.value, let ends = agreement.content.ends.value, starts < ends,
        !schedule.value.contains(where: {
          $0.isBroken || $0.value?.kind.isBroken == true || $0.value?.date.isBroken == true
            || $0.value?.dates.isBroken == true
        })
      else { return }
      var reviews: [Meeting] = []
      for case .present(let meeting) in schedule.value where meeting.value.kind.value == .prioritiesReview {
        reviews.append(meeting.value)
      }
      // If there are none, `review-missing` reports it; a recurring one leaves no gap.
      guard !reviews.isEmpty, reviews.allSatisfy({ $0.every.isAbsent }) else { return }
      // Days in another year have their own finding, and say nothing about gaps in this one.
      if let year = context.yearBounds,
        reviews.flatMap(\.days).contains(where: { $0.value < year.first || $0.value > year.last })
      {
        return
      }
      let days = ([starts, ends] + reviews.flatMap(\.days).map(\.value).filter { $0 > starts && $0 < ends }).sorted()
      guard
        let gap = zip(days, days.dropFirst()).max(by: {
          $0.1.dayNumber - $0.0.dayNumber < $1.1.dayNumber - $1.0.dayNumber
        })
      else { return }
      let weeks = (gap.1.dayNumber - gap.0.dayNumber) / 7
      guard gap.1.dayNumber - gap.0.dayNumber > context.settings[.reviewGapWeeks] * 7 else { return }
      context.report(
        at: schedule.keyRange, "for \(weeks) weeks, from \(gap.0) to \(gap.1), no meeting reviews the priorities",
        help: "add a meeting with `kind: priorities-review` in between")
    })
}
