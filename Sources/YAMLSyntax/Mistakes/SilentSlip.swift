internal import Diagnostics

/// A slip that YAML accepts: lines that were meant as a list, or as a key, become one long text.
@safe
enum SilentSlip {
  /// A cheap test, for every plain scalar, whether `find` should look at it.
  static func mayBegin(at start: Int, count: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = unsafe bytes[start]
    // A dash, or the first byte of an en dash, an em dash or a bullet.
    if first == 0x2D || first == 0xE2 || first == 0xC2 || first == 0xEF { return true }
    // A text that begins its line may be `key:value`; one after `key: ` cannot.
    guard start < 2 || (unsafe bytes[start - 1]) != 0x20 || (unsafe bytes[start - 2]) != 0x3A else { return false }
    guard first >= 0x61, first <= 0x7A else { return false }
    var index = start + 1
    let end = min(start + count, start + 32)
    while index < end, unsafe bytes[index].isWordByte || bytes[index] == 0x2D { index += 1 }
    return index + 1 < start + count && (unsafe bytes[index]) == 0x3A
  }

  /// The slip inside a plain scalar, if there is one.
  static func find(_ range: Range<Int>, scene: Scene) -> Repair? {
    let first = scene.lines.line(at: range.lowerBound)
    let last = scene.lines.line(at: max(range.lowerBound, range.upperBound - 1))
    if scene.bytes[range.lowerBound] == 0x3E || scene.bytes[range.lowerBound] == 0x7C {
      return emptyBlock(scene.shape(of: first), scene)
    }
    for line in first...last {
      let shape = scene.shape(of: line)
      let startsHere = line == first
      // On its first line a text counts only where it begins the line.
      if startsHere, shape.body != range.lowerBound { continue }
      if let repair = bullet(shape, scene) ?? missingSpace(shape, scene) { return repair }
      if !startsHere, !shape.dashes.isEmpty { return misplacedDash(shape, first: scene.shape(of: first), scene) }
    }
    return numberedList(first...last, from: range.lowerBound, scene)
  }

  /// `>3` or `|2`, which announce a text that does not come.
  private static func emptyBlock(_ shape: Scene.Shape, _ scene: Scene) -> Repair? {
    guard let first = shape.value.first, shape.value.count > 1, scene.bytes[first + 1].isWordByte else { return nil }
    return Repair(
      at: shape.value,
      "this answer begins with `\(scene.excerpt(first..<first + 1))`, which in YAML announces a text on the next lines",
      help: "put the answer in quotes: \(scene.quoted(shape.value))", scene.quote(shape.value))
  }

  /// A bullet before a key: the lines around it are keys without one.
  static func bulletBeforeKey(_ shape: Scene.Shape, end: Int, name: String, _ scene: Scene) -> Repair? {
    var word = end
    while word < shape.content.upperBound, scene.bytes[word].isWordByte || scene.bytes[word] == 0x2D { word += 1 }
    guard word < shape.content.upperBound, scene.bytes[word] == 0x3A,
      scene.vocabulary.contains(scene.string(end..<word))
    else { return nil }
    let neighbours = [scene.previousContentLine(before: shape.line), scene.nextContentLine(after: shape.line)]
    guard
      neighbours.compactMap({ $0 }).map({ scene.shape(of: $0) }).contains(where: {
        $0.key != nil && $0.dashes.isEmpty && $0.indent == shape.indent
      })
    else { return nil }
    return Repair(
      at: shape.start..<end, "a key has no bullet before it",
      help: "delete \"\(name)\", and start the key in its column",
      [Edit(SourceRange(shape.start..<end), with: [])])
  }

  /// Lines that begin with a bullet, an en dash, or a dash without a space.
  static func bullet(_ shape: Scene.Shape, _ scene: Scene, allowNumbers: Bool = false) -> Repair? {
    guard let sign = bulletSign(shape, scene, allowNumbers) else { return nil }
    if !sign.isDash, let repair = bulletBeforeKey(shape, end: sign.end, name: sign.name, scene) { return repair }
    // A list below a key lies deeper than the key, or at least in its column.
    var indent = ""
    if let above = scene.previousContentLine(before: shape.line).map({ scene.shape(of: $0) }), above.key != nil,
      above.value.isEmpty,
      shape.indent < above.bodyColumn
    {
      indent = String(repeating: " ", count: above.bodyColumn + 2 - shape.indent)
    }
    var edits: [Edit] = []
    var line = shape.line
    while line < scene.lines.starts.count {
      let next = scene.shape(of: line)
      guard next.indent == shape.indent, let other = bulletSign(next, scene, allowNumbers) else { break }
      edits.append(Edit(SourceRange(next.start..<other.end), with: (indent + "- ").utf8))
      line += 1
    }
    let more =
      edits.count > 1 ? ", here and on the \(edits.count == 2 ? "next line" : "next \(edits.count - 1) lines")" : ""
    let rest = scene.excerpt(sign.end..<shape.content.upperBound, limit: 40)
    let message =
      sign.isDash
      ? "a space is missing after the dash\(more)"
      : "a list item begins with a plain dash and a space, not with \"\(sign.name)\"\(more)"
    return Repair(at: shape.start..<sign.end, message, help: "write `- \(rest)`", edits)
  }

