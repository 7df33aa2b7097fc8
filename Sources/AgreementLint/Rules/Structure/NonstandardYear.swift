internal import Agreement
internal import Diagnostics

extension Rule {
  static let nonstandardYear = Rule(
    .nonstandardYear, .warning, .structure, source: .format,
    summary: "a school year in another spelling",
    rationale: """
      One spelling keeps file names, reports and searches alike.
      """,
    failing: [
      Example(
        #"""
        format: 1
        school-year: ↓2026-2027↑
        """#, #"the usual spelling of this school year is 2026-27"#, help: #"write 2026-27"#),
      Example(
        #"""
        format: 1
        school-year: ↓SY27↑
        """#, #"the usual spelling of this school year is 2026-27"#),
    ],
    passing: [
      Example(
        #"""
        format: 1
        school-year: 2026-27
        """#)
    ],
    check: .whileReading)
}
