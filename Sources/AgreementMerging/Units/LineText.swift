/// Lines of a text as bytes: where they begin, and how they move to another column.
enum LineText {
  /// The lines of a text, each with its line feed.
  static func split(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = []
    var start = text.startIndex
    while let end = text[start...].firstIndex(of: 0x0A) {
      result.append(text[start...end])
      start = end + 1
    }
    if start < text.endIndex { result.append(text[start...]) }
    return result
  }

  /// The number of spaces that a line begins with.
  static func indent(_ line: ArraySlice<UInt8>) -> Int { line.prefix { $0 == 0x20 }.count }

  /// Whether a line has nothing but white space.
  static func isBlank(_ line: ArraySlice<UInt8>) -> Bool { line.allSatisfy(isSpace) }

  /// Whether a line has nothing but a comment.
  static func isComment(_ line: ArraySlice<UInt8>) -> Bool { line.first { !isSpace($0) } == 0x23 }

  /// A line without the white space at its ends.
  static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let first = line.firstIndex(where: { !isSpace($0) }), let last = line.lastIndex(where: { !isSpace($0) })
    else { return line.prefix(0) }
    return line[first...last]
  }

  /// A text with every line further left by some columns, as far as it begins with spaces.
  static func outdented(_ text: ArraySlice<UInt8>, by columns: Int) -> [UInt8] {
    guard columns > 0 else { return Array(text) }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for line in split(text) { result += line.dropFirst(min(columns, indent(line))) }
    return result
  }

  /// A text with every line further right by some columns; empty lines stay empty.
  static func indented(_ text: some Sequence<UInt8>, by columns: Int) -> [UInt8] {
    let text = Array(text)
    guard columns > 0 else { return text }
    let spaces = [UInt8](repeating: 0x20, count: columns)
    var result: [UInt8] = []
    result.reserveCapacity(text.count + text.count / 4)
    for line in split(text[...]) {
      if !isBlank(line) { result += spaces }
      result += line
    }
    return result
  }

  /// A comment on a line of its own.
  static func comment(_ text: ArraySlice<UInt8>, at column: Int) -> [UInt8] {
    [UInt8](repeating: 0x20, count: column) + text + [0x0A]
  }

  /// A text with a dash at a column of its first line that has more than a comment; nil if there is none, or no room.
  static func dashed(_ text: [UInt8], at column: Int) -> [UInt8]? {
    var text = text
    for line in split(text[...]) where !isBlank(line) && !isComment(line) {
      guard indent(line) > column else { return nil }
      text[line.startIndex + column] = 0x2D
      return text
    }
    return nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }
}
