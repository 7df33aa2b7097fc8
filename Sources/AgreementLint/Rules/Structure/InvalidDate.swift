internal import Agreement
internal import Diagnostics

extension Rule {
  static let invalidDate = Rule(
    .invalidDate, .error, .structure, source: .format,
    summary: "a date that the calendar does not have, or in another form",
    rationale: """
      Dates are written year-month-day, so that nobody has to guess whether 8/7 is in July or in August.
      """,
    failing: [
      Example(
        #"""
        format: 1
        starts: ↓2026-02-30↑
        """#, #"there is no day 2026-02-30 in the calendar"#, help: #"look the day up; dates are year-month-day"#),
      Example(
        #"""
        format: 1
        conversation:
          date: ↓8/6/2026↑
        """#, #"`date` takes a date as year-month-day, but here is "8/6/2026""#, help: #"write 2026-08-06"#),
    ],
    passing: [
      Example(
        #"""
        format: 1
        conversation:
          date: 2026-08-06
        """#),
      Example(
        #"""
        format: 1
        ends: "2028-02-29"
        """#),
    ],
    check: .whileReading)
}
