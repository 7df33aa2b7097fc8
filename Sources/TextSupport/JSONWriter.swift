/// Writes JSON in the order of the calls, compact or indented, with the string escapes of RFC 8785.
///
/// Foundation's encoder sorts by other rules or not at all; the canonical form needs exact bytes.
package struct JSONWriter: Sendable {
  /// The output so far, as UTF-8.
  package private(set) var bytes: [UInt8] = []
  private let isIndented: Bool
  private var depth = 0
  private var needsComma = false
  private var isAfterKey = false

  /// Makes a writer; indented output has two spaces per level.
  package init(indented: Bool = false) { isIndented = indented }

  /// The output so far.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Writes an object; `body` writes its keys and values.
  package mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
    try container(0x7B, 0x7D, body)
  }

  /// Writes an array; `body` writes its values.
  package mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows {
    try container(0x5B, 0x5D, body)
  }

  /// Writes a key, to be followed by its value.
  package mutating func key(_ name: String) {
    separate()
    Self.append(name, to: &bytes)
    bytes.append(0x3A)
    if isIndented { bytes.append(0x20) }
    isAfterKey = true
  }

  /// Writes a string.
  package mutating func string(_ text: String) {
    separate()
    Self.append(text, to: &bytes)
  }

  /// Writes an integer.
  package mutating func number(_ value: Int) {
    separate()
    bytes += String(value).utf8
  }

  /// Writes true or false.
  package mutating func bool(_ value: Bool) {
    separate()
    bytes += (value ? "true" : "false").utf8
  }

  /// Writes null.
  package mutating func null() {
    separate()
    bytes += "null".utf8
  }

  private mutating func container(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) throws -> Void) rethrows {
    separate()
    bytes.append(open)
    needsComma = false
    depth += 1
    try body(&self)
    depth -= 1
    if isIndented, needsComma { newLine() }
    bytes.append(close)
    needsComma = true
  }

  private mutating func separate() {
    if isAfterKey {
      isAfterKey = false
    } else {
      if needsComma { bytes.append(0x2C) }
      if isIndented, depth > 0 { newLine() }
    }
    needsComma = true
  }

  private mutating func newLine() {
    bytes.append(0x0A)
    for _ in 0..<depth { bytes += [0x20, 0x20] }
  }

  /// Appends a string with its quotes, escaped according to RFC 8785, section 3.2.2.2.
  package static func append(_ text: String, to bytes: inout [UInt8]) { append(Array(text.utf8), to: &bytes) }

  /// Appends a string with its quotes, escaped according to RFC 8785, section 3.2.2.2.
  ///
  /// It takes an array and is not generic, because across modules a generic one costs a call for each byte (5 % of a
  /// lint).
  package static func append(_ text: [UInt8], to bytes: inout [UInt8]) {
    bytes.append(0x22)
    for byte in text {
      switch byte {
      case 0x22: bytes += [0x5C, 0x22]
      case 0x5C: bytes += [0x5C, 0x5C]
      case 0x08: bytes += [0x5C, 0x62]
      case 0x09: bytes += [0x5C, 0x74]
      case 0x0A: bytes += [0x5C, 0x6E]
      case 0x0C: bytes += [0x5C, 0x66]
      case 0x0D: bytes += [0x5C, 0x72]
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        bytes += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }

  /// Compact JSON with one line for each member and item, and two spaces per level.
  package static func indent(_ compact: [UInt8]) -> String {
    var result: [UInt8] = []
    var depth = 0
    var isInString = false
    var isEscaped = false
    func newLine() { result += [0x0A] + [UInt8](repeating: 0x20, count: 2 * depth) }
    for byte in compact {
      if isInString {
        result.append(byte)
        if isEscaped {
          isEscaped = false
        } else if byte == 0x5C {
          isEscaped = true
        } else if byte == 0x22 {
          isInString = false
        }
        continue
      }
      switch byte {
      case 0x7B, 0x5B:
        result.append(byte)
        depth += 1
        newLine()
      case 0x7D, 0x5D:
        depth -= 1
        newLine()
        result.append(byte)
      case 0x2C:
        result.append(byte)
        newLine()
      case 0x3A: result += [byte, 0x20]
      case 0x22:
        isInString = true
        result.append(byte)
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
