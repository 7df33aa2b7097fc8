internal import Diagnostics

extension Mistake {
  /// A row of a table, as in Markdown: `| mentor | Three first-year teachers |`.
  static let tableRow = Mistake("table-row") { failure, context in
    for offset in [failure.problemOffset, failure.origin] {
      let line = context.lines.line(at: offset)
      for candidate in [line, context.previousContentLine(before: line)].compactMap({ $0 }) {
        if let repair = row(context.shape(of: candidate), context) { return repair }
      }
    }
    return nil
  }

  /// The rows of a table from its first line on.
  private static func row(_ shape: SlipContext.Shape, _ context: SlipContext) -> Repair? {
    guard shape.key == nil, shape.dashes.isEmpty, let cells = cells(of: shape, context), cells.count == 2 else {
      return nil
    }
    var edits: [Edit] = []
    var next = shape
    while let cells = Self.cells(of: next, context), next.indent == shape.indent, edits.count < 500 {
      let line = SourceRange(next.start..<next.content.upperBound)
      let isRule = cells.allSatisfy { cell in context.bytes[cell].allSatisfy { [0x2D, 0x3A, 0x20].contains($0) } }
      if isRule || cells.count != 2 {
        edits.append(Edit(insert: "# ", at: next.start))
      } else {
        edits.append(Edit(line, with: "\(context.string(cells[0])): \(context.quoted(cells[1]))".utf8))
      }
      next = context.shape(of: next.line + 1)
    }
    let isKnown = context.vocabulary.contains(context.string(cells[0]))
    let line = "\(context.string(cells[0])): \(context.excerpt(cells[1]))"
    return Repair(
      at: shape.start..<shape.content.upperBound, "this is a row of a table, and an agreement has no tables",
      help: isKnown
        ? "write each row as a key, a colon and the answer:\n\(String(repeating: " ", count: shape.indent))\(line)"
        : "write each row as a key with a colon and its answer, or as a line with a dash and a space before it", edits
    ).asGuess
  }

  /// The ranges between the bars of a line that begins and ends with one.
  private static func cells(of shape: SlipContext.Shape, _ context: SlipContext) -> [Range<Int>]? {
    let line = shape.start..<shape.content.upperBound
    guard line.count > 4, context.bytes[line].first == 0x7C, context.bytes[line].last == 0x7C else { return nil }
    let bars = line.filter { context.bytes[$0] == 0x7C }
    return zip(bars, bars.dropFirst()).map { left, right in
      var start = left + 1
      var end = right
      while start < end, context.bytes[start] == 0x20 { start += 1 }
      while end > start, context.bytes[end - 1] == 0x20 { end -= 1 }
      return start..<end
    }
  }
}
