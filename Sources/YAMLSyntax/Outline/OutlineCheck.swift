internal import Diagnostics

/// Reads some lines the way the format would, without libyaml, and notes each line for which the format has no place.
///
/// It takes one pass. Two versions of the same lines can be compared by the number of their faults.
struct OutlineCheck {
  /// A misplaced line.
  struct Fault {
    let line: Int
    /// The first line of the surrounding block, or of the block that ends here.
    let block: Int
  }

  /// Lines that begin in one column and belong together. A block without a place can have anything in it.
  struct Block {
    let column: Int
    let place: Int?
    let isList: Bool
    let first: Int
    var seen: Set<String> = []
  }

  private let context: SlipContext
  private let outline: Outline
  private(set) var faults: [Fault] = []
  /// The blocks that are open, outermost first.
  private(set) var blocks: [Block] = [Block(column: 0, place: 0, isList: false, first: 0)]
  /// A key without an answer; the block below it may be its value.
  private(set) var opened: (column: Int, place: Int?)?
  /// The first line of the outermost block that ends at the line being read.
  private var ended: Int?
  /// The column that a line has to pass to continue the text above it.
  private var text: Int?

  private init(_ context: SlipContext, _ seen: Set<String>) {
    self.context = context
    outline = context.vocabulary.outline
    blocks[0].seen = seen
  }

  /// The misplaced lines of a context; some keys at the left edge may be elsewhere in the file.
  static func faults(of context: SlipContext, seen: Set<String> = []) -> [Fault] {
    read(context, to: .max, seen: seen).faults
  }

  /// The state before a line.
  static func read(_ context: SlipContext, to end: Int, seen: Set<String> = []) -> OutlineCheck {
    var check = OutlineCheck(context, seen)
    var line = 0
    while line < min(end, context.lines.starts.count) { line = check.read(line) }
    return check
  }

  private mutating func fault(_ line: Int) {
    guard faults.last?.line != line else { return }
    faults.append(Fault(line: line, block: ended ?? blocks.last?.first ?? 0))
  }

  /// Reads one line, or more if its answer continues; returns the next line to read.
  private mutating func read(_ line: Int) -> Int {
    let shape = context.shape(of: line)
    guard !shape.isBlank else { return line + 1 }
    if context.bytes[shape.start] == 0x23
      || shape.indent == 0 && context.bytes[shape.content].starts(with: [0x2D, 0x2D, 0x2D])
    {
      text = nil
      return line + 1
    }
    if let limit = text, shape.indent > limit {
      if shape.key != nil || !shape.dashes.isEmpty { fault(line) }
      return line + 1
    }
    text = nil
    ended = nil
    let waiting = opened
    opened = nil
    var isNew = false
    if let waiting, shape.indent > waiting.column || shape.indent == waiting.column && !shape.dashes.isEmpty {
      isNew = true
      if shape.key == nil, shape.dashes.isEmpty {
        if let place = waiting.place, !outline.places[place].takesText { fault(line) }
        return value(shape, column: waiting.column, place: nil)
      }
      blocks.append(Block(column: shape.indent, place: waiting.place, isList: !shape.dashes.isEmpty, first: line))
    }
    while !isNew, blocks.count > 1, let top = blocks.last,
      top.column > shape.indent || top.column == shape.indent && top.isList && shape.dashes.isEmpty
    {
      ended = top.first
      blocks.removeLast()
    }
    guard let top = blocks.last, top.column == shape.indent, top.isList == !shape.dashes.isEmpty,
      shape.key != nil || top.isList
    else {
      fault(line)
      return value(shape, column: shape.bodyColumn, place: nil)
    }
    return top.isList ? item(shape, of: top) : key(shape)
  }

  private mutating func item(_ shape: SlipContext.Shape, of list: Block) -> Int {
    let place = list.place.flatMap { outline.places[$0].item }
    if list.place != nil && place == nil || shape.dashes.count > 1 { fault(shape.line) }
    let isText = place.map { outline.places[$0].keys.isEmpty && outline.places[$0].takesText } ?? false
    if shape.key != nil, !isText {
      blocks.append(Block(column: shape.bodyColumn, place: place, isList: false, first: shape.line))
      return key(shape)
    }
    // An item such as `- Harmon: strong` is one text.
    if shape.key != nil {
      if endsWithKey(shape) { fault(shape.line) }
      text = shape.indent
      return shape.line + 1
    }
    return value(shape, column: shape.indent, place: place)
  }

