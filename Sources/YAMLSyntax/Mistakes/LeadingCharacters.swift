internal import Diagnostics

extension Mistake {
  /// An answer that begins with a character that has a meaning in YAML.
  static let leadingIndicator = Mistake("leading-indicator") { failure, scene in
    let relevant =
      failure.says("cannot start any token") || failure.breaksBlock || failure.says("not allowed in this context")
      || failure.lacksColon
      || ["anchor", "alias", "tag", "node", "flow", "directive"].contains { failure.context?.contains($0) == true }
    guard relevant else { return nil }
    for offset in [failure.problemOffset, failure.origin] {
      let shape = scene.shape(at: min(offset, max(0, scene.bytes.count - 1)))
      guard let first = shape.value.first else { continue }
      let character = scene.bytes[first]
      guard let reason = meaning[character], offset >= first else { continue }
      // Brackets that hold a plain list are another matter: only text after them, or an unreadable inside, is this slip.
      let value = scene.extent(of: shape)
      let sign = String(UnicodeScalar(character))
      return Repair(
        at: value, "this answer begins with `\(sign)`, which \(reason)",
        help: "put the answer in quotes: \(scene.quoted(value))", scene.quote(value))
    }
    return nil
  }

  /// What YAML takes each character for at the start of an answer.
  private static let meaning: [UInt8: String] = [
    0x40: "YAML keeps for itself",  // @
    0x60: "YAML keeps for itself",  // `
    0x25: "YAML keeps for itself",  // %
    0x2A: "YAML takes for a reference to another place",  // *
    0x26: "YAML takes for a name",  // &
    0x21: "YAML takes for the name of a type",  // !
    0x3F: "YAML takes for the start of a key",  // ?
    0x5B: "YAML takes for the start of a list",  // [
    0x7B: "YAML takes for the start of a group of keys",  // {
    0x5D: "YAML takes for the end of a list",  // ]
    0x7D: "YAML takes for the end of a group of keys",  // }
    0x2C: "YAML takes for a separator",  // ,
    0x3A: "YAML takes for the end of a key",  // :
  ]

  /// A key in bold or italic type: `**agreed:** Yes`.
  static let boldKey = Mistake("bold-key") { failure, scene in
    let shape = scene.shape(at: failure.origin)
    let text = scene.bytes[shape.body..<shape.content.upperBound]
    guard text.first == 0x2A, let word = text.firstIndex(where: { $0 != 0x2A }) else { return nil }
    var end = word
    while end < shape.content.upperBound, scene.bytes[end].isWordByte || scene.bytes[end] == 0x2D { end += 1 }
    guard end > word, scene.vocabulary.contains(scene.string(word..<end)), end < shape.content.upperBound else {
      return nil
    }
    let rest = scene.bytes[end..<shape.content.upperBound]
    guard rest.starts(with: [0x3A]) || rest.starts(with: [0x2A]) else { return nil }
    let stars = text.indices.filter { scene.bytes[$0] == 0x2A }
    return Repair(
      at: shape.body..<end, "stars make nothing bold here; YAML takes them for a reference to another place",
      help: "write `\(scene.string(word..<end)):` without stars", stars.map { Edit(SourceRange($0..<$0 + 1), with: []) }
    )
  }

  /// Entries in brackets or braces that are not separated by single commas, or a closing bracket too many.
  static let flowSeparator = Mistake("flow-separator") { failure, scene in
    let place = min(failure.problemOffset, max(0, scene.bytes.count - 1))
    let shape = scene.shape(at: place)
    guard let first = shape.value.first, [0x5B, 0x7B].contains(scene.bytes[first]), shape.value.contains(place) else {
      return nil
    }
    let inside = scene.bytes[shape.value]
    guard
      inside.allSatisfy({ $0.isWordByte || [0x5B, 0x5D, 0x7B, 0x7D, 0x2C, 0x3B, 0x3A, 0x20, 0x25, 0x2D].contains($0) })
    else { return nil }
    let character = scene.bytes[place]
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
    guard failure.says("did not find expected ',' or '}'"), character == 0x3A else { return nil }
    var word = place
    while word > first, scene.bytes[word - 1].isWordByte || scene.bytes[word - 1] == 0x2D { word -= 1 }
    var end = word
    while end > first, scene.bytes[end - 1] == 0x20 || scene.bytes[end - 1] == 0x3B { end -= 1 }
    guard end > first + 1, end < word else { return nil }
    return Repair(
      at: end..<place, "there is no comma before `\(scene.excerpt(word..<place))`",
      help: "separate the entries with commas: {brookside: 60%, harmon: 40%}",
      [Edit(SourceRange(end..<word), with: ", ".utf8)])
  }

