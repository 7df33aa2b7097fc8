/// Bytes that may not be UTF-8, such as the name of a file, as text that can be converted back to the same bytes.
///
/// Swift repairs such bytes when it makes a `String` from them, and the result is no longer the name of the file. Here
/// each byte that is not UTF-8 becomes a character of a private-use area, U+10FF00 plus the byte. A real character of
/// that area is split into its bytes as well, so that nothing is ambiguous.
package enum RawText {
  private static let area: UInt32 = 0x10_FF00

  /// The text for some bytes.
  package static func text(_ bytes: some Sequence<UInt8>) -> String {
    let bytes = Array(bytes)
    if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
    var result = String.UnicodeScalarView()
    var start = 0
    while start < bytes.count {
      let length = length(bytes[start...])
      if length > 0 {
        result += String(decoding: bytes[start..<(start + length)], as: UTF8.self).unicodeScalars
        start += length
      } else {
        if let scalar = Unicode.Scalar(area + UInt32(bytes[start])) { result.append(scalar) }
        start += 1
      }
    }
    return String(result)
  }

  /// The bytes for a text.
  package static func bytes(_ text: String) -> [UInt8] {
    guard text.utf8.contains(0xF4) else { return Array(text.utf8) }
    var result: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.value >= area, let byte = UInt8(exactly: scalar.value - area) {
        result.append(byte)
      } else {
        result += String(scalar).utf8
      }
    }
    return result
  }

  /// The text as people see it, with `�` for anything that is not UTF-8.
  package static func shown(_ text: String) -> String { String(decoding: bytes(text), as: UTF8.self) }

  /// Whether a character stands for a byte that is not UTF-8.
  static func stands(forByte scalar: Unicode.Scalar) -> Bool { scalar.value >= area }

  /// The length in bytes of the character that begins here; 0 if there is none, or if it is in the area.
  private static func length(_ bytes: ArraySlice<UInt8>) -> Int {
    guard let first = bytes.first else { return 0 }
    if first < 0x80 { return 1 }
    let count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    let piece = bytes.prefix(count)
    guard piece.count == count, let text = String(validating: piece, as: UTF8.self),
      let scalar = text.unicodeScalars.first, scalar.value < area
    else { return 0 }
    return count
  }
}
