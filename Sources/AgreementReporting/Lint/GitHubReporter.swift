internal import Diagnostics
internal import TextSupport

extension ReportFormat {
  /// GitHub Actions workflow commands, which become annotations in the changed files of a pull request.
  package static let github = ReportFormat(name: "github", hasSeparateSummary: true, isForCI: true) {
    _, _, _ in GitHubReporter()
  }
}

/// As in docs.github.com, "Workflow commands for GitHub Actions"; the escapes are those of the runner's toolkit.
private struct GitHubReporter: Reporter {
  mutating func file(_ file: ReportedFile) -> String {
    file.findings.map { finding in
      let command =
        switch finding.level {
        case .error: "error"
        case .warning: "warning"
        case .info: "notice"
        }
      var properties = [
        ("file", file.location.text), ("line", String(finding.start.line)), ("endLine", String(finding.end.line)),
      ]
      // If there are columns and the range spans lines, GitHub shows nothing at all.
      if finding.start.line == finding.end.line {
        properties += [("col", String(finding.start.column)), ("endColumn", String(finding.end.column))]
      }
      properties.append(("title", "\(finding.rule)"))
      let text = finding.message + (finding.help.map { "\n" + $0 } ?? "")
      return
        "::\(command) \(properties.map { "\($0.0)=\(Self.property($0.1))" }.joined(separator: ","))::\(Self.data(text))\n"
    }.joined()
  }

  mutating func finish(_ summary: ReportSummary) -> String {
    let lines = summary.failures.map { "\($0.path.text): \($0.message)" } + [summary.untold].compactMap(\.self)
    let notice = summary.setAside.text.map { "::notice title=settings::\(Self.data($0))\n" } ?? ""
    return lines.map { "::error title=not checked::\(Self.data($0))\n" }.joined() + notice
  }

  private static func data(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { TerminalText.escape($0).replacing("%", with: "%25") }.joined(separator: "%0A")
  }

  private static func property(_ text: String) -> String {
    TerminalText.escape(text).replacing("%", with: "%25").replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
