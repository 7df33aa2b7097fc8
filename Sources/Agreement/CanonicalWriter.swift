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
    bytes += label
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
    let slice = document.textSlice(of: text.node)
    if Self.isPlain(slice) {
      bytes.append(0x22)
      bytes += slice
      bytes.append(0x22)
      return true
    }
    var folded: [UInt8] = []
    guard Folding.append(slice, to: &folded) else { return false }
    JSONWriter.append(folded, to: &bytes)
    return true
  }

  /// Whether a text is its own canonical form: printable ASCII without quotes, backslashes or spaces to fold.
  private static func isPlain(_ slice: ArraySlice<UInt8>) -> Bool {
    var previous: UInt8 = 0x20
    for byte in slice {
      if byte < 0x20 || byte >= 0x7F || byte == 0x22 || byte == 0x5C || byte == 0x20 && previous == 0x20 {
        return false
      }
      previous = byte
    }
    return previous != 0x20
  }

  /// Writes a string that is in its canonical spelling already.
  mutating func string(_ text: String) -> Bool {
    JSONWriter.append(text, to: &bytes)
    return true
  }
}
