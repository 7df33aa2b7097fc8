internal import Agreement
internal import Diagnostics

extension Rule {
  static let agreementMissing = Rule(
    .agreementMissing, .warning, .repository, source: .practice,
    summary: "there is no agreement for the school year that has begun",
    rationale: """
      The last agreement has ended, a new school year has begun, and nobody has written down how it goes on. Either the new file is
      still to be written, or the partnership ended, and then a comment says so.
      """,
    failing: [
      Example(
        old("↓2025-26↑", 2025), "`brookside` has no agreement for 2026-27, and that school year has begun",
        help:
          "start it from this file: type `concord renew brookside/2025-26.agreement.yaml`; if the partnership has ended, write `# concord: allow agreement-missing -- it ended` on the line above this one",
        path: "brookside/2025-26.agreement.yaml",
        cured: """
          format: 1
          id: brookside
          # concord: allow agreement-missing -- it ended
          school-year: 2025-26
          starts: 2025-08-17
          ends: 2026-05-28
          """)
    ],
    passing: [
      Example(old("2025-26", 2025), today: "2026-07-20", path: "brookside/2025-26.agreement.yaml"),
      Example(
        old("2025-26", 2025), path: "brookside/2025-26.agreement.yaml",
        beside: [("brookside/2026-27.agreement.yaml", old("2026-27", 2026))]),
    ],
    check: .repository(withMisnamed: true) { agreements, context in
      let today = context.today
      // The latest school year that holds today, according to the other agreements.
      let current = agreements.compactMap { $0.days?.contains(today) == true ? $0.year?.value : nil }.max()
      agreements.forEachID(context.inOrderOfYears) { years in
        guard let newest = years.last, let year = agreements[newest].year, let id = agreements[newest].id?.value,
          let days = agreements[newest].days, today > days.upperBound
        else { return }
        let missing = year.value.holding(today, days) ?? current.flatMap { $0 > year.value ? $0 : nil }
        guard let missing, context.settings.schoolYears?.contains(missing) != false else { return }
        context.report(
          in: newest, at: year.range, "`\(id)` has no agreement for \(missing), and that school year has begun",
          help:
            "start it from this file: type `concord renew \(FileCommand.shellWord(agreements[newest].path) ?? "FILE")`; if the partnership has ended, write `# concord: allow agreement-missing -- it ended` on the line above this one"
        )
      }
    })

  private static func old(_ year: String, _ first: Int) -> String {
    "format: 1\nid: brookside\nschool-year: \(year)\nstarts: \(first)-08-17\nends: \(first + 1)-05-28\n"
  }
}

extension SchoolYear {
  /// The later school year that holds a day, assuming the same first and last days as this one; nil if none does.
  fileprivate func holding(_ day: CalendarDate, _ days: ClosedRange<CalendarDate>) -> SchoolYear? {
    var year = self
    for count in 1...max(1, min(200, day.year - days.lowerBound.year)) {
      year = year.next
      // February 29 exists only in some years.
      let bounds = [days.lowerBound, days.upperBound].compactMap { bound in
        CalendarDate(year: bound.year + count, month: bound.month, day: min(bound.day, 28))
      }
      guard bounds.count == 2 else { return nil }
      if bounds[0] <= day, day <= bounds[1] { return year }
    }
    return nil
  }
}
