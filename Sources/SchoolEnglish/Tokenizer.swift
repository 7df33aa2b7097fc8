internal import TextSupport

/// Splits a text in any script into words, in one pass.
///
/// Words consist of Unicode letters, marks and digits, with an apostrophe inside. Each word knows what came before it.
enum Tokenizer {
  /// How finely a text is split.
  enum Grain {
    /// For comparing: a hyphen separates words, so that "one-page" and "one page" are the same, and a number is one
    /// word with the periods, commas and colons between its digits. Currency signs, `%` and `&` are separate words, so
    /// that "$2,000" reads the same whatever else is in the text.
    case parted
    /// For phrases: a hyphen joins words, as in "long-term", signs are not words, and each group of digits of a
    /// telephone number is one.
    case compound
  }

  static func words(of text: String, _ grain: Grain) -> [Word] {
    var text = text
    return text.withUTF8 { bytes in
      var result: [Word] = []
      result.reserveCapacity(bytes.count / 6 + 1)
      var gap = Word.Gap.sentence
      var index = 0
      while index < bytes.count {
        let kind = unsafe kind(bytes, at: index)
        switch kind.sign {
        case .letter:
          let start = index
          let end = unsafe end(of: bytes, from: start, grain)
          unsafe result.append(word(bytes, start..<end, gap, grain))
          gap = .space
          index = end
        case .symbol where grain == .parted:
          unsafe result.append(word(bytes, index..<index + kind.width, gap, grain))
          gap = .space
          index += kind.width
        case .symbol, .other:
          let next = index + kind.width
          gap = unsafe max(gap, strength(bytes, at: index, kind.scalar, next: next, after: result.last))
          index = next
        }
      }
      return result
    }
  }

  private enum Sign {
    case letter
    /// A currency sign, `%` or `&`.
    case symbol
    case other
  }

