/// The places where the lines of a text begin.
///
/// LF, CR LF and a lone CR end a line, as they do for YAML.
package struct LineIndex: Sendable {
  /// The UTF-8 byte offset of the first byte of each line; there is always one line.
  package let starts: [Int]
  private let byteCount: Int

  /// Finds the lines of a text; a byte order mark does not belong to any line.
  package init(_ bytes: [UInt8], from contentStart: Int = 0) {
    var starts = [contentStart]
    var index = contentStart
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
      starts.append(index)
    }
    self.starts = starts
    self.byteCount = bytes.count
  }

  /// The index, 0-based, of the line that contains a byte offset.
  package func line(at offset: Int) -> Int {
    max(0, starts.sortedIndex { $0 > offset } - 1)
  }

  /// The indices, 0-based, of the lines that a range touches.
  package func lines(of range: SourceRange) -> ClosedRange<Int> {
    let first = line(at: Int(range.start))
    return first...max(first, line(at: max(Int(range.start), Int(range.end) - 1)))
  }

  /// The bytes of a line, including its line ending.
  package func range(of line: Int) -> Range<Int> {
    starts[line]..<(line + 1 < starts.count ? starts[line + 1] : byteCount)
  }

  /// The bytes of a line without its line ending.
  package func content(of line: Int, in bytes: [UInt8]) -> Range<Int> {
    let whole = range(of: line)
    var end = whole.upperBound
    while end > whole.lowerBound, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return whole.lowerBound..<end
  }
}

/// A place as people count it.
package struct LineColumn: Sendable, Hashable {
  /// The line, 1-based.
  package let line: Int
  /// The column, 1-based, in Unicode scalar values.
  package let column: Int
  /// The offset in UTF-8 bytes, zero-based.
  package let offset: Int

  package init(line: Int, column: Int, offset: Int) {
    self.line = line
    self.column = column
    self.offset = offset
  }

  /// Counts the line and the column of a byte offset.
  package init(_ offset: Int, in bytes: [UInt8], lines: LineIndex) {
    let line = lines.line(at: offset)
    var column = 1
    for index in lines.starts[line]..<max(lines.starts[line], min(offset, bytes.count))
    where bytes[index] & 0xC0 != 0x80 {
      column += 1
    }
    self.line = line + 1
    self.column = column
    self.offset = offset
  }
}
