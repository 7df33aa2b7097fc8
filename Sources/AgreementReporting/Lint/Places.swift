internal import Diagnostics
internal import TextSupport

/// The lines of a file, to show places in it.
final class Places {
  private let bytes: [UInt8]
  private let lines: LineIndex
  private var starts = Cursor()
  private var ends = Cursor()
  private var others = Cursor()

  /// The last place counted: findings come in order, so the next one on the same line continues from it.
  private struct Cursor {
    var offset = 0
    var line = -1
    var column = 1
  }

  init(_ source: SourceFile) {
    bytes = source.bytes
    lines = LineIndex(source.bytes, from: source.byteOrderMarkCount)
  }

  /// A place of a note or of an edit; a fix may have thousands of edits on one line.
  func place(_ offset: UInt32) -> LineColumn { count(Int(offset), &others) }

  func start(_ offset: UInt32) -> LineColumn { count(Int(offset), &starts) }

  func end(_ offset: UInt32) -> LineColumn { count(Int(offset), &ends) }

  private func count(_ offset: Int, _ cursor: inout Cursor) -> LineColumn {
    let line = lines.line(at: offset)
    if line != cursor.line || offset < cursor.offset {
      cursor = Cursor(offset: lines.starts[line], line: line, column: 1)
    }
    for index in cursor.offset..<max(cursor.offset, min(offset, bytes.count)) where bytes[index] & 0xC0 != 0x80 {
      cursor.column += 1
    }
    cursor.offset = max(cursor.offset, offset)
    return LineColumn(line: line + 1, column: cursor.column, offset: offset)
  }

  /// The most bytes of a line shown before and after a place.
  private static let margin = 160

  func excerpt(_ range: SourceRange) -> ReportedFinding.Excerpt {
    let content = lines.content(of: lines.line(at: Int(range.start)), in: bytes)
    let start = min(max(Int(range.start), content.lowerBound), content.upperBound)
    let end = min(max(Int(range.end), start), content.upperBound)
    let first =
      start - content.lowerBound > Self.margin ? min(start, boundary(start - Self.margin)) : content.lowerBound
    let last = content.upperBound - end > Self.margin ? max(end, boundary(end + Self.margin)) : content.upperBound
    let cut = max(start, min(end, boundary(min(end, start + 4 * Self.margin))))
    func text(_ range: Range<Int>) -> String { TerminalText.escape(String(decoding: bytes[range], as: UTF8.self)) }
    let before = (first > content.lowerBound ? "…" : "") + text(first..<start)
    let meant = text(start..<cut)
    let after = end > cut ? "…" : text(end..<last) + (last < content.upperBound ? "…" : "")
    return ReportedFinding.Excerpt(
      line: before + meant + after, indent: TerminalText.width(of: before), width: max(1, TerminalText.width(of: meant))
    )
  }

  /// The offset, moved back to the start of a character.
  private func boundary(_ offset: Int) -> Int {
    var offset = min(offset, bytes.count)
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}
