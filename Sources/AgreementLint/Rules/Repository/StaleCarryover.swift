internal import Agreement
internal import Diagnostics
internal import TextSupport

extension Threshold {
  /// The number of school years after which an unchanged answer is worth a question.
  static let staleYears = Threshold(
    "stale-years", .years, standard: 3, loosening: .higher, title: "Stale years",
    about: "After how many school years with the same words an answer is old. By default 3 (`stale-carryover`).",
    example: "4")
}

extension Rule {
  static let staleCarryover = Rule(
    .staleCarryover, .info, .repository, thresholds: [.staleYears], source: .practice,
    summary: "answers have had the same words for three years",
    rationale: """
      An answer that nobody has touched for three years may be right, or nobody has read it since. The list is a good place to start the
      next conversation. `thresholds` in `concord.yaml` sets the number of years.
      """,
    setting: "`thresholds: {stale-years: 4}` sets the years",
    failing: [
      Example(
        """
        format: 1
        id: brookside
        school-year: 2026-27
        ↓topics↑:
          access:
            classroom-access: Doors are open to the coach at any time, without notice
        """, "`classroom-access` has the same words as in 2024-25",
        help:
          "ask whether it still holds; if so, say why on the line above: `# concord: allow stale-carryover -- <why>`",
        path: "brookside/2026-27.agreement.yaml",
        beside: [2024, 2025].map { year in
          (
            "brookside/\(year)-\(year - 1999).agreement.yaml",
            """
            format: 1
            id: brookside
            school-year: \(year)-\(year - 1999)
            topics:
              access:
                classroom-access: Doors are open to the coach at any time, without notice
            """
          )
        })
    ],
    passing: [
      Example(
        """
        format: 1
        id: brookside
        school-year: 2026-27
        topics:
          access:
            classroom-access: Doors are open to the coach at any time, without notice
        """, path: "brookside/2026-27.agreement.yaml",
        beside: [
          (
            "brookside/2025-26.agreement.yaml",
            """
            format: 1
            id: brookside
            school-year: 2025-26
            topics:
              access:
                classroom-access: Doors are open to the coach at any time, without notice
            """
          )
        ])
    ],
    check: .repository { agreements, context in
      let span = context.settings[.staleYears]
      agreements.forEachID(context.inOrderOfYears) { years in
        guard years.count >= span, let last = years.last, let year = agreements[last].year?.value,
          !agreements[last].isClosed
        else {
          return
        }
        let recent = years.suffix(span)
        guard let first = recent.first, let since = agreements[first].year?.value, since.first == year.first - span + 1
        else { return }
        let stale = agreements[last].catalog.topics.indices.filter { topic in
          let answer = agreements[last].answer(to: topic)
          return answer != 0 && recent.allSatisfy { agreements[$0].answer(to: topic) == answer }
        }
        guard !stale.isEmpty else { return }
        let names = stale.map { "`\(agreements[last].catalog.topics[$0].id)`" }
        // Nobody reads a long list.
        let shown = names.count <= 4 ? names : names.prefix(3) + ["\(names.count - 3) more"]
        context.report(
          in: last, at: agreements[last].topicsRange,
          names.count == 1
            ? "\(names[0]) has the same words as in \(since)"
            : "\(names.count) answers have the same words as in \(since): \(Prose.list(Array(shown)))",
          help:
            "ask whether \(names.count == 1 ? "it still holds" : "they still hold"); if so, say why on the line above: `# concord: allow stale-carryover -- <why>`"
        )
      }
    })
}
