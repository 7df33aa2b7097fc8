internal import TextSupport

/// A sheet as plain text for a terminal or an e-mail.
struct TextPaper {
  /// The columns of a line.
  let width: Int

  func draw(_ sheet: Sheet) -> String {
    var lines = sheet.above.map { wrap($0, width) } ?? []
    lines += wrap(sheet.heading.uppercased(), width)
    for line in sheet.lead { lines += wrap(text(line), width) }
    if let middle = sheet.foot.middle { lines += wrap(middle.uppercased(), width) }
    return joined(lines + [""] + text(sheet.blocks))
  }

  /// Parts without the head of a sheet.
  func draw(_ blocks: [Block]) -> String { joined(text(blocks)) }

  /// Lines in a row, with at most one empty line between two.
  private func joined(_ all: [String]) -> String {
    var lines: [String] = []
    for line in all where !line.isEmpty || lines.last?.isEmpty == false { lines.append(line) }
    while lines.last == "" { lines.removeLast() }
    return lines.map { $0 + "\n" }.joined()
  }

  private func text(_ line: Line) -> String {
    line.runs.map { run in
      switch run {
      case .plain(let text), .strong(let text), .code(let text): text
      case .small(let text): text.hasPrefix("(") ? text : "(\(text))"
      case .day(let day): Spoken.day(day)
      case .tag(let text, _): "[\(text)]"
      }
    }.joined()
  }

  private func text(_ blocks: [Block], indent: Int = 0) -> [String] { blocks.flatMap { text($0, indent) } }

  private func text(_ block: Block, _ indent: Int) -> [String] {
    let room = max(width - indent, 20)
    func indented(_ lines: [String]) -> [String] { lines.map { spaces(indent) + $0 } }
    switch block {
    case .heading(let text): return ["", text.uppercased(), ""]
    case .subheading(let text): return [""] + indented(wrap(text, room))
    case .paragraph(let line, let look):
      let sign = look == .does ? "> " : ""
      return indented(hang(text(line), sign, room))
    case .notice(let line): return indented(hang(text(line), "! ", room)) + [""]
    case .list(let lines, let isNumbered):
      return lines.enumerated().flatMap { index, line in
        indented(hang(text(line), isNumbered ? "\(index + 1). " : "- ", room))
      }
    case .table(let table): return indented(text(table, room)) + [""]
    case .entries(let entries):
      return entries.flatMap { entry in
        indented(wrap(entry.name, room)) + text(entry.blocks, indent: indent + 2)
      }
    case .columns(let columns): return columns.flatMap { text($0, indent: indent) }
    case .box(let blocks), .section(let blocks, _): return text(blocks, indent: indent) + [""]
    case .end(let blocks): return ["", String(repeating: "-", count: room)] + text(blocks, indent: indent)
    case .signers(let lines):
      return lines.flatMap { signer in
        var result = wrap(signer.name + (signer.role.isEmpty ? "" : ", \(signer.role)"), room)
        result += signer.notes.flatMap { hang(text($0), "  ", room) }
        if signer.hasLine { result += ["", "  Signature ______________________  Date ______________"] }
        return result + [""]
      }
    case .steps(let steps): return indented(steps.flatMap { text($0, in: steps, room) }) + [""]
    case .questions(let questions):
      return questions.flatMap { question in
        hang("\(question.title) (\(question.id))", question.isTicked ? "[x] " : "[ ] ", room)
          + (wrap(question.question, room - 4) + wrap(text(question.note), room - 4)).map { spaces(4) + $0 } + [""]
      }
    }
  }

  // MARK: - Lines

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  /// Lines of which the first begins with a sign, and the others are as far from the left.
  private func hang(_ text: String, _ sign: String, _ columns: Int) -> [String] {
    wrap(text, columns - sign.count).enumerated().map { ($0 == 0 ? sign : spaces(sign.count)) + $1 }
  }

  /// A text in lines of some columns, escaped; a word that is longer than a line goes on in the next.
  private func wrap(_ text: String, _ columns: Int) -> [String] {
    let most = max(columns, 4)
    var lines: [String] = []
    var line = ""
    var count = 0
    func finish() {
      // What was harmless in the middle of a line may be a command to a CI service at its start.
      lines.append(TerminalText.escape(line))
      (line, count) = ("", 0)
    }
    for word in TerminalText.escape(text).split(separator: " ") {
      let length = TerminalText.width(of: word)
      if count > 0, count + 1 + length > most { finish() }
      if count > 0 {
        line += " "
        count += 1
      }
      for character in word {
        let one = TerminalText.width(of: String(character))
        if count > 0, count + one > most { finish() }
        line.append(character)
        count += one
      }
    }
    if count > 0 { finish() }
    return lines
  }

  /// A step of a meeting: its time and minutes on the left, as wide as those of all steps.
  private func text(_ step: Block.Step, in steps: [Block.Step], _ columns: Int) -> [String] {
    func left(_ text: String, _ width: Int) -> String { spaces(max(0, width - text.count)) + text }
    func minutes(_ step: Block.Step) -> String { step.minutes.map { "\($0) min" } ?? "" }
    let time = left(step.time, steps.map(\.time.count).max() ?? 0)
    let sign = "\(time)  \(left(minutes(step), steps.map { minutes($0).count }.max() ?? 0))  "
    let details = step.details.enumerated().flatMap { index, line in
      hang(text(line), index == 0 ? "" : "- ", columns - sign.count - 2)
    }
    return hang(step.title, sign, columns) + details.map { spaces(sign.count + 2) + $0 }
  }

  // MARK: - Tables

  /// The columns as wide as their longest cell, and narrower where they do not fit.
  private func text(_ table: Block.Table, _ room: Int) -> [String] {
    let rows = table.groups.flatMap { group in
      group.rows.enumerated().map { index, row in
        (group.name.map { [index == 0 ? text($0) : ""] } ?? []) + row.map { text($0) }
      }
    }
    let count = table.columns.count
    var widths = (0..<count).map { column in
      max(table.columns[column].title.count, rows.map { TerminalText.width(of: $0[column]) }.max() ?? 0)
    }
    let gaps = 2 * (count - 1)
    while widths.reduce(gaps, +) > room, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > 8
    {
      widths[widest] = min(widths[widest] - 1, max(8, room))
    }
    func line(_ cells: [String]) -> [String] {
      let wrapped = cells.enumerated().map { wrap($1, widths[$0]) }
      return (0..<(wrapped.map(\.count).max() ?? 0)).map { row in
        var result = ""
        for column in 0..<count {
          let cell = row < wrapped[column].count ? wrapped[column][row] : ""
          result += cell
          if column + 1 < count {
            result += spaces(max(0, widths[column] - TerminalText.width(of: cell)) + 2)
          }
        }
        while result.last == " " { result.removeLast() }
        return result
      }
    }
    return line(table.columns.map(\.title)) + [String(repeating: "-", count: min(room, widths.reduce(gaps, +)))]
      + rows.flatMap { line($0) }
  }
}