  /// Whether the last word of an item is a key allowed around its list: `- New teachers stay confidentiality:`.
  private func endsWithKey(_ shape: SlipContext.Shape) -> Bool {
    guard let key = shape.key, shape.value.isEmpty, let word = context.string(key).split(separator: " ").last,
      word.utf8.count < key.count
    else { return false }
    return blocks.contains { block in
      block.place.map { outline.places[$0].keys[String(word)] != nil } == true && !block.seen.contains(String(word))
    }
  }

  private mutating func key(_ shape: SlipContext.Shape) -> Int {
    guard let key = shape.key, let block = blocks.last else { return shape.line + 1 }
    var name = context.string(key)
    if let mark = name.first, mark == "\"" || mark == "'", name.count > 1 { name = String(name.dropFirst().dropLast()) }
    var child: Int?
    if let place = block.place {
      if let known = outline.places[place].keys[name] {
        child = known
      } else if let free = outline.places[place].anyKey, Self.isID(name),
        !context.vocabulary.topLevelKeys.contains(name) || place == 0
      {
        child = free
      } else if !name.hasPrefix("x-") {
        fault(shape.line)
      }
    }
    if !blocks[blocks.count - 1].seen.insert(name).inserted { fault(shape.line) }
    return value(shape, column: shape.bodyColumn, place: child)
  }

  /// Whether a word may be an id.
  static func isID(_ word: String) -> Bool {
    word.utf8.first.map { $0 >= 0x61 && $0 <= 0x7A } == true
      && word.utf8.allSatisfy { $0 == 0x2D || $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 }
  }

  /// Reads what comes after a key or a dash; returns the next line to read.
  private mutating func value(_ shape: SlipContext.Shape, column: Int, place: Int?) -> Int {
    guard let first = shape.value.first else {
      opened = (column, place)
      return shape.line + 1
    }
    let takesText = place.map { outline.places[$0].takesText } ?? true
    switch context.bytes[first] {
    case 0x7C, 0x3E:
      if !takesText { fault(shape.line) }
      var line = shape.line + 1
      while line < context.lines.starts.count {
        let next = context.shape(of: line)
        guard next.isBlank || next.indent > column else { break }
        line += 1
      }
      return line
    case 0x22, 0x27:
      if !takesText { fault(shape.line) }
      return after(quoteEnd(first), shape)
    case 0x5B, 0x7B: return after(bracketEnd(first), shape)
    case 0x21, 0x25, 0x26, 0x2A, 0x40, 0x60: fault(shape.line)
    default:
      let bytes = context.bytes[shape.value]
      let hasColon = bytes.indices.contains { bytes[$0] == 0x3A && ($0 + 1 == bytes.endIndex || bytes[$0 + 1] == 0x20) }
      if !takesText || hasColon || bytes.starts(with: [0x2D, 0x20]) { fault(shape.line) }
      text = column
    }
    return shape.line + 1
  }

  private mutating func after(_ end: Int?, _ shape: SlipContext.Shape) -> Int {
    guard let end else {
      fault(shape.line)
      return shape.line + 1
    }
    let line = context.lines.line(at: end)
    let rest = context.bytes[end + 1..<context.shape(of: line).content.upperBound].drop { $0 == 0x20 }
    if let sign = rest.first, sign != 0x23 { fault(line) }
    return line + 1
  }

  /// The offset of the mark that closes a text in quotes.
  private func quoteEnd(_ start: Int) -> Int? {
    let mark = context.bytes[start]
    var index = start + 1
    while index < context.bytes.count {
      if context.bytes[index] == 0x5C, mark == 0x22 {
        index += 2
        continue
      }
      if context.bytes[index] == mark {
        guard mark == 0x27, context.bytes[index + 1] == mark else { return index }
        index += 1
      }
      index += 1
    }
    return nil
  }

  /// The bracket that closes the one at a place, at most some 4,000 characters further on.
  private func bracketEnd(_ start: Int) -> Int? {
    var depth = 0
    for index in start..<min(start + 4000, context.bytes.count) {
      switch context.bytes[index] {
      case 0x5B, 0x7B: depth += 1
      case 0x5D, 0x7D:
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
    }
    return nil
  }
}
