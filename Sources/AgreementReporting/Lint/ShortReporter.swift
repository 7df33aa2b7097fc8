internal import Diagnostics
internal import TextSupport

extension ReportFormat {
  /// One line per finding, `path:line:column: level: message [rule]`, the way editors read it.
  package static let short = ReportFormat(name: "short", hasSeparateSummary: true) { _, _, _ in ShortReporter() }
}

private struct ShortReporter: Reporter {
  mutating func file(_ file: ReportedFile) -> String {
    let path = TerminalText.escape(file.path)
    return file.findings.map {
      "\(path):\($0.start.line):\($0.start.column): \($0.level.rawValue): \(TerminalText.escape($0.message)) [\($0.rule)]\n"
    }.joined()
  }

  mutating func finish(_ summary: ReportSummary) -> String { "" }
}
