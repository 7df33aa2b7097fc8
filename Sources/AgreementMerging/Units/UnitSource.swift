internal import Diagnostics
internal import YAMLSyntax

/// A text that is cut into units: its tree and its lines.
final class UnitSource {
  let document: Document
  private let lines: LineIndex

  init(_ document: Document) {
    self.document = document
    lines = LineIndex(document.source.bytes)
  }

  var bytes: [UInt8] { document.source.bytes }

  /// The number of lines, with the empty one after the last line feed.
  var lineCount: Int { lines.starts.count }

  /// The first byte of a line; the end of the text for the line after the last one.
  func start(of line: Int) -> Int { line < lines.starts.count ? lines.starts[line] : bytes.count }

  /// The line of a place.
  func line(at place: Int) -> Int { lines.line(at: place) }

  /// The end of a line, before its line feed.
  func contentEnd(of line: Int) -> Int { lines.content(of: line, in: bytes).upperBound }

  /// The number of spaces at the start of a line.
  func indent(of line: Int) -> Int { LineText.indent(bytes[start(of: line)..<start(of: line + 1)]) }

  /// Whether a line outside of any value has nothing, or only a comment; nil if it has something else.
  func comment(at line: Int) -> Bool? {
    let text = bytes[start(of: line)..<start(of: line + 1)]
    if LineText.isBlank(text) { return false }
    return LineText.isComment(text) ? true : nil
  }

  /// The comments in a range, each from its `#` on.
  func comments(in range: Range<Int>) -> [ArraySlice<UInt8>] {
    let comments = document.comments
    let first = comments.sortedIndex { Int($0.start) >= range.lowerBound }
    return comments[first...].prefix { Int($0.start) < range.upperBound }.map { LineText.trimmed(bytes[$0.indices]) }
  }
}
