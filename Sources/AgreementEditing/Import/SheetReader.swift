/// A sheet as a spreadsheet or a form saves it: values between commas, semicolons or tabs.
package struct Sheet: Sendable, Equatable {
  /// A row: the line of the file on which it begins, counted from 1, and its cells without white space around them.
  package struct Row: Sendable, Equatable {
    package let line: Int
    package let cells: [String]

    package init(line: Int, cells: [String]) { (self.line, self.cells) = (line, cells) }
  }

  /// Why a file is no sheet, in plain words.
  package struct Unreadable: Error, Sendable, Equatable {
    package let reason: String

    package init(reason: String) { self.reason = reason }
  }

  /// The rows that have anything in them.
  package let rows: [Row]

  /// The most rows; a talk has some forty answers.
  static let mostRows = 10_000

  /// Reads a file: UTF-8, UTF-16 with a byte order mark, or else Windows-1252, as spreadsheets save it. Values may be quoted as in RFC 4180,
  /// and then have line breaks in them. What divides them is what divides the first row.
  package init(_ bytes: [UInt8]) throws(Unreadable) {
    let text = SheetText.decode(bytes)
    guard !text.contains(where: { $0 == 0 }) else {
      throw Unreadable(reason: "it is no text; save the sheet as CSV or TSV")
    }
    var reader = SheetReader(text)
    rows = try reader.rows()
  }
}

/// Takes a sheet apart.
private struct SheetReader {
  private let text: [UInt8]
  private let separator: UInt8
  private var place = 0
  private var line = 1

  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")

  init(_ text: [UInt8]) {
    self.text = text
    separator = Self.separator(of: text)
  }

  /// The sign that stands most often in the first row, outside of quotes; a comma if there is none.
  private static func separator(of text: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in text {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == newline, !counts.isEmpty { break }
      if [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ",")].contains(byte) { counts[byte, default: 0] += 1 }
    }
    // Equal counts are decided by which sign is rarer in texts.
    return [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ",")].max {
      counts[$0, default: 0] < counts[$1, default: 0]
    }
    .flatMap { counts[$0] == nil ? nil : $0 } ?? UInt8(ascii: ",")
  }

  mutating func rows() throws(Sheet.Unreadable) -> [Sheet.Row] {
    var rows: [Sheet.Row] = []
    while place < text.count {
      let first = line
      var cells = [try cell()]
      while place < text.count, text[place] == separator {
        place += 1
        cells.append(try cell())
      }
      if place < text.count { place += 1 }
      line += 1
      guard cells.contains(where: { !$0.isEmpty }) else { continue }
      guard rows.count < Sheet.mostRows else {
        throw Sheet.Unreadable(reason: "it has more than \(Sheet.mostRows) rows")
      }
      rows.append(Sheet.Row(line: first, cells: cells))
    }
    return rows
  }

  /// The cell that begins here, up to the separator or the end of the row.
  private mutating func cell() throws(Sheet.Unreadable) -> String {
    var start = place
    while start < text.count, text[start] == UInt8(ascii: " ") { start += 1 }
    guard start < text.count, text[start] == Self.quote else {
      let end = text[place...].firstIndex { $0 == separator || $0 == Self.newline } ?? text.count
      defer { place = end }
      return Self.trimmed(text[place..<end])
    }
    let first = line
    var value: [UInt8] = []
    place = start + 1
    while place < text.count {
      let byte = text[place]
      if byte == Self.quote {
        guard place + 1 < text.count, text[place + 1] == Self.quote else { break }
        place += 1
      }
      if byte == Self.newline { line += 1 }
      value.append(byte)
      place += 1
    }
    guard place < text.count else {
      throw Sheet.Unreadable(reason: "line \(first): a quotation mark opens a cell, and none closes it")
    }
    place += 1
    // What follows the closing mark up to the separator is kept, too.
    let end = text[place...].firstIndex { $0 == separator || $0 == Self.newline } ?? text.count
    value += text[place..<end]
    place = end
    return Self.trimmed(value[...])
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }
    var bytes = bytes.drop(while: isSpace)
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
