internal import Diagnostics
internal import YAMLSyntax

/// How the entries of a file are laid out on its lines, for edits that leave everything around them as it is.
struct EntryLayout {
  let document: Document
  let lines: LineIndex
  /// The line ending of the file.
  let newline: String
  private let braces: [Range<Int>]

  /// An entry of a mapping: a key with its value.
  struct Entry: Sendable {
    let mapping: NodeID
    let key: NodeID
    let value: NodeID
  }

  init(_ document: Document) {
    self.document = document
    lines = LineIndex(document.source.bytes, from: document.source.byteOrderMarkCount)
    newline = document.source.bytes.contains(0x0D) ? "\r\n" : "\n"
    braces = Self.outermostBraces(in: document)
  }

  var bytes: [UInt8] { document.source.bytes }

  // MARK: - Entries

  /// The entries of a mapping.
  func entries(of mapping: NodeID) -> [Entry] {
    guard document.kind(of: mapping) == .mapping else { return [] }
    return document.entries(of: mapping).map { Entry(mapping: mapping, key: $0.key, value: $0.value) }
  }

  /// The entry of a key, if it is written.
  func entry(_ key: String, of mapping: NodeID) -> Entry? {
    entries(of: mapping).first { document.bytes(of: $0.key).equals(key) }
  }

  /// The value that a row of keys leads to from the outermost mapping.
  func value(_ keys: String...) -> NodeID? {
    var node = document.root
    for key in keys { node = node.flatMap { entry(key, of: $0)?.value } }
    return node
  }

  /// The items of a list, or the scalar that stands for a list of one.
  func items(of node: NodeID) -> [NodeID] {
    switch document.kind(of: node) {
    case .scalar: document.isAbsent(node) ? [] : [node]
    case .sequence: document.items(of: node).filter { !document.isAbsent($0) }
    case .mapping: []
    }
  }

  /// The colon after a key, which may be on a later line after a key that begins with `?`; nil if a key in braces has none.
  func colon(after key: NodeID) -> Int? {
    let place = skippingSpace(from: Int(document.range(of: key).end))
    return place < bytes.count && bytes[place] == 0x3A ? place : nil
  }

  /// The end of an entry: of its value, or of its colon if it has no value.
  func end(of entry: Entry) -> Int {
    let range = document.range(of: entry.value)
    if document.isAbsent(entry.value) {
      return colon(after: entry.key).map { $0 + 1 } ?? Int(document.range(of: entry.key).end)
    }
    return Int(range.end)
  }

  /// The first place at or after another one that is neither white space nor in a comment.
  func skippingSpace(from start: Int) -> Int {
    var place = start
    while place < bytes.count {
      switch bytes[place] {
      case 0x09, 0x0A, 0x0D, 0x20: place += 1
      case 0x23:
        guard let comment = document.comment(at: place), Int(comment.start) == place else { return place }
        place = Int(comment.end)
      default: return place
      }
    }
    return place
  }

  // MARK: - Lines

  /// The number of bytes before a place on its line.
  func column(of place: Int) -> Int { place - lines.starts[lines.line(at: place)] }

  /// The number of spaces at the start of a line.
  func indent(of line: Int) -> Int { bytes[lines.content(of: line, in: bytes)].prefix { $0 == 0x20 }.count }

  /// Whether a line has nothing but white space.
  func isBlank(_ line: Int) -> Bool {
    bytes[lines.content(of: line, in: bytes)].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// Whether a line has nothing but a comment.
  func isComment(_ line: Int) -> Bool {
    let content = lines.content(of: line, in: bytes)
    guard let first = bytes[content].firstIndex(where: { $0 != 0x20 && $0 != 0x09 }) else { return false }
    return document.comment(at: first).map { Int($0.start) == first } ?? false
  }

  /// The lines of an entry; nil if it shares one of them with something else.
  func ownLines(of entry: Entry) -> ClosedRange<Int>? {
    guard !document.isFlow(entry.mapping) else { return nil }
    let start = Int(document.range(of: entry.key).start)
    let first = lines.line(at: start)
    // A key may have a `?` before it, which is part of the entry.
    let before = bytes[lines.starts[first]..<start].drop { $0 == 0x20 }
    guard before.isEmpty || before.first == 0x3F && before.dropFirst().allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else {
      return nil
    }
    let end = end(of: entry)
    let last = lines.line(at: max(start, end - 1))
    let rest = skippingBlanks(from: end, on: last)
    let isAlone = rest == lines.content(of: last, in: bytes).upperBound || document.comment(at: rest) != nil
    return isAlone ? first...max(first, last) : nil
  }

  /// The first place on a line, at or after another one, that is neither a space nor a tab.
  func skippingBlanks(from start: Int, on line: Int) -> Int {
    let end = lines.content(of: line, in: bytes).upperBound
    var place = start
    while place < end, bytes[place] == 0x20 || bytes[place] == 0x09 { place += 1 }
    return place
  }

  /// The bytes of some lines with their line endings.
  func range(of span: ClosedRange<Int>) -> Range<Int> {
    lines.starts[span.lowerBound]..<lines.range(of: span.upperBound).upperBound
  }

  /// The first line of the outermost list or mapping in brackets or braces around a place. A comment before that line is in nothing.
  func lineOfOutermostBraces(around place: Int) -> Int {
    let next = braces.sortedIndex { $0.upperBound > place }
    return lines.line(at: next < braces.count ? min(place, braces[next].lowerBound) : place)
  }

  /// The lists and mappings in brackets or braces that are in no other, in file order.
  private static func outermostBraces(in document: Document) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var waiting = document.root.map { [$0] } ?? []
    while let node = waiting.popLast() {
      if document.kind(of: node) == .scalar { continue }
      if document.isFlow(node) {
        result.append(document.range(of: node).indices)
      } else if document.kind(of: node) == .sequence {
        waiting += document.items(of: node)
      } else {
        waiting += document.entries(of: node).map(\.value)
      }
    }
    return result.sorted { $0.lowerBound < $1.lowerBound }
  }
}
