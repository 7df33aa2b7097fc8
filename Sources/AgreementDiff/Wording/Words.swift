/// A word of a text with what is known of it, looked up once: a text is asked a dozen questions, and each would hash it again.
struct Word {
  /// The word in lower case.
  let text: String
  /// The part of the word that its forms share.
  let stem: String
  /// What it can mean.
  let traits: Traits

  /// What a word can mean; most words have nothing of it.
  struct Traits: OptionSet {
    let rawValue: Int
    /// It says little about what a text is about.
    static let small = Traits(rawValue: 1)
    /// It turns a sentence into its opposite, or fences it in.
    static let limit = Traits(rawValue: 2)
    /// It is a day, a month or a season.
    static let date = Traits(rawValue: 4)
    /// It is a number.
    static let number = Traits(rawValue: 8)
    /// A hedge begins with it.
    static let hedge = Traits(rawValue: 16)
    /// It says how much a promise binds.
    static let modal = Traits(rawValue: 32)
    /// A frequency begins with it or has it second.
    static let frequency = Traits(rawValue: 64)
    /// It adds nothing to the sense.
    static let filler = Traits(rawValue: 128)
    /// It means a person, or some.
    static let party = Traits(rawValue: 256)
    /// It belongs to what follows or precedes it.
    static let binding = Traits(rawValue: 512)
    /// It stands for two words.
    static let contraction = Traits(rawValue: 1024)
    /// There is another word for it.
    static let synonym = Traits(rawValue: 2048)
    /// A verb stands after it.
    static let subject = Traits(rawValue: 4096)
  }

  /// The words of a text.
  static func all(in text: String) -> [Word] {
    Words.plain(text).map { word in
      var traits = known[word] ?? []
      if Words.isNumber(word) { traits.insert(.number) }
      return Word(
        text: word, stem: traits.contains(.number) ? Words.stem(word) : Words.cut(word), traits: traits)
    }
  }

  private static let known: [String: Traits] = {
    var result: [String: Traits] = [:]
    func add(_ words: some Sequence<String>, _ trait: Traits) {
      for word in words { result[word, default: []].insert(trait) }
    }
    add(Words.small, .small)
    add(Words.limits, .limit)
    add(Words.dates, .date)
    add(Quantity.spelled.keys, .number)
    add(Hedges.phrases.map { $0[0] }, .hedge)
    add(Hedges.modals.keys, .modal)
    add(Frequency.words, .frequency)
    add(Essence.fillers, .filler)
    add(Essence.people, .party)
    add(Essence.binding, .binding)
    add(Essence.contractions.keys, .contraction)
    add(Essence.synonyms.keys, .synonym)
    add(Essence.subjects, .subject)
    return result
  }()
}

/// The words of a text, as the diff compares them.
enum Words {
  /// The words in lower case: letters and digits with apostrophes, points and commas inside; `$`, `%` and `:` stay with their number.
  ///
  /// A hyphen parts words, so that "one-page" and "one page" are the same.
  static func plain(_ text: String) -> [String] {
    var text = text
    let quick: [String]? = text.withUTF8 { bytes in
      var result: [String] = []
      result.reserveCapacity(bytes.count / 6 + 1)
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
    return cut(word)
  }

  /// The stem of a word that is no number.
  ///
  /// It looks at bytes: every word of every changed text comes by here, and `hasSuffix` takes as long as all the rest.
  static func cut(_ word: String) -> String {
    var word = word
    var isPlural = false
    let length = word.withUTF8 { bytes -> Int in
      var count = bytes.count
      guard count > 3, !(0x30...0x39).contains(bytes[0]), bytes[0] != 0x24 else { return count }
      func ends(_ suffix: StaticString) -> Bool {
        let length = suffix.utf8CodeUnitCount
        guard length < count else { return false }
        for index in 0..<length where bytes[count - length + index] != suffix.utf8Start[index] { return false }
        return true
      }
      if ends("'s") { count -= 2 }
      guard count > 3 else { return count }
      if count > 4, ends("ies") {
        isPlural = true
        return count - 3
      }
      if count > 5, ends("ly") { return count - 2 }
      if count > 5, ends("ing") {
        count -= 3
      } else if count > 4, ends("ed") {
        count -= 2
      } else if ends("s"), !ends("ss"), !ends("us") {
        count -= 1
      }
      return count > 3 && bytes[count - 1] == 0x65 ? count - 1 : count
    }
    if length == word.utf8.count { return word }
    let stem = String(Substring(word.utf8.prefix(length)))
    return isPlural ? stem + "y" : stem
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
