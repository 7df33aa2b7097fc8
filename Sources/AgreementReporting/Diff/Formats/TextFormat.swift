internal import AgreementDiff
internal import Diagnostics
internal import TextSupport

extension DiffFormat {
  /// For people at a terminal: what to decide first, and side by side if there is room.
  package static let text = DiffFormat(
    name: "text", diff: { TextDiffReporter(style: $0) }, history: { TextHistoryReporter(style: $0) })
}

extension DiffStyle {
  fileprivate var lines: Lines { Lines(width) }

  /// A heading in lines, each bold.
  fileprivate func heading(_ title: String) -> String {
    lines.paragraph(title).split(separator: "\n").map { text.bold(String($0)) + "\n" }.joined()
  }
}

private struct TextDiffReporter: DiffReporter {
  let style: DiffStyle

  private var paint: TextStyle { style.text }
  private var lines: Lines { style.lines }

  mutating func add(_ diff: ReportedDiff) -> String {
    guard style.shows(diff) else { return "" }
    var result = style.heading("\(diff.title(withID: style.namesIDs)): \(diff.years)")
    if style.isVerbose {
      for (sign, side) in [("-", diff.old), ("+", diff.new)] {
        if let side { result += "\(sign) \(TerminalText.escape(side.name))\n" }
      }
    }
    let people = diff.people
    if !people.isEmpty { result += "\n" }
    for (title, text) in people { result += lines.paragraph(ReportedDiff.line(title, text), indent: "  ") }
    if diff.old != nil, diff.new != nil, !diff.isFiltered { result += "\n" + lines.paragraph(diff.summary) }
    for chapter in diff.chapters { result += text(of: chapter) }
    if let ending = DiffWords.ending(diff) { result += "\n" + lines.paragraph(ending) }
    if let hint = DiffWords.hint(diff) { result += "\n" + lines.paragraph(hint) }
    if diff.old != nil, diff.new != nil {
      if diff.changes.isEmpty { result += "\n\(DiffWords.nothing(diff))\n" }
      result += standing(diff)
    }
    return result + "\n"
  }

  mutating func finish(_ district: DistrictSummary) -> (head: String, tail: String) {
    guard district.isDistrict else { return ("", "") }
    var head = paint.bold("All agreements") + "\n" + lines.paragraph(district.text) + "\n"
    for row in district.important {
      let verbose = style.isVerbose ? " [\(row.kind.id)]" : ""
      head += item(row.kind.title, district.text(of: row) + verbose)
    }
    for outlier in district.outliers { head += item(DiffWords.outlier, district.text(of: outlier)) }
    for (title, ids) in DiffWords.gaps(district) { head += item(title, district.names(ids)) }
    return (head + "\n", "")
  }

  /// A title and its text, in lines; the title is bold.
  private func item(_ title: String, _ text: String) -> String {
    let plain = lines.paragraph("\(title): \(text)", first: "  ", indent: "    ")
    return plain.replacing("  \(title):", with: "  \(paint.bold(title)):", maxReplacements: 1)
  }

  private func text(of chapter: DiffChapter) -> String {
    var result = "\n" + style.heading(chapter.title)
    if chapter.isWording, !style.showsAll {
      return result
        + lines.paragraph(
          "\(DiffWords.folded(chapter.changes.map(\.change))); --all shows them", first: "  ", indent: "  ")
    }
    for section in chapter.sections {
      if let topic = section.topic { result += lines.paragraph(topic, first: "  ", indent: "  ") }
      for told in section.told {
        result += text(of: told, isUnderTopic: section.topic != nil, mayShorten: chapter.mayShorten && !style.showsAll)
      }
    }
    for (title, names) in chapter.names {
      result += lines.paragraph("\(title): \(DiffWords.list(names))", first: "  ", indent: "    ")
    }
    return result
  }

  private func standing(_ diff: ReportedDiff) -> String {
    if let rest = diff.rest { return "\n" + lines.paragraph(rest) }
    let all = diff.standing
    guard !all.isEmpty else { return "" }
    var result = "\n" + style.heading(DiffWords.standing)
    if let again = diff.agreedAgain { result += lines.paragraph(again, first: "  ", indent: "  ") }
    for part in all {
      result += "  \(part.title)\n"
      for row in part.rows {
        result += lines.paragraph(
          "\(row.kind): \(DiffWords.names(row.items, showsAll: style.showsAll))", first: "    ", indent: "      ")
      }
    }
    return result
  }

  /// A change with the changes that belong to it.
  private func text(of told: DiffChapter.Told, isUnderTopic: Bool, mayShorten: Bool) -> String {
    let change = told.change.change
    let indent = isUnderTopic ? "    " : "  "
    var result =
      title(of: told.change, first: indent, isUnderTopic: isUnderTopic)
      + sides(of: change, indent: indent + "  ", mayShorten: mayShorten) + reasons(of: change, indent: indent + "  ")
    for part in told.parts {
      result += title(of: part, first: indent + "  with it: ", isUnderTopic: isUnderTopic)
      if !part.change.hasTexts(of: change) {
        result += sides(of: part.change, indent: indent + "    ", mayShorten: mayShorten)
      }
      result += reasons(of: part.change, indent: indent + "    ")
    }
    return result
  }

