internal import Diagnostics

/// What people type before list items in place of a dash and a space: `•`, `+`, `✓`, `1.`, `a)`.
struct ListMark {
  /// The marks of one list have the same style.
  enum Style: Equatable {
    /// A dash without its space.
    case dash
    /// A bullet or another sign.
    case sign
    /// A sign that may also begin a sentence, so two of them are needed to make a list.
    case weakSign
    /// Digits, lowercase or capital letters, or Roman numerals.
    case ordinal
  }

  let style: Style
  /// The offset of the text after it.
  let end: Int
  /// The mark as shown.
  let name: String
  /// Its possible positions in the list; a letter may also be a Roman numeral.
  var numbers: Set<Int> = []

  /// Signs that begin an item and never a sentence, with or without a space after them.
  private static let signs =
    [
      "–", "—", "•", "·", "»", "①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "▪", "▫", "◦", "●", "○", "◯", "‣", "⁃", "∙",
      "■", "□", "▢", "◆", "◇", "♦", "★", "☆", "➢", "➤",
      "►", "▶",
      "→", "⇒", "➔", "✓", "✔", "☑", "☐", "✅", "✗", "✘", "❌", "❏", "❑", "❒", "❖", "🔹", "🔸", "👉", "\u{F0B7}", "\u{F0A7}",
      "\u{F0D8}",
      "\u{F0FC}", "\u{F0A8}",
    ]
    .map { Array($0.utf8) }

  /// A symbol font character, which only that font shows as a bullet.
  private static func privateSign(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard let first = String(decoding: text.prefix(3), as: UTF8.self).unicodeScalars.first,
      first.properties.generalCategory == .privateUse
    else { return nil }
    return Array(text.prefix(UTF8.encode(first).map(\.count) ?? 0))
  }

  /// The mark at a place, if text follows it on the line.
  init?(at start: Int, upTo end: Int, _ context: SlipContext) {
    let text = context.bytes[start..<end]
    guard let first = text.first else { return nil }
    if first == 0x2D {
      guard let second = text.dropFirst().first, second != 0x2D, second != 0x20, second != 0x09 else { return nil }
      if second == 0x3E {
        self.init(sign: "->", at: start, upTo: end, .sign, context)
        return
      }
      self.init(style: .dash, end: start + 1, name: "-")
      return
    }
    if first >= 0x80 {
      // Each of these may also begin a sentence.
      if let sign = ["§", "№"].first(where: { text.starts(with: $0.utf8) }) {
        self.init(sign: sign, at: start, upTo: end, .weakSign, context)
        return
      }
      guard let sign = Self.signs.first(where: { text.starts(with: $0) }) ?? Self.privateSign(text) else { return nil }
      var place = start + sign.count
      // An emoji may have a second part that only selects its color.
      if context.bytes[place..<end].starts(with: [0xEF, 0xB8, 0x8F]) { place += 3 }
      while place < end {
        if context.bytes[place] == 0x20 || context.bytes[place] == 0x09 {
          place += 1
        } else if context.bytes[place..<end].starts(with: [0xC2, 0xA0]) {
          place += 2
        } else {
          break
        }
      }
      guard place < end else { return nil }
      let name = String(decoding: sign, as: UTF8.self)
      // Word's symbol fonts have their bullets in the private use area, where nobody else sees them.
      self.init(
        style: .sign, end: place,
        name: name.unicodeScalars.contains { $0.properties.generalCategory == .privateUse } ? "•" : name)
      return
    }
    if text.starts(with: "=>".utf8) {
      self.init(sign: "=>", at: start, upTo: end, .sign, context)
      return
    }
    // Each of these may also begin a sentence.
    if [0x2B, 0x3D, 0x5F, 0x6F, 0x78, 0x7E].contains(first),
      text.dropFirst().first == 0x20 || text.dropFirst().first == 0x09
    {
      self.init(sign: String(UnicodeScalar(first)), at: start, upTo: end, .weakSign, context)
      return
    }
    self.init(ordinalAt: start, upTo: end, context)
  }

