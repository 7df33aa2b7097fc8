package import Diagnostics
package import YAMLSyntax

/// Words in the texts of an agreement that were true last year: a day, a year, "this year". Nobody but its authors knows what they
/// should say now.
package struct DatedWords: Sendable {
  /// Where they are.
  package let range: SourceRange
  /// What they say.
  package let text: String

  /// All of them, in file order; `year` is the year that the texts are about.
  package static func all(in document: Document, near year: Int) -> [DatedWords] {
    var result: [DatedWords] = []
    let bytes = document.source.bytes
    func visit(_ node: NodeID) {
      switch document.kind(of: node) {
      case .scalar:
        let range = document.range(of: node).indices
        // As it is written, so that each word has its place.
        for found in WordsOfYear.find(in: bytes[range], near: year) {
          result.append(
            DatedWords(range: SourceRange(found), text: String(decoding: bytes[found], as: UTF8.self)))
        }
      case .sequence: for item in document.items(of: node) { visit(item) }
      case .mapping:
        for (key, value) in document.entries(of: node) {
          let word = document.bytes(of: key)
          if word.isOwnKey || skipped.contains(document.string(of: key)) { continue }
          visit(value)
        }
      }
    }
    if let root = document.root { visit(root) }
    return result
  }

  /// Keys whose values are no texts, or have moved.
  private static let skipped: Set<String> = [
    "amended", "at", "campuses", "code", "date", "dates", "digest", "due", "ends", "format", "id", "joined", "kind",
    "left", "minutes", "reviewed", "role", "school-year", "signatures", "starts", "status", "until", "weekday",
  ]
}

/// Finds words about a day or a year in a text.
private enum WordsOfYear {
  private struct Word {
    let text: String
    let range: Range<Int>
    var number: Int? { Int(text) }
  }

  static func find(in text: ArraySlice<UInt8>, near year: Int) -> [Range<Int>] {
    let words = words(of: text)
    var result: [Range<Int>] = []
    var index = 0
    func isMonth(_ place: Int) -> Bool {
      words.indices.contains(place) && months.contains(words[place].text) && isCapital(words[place], text)
    }
    func isDay(_ place: Int) -> Bool {
      guard words.indices.contains(place) else { return false }
      let digits = words[place].text.prefix { $0.isASCII && $0.isNumber }
      let rest = words[place].text.dropFirst(digits.count)
      return (1...31).contains(Int(digits) ?? 0) && (rest.isEmpty || ["st", "nd", "rd", "th"].contains(rest))
    }
    while index < words.count {
      let word = words[index]
      var count = 0
      if isMonth(index), isDay(index + 1), !isClock(words[index + 1], text) {
        count = 2
      } else if isDay(index), isMonth(index + 1) {
        count = 2
      } else if isDay(index), index + 2 < words.count, words[index + 1].text == "of", isMonth(index + 2) {
        count = 3
      } else if relative.contains(word.text), index + 1 < words.count, spans.contains(words[index + 1].text) {
        count = 2
      } else if relative.contains(word.text), index + 2 < words.count, words[index + 1].text == "school",
        words[index + 2].text == "year"
      {
        count = 3
      } else if let number = word.number, word.text.utf8.count == 4, abs(number - year) <= 10, !isMoney(word, text) {
        count = 1
      } else if let number = word.number, (1...12).contains(number), isSlashDate(index, words, text) {
        count = 2
      }
      if count > 0 { result.append(word.range.lowerBound..<words[index + count - 1].range.upperBound) }
      index += max(1, count)
    }
    return result
  }

  private static func words(of text: ArraySlice<UInt8>) -> [Word] {
    var result: [Word] = []
    var place = text.startIndex
    while place < text.endIndex {
      guard isLetter(place, text) else {
        place += 1
        continue
      }
      let start = place
      while place < text.endIndex, isLetter(place, text) { place += 1 }
      result.append(Word(text: String(decoding: text[start..<place], as: UTF8.self).lowercased(), range: start..<place))
    }
    return result
  }

  private static func isLetter(_ place: Int, _ text: ArraySlice<UInt8>) -> Bool {
    let letter = text[place]
    if letter < 0x80 { return (0x30...0x39).contains(letter) || (0x61...0x7A).contains(letter | 0x20) }
    // Dashes and quotation marks are U+2010 to U+201F.
    for start in place - 2...place where byte(start, text) == 0xE2 && byte(start + 1, text) == 0x80 { return false }
    return true
  }

  /// "May 3" is a day, "may 3 teachers" is not.
  private static func isCapital(_ word: Word, _ text: ArraySlice<UInt8>) -> Bool {
    (0x41...0x5A).contains(text[word.range.lowerBound])
  }

  private static func byte(_ place: Int, _ text: ArraySlice<UInt8>) -> UInt8 {
    text.indices.contains(place) ? text[place] : 0x20
  }

  private static func isMoney(_ word: Word, _ text: ArraySlice<UInt8>) -> Bool {
    let before = byte(word.range.lowerBound - 1, text)
    return before == 0x24 || before == 0x2C || before == 0x2E
      || byte(word.range.upperBound, text) == 0x2E
        && (0x30...0x39).contains(byte(word.range.upperBound + 1, text))
  }

  /// "September 3:15" begins with a month and goes on with a time of day.
  private static func isClock(_ word: Word, _ text: ArraySlice<UInt8>) -> Bool {
    byte(word.range.upperBound, text) == 0x3A && (0x30...0x39).contains(byte(word.range.upperBound + 1, text))
  }

  /// "9/14" is a day; "1/2", "2/3" and the like are fractions.
  private static func isSlashDate(_ index: Int, _ words: [Word], _ text: ArraySlice<UInt8>) -> Bool {
    guard index + 1 < words.count, let day = words[index + 1].number, (1...31).contains(day),
      let month = words[index].number, byte(words[index].range.upperBound, text) == 0x2F,
      words[index + 1].range.lowerBound == words[index].range.upperBound + 1
    else { return false }
    return !([2, 3, 4, 5, 8, 10].contains(day) && month < day)
  }

  private static let relative: Set<String> = ["last", "next", "this"]
  private static let spans: Set<String> = ["autumn", "fall", "spring", "summer", "winter", "year"]
  private static let months: Set<String> = [
    "apr", "april", "aug", "august", "dec", "december", "feb", "february", "jan", "january", "jul", "july", "jun",
    "june", "mar", "march", "may", "nov", "november", "oct", "october", "sep", "sept", "september",
  ]
}
