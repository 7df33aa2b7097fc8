internal import Agreement
internal import AgreementReporting

/// Sheets as a page for a browser, which prints as it looks.
///
/// Every text goes through `escape`, whoever wrote it, and no line of the page begins with one.
enum HTMLPaper {
  static func draw(_ sheets: [Sheet]) -> String {
    let bodies = sheets.enumerated().map { index, sheet in
      sheets.count == 1
        ? body(of: sheet) : "<article class=\"sheet sheet-\(index)\">\n\(body(of: sheet))</article>\n"
    }
    return HTMLPage.head(sheets.first?.title ?? "", style: PaperStyle.css + pages(of: sheets)) + bodies.joined()
      + HTMLPage.tail
  }

  /// The margins of the printed pages, with what is in their feet; each sheet has its own if there are several.
  private static func pages(of sheets: [Sheet]) -> String {
    let font = "font: 8pt Arial, \"Liberation Sans\", sans-serif;"
    return sheets.enumerated().map { index, sheet in
      let name = sheets.count == 1 ? "" : " sheet-\(index)"
      var rule = "\n@page\(name) {\n  margin: 15mm 17mm 17mm;\n"
      rule += "  @bottom-left { content: \"\(sheet.foot.left)\"; \(font) color: #555; }\n"
      if let middle = sheet.foot.middle {
        rule += "  @bottom-center { content: \"\(middle)\"; \(font) color: #8a1c00; }\n"
      }
      rule += "  @bottom-right { content: \"page \" counter(page) \" of \" counter(pages); \(font) color: #555; }\n}"
      return rule + (sheets.count == 1 ? "" : "\n.sheet-\(index) { page: sheet-\(index); }")
    }.joined()
  }

  private static func body(of sheet: Sheet) -> String {
    var result = "<header>\n"
    if let above = sheet.above { result += "<p class=\"small\">\(escape(above))</p>\n" }
    result += "<h1>\(escape(sheet.heading))</h1>\n"
    for (index, line) in sheet.lead.enumerated() {
      result += "<p class=\"\(index == 0 ? "lead" : "small")\">\(html(line))</p>\n"
    }
    return result + "</header>\n" + html(sheet.blocks)
  }

  private static func escape(_ text: String) -> String { HTMLPage.escape(text) }

  private static func html(_ line: Line) -> String {
    line.runs.map { run in
      switch run {
      case .plain(let text): escape(text)
      case .strong(let text): "<b>\(escape(text))</b>"
      case .small(let text): "<span class=\"small\">\(escape(text))</span>"
      case .code(let text): "<code>\(escape(text))</code>"
      case .day(let day): "<time datetime=\"\(day)\">\(Spoken.day(day))</time>"
      case .tag(let text, let isWarning): "<span class=\"tag\(isWarning ? " warn" : "")\">\(escape(text))</span>"
      }
    }.joined()
  }

  private static func html(_ blocks: [Block]) -> String { blocks.map { html($0) }.joined() }

