internal import Diagnostics
internal import TextSupport

/// A page in Markdown on what a run found, for the people who look at it in a browser.
///
/// Lines to paste, such as a signature with its digest, are blocks of code under the words that say where they go, so that somebody without the program can copy them.
public struct MarkdownSummary: Sendable {
  /// So many findings are on the page; GitHub cuts pages of more than a mebibyte.
  private static let mostFindings = 200
  private static let mostFailures = 20
  /// The name of the district, for the heading.
  public var district: String?
  private var rows: [String] = []
  private var blocks: [String] = []
  private var omitted = 0

  /// An empty page.
  public init() {}

  /// Adds the findings of a file.
  public mutating func add(_ file: ReportedFile) {
    omitted += file.omitted
    for finding in file.findings {
      guard rows.count < Self.mostFindings else {
        omitted += 1
        continue
      }
      let lines = (finding.help ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let help = lines.first ?? ""
      let place = "\(file.location.text):\(finding.start.line)"
      rows.append(
        "| \(finding.level.rawValue) | \(MarkdownText.escape(place)) | \(MarkdownText.escape(finding.message))<br>\(MarkdownText.escape(help)) | \(finding.rule) |"
      )
      if lines.count > 1 {
        let code = lines.dropFirst().map { "    \(TerminalText.escape($0))" }.joined(separator: "\n")
        blocks.append(
          "\(MarkdownText.escape(place)): \(MarkdownText.escape(finding.message)); \(MarkdownText.escape(help))\n\n\(code)\n"
        )
      }
    }
  }

  /// The page.
  public func text(_ summary: ReportSummary) -> String {
    var result = "### concord\(district.map { ": \(MarkdownText.escape($0))" } ?? "")\n\n\(summary.text)\n\n"
    if !summary.failures.isEmpty {
      result += "**Not everything could be checked:**\n\n"
      for failure in summary.failures.prefix(Self.mostFailures) {
        result += "- \(MarkdownText.escape("\(failure.path.text): \(failure.message)"))\n"
      }
      let more = summary.failures.count - Self.mostFailures + summary.untoldFailures
      if more > 0 { result += "- and \(more) more\n" }
      result += "\n"
    }
    if !rows.isEmpty {
      result += "| level | place | what to do | rule |\n|---|---|---|---|\n" + rows.joined(separator: "\n") + "\n\n"
    }
    if omitted > 0 { result += "\(omitted) more are not shown.\n\n" }
    if !blocks.isEmpty { result += "To paste:\n\n" + blocks.joined(separator: "\n") + "\n" }
    return result
  }
}