  /// A star as a bullet.
  static let starBullet = Mistake("star-bullet") { failure, scene in
    let line = scene.lines.line(at: failure.origin)
    let shape = scene.shape(of: line)
    guard isStarBullet(shape, scene) else { return nil }
    if let repair = SilentSlip.bulletBeforeKey(shape, end: shape.start + 2, name: "*", scene) { return repair }
    var edits: [Edit] = []
    var index = line
    while index < scene.lines.starts.count {
      let next = scene.shape(of: index)
      guard isStarBullet(next, scene), next.indent == shape.indent else { break }
      edits.append(Edit(SourceRange(next.start..<next.start + 1), with: [0x2D]))
      index += 1
    }
    return Repair(
      at: shape.start..<shape.start + 1,
      "a list item begins with a dash, not with a star\(edits.count > 1 ? " (here and on the lines below)" : "")",
      help: "write `- \(scene.excerpt(shape.start + 2..<max(shape.start + 2, shape.content.upperBound), limit: 40))`",
      edits)
  }

  private static func isStarBullet(_ shape: Scene.Shape, _ scene: Scene) -> Bool {
    shape.content.upperBound - shape.start > 2 && scene.bytes[shape.start] == 0x2A
      && scene.bytes[shape.start + 1] == 0x20
  }

  /// A list that begins on the line of its key: `agreed: - Start on time`.
  static let dashInline = Mistake("dash-inline") { failure, scene in
    guard failure.says("block sequence entries are not allowed") else { return nil }
    let shape = scene.shape(at: failure.problemOffset)
    guard let key = shape.key, let first = shape.value.first, scene.bytes[first] == 0x2D else { return nil }
    var column = shape.bodyColumn + 2
    if let next = scene.nextContentLine(after: shape.line).map({ scene.shape(of: $0) }), !next.dashes.isEmpty,
      next.indent >= shape.bodyColumn
    {
      column = next.indent
    }
    return Repair(
      at: first..<shape.value.upperBound, "a list begins on the line after its key",
      help:
        "leave `\(scene.excerpt(key)):` alone on its line, and start the next line with two more spaces, a dash and a space",
      [Edit(insert: "\n" + String(repeating: " ", count: column), at: first)])
  }

  /// Text on the line of `>` or `|`.
  static let blockTextOnHeader = Mistake("block-text-on-header") { failure, scene in
    guard failure.context?.contains("block scalar") == true else { return nil }
    let shape = scene.shape(at: failure.origin)
    guard let first = shape.value.first, scene.bytes[first] == 0x3E || scene.bytes[first] == 0x7C else { return nil }
    var text = first + 1
    while text < shape.value.upperBound, [0x2D, 0x2B].contains(scene.bytes[text]) { text += 1 }
    let isHeader = text > first + 1 && text < shape.value.upperBound && scene.bytes[text] == 0x20
    let next = scene.nextContentLine(after: shape.line).map { scene.shape(of: $0) }
    let goesOn = next.map { scene.continuesText($0) && $0.key == nil && $0.indent > shape.bodyColumn } ?? false
    if isHeader || goesOn {
      while text < shape.value.upperBound, scene.bytes[text] == 0x20 { text += 1 }
      let column = goesOn ? next?.indent ?? 0 : shape.bodyColumn + 2
      return Repair(
        at: text..<shape.value.upperBound,
        "the text after `\(scene.excerpt(first..<first + (isHeader ? 2 : 1)))` begins on the next line",
        help: "press Enter before this text, and indent it by two more spaces than its key",
        [Edit(insert: "\n" + String(repeating: " ", count: column), at: text)])
    }
    let sign = scene.excerpt(first..<first + 1)
    return Repair(
      at: shape.value, "this answer begins with `\(sign)`, which in YAML announces a text on the next lines",
      help: "put the answer in quotes: \(scene.quoted(shape.value))", scene.quote(shape.value))
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
  /// The number, raised to a least one.
  func clamped(from least: Int) -> Int { Swift.max(self, least) }
}
