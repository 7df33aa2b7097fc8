internal import Agreement
internal import Diagnostics

extension Rule {
  static let invalidYear = Rule(
    .invalidYear, .error, .structure, source: .format,
    summary: "a school year that disagrees with its first or last day",
    rationale: """
      The school year names the file, and concord compares it with the years before and after. When it does not fit the dates, the file is
      usually last year's, copied and only half updated.
      """,
    setting: "`school-years: {first: 2024-25, last: 2027-28}` says which years are likely",
    failing: [
      Example(
        #"""
        format: 1
        school-year: 2026-27
        starts: ↓2025-08-17↑
        ends: 2027-05-28
        """#, #"2025-08-17 is not in the school year 2026-27"#, help: #"correct the date, or the school year"#),
      Example(
        #"""
        format: 1
        school-year: ↓next year↑
        """#, #"`school-year` takes a school year, but here is "next year""#),
    ],
    passing: [
      Example(
        #"""
        format: 1
        school-year: 2026-27
        starts: 2026-08-17
        ends: 2027-05-28
        """#),
      Example(
        #"""
        format: 1
        school-year: 2026
        starts: 2026-02-02
        ends: 2026-12-11
        """#),
    ],
    check: .agreement { agreement, context in
      // The reader finds the rest; only the repository knows which years are likely.
      guard case .present(let year) = agreement.content.schoolYear,
        let window = context.settings.schoolYears, !window.contains(year.value)
      else { return }
      context.report(
        at: year.range,
        year.value < window.lowerBound
          ? "\(year.value) is before \(window.lowerBound), the first school year of this repository"
          : "\(year.value) is after \(window.upperBound), the last school year of this repository",
        help: "correct the year, or `school-years` in concord.yaml")
    })
}
