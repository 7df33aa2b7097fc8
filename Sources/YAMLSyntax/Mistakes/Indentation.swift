internal import Diagnostics

extension Mistake {
  /// A line of text where a key is required: an answer that continues too far left, or a title.
  static let strayText = Mistake("stray-text") { failure, context in
    guard
      failure.lacksColon || failure.breaksBlock && context.shape(at: failure.problemOffset).key == nil
        || failure.says("document start")
    else { return nil }
    let offset = failure.lacksColon ? failure.origin : failure.problemOffset
    let shape = context.shape(at: offset)
    guard shape.key == nil, shape.dashes.isEmpty, offset == shape.start else { return nil }
    return strayLine(shape, context)
  }

  /// The repair of a line of text where a key is required.
  static func strayLine(_ shape: SlipContext.Shape, _ context: SlipContext) -> Repair? {
    if let repair = SpacedKey.find(shape, context) { return repair }
    let range = shape.start..<shape.content.upperBound
    var last = shape.line
    while last + 1 < context.lines.starts.count, context.continuesText(context.shape(of: last + 1)),
      context.shape(of: last + 1).key == nil, context.shape(of: last + 1).indent == shape.indent
    {
      last += 1
    }
    let above = context.previousContentLine(before: shape.line).map { context.shape(of: $0) }
    // The answer above may have lost its end to a `#`, so that this line belongs to nothing.
    if let above, let first = above.value.first, above.value.upperBound < above.content.upperBound,
      shape.indent > above.bodyColumn,
      ![0x22, 0x27].contains(context.bytes[first])
    {
      let value = first..<context.shape(of: last).content.upperBound
      return Repair(
        at: value,
        "the text ends before `#`: YAML reads the rest of the line as a comment, so the next line belongs to nothing",
        help: "put \(context.quotationMark(for: value)) before and after the whole answer", context.quote(value))
    }
    let comment = (shape.line...last).map { Edit(insert: "# ", at: context.lines.starts[$0]) }
    if let repair = pageNumber(shape, context) { return repair }
    let lines = last == shape.line ? "the line" : "the lines from here to line \(last + 1)"
    let them = last == shape.line ? "it" : "each of them"
    let each = last == shape.line ? "it" : "each line from here to line \(last + 1)"
    guard let above, !above.value.isEmpty || above.key == nil else {
      let next = context.nextContentLine(after: last).map { context.shape(of: $0) }
      let standsAboveKey = above != nil && next.map { $0.key != nil && $0.indent == shape.indent } == true
      let column = (above?.bodyColumn ?? 0) + 2
      let message = "this line has no key, so it is not clear what it belongs to"
      let note =
        "delete \(lines), or put `# ` before \(them) to keep \(last == shape.line ? "it" : "them") as a comment"
      guard let above, let key = above.key else { return Repair(at: range, message, help: note, comment) }
      if standsAboveKey, let next, let below = next.key, next.value.isEmpty {
        return Repair(
          at: range, message,
          help: "move it after the colon of `\(context.excerpt(below))`, or \(note)",
          comment)
      }
      return Repair(
        at: range, message,
        help:
          "put \(column) spaces before \(each) if \(last == shape.line ? "it is" : "they are") the answer to `\(context.excerpt(key))`; otherwise \(note)",
        context.reindentAll(shape.line...last, to: column)
      ).asGuess
    }
    let column = (above.key == nil && above.dashes.isEmpty ? above.indent : above.bodyColumn + 2)
    let isOpen = above.value.first.map { ![0x22, 0x27, 0x5B, 0x7B, 0x7C, 0x3E].contains(context.bytes[$0]) } ?? true
    let isBlock = above.value.first.map { [0x7C, 0x3E].contains(context.bytes[$0]) } ?? false
    let spaces = column == 1 ? "a space" : "\(column) spaces"
    // A line that begins with a lowercase letter is a continuation; any other may be a note, or part of the paper that
    // was copied.
    let goesOn = context.goesOn(shape, after: above) || isBlock
    let first = context.string(range)
    let mark = first.hasPrefix("//") ? "`//` begins no comment here; " : ""
    return Repair(
      at: range, "\(mark)this line starts too far to the left to be part of the answer above",
      help: goesOn
        ? "put \(spaces) before \(each)"
        : "if \(last == shape.line ? "this is" : "these lines, down to line \(last + 1), are") not part of the answer, delete \(last == shape.line ? "it" : "them") or put `# ` before \(them); if \(last == shape.line ? "it is" : "they are"), put \(spaces) before \(them)",
      isOpen && column > shape.indent ? context.reindentAll(shape.line...last, to: column) : comment
    ).sure(goesOn)
  }

