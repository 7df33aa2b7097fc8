internal import Diagnostics

/// A slip that YAML accepts: lines that were meant as a list, or as a key, become one long text.
@safe
enum SilentSlip {
  /// A cheap test, for every plain scalar, whether `find` should look at it.
  static func mayBegin(at start: Int, count: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = unsafe bytes[start]
    // A dash, or the first byte of an en dash, an em dash or a bullet.
    if first == 0x2D || first == 0xE2 || first == 0xC2 || first == 0xEE || first == 0xEF || first == 0xF0 {
      return true
    }
    // A text that begins its line may be `key:value`; one after `key: ` cannot.
    guard start < 2 || (unsafe bytes[start - 1]) != 0x20 || (unsafe bytes[start - 2]) != 0x3A else { return false }
    guard first >= 0x61, first <= 0x7A else { return false }
    var index = start + 1
    let end = min(start + count, start + 32)
    while index < end, unsafe bytes[index].isWordByte || bytes[index] == 0x2D { index += 1 }
    return index + 1 < start + count && (unsafe bytes[index]) == 0x3A
  }

  /// The slip inside a plain scalar, if there is one.
  static func find(_ range: Range<Int>, context: SlipContext) -> Repair? {
    let first = context.lines.line(at: range.lowerBound)
    let last = context.lines.line(at: max(range.lowerBound, range.upperBound - 1))
    if context.bytes[range.lowerBound] == 0x3E || context.bytes[range.lowerBound] == 0x7C {
      return emptyBlock(context.shape(of: first), context)
    }
    if let repair = MarkedList.find(first...last, from: range.lowerBound, context) { return repair }
    if let repair = openCurlyMark(range, context) { return repair }
    for line in first...last {
      let shape = context.shape(of: line)
      let startsHere = line == first
      // On its first line a text counts only if it begins the line.
      if startsHere, shape.body != range.lowerBound { continue }
      if let repair = missingSpace(shape, context) { return repair }
      if !startsHere, PageNumber.isOne(context.bytes[shape.start..<shape.content.upperBound]) {
        return Repair(
          at: shape.start..<shape.content.upperBound,
          "this line looks like a page number, but it is read as a part of the answer",
          help: "delete the line",
          [Edit(SourceRange(context.content(of: line - 1).upperBound..<shape.content.upperBound), with: [])])
      }
      if !startsHere, !shape.dashes.isEmpty { return misplacedDash(shape, first: context.shape(of: first), context) }
    }
    return nil
  }

  /// A curly quotation mark before a text that nothing closes; only its author knows whether it belongs there.
  private static func openCurlyMark(_ range: Range<Int>, _ context: SlipContext) -> Repair? {
    let mark = range.lowerBound..<range.lowerBound + 3
    guard range.count > 3, range.count < 4000, context.bytes[mark].elementsEqual("\u{201C}".utf8),
      !context.string(mark.upperBound..<range.upperBound).contains(where: { "\u{201C}\u{201D}\"".contains($0) })
    else { return nil }
    // Where `#` cut the text off, the mark that closes it is behind the sign, and that finding says so.
    let end = context.content(of: context.lines.line(at: range.upperBound - 1)).upperBound
    if end > range.upperBound, context.string(range.upperBound..<end).contains("\u{201D}") { return nil }
    return Repair(
      at: mark, "this text begins with a quotation mark that nothing closes",
      help: "delete the mark, or type `\u{201D}` where the quotation ends", [Edit(SourceRange(mark), with: [])]
    ).asGuess
  }

  /// `>3` or `|2`, which announce a text that does not follow.
  private static func emptyBlock(_ shape: SlipContext.Shape, _ context: SlipContext) -> Repair? {
    guard let first = shape.value.first, shape.value.count > 1, context.bytes[first + 1].isWordByte else { return nil }
    return Repair(
      at: shape.value,
      "this answer begins with `\(context.excerpt(first..<first + 1))`, which means that the text is on the next lines",
      help: "put the answer in quotes: \(context.quoted(shape.value))", context.quote(shape.value))
  }

  /// A bullet before a key, where the lines around it are keys without one.
  static func bulletBeforeKey(_ shape: SlipContext.Shape, end: Int, name: String, _ context: SlipContext) -> Repair? {
    var word = end
    while word < shape.content.upperBound, context.bytes[word].isWordByte || context.bytes[word] == 0x2D { word += 1 }
    guard word < shape.content.upperBound, context.bytes[word] == 0x3A,
      context.vocabulary.contains(context.string(end..<word))
    else { return nil }
    let neighbors = [context.previousContentLine(before: shape.line), context.nextContentLine(after: shape.line)]
    guard
      neighbors.compactMap({ $0 }).map({ context.shape(of: $0) }).contains(where: {
        $0.key != nil && $0.dashes.isEmpty && $0.indent == shape.indent
      })
    else { return nil }
    return Repair(
      at: shape.start..<end, "no bullet goes before a key",
      help: "delete \"\(name)\", and start the key in its column",
      [Edit(SourceRange(shape.start..<end), with: [])])
  }

  /// `owner:novak`, where a line begins with a word of the format, a colon and text right after it.
  static func missingSpace(_ shape: SlipContext.Shape, _ context: SlipContext) -> Repair? {
    context.colonWithoutSpace(shape).map { missingSpace(shape, colon: $0, context) }
  }

  /// A space to insert after a colon.
  static func missingSpace(_ shape: SlipContext.Shape, colon: Int, _ context: SlipContext) -> Repair {
    let key = context.excerpt(shape.body..<colon)
    return Repair(
      at: shape.body..<shape.value.upperBound.clamped(from: colon + 1),
      "a space is missing after the colon of `\(key)`",
      help:
        "write `\(key): \(context.excerpt(colon + 1..<shape.value.upperBound.clamped(from: colon + 1), limit: 40))`",
      [Edit(insert: " ", at: colon + 1)])
  }

  /// A dash inside a text: an item indented further than the one before, or a list after a text.
  private static func misplacedDash(_ shape: SlipContext.Shape, first: SlipContext.Shape, _ context: SlipContext)
    -> Repair?
  {
    guard let dash = shape.dashes.first else { return nil }
    if context.bytes[first.content].contains(0x09), let repair = Mistake.columns(context) { return repair }
    if let repair = Mistake.blameFirst(first, next: shape, context) { return repair }
    if first.key == nil, first.dashes.isEmpty, context.vocabulary.contains(context.string(first.value)) {
      let key = context.string(first.value)
      return Repair(
        at: first.value, "there is no colon after `\(key)`", help: "write `\(key):`",
        [Edit(insert: ":", at: first.value.upperBound)])
    }
    if !first.dashes.isEmpty {
      return Mistake.indentation(shape, to: first.indent, like: first, context)
    }
    guard let start = first.value.first else { return nil }
    let lead = first.key == nil ? "- " : "\n" + String(repeating: " ", count: shape.indent) + "- "
    return Repair(
      Diagnostic(
        .yamlSyntax, at: SourceRange(first.value), "a list follows this text, so all of it is read as one text",
        help: first.key == nil
          ? "put a dash and a space before it, like the others"
          : "give the text a line and a dash of its own, like the others",
        notes: [Note(at: SourceRange(dash..<dash + 1), "the list begins here")]),
      [Edit(insert: lead, at: start)])
  }
}
