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
    if diff.old != nil, diff.new != nil, !diff.isFiltered { result += "\(MarkdownText.escape(diff.summary))\n\n" }
    let told = diff.told
    for group in ChangeGroup.allCases {
      let changes = told.filter { $0.change.change.group == group }
      if changes.isEmpty { continue }
      result += "### \(group.title)\n\n"
      if group == .wording, !style.showsAll {
        result +=
          "<details><summary>\(MarkdownText.escape(DiffWords.folded(changes.map(\.change.change))))</summary>\n\n"
        result += changes.map { text(of: $0.change.change, $0.parts) }.joined() + "\n</details>\n\n"
      } else {
        result += changes.map { text(of: $0.change.change, $0.parts) }.joined() + "\n"
      }
    }
    if let hint = DiffWords.hint(diff) { result += "\(MarkdownText.escape(hint)).\n\n" }
    guard diff.old != nil, diff.new != nil else { return result }
    if diff.changes.isEmpty { result += "\(DiffWords.nothing(diff)).\n\n" }
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
    var head = "# All agreements\n\n\(district.text)\n\n"
    for row in district.important {
      head += "- **\(row.kind.title)**: \(MarkdownText.escape(DiffWords.text(of: row)))\n"
    }
    for outlier in district.outliers {
      head += "- **\(DiffWords.outlier)**: \(MarkdownText.escape(DiffWords.text(of: outlier)))\n"
    }
    for (title, ids) in DiffWords.gaps(district) {
      head += "- **\(title)**: \(MarkdownText.escape(DistrictSummary.names(ids)))\n"
    }
    return (head + "\n", "")
  }

  /// A change with those that belong to it below, each indented by two more.
  private func text(of change: Change, _ parts: [ReportedChange]) -> String {
    var result = "- **\(change.kind.title)**\(MarkdownText.escape(change.heading))\n" + body(of: change, "  ")
    for part in parts.map(\.change) {
      result += "  - with it: **\(part.kind.title)**\(MarkdownText.escape(part.heading))\n"
      result += part.hasTexts(of: change) ? reasons(of: part, "    ") : body(of: part, "    ")
    }
    return result
  }

  private func body(of change: Change, _ indent: String) -> String {
    let lines = DiffLine.lines(of: change)
    let isSame = change.old != nil && change.new != nil && lines.allSatisfy(\.isSame)
    var result = ""
    // Of several texts those that stayed are not shown, and what is left may stand on one side alone.
    let (hasOld, hasNew) = (lines.contains { !$0.old.isEmpty }, lines.contains { !$0.new.isEmpty })
    let isPart = change.old != nil && change.new != nil && hasOld != hasNew
    if change.old != nil, !isSame {
      result += side(indent + (isPart ? "- no longer" : "- was"), lines.map(\.old), mark: "~~")
    }
    if change.new != nil {
      let word = isPart ? "added" : change.old == nil ? "now" : isSame ? "still" : "is now"
      result += side("\(indent)- \(word)", lines.map(\.new), mark: "**")
    }
    return result + reasons(of: change, indent)
  }

  private func reasons(of change: Change, _ indent: String) -> String {
    change.reasons.prefix(DiffWords.mostReasons).map {
      "\(indent)- \(DiffWords.lead(change)): \(MarkdownText.escape($0))\n"
    }.joined()
  }

  private func side(_ word: String, _ lines: [[DiffLine.Word]], mark: String) -> String {
    let texts = lines.filter { !$0.isEmpty }.map { marked($0, mark) }
    // What both sides have is left out, and a side may have nothing else.
    return texts.isEmpty ? "" : "\(word): \(texts.joined(separator: " / "))\n"
  }

  /// The words, with marks around those that the other side does not have; where it has none of them, marks would say nothing.
  private func marked(_ words: [DiffLine.Word], _ mark: String) -> String {
    if words.allSatisfy(\.isChanged) { return MarkdownText.escape(words.map(\.text).joined(separator: " ")) }
    let pieces = DiffLine.stretches(words).map { piece in
      let text = MarkdownText.escape(piece.text)
      return piece.before + (piece.isChanged ? mark + text + mark : text) + piece.after
    }
    return pieces.joined(separator: " ")
  }
}
