/// A word of a text with its place and what is known of it, looked up once: a text is asked a dozen questions, and each would hash it again.
package struct Word: Sendable {
  /// What stands between a word and the one before, the strongest last.
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

  /// The word in lower case, with straight apostrophes; a sign of money or `%` is a word of its own.
  package let text: String
  /// The part of the word that its forms share.
  package let stem: String
  /// What it can mean.
  package let traits: Traits
  /// What comes before it; the first word begins a sentence.
  package let gap: Gap
  /// Whether it begins with a capital letter.
  package let isCapital: Bool
  /// Where it is in its text, in UTF-8 byte offsets.
  package let place: Range<Int>

  /// What a word can mean; most words have nothing of it.
  package struct Traits: OptionSet, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// It says little about what a text is about.
    package static let small = Traits(rawValue: 1)
    /// It turns a sentence into its opposite, or fences it in.
    package static let limit = Traits(rawValue: 2)
    /// It is a day, a month or a season.
    package static let date = Traits(rawValue: 4)
    /// It is a number, or begins one.
    package static let number = Traits(rawValue: 8)
    /// A hedge or a condition may begin with it.
    package static let hedge = Traits(rawValue: 16)
    /// It says how much a promise binds.
    package static let modal = Traits(rawValue: 32)
    /// A rhythm begins with it or has it second.
    package static let frequency = Traits(rawValue: 64)
    /// It adds nothing to the sense.
    package static let filler = Traits(rawValue: 128)
    /// It means a person, or some.
    package static let party = Traits(rawValue: 256)
    /// It belongs to what follows or precedes it.
    package static let binding = Traits(rawValue: 512)
    /// It stands for two words.
    package static let contraction = Traits(rawValue: 1024)
    /// There is another word for it, or for the words that it begins.
    package static let synonym = Traits(rawValue: 2048)
    /// A verb stands after it.
    package static let subject = Traits(rawValue: 4096)
    /// It is a sign or a word for money.
    package static let money = Traits(rawValue: 8192)
    /// It says how many of all.
    package static let quantifier = Traits(rawValue: 16384)
    /// It says that something is not so.
    package static let negation = Traits(rawValue: 32768)
    /// It is a day of the week.
    package static let weekday = Traits(rawValue: 65536)
    /// A number after it is a name: grade 4, room 12.
    package static let label = Traits(rawValue: 131_072)
  }

  /// Whether it begins with a digit.
  package var isNumeral: Bool { text.utf8.first.map { (0x30...0x39).contains($0) } ?? false }

  /// The words of a text.
  package static func all(in text: String) -> [Word] { Tokenizer.words(of: text) }

  /// The words of a text in lower case.
  package static func texts(of text: String) -> [String] { Tokenizer.words(of: text).map(\.text) }
}

extension Word {
  /// The part of a word that its forms share, roughly: `quarterly` and `quarters` are `quarter`.
  ///
  /// It looks at bytes: every word of every changed text comes by here, and `hasSuffix` takes as long as all the rest.
  package static func cut(_ word: String) -> String {
    var word = word
    var isPlural = false
    let length = word.withUTF8 { bytes -> Int in
      var count = bytes.count
      guard count > 3, !(0x30...0x39).contains(bytes[0]) else { return count }
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
}
