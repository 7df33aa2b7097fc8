internal import Diagnostics
internal import TextSupport

extension ReportFormat {
  /// JUnit's XML, which nearly every CI service reads: each file is a suite, and each finding a test in it. A test
  /// fails if its finding makes the run fail.
  package static let junit = ReportFormat(name: "junit", hasSeparateSummary: true, isForCI: true) {
    _, failLevel, _ in JUnitReporter(failLevel: failLevel)
  }
}

private struct JUnitReporter: Reporter {
  let failLevel: Level?
  private var hasBegun = false
  /// How often each test name occurred in the last class, which is a file: services take two tests with one name for
  /// the same test.
  private var names: [String: Int] = [:]
  private var path = ""

  init(failLevel: Level?) { self.failLevel = failLevel }

  private mutating func head() -> String {
    defer { hasBegun = true }
    return hasBegun ? "" : "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"concord\">\n"
  }

  mutating func file(_ file: ReportedFile) -> String {
    if file.isAgain, file.findings.isEmpty { return head() }
    let path = file.location.text
    let failures = file.findings.count(where: fails)
    var result = head()
    let suite = path + (file.isAgain ? ", across the repository" : "")
    result += Self.suite(suite, tests: max(1, file.findings.count), failures: failures, errors: 0)
    if file.findings.isEmpty { result += "    <testcase \(attributes("agreement", in: path))/>\n" }
    for finding in file.findings {
      let place = "\(path):\(finding.start.line):\(finding.start.column)"
      let message = Self.escape(finding.message)
      let text = Self.escape(
        "\(place): \(finding.level.rawValue): \(finding.message)" + (finding.help.map { "\n\($0)" } ?? ""))
      result += "    <testcase \(attributes("\(finding.rule) at \(place)", in: path))>"
      result +=
        fails(finding)
        ? "<failure message=\"\(message)\" type=\"\(finding.level.rawValue)\">\(text)</failure>"
        : "<system-out>\(text)</system-out>"
      result += "</testcase>\n"
    }
    return result + "  </testsuite>\n"
  }

  mutating func finish(_ summary: ReportSummary) -> String {
    var result = head()
    if !summary.failures.isEmpty {
      let count = summary.failures.count
      result += Self.suite("not checked", tests: count, failures: 0, errors: count)
      for failure in summary.failures {
        let text = Self.escape("\(failure.path.text): \(failure.message)")
        result += "    <testcase \(attributes("not checked", in: failure.path.text))>"
        result += "<error message=\"\(Self.escape(failure.message))\" type=\"not checked\">\(text)</error></testcase>\n"
      }
      result += "  </testsuite>\n"
    }
    if let text = summary.setAside.text {
      result += Self.suite("concord.yaml", tests: 1, failures: 0, errors: 0)
      result += "    <testcase \(attributes("settings", in: "concord.yaml"))>"
      result += "<system-out>\(Self.escape(text))</system-out></testcase>\n  </testsuite>\n"
    }
    return result + "</testsuites>\n"
  }

  private func fails(_ finding: ReportedFinding) -> Bool { failLevel.map { finding.level >= $0 } ?? false }

  private static func suite(_ name: String, tests: Int, failures: Int, errors: Int) -> String {
    "  <testsuite name=\"\(escape(name))\" tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(errors)\" time=\"0\">\n"
  }

  /// The name and class of a test, with a number if the name occurred before.
  private mutating func attributes(_ name: String, in path: String) -> String {
    if path != self.path {
      self.path = path
      names = [:]
    }
    let count = names[name, default: 0] + 1
    names[name] = count
    let unique = count == 1 ? name : "\(name), no. \(count)"
    return "name=\"\(Self.escape(unique))\" classname=\"\(Self.escape(path))\""
  }

  /// Text for an element or an attribute; characters that XML 1.0 does not allow are shown as codes.
  private static func escape(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      TerminalText.escape(line).replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        .replacing("\"", with: "&quot;")
    }.joined(separator: "&#10;")
  }
}
