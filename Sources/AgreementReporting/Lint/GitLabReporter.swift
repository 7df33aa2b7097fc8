internal import Diagnostics
internal import TextSupport

extension ReportFormat {
  /// A GitLab code quality report.
  package static let gitlab = ReportFormat(
    name: "gitlab", summary: "a code quality report of GitLab", hasSeparateSummary: true, isForCI: true,
    isOnlyComplete: true,
    make: { _, _, _ in GitLabReporter() })
}

/// As in docs.gitlab.com, "Code Quality", "Code Quality report format".
private struct GitLabReporter: Reporter {
  private var count = 0
  private var fingerprints = Fingerprints()

  mutating func file(_ file: ReportedFile) -> String {
    var result = ""
    for finding in file.findings {
      var writer = JSONWriter()
      let fingerprint = fingerprints.next(finding, at: file.location)
      writer.object { writer in
        let members = [
          ("description", finding.message), ("check_name", finding.rule.rawValue), ("fingerprint", fingerprint),
          ("severity", Self.severity(finding.level)),
        ]
        for (key, value) in members {
          writer.key(key)
          writer.string(value)
        }
        writer.key("location")
        writer.object { writer in
          writer.key("path")
          writer.string(file.location.text)
          writer.key("lines")
          writer.object { writer in
            writer.key("begin")
            writer.number(finding.start.line)
          }
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
