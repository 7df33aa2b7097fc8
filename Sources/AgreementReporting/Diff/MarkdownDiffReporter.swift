internal import AgreementDiff
internal import TextSupport

extension DiffFormat {
  /// For a comment on a pull request, or the minutes.
  public static let markdown = DiffFormat(
    name: "markdown", summary: "for a comment on a pull request, or the minutes",
    make: { MarkdownDiffReporter(style: $0) })
}

private struct MarkdownDiffReporter: DiffReporter {
  let style: DiffStyle

  mutating func add(_ diff: ReportedDiff) -> String {
    guard style.shows(diff) else { return "" }
    var result = "## \(MarkdownText.escape(diff.id)): \(MarkdownText.escape(diff.years))\n\n"
    if diff.old != nil, diff.new != nil, !diff.isFiltered { result += "\(diff.commitments.text).\n\n" }
    for group in ChangeGroup.allCases {
      let changes = diff.changes.map(\.change).filter { $0.group == group }
      if changes.isEmpty { continue }
      result += "### \(group.title)\n\n"
      if group == .wording, !style.showsAll {
        result += "<details><summary>\(MarkdownText.escape(DiffWords.folded(changes)))</summary>\n\n"
        result += changes.map { text(of: $0) }.joined() + "\n</details>\n\n"
      } else {
        result += changes.map { text(of: $0) }.joined() + "\n"
      }
    }
    guard diff.old != nil, diff.new != nil else { return result }
    if diff.changes.isEmpty { result += "Nothing changed in meaning.\n\n" }
    if let words = DiffWords.carried(diff.carried) {
      result += "### Carried on unchanged\n\n- \(words)\n"
      for (years, items) in DiffWords.standing(diff.carried) {
        result += "- for \(years) years: \(MarkdownText.escape(items))\n"
      }
      result += "\n"
    }
    return result
  }

  mutating func finish(_ district: DistrictSummary) -> (head: String, tail: String) {
    guard district.isDistrict else { return ("", "") }
    var head = "# All agreements\n\n\(district.text).\n\n"
    for row in district.common { head += "- **\(row.kind.title)**: \(MarkdownText.escape(DiffWords.text(of: row)))\n" }
    for outlier in district.outliers {
      head +=
        "- **far more than elsewhere**: \(outlier.count) things dropped, weakened or made less private in \(outlier.id)\n"
    }
    for (title, ids) in [
      ("no successor", district.ended), ("new", district.new), ("could not be read", district.unread),
    ] where !ids.isEmpty {
      head += "- **\(title)**: \(MarkdownText.escape(DistrictSummary.names(ids)))\n"
    }
    return (head + "\n", "")
  }

  private func text(of change: Change) -> String {
    var result = "- **\(change.kind.title)**\(MarkdownText.escape(change.heading))\n"
    let lines = DiffLine.lines(of: change)
    let isSame = change.old != nil && change.new != nil && lines.allSatisfy(\.isSame)
    if change.old != nil, !isSame { result += side("was", lines.map(\.old), mark: "~~") }
    if change.new != nil {
      result += side(change.old == nil ? "now" : isSame ? "still" : "is now", lines.map(\.new), mark: "**")
    }
    for reason in change.reasons.prefix(DiffWords.mostReasons) { result += "  - why: \(MarkdownText.escape(reason))\n" }
    return result
  }

  private func side(_ word: String, _ lines: [[DiffLine.Word]], mark: String) -> String {
    let texts = lines.filter { !$0.isEmpty }.map { marked($0, mark) }
    // What both sides have is left out, and a side may have nothing else.
    return texts.isEmpty ? "" : "  - \(word): \(texts.joined(separator: " / "))\n"
  }

  /// The words, with marks around those that the other side does not have; where it has none of them, marks would say nothing.
  private func marked(_ words: [DiffLine.Word], _ mark: String) -> String {
    func joined(_ words: ArraySlice<DiffLine.Word>) -> String {
      MarkdownText.escape(words.map(\.text).joined(separator: " "))
    }
    if words.allSatisfy(\.isChanged) { return joined(words[...]) }
    var pieces: [String] = []
    var start = 0
    for place in 1...words.count where place == words.count || words[place].isChanged != words[start].isChanged {
      let piece = joined(words[start..<place])
      pieces.append(words[start].isChanged ? mark + piece + mark : piece)
      start = place
    }
    return pieces.joined(separator: " ")
  }
}
