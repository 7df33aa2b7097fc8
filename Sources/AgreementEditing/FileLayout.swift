internal import Diagnostics
internal import YAMLSyntax

/// How a file is laid out around a place, so that what is inserted there looks as if its authors had written it.
struct FileLayout {
  private let document: Document
  private var bytes: [UInt8] { document.source.bytes }
  private let contentStart: Int

  init(_ document: Document) {
    self.document = document
    contentStart = document.source.byteOrderMarkCount
  }

  /// The line end that is used at a place: that of the line before it, or else of the line itself.
  func lineEnd(at offset: Int) -> String {
    var index = min(offset, bytes.count)
    while index > contentStart, !isBreak(index - 1) { index -= 1 }
    if index == contentStart {
      index = min(offset, bytes.count)
      while index < bytes.count, !isBreak(index) { index += 1 }
      guard index < bytes.count else { return "\n" }
      if bytes[index] == 0x0A { return "\n" }
      return index + 1 < bytes.count && bytes[index + 1] == 0x0A ? "\r\n" : "\r"
    }
    if bytes[index - 1] == 0x0D { return "\r" }
    return index > contentStart + 1 && bytes[index - 2] == 0x0D ? "\r\n" : "\n"
  }

  /// The first byte of the line of a place.
  func lineStart(of offset: Int) -> Int {
    var index = min(offset, bytes.count)
    while index > contentStart, !isBreak(index - 1) { index -= 1 }
    return index
  }

  /// The end of the line of a place, before its line end.
  func contentEnd(of offset: Int) -> Int {
    var index = offset
    while index < bytes.count, !isBreak(index) { index += 1 }
    return index
  }

  /// The first byte of the next line, or the end of the file.
  func nextLine(after offset: Int) -> Int {
    let end = contentEnd(of: offset)
    guard end < bytes.count else { return end }
    return bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? end + 2 : end + 1
  }

  /// Whether the last line has a line end.
  var endsWithLineEnd: Bool { bytes.count > contentStart && isBreak(bytes.count - 1) }

  /// The number of spaces before a key; nil if something else comes before it on its line.
  func column(of key: NodeID) -> Int? {
    let start = Int(document.range(of: key).start)
    let line = lineStart(of: start)
    return bytes[line..<start].allSatisfy { $0 == 0x20 } ? start - line : nil
  }

  /// The number of spaces before the first character of a line that has one; nil for a blank line.
  func indent(ofLineAt line: Int) -> Int? {
    var index = line
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return index < bytes.count && !isBreak(index) ? index - line : nil
  }

  /// Whether a line is only a comment.
  func isComment(_ line: Int) -> Bool {
    guard let indent = indent(ofLineAt: line) else { return false }
    return bytes[line + indent] == 0x23
  }

  /// The number of spaces by which entries are further right than their key: as below a given mapping, or else as in the file.
  func step(in mapping: NodeID?, column: Int) -> Int {
    if let mapping {
      for (_, value) in document.entries(of: mapping) {
        if let inner = firstColumn(in: value), inner > column { return inner - column }
      }
    }
    guard let root = document.root, document.kind(of: root) == .mapping else { return Self.usual }
    for (key, value) in document.entries(of: root) {
      if let outer = self.column(of: key), let inner = firstColumn(in: value), inner > outer { return inner - outer }
    }
    return Self.usual
  }

  private static let usual = 2

  /// The column of the first key in a mapping that is written in lines.
  private func firstColumn(in node: NodeID) -> Int? {
    guard document.kind(of: node) == .mapping, !document.isFlow(node) else { return nil }
    return document.entries(of: node).first { _ in true }.flatMap { column(of: $0.key) }
  }

  /// The end of the comment lines from a place on that are further right than a column, with blank lines between them: they belong to
  /// what is above.
  func endOfInnerComments(from line: Int, deeperThan column: Int) -> Int {
    var end = line
    var next = line
    while next < bytes.count {
      guard let indent = indent(ofLineAt: next) else {
        next = nextLine(after: next)
        continue
      }
      guard isComment(next), indent > column else { break }
      next = nextLine(after: next)
      end = next
    }
    return end
  }

  /// Whether there is a blank line above a key and its comments.
  func hasBlankLine(above key: NodeID) -> Bool {
    var line = lineStart(of: Int(document.range(of: key).start))
    while line > contentStart {
      line = lineStart(
        of: line - (line > contentStart + 1 && bytes[line - 1] == 0x0A && bytes[line - 2] == 0x0D ? 2 : 1))
      if indent(ofLineAt: line) == nil { return true }
      if !isComment(line) { return false }
    }
    return false
  }

  /// The end of a file that has nothing but one blank line from a place on; nil if it has anything else there.
  func onlyBlankLine(from line: Int) -> Int? {
    guard line < bytes.count, indent(ofLineAt: line) == nil else { return nil }
    let next = nextLine(after: line)
    return next == bytes.count && isBreak(next - 1) ? next : nil
  }

  private func isBreak(_ index: Int) -> Bool { bytes[index] == 0x0A || bytes[index] == 0x0D }
}