  private init?(sign: String, at start: Int, upTo end: Int, _ style: Style, _ context: SlipContext) {
    let rest = context.bytes[start + sign.utf8.count..<end].drop { $0 == 0x20 || $0 == 0x09 }
    guard !rest.isEmpty else { return nil }
    self.init(style: style, end: rest.startIndex, name: sign)
  }

  private init(style: Style, end: Int, name: String) {
    (self.style, self.end, self.name) = (style, end, name)
  }

  /// `1.`, `12)`, `(3)`, `a.`, `B)`, `iv.`
  private init?(ordinalAt start: Int, upTo end: Int, _ context: SlipContext) {
    let isOpen = context.bytes[start] == 0x28
    let word = isOpen ? start + 1 : start
    var close = word
    while close < end, close - word < 5, context.bytes[close].isWordByte { close += 1 }
    guard close > word, close + 1 < end, context.bytes[close] == 0x29 || context.bytes[close] == 0x2E && !isOpen else {
      return nil
    }
    let rest = context.bytes[close + 1..<end].drop { $0 == 0x20 || $0 == 0x09 }
    let text = context.string(word..<close)
    // `1.Start` has no space; `3.5 hours` and `a.m.` are not marks.
    let isTight = rest.startIndex == close + 1
    guard let next = rest.first, !isTight || next >= 0x41 && !(0x5B...0x60).contains(next),
      !isTight || text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) || context.bytes[close] == 0x29
    else { return nil }
    if let number = Int(text), number < 100 {
      numbers = [number]
    } else {
      let letters = text.lowercased()
      guard text == letters || text == text.uppercased() else { return nil }
      if letters.utf8.count == 1, let letter = letters.utf8.first, (0x61...0x7A).contains(letter) {
        numbers.insert(Int(letter) - 0x60)
      }
      let romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
      if let place = romans.firstIndex(of: letters) { numbers.insert(place + 1) }
      guard !numbers.isEmpty else { return nil }
    }
    style = .ordinal
    self.end = rest.startIndex
    name = context.string(start..<close + 1)
  }

  /// Whether a mark may come right after another in a list.
  func follows(_ other: ListMark) -> Bool {
    guard style == other.style else { return false }
    return style == .ordinal
      ? other.numbers.contains { numbers.contains($0 + 1) } : style != .weakSign || name == other.name
  }
}

/// Lines with marks other than YAML's, which YAML joins into one text.
enum MarkedList {
  private struct Item {
    let shape: SlipContext.Shape
    let start: Int
    let mark: ListMark
  }

  /// The list inside a plain text that begins at a place.
  static func find(_ lines: ClosedRange<Int>, from start: Int, _ context: SlipContext) -> Repair? {
    let first = context.shape(of: lines.lowerBound)
    let beginsLine = first.body == start && first.dashes.isEmpty
    var items: [Item] = []
    for line in lines {
      let shape = context.shape(of: line)
      let place = line == lines.lowerBound ? start : shape.start
      // A dash on a later line is another slip.
      if line > lines.lowerBound, !shape.dashes.isEmpty { break }
      guard let mark = ListMark(at: place, upTo: shape.content.upperBound, context) else { continue }
      if let last = items.last, !mark.follows(last.mark) {
        guard items.count < 2 else { break }
        items = []
      }
      // A dash or a bullet after a key and its colon is another slip, or part of the answer.
      if line == lines.lowerBound, !beginsLine, mark.style == .dash || mark.style == .sign && lines.count == 1 {
        continue
      }
      items.append(Item(shape: shape, start: place, mark: mark))
    }
    guard let item = items.first else { return nil }
    let isAlone = items.count == 1
    if isAlone {
      guard item.mark.style == .dash || item.mark.style == .sign, item.shape.dashes.isEmpty,
        item.start == item.shape.start
      else { return nil }
    }
    if item.shape.start == item.start,
      let repair = SilentSlip.bulletBeforeKey(item.shape, end: item.mark.end, name: item.mark.name, context)
    {
      return repair
    }
    return repair(items, lines, from: start, context)
  }

