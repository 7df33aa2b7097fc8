internal import AgreementDiff
internal import TextSupport

extension DiffFormat {
  /// A page that needs nothing else: for an e-mail, a meeting, or a printer.
  public static let html = DiffFormat(
    name: "html", summary: "a page that needs nothing else, for a meeting or a printer",
    make: { HTMLDiffReporter(style: $0) })
}

private struct HTMLDiffReporter: DiffReporter {
  let style: DiffStyle

  mutating func add(_ diff: ReportedDiff) -> String {
    guard style.shows(diff) else { return "" }
    var result = "<section>\n<h2>\(Self.escape(diff.id)) <small>\(Self.escape(diff.years))</small></h2>\n"
    if diff.old != nil, diff.new != nil, !diff.isFiltered {
      result += "<p class=\"sum\">\(Self.escape(diff.summary))</p>\n"
    }
    let told = diff.told
    for group in ChangeGroup.allCases {
      let changes = told.filter { $0.change.change.group == group }
      if changes.isEmpty { continue }
      if group == .wording, !style.showsAll {
        result +=
          "<details><summary>\(group.title): \(Self.escape(DiffWords.folded(changes.map(\.change.change))))</summary>\n"
        result += changes.map { html(of: $0.change.change, $0.parts) }.joined() + "</details>\n"
      } else {
        result +=
          "<h3 class=\"\(group.word)\">\(group.title)</h3>\n"
          + changes.map { html(of: $0.change.change, $0.parts) }.joined()
      }
    }
    if let hint = DiffWords.hint(diff) { result += "<p class=\"why\">\(Self.escape(hint))</p>\n" }
    if diff.old != nil, diff.new != nil {
      if diff.changes.isEmpty { result += "<p>\(DiffWords.nothing(diff)).</p>\n" }
      if let words = DiffWords.carried(diff.carried) {
        result += "<h3>Carried on unchanged</h3>\n<p>\(Self.escape(words))</p>\n"
        for (years, items) in DiffWords.standing(diff.carried) {
          result += "<p>For \(years) years: \(Self.escape(items))</p>\n"
        }
      }
    }
    return result + "</section>\n"
  }

  mutating func finish(_ district: DistrictSummary) -> (head: String, tail: String) {
    var head = Self.head
    if district.isDistrict {
      head += "<section>\n<h2>All agreements</h2>\n<p class=\"sum\">\(Self.escape(district.text))</p>\n<ul>\n"
      for row in district.important {
        head += "<li><b>\(row.kind.title)</b>: \(Self.escape(DiffWords.text(of: row)))</li>\n"
      }
      for outlier in district.outliers {
        head += "<li><b>\(DiffWords.outlier)</b>: \(Self.escape(DiffWords.text(of: outlier)))</li>\n"
      }
      for (title, ids) in DiffWords.gaps(district) {
        head += "<li><b>\(title)</b>: \(Self.escape(DistrictSummary.names(ids)))</li>\n"
      }
      head += "</ul>\n</section>\n"
    }
    return (head, "</main>\n</body>\n</html>\n")
  }

  /// A change with those that belong to it.
  private func html(of change: Change, _ parts: [ReportedChange]) -> String {
    var result =
      "<article>\n<h4>\(Self.escape(change.kind.title + change.heading)) <code>\(change.kind.id)</code></h4>\n"
      + table(of: change) + reasons(of: change)
    for part in parts.map(\.change) {
      result +=
        "<div class=\"part\">\n<h5>with it: \(Self.escape(part.kind.title + part.heading)) <code>\(part.kind.id)</code></h5>\n"
        + (part.hasTexts(of: change) ? "" : table(of: part)) + reasons(of: part) + "</div>\n"
    }
    return result + "</article>\n"
  }

  private func table(of change: Change) -> String {
    let lines = DiffLine.lines(of: change)
    func words(_ words: [DiffLine.Word], _ tag: String) -> String {
      DiffLine.stretches(words).map { piece in
        let text = Self.escape(piece.text)
        return piece.before + (piece.isChanged ? "<\(tag)>\(text)</\(tag)>" : text) + piece.after
      }.joined(separator: " ")
    }
    func row(_ word: String, _ isOld: Bool, _ line: DiffLine) -> String {
      "<tr><th scope=\"row\">\(word)</th><td class=\"\(isOld ? "old" : "new")\">\(isOld ? words(line.old, "del") : words(line.new, "ins"))</td></tr>\n"
    }
    var result = "<table>\n"
    // Of several texts those that stayed are not shown, and what is left may stand on one side alone.
    let (hasOld, hasNew) = (lines.contains { !$0.old.isEmpty }, lines.contains { !$0.new.isEmpty })
    for line in lines {
      switch (change.old == nil, change.new == nil) {
      case (false, true): result += row("was", true, line)
      case (true, false): result += row("now", false, line)
      case (false, false), (true, true):
        if lines.allSatisfy(\.isSame) {
          result += row("still", false, line)
        } else if hasOld != hasNew {
          result += hasOld ? row("gone", true, line) : row("added", false, line)
        } else {
          result +=
            "<tr><td class=\"old\">\(words(line.old, "del"))</td><td class=\"new\">\(words(line.new, "ins"))</td></tr>\n"
        }
      }
    }
    return result + "</table>\n"
  }

  private func reasons(of change: Change) -> String {
    change.reasons.prefix(DiffWords.mostReasons).map {
      "<p class=\"why\">\(DiffWords.lead(change)): \(Self.escape($0))</p>\n"
    }.joined()
  }

  private static func escape(_ text: String) -> String {
    TerminalText.escape(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
  }

  private static let head = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>What changed</title>
    <style>
    :root { color-scheme: light dark; --line: #8884; --soft: #8881; --del: #d73a4933; --ins: #2da44e33; }
    body { font: 16px/1.5 system-ui, sans-serif; margin: 0; }
    main { max-width: 64rem; margin: 0 auto; padding: 1rem; }
    h2 { margin-top: 2.5rem; border-bottom: 2px solid var(--line); }
    h2 small { font-weight: normal; }
    h3 { margin: 1.5rem 0 .25rem; }
    h3.confidentiality, h3.dropped { color: #c62828; }
    h3.weakened, h3.access, h3.handed-on { color: #b26a00; }
    h3.new, h3.strengthened { color: #2e7d32; }
    h4 { margin: .75rem 0 .25rem; }
    h5 { margin: .5rem 0 .25rem; font-size: .95em; }
    .part { margin: .5rem 0 .5rem 1.5rem; }
    h4 code, h5 code { font-weight: normal; font-size: .8em; opacity: .7; }
    .sum { background: var(--soft); padding: .5rem .75rem; border-left: 4px solid var(--line); }
    .why { margin: .25rem 0 .25rem .75rem; font-style: italic; }
    table { width: 100%; border-collapse: collapse; table-layout: fixed; }
    th { width: 4rem; text-align: left; vertical-align: top; font-weight: normal; opacity: .7; padding: .25rem .5rem; }
    td { vertical-align: top; padding: .25rem .75rem; border: 1px solid var(--line); overflow-wrap: anywhere; }
    del { background: var(--del); text-decoration-thickness: 1px; }
    ins { background: var(--ins); text-decoration: none; font-weight: 600; }
    @media (max-width: 40rem) { td { display: block; } }
    @media print { article { break-inside: avoid; } details { display: block; } }
    </style>
    </head>
    <body>
    <main>
    <h1>What changed</h1>

    """
}