  private static func html(_ block: Block) -> String {
    switch block {
    case .heading(let text): return "<h2>\(escape(text))</h2>\n"
    case .subheading(let text): return "<h3>\(escape(text))</h3>\n"
    case .paragraph(let line, let look): return "<p\(attribute(of: look))>\(html(line))</p>\n"
    case .list(let lines, let isNumbered):
      let tag = isNumbered ? "ol" : "ul"
      return "<\(tag)>\n" + lines.map { "<li>\(html($0))</li>\n" }.joined() + "</\(tag)>\n"
    case .table(let table): return html(table)
    case .entries(let entries):
      return "<dl>\n"
        + entries.map { entry in
          "<div\(entry.isLong ? " class=\"long\"" : "")>\n<dt>\(escape(entry.name))</dt>\n<dd>\n\(html(entry.blocks))</dd>\n</div>\n"
        }.joined() + "</dl>\n"
    case .columns(let columns):
      let isLong = block.count > Block.Entry.mostTogether * 2
      return "<div class=\"columns\(isLong ? " long" : "")\">\n"
        + columns.map { "<div>\n\(html($0))</div>\n" }.joined() + "</div>\n"
    case .box(let blocks):
      let isLong = block.count > Block.Entry.mostTogether * 2
      return "<div class=\"box\(isLong ? " long" : "")\">\n\(html(blocks))</div>\n"
    case .notice(let line): return "<p class=\"notice\">\(html(line))</p>\n"
    case .signers(let lines): return "<div class=\"signing\">\n" + lines.map { html($0) }.joined() + "</div>\n"
    case .questions(let questions):
      return "<div class=\"questions\">\n" + questions.map { html($0) }.joined() + "</div>\n"
    case .steps(let steps): return html(steps)
    case .section(let blocks, let isTogether):
      return "<section\(isTogether ? " class=\"together\"" : "")>\n\(html(blocks))</section>\n"
    case .end(let blocks): return "<div class=\"end\">\n\(html(blocks))</div>\n"
    }
  }

  private static func attribute(of look: Block.Look) -> String {
    switch look {
    case .plain: ""
    case .small: " class=\"small\""
    case .told: " class=\"told\""
    case .does: " class=\"does\""
    }
  }

  private static func html(_ table: Block.Table) -> String {
    var result = "<table>\n<thead>\n<tr>"
    result += table.columns.map { "<th scope=\"col\" class=\"\($0.width.rawValue)\">\(escape($0.title))</th>" }.joined()
    result += "</tr>\n</thead>\n"
    for group in table.groups {
      let isLong = group.rows.count > Block.Table.mostTogether
      result += "<tbody\(isLong ? " class=\"long\"" : "")>\n"
      for (index, row) in group.rows.enumerated() {
        result += "<tr>"
        if let name = group.name, index == 0 {
          result += "<th scope=\"rowgroup\" rowspan=\"\(group.rows.count)\">\(html(name))</th>"
        }
        result += row.map { "<td>\(html($0))</td>" }.joined() + "</tr>\n"
      }
      result += "</tbody>\n"
    }
    return result + "</table>\n"
  }

  private static func html(_ signer: Block.SigningLine) -> String {
    var result = "<div class=\"signer\">\n<p class=\"who\">\(escape(signer.name))</p>\n"
    if !signer.role.isEmpty { result += "<p class=\"small\">\(escape(signer.role))</p>\n" }
    for note in signer.notes { result += "<p>\(html(note))</p>\n" }
    if signer.hasLine { result += "<p class=\"line\"><span>Signature</span><span>Date</span></p>\n" }
    return result + "</div>\n"
  }

  private static func html(_ steps: [Block.Step]) -> String {
    var result = "<table class=\"steps\">\n<thead>\n<tr>"
    for title in ["Time", "Minutes", "Step"] { result += "<th scope=\"col\">\(title)</th>" }
    result += "</tr>\n</thead>\n<tbody class=\"long\">\n"
    for step in steps {
      result += "<tr\(step.details.count > mostDetails ? " class=\"long\"" : "")><td>\(escape(step.time))</td>"
      result += "<td>\(step.minutes.map(String.init) ?? "")</td><td><b>\(escape(step.title))</b>"
      if let first = step.details.first { result += "<p>\(html(first))</p>" }
      if step.details.count > 1 {
        result += "<ul>" + step.details.dropFirst().map { "<li>\(html($0))</li>" }.joined() + "</ul>"
      }
      result += "</td></tr>\n"
    }
    return result + "</tbody>\n</table>\n"
  }

  /// The most lines of a step that stay on one page.
  private static let mostDetails = 30

  private static func html(_ question: Block.Question) -> String {
    let label = question.isTicked ? "checked" : "not checked"
    return """
      <div class="question">
      <span class="tick" role="img" aria-label="\(label)">\(question.isTicked ? "&#10005;" : "")</span>
      <div>
      <p><b>\(escape(question.title))</b> <code>\(escape(question.id))</code></p>
      <p>\(escape(question.question))</p>
      <p class="small">\(html(question.note))</p>
      </div>
      <div class="room"></div>
      </div>

      """
  }
}
