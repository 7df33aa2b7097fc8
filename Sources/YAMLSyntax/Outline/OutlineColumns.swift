internal import Diagnostics

extension OutlineRepair {
  /// Other columns to which a line, or a block of lines, may belong.
  func columns(_ shape: SlipContext.Shape) -> [Candidate] {
    guard shape.key != nil || !shape.dashes.isEmpty else { return [] }
    let state = window.state(before: shape.line)
    var targets = state.blocks.filter { $0.isList == !shape.dashes.isEmpty }
      .map { (column: $0.column, like: Optional($0.first + window.first)) }
    if let opened = state.opened {
      targets.append((opened.column + 2, nil))
      if !shape.dashes.isEmpty { targets.append((opened.column, nil)) }
    }
    if let below = context.nextContentLine(after: shape.line).map({ context.shape(of: $0) }) {
      for column in [below.indent, below.indent - 2]
      where column >= 0 && !targets.contains(where: { $0.column == column }) {
        targets.append((column, nil))
      }
    }
    var result: [Candidate] = []
    for (column, like) in targets where column != shape.indent {
      var seen: Set<Int> = []
      for lines in groups(from: shape) where seen.insert(lines.count).inserted {
        let edits = shift(lines, by: column - shape.indent)
        guard !edits.isEmpty else { continue }
        let repair = Repair(
          Diagnostic(
            .yamlSyntax, at: SourceRange(shape.start..<(shape.key ?? shape.start..<shape.start + 1).upperBound),
            message(shape, column: column, like: like, state), help: help(shape, column: column, lines)), edits)
        result.append(Candidate(kind: .column, line: shape.line, column: column, repair: repair))
      }
    }
    return result
  }

  /// A line alone, with the lines that belong to it, and with all that follow in its column.
  private func groups(from shape: SlipContext.Shape) -> [[Int]] {
    var own: [Int] = [shape.line]
    var run: [Int] = [shape.line]
    var isOwn = true
    var line = shape.line + 1
    while line < context.lines.starts.count, line - shape.line < 200 {
      let next = context.shape(of: line)
      line += 1
      if next.isBlank { continue }
      if next.indent < shape.indent { break }
      if next.indent == 0, let key = next.key, context.vocabulary.topLevelKeys.contains(context.string(key)) { break }
      if next.indent == shape.indent, next.dashes.isEmpty || !shape.dashes.isEmpty { isOwn = false }
      if isOwn { own.append(line - 1) }
      run.append(line - 1)
    }
    return [[shape.line], own, run]
  }

  private func shift(_ lines: [Int], by delta: Int) -> [Edit] {
    var edits: [Edit] = []
    for line in lines {
      let shape = context.shape(of: line)
      let start = shape.content.lowerBound
      if delta > 0 {
        edits.append(Edit(insert: String(repeating: " ", count: delta), at: start))
      } else {
        guard shape.indent >= -delta else { return [] }
        edits.append(Edit(SourceRange(start..<start - delta), with: []))
      }
    }
    return edits
  }

  private func message(_ shape: SlipContext.Shape, column: Int, like: Int?, _ state: OutlineCheck) -> String {
    let what = shape.key.map { "`\(context.excerpt($0))`" } ?? "this list item"
    let side = "it starts too far to the \(column > shape.indent ? "left" : "right")"
    if column == 0 { return "`\(shape.key.map { context.excerpt($0) } ?? "")` is a separate part, but \(side)" }
    if let like, like < shape.line {
      let model = context.shape(of: like)
      return
        "\(what) does not line up with \(model.key.map { "`\(context.excerpt($0))`" } ?? "the item") on line \(like + 1)"
    }
    guard let above = context.previousContentLine(before: shape.line).map({ context.shape(of: $0) }),
      let key = above.key,
      above.value.isEmpty, above.bodyColumn < column
    else { return "\(what) does not line up with the lines around it" }
    return "\(what) belongs under `\(context.excerpt(key))`, but \(side)"
  }

  private func help(_ shape: SlipContext.Shape, column: Int, _ lines: [Int]) -> String {
    let delta = abs(column - shape.indent)
    let spaces = delta == 1 ? "one space" : "\(delta) spaces"
    let what = column > shape.indent ? "add \(spaces) before" : "delete \(spaces) before"
    return lines.count == 1 ? "\(what) it" : "\(what) each line, from here to line \((lines.last ?? 0) + 1)"
  }
}
