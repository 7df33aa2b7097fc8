internal import AgreementDiff
internal import TextSupport

extension DiffFormat {
  /// For a comment on a pull request, or the minutes.
  package static let markdown = DiffFormat(
    name: "markdown", diff: { MarkdownDiffReporter(style: $0) }, history: { MarkdownHistoryReporter(style: $0) })
}

private struct MarkdownDiffReporter: DiffReporter {
  let style: DiffStyle

  mutating func add(_ diff: ReportedDiff) -> String {
    guard style.shows(diff) else { return "" }
    var result =
      "## \(MarkdownText.escape(diff.title(withID: style.namesIDs))): \(MarkdownText.escape(diff.years))\n\n"
    let people = diff.people
    for (title, text) in people {
      result += "- " + (title.isEmpty ? "" : "**\(MarkdownText.escape(title))**: ") + "\(MarkdownText.escape(text))\n"
    }
    if !people.isEmpty { result += "\n" }
    if diff.old != nil, diff.new != nil, !diff.isFiltered { result += "\(MarkdownText.escape(diff.summary))\n\n" }
    for chapter in diff.chapters { result += text(of: chapter) }
    if let ending = DiffWords.ending(diff) { result += "\(ending)\n\n" }
    if let hint = DiffWords.hint(diff) { result += "\(MarkdownText.escape(hint))\n\n" }
    guard diff.old != nil, diff.new != nil else { return result }
    if diff.changes.isEmpty { result += "\(DiffWords.nothing(diff)).\n\n" }
    if let rest = diff.rest { result += "\(rest)\n\n" }
    let standing = diff.standing
    guard !standing.isEmpty else { return result }
    result += "### \(DiffWords.standing)\n\n"
    if let again = diff.agreedAgain { result += "\(again)\n\n" }
    for part in standing {
      result += "- \(part.title)\n"
      for row in part.rows {
        result +=
          "  - \(row.kind): \(MarkdownText.escape(DiffWords.names(row.items, showsAll: style.showsAll)))\n"
      }
    }
    return result + "\n"
  }

  mutating func finish(_ district: DistrictSummary) -> (head: String, tail: String) {
    guard district.isDistrict else { return ("", "") }
    var head = "# All agreements\n\n\(MarkdownText.escape(district.text))\n\n"
    for row in district.important {
      head += "- **\(row.kind.title)**: \(MarkdownText.escape(district.text(of: row)))\(code(row.kind))\n"
    }
    for outlier in district.outliers {
      head += "- **\(DiffWords.outlier)**: \(MarkdownText.escape(district.text(of: outlier)))\n"
    }
    for (title, ids) in DiffWords.gaps(district) {
      head += "- **\(title)**: \(MarkdownText.escape(district.names(ids)))\n"
    }
    return (head + "\n", "")
  }

  private func text(of chapter: DiffChapter) -> String {
    var result = "### \(chapter.title)\n\n"
    var body = ""
    for section in chapter.sections {
      if let topic = section.topic { body += "- \(MarkdownText.escape(topic))\n" }
      for told in section.told { body += text(of: told, isUnderTopic: section.topic != nil) }
    }
    for (title, names) in chapter.names { body += "- **\(title)**: \(MarkdownText.escape(DiffWords.list(names)))\n" }
    guard chapter.isWording, !style.showsAll else { return result + body + "\n" }
    let folded = DiffWords.folded(chapter.changes.map(\.change))
    result += "<details><summary>\(MarkdownText.escape(folded))</summary>\n\n\(body)\n</details>\n\n"
    return result
  }

  /// The name of a class, if somebody asked for it.
  private func code(_ kind: ChangeClass) -> String { style.isVerbose ? " `\(kind.id)`" : "" }

  /// A change with the changes that belong to it below, each indented by two more spaces.
  private func text(of told: DiffChapter.Told, isUnderTopic: Bool) -> String {
    let change = told.change.change
    let indent = isUnderTopic ? "  " : ""
    let heading = isUnderTopic && change.label == change.topicTitle ? "" : change.heading
    var result =
      "\(indent)- **\(change.kind.title)**\(MarkdownText.escape(heading))\(code(change.kind))\n"
      + body(of: change, indent + "  ")
    for part in told.parts.map(\.change) {
      result += "\(indent)  - with it: **\(part.kind.title)**\(MarkdownText.escape(part.heading))\(code(part.kind))\n"
      result += part.hasTexts(of: change) ? reasons(of: part, indent + "    ") : body(of: part, indent + "    ")
    }
    return result
  }

  private func body(of change: Change, _ indent: String) -> String {
    let lines = DiffLine.lines(of: change)
    let isSame = change.old != nil && change.new != nil && lines.allSatisfy(\.isSame)
    var result = ""
    // If there are several texts, the unchanged ones are not shown, and the rest may be on one side alone.
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
    (change.reasons.prefix(DiffWords.mostReasons) + DiffWords.doubt(change)).map {
      "\(indent)- \(DiffWords.lead(change)): \(MarkdownText.escape($0))\n"
    }.joined()
  }

  private func side(_ word: String, _ lines: [[DiffLine.Word]], mark: String) -> String {
    let texts = lines.filter { !$0.isEmpty }.map { marked($0, mark) }
    // What both sides have is left out, and a side may have nothing else.
    return texts.isEmpty ? "" : "\(word): \(texts.joined(separator: " / "))\n"
  }

  /// The words, with marks around those that the other side does not have, unless it has none of them, when marks would
  /// say nothing.
  private func marked(_ words: [DiffLine.Word], _ mark: String) -> String {
    if words.allSatisfy(\.isChanged) { return MarkdownText.escape(words.map(\.text).joined(separator: " ")) }
    let pieces = DiffLine.stretches(words).map { piece in
      let text = MarkdownText.escape(piece.text)
      return piece.before + (piece.fate == .changed ? mark + text + mark : text) + piece.after
    }
    return pieces.joined(separator: " ")
  }
}

private struct MarkdownHistoryReporter: HistoryReporter {
  let style: DiffStyle

  mutating func add(_ history: History, _ threads: [Thread]) -> String {
    let words = HistoryWords(history, style)
    var result = "## \(MarkdownText.escape(words.title))\n\n"
    for (year, text) in words.years { result += "- \(year): \(MarkdownText.escape(text))\n" }
    for thread in threads {
      result += "\n### \(MarkdownText.escape(HistoryWords.title(thread)))\n\n"
      for entry in HistoryWords.entries(thread) {
        let changes = entry.changes.isEmpty ? "" : " (\(entry.changes))"
        result += "- \(entry.year): \(MarkdownText.escape(entry.text))\(changes)\n"
      }
      result += "- \(HistoryWords.end(thread))\n"
    }
    return result + "\n"
  }

  mutating func finish() -> (head: String, tail: String) { ("", "") }
}
