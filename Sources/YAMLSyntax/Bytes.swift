extension Span where Element == UInt8 {
  /// Whether these are the bytes of a word in the source code.
  package func equals(_ word: StaticString) -> Bool {
    count == word.utf8CodeUnitCount && begins(with: word)
  }

  /// Whether the first bytes are those of a word in the source code.
  package func begins(with word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard count >= length else { return false }
    for index in 0..<length where unsafe self[index] != word.utf8Start[index] { return false }
    return true
  }

  /// Whether these are the bytes of a text.
  package func equals(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { utf8 in
      guard utf8.count == count else { return false }
      for index in 0..<count where unsafe self[index] != utf8[index] { return false }
      return true
    }
  }

  /// Whether the text is a key that a school made up; those begin with `x-`.
  package var isOwnKey: Bool { count >= 2 && self[0] == 0x78 && self[1] == 0x2D }

  /// A copy.
  package func array() -> [UInt8] { unsafe withUnsafeBufferPointer { unsafe Array($0) } }

  /// The text, with the replacement character for anything that is not UTF-8.
  package func string() -> String { unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) } }
}
