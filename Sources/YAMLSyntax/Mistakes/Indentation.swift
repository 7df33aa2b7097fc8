internal import Diagnostics

extension Mistake {
  /// A line of text where a key is due: an answer that goes on too far to the left, or a title.
  static let strayText = Mistake("stray-text") { failure, scene in
    guard
      failure.lacksColon || failure.breaksBlock && scene.shape(at: failure.problemOffset).key == nil
        || failure.says("document start")
    else { return nil }
    let offset = failure.lacksColon ? failure.origin : failure.problemOffset
    let shape = scene.shape(at: offset)
    guard shape.key == nil, shape.dashes.isEmpty, offset == shape.start else { return nil }
    return strayLine(shape, scene)
  }

  /// The repair of a line of text where a key is due.
  static func strayLine(_ shape: Scene.Shape, _ scene: Scene) -> Repair? {
    let range = shape.start..<shape.content.upperBound
    var last = shape.line
    while last + 1 < scene.lines.starts.count, scene.continuesText(scene.shape(of: last + 1)),
      scene.shape(of: last + 1).key == nil, scene.shape(of: last + 1).indent == shape.indent
    {
      last += 1
    }
    let above = scene.previousContentLine(before: shape.line).map { scene.shape(of: $0) }
    // The answer above may have lost its end to a `#`, so that this line hangs in the air.
    if let above, let first = above.value.first, above.value.upperBound < above.content.upperBound,
      shape.indent > above.bodyColumn,
      ![0x22, 0x27].contains(scene.bytes[first])
    {
      let value = first..<scene.shape(of: last).content.upperBound
      return Repair(
        at: value,
        "the text ends before `#`: YAML takes the rest of the line for a comment, and the next line hangs in the air",
        help: "put the whole answer in quotes", scene.quote(value))
    }
    let comment = (shape.line...last).map { Edit(insert: "#", at: scene.lines.starts[$0]) }
    guard let above, !above.value.isEmpty || above.key == nil else {
      let next = scene.nextContentLine(after: last).map { scene.shape(of: $0) }
      let standsAboveKey = above != nil && next.map { $0.key != nil && $0.indent == shape.indent } == true
      return Repair(
        at: range, "this line has no key, so YAML cannot tell what it belongs to",
        help: above == nil
          ? "delete it, or begin it with `# ` to keep it as a comment"
          : "indent it by two more spaces than the key above, if it is the answer; or begin it with `# ` to keep it as a comment",
        standsAboveKey ? comment : above.map { scene.reindentAll(shape.line...last, to: $0.bodyColumn + 2) } ?? comment)
    }
    let column = (above.key == nil && above.dashes.isEmpty ? above.indent : above.bodyColumn + 2)
    let isOpen = above.value.first.map { ![0x22, 0x27, 0x5B, 0x7B, 0x7C, 0x3E].contains(scene.bytes[$0]) } ?? true
    return Repair(
      at: range, "this line looks like more of the answer above, but begins too far to the left",
      help: "put \(column == 1 ? "a space" : "\(column) spaces") before it, so that it lies deeper than its key",
      isOpen && column > shape.indent ? scene.reindentAll(shape.line...last, to: column) : comment)
  }

  /// The whole file, or its beginning, is indented.
  static let indentedFile = Mistake("indented-file") { failure, scene in
    guard failure.says("document start"), let first = scene.nextContentLine(after: -1) else { return nil }
    let shape = scene.shape(of: first)
    let stop = scene.lines.line(at: failure.problemOffset)
    guard shape.indent > 0, stop > first else { return nil }
    let edits = (first..<stop).compactMap { line -> Edit? in
      let other = scene.shape(of: line)
      let count = min(other.indent, shape.indent)
      return count == 0 ? nil : Edit(SourceRange(other.content.lowerBound..<other.content.lowerBound + count), with: [])
    }
    let name = shape.key.map { "`\(scene.excerpt($0))`" } ?? "the first line"
    return Repair(
      at: shape.content.lowerBound..<shape.start,
      "\(name) is indented, but the keys after it begin in the first column",
      help: "delete the spaces before it", edits)
  }

  /// One space too few or too many.
  static let wrongIndentation = Mistake("wrong-indentation") { failure, scene in
    guard failure.breaksBlock else { return nil }
    let shape = scene.shape(at: failure.problemOffset)
    guard shape.start == failure.problemOffset, shape.key != nil || !shape.dashes.isEmpty else { return nil }
    guard let target = target(for: shape, scene), target.column != shape.indent else { return nil }
    if let repair = blameFirst(scene.shape(of: target.line), next: shape, scene) { return repair }
    return indentation(shape, to: target.column, like: scene.shape(of: target.line), scene)
  }

