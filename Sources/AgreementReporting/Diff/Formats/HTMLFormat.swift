internal import AgreementDiff
internal import TextSupport

extension DiffFormat {
  /// A self-contained page for an email, a meeting or a printer.
  package static let html = DiffFormat(
    name: "html", diff: { HTMLDiffReporter(style: $0) }, history: { HTMLHistoryReporter(style: $0) })
}

private struct HTMLDiffReporter: DiffReporter {
  let style: DiffStyle
  /// The title of the page, if there is one agreement.
  private var title: String?
  private var count = 0

  init(style: DiffStyle) { self.style = style }

  mutating func add(_ diff: ReportedDiff) -> String {
    guard style.shows(diff) else { return "" }
    count += 1
    title = "\(diff.title(withID: style.namesIDs)): \(diff.years)"
    var result =
      "<section>\n<h2>\(escape(diff.title(withID: style.namesIDs))) <small>\(escape(diff.years))</small></h2>\n"
    let people = diff.people
    if !people.isEmpty {
      let items = people.map { ($0.title.isEmpty ? "" : "<b>\(escape($0.title))</b>: ") + escape($0.text) }
      result += "<ul>\n" + items.map { "<li>\($0)</li>\n" }.joined() + "</ul>\n"
    }
    if diff.old != nil, diff.new != nil, !diff.isFiltered {
      result += "<p class=\"sum\">\(escape(diff.summary))</p>\n"
    }
    let sides = HTMLSides(diff)
    for chapter in diff.chapters { result += html(of: chapter, sides) }
    if let ending = DiffWords.ending(diff) { result += "<p>\(escape(ending))</p>\n" }
    if let hint = DiffWords.hint(diff) { result += "<p>\(escape(hint))</p>\n" }
    if diff.old != nil, diff.new != nil {
      if diff.changes.isEmpty { result += "<p>\(DiffWords.nothing(diff)).</p>\n" }
      result += standing(diff)
    }
    return result + "</section>\n"
  }

  mutating func finish(_ district: DistrictSummary) -> (head: String, tail: String) {
    let name = count == 1 && !district.isDistrict ? title.map { "What changed, \($0)" } : nil
    var head = HTMLPage.head(name ?? "What changed") + "<h1>What changed</h1>\n"
    if district.isDistrict {
      head += "<section>\n<h2>All agreements</h2>\n<p class=\"sum\">\(escape(district.text))</p>\n"
      var items: [String] = district.important.map {
        "<b>\($0.kind.title)</b>: \(escape(district.text(of: $0)))\(code($0.kind))"
      }
      items += district.outliers.map { "<b>\(DiffWords.outlier)</b>: \(escape(district.text(of: $0)))" }
      items += DiffWords.gaps(district).map { "<b>\($0.title)</b>: \(escape(district.names($0.ids)))" }
      if !items.isEmpty { head += "<ul>\n" + items.map { "<li>\($0)</li>\n" }.joined() + "</ul>\n" }
      head += "</section>\n"
    }
    return (head, HTMLPage.tail)
  }

  private func escape(_ text: String) -> String { HTMLPage.escape(text) }

  /// The name of a class, if somebody asked for it.
  private func code(_ kind: ChangeClass) -> String { style.isVerbose ? " <code>\(kind.id)</code>" : "" }

  private func html(of chapter: DiffChapter, _ sides: HTMLSides) -> String {
    let heading = "<h3 class=\"\(chapter.word)\">\(chapter.title)</h3>"
    var body = ""
    for section in chapter.sections {
      if let topic = section.topic { body += "<h4 class=\"topic\">\(escape(topic))</h4>\n" }
      for told in section.told { body += html(of: told, isUnderTopic: section.topic != nil, sides) }
    }
    if !chapter.names.isEmpty {
      body += "<ul>\n"
      for (title, names) in chapter.names { body += "<li><b>\(title)</b>: \(escape(DiffWords.list(names)))</li>\n" }
      body += "</ul>\n"
    }
    guard chapter.isWording, !style.showsAll else { return heading + "\n" + body }
    let folded = escape(DiffWords.folded(chapter.changes.map(\.change)))
    return "<details><summary>\(heading) \(folded)</summary></details>\n<div class=\"folded\">\n\(body)</div>\n"
  }

  private func standing(_ diff: ReportedDiff) -> String {
    if let rest = diff.rest { return "<p>\(rest)</p>\n" }
    let all = diff.standing
    guard !all.isEmpty else { return "" }
    var result = "<h3>\(DiffWords.standing)</h3>\n"
    if let again = diff.agreedAgain { result += "<p class=\"lead\">\(again)</p>\n" }
    for part in all {
      result += "<h4>\(part.title)</h4>\n<ul>\n"
      for row in part.rows {
        result += "<li><b>\(row.kind)</b>: \(escape(DiffWords.names(row.items, showsAll: true)))</li>\n"
      }
      result += "</ul>\n"
    }
    return result
  }

  /// A change with the changes that belong to it.
  private func html(of told: DiffChapter.Told, isUnderTopic: Bool, _ sides: HTMLSides) -> String {
    let change = told.change.change
    let heading = isUnderTopic && change.label == change.topicTitle ? "" : change.heading
    let isLong = ((change.old?.text.utf8.count ?? 0) + (change.new?.text.utf8.count ?? 0)) > HTMLSides.mostTogether
    var result =
      "<article\(isLong ? " class=\"long\"" : "")>\n<h4>\(escape(change.kind.title + heading))\(code(change.kind))</h4>\n"
      + sides.table(of: change) + reasons(of: change)
    for part in told.parts.map(\.change) {
      result +=
        "<div class=\"part\">\n<h5>with it: \(escape(part.kind.title + part.heading))\(code(part.kind))</h5>\n"
        + (part.hasTexts(of: change) ? "" : sides.table(of: part)) + reasons(of: part) + "</div>\n"
    }
    return result + "</article>\n"
  }

  private func reasons(of change: Change) -> String {
    (change.reasons.prefix(DiffWords.mostReasons) + DiffWords.doubt(change)).map {
      "<p class=\"why\"><b>\(DiffWords.lead(change)):</b> \(HTMLPage.text($0))</p>\n"
    }.joined()
  }
}

