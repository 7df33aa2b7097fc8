internal import Diagnostics
internal import YAMLSyntax

/// Cuts texts into units, and counts them.
struct UnitReader {
  /// The most units in each other. An agreement has half as many; what a school made up itself may be deeper, and is merged as one.
  private static let mostLevels = 16

  private var count = 0

  private mutating func next() -> Int {
    count += 1
    return count
  }

  /// The whole text as one unit; nil if its outermost mapping is not written in lines.
  ///
  /// `path` is where the text stands if it is a part of a file.
  mutating func root(_ document: Document, path: [String] = []) -> Unit? {
    guard let root = document.root, document.kind(of: root) == .mapping, !document.isFlow(root) else { return nil }
    let source = UnitSource(document)
    guard let (kids, next) = kids(of: root, path, 0..<source.lineCount, nil, source) else { return nil }
    let end = source.start(of: next)
    return Unit(
      source, number: self.next(), kind: .mapping, key: nil, path: path, column: 0, value: root, lead: 0..<0,
      body: 0..<end, tail: end..<source.bytes.count, coreEnd: 0, takesComment: false, kids: kids)
  }

  /// The units of a list or mapping within some lines, and the line after them; nil if they are not on lines of their own.
  ///
  /// `dash` is the place of the dash before the first entry of an item.
  private mutating func kids(
    of node: NodeID, _ path: [String], _ lines: Range<Int>, _ dash: Int?, _ source: UnitSource
  ) -> (units: [Unit], next: Int)? {
    let document = source.document
    let places: [(key: NodeID?, value: NodeID)] =
      document.kind(of: node) == .mapping
      ? document.entries(of: node).map { ($0.key, $0.value) } : document.items(of: node).map { (nil, $0) }
    var result: [Unit] = []
    var next = lines.lowerBound
    for (key, value) in places {
      let isFirst = result.isEmpty
      guard let start = key.map({ Int(document.range(of: $0).start) }) ?? self.dash(of: value, source),
        let end = end(of: value, after: key, source)
      else { return nil }
      let line = source.line(at: start)
      let column = start - source.start(of: line)
      let before = source.start(of: line)..<start
      guard line >= next, line < lines.upperBound,
        before.allSatisfy({ source.bytes[$0] == 0x20 || isFirst && $0 == dash }),
        isFirst || column == result[0].column
      else { return nil }
      let last = source.line(at: max(start, end - 1))
      let rest = source.bytes[end..<max(end, source.contentEnd(of: last))]
      guard LineText.isBlank(rest) || LineText.isComment(rest) else { return nil }
      let inside = path + [key.map { document.string(of: $0) } ?? "-"]
      let inner = self.inner(value, key, start, inside, line, last, source)
      let isBlock = document.kind(of: value) != .scalar && !document.isFlow(value)
      let style = document.style(of: value)
      let takesComment = inner != nil || !isBlock && style != .literal && style != .folded
      var tailEnd = last + 1
      if inner != nil {
        var place = tailEnd
        while place < lines.upperBound, let isComment = source.comment(at: place),
          !isComment || source.indent(of: place) > column
        {
          place += 1
          if isComment { tailEnd = place }
        }
      }
      result.append(
        Unit(
          source, number: self.next(),
          kind: inner == nil ? .leaf : document.kind(of: value) == .mapping ? .mapping : .list,
          key: key.map { document.string(of: $0) }, path: inside, column: column, value: value,
          lead: source.start(of: next)..<source.start(of: line),
          body: source.start(of: line)..<source.start(of: last + 1),
          tail: source.start(of: last + 1)..<source.start(of: tailEnd),
          coreEnd: inner == nil
            ? takesComment ? end : source.contentEnd(of: last)
            : key.flatMap { colon(after: $0, source) }.map { $0 + 1 } ?? start,
          takesComment: takesComment, kids: inner ?? []))
      next = tailEnd
    }
    return result.isEmpty ? nil : (result, next)
  }

  /// The units in a value; nil if it is merged as one.
  private mutating func inner(
    _ value: NodeID, _ key: NodeID?, _ start: Int, _ path: [String], _ line: Int, _ last: Int, _ source: UnitSource
  ) -> [Unit]? {
    let document = source.document
    guard path.count < Self.mostLevels, document.kind(of: value) != .scalar, !document.isFlow(value),
      document.childCount(of: value) > 0
    else { return nil }
    if key != nil {
      guard let colon = key.flatMap({ colon(after: $0, source) }) else { return nil }
      let rest = source.bytes[colon + 1..<max(colon + 1, source.contentEnd(of: line))]
      guard LineText.isBlank(rest) || LineText.isComment(rest) else { return nil }
      return kids(of: value, path, line + 1..<last + 1, nil, source)?.units
    }
    guard document.kind(of: value) == .mapping else { return nil }
    return kids(of: value, path, line..<last + 1, start, source)?.units
  }

  /// The colon on the line of a key.
  private func colon(after key: NodeID, _ source: UnitSource) -> Int? {
    var place = Int(source.document.range(of: key).end)
    while place < source.bytes.count, source.bytes[place] == 0x20 || source.bytes[place] == 0x09 { place += 1 }
    return place < source.bytes.count && source.bytes[place] == 0x3A ? place : nil
  }

  /// The end of a value; after a colon or a dash if there is none.
  private func end(of value: NodeID, after key: NodeID?, _ source: UnitSource) -> Int? {
    let range = source.document.range(of: value)
    if source.document.isAbsent(value), let key { return colon(after: key, source).map { $0 + 1 } }
    return Int(range.end)
  }

  /// The dash before an item on the same line.
  private func dash(of item: NodeID, _ source: UnitSource) -> Int? {
    var place = Int(source.document.range(of: item).start)
    while place > 0, source.bytes[place - 1] == 0x20 { place -= 1 }
    return place > 0 && source.bytes[place - 1] == 0x2D ? place - 1 : nil
  }
}