  /// The first entry of a block, where it alone lies elsewhere than all that follow.
  static func blameFirst(_ first: Scene.Shape, next: Scene.Shape, _ scene: Scene) -> Repair? {
    guard abs(first.indent - next.indent) == 1, first.dashes.isEmpty == next.dashes.isEmpty,
      first.key != nil || !first.dashes.isEmpty,
      let above = scene.previousContentLine(before: first.line).map({ scene.shape(of: $0) }), above.key != nil,
      above.value.isEmpty,
      above.bodyColumn < min(first.indent, next.indent)
    else { return nil }
    // What follows decides: another line in the column of the second, before the block ends.
    var line = next.line
    while let other = scene.nextContentLine(after: line) {
      let shape = scene.shape(of: other)
      if shape.indent < min(first.indent, next.indent) { break }
      if shape.indent == next.indent, shape.dashes.isEmpty == next.dashes.isEmpty {
        var repair = indentation(first, to: next.indent, like: next, scene)
        repair.edits = Array(scene.reindent(first, to: next.indent).prefix(1))
        return repair
      }
      if shape.indent == first.indent { return nil }
      line = other
      if line - next.line > 400 { break }
    }
    // With nothing after them, two levels are told by the usual two spaces.
    if next.indent == above.bodyColumn + 2 {
      var repair = indentation(first, to: next.indent, like: next, scene)
      repair.edits = Array(repair.edits.prefix(1))
      return repair
    }
    return nil
  }

  /// The column of the nearest open block that a line can belong to.
  private static func target(for shape: Scene.Shape, _ scene: Scene) -> (column: Int, line: Int)? {
    let open = scene.openColumns(above: shape.line)
    let isDash = !shape.dashes.isEmpty
    if isDash, let above = scene.previousContentLine(before: shape.line).map({ scene.shape(of: $0) }), above.key != nil,
      above.value.isEmpty
    {
      // The first dash of a list: its other lines tell the column, else the key does.
      let below = scene.nextContentLine(after: shape.line).map { scene.shape(of: $0) }
      if let below, below.key != nil, below.dashes.isEmpty, below.indent > above.bodyColumn + 1 {
        return (below.indent - 2, above.line)
      }
      return (above.bodyColumn + 2, above.line)
    }
    let fitting = open.filter { $0.isDash == isDash }
    guard let nearest = fitting.min(by: { abs($0.column - shape.indent) < abs($1.column - shape.indent) }) else {
      // A list's first dash that lies left of its key.
      guard isDash, let key = open.first else { return nil }
      return (key.column + 2, key.line)
    }
    // Between two columns the word decides: a key of the outermost level belongs there.
    if !isDash, let key = shape.key, scene.vocabulary.topLevelKeys.contains(scene.string(key)),
      abs(nearest.column - shape.indent) == shape.indent, let outermost = fitting.last
    {
      return (outermost.column, outermost.line)
    }
    return (nearest.column, nearest.line)
  }

  /// The repair of a line that should begin in another column.
  static func indentation(_ shape: Scene.Shape, to column: Int, like other: Scene.Shape, _ scene: Scene) -> Repair {
    let what = shape.key.map { "`\(scene.excerpt($0))`" } ?? "this list item"
    let model = other.key.map { "`\(scene.excerpt($0))`" } ?? "the item"
    let indent = shape.indent
    let delta = abs(column - indent)
    let spaces = delta == 1 ? "one space" : "\(delta) spaces"
    return Repair(
      Diagnostic(
        .yamlSyntax,
        at: SourceRange(shape.content.lowerBound..<(shape.key ?? shape.start..<shape.start + 1).upperBound),
        "\(what) does not line up with \(model) on line \(other.line + 1)",
        help: column > indent ? "type \(spaces) more before it" : "delete \(spaces) before it"),
      scene.reindent(shape, to: column))
  }
}

extension Scene {
  /// Edits that give some lines one indentation.
  func reindentAll(_ range: ClosedRange<Int>, to column: Int) -> [Edit] {
    range.map { line in
      let shape = shape(of: line)
      return Edit(SourceRange(shape.content.lowerBound..<shape.start), with: Array(repeating: 0x20, count: column))
    }
  }
}
