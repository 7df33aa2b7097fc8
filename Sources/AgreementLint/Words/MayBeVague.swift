internal import SchoolEnglish

/// A first look at the bytes of a text that might leave everything open, so that few texts need to be split into words.
extension Vagueness {
  /// Whether a text may leave everything open: its first, its last and all other words are among those of vague texts.
  static func mayLeaveOpen(_ text: Span<UInt8>) -> Bool {
    var end = text.count
    while end > 0, !isWordByte(text[end - 1]) { end -= 1 }
    var start = end
    while start > 0, isWordByte(text[start - 1]) { start -= 1 }
    guard start < end else { return false }
    let last = letters(of: text, start..<end)
    // "Rescheduled when possible": nearly any word may come before what is left to chance.
    let isChance = endsOfChances.contains(last)
    if text.count <= 40, isChance || isSomeKind(text) { return true }
    guard known.contains(last) || end >= 5 && ends(text, end, in: "ly") else { return false }
    start = 0
    while start < end, !isWordByte(text[start]) { start += 1 }
    end = start
    while end < text.count, isWordByte(text[end]) { end += 1 }
    return known.contains(letters(of: text, start..<end)) && (isChance || hasNoOtherWord(text))
  }

  /// Whether all words of a text are among those of vague texts. Any word may follow a condition, as in "if the weather
  /// permits", and a name may come with a paper, as in "see Harmon handbook".
  private static func hasNoOtherWord(_ text: Span<UInt8>) -> Bool {
    var isAnythingVague = false
    var hasName = false
    var hasPaper = false
    var index = 0
    while index < text.count {
      // Words in other scripts are compared by character, later.
      if text[index] >= 0x80 { return true }
      let start = index
      while index < text.count, isLetterOrDigit(text[index]) || isInside(text, index, from: start) { index += 1 }
      guard index > start else {
        index += 1
        continue
      }
      let end = index - start > 2 && ends(text, index, in: "'s") ? index - 2 : index
      let word = letters(of: text, start..<end)
      if opening.contains(word) || end - start > WordLetters.most { isAnythingVague = true }
      hasPaper = hasPaper || isPaper(word)
      guard !isAnythingVague, !knownInside.contains(word), !endings.contains(where: { ends(text, end, in: $0) })
      else { continue }
      guard (0x41...0x5A).contains(text[start]) else { return false }
      hasName = true
    }
    return !hasName || hasPaper || isAnythingVague
  }

  /// Words after which unknown words can still be vague.
  private static let opening: WordSet = ["as", "if", "some", "when", "whenever", "where", "wherever"]

  /// Endings of words that are vague, or say nothing, whatever they begin with.
  private static let endings: [StaticString] = ["ly", "n't", "'ll", "'re"]

  /// Whether an apostrophe or a hyphen is between two letters of a word.
  private static func isInside(_ text: Span<UInt8>, _ index: Int, from start: Int) -> Bool {
    (text[index] == 0x27 || text[index] == 0x2D) && index > start && index + 1 < text.count
      && isLetterOrDigit(text[index + 1])
  }

  /// Whether a text begins with "some kind of" or the like.
  private static func isSomeKind(_ text: Span<UInt8>) -> Bool {
    guard text.count > 10, text[0] | 0x20 == 0x73, text[4] == 0x20 else { return false }
    return text.hasWord(beginningWith: ["kind of", "sort of", "type of", "form of"])
  }

  /// Whether what comes before a place has an ending, such as the "ly" of adverbs.
  private static func ends(_ text: Span<UInt8>, _ end: Int, in ending: StaticString) -> Bool {
    let start = end - ending.utf8CodeUnitCount
    return start >= 0
      && (0..<ending.utf8CodeUnitCount).allSatisfy { unsafe text[start + $0] | 0x20 == ending.utf8Start[$0] | 0x20 }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || byte == 0x27 || byte == 0x2D || byte >= 0x80
  }

  private static func letters(of text: Span<UInt8>, _ range: Range<Int>) -> WordLetters {
    var result = WordLetters()
    var index = range.lowerBound
    let end = min(range.upperBound, index + WordLetters.most)
    while index < end {
      let byte = text[index]
      result.set(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte, at: index - range.lowerBound)
      index &+= 1
    }
    return result
  }
}
