/// The words of a text, as the diff compares them.
enum Words {
  /// The words in lower case: letters and digits with apostrophes, points and commas inside; `$`, `%` and `:` stay with their number.
  ///
  /// A hyphen parts words, so that "one-page" and "one page" are the same.
  static func plain(_ text: String) -> [String] {
    var text = text
    let quick: [String]? = text.withUTF8 { bytes in
      var result: [String] = []
      var start = -1
      for index in 0..<bytes.count {
        let byte = bytes[index]
        if byte >= 0x80 { return nil }
        if isInside(byte, at: index, bytes) {
          if start < 0 { start = index }
        } else if start >= 0 {
          result.append(lower(bytes[start..<index]))
          start = -1
        }
      }
      if start >= 0 { result.append(lower(bytes[start...])) }
      return result
    }
    return quick ?? unicode(text)
  }

  private static func lower(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    String(unsafeUninitializedCapacity: bytes.count) { buffer in
      for (place, byte) in bytes.enumerated() { buffer[place] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
      return bytes.count
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x24 || byte == 0x25
  }

  /// An apostrophe, a point, a comma and a colon belong to a word when they stand inside one; the last three only between digits.
  private static func isInside(_ byte: UInt8, at index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if isWord(byte) { return true }
    guard index > 0, index + 1 < bytes.count else { return false }
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    switch byte {
    case 0x27: return isWord(bytes[index - 1]) && isWord(bytes[index + 1])
    case 0x2C, 0x2E, 0x3A: return isDigit(bytes[index - 1]) && isDigit(bytes[index + 1])
    default: return false
    }
  }

  private static func unicode(_ text: String) -> [String] {
    text.lowercased().replacing("’", with: "'")
      .split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "$" || $0 == "%" || $0 == ":" || $0 == ".") }
      .map { word in
        var word = word
        while let last = word.last, "'.:".contains(last) { word.removeLast() }
        while let first = word.first, "'.:".contains(first) { word.removeFirst() }
        return String(word)
      }.filter { !$0.isEmpty }
  }

  /// The part of a word that its forms share, roughly: `quarterly` and `quarters` are `quarter`.
  static func stem(_ word: String) -> String {
    if let value = Quantity.spelled[word] { return String(value) }
    let count = word.utf8.count
    guard count > 3, !isNumber(word) else { return word }
    if word.hasSuffix("'s") { return stem(String(word.dropLast(2))) }
    if count > 4, word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    if count > 5, word.hasSuffix("ly") { return String(word.dropLast(2)) }
    if count > 5, word.hasSuffix("ing") { return trimmed(word.dropLast(3)) }
    if count > 4, word.hasSuffix("ed") { return trimmed(word.dropLast(2)) }
    if word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us") { return trimmed(word.dropLast(1)) }
    return trimmed(word[...])
  }

  private static func trimmed(_ word: Substring) -> String {
    word.utf8.count > 3 && word.hasSuffix("e") ? String(word.dropLast()) : String(word)
  }

  /// Whether a word begins with a digit or a dollar sign.
  static func isNumber(_ word: String) -> Bool {
    guard let first = word.utf8.first else { return false }
    return (0x30...0x39).contains(first) || first == 0x24
  }

  /// Words that say little about what a text is about.
  static let small: Set<String> = [
    "a", "about", "all", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "do", "does", "each",
    "every",
    "for", "from", "had", "has", "have", "he", "her", "his", "how", "i", "if", "in", "into", "is", "it", "its", "me",
    "my", "of", "on", "or", "our", "out", "shall", "she", "so", "than", "that", "the", "their", "them", "then", "they",
    "this", "to", "up", "us", "was", "we", "were", "what", "when", "where", "which", "who", "will", "with", "yes",
    "you",
    "your",
  ]

  /// Words that turn a sentence into its opposite, or fence it in.
  static let limits: Set<String> = [
    "aren't", "but", "can't", "cannot", "don't", "doesn't", "except", "excepted", "isn't", "neither", "never", "no",
    "nobody", "none", "nor", "not", "nothing", "only", "unless", "without", "won't",
  ]

  /// The days and months, for a text that names another one says something else.
  static let dates: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mondays", "tuesdays", "wednesdays",
    "thursdays", "fridays", "saturdays", "sundays", "january", "february", "march", "april", "june", "july", "august",
    "september", "october", "november", "december", "fall", "winter", "spring", "summer",
  ]
}
