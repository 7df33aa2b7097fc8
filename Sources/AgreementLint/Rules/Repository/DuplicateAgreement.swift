internal import Agreement
internal import Diagnostics

extension Rule {
  static let duplicateAgreement = Rule(
    .duplicateAgreement, .error, .repository, source: .format,
    summary: "two files are the same agreement of the same year",
    rationale: """
      An id and a school year name one agreement. With two files, nobody knows which one counts, and the yearly diff does not
      know which one to compare.
      """,
    failing: [
      Example(
        "format: 1\nid: ↓brookside↑\nschool-year: 2026-27\n", "`brookside` has another agreement for 2026-27",
        help: "keep one of the two files, or give this agreement its own id and folder",
        path: "brookside/2026-27 (copy).agreement.yaml",
        beside: [("brookside/2026-27 (1).agreement.yaml", "format: 1\nid: brookside\nschool-year: 2026-27\n")]),
      Example(
        "format: 1\nid: ↓brookside↑\nschool-year: 2026-27\n", "`brookside` has another agreement for 2026-27",
        help:
          "if this file was copied for 2027-28, write that year after `school-year`, and its days after `starts` and `ends`; if not, delete one of the two files",
        path: "brookside/2027-28.agreement.yaml",
        beside: [("brookside/2026-27.agreement.yaml", "format: 1\nid: brookside\nschool-year: 2026-27\n")]),
    ],
    passing: [
      Example(
        "format: 1\nid: brookside\nschool-year: 2026-27\n", path: "brookside/2026-27.agreement.yaml",
        beside: [("brookside/2025-26.agreement.yaml", "format: 1\nid: brookside\nschool-year: 2025-26\n")])
    ],
    check: .repository { agreements, context in
      let order = context.inOrderOfYears
      var first = order.first ?? 0
      for file in order.dropFirst() {
        guard let id = agreements[file].id, let year = agreements[file].year,
          id.value == agreements[first].id?.value, year.value == agreements[first].year?.value
        else {
          first = file
          continue
        }
        // The file named for another year is the copy, in which nothing has been changed yet.
        let copy = [file, first].first { FileName(agreements[$0].path).year.map { $0 != year.value } ?? false }
        let (place, other) = copy == first ? (first, file) : (file, first)
        let named = copy.flatMap { FileName(agreements[$0].path).year }
        context.report(
          in: place, at: (agreements[place].id ?? id).range, "`\(id.value)` has another agreement for \(year.value)",
          help: named.map {
            "if this file was copied for \($0), write that year after `school-year`, and its days after `starts` and `ends`; if not, delete one of the two files"
          } ?? "keep one of the two files, or give this agreement its own id and folder",
          notes: agreements[other].id.map { [Note(at: $0.range, "it is here", in: agreements[other].path)] } ?? [])
      }
    })
}
