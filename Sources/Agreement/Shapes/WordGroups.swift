internal import YAMLSyntax

/// Words in groups, such as the keys of several mappings, that are looked up by their bytes.
///
/// A word is compared by its length and its first eight bytes, and by the rest only if those match. All words are in
/// two arrays, because a table of its own for each group would be counted at each look, and all cores would wait for
/// each other to count.
struct WordGroups: Sendable {
  /// A range of the words.
  struct Group: BitwiseCopyable, Sendable {
    let first: Int
    let count: Int
  }

  private struct Word: BitwiseCopyable {
    let head: UInt64
    let start: Int
    let count: Int
  }

  private var words: [Word] = []
  private var letters: [UInt8] = []

  mutating func add(_ group: [String]) -> Group {
    let first = words.count
    for word in group {
      let bytes = Array(word.utf8)
      words.append(Word(head: Self.head(of: bytes.span), start: letters.count, count: bytes.count))
      letters += bytes
    }
    return Group(first: first, count: group.count)
  }

  /// The index, within a group, of the word that some bytes spell, trying the most likely index first.
  func index(of text: Span<UInt8>, in group: Group, from guess: Int = 0) -> Int? {
    let head = Self.head(of: text)
    var place = guess < group.count ? guess : 0
    for _ in 0..<group.count {
      let word = words[group.first &+ place]
      if word.head == head, word.count == text.count, text.count <= 8 || hasTail(text, word) { return place }
      place = place &+ 1 == group.count ? 0 : place &+ 1
    }
    return nil
  }

  private func hasTail(_ text: Span<UInt8>, _ word: Word) -> Bool {
    var index = 8
    while index < word.count {
      if letters[word.start &+ index] != text[index] { return false }
      index &+= 1
    }
    return true
  }

  /// The first eight bytes as a number.
  @inline(__always)
  private static func head(of text: Span<UInt8>) -> UInt64 {
    if text.count >= 8 { return unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt64.self) }
    var result: UInt64 = 0
    for index in 0..<text.count { result |= UInt64(text[index]) << UInt64(8 * index) }
    return result
  }
}
