/// The only folding that canonical form 1 has: runs of white space become one space, and both ends are trimmed.
package enum Folding {
  /// Whether a byte is a space, a tab, a line feed or a carriage return.
  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

  /// Appends UTF-8 text in NFC and folded; U+00A0 counts as white space. Says whether anything was appended.
  @discardableResult
  package static func append(_ text: Span<UInt8>, to result: inout [UInt8]) -> Bool {
    if isFoldedASCII(text) {
      unsafe text.withUnsafeBufferPointer { unsafe result.append(contentsOf: $0) }
      return true
    }
    if isInNFC(text) { return appendNormal(text, to: &result) }
    let normal = unsafe NFC.normalize(text.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) })
    let before = result.count
    var isPending = false
    for scalar in normal.unicodeScalars {
      switch scalar.value {
      case 0x20, 0x09, 0x0A, 0x0D, 0xA0:
        isPending = result.count > before
      default:
        if isPending {
          result.append(0x20)
          isPending = false
        }
        result.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
      }
    }
    return result.count > before
  }

  /// Whether a text is certainly in NFC: valid UTF-8, and beyond ASCII only letters before U+0300 and the dashes,
  /// quotation marks and dots that begin at U+2010. Such text is its own normal form in any combination.
  private static func isInNFC(_ text: Span<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        index &+= 1
      } else if byte >= 0xC2, byte <= 0xCB {
        guard index &+ 1 < text.count, text[index &+ 1] & 0xC0 == 0x80 else { return false }
        index &+= 2
      } else {
        guard byte == 0xE2, index &+ 2 < text.count, text[index &+ 1] == 0x80, text[index &+ 2] & 0xC0 == 0x80,
          text[index &+ 2] >= 0x90
        else { return false }
        index &+= 3
      }
    }
    return true
  }

  /// Appends a text that is in NFC. The second byte of U+00A0 is skipped with the first.
  private static func appendNormal(_ text: Span<UInt8>, to result: inout [UInt8]) -> Bool {
    let before = result.count
    var isPending = false
    var index = 0
    while index < text.count {
      let byte = text[index]
      let isWide = byte == 0xC2 && text[index &+ 1] == 0xA0
      index &+= isWide ? 2 : 1
      if isWide || isSpace(byte) {
        isPending = result.count > before
      } else {
        if isPending {
          result.append(0x20)
          isPending = false
        }
        result.append(byte)
      }
    }
    return result.count > before
  }

  /// Returns a text in NFC and folded.
  package static func fold(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return fold(bytes.span)
  }

  /// Returns a text in NFC and folded.
  package static func fold(_ text: Span<UInt8>) -> String {
    // Most texts have single spaces between words and nothing to fold.
    if isFoldedASCII(text) { return unsafe text.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) } }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    append(text, to: &result)
    return String(decoding: result, as: UTF8.self)
  }

  private static func isFoldedASCII(_ text: Span<UInt8>) -> Bool {
    var wasSpace = true
    for index in text.indices {
      let byte = text[index]
      if byte >= 0x80 || byte < 0x20 && isSpace(byte) || byte == 0x20 && wasSpace { return false }
      wasSpace = byte == 0x20
    }
    return !wasSpace
  }
}
