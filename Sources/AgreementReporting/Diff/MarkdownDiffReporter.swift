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
    var result = "- **\(change.kind.title)**: \(MarkdownText.escape(change.subject))\n"
    if let old = change.old { result += side("was", old, isStruck: change.new == nil) }
    if let new = change.new { result += side(change.old == nil ? "now" : "is now", new, isStruck: false) }
    for reason in change.reasons.prefix(DiffWords.mostReasons) { result += "  - why: \(MarkdownText.escape(reason))\n" }
    return result
  }

  private func side(_ word: String, _ wording: Change.Wording, isStruck: Bool) -> String {
    let note = wording.note.map { $0.isEmpty ? "" : " (\(MarkdownText.escape($0)))" } ?? ""
    let texts = wording.texts.map { MarkdownText.escape($0) }.joined(separator: " / ")
    return "  - \(word): \(texts)\(note)\n"
  }
}
