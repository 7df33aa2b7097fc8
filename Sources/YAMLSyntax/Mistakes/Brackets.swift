internal import Diagnostics

extension Mistake {
  /// Entries in brackets or braces that are not separated by single commas, or an extra closing bracket.
  static let flowSeparator = Mistake("flow-separator") { failure, context in
    let place = min(failure.problemOffset, max(0, context.bytes.count - 1))
    let character = context.bytes[place]
    if failure.says("',' or '}'") || failure.says("',' or ']'"), let open = failure.contextOffset, open < place,
      let repair = missingComma(before: place, open: open, context)
    {
      return repair
    }
    let shape = context.shape(at: place)
    guard let first = shape.value.first, [0x5B, 0x7B].contains(context.bytes[first]), shape.value.contains(place) else {
      return nil
    }
    let inside = context.bytes[shape.value]
    guard
      inside.allSatisfy({ $0.isWordByte || [0x5B, 0x5D, 0x7B, 0x7D, 0x2C, 0x3B, 0x3A, 0x20, 0x25, 0x2D].contains($0) })
    else { return nil }
    if character == 0x5D || character == 0x7D, context.bytes[place - 1] == character {
      return Repair(
        at: place..<place + 1, "there is one `\(context.excerpt(place..<place + 1))` too many", help: "delete it",
        [Edit(SourceRange(place..<place + 1), with: [])])
    }
    if character == 0x2C, failure.says("node content") {
      return Repair(
        at: place..<place + 1, "there is one comma too many", help: "delete it",
        [Edit(SourceRange(place..<place + 1), with: [])])
    }
    return nil
  }

  /// The entry of a list in brackets or braces that is missing a comma before it, perhaps on the line above.
  private static func missingComma(before place: Int, open: Int, _ context: SlipContext) -> Repair? {
    var word = place
    // YAML notices at the colon after the key, or at the key if the entry before is in quotes.
    if context.bytes[place] == 0x3A {
      if context.bytes[word - 1] == 0x22 || context.bytes[word - 1] == 0x27 { return nil }
      while word > open, context.bytes[word - 1].isWordByte || context.bytes[word - 1] == 0x2D { word -= 1 }
    }
    var entryEnd = word
    while context.bytes[entryEnd].isWordByte || context.bytes[entryEnd] == 0x2D { entryEnd += 1 }
    guard entryEnd > word || context.bytes[word] == 0x22 || context.bytes[word] == 0x27 else { return nil }
    var end = word
    while end > open, [0x09, 0x0A, 0x0D, 0x20, 0x3B].contains(context.bytes[end - 1]) { end -= 1 }
    guard end > open + 1, end < word, ![0x2C, 0x5B, 0x7B, 0x3A].contains(context.bytes[end - 1]),
      !context.bytes[open..<word].contains(0x23)
    else { return nil }
    // In words after a key, the entry may be part of the text; only a list of short entries is certain.
    let isKey = context.bytes[entryEnd] == 0x3A && context.bytes[open] == 0x7B
    guard
      isKey || context.bytes[end - 1] == 0x22 || context.bytes[end - 1] == 0x27 || context.bytes[end - 1] == 0x5D
        || context.bytes[end - 1] == 0x7D
    else { return nil }
    // What starts no further right than the opening line is no longer inside.
    let opening = context.shape(at: open)
    let entry = context.shape(at: word)
    guard entry.line == opening.line || entry.indent > opening.bodyColumn else { return nil }
    // The entry before, for the message.
    var start = end
    if context.bytes[end - 1] == 0x22 || context.bytes[end - 1] == 0x27 {
      start -= 1
      while start > open + 1, context.bytes[start - 1] != context.bytes[end - 1] { start -= 1 }
      start -= 1
    }
    while start > open + 1, ![0x2C, 0x0A, 0x20, 0x7B, 0x5B].contains(context.bytes[start - 1]) { start -= 1 }
    let before = context.excerpt(start..<end, limit: 40)
    let gap = context.bytes[end..<word]
    let keepsLine = gap.contains(0x0A) || gap.contains(0x0D)
    var commas = [end]
    if keepsLine { commas = missingCommas(from: end, in: open, context) }
    let more =
      commas.count == 1
      ? "" : commas.count == 2 ? ", and after one more line" : ", and after \(commas.count - 1) more lines"
    return Repair(
      at: start..<end, "there is no comma after `\(before)`\(more)", help: "type a comma: `\(before),`",
      keepsLine
        ? commas.map { Edit(insert: ",", at: $0) } : [Edit(SourceRange(end..<word), with: ", ".utf8)]
    )
  }

