/// A word of a text, with what is between it and the word before.
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
  /// What comes before it; the first word begins a sentence.
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

  /// What kinds of words it is among.
  let kinds: WordKinds

  /// The word in lower case as one value, which is looked up and compared at once; empty where it is too long for that.
  let letters: WordLetters
  /// Whether it ends in `n't`.
  let isNegated: Bool

  /// Takes the bytes of a word in ASCII, which nearly every word is; as text it would be looked through half a dozen times.
  fileprivate init(ascii bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, after gap: Gap) {
    let start = range.lowerBound
    var end = range.upperBound
    self.gap = gap
    if bytes[end &- 1] == 0x27 {
      isPossessive = true
      end &-= 1
    } else if end &- start >= 2, bytes[end &- 1] == 0x73, bytes[end &- 2] == 0x27 {
      isPossessive = true
      end &-= 2
    } else {
      isPossessive = false
    }
    let count = end &- start
    let startsCapital = count > 0 && bytes[start] >= 0x41 && bytes[start] <= 0x5A
    isInitial = startsCapital && count == 1
    isNegated =
      count >= 3 && bytes[end &- 2] == 0x27 && bytes[end &- 1] | 0x20 == 0x74 && bytes[end &- 3] | 0x20 == 0x6E
    var small = WordLetters()
    var hasSmall = false
    let isShort = count <= WordLetters.most
    lower = String(unsafeUninitializedCapacity: count) { result in
      var place = 0
      while place < count {
        var byte = bytes[start &+ place]
        if byte >= 0x41, byte <= 0x5A {
          byte |= 0x20
        } else if byte >= 0x61 {
          hasSmall = true
        }
        result[place] = byte
        if isShort { small.set(byte, at: place) }
        place &+= 1
      }
      return count
    }
    isCapital = startsCapital && hasSmall
    letters = small
    kinds = isShort ? WordKinds(of: small) : []
  }

  /// Takes the letters of any word.
  fileprivate init(_ letters: String, after gap: Gap) {
    self.gap = gap
    var text = letters.replacing("’", with: "'")
    isPossessive = text.hasSuffix("'s") || text.hasSuffix("'")
    if isPossessive { text.removeLast(text.hasSuffix("'") ? 1 : 2) }
    let first = text.unicodeScalars.first
    let startsCapital = first.map { $0.properties.isUppercase } ?? false
    isInitial = startsCapital && text.unicodeScalars.count == 1
    isCapital = startsCapital && text.unicodeScalars.contains { $0.properties.isLowercase }
    lower = text.lowercased()
    self.letters = WordLetters(lower)
    isNegated = lower.hasSuffix("n't")
    kinds = WordKinds(of: self.letters)
  }
}

extension String {
  /// The words of a text, in one pass.
  var words: [Word] {
    var text = self
    return text.withUTF8 { bytes in
      var result: [Word] = []
      result.reserveCapacity(bytes.count / 6 + 1)
      var gap = Word.Gap.sentence
      var index = 0
      while index < bytes.count {
        let (scalar, width) = decoded(bytes, at: index)
        guard isLetterOrDigit(scalar) else {
          let next = index + width
          let isLast = next == bytes.count || bytes[next] == 0x20
          gap = max(gap, strength(of: scalar, after: result.last, isBeforeSpace: isLast))
          index = next
          continue
        }
        let start = index
        // An apostrophe or a hyphen belongs to the word that goes on after it, and an apostrophe to a plural.
        var end = index
        var isASCII = true
        while index < bytes.count {
          let byte = bytes[index]
          if byte < 0x80 {
            let isLetter = isLetterOrDigit(byte)
            guard isLetter || byte == 0x27 || byte == 0x2D else { break }
            index &+= 1
            if isLetter { end = index }
          } else {
            let (scalar, width) = decoded(bytes, at: index)
            let isLetter = isLetterOrDigit(scalar)
            guard isLetter || scalar == "’" else { break }
            isASCII = false
            index += width
            if isLetter { end = index }
          }
        }
        if index > end, bytes[end] != 0x2D, bytes[end - 1] == 0x73 { end += bytes[end] == 0x27 ? 1 : 3 }
        result.append(
          isASCII || bytes[start..<end].allSatisfy({ $0 < 0x80 })
            ? Word(ascii: bytes, start..<end, after: gap)
            : Word(String(decoding: bytes[start..<end], as: UTF8.self), after: gap))
        gap = .space
        index = end
      }
      return result
    }
  }
}

extension [Word] {
  /// The words, sentence by sentence.
  var sentences: [ArraySlice<Word>] {
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

/// The character that begins at a place of a text, and the number of its bytes; a string holds nothing but UTF-8.
@inline(__always)
private func decoded(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (Unicode.Scalar, Int) {
  let first = bytes[index]
  if first < 0x80 { return (Unicode.Scalar(first), 1) }
  var iterator = UTF8()
  var rest = bytes[index...].prefix(4).makeIterator()
  guard case .scalarValue(let scalar) = iterator.decode(&rest) else { return ("\u{FFFD}", 1) }
  return (scalar, UTF8.width(scalar))
}

@inline(__always)
private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39
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
      word.isInitial || word.kinds.contains(.abbreviation) ? .space : .sentence
    } else {
      .space
    }
  default: .space
  }
}
