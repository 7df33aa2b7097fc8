internal import Diagnostics
internal import TextSupport

extension ReportFormat {
  /// JUnit's XML, which nearly every CI service reads: each file is a suite, and each finding a failed test of it.
  public static let junit = ReportFormat(
    name: "junit", summary: "JUnit's XML, for CI services that show tests", hasSeparateSummary: true, isForCI: true,
    make: { _ in JUnitReporter() })
}

private struct JUnitReporter: Reporter {
  private var hasBegun = false

  private mutating func head() -> String {
    defer { hasBegun = true }
    return hasBegun ? "" : "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"concord\">\n"
  }

  mutating func file(_ file: ReportedFile) -> String {
    if file.isAgain, file.findings.isEmpty { return head() }
    let path = Self.escape(file.path)
    // A note is no failure.
    let failures = file.findings.count { $0.level > .info }
    var result = head()
    result +=
      "  <testsuite name=\"\(path)\(file.isAgain ? ", across the repository" : "")\" tests=\"\(max(1, file.findings.count))\" failures=\"\(failures)\" errors=\"0\" time=\"0\">\n"
    if file.findings.isEmpty { result += "    <testcase name=\"agreement\" classname=\"\(path)\"/>\n" }
    for finding in file.findings {
      let place = "\(path):\(finding.start.line):\(finding.start.column)"
      let message = Self.escape(finding.message)
      let text = Self.escape(
        "\(file.path):\(finding.start.line):\(finding.start.column): \(finding.level.rawValue): \(finding.message)"
          + (finding.help.map { "\n\($0)" } ?? ""))
      result += "    <testcase name=\"\(finding.rule) at \(place)\" classname=\"\(path)\">"
      result +=
        finding.level > .info
        ? "<failure message=\"\(message)\" type=\"\(finding.level.rawValue)\">\(text)</failure>"
        : "<system-out>\(text)</system-out>"
      result += "</testcase>\n"
    }
    return result + "  </testsuite>\n"
  }

  mutating func finish(_ summary: ReportSummary) -> String { head() + "</testsuites>\n" }

  /// Text for an element or an attribute; what XML 1.0 cannot hold at all is shown as a code.
  private static func escape(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      TerminalText.escape(line).replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        .replacing("\"", with: "&quot;")
    }.joined(separator: "&#10;")
  }
}