  /// The ends of the lines that are missing their comma in a list over several lines, from one line on.
  private static func missingCommas(from end: Int, in open: Int, _ context: SlipContext) -> [Int] {
    var result = [end]
    var line = context.lines.line(at: end) + 1
    while line < context.lines.starts.count, result.count < 500 {
      let shape = context.shape(of: line)
      let next = context.shape(of: line + 1)
      guard shape.key != nil, !shape.value.isEmpty, shape.dashes.isEmpty, next.key != nil,
        ![0x2C, 0x5B, 0x7B, 0x5D, 0x7D].contains(context.bytes[shape.value.upperBound - 1]),
        next.indent == shape.indent,
        shape.indent > 0
      else { break }
      result.append(shape.value.upperBound)
      line += 1
    }
    return result
  }

  /// `{open: {until: 2026-10-01}`, where the inner brace is closed and the outer one is not.
  private static func missingOuter(_ open: Int, _ shape: SlipContext.Shape, _ closing: UInt8, _ context: SlipContext)
    -> Repair?
  {
    guard shape.value.first == open, shape.value.upperBound > open else { return nil }
    let text = context.bytes[shape.value]
    let opening = context.bytes[open]
    let missing = text.count { $0 == opening } - text.count { $0 == closing }
    guard missing == 1, text.contains(closing), text.last == closing, !text.contains(0x22), !text.contains(0x27) else {
      return nil
    }
    let sign = String(UnicodeScalar(closing))
    return Repair(
      at: shape.value, "this opens with `\(String(UnicodeScalar(opening)))`, and nothing closes it",
      help: "type one more `\(sign)` at the end", [Edit(insert: sign, at: shape.value.upperBound)])
  }

  /// `[` or `{` that nothing closes.
  static let unclosedBracket = Mistake("unclosed-bracket") { failure, context in
    guard let reading = failure.context, reading.contains("flow sequence") || reading.contains("flow mapping"),
      let open = failure.contextOffset, open < context.bytes.count
    else { return nil }
    let shape = context.shape(at: open)
    let isList = context.bytes[open] == 0x5B
    let closing: UInt8 = isList ? 0x5D : 0x7D
    let rest = context.bytes[open..<shape.value.upperBound.clamped(from: open)]
    if let repair = missingOuter(open, shape, closing, context) { return repair }
    guard !rest.contains(closing), shape.value.first == open else { return nil }
    if let last = rest.last, [0x29, 0x5D, 0x7D].contains(last), rest.count > 2 {
      let place = rest.endIndex - 1
      return Repair(
        at: place..<place + 1,
        "this was opened with `\(isList ? "[" : "{")` and is closed with `\(context.excerpt(place..<place + 1))`",
        help: "type `\(isList ? "]" : "}")` in its place", [Edit(SourceRange(place..<place + 1), with: [closing])])
    }
    let inside = rest.dropFirst()
    let holdsIDs = inside.allSatisfy {
      $0.isWordByte || [0x2C, 0x20, 0x2D, 0x3A, 0x25, 0x2E, 0x27].contains($0) || $0 >= 0x80
    }
    let end = shape.value.upperBound
    let sign = isList ? "[" : "{"
    let close = isList ? "]" : "}"
    let parts = context.string(open + 1..<end).split { ",;".contains($0) }
    if isList, !holdsIDs, parts.count > 1, let first = parts.first?.drop(while: { $0 == " " }), first.utf8.count <= 70 {
      return Repair(
        at: open..<end, "this opens with `[`, and nothing closes it",
        help:
          "for several texts, write each on its own line below, after a dash: `- \(first)`; for one text, delete the `[` and put quotes around it",
        context.quote(open..<end)
      ).asGuess
    }
    return Repair(
      at: open..<end, "this opens with `\(sign)`, and nothing closes it",
      help: holdsIDs
        ? "type `\(close)` at the end of the list; an answer in words goes in quotes instead"
        : "put the answer in quotes: \(context.quoted(open..<end))",
      holdsIDs && !context.bytes[open..<end].contains(where: { $0 == 0x20 })
        || holdsIDs && context.bytes[open..<end].contains(where: { $0 == 0x2C || $0 == 0x3A })
        ? [Edit(insert: close, at: end)] : context.quote(open..<end))
  }
}

extension Int {
  /// The number, raised to a minimum.
  func clamped(from least: Int) -> Int { Swift.max(self, least) }
}
