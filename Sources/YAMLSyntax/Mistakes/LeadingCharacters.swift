internal import Diagnostics

extension Mistake {
  /// An answer that begins with a character that has a meaning in YAML.
  static let leadingIndicator = Mistake("leading-indicator") { failure, context in
    let relevant =
      failure.says("cannot start any token") || failure.breaksBlock || failure.says("not allowed in this context")
      || failure.lacksColon
      || ["anchor", "alias", "tag", "node", "flow", "directive"].contains { failure.context?.contains($0) == true }
    guard relevant else { return nil }
    for offset in [failure.problemOffset, failure.origin] {
      let shape = context.shape(at: min(offset, max(0, context.bytes.count - 1)))
      guard let first = shape.value.first else { continue }
      let character = context.bytes[first]
      guard indicators.contains(character), offset >= first else { continue }
      // Brackets around a plain list are another matter; this slip is only text after them, or an unreadable inside.
      let value = context.extent(of: shape)
      let sign = String(UnicodeScalar(character))
      let prompt = promptEnd(from: first, in: value, context).map { context.excerpt(first..<$0) }
      let repair = Repair(
        at: value, "this answer begins with `\(sign)`, which has a special meaning in YAML",
        help: (prompt.map { "write what you mean in place of `\($0)`; or if it is meant as it is, " } ?? "")
          + "put the answer in quotes: \(context.quoted(value))", context.quote(value))
      // In quotes the prompt would only be a placeholder.
      return prompt == nil ? repair : repair.asGuess
    }
    return nil
  }

  /// The end of a few words in brackets or braces at the start of a value, as forms have them: `{coach name} decides`.
  private static func promptEnd(from first: Int, in value: Range<Int>, _ context: SlipContext) -> Int? {
    guard let close = [0x5B: UInt8(0x5D), 0x7B: 0x7D][context.bytes[first]] else { return nil }
    var end = first + 1
    while end < value.upperBound, end < first + 60, context.bytes[end] != close {
      guard context.bytes[end].isWordByte || [0x20, 0x27, 0x2D, 0x5F, 0x5B, 0x7B].contains(context.bytes[end]) else {
        return nil
      }
      end += 1
    }
    while end < value.upperBound, context.bytes[end] == close { end += 1 }
    return end > first + 1 && context.bytes[end - 1] == close ? end : nil
  }

  /// The characters that mean something else at the start of an answer.
  private static let indicators: Set<UInt8> = Set("@`%*&!?[{]},:".utf8)

  /// A key in bold or italics: `**agreed:** Yes`.
  static let boldKey = Mistake("bold-key") { failure, context in
    let shape = context.shape(at: failure.origin)
    let text = context.bytes[shape.body..<shape.content.upperBound]
    guard text.first == 0x2A, let word = text.firstIndex(where: { $0 != 0x2A }) else { return nil }
    var end = word
    while end < shape.content.upperBound, context.bytes[end].isWordByte || context.bytes[end] == 0x2D { end += 1 }
    guard end > word, context.vocabulary.contains(context.string(word..<end)), end < shape.content.upperBound else {
      return nil
    }
    let rest = context.bytes[end..<shape.content.upperBound]
    guard rest.starts(with: [0x3A]) || rest.starts(with: [0x2A]) else { return nil }
    let stars = text.indices.filter { context.bytes[$0] == 0x2A }
    return Repair(
      at: shape.body..<end, "stars do not mean bold here; they have a special meaning in YAML",
      help: "write `\(context.string(word..<end)):` without stars",
      stars.map { Edit(SourceRange($0..<$0 + 1), with: []) }
    )
  }

  /// An asterisk as a bullet.
  static let starBullet = Mistake("star-bullet") { failure, context in
    let line = context.lines.line(at: failure.origin)
    let shape = context.shape(of: line)
    guard isStarBullet(shape, context) else { return nil }
    if let repair = SilentSlip.bulletBeforeKey(shape, end: shape.start + 2, name: "*", context) { return repair }
    var edits: [Edit] = []
    var index = line
    while index < context.lines.starts.count {
      let next = context.shape(of: index)
      guard isStarBullet(next, context), next.indent == shape.indent else { break }
      edits.append(Edit(SourceRange(next.start..<next.start + 1), with: [0x2D]))
      index += 1
    }
    return Repair(
      at: shape.start..<shape.start + 1,
      "a list item begins with a dash, not with a star\(edits.count > 1 ? " (here and on the lines below)" : "")",
      help: "write `- \(context.excerpt(shape.start + 2..<max(shape.start + 2, shape.content.upperBound), limit: 40))`",
      edits)
  }