  private static func bulletSign(
    _ shape: Scene.Shape, _ scene: Scene, _ allowNumbers: Bool
  ) -> (end: Int, name: String, isDash: Bool)? {
    guard shape.dashes.isEmpty, shape.start < shape.content.upperBound else { return nil }
    let text = scene.bytes[shape.start..<shape.content.upperBound]
    if text.first == 0x2D {
      guard text.count > 1, let second = text.dropFirst().first, second != 0x2D, second != 0x20 else { return nil }
      return (shape.start + 1, "-", true)
    }
    if allowNumbers {
      var end = shape.start
      while end < shape.content.upperBound, (0x30...0x39).contains(scene.bytes[end]) { end += 1 }
      if end > shape.start, end - shape.start < 3, end + 1 < shape.content.upperBound,
        [0x2E, 0x29].contains(scene.bytes[end]),
        scene.bytes[end + 1] == 0x20
      {
        return (end + 2, scene.string(shape.start..<end + 1), false)
      }
    }
    for sign in ["–", "—", "•", "·", "▪", "◦", "●", "‣", "⁃", "\u{F0B7}", "\u{F0A7}", "\u{F0D8}"]
    where text.starts(with: sign.utf8) {
      var end = shape.start + sign.utf8.count
      // A sentence may begin with a dash; a bullet has a space, a tab or a letter after it.
      while end < shape.content.upperBound, scene.bytes[end] == 0x20 || scene.bytes[end] == 0x09 { end += 1 }
      while scene.bytes[end..<shape.content.upperBound].starts(with: [0xC2, 0xA0]) { end += 2 }
      // Word's symbol fonts put their bullet in the private use area, where nobody else sees it.
      let name = sign.unicodeScalars.contains { $0.properties.generalCategory == .privateUse } ? "•" : sign
      return end < shape.content.upperBound ? (end, name, false) : nil
    }
    return nil
  }

  /// `owner:novak`, where a word of the format, a colon and at once a text begin a line.
  static func missingSpace(_ shape: Scene.Shape, _ scene: Scene) -> Repair? {
    scene.colonWithoutSpace(shape).map { missingSpace(shape, colon: $0, scene) }
  }

  /// A space to insert after a colon.
  static func missingSpace(_ shape: Scene.Shape, colon: Int, _ scene: Scene) -> Repair {
    let key = scene.excerpt(shape.body..<colon)
    return Repair(
      at: shape.body..<shape.value.upperBound.clamped(from: colon + 1),
      "a space is missing after the colon of `\(key)`",
      help: "write `\(key): \(scene.excerpt(colon + 1..<shape.value.upperBound.clamped(from: colon + 1), limit: 40))`",
      [Edit(insert: " ", at: colon + 1)])
  }

  /// A dash inside a text: an item that is indented further than the one before, or a list after a text.
  private static func misplacedDash(_ shape: Scene.Shape, first: Scene.Shape, _ scene: Scene) -> Repair? {
    guard let dash = shape.dashes.first else { return nil }
    if !first.dashes.isEmpty {
      return Mistake.indentation(shape, to: first.indent, like: first, scene)
    }
    guard let start = first.value.first else { return nil }
    let lead = first.key == nil ? "- " : "\n" + String(repeating: " ", count: shape.indent) + "- "
    return Repair(
      Diagnostic(
        .yamlSyntax, at: SourceRange(first.value), "a list follows this text, so YAML reads all of it as one text",
        help: "give the text a line and a dash of its own, like the others",
        notes: [Note(at: SourceRange(dash..<dash + 1), "the list begins here")]),
      [Edit(insert: lead, at: start)])
  }

  /// Lines that are numbered by hand: `1. Start on time`.
  private static func numberedList(_ lines: ClosedRange<Int>, from start: Int, _ scene: Scene) -> Repair? {
    guard lines.count > 1 else { return nil }
    var edits: [Edit] = []
    for line in lines {
      let shape = scene.shape(of: line)
      var index = line == lines.lowerBound ? start : shape.start
      let digits = index
      while index < shape.content.upperBound, (0x30...0x39).contains(scene.bytes[index]) { index += 1 }
      guard index > digits, index - digits < 3, index + 1 < shape.content.upperBound,
        scene.bytes[index] == 0x2E || scene.bytes[index] == 0x29, scene.bytes[index + 1] == 0x20
      else { continue }
      edits.append(Edit(SourceRange(digits..<index + 2), with: "- ".utf8))
    }
    guard edits.count > 1, let first = edits.first else { return nil }
    let shape = scene.shape(at: Int(first.range.start))
    if Int(first.range.start) != shape.start { return nil }
    return Repair(
      at: first.range.indices, "these numbered lines are one long text for YAML, not a list",
      help: "begin each line with a dash and a space instead of its number", edits)
  }
}
