/// A word of a text, with what stands between it and the word before.
struct Word: Sendable {
  /// What separates two words, the strongest last.
  enum Gap: Comparable {
    case space
    case comma
    /// A colon, a bracket or a dash.
    case clause
    case sentence
  }

  /// The word in lower case, without the ending of a possessive.
  let lower: String
  /// What stands before it; the first word begins a sentence.
  let gap: Gap
  /// Whether it ends in `'s` or in the apostrophe of a plural.
  let isPossessive: Bool
  /// Whether it is written like a name: a capital, then at least one small letter.
  let isCapital: Bool
  /// Whether it is one capital, as for a first name.
  let isInitial: Bool

  /// Whether it is all digits.
  var isNumber: Bool { lower.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  /// Whether there is a digit in it.
  var hasDigit: Bool { lower.utf8.contains { (0x30...0x39).contains($0) } }

  init(_ letters: Substring, after gap: Gap) {
    self.gap = gap
    var text = String(letters)
    if !text.utf8.allSatisfy({ $0 < 0x80 }) { text = text.replacing("’", with: "'") }
    isPossessive = text.hasSuffix("'s") || text.hasSuffix("'")
    if isPossessive { text.removeLast(text.hasSuffix("'") ? 1 : 2) }
    let first = text.unicodeScalars.first
    let startsCapital = first.map(isUppercase) ?? false
    isInitial = startsCapital && text.unicodeScalars.count == 1
    isCapital = startsCapital && text.unicodeScalars.contains(where: isLowercase)
    lower = text.lowercased()
  }
}

/// Titles before a name; the full stop after one ends no sentence.
let titles: Set<String> = ["dr", "miss", "mr", "mrs", "ms", "mx", "señor", "señora", "señorita"]

/// Abbreviations whose full stop ends no sentence.
private let abbreviations: Set<String> = titles.union(["emp", "ext", "no", "nr", "st", "vs"])

extension String {
  /// The words of a text, in one pass.
  var words: [Word] {
    var result: [Word] = []
    var gap = Word.Gap.sentence
    let scalars = unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      guard isLetterOrDigit(scalar) else {
        let next = scalars.index(after: index)
        let isLast = next == scalars.endIndex || scalars[next] == " "
        gap = max(gap, strength(of: scalar, after: result.last, isBeforeSpace: isLast))
        index = next
        continue
      }
      let start = index
      // An apostrophe or a hyphen belongs to the word that goes on after it, and an apostrophe to a plural.
      var end = index
      while index < scalars.endIndex, isLetterOrDigit(scalars[index]) || "'’-".unicodeScalars.contains(scalars[index]) {
        let isSign = !isLetterOrDigit(scalars[index])
        index = scalars.index(after: index)
        if !isSign { end = index }
      }
      var letters = self[start..<end]
      if index > end, scalars[end] != "-", letters.last == "s" { letters = self[start..<scalars.index(after: end)] }
      result.append(Word(letters, after: gap))
      gap = .space
      index = letters.endIndex
    }
    return result
  }

  /// The words, sentence by sentence.
  var sentencesOfWords: [ArraySlice<Word>] {
    let words = words
    var result: [ArraySlice<Word>] = []
    var start = words.startIndex
    for index in words.indices where index > start && words[index].gap == .sentence {
      result.append(words[start..<index])
      start = index
    }
    if start < words.endIndex { result.append(words[start...]) }
    return result
  }
}

private func isUppercase(_ scalar: Unicode.Scalar) -> Bool {
  scalar.isASCII ? (0x41...0x5A).contains(scalar.value) : scalar.properties.isUppercase
}

private func isLowercase(_ scalar: Unicode.Scalar) -> Bool {
  scalar.isASCII ? (0x61...0x7A).contains(scalar.value) : scalar.properties.isLowercase
}

private func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
  case 0..<0x80: false
  default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}

/// How much a sign separates.
private func strength(of scalar: Unicode.Scalar, after word: Word?, isBeforeSpace: Bool) -> Word.Gap {
  switch scalar {
  case ",", "/": .comma
  case ":", "(", ")", "—", "–": .clause
  case "-": isBeforeSpace ? .clause : .space
  case ";", "!", "?": isBeforeSpace ? .sentence : .comma
  case ".":
    if isBeforeSpace, let word {
      word.isInitial || abbreviations.contains(word.lower) ? .space : .sentence
    } else {
      .space
    }
  default: .space
  }
}
