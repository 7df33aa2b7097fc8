internal import Diagnostics
internal import TextSupport

/// The words of withheld texts, to see in one pass whether some output repeats them.
///
/// A text counts as repeated if the output has its beginning, four of its words in a row, or three with digits; less
/// than that is not the text.
package struct WithheldPhrases: Sendable {
  /// The beginnings of the texts, in lower case, sorted. None of them is the beginning of another, so one search finds
  /// the only one that can match at a place.
  private var beginnings: [[UInt8]] = []
  /// The first bytes of the beginnings.
  private var firstBytes: Set<UInt8> = []
  /// Hashes of words in a row.
  private var rows: Set<UInt64> = []
  /// The texts as a whole.
  private var whole: Set<String> = []
  /// The words of the lines, in lower case, sorted.
  private var words: [Substring] = []
  /// The bytes of letters and digits in a row, whatever is between them.
  private var letters: Set<UInt64> = []

  /// The number of characters at the start of a text that are compared.
  private static let mostCharacters = 40
  /// A text of fewer characters says nothing, unless it is all the output there is.
  private static let fewestCharacters = 6
  private static let wordsInRow = 4
  private static let numbersInRow = 3
  /// This many letters and digits in a row are hardly from another text.
  private static let lettersInRow = 6

  /// Takes texts, and the lines they are on.
  package init(_ texts: [String], lines: [String]) {
    guard !texts.isEmpty else { return }
    var words: Set<Substring> = []
    for line in lines { words.formUnion(Self.words(of: line.lowercased())) }
    var starts: [[UInt8]] = []
    for text in texts {
      let small = text.lowercased()
      whole.insert(small)
      var start = small.drop { !$0.isLetter && !$0.isNumber }.prefix(Self.mostCharacters)
      while let last = start.last, "\"' ".contains(last) { start.removeLast() }
      if start.count >= Self.fewestCharacters { starts.append(Array(start.utf8)) }
      let own = Self.words(of: small)
      words.formUnion(own)
      Self.forEachRow(of: own) { rows.insert($0) }
      Self.forEachStretch(of: small) { letters.insert($0) }
    }
    self.words = words.sorted()
    for start in starts.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      if let last = beginnings.last, start.starts(with: last) { continue }
      beginnings.append(start)
    }
    firstBytes = Set(beginnings.compactMap(\.first))
  }

  /// Whether some output repeats one of the texts.
  package func isRepeated(in shown: String) -> Bool {
    var steps = 0
    return isRepeated(in: shown, steps: &steps)
  }

  /// Whether some output repeats one of the texts; counts the bytes and words compared.
  package func isRepeated(in shown: String, steps: inout Int) -> Bool {
    let small = shown.lowercased()
    if whole.contains(small) { return true }
    let bytes = Array(small.utf8)
    // A text begins where a word begins.
    var isInWord = false
    for index in bytes.indices {
      steps += 1
      let byte = bytes[index]
      let isLetter = (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
      if !isInWord || byte >= 0x80, firstBytes.contains(byte), begins(bytes[index...], &steps) { return true }
      isInWord = isLetter
    }
    guard !rows.isEmpty else { return false }
    var isFound = false
    Self.forEachRow(of: Self.words(of: small)) { row in
      steps += 1
      isFound = isFound || rows.contains(row)
    }
    return isFound
  }

  /// Whether something in quotes or backticks is from a withheld line, or was made from a text: `jillnovak-gmailcom`.
  func isQuoted(in text: String) -> Bool {
    for quotation in Self.quotations(in: text) {
      var isMade = false
      Self.forEachStretch(of: quotation.lowercased()) { isMade = isMade || letters.contains($0) }
      if isMade { return true }
    }
    var start: String.Index?
    for index in text.indices where text[index] == "\"" || text[index] == "`" {
      if let start, isOfLines(text[start..<index]) { return true }
      start = text.index(after: index)
    }
    return start.map { isOfLines(text[$0...]) } ?? false
  }

  /// What is in quotes or backticks; an unclosed quotation extends to the end.
  static func quotations(in text: String) -> [Substring] {
    var result: [Substring] = []
    // Quotation marks are searched for among the bytes, since most output has none.
    let bytes = text.utf8
    var open: (mark: UInt8, start: String.Index)?
    var (first, last) = (String.Index?.none, text.startIndex)
    for index in bytes.indices {
      let mark = bytes[index]
      guard mark == 0x22 || mark == 0x60 || mark == 0x27 else { continue }
      if let begun = open {
        guard begun.mark == mark else { continue }
        result.append(text[begun.start..<index])
        open = nil
        last = index
      } else if mark != 0x27 || index > text.startIndex && bytes[bytes.index(before: index)] == 0x20 {
        // An apostrophe within a word is not a quotation mark.
        open = (mark, bytes.index(after: index))
        first = first ?? open?.start
      }
    }
    if let open { result.append(text[open.start...]) }
    // A text may contain quotation marks.
    if result.count > 1, let first, first < last { result.append(text[first..<last]) }
    return result
  }

  /// Whether one of the beginnings is at this place.
  private func begins(_ text: ArraySlice<UInt8>, _ steps: inout Int) -> Bool {
    // Only the last beginning that does not sort after the text can match.
    let next = beginnings.sortedIndex { Self.comesAfter($0, text, &steps) }
    guard next > 0 else { return false }
    steps += beginnings[next - 1].count
    return text.starts(with: beginnings[next - 1])
  }

  private static func comesAfter(_ beginning: [UInt8], _ text: ArraySlice<UInt8>, _ steps: inout Int) -> Bool {
    var place = text.startIndex
    for byte in beginning {
      steps += 1
      guard place < text.endIndex else { return true }
      if byte != text[place] { return byte > text[place] }
      place += 1
    }
    return false
  }

  /// Whether all words of a text are from withheld lines; the last word may be cut off.
  private func isOfLines(_ text: Substring) -> Bool {
    let words = Self.words(of: text.lowercased())
    return !words.isEmpty && words.allSatisfy(isOfLine)
  }

  private func isOfLine(_ word: Substring) -> Bool {
    let next = words.sortedIndex { $0 >= word }
    return next < words.count && words[next].hasPrefix(word)
  }

  private static func words(of text: String) -> [Substring] { text.split { !$0.isLetter && !$0.isNumber } }

  /// Calls `body` with the bytes of each six letters and digits in a row of a text in lower case, whatever is between
  /// them.
  private static func forEachStretch(of text: String, _ body: (UInt64) -> Void) {
    var number: UInt64 = 0
    var count = 0
    for byte in text.utf8 where byte >= 0x80 || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) {
      // Six bytes make 48 bits.
      number = (number &<< 8 | UInt64(byte)) & 0xFFFF_FFFF_FFFF
      count += 1
      if count >= lettersInRow { body(number) }
    }
  }

  /// Calls `body` with a hash of each four words in a row, and of each three with digits.
  private static func forEachRow(of words: [Substring], _ body: (UInt64) -> Void) {
    for index in words.indices {
      for count in [numbersInRow, wordsInRow] where index + count <= words.count {
        let row = words[index..<index + count]
        if count == numbersInRow, !row.allSatisfy({ $0.contains(where: \.isNumber) }) { continue }
        var hash = StableHash()
        for word in row {
          hash.add(String(word))
          hash.add(0)
        }
        body(hash.value)
      }
    }
  }
}
