internal import Agreement
internal import Diagnostics
internal import TextSupport

extension ReportFormat {
  /// For people: the line, the part to look at, and what to type instead.
  package static let text = ReportFormat(name: "text") { style, _, _ in TextReporter(style: style) }
}

private struct TextReporter: Reporter {
  let style: TextStyle

  mutating func file(_ file: ReportedFile) -> String {
    let path = TerminalText.escape(file.path)
    let shown = file.findings.map { text(of: $0, path: path) }.joined()
    guard file.omitted > 0 else { return shown }
    return shown + "\(style.bold("\(path):")) \(file.omitted) more findings are not shown; correct these first\n\n"
  }

  mutating func finish(_ summary: ReportSummary) -> String {
    summary.isEmptyHanded ? "" : summary.text + "\n"
  }

  private func text(of finding: ReportedFinding, path: String) -> String {
    let place = style.bold("\(path):\(finding.start.line):\(finding.start.column):")
    var result =
      "\(place) \(colored("\(finding.level.rawValue)[\(finding.rule)]", finding.level)) \(TerminalText.escape(finding.message))\n"
    let gutter = String(max(finding.start.line, finding.related.map(\.start.line).max() ?? 0)).count
    result += show(
      finding.excerpt, line: finding.start.line, gutter: gutter, mark: "^", level: finding.level, label: "")
    for related in finding.related {
      result += show(
        related.excerpt, line: related.start.line, gutter: gutter, mark: "-", level: nil,
        label: " " + TerminalText.escape(related.message), path: related.path)
    }
    if let help = finding.help {
      let lines = help.split(separator: "\n", omittingEmptySubsequences: false).map { TerminalText.escape($0) }
      let pad = String(repeating: " ", count: gutter + 1)
      result += "\(pad)\(style.green("help:")) \(lines[0])\n"
      // Lines to paste look as they do in the file.
      for line in lines.dropFirst() { result += line + "\n" }
    }
    return result + "\n"
  }

  private func show(
    _ excerpt: ReportedFinding.Excerpt?, line: Int, gutter: Int, mark: String, level: Level?, label: String,
    path: String? = nil
  ) -> String {
    let number = String(line)
    let pad = String(repeating: " ", count: gutter - number.count)
    let bar = style.blue("|")
    let head =
      path.map { "\(String(repeating: " ", count: gutter)) \(style.blue(">")) \(TerminalText.escape($0)):\(line)\n" }
      ?? ""
    guard let excerpt else {
      return head + "\(pad)\(style.blue(number)) \(bar) \(WithheldTexts.notice)\n"
        + (label.isEmpty ? "" : "\(String(repeating: " ", count: gutter)) \(bar)\(label)\n")
    }
    let under = String(repeating: mark, count: excerpt.width) + label
    let marks = String(repeating: " ", count: excerpt.indent) + (level.map { colored(under, $0) } ?? style.blue(under))
    return head
      + "\(pad)\(style.blue(number)) \(bar) \(excerpt.line)\n\(String(repeating: " ", count: gutter)) \(bar) \(marks)\n"
  }

  private func colored(_ text: String, _ level: Level) -> String {
    switch level {
    case .error: style.red(text)
    case .warning: style.yellow(text)
    case .info: style.blue(text)
    }
  }
}
