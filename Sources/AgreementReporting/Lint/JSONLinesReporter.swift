extension ReportFormat {
  /// For programs that read a stream, and for the parts of a sharded run: one line per finding, then one for the
  /// summary.
  package static let jsonl = ReportFormat(name: "jsonl") { _, _, _ in JSONLinesReporter() }
}

private struct JSONLinesReporter: Reporter {
  mutating func file(_ file: ReportedFile) -> String {
    file.findings.map { FindingJSON.text(of: $0, path: file.path) + "\n" }.joined()
  }

  mutating func finish(_ summary: ReportSummary) -> String {
    "{\"summary\":\(FindingJSON.text(of: summary)),\"errors\":\(FindingJSON.errors(of: summary))}\n"
  }
}