  private static func isStarBullet(_ shape: SlipContext.Shape, _ context: SlipContext) -> Bool {
    shape.content.upperBound - shape.start > 2 && context.bytes[shape.start] == 0x2A
      && context.bytes[shape.start + 1] == 0x20
  }

  /// A list that begins on the line of its key: `agreed: - Start on time`.
  static let dashInline = Mistake("dash-inline") { failure, context in
    guard failure.says("block sequence entries are not allowed") else { return nil }
    let shape = context.shape(at: failure.problemOffset)
    guard let key = shape.key, let first = shape.value.first, context.bytes[first] == 0x2D else { return nil }
    var column = shape.bodyColumn + 2
    if let next = context.nextContentLine(after: shape.line).map({ context.shape(of: $0) }), !next.dashes.isEmpty,
      next.indent >= shape.bodyColumn
    {
      column = next.indent
    }
    return Repair(
      at: first..<shape.value.upperBound, "a list begins on the line after its key",
      help:
        "leave `\(context.excerpt(key)):` alone on its line, and write the list below it, each line with \(column) spaces, a dash and a space before it",
      dashes(in: first..<shape.value.upperBound, context).map { dash in
        let start = dash == first ? dash : dash - 1
        return Edit(SourceRange(start..<dash), with: Array(("\n" + String(repeating: " ", count: column)).utf8))
      })
  }

  /// The dashes of a list on one line: `- Two buses - Late lunches`. A dash before a small letter, or in a text with
  /// quotation marks, may be one of the text.
  private static func dashes(in value: Range<Int>, _ context: SlipContext) -> [Int] {
    if context.bytes[value].contains(where: { $0 == 0x22 || $0 == 0x27 }) { return [value.lowerBound] }
    return value.filter { place in
      place == value.lowerBound
        || place + 2 < value.upperBound && context.bytes[place - 1] == 0x20 && context.bytes[place] == 0x2D
          && context.bytes[place + 1] == 0x20 && (0x41...0x5A).contains(context.bytes[place + 2])
    }
  }

  /// Text on the line of `>` or `|`.
  static let blockTextOnHeader = Mistake("block-text-on-header") { failure, context in
    guard failure.context?.contains("block scalar") == true else { return nil }
    let shape = context.shape(at: failure.origin)
    guard let first = shape.value.first, context.bytes[first] == 0x3E || context.bytes[first] == 0x7C else {
      return nil
    }
    var text = first + 1
    while text < shape.value.upperBound, [0x2D, 0x2B].contains(context.bytes[text]) { text += 1 }
    let isHeader = text > first + 1 && text < shape.value.upperBound && context.bytes[text] == 0x20
    let next = context.nextContentLine(after: shape.line).map { context.shape(of: $0) }
    let goesOn = next.map { context.continuesText($0) && $0.key == nil && $0.indent > shape.bodyColumn } ?? false
    if isHeader || goesOn {
      while text < shape.value.upperBound, context.bytes[text] == 0x20 { text += 1 }
      let column = goesOn ? next?.indent ?? 0 : shape.bodyColumn + 2
      return Repair(
        at: text..<shape.value.upperBound,
        "the text after `\(context.excerpt(first..<first + (isHeader ? 2 : 1)))` begins on the next line",
        help: "press Enter before this text, and put \(column) spaces before it on its new line",
        [Edit(insert: "\n" + String(repeating: " ", count: column), at: text)])
    }
    let sign = context.excerpt(first..<first + 1)
    return Repair(
      at: shape.value, "this answer begins with `\(sign)`, which means that the text is on the next lines",
      help: "put the answer in quotes: \(context.quoted(shape.value))", context.quote(shape.value))
  }
}
