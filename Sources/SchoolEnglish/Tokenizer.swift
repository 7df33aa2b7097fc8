internal import TextSupport

/// Takes a text of any script apart into words, in one pass.
///
/// Letters, marks and digits of all of Unicode make words, with an apostrophe inside; a point, a comma or a colon belongs to a word between two
/// digits. A hyphen parts words, so that "one-page" and "one page" are the same, and each word knows what stood before it. Signs of money and
/// `%` are words by themselves, so that "$2,000" is read alike whatever else is in the text.
enum Tokenizer {
  static func words(of text: String) -> [Word] {
    var text = text
    return text.withUTF8 { bytes in
      var result: [Word] = []
      result.reserveCapacity(bytes.count / 6 + 1)
      var gap = Word.Gap.sentence
      var index = 0
      while index < bytes.count {
        let kind = kind(bytes, at: index)
        switch kind.sign {
        case .letter:
          let start = index
          let end = end(of: bytes, from: start)
          result.append(word(bytes, start..<end, gap))
          gap = .space
          index = end
        case .money, .percent, .ampersand:
          result.append(word(bytes, index..<index + kind.width, gap))
          gap = .space
          index += kind.width
        case .other:
          let next = index + kind.width
          gap = max(gap, strength(bytes, at: index, kind.scalar, next: next))
          index = next
        }
      }
      return result
    }
  }

  private enum Sign {
    case letter
    case money
    case percent
    case ampersand
    case other
  }

  private static func kind(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (
    sign: Sign, scalar: Unicode.Scalar, width: Int
  ) {
    let byte = bytes[index]
    if byte < 0x80 {
      let scalar = Unicode.Scalar(byte)
      if isLetterOrDigit(byte) { return (.letter, scalar, 1) }
      switch byte {
      case 0x24: return (.money, scalar, 1)
      case 0x25: return (.percent, scalar, 1)
      case 0x26: return (.ampersand, scalar, 1)
      default: return (.other, scalar, 1)
      }
    }
    let (scalar, width) = decoded(bytes, at: index)
    let properties = scalar.properties
    if properties.isAlphabetic || properties.numericType != nil || isMark(properties.generalCategory) {
      return (.letter, scalar, width)
    }
    return (properties.generalCategory == .currencySymbol ? .money : .other, scalar, width)
  }

  private static func isMark(_ category: Unicode.GeneralCategory) -> Bool {
    category == .nonspacingMark || category == .spacingMark || category == .enclosingMark
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  /// The character that begins at a place; a string holds nothing but UTF-8.
  private static func decoded(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (Unicode.Scalar, Int) {
    var iterator = UTF8()
    var rest = bytes[index...].prefix(4).makeIterator()
    guard case .scalarValue(let scalar) = iterator.decode(&rest) else { return ("\u{FFFD}", 1) }
    return (scalar, UTF8.width(scalar))
  }

  /// The end of the word that begins at a place.
  private static func end(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    func isDigit(_ place: Int) -> Bool { place >= start && place < bytes.count && (0x30...0x39).contains(bytes[place]) }
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if isLetterOrDigit(byte) {
          index += 1
          continue
        }
        let isInside: Bool
        switch byte {
        case 0x27: isInside = index + 1 < bytes.count && kind(bytes, at: index + 1).sign == .letter
        case 0x2C, 0x2E, 0x3A: isInside = isDigit(index - 1) && isDigit(index + 1)
        default: isInside = false
        }
        guard isInside else { break }
        index += 1
      } else {
        let (sign, scalar, width) = kind(bytes, at: index)
        if sign == .letter {
          index += width
        } else if scalar == "\u{2019}" || scalar == "\u{02BC}", index + width < bytes.count,
          kind(bytes, at: index + width).sign == .letter
        {
          index += width
        } else {
          break
        }
      }
    }
    return index
  }

  private static func word(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ gap: Word.Gap) -> Word {
    var isASCII = true
    for index in range where bytes[index] >= 0x80 { isASCII = false }
    let first = bytes[range.lowerBound]
    let text: String
    var isCapital = (0x41...0x5A).contains(first)
    if isASCII {
      text = String(unsafeUninitializedCapacity: range.count) { buffer in
        for (place, byte) in bytes[range].enumerated() {
          buffer[place] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        }
        return range.count
      }
    } else {
      let written = String(decoding: bytes[range], as: UTF8.self)
      isCapital = isCapital || written.unicodeScalars.first?.properties.isUppercase == true
      text = NFC.normalize(written.lowercased().replacing("\u{2019}", with: "'").replacing("\u{02BC}", with: "'"))
    }
    var traits = Lexicon.known[text] ?? []
    if (0x30...0x39).contains(first) || !isASCII && text.unicodeScalars.first?.properties.numericType != nil {
      traits.insert(.number)
    }
    let stem = Lexicon.spelled[text].map(String.init) ?? (traits.contains(.number) ? text : Word.cut(text))
    return Word(text: text, stem: stem, traits: traits, gap: gap, isCapital: isCapital, place: range)
  }

  /// How much a sign separates.
  private static func strength(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, _ scalar: Unicode.Scalar, next: Int
  ) -> Word.Gap {
    let isBeforeSpace = next >= bytes.count || bytes[next] == 0x20
    let isAfterSpace = index == 0 || bytes[index - 1] == 0x20
    switch scalar {
    case ",", "/": return .comma
    case "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}":
      return isBeforeSpace || isAfterSpace ? .clause : .hyphen
    case ":", "(", ")": return .clause
    case ";", "!", "?": return isBeforeSpace ? .sentence : .comma
    case ".":
      guard isBeforeSpace else { return .space }
      return isAbbreviation(bytes, endingAt: index) ? .space : .sentence
    default: return .space
    }
  }

  /// Whether a point ends an abbreviation: "Ms.", "Dr.", "p.m.", one letter.
  private static func isAbbreviation(_ bytes: UnsafeBufferPointer<UInt8>, endingAt end: Int) -> Bool {
    var start = end
    while start > 0, end - start < 6, isLetterOrDigit(bytes[start - 1]) || bytes[start - 1] == 0x2E { start -= 1 }
    let word = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
    return Lexicon.abbreviations.contains(word)
  }
}
