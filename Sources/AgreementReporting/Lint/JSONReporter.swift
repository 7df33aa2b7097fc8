internal import Diagnostics
internal import TextSupport

extension ReportFormat {
  /// For programs; `schema/lint-report.schema.json` describes it.
  package static let json = ReportFormat(name: "json") { _, _, _ in JSONReporter() }
}

private struct JSONReporter: Reporter {
  private var count = 0

  mutating func file(_ file: ReportedFile) -> String {
    var result = count == 0 && !file.findings.isEmpty ? Self.head : ""
    for finding in file.findings {
      result += count == 0 ? "\n" : ",\n"
      count += 1
      result += "    " + FindingJSON.text(of: finding, path: file.path)
    }
    return result
  }

  mutating func finish(_ summary: ReportSummary) -> String {
    return (count == 0 ? Self.head : "\n  ")
      + "],\n  \"summary\": \(FindingJSON.text(of: summary)),\n  \"errors\": \(FindingJSON.errors(of: summary))\n}\n"
  }

  private static let head = "{\n  \"version\": 1,\n  \"findings\": ["
}