  /// The repair of a page number on a separate line.
  static func pageNumber(_ shape: SlipContext.Shape, _ context: SlipContext) -> Repair? {
    let range = shape.start..<shape.content.upperBound
    guard PageNumber.isOne(context.bytes[range]) else { return nil }
    return Repair(
      at: range, "this line looks like a page number; it is not part of the agreement", help: "delete the line",
      [Edit(SourceRange(context.content(of: shape.line - 1).upperBound..<shape.content.upperBound), with: [])])
  }

  /// The whole file, or its beginning, is indented.
  static let indentedFile = Mistake("indented-file") { failure, context in
    guard failure.says("document start"), let first = context.nextContentLine(after: -1) else { return nil }
    let shape = context.shape(of: first)
    let stop = context.lines.line(at: failure.problemOffset)
    guard shape.indent > 0, stop > first else { return nil }
    let edits = (first..<stop).compactMap { line -> Edit? in
      let other = context.shape(of: line)
      let count = min(other.indent, shape.indent)
      return count == 0 ? nil : Edit(SourceRange(other.content.lowerBound..<other.content.lowerBound + count), with: [])
    }
    let name = shape.key.map { "`\(context.excerpt($0))`" } ?? "the first line"
    return Repair(
      at: shape.content.lowerBound..<shape.start,
      "there \(shape.indent == 1 ? "is a space" : "are spaces") before \(name), but none before the keys that follow",
      help: stop - first == 1
        ? "delete the spaces before it" : "delete the spaces before each line, from here to line \(stop)", edits)
  }

  /// One space too few or too many.
  static let wrongIndentation = Mistake("wrong-indentation") { failure, context in
    guard failure.breaksBlock else { return nil }
    let shape = context.shape(at: failure.problemOffset)
    guard shape.start == failure.problemOffset, shape.key != nil || !shape.dashes.isEmpty else { return nil }
    if let repair = pageNumber(shape, context) { return repair }
    guard let target = target(for: shape, context), target.column != shape.indent else { return nil }
    if let repair = blameFirst(context.shape(of: target.line), next: shape, context) { return repair }
    return indentation(shape, to: target.column, like: context.shape(of: target.line), context)
  }

  /// Blames the first entry of a block if all entries after it are in another column.
  static func blameFirst(_ first: SlipContext.Shape, next: SlipContext.Shape, _ context: SlipContext) -> Repair? {
    guard abs(first.indent - next.indent) == 1, first.dashes.isEmpty == next.dashes.isEmpty,
      first.key != nil || !first.dashes.isEmpty,
      let above = context.previousContentLine(before: first.line).map({ context.shape(of: $0) }), above.key != nil,
      above.value.isEmpty,
      above.bodyColumn < min(first.indent, next.indent)
    else { return nil }
    // What follows decides: another line in the second entry's column before the block ends.
    var line = next.line
    while let other = context.nextContentLine(after: line) {
      let shape = context.shape(of: other)
      if shape.indent < min(first.indent, next.indent) { break }
      if shape.indent == next.indent, shape.dashes.isEmpty == next.dashes.isEmpty {
        var repair = indentation(first, to: next.indent, like: next, context)
        repair.edits = Array(context.reindent(first, to: next.indent).prefix(1))
        return repair
      }
      if shape.indent == first.indent { return nil }
      line = other
      if line - next.line > 400 { break }
    }
    // If nothing follows, the usual two spaces decide between the two columns.
    if next.indent == above.bodyColumn + 2 {
      var repair = indentation(first, to: next.indent, like: next, context)
      repair.edits = Array(repair.edits.prefix(1))
      return repair
    }
    return nil
  }

  /// The column of the nearest open block that a line can belong to.
  private static func target(for shape: SlipContext.Shape, _ context: SlipContext) -> (column: Int, line: Int)? {
    let open = context.openColumns(above: shape.line)
    let isDash = !shape.dashes.isEmpty
    if isDash, let above = context.previousContentLine(before: shape.line).map({ context.shape(of: $0) }),
      above.key != nil,
      above.value.isEmpty
    {
      // The first dash of a list: the other lines of its item give the column, or else the key does.
      let below = context.nextContentLine(after: shape.line).map { context.shape(of: $0) }
      if let below, below.key != nil, below.dashes.isEmpty, below.indent > above.bodyColumn + 1 {
        return (below.indent - 2, above.line)
      }
      return (above.bodyColumn + 2, above.line)
    }
    // A key with lines below it starts further left than they do.
    let below = context.nextContentLine(after: shape.line).map { context.shape(of: $0) }
    let most = shape.value.isEmpty && shape.key != nil && below?.dashes.isEmpty == true ? below?.indent : nil
    let fitting = open.filter {
      $0.isDash == isDash && ($0.column < most ?? .max || !context.shape(of: $0.line).dashes.isEmpty)
    }
    guard let nearest = fitting.min(by: { abs($0.column - shape.indent) < abs($1.column - shape.indent) }) else {
      // A list's first dash, left of its key.
      guard isDash, let key = open.first else { return nil }
      return (key.column + 2, key.line)
    }
    // Between two columns the word decides: an outermost key belongs at the left edge.
    if !isDash, let key = shape.key, context.vocabulary.topLevelKeys.contains(context.string(key)),
      abs(nearest.column - shape.indent) == shape.indent, let outermost = fitting.last
    {
      return (outermost.column, outermost.line)
    }
    return (nearest.column, nearest.line)
  }

