internal import AgreementReporting
internal import TextSupport

/// A sheet as Markdown, for a website or a word processor that reads it.
enum MarkdownPaper {
  static func draw(_ sheet: Sheet) -> String {
    var result = sheet.above.map { "\(escape($0))\n\n" } ?? ""
    result += "# \(escape(sheet.heading))\n\n"
    for line in sheet.lead { result += markdown(line) + "\n\n" }
    if let middle = sheet.foot.middle { result += "*\(escape(middle))*\n\n" }
    return result + draw(sheet.blocks)
  }

  /// Parts without the head of a sheet.
  static func draw(_ blocks: [Block]) -> String {
    var result = markdown(blocks)
    while result.hasSuffix("\n\n") { result.removeLast() }
    return result
  }

  private static func escape(_ text: String) -> String { MarkdownText.escape(text) }

  private static func markdown(_ line: Line) -> String {
    line.runs.map { run in
      switch run {
      case .plain(let text): outer(text) { escape($0) }
      case .strong(let text): "**\(escape(text))**"
      case .small(let text): text.hasPrefix("(") ? escape(text) : "(\(escape(text)))"
      case .code(let text): "`\(TerminalText.escape(text).replacing("`", with: "'"))`"
      case .day(let day): Spoken.day(day)
      case .tag(let text, _): "**[\(escape(text))]**"
      }
    }.joined()
  }

  /// Treats a text without the spaces around it, which are those of the line.
  private static func outer(_ text: String, _ body: (String) -> String) -> String {
    let start = text.prefix { $0 == " " }
    let end = text.count > start.count ? text.reversed().prefix { $0 == " " }.count : 0
    return start + body(String(text.dropFirst(start.count).dropLast(end))) + String(repeating: " ", count: end)
  }

  private static func markdown(_ blocks: [Block]) -> String { blocks.map { markdown($0) }.joined() }

  private static func markdown(_ block: Block) -> String {
    switch block {
    case .heading(let text): return "## \(escape(text))\n\n"
    case .subheading(let text): return "### \(escape(text))\n\n"
    case .paragraph(let line, let look):
      switch look {
      case .plain, .small, .told: return markdown(line) + "\n\n"
      case .does: return "→ " + markdown(line) + "\n\n"
      }
    case .notice(let line): return "> " + markdown(line) + "\n\n"
    case .list(let lines, let isNumbered):
      return lines.enumerated().map { (isNumbered ? "\($0 + 1). " : "- ") + markdown($1) + "\n" }.joined() + "\n"
    case .table(let table): return markdown(table)
    case .entries(let entries):
      return entries.map { "**\(escape($0.name))**\n\n" + markdown($0.blocks) }.joined()
    case .columns(let columns): return columns.map { markdown($0) }.joined()
    case .box(let blocks), .section(let blocks, _): return markdown(blocks)
    case .end(let blocks): return "---\n\n" + markdown(blocks)
    case .signers(let lines):
      return lines.map { signer in
        var parts = ["**\(escape(signer.name))**" + (signer.role.isEmpty ? "" : ", \(escape(signer.role))")]
        parts += signer.notes.map { markdown($0) }
        if signer.hasLine { parts.append("Signature: `                              ` Date: `              `") }
        return parts.joined(separator: "  \n") + "\n\n"
      }.joined()
    case .steps(let steps):
      return steps.map { step in
        let minutes = step.minutes.map { " (\(Prose.count($0, "minute")))" } ?? ""
        return "- \(escape(step.time)): **\(escape(step.title))**\(minutes)\n"
          + step.details.enumerated().map { "  \($0 == 0 ? "" : "- ")\(markdown($1))\n" }.joined()
      }.joined() + "\n"
    case .questions(let questions):
      return questions.map { question in
        "- [\(question.isTicked ? "x" : " ")] **\(escape(question.title))** `\(question.id)`  \n  \(escape(question.question))  \n  \(markdown(question.note))\n"
      }.joined() + "\n"
    }
  }

  private static func markdown(_ table: Block.Table) -> String {
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    var result =
      row(table.columns.map { escape($0.title) }) + row(table.columns.map { _ in "---" })
    for group in table.groups {
      for cells in group.rows { result += row(((group.name.map { [$0] } ?? []) + cells).map { markdown($0) }) }
    }
    return result + "\n"
  }
}
