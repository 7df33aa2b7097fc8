internal import YAMLSyntax

/// Words that are looked up by their bytes: keys, ids, and words of fixed lists.
///
/// A word is compared by its length and its first eight bytes, and by the rest only if those match.
final class KeyTable: Sendable {
  /// The words, in order.
  let words: [String]
  private let keys: [Key]
  /// The indices of the words if there are many; a few are searched one by one.
  private let places: [[UInt8]: Int]

  private struct Key {
    let head: UInt64
    let count: Int
    let bytes: [UInt8]
  }

  init(_ words: [String]) {
    self.words = words
    keys = words.map { word in
      let bytes = Array(word.utf8)
      let span = bytes.span
      return Key(head: Self.head(of: span), count: bytes.count, bytes: bytes)
    }
    places =
      keys.count <= 64 ? [:] : Dictionary(zip(keys.map(\.bytes), keys.indices)) { first, _ in first }
  }

  /// A table without words.
  static let empty = KeyTable([])

  /// The index of the word that some bytes spell.
  func index(of text: Span<UInt8>) -> Int? { index(of: text, from: 0) }

  /// The index of the word that some bytes spell, trying the most likely index first.
  func index(of text: Span<UInt8>, from guess: Int) -> Int? {
    if keys.count > 64 { return places[text.array()] }
    let head = Self.head(of: text)
    var place = guess < keys.count ? guess : 0
    for _ in 0..<keys.count {
      if keys[place].head == head, keys[place].count == text.count, text.count <= 8 || hasTail(text, place) {
        return place
      }
      place = place + 1 == keys.count ? 0 : place + 1
    }
    return nil
  }

  private func hasTail(_ text: Span<UInt8>, _ place: Int) -> Bool {
    keys[place].bytes.withUnsafeBytes { bytes in
      var index = 8
      while index + 8 <= bytes.count {
        if bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          != text.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
        {
          return false
        }
        index += 8
      }
      while index < bytes.count {
        if bytes[index] != text[index] { return false }
        index += 1
      }
      return true
    }
  }

  /// The first eight bytes as a number.
  @inline(__always)
  private static func head(of text: Span<UInt8>) -> UInt64 {
    if text.count >= 8 { return text.bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt64.self) }
    var result: UInt64 = 0
    for index in 0..<text.count { result |= UInt64(text[index]) << UInt64(8 * index) }
    return result
  }
}