  /// The repair of a line that should begin in another column.
  static func indentation(
    _ shape: SlipContext.Shape, to column: Int, like other: SlipContext.Shape, _ context: SlipContext
  ) -> Repair {
    let what = shape.key.map { "`\(context.excerpt($0))`" } ?? "this list item"
    let model = other.key.map { "`\(context.excerpt($0))`" } ?? "the item"
    let indent = shape.indent
    let delta = abs(column - indent)
    let spaces = delta == 1 ? "one space" : "\(delta) spaces"
    return Repair(
      Diagnostic(
        .yamlSyntax,
        at: SourceRange(shape.content.lowerBound..<(shape.key ?? shape.start..<shape.start + 1).upperBound),
        "\(what) does not line up with \(model) on line \(other.line + 1)",
        help: column > indent ? "add \(spaces) before it" : "delete \(spaces) before it"),
      context.reindent(shape, to: column)
    ).sure(isSure(shape, to: column, like: other, context))
  }
}

extension Mistake {
  /// Whether a line surely belongs in another column: one space too few or too many is a slip, but two are a level.
  private static func isSure(
    _ shape: SlipContext.Shape, to column: Int, like other: SlipContext.Shape, _ context: SlipContext
  ) -> Bool {
    if abs(column - shape.indent) == 1 { return true }
    guard let key = shape.key else { return false }
    let name = context.string(key)
    if column == 0 { return context.vocabulary.topLevelKeys.contains(name) && context.vocabulary.sections[name] == nil }
    // A topic does not belong to a list item.
    if context.vocabulary.sections[name] != nil { return false }
    // The other keys of an item, under its dash or under its first key.
    return !other.dashes.isEmpty && shape.dashes.isEmpty && column == other.bodyColumn && other.line < shape.line
      || !shape.dashes.isEmpty && other.key != nil && other.value.isEmpty && other.line < shape.line
  }
}

extension Repair {
  /// The repair, offered as a fix of the file only if it is certain.
  func sure(_ isSure: Bool) -> Repair { isSure ? self : asGuess }
}

/// A page number, as it comes along when a document is copied: `Page 2 of 4`, `- 3 -`.
enum PageNumber {
  static func isOne(_ text: ArraySlice<UInt8>) -> Bool {
    let words = String(decoding: text.prefix(30), as: UTF8.self).lowercased().split { " -–—/|.".contains($0) }
    guard text.count < 30, (1...4).contains(words.count) else { return false }
    // Word's footers say "2 | Page".
    if words.count == 2, words[1] == "page", words[0].count <= 3, words[0].allSatisfy(\.isNumber) {
      return text.contains(0x7C)
    }
    let rest = words.first == "page" || words.first == "p" || words.first == "pg" ? words.dropFirst() : words[...]
    func isNumber(_ word: Substring) -> Bool { word.count <= 3 && word.allSatisfy { $0.isASCII && $0.isNumber } }
    switch rest.count {
    case 1: return rest.allSatisfy(isNumber) && (words.count == 2 || text.first == 0x2D || text.first == 0xE2)
    case 3: return rest.first.map(isNumber) == true && rest.last.map(isNumber) == true && rest.dropFirst().first == "of"
    case 2: return words.count == 3 && rest.allSatisfy(isNumber)
    default: return false
    }
  }
}

extension SlipContext {
  /// Whether a line reads like the rest of the sentence above it: it begins in lower case, and nothing ended the text.
  func goesOn(_ shape: Shape, after above: Shape) -> Bool {
    guard let first = String(decoding: bytes[shape.start..<shape.content.upperBound].prefix(4), as: UTF8.self).first,
      shape.line == above.line + 1
    else { return false }
    let last = above.value.upperBound > above.value.lowerBound ? bytes[above.value.upperBound - 1] : 0x2E
    var end = shape.start
    while bytes[end].isWordByte || bytes[end] == 0x2D { end += 1 }
    return first.isLowercase && ![0x21, 0x2E, 0x3F].contains(last) && !vocabulary.contains(string(shape.start..<end))
  }

  /// Edits that give some lines the same indentation.
  func reindentAll(_ range: ClosedRange<Int>, to column: Int) -> [Edit] {
    range.map { line in
      let shape = shape(of: line)
      return Edit(SourceRange(shape.content.lowerBound..<shape.start), with: Array(repeating: 0x20, count: column))
    }
  }
}
