internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// Writes canonical form 1: JSON by RFC 8785 without empty members.
///
/// `schema/README.md` specifies it step by step.
struct CanonicalWriter {
  private(set) var bytes: [UInt8] = []
  let document: Document
  /// Whether the parts that nobody signs are written, too; then it is not the canonical form.
  let isFull: Bool

  init(_ document: Document, full: Bool = false) {
    self.document = document
    isFull = full
    bytes.reserveCapacity(document.source.bytes.count)
  }

  /// Writes an object unless nothing is written inside it.
  mutating func object(_ body: (inout CanonicalWriter) -> Void) -> Bool { container(0x7B, 0x7D, body) }

  /// Writes an array unless nothing is written inside it.
  mutating func array(_ body: (inout CanonicalWriter) -> Void) -> Bool { container(0x5B, 0x5D, body) }

  private mutating func container(_ open: UInt8, _ close: UInt8, _ body: (inout CanonicalWriter) -> Void) -> Bool {
    let start = bytes.count
    bytes.append(open)
    body(&self)
    guard bytes.count > start + 1 else {
      bytes.removeLast()
      return false
    }
    bytes.append(close)
    return true
  }

  /// Writes a member of an object unless its value is empty.
  mutating func member(_ key: String, _ value: (inout CanonicalWriter) -> Bool) {
    var label: [UInt8] = []
    JSONWriter.append(key, to: &label)
    label.append(0x3A)
    member(label: label, value)
  }

  /// Writes a member of an object, with its key in quotes and a colon, unless its value is empty.
  mutating func member(label: [UInt8], _ value: (inout CanonicalWriter) -> Bool) {
    let start = bytes.count
    separate()
    append(label.span)
    if !value(&self) { bytes.removeLast(bytes.count - start) }
  }

  /// Writes an item of an array unless it is empty.
  mutating func item(_ value: (inout CanonicalWriter) -> Bool) {
    let start = bytes.count
    separate()
    if !value(&self) { bytes.removeLast(bytes.count - start) }
  }

  private mutating func separate() {
    if let last = bytes.last, last != 0x7B, last != 0x5B { bytes.append(0x2C) }
  }

  /// Writes a text in NFC, folded; an empty one is not written.
  mutating func text(_ text: Text) -> Bool {
    let document = document
    let span = document.bytes(of: text.node)
    if Self.isPlain(span) {
      bytes.append(0x22)
      append(span)
      bytes.append(0x22)
      return true
    }
    var folded: [UInt8] = []
    guard Folding.append(span, to: &folded) else { return false }
    JSONWriter.append(folded, to: &bytes)
    return true
  }

  private mutating func append(_ span: Span<UInt8>) {
    span.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  /// Whether a text is its own canonical form: printable ASCII without quotes, backslashes or spaces to fold.
  ///
  /// Eight bytes at a time: byte by byte this was a twentieth of a lint.
  private static func isPlain(_ text: Span<UInt8>) -> Bool {
    let count = text.count
    guard count > 0, text[0] != 0x20, text[count - 1] != 0x20 else { return false }
    var index = 0
    var endsWithSpace = false
    while index + 8 <= count {
      let word = text.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      let spaces = zeros(word ^ 0x2020_2020_2020_2020)
      let others =
        (word | (word &- 0x2020_2020_2020_2020 & ~word) | (word &+ 0x0101_0101_0101_0101)) & high
        | zeros(word ^ 0x2222_2222_2222_2222) | zeros(word ^ 0x5C5C_5C5C_5C5C_5C5C)
      // A space that follows a space lies one byte higher, for the first byte is the lowest.
      if others != 0 || spaces & (spaces << 8 | (endsWithSpace ? 0x80 : 0)) != 0 {
        return isPlainBytewise(text, from: index, after: endsWithSpace)
      }
      endsWithSpace = spaces >> 63 != 0
      index += 8
    }
    return isPlainBytewise(text, from: index, after: endsWithSpace)
  }

  private static let high: UInt64 = 0x8080_8080_8080_8080

  /// The high bit of each byte that is zero; exact, unlike the shorter form that borrows from byte to byte.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~(((word & low) &+ low) | word | low)
  }

  private static func isPlainBytewise(_ text: Span<UInt8>, from start: Int, after isSpace: Bool) -> Bool {
    var wasSpace = isSpace
    for index in start..<text.count {
      let byte = text[index]
      if byte < 0x20 || byte >= 0x7F || byte == 0x22 || byte == 0x5C || byte == 0x20 && wasSpace { return false }
      wasSpace = byte == 0x20
    }
    return true
  }

  /// Writes a day as `"YYYY-MM-DD"`.
  mutating func date(_ date: CalendarDate) -> Bool {
    func digit(_ number: Int) -> UInt8 { 0x30 + UInt8(truncatingIfNeeded: number % 10) }
    let (year, month, day) = (date.year, date.month, date.day)
    bytes.append(0x22)
    bytes.append(digit(year / 1000))
    bytes.append(digit(year / 100))
    bytes.append(digit(year / 10))
    bytes.append(digit(year))
    bytes.append(0x2D)
    bytes.append(digit(month / 10))
    bytes.append(digit(month))
    bytes.append(0x2D)
    bytes.append(digit(day / 10))
    bytes.append(digit(day))
    bytes.append(0x22)
    return true
  }

  /// Writes a string that is in its canonical spelling already.
  mutating func string(_ text: String) -> Bool {
    JSONWriter.append(text, to: &bytes)
    return true
  }
}