  private func title(of reported: ReportedChange, first: String, isUnderTopic: Bool) -> String {
    let change = reported.change
    let heading = isUnderTopic && change.label == change.topicTitle ? "" : change.heading
    let indent = String(repeating: " ", count: first.prefix { $0 == " " }.count + 2)
    let plain = lines.paragraph(change.kind.title + heading, first: first, indent: indent)
    var result = plain.replacing(
      first + change.kind.title, with: first + colored(change.kind.title, change.group), maxReplacements: 1)
    guard style.isVerbose else { return result }
    let places = [reported.old.map { "-\($0.start.line)" }, reported.new.map { "+\($0.start.line)" }].compactMap { $0 }
    result += "\(indent)\(paint.blue("[\(change.kind.id)] \(places.joined(separator: " ")) \(change.fingerprint)"))\n"
    return result
  }

  private func reasons(of change: Change, indent: String) -> String {
    (change.reasons.prefix(DiffWords.mostReasons) + DiffWords.doubt(change)).map {
      lines.paragraph($0, first: "\(indent)\(DiffWords.lead(change)): ", indent: indent + "  ")
    }.joined()
  }

  /// Both sides, one below the other or side by side.
  private func sides(of change: Change, indent: String, mayShorten: Bool) -> String {
    var all = DiffLine.lines(of: change)
    if mayShorten { all = all.map(\.shortened) }
    let isTwoSided = change.old != nil && change.new != nil
    // If there are several texts, the unchanged ones are not shown, and the rest may be on one side alone.
    let (hasOld, hasNew) = (all.contains { !$0.old.isEmpty }, all.contains { !$0.new.isEmpty })
    if isTwoSided, hasOld != hasNew {
      return all.map { hasOld ? rows($0.old, .removed, "gone", indent) : rows($0.new, .added, "added", indent) }
        .joined()
    }
    if change.old != nil, all.allSatisfy(\.isSame) {
      return all.map { rows($0.new, .same, "still", indent) }.joined()
    }
    guard style.width >= 110, isTwoSided else {
      return all.map { rows($0.old, .removed, "was", indent) }.joined()
        + all.map { rows($0.new, .added, "now", indent) }.joined()
    }
    let half = (style.width - indent.count - 3) / 2
    var result = ""
    for line in all {
      let (left, right) = (cell(line.old, .removed, "was", half), cell(line.new, .added, "now", half))
      for index in 0..<max(left.count, right.count) {
        let before = index < left.count ? left[index] : ("", 0)
        let after = index < right.count ? right[index] : ("", 0)
        let bar = after.0.isEmpty ? "|" : "| "
        result += "\(indent)\(before.0)\(String(repeating: " ", count: max(0, half - before.1))) \(bar)\(after.0)\n"
      }
    }
    return result
  }

  /// The words of a side in lines, the first of which names the side.
  private func rows(_ words: [DiffLine.Word], _ kind: WordDiff.Piece.Kind, _ label: String, _ indent: String) -> String
  {
    cell(words, kind, label, style.width - indent.count).map { "\(indent)\($0.0)\n" }.joined()
  }

  private func cell(
    _ words: [DiffLine.Word], _ kind: WordDiff.Piece.Kind, _ label: String, _ width: Int
  ) -> [(String, Int)] {
    let lead = label.count + 1
    return wrapped(words, kind, width - lead).enumerated().map { index, row in
      let first = kind == .removed ? paint.red(label) : kind == .added ? paint.green(label) : label
      return ((index == 0 ? first : String(repeating: " ", count: label.count)) + " " + row.text, row.columns + lead)
    }
  }

  private func colored(_ text: String, _ group: ChangeGroup) -> String {
    switch group {
    case .confidentiality, .dropped: paint.red(text)
    case .weakened, .access, .handed: paint.yellow(text)
    case .new, .strengthened: paint.green(text)
    case .people, .changed, .meetings, .norms, .focus, .standing, .frame, .wording: paint.bold(text)
    }
  }

  /// Words in lines of a limited width in columns; without colors, asterisks surround what changed, unless all of it
  /// did.
  private func wrapped(
    _ words: [DiffLine.Word], _ kind: WordDiff.Piece.Kind, _ width: Int
  ) -> [(text: String, columns: Int)] {
    guard !paint.isColored else {
      return lines.wrapped(words.map { Lines.Word(text: $0.text, isChanged: $0.isChanged) }, mostColumns: width) {
        !$1 ? $0 : kind == .removed ? paint.red($0) : paint.green($0)
      }
    }
    let marked = words.contains { !$0.isChanged } ? DiffLine.marked(words) : words.map(\.text)
    return lines.wrapped(marked.map { Lines.Word(text: $0) }, mostColumns: width) { text, _ in text }
  }
}

private struct TextHistoryReporter: HistoryReporter {
  let style: DiffStyle

  mutating func add(_ history: History, _ threads: [Thread]) -> String {
    let words = HistoryWords(history, style)
    var result = style.heading(words.title)
    for (year, text) in words.years { result += row(year, text) }
    for thread in threads {
      result += "\n" + style.heading(HistoryWords.title(thread))
      for entry in HistoryWords.entries(thread) {
        result += row(entry.year, entry.text + (entry.changes.isEmpty ? "" : " [\(entry.changes)]"))
      }
      result += style.lines.paragraph(HistoryWords.end(thread), first: "  ", indent: "  ")
    }
    return result + "\n"
  }

  mutating func finish() -> (head: String, tail: String) { ("", "") }

  private func row(_ year: String, _ text: String) -> String {
    style.lines.paragraph(text, first: "  \(year)  ", indent: String(repeating: " ", count: year.count + 4))
  }
}