  private static func repair(_ items: [Item], _ lines: ClosedRange<Int>, from start: Int, _ context: SlipContext)
    -> Repair?
  {
    guard let item = items.first else { return nil }
    let first = context.shape(of: lines.lowerBound)
    let lead = first.key != nil && first.value.lowerBound == start
    // In a list item, the others go under its dash.
    let dash = first.dashes.first.map { $0 - first.content.lowerBound }
    let column = lead ? first.bodyColumn + 2 : dash ?? items.last?.shape.indent ?? 0
    let margin = String(repeating: " ", count: column)
    var edits: [Edit] = []
    var next = 0
    for line in lines {
      let shape = context.shape(of: line)
      // An item with a dash is correct.
      guard shape.dashes.isEmpty || line == lines.lowerBound else { break }
      if next < items.count, items[next].shape.line == line {
        let item = items[next]
        let isFirst = line == lines.lowerBound
        let range = (isFirst && (lead || dash != nil) ? item.start : shape.content.lowerBound)..<item.mark.end
        let start = isFirst && lead ? "\n\(margin)- " : isFirst && dash != nil ? "" : "\(margin)- "
        edits.append(Edit(SourceRange(range), with: start.utf8))
        next += 1
      } else if line == lines.lowerBound {
        // A text above the list becomes an item like the others.
        if dash == nil { edits.append(Edit(insert: lead ? "\n\(margin)- " : "- ", at: start)) }
      } else if next > 0, !shape.isBlank, shape.indent < column + 2 {
        edits.append(
          Edit(insert: String(repeating: " ", count: column + 2 - shape.indent), at: shape.content.lowerBound))
      }
    }
    let rest = context.excerpt(item.mark.end..<item.shape.content.upperBound, limit: 40)
    let hasFolds = edits.contains { $0.range.isEmpty && $0.range.start > item.start }
    let folds = hasFolds ? ", and put two more spaces before each line that goes on with an item" : ""
    let isIntro = item.shape.line > lines.lowerBound || item.start != start
    let help: String
    if lead, let key = first.key {
      help =
        "leave `\(context.excerpt(key)):` alone on its line, and write each item on a line of its own, with \(column) spaces, a dash and a space before it: `- \(isIntro ? context.excerpt(first.value, limit: 40) : rest)`"
    } else {
      help =
        isIntro
        ? "write `- \(rest)`, and put a dash and a space before the text above, too" : "write `- \(rest)`\(folds)"
    }
    let result = repair(of: items.map(\.mark), at: item.start..<item.mark.end, help: help, edits)
    return items.count > 1 || item.mark.style == .sign ? result.asFix : result
  }

  private static func repair(of marks: [ListMark], at range: Range<Int>, help: String, _ edits: [Edit]) -> Repair {
    let more =
      marks.count == 1 ? "" : ", here and on the \(marks.count == 2 ? "next line" : "next \(marks.count - 1) lines")"
    guard let mark = marks.first, mark.style != .dash else {
      return Repair(at: range, "a space is missing after the dash\(more)", help: help, edits)
    }
    var result = Repair(
      at: range, "a list item begins with a plain dash and a space, not with \"\(mark.name)\"\(more)", help: help, edits
    )
    result.isAboutBullets = true
    return result
  }

