internal import Diagnostics
internal import TextSupport

extension ReportFormat {
  /// A GitLab code quality report.
  package static let gitlab = ReportFormat(
    name: "gitlab", hasSeparateSummary: true, isForCI: true, isOnlyComplete: true
  ) {
    _, _, _ in GitLabReporter()
  }
}

/// As in docs.gitlab.com, "Code Quality", "Code Quality report format".
private struct GitLabReporter: Reporter {
  private var count = 0
  private var fingerprints = Fingerprints()

  mutating func file(_ file: ReportedFile) -> String {
    var result = ""
    for finding in file.findings {
      var writer = JSONWriter()
      writer.object { writer in
        writer.member("description", finding.message)
        writer.member("check_name", finding.rule.rawValue)
        writer.member("fingerprint", fingerprints.next(finding, at: file.location))
        writer.member("severity", Self.severity(finding.level))
        writer.object("location") { writer in
          writer.member("path", file.location.text)
          writer.object("lines") { $0.member("begin", finding.start.line) }
        }
      }
      result += (count == 0 ? "[\n  " : ",\n  ") + TerminalText.escapeJSON(writer.text)
      count += 1
    }
    return result
  }

  mutating func finish(_ summary: ReportSummary) -> String { count == 0 ? "[]\n" : "\n]\n" }

  private static func severity(_ level: Level) -> String {
    switch level {
    case .error: "major"
    case .warning: "minor"
    case .info: "info"
    }
  }
}
