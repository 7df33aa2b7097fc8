internal import Agreement
internal import Diagnostics

extension Rule {
  static let yearGap = Rule(
    .yearGap, .info, .repository, source: .format,
    summary: "a school year is missing between two agreements",
    rationale: """
      The partnership went on, or it started over; either way, somebody will ask what held in the year between. The yearly diff
      compares one year with the next.
      """,
    failing: [
      Example(
        "format: 1\nid: brookside\nschool-year: ↓2026-27↑\n", "`brookside` has no agreement for 2025-26",
        help: "add the file if it exists; the agreement before this one is for 2024-25",
        path: "brookside/2026-27.agreement.yaml",
        beside: [("brookside/2024-25.agreement.yaml", "format: 1\nid: brookside\nschool-year: 2024-25\n")])
    ],
    passing: [
      Example(
        "format: 1\nid: brookside\nschool-year: 2026-27\n", path: "brookside/2026-27.agreement.yaml",
        beside: [("brookside/2025-26.agreement.yaml", "format: 1\nid: brookside\nschool-year: 2025-26\n")]),
      Example("format: 1\nid: brookside\nschool-year: 2026\n", path: "brookside/2026.agreement.yaml"),
    ],
    check: .repository(withMisnamed: true) { agreements, context in
      agreements.forEachID(context.inOrderOfYears) { years in
        for (earlier, later) in zip(years, years.dropFirst()) {
          guard let before = agreements[earlier].year?.value, let year = agreements[later].year,
            let id = agreements[later].id?.value, !agreements[later].isClosed
          else { continue }
          let missing = year.value.first - before.first - 1
          guard missing > 0 else { continue }
          let first = before.next
          let last = (1..<missing).reduce(first) { year, _ in year.next }
          context.report(
            in: later, at: year.range,
            "`\(id)` has no agreement for \(first)\(missing > 1 ? " to \(last)" : "")",
            help: "add the file if it exists; the agreement before this one is for \(before)")
        }
      }
    })
}