  /// Consecutive lines with such marks where a key is required.
  static func bullets(_ shape: SlipContext.Shape, _ context: SlipContext) -> Repair? {
    guard shape.dashes.isEmpty, let mark = ListMark(at: shape.start, upTo: shape.content.upperBound, context),
      mark.style != .weakSign
    else { return nil }
    if mark.style != .dash,
      let repair = SilentSlip.bulletBeforeKey(shape, end: mark.end, name: mark.name, context)
    {
      return repair
    }
    // A list below a key starts at least as far right as the key.
    var indent = ""
    if let above = context.previousContentLine(before: shape.line).map({ context.shape(of: $0) }), above.key != nil,
      above.value.isEmpty, shape.indent < above.bodyColumn
    {
      indent = String(repeating: " ", count: above.bodyColumn + 2 - shape.indent)
    }
    var marks: [ListMark] = []
    var edits: [Edit] = []
    for line in shape.line..<context.lines.starts.count {
      let next = context.shape(of: line)
      guard next.indent == shape.indent, next.dashes.isEmpty,
        let other = ListMark(at: next.start, upTo: next.content.upperBound, context),
        marks.last.map({ other.follows($0) }) ?? true
      else { break }
      marks.append(other)
      edits.append(Edit(SourceRange(next.start..<other.end), with: (indent + "- ").utf8))
    }
    // A single letter or number may begin a name or a sentence.
    guard
      marks.count > 1 || mark.style != .ordinal || context.string(shape.start..<mark.end).contains(where: \.isNumber)
    else {
      return nil
    }
    let rest = context.excerpt(mark.end..<shape.content.upperBound, limit: 40)
    let spaces = indent.isEmpty ? "" : ", with \(shape.indent + indent.utf8.count) spaces before it"
    let repair = repair(of: marks, at: shape.start..<mark.end, help: "write `- \(rest)`\(spaces)", edits)
    return marks.count > 1 || mark.style == .sign ? repair.asFix : repair
  }
}

extension Mistake {
  /// A box before an item, as in a checklist: `- [x] Start on time`.
  static let checkbox = Mistake("checkbox") { failure, context in
    for offset in [failure.problemOffset, failure.origin] {
      let shape = context.shape(at: offset)
      guard box(shape, context) != nil else { continue }
      var boxes: [(SlipContext.Shape, Range<Int>)] = []
      // The parser may have stopped at a later box.
      var line = shape.line
      while line > 0, context.shape(of: line - 1).indent == shape.indent,
        box(context.shape(of: line - 1), context) != nil
      {
        line -= 1
      }
      while line < context.lines.starts.count {
        let next = context.shape(of: line)
        guard next.indent == shape.indent, let box = box(next, context) else { break }
        boxes.append((next, box))
        line += 1
      }
      guard let (first, box) = boxes.first else { continue }
      let sign = context.string(box).split(separator: "]").first.map { "\($0)]" } ?? "[ ]"
      let more =
        boxes.count == 1 ? "" : ", here and on the \(boxes.count == 2 ? "next line" : "next \(boxes.count - 1) lines")"
      let rest = context.excerpt(box.upperBound..<first.content.upperBound, limit: 40)
      return Repair(
        at: box.lowerBound..<box.lowerBound + sign.utf8.count,
        "a list item cannot start with a box such as `\(sign)`\(more)",
        help: "write `- \(rest)`",
        boxes.map { shape, box in Edit(SourceRange(box), with: shape.dashes.isEmpty ? Array("- ".utf8) : []) }
      ).asGuess
    }
    return nil
  }

  /// The box that begins a line's text, with the spaces after it.
  private static func box(_ shape: SlipContext.Shape, _ context: SlipContext) -> Range<Int>? {
    guard shape.key == nil, context.bytes[shape.body] == 0x5B else { return nil }
    guard let close = context.bytes[shape.body..<shape.content.upperBound].firstIndex(of: 0x5D) else { return nil }
    let inside = context.string(shape.body + 1..<close)
    guard ["", " ", "  ", "x", "X", "✓", "✔", " x ", "_"].contains(inside) else { return nil }
    let rest = context.bytes[close + 1..<shape.content.upperBound].drop { $0 == 0x20 }
    return rest.isEmpty ? nil : shape.body..<rest.startIndex
  }
}