  private static func kind(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (
    sign: Sign, scalar: Unicode.Scalar, width: Int
  ) {
    let byte = unsafe bytes[index]
    if byte < 0x80 {
      let scalar = Unicode.Scalar(byte)
      if isLetterOrDigit(byte) { return (.letter, scalar, 1) }
      switch byte {
      case 0x24, 0x25, 0x26: return (.symbol, scalar, 1)
      default: return (.other, scalar, 1)
      }
    }
    let (scalar, width) = unsafe decoded(bytes, at: index)
    let properties = scalar.properties
    if properties.isAlphabetic || properties.numericType != nil || isMark(properties.generalCategory) {
      return (.letter, scalar, width)
    }
    return (properties.generalCategory == .currencySymbol ? .symbol : .other, scalar, width)
  }

  private static func isMark(_ category: Unicode.GeneralCategory) -> Bool {
    category == .nonspacingMark || category == .spacingMark || category == .enclosingMark
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  /// The character that begins at a place; a string is always valid UTF-8.
  private static func decoded(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (Unicode.Scalar, Int) {
    var iterator = UTF8()
    var rest = unsafe bytes[index...].prefix(4).makeIterator()
    guard case .scalarValue(let scalar) = unsafe iterator.decode(&rest) else { return ("\u{FFFD}", 1) }
    return (scalar, UTF8.width(scalar))
  }

  /// The end of the word that begins at a place, including the apostrophe of a plural for compounds.
  private static func end(of bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ grain: Grain) -> Int {
    func isDigit(_ place: Int) -> Bool {
      unsafe place >= start && place < bytes.count && (0x30...0x39).contains(bytes[place])
    }
    func isLetter(_ place: Int) -> Bool { unsafe place < bytes.count && kind(bytes, at: place).sign == .letter }
    var index = start
    while index < bytes.count {
      let byte = unsafe bytes[index]
      if byte < 0x80 {
        if isLetterOrDigit(byte) {
          index += 1
          continue
        }
        let isInside: Bool
        switch byte {
        case 0x27: isInside = isLetter(index + 1)
        case 0x2D: isInside = grain == .compound && isLetter(index + 1)
        case 0x2C, 0x2E, 0x3A: isInside = grain == .parted && isDigit(index - 1) && isDigit(index + 1)
        default: isInside = false
        }
        guard isInside else { break }
        index += 1
      } else {
        let (sign, scalar, width) = unsafe kind(bytes, at: index)
        if sign == .letter {
          index += width
        } else if scalar == "\u{2019}" || scalar == "\u{02BC}", isLetter(index + width) {
          index += width
        } else {
          break
        }
      }
    }
    if grain == .compound, index < bytes.count, unsafe bytes[index - 1] == 0x73 {
      if unsafe bytes[index] == 0x27 { return index + 1 }
      let (scalar, width) = unsafe decoded(bytes, at: index)
      if scalar == "\u{2019}" { return index + width }
    }
    return index
  }

  private static func word(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ gap: Word.Gap, _ grain: Grain
  ) -> Word {
    for index in range where unsafe bytes[index] >= 0x80 {
      return unsafe anyWord(String(decoding: bytes[range], as: UTF8.self), range, gap, grain)
    }
    return unsafe asciiWord(bytes, range, gap, grain)
  }

  /// A word in ASCII, as nearly every word is; as a string it would be searched half a dozen times.
  private static func asciiWord(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ gap: Word.Gap, _ grain: Grain
  ) -> Word {
    let (start, end) = (range.lowerBound, range.upperBound)
    var baseEnd = end
    if unsafe bytes[end &- 1] == 0x27 {
      baseEnd &-= 1
    } else if end &- start > 2, unsafe bytes[end &- 1] | 0x20 == 0x73, unsafe bytes[end &- 2] == 0x27 {
      baseEnd &-= 2
    }
    let isPossessive = baseEnd < end
    var letters = WordLetters()
    var hasSmall = false
    var digits = 0
    let isShort = baseEnd &- start <= WordLetters.most
    let text = unsafe String(unsafeUninitializedCapacity: end &- start) { buffer in
      var place = start
      while place < end {
        var byte = unsafe bytes[place]
        if byte >= 0x41, byte <= 0x5A {
          byte |= 0x20
        } else if byte >= 0x61 {
          hasSmall = true
        } else if byte >= 0x30, byte <= 0x39, place < baseEnd {
          digits &+= 1
        }
        unsafe buffer[place &- start] = byte
        if isShort, place < baseEnd { letters.set(byte, at: place &- start) }
        place &+= 1
      }
      return end &- start
    }
    var form: Word.Form = isPossessive ? .possessive : []
    if digits > 0 {
      form.insert(.digit)
      if digits == baseEnd &- start { form.insert(.digits) }
      if unsafe (0x30...0x39).contains(bytes[start]) { form.insert(.numeral) }
    }
    if unsafe bytes[start] >= 0x41, unsafe bytes[start] <= 0x5A {
      form.insert(.capital)
      if hasSmall { form.insert(.name) }
      if baseEnd &- start == 1 { form.insert(.initial) }
    }
    if baseEnd &- start >= 3, unsafe bytes[baseEnd &- 1] | 0x20 == 0x74, unsafe bytes[baseEnd &- 2] == 0x27,
      unsafe bytes[baseEnd &- 3] | 0x20 == 0x6E
    {
      form.insert(.negated)
    }
    // "It's" is more than "it" when texts are compared.
    var traits = Lexicon.table[isPossessive && grain == .parted ? WordLetters(text) : letters]
    if form.contains(.numeral) { traits.insert(.number) }
    return Word(
      text: text, base: isPossessive ? String(text.utf8.prefix(baseEnd &- start)) ?? text : text, letters: letters,
      traits: traits, gap: gap, form: form, place: range)
  }

  /// A word in any script.
  private static func anyWord(_ written: String, _ range: Range<Int>, _ gap: Word.Gap, _ grain: Grain) -> Word {
    let text = NFC.normalize(written.lowercased().replacing("\u{2019}", with: "'").replacing("\u{02BC}", with: "'"))
    var base = text
    var form: Word.Form = []
    let isPlural = text.hasSuffix("'")
    if isPlural || text.hasSuffix("'s") {
      form.insert(.possessive)
      base.removeLast(isPlural ? 1 : 2)
    }
    if written.unicodeScalars.first?.properties.isUppercase == true {
      form.insert(.capital)
      if written.unicodeScalars.contains(where: { $0.properties.isLowercase }) { form.insert(.name) }
      if base.unicodeScalars.count == 1 { form.insert(.initial) }
    }
    if base.hasSuffix("n't") { form.insert(.negated) }
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    if base.utf8.contains(where: isDigit) { form.insert(.digit) }
    if base.utf8.allSatisfy(isDigit) { form.insert(.digits) }
    if text.utf8.first.map(isDigit) == true { form.insert(.numeral) }
    let letters = WordLetters(base)
    var traits = Lexicon.table[form.contains(.possessive) && grain == .parted ? WordLetters(text) : letters]
    if let first = text.unicodeScalars.first,
      first.isASCII ? ("0"..."9").contains(first) : first.properties.numericType != nil
    {
      traits.insert(.number)
    }
    return Word(text: text, base: base, letters: letters, traits: traits, gap: gap, form: form, place: range)
  }

  /// How strongly a character separates words.
  private static func strength(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, _ scalar: Unicode.Scalar, next: Int, after word: Word?
  ) -> Word.Gap {
    let isBeforeSpace = unsafe next >= bytes.count || bytes[next] == 0x20
    let isAfterSpace = unsafe index == 0 || bytes[index - 1] == 0x20
    switch scalar {
    case ",", "/": return .comma
    case "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}":
      return isBeforeSpace || isAfterSpace ? .clause : .hyphen
    case ":", "(", ")": return .clause
    case ";", "!", "?": return isBeforeSpace ? .sentence : .comma
    case ".":
      guard isBeforeSpace, let word, !word.isInitial, !word.traits.contains(.abbreviation) else { return .space }
      return unsafe isShortened(bytes, endingAt: index) && !isCapital(bytes, at: next + 1) ? .space : .sentence
    default: return .space
    }
  }

  private static func isCapital(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    unsafe index >= bytes.count || (0x41...0x5A).contains(bytes[index])
  }

  /// Whether a period ends a shortened word, such as "p.m." or "approx."
  private static func isShortened(_ bytes: UnsafeBufferPointer<UInt8>, endingAt end: Int) -> Bool {
    var start = end
    while start > 0, end - start < 6, unsafe isLetterOrDigit(bytes[start - 1]) || bytes[start - 1] == 0x2E {
      start -= 1
    }
    return unsafe Lexicon.shortened.contains(String(decoding: bytes[start..<end], as: UTF8.self).lowercased())
  }
}