/// The texts of both sides of a change, side by side, with their years above.
private struct HTMLSides {
  /// The size in bytes above which a page break may split a change; otherwise half the page would stay white.
  static let mostTogether = 1500

  private let was: String
  private let now: String

  init(_ diff: ReportedDiff) {
    // Within a year, the year says nothing.
    func label(_ word: String, _ side: Comparison.Side?) -> String {
      guard !diff.isSameYear, let year = side?.year else { return word }
      return "\(word), \(year)"
    }
    was = label("was", diff.old)
    now = label("now", diff.new)
  }

  /// The texts as a table, with two columns for two sides, or else a row for each text.
  func table(of change: Change) -> String {
    let lines = DiffLine.lines(of: change)
    if change.old != nil, change.new != nil {
      if lines.allSatisfy(\.isSame) { return single("still", lines.map(\.new), "ins", "new") }
      // If there are several texts, the unchanged ones are not shown, and the rest may be on one side alone.
      let (hasOld, hasNew) = (lines.contains { !$0.old.isEmpty }, lines.contains { !$0.new.isEmpty })
      if hasOld == hasNew { return pairs(lines, marksAll: change.hidesDifference) }
      return hasOld ? single("gone", lines.map(\.old), "del", "old") : single("added", lines.map(\.new), "ins", "new")
    }
    return change.old != nil
      ? single(was, lines.map(\.old), "del", "old") : single(now, lines.map(\.new), "ins", "new")
  }

  /// A text in the place of another one needs no marks: a whole text that is struck out is hard to read on paper.
  private func pairs(_ lines: [DiffLine], marksAll: Bool) -> String {
    var result =
      "<table class=\"pair\">\n<thead><tr><th scope=\"col\">\(was)</th><th scope=\"col\">\(now)</th></tr></thead>\n<tbody>\n"
    for line in lines {
      let isReplaced =
        !line.old.isEmpty && !line.new.isEmpty && (line.old + line.new).allSatisfy(\.isChanged) && !marksAll
      let (del, ins): (String?, String?) = isReplaced ? (nil, nil) : ("del", "ins")
      result +=
        "<tr><td class=\"old\" data-side=\"\(was)\">\(words(line.old, del))</td><td class=\"new\" data-side=\"\(now)\">\(words(line.new, ins))</td></tr>\n"
    }
    return result + "</tbody>\n</table>\n"
  }

  private func single(_ label: String, _ texts: [[DiffLine.Word]], _ tag: String, _ side: String) -> String {
    "<table>\n<tbody>\n"
      + texts.filter { !$0.isEmpty }.enumerated().map { index, text in
        "<tr><th scope=\"row\">\(index == 0 ? label : "")</th><td class=\"\(side)\">\(words(text, tag))</td></tr>\n"
      }.joined() + "</tbody>\n</table>\n"
  }

  private func words(_ words: [DiffLine.Word], _ tag: String?) -> String {
    DiffLine.stretches(words).map { piece in
      let text = piece.fate == .rolled ? HTMLPage.escape(piece.text) : HTMLPage.text(piece.text)
      let shown =
        switch piece.fate {
        case .changed: tag.map { "<\($0)>\(text)</\($0)>" } ?? text
        case .rolled:
          "<span class=\"rolled\">\(text)</span>" + (tag == "ins" ? " <small>moved with the year</small>" : "")
        case .gap, .same: text
        }
      return piece.before + shown + piece.after
    }.joined(separator: " ")
  }
}

private struct HTMLHistoryReporter: HistoryReporter {
  let style: DiffStyle

  mutating func add(_ history: History, _ threads: [Thread]) -> String {
    let words = HistoryWords(history, style)
    var result = "<section>\n<h2>\(HTMLPage.escape(words.title))</h2>\n"
    result += table(words.years.map { row($0.year, $0.text, nil) })
    for thread in threads {
      result += "<article>\n<h3>\(HTMLPage.escape(HistoryWords.title(thread)))</h3>\n"
      let entries = HistoryWords.entries(thread)
      let hasChanges = entries.contains { !$0.changes.isEmpty }
      result += table(entries.map { row($0.year, $0.text, hasChanges ? $0.changes : nil) })
      result += "<p class=\"why\">\(HTMLPage.escape(HistoryWords.end(thread)))</p>\n</article>\n"
    }
    return result + "</section>\n"
  }

  mutating func finish() -> (head: String, tail: String) {
    (HTMLPage.head("Through the years") + "<h1>Through the years</h1>\n", HTMLPage.tail)
  }

  private func table(_ rows: [String]) -> String {
    "<table class=\"years\">\n<tbody>\n\(rows.joined())</tbody>\n</table>\n"
  }

  private func row(_ year: String, _ text: String, _ changes: String?) -> String {
    "<tr><th scope=\"row\">\(HTMLPage.escape(year))</th><td>\(HTMLPage.text(text))</td>"
      + (changes.map { "<td>\(HTMLPage.escape($0))</td>" } ?? "") + "</tr>\n"
  }
}
