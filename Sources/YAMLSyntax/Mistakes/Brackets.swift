internal import Diagnostics

extension Mistake {
  /// Entries in brackets or braces that are not separated by single commas, or an extra closing bracket.
  static let flowSeparator = Mistake("flow-separator") { failure, scene in
    let place = min(failure.problemOffset, max(0, scene.bytes.count - 1))
    let character = scene.bytes[place]
    if failure.says("',' or '}'") || failure.says("',' or ']'"), let open = failure.contextOffset, open < place,
      let repair = missingComma(before: place, open: open, scene)
    {
      return repair
    }
    let shape = scene.shape(at: place)
    guard let first = shape.value.first, [0x5B, 0x7B].contains(scene.bytes[first]), shape.value.contains(place) else {
      return nil
    }
    let inside = scene.bytes[shape.value]
    guard
      inside.allSatisfy({ $0.isWordByte || [0x5B, 0x5D, 0x7B, 0x7D, 0x2C, 0x3B, 0x3A, 0x20, 0x25, 0x2D].contains($0) })
    else { return nil }
    if character == 0x5D || character == 0x7D, scene.bytes[place - 1] == character {
      return Repair(
        at: place..<place + 1, "there is one `\(scene.excerpt(place..<place + 1))` too many", help: "delete it",
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
  private static func missingComma(before place: Int, open: Int, _ scene: Scene) -> Repair? {
    var word = place
    // YAML notices at the colon after the key, or at the key if the entry before is in quotes.
    if scene.bytes[place] == 0x3A {
      if scene.bytes[word - 1] == 0x22 || scene.bytes[word - 1] == 0x27 { return nil }
      while word > open, scene.bytes[word - 1].isWordByte || scene.bytes[word - 1] == 0x2D { word -= 1 }
    }
    var entryEnd = word
    while scene.bytes[entryEnd].isWordByte || scene.bytes[entryEnd] == 0x2D { entryEnd += 1 }
    guard entryEnd > word || scene.bytes[word] == 0x22 || scene.bytes[word] == 0x27 else { return nil }
    var end = word
    while end > open, [0x09, 0x0A, 0x0D, 0x20, 0x3B].contains(scene.bytes[end - 1]) { end -= 1 }
    guard end > open + 1, end < word, ![0x2C, 0x5B, 0x7B, 0x3A].contains(scene.bytes[end - 1]),
      !scene.bytes[open..<word].contains(0x23)
    else { return nil }
    // In words after a key, the entry may be part of the text; only a list of short entries is certain.
    let isKey = scene.bytes[entryEnd] == 0x3A && scene.bytes[open] == 0x7B
    guard
      isKey || scene.bytes[end - 1] == 0x22 || scene.bytes[end - 1] == 0x27 || scene.bytes[end - 1] == 0x5D
        || scene.bytes[end - 1] == 0x7D
    else { return nil }
    // What starts no further right than the opening line is no longer inside.
    let opening = scene.shape(at: open)
    let entry = scene.shape(at: word)
    guard entry.line == opening.line || entry.indent > opening.bodyColumn else { return nil }
    // The entry before, for the message.
    var start = end
    if scene.bytes[end - 1] == 0x22 || scene.bytes[end - 1] == 0x27 {
      start -= 1
      while start > open + 1, scene.bytes[start - 1] != scene.bytes[end - 1] { start -= 1 }
      start -= 1
    }
    while start > open + 1, ![0x2C, 0x0A, 0x20, 0x7B, 0x5B].contains(scene.bytes[start - 1]) { start -= 1 }
    let before = scene.excerpt(start..<end, limit: 40)
    let gap = scene.bytes[end..<word]
    let keepsLine = gap.contains(0x0A) || gap.contains(0x0D)
    var commas = [end]
    if keepsLine { commas = missingCommas(from: end, in: open, scene) }
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
  private static func missingCommas(from end: Int, in open: Int, _ scene: Scene) -> [Int] {
    var result = [end]
    var line = scene.lines.line(at: end) + 1
    while line < scene.lines.starts.count, result.count < 500 {
      let shape = scene.shape(of: line)
      let next = scene.shape(of: line + 1)
      guard shape.key != nil, !shape.value.isEmpty, shape.dashes.isEmpty, next.key != nil,
        ![0x2C, 0x5B, 0x7B, 0x5D, 0x7D].contains(scene.bytes[shape.value.upperBound - 1]), next.indent == shape.indent,
        shape.indent > 0
      else { break }
      result.append(shape.value.upperBound)
      line += 1
    }
    return result
  }

  /// `{open: {until: 2026-10-01}`, where the inner brace is closed and the outer one is not.
  private static func missingOuter(_ open: Int, _ shape: Scene.Shape, _ closing: UInt8, _ scene: Scene) -> Repair? {
    guard shape.value.first == open, shape.value.upperBound > open else { return nil }
    let text = scene.bytes[shape.value]
    let opening = scene.bytes[open]
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
  static let unclosedBracket = Mistake("unclosed-bracket") { failure, scene in
    guard let context = failure.context, context.contains("flow sequence") || context.contains("flow mapping"),
      let open = failure.contextOffset, open < scene.bytes.count
    else { return nil }
    let shape = scene.shape(at: open)
    let isList = scene.bytes[open] == 0x5B
    let closing: UInt8 = isList ? 0x5D : 0x7D
    let rest = scene.bytes[open..<shape.value.upperBound.clamped(from: open)]
    if let repair = missingOuter(open, shape, closing, scene) { return repair }
    guard !rest.contains(closing), shape.value.first == open else { return nil }
    if let last = rest.last, [0x29, 0x5D, 0x7D].contains(last), rest.count > 2 {
      let place = rest.endIndex - 1
      return Repair(
        at: place..<place + 1,
        "this was opened with `\(isList ? "[" : "{")` and is closed with `\(scene.excerpt(place..<place + 1))`",
        help: "type `\(isList ? "]" : "}")` in its place", [Edit(SourceRange(place..<place + 1), with: [closing])])
    }
    let inside = rest.dropFirst()
    let holdsIDs = inside.allSatisfy {
      $0.isWordByte || [0x2C, 0x20, 0x2D, 0x3A, 0x25, 0x2E, 0x27].contains($0) || $0 >= 0x80
    }
    let end = shape.value.upperBound
    let sign = isList ? "[" : "{"
    let close = isList ? "]" : "}"
    let parts = scene.string(open + 1..<end).split { ",;".contains($0) }
    if isList, !holdsIDs, parts.count > 1, let first = parts.first?.drop(while: { $0 == " " }), first.utf8.count <= 70 {
      return Repair(
        at: open..<end, "this opens with `[`, and nothing closes it",
        help:
          "for several texts, write each on its own line below, after a dash: `- \(first)`; for one text, delete the `[` and put quotes around it",
        scene.quote(open..<end)
      ).asGuess
    }
    return Repair(
      at: open..<end, "this opens with `\(sign)`, and nothing closes it",
      help: holdsIDs
        ? "type `\(close)` at the end of the list; an answer in words goes in quotes instead"
        : "put the answer in quotes: \(scene.quoted(open..<end))",
      holdsIDs && !scene.bytes[open..<end].contains(where: { $0 == 0x20 })
        || holdsIDs && scene.bytes[open..<end].contains(where: { $0 == 0x2C || $0 == 0x3A })
        ? [Edit(insert: close, at: end)] : scene.quote(open..<end))
  }
}

extension Int {
  /// The number, raised to a minimum.
  func clamped(from least: Int) -> Int { Swift.max(self, least) }
}
