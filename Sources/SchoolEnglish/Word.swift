/// A word of a text with its place and what is known about it, looked up once: a text is queried a dozen times, and
/// each query would hash the word again.
package struct Word: Sendable {
  /// What comes between a word and the one before, the strongest last.
  package enum Gap: Int, Sendable, Comparable {
    case space
    /// A hyphen or a dash without spaces, as in "K-5".
    case hyphen
    case comma
    /// A colon, a bracket or a dash between spaces.
    case clause
    case sentence

    package static func < (left: Gap, right: Gap) -> Bool { left.rawValue < right.rawValue }
  }

  /// The word in lower case, with straight apostrophes; a currency sign or `%` is a separate word.
  package let text: String
  /// The same without the ending of a possessive: "coach" of "coach's".
  package let base: String
  /// `base` as a single value for fast lookups and comparisons; empty if it is too long for that.
  package let letters: WordLetters
  /// What it can mean.
  package let traits: Traits
  /// What comes before it; the first word begins a sentence.
  package let gap: Gap
  /// How it is written.
  package let form: Form
  /// Its place in the text, in UTF-8 byte offsets.
  package let place: Range<Int>

  /// How a word is written.
  package struct Form: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// It begins with a capital letter.
    package static let capital = Form(rawValue: 1)
    /// It is written like a name: a capital, then at least one lowercase letter.
    package static let name = Form(rawValue: 2)
    /// It is a single capital, as in an abbreviated first name.
    package static let initial = Form(rawValue: 4)
    /// It ends in `'s` or in the apostrophe of a plural.
    package static let possessive = Form(rawValue: 8)
    /// It ends in `n't`.
    package static let negated = Form(rawValue: 16)
    /// It begins with a digit.
    package static let numeral = Form(rawValue: 32)
    /// It has a digit, not counting the ending of a possessive.
    package static let digit = Form(rawValue: 64)
    /// It consists of digits, not counting the ending of a possessive.
    package static let digits = Form(rawValue: 128)
  }

  /// Whether it begins with a digit.
  package var isNumeral: Bool { form.contains(.numeral) }
  /// Whether it consists of digits only.
  package var isNumber: Bool { form.contains(.digits) }
  /// Whether it has a digit.
  package var hasDigit: Bool { form.contains(.digit) }
  /// Whether it begins with a capital letter.
  package var isCapital: Bool { form.contains(.capital) }
  /// Whether it is written like a name: a capital, then at least one lowercase letter.
  package var isNameLike: Bool { form.contains(.name) }
  /// Whether it is a single capital, as in an abbreviated first name.
  package var isInitial: Bool { form.contains(.initial) }
  /// Whether it ends in `'s` or in the apostrophe of a plural.
  package var isPossessive: Bool { form.contains(.possessive) }
  /// Whether it ends in `n't`.
  package var isNegated: Bool { form.contains(.negated) }

  /// The part of the word that its forms share; a spelled-out number is the same as in digits.
  package var stem: String {
    guard traits.contains(.number) else { return Word.cut(text) }
    return Lexicon.spelled[text].map { String($0) } ?? text
  }

  /// The words of a text, with compounds such as "one-page" split.
  package static func all(in text: String) -> [Word] { Tokenizer.words(of: text, .parted) }

  /// The words of a text without signs, with each compound such as "long-term" as one word.
  package static func compounds(in text: String) -> [Word] { Tokenizer.words(of: text, .compound) }

  /// The words of a text in lower case.
  package static func texts(of text: String) -> [String] { all(in: text).map(\.text) }

  /// The stems of the words of a text that say something, each once.
  package static func contentStems(in text: String) -> Set<String> {
    Set(all(in: text).lazy.filter { !$0.traits.contains(.small) }.map(\.stem))
  }
}

extension [Word] {
  /// The words, sentence by sentence.
  package var sentences: [ArraySlice<Word>] {
    var result: [ArraySlice<Word>] = []
    var start = startIndex
    for index in indices where index > start && self[index].gap == .sentence {
      result.append(self[start..<index])
      start = index
    }
    if start < endIndex { result.append(self[start...]) }
    return result
  }
}

extension Word {
  /// The part of a word that its forms share, roughly: `quarterly` and `quarters` are `quarter`.
  ///
  /// It works on bytes, because it handles every word of every changed text, and `hasSuffix` takes as long as
  /// everything else.
  package static func cut(_ word: String) -> String {
    var word = word
    var isPlural = false
    let length = word.withUTF8 { bytes -> Int in
      var count = bytes.count
      guard count > 3, unsafe !(0x30...0x39).contains(bytes[0]) else { return count }
      func ends(_ suffix: StaticString) -> Bool {
        let length = suffix.utf8CodeUnitCount
        guard length < count else { return false }
        for index in 0..<length where unsafe bytes[count - length + index] != suffix.utf8Start[index] { return false }
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
      return unsafe count > 3 && bytes[count - 1] == 0x65 ? count - 1 : count
    }
    if length == word.utf8.count { return word }
    let stem = String(Substring(word.utf8.prefix(length)))
    return isPlural ? stem + "y" : stem
  }
}
