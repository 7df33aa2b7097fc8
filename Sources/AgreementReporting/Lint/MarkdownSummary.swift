internal import Diagnostics
internal import TextSupport

/// A Markdown page about what a run found, for people who look at it in a browser.
///
/// Lines to paste, such as a signature with its digest, are code blocks under the words that say where they go, so that
/// people without the program can copy them.
package struct MarkdownSummary: Sendable {
  /// GitHub refuses a step's page that has more bytes, so the least important items are left out.
  package static let mostBytes = 1 << 20
  private static let mostFindings = 200
  private static let mostFailures = 20
  /// The name of the district, for the heading.
  package var district: String?
  private var items: [Item] = []
  private var itemBytes = 0
  private var omitted = 0
  private var omittedBlocks = 0
  private var count = 0

  /// A finding on the page.
  private struct Item {
    let level: Level
    /// The index among all findings.
    let place: Int
    let row: String
    /// Lines to paste; nil if there are none.
    var block: String?

    // Each row ends with a line feed.
    var rowBytes: Int { row.utf8.count + 1 }
    var blockBytes: Int { block.map { $0.utf8.count + 1 } ?? 0 }
  }

  package init() {}

  package mutating func add(_ file: ReportedFile) {
    omitted += file.omitted
    for finding in file.findings {
      let lines = (finding.help ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let help = lines.first ?? ""
      let place = "\(file.location.text):\(finding.start.line)"
      let row =
        "| \(finding.level.rawValue) | \(MarkdownText.escape(place)) | \(MarkdownText.escape(finding.message))<br>\(MarkdownText.escape(help)) | \(finding.rule) |"
      var block: String?
      if lines.count > 1 {
        let code = lines.dropFirst().map { "    \(TerminalText.escape($0))" }.joined(separator: "\n")
        block =
          "\(MarkdownText.escape(place)): \(MarkdownText.escape(finding.message)); \(MarkdownText.escape(help))\n\n\(code)\n"
      }
      count += 1
      let item = Item(level: finding.level, place: count, row: row, block: block)
      items.append(item)
      itemBytes += item.rowBytes + item.blockBytes
      if items.count >= 2 * Self.mostFindings || itemBytes > 2 * Self.mostBytes { keepBest(Self.mostBytes) }
    }
  }

  /// Keeps the most important findings in order, the first of equals, and then as many lines to paste as fit.
  private mutating func keepBest(_ mostBytes: Int) {
    var kept: [Item] = []
    var bytes = 0
    for item in items.sorted(by: { ($1.level, $0.place) < ($0.level, $1.place) }) {
      guard kept.count < Self.mostFindings, bytes + item.rowBytes <= mostBytes else { continue }
      kept.append(item)
      bytes += item.rowBytes
    }
    for index in kept.indices where kept[index].block != nil {
      if bytes + kept[index].blockBytes <= mostBytes {
        bytes += kept[index].blockBytes
      } else {
        kept[index].block = nil
        omittedBlocks += 1
      }
    }
    omitted += items.count - kept.count
    items = kept.sorted { $0.place < $1.place }
    itemBytes = bytes
  }

  /// The page, in at most `mostBytes` bytes.
  package func text(_ summary: ReportSummary, mostBytes: Int = Self.mostBytes) -> String {
    var head = "### concord\(district.map { ": \(MarkdownText.escape($0))" } ?? "")\n\n\(summary.text)\n\n"
    if !summary.failures.isEmpty {
      head += "**Not everything could be checked:**\n\n"
      for failure in summary.failures.prefix(Self.mostFailures) {
        head += "- \(MarkdownText.escape("\(failure.path.text): \(failure.message)"))\n"
      }
      let more = summary.failures.count - Self.mostFailures + summary.untoldFailures
      if more > 0 { head += "- and \(more) more\n" }
      head += "\n"
    }
    var best = self
    // The text around the findings takes some bytes, too.
    best.keepBest(max(0, mostBytes - head.utf8.count - Self.frameBytes))
    var result = head
    if !best.items.isEmpty {
      result +=
        "| level | place | what to do | rule |\n|---|---|---|---|\n" + best.items.map(\.row).joined(separator: "\n")
        + "\n\n"
    }
    if best.omitted > 0 {
      result +=
        "\(best.omitted) more findings are not shown, because this page can only be so long; the most important ones are above.\n\n"
    }
    let blocks = best.items.compactMap(\.block)
    if best.omittedBlocks > 0 {
      result +=
        "What to paste for \(best.omittedBlocks) of the findings is not shown here; `concord lint` prints it.\n\n"
    }
    if !blocks.isEmpty { result += "To paste:\n\n" + blocks.joined(separator: "\n") + "\n" }
    return result.utf8.count <= mostBytes ? result : ""
  }

  private static let frameBytes = 400
}
