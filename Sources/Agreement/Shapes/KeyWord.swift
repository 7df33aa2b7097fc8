internal import YAMLSyntax

/// A key in a form that compares quickly: its length, its first eight bytes, and the rest.
struct KeyWord: Sendable {
  let text: String
  private let head: UInt64
  private let bytes: [UInt8]

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
    head = Self.head(of: bytes[...])
  }

  /// Whether some bytes are this key.
  @inline(__always)
  func matches(_ slice: ArraySlice<UInt8>, head other: UInt64) -> Bool {
    guard other == head, slice.count == bytes.count else { return false }
    return bytes.count <= 8 || slice.dropFirst(8).elementsEqual(bytes.dropFirst(8))
  }

  /// The first eight bytes as a number.
  @inline(__always)
  static func head(of slice: ArraySlice<UInt8>) -> UInt64 {
    var result: UInt64 = 0
    for byte in slice.prefix(8) { result = result << 8 | UInt64(byte) }
    return result
  }
}

extension [KeyWord] {
  /// The index of the key that some bytes spell.
  @inline(__always)
  func index(of slice: ArraySlice<UInt8>) -> Int? {
    let head = KeyWord.head(of: slice)
    return firstIndex { $0.matches(slice, head: head) }
  }
}
