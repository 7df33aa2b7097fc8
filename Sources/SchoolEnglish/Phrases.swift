/// Phrases made of classes of words, to be found in a sentence: `@post duty $` is "lunch duty" as well as "bus duty".
///
/// A phrase is a line of signs separated by spaces. Articles between two words of a text are skipped.
///
/// - `word`, `one|another`: a word, or one of several; `@class` is a class of words.
/// - `*` is up to four words of the same clause, and `**` up to ten words that a colon may divide.
/// - `^` before the first word: it begins part of a sentence. `$` after the last one: no other noun follows.
/// - `NAME` is a capitalized word, and `#` is a word with a digit.
package struct Phrases: Sendable {
  /// A sign of a phrase, in plain numbers, so that reading one counts no references.
  private struct Sign {
    enum Kind {
      case words
      case some
      case name
      case number
      case start
      case end
    }

    var kind: Kind
    /// Where the table of its words begins in `slots`, and the number of slots minus one.
    var first = 0
    var mask = 0
    /// The most words that it skips, and what may be between them.
    var most = 0
    var gap = Word.Gap.comma
  }

  /// The first word of some phrases, and the first of these phrases in `chain`.
  private struct Beginning {
    var word = WordLetters()
    var chain = -1
  }

  /// All signs, phrase by phrase, and where each phrase begins; the last start ends the last phrase.
  private var signs: [Sign] = []
  private var starts: [Int] = [0]
  /// Tables of words.
  private var slots: [WordLetters] = []
  /// The phrases by their first words; phrases that begin with anything else are tried at each word.
  private var beginnings: [Beginning] = []
  private var chain: [(phrase: Int, next: Int)] = []
  private var others: [Int] = []

  /// Takes lines of signs. A class is identified by the number of its letters and the letters, so that its table is
  /// made only once.
  package init(_ lines: [StaticString], classes: KeyValuePairs<StaticString, [StaticString]> = [:]) {
    var tables: [(name: WordLetters, first: Int, mask: Int)] = []
    for (name, words) in classes {
      let (first, mask) = addTable(words.map { $0.withUTF8Buffer { unsafe WordLetters($0) } })
      tables.append((name.withUTF8Buffer { unsafe WordLetters($0) }, first, mask))
    }
    for line in lines {
      line.withUTF8Buffer { bytes in
        var start = 0
        for index in 0...bytes.count where unsafe index == bytes.count || bytes[index] == 0x20 {
          if index > start { unsafe addSign(UnsafeBufferPointer(rebasing: bytes[start..<index]), tables) }
          start = index + 1
        }
      }
      starts.append(signs.count)
    }
    addBeginnings()
  }

  /// Adds a table of words and returns its position.
  private mutating func addTable(_ words: [WordLetters]) -> (first: Int, mask: Int) {
    var room = 2
    while room < 2 * words.count { room *= 2 }
    let first = slots.count
    let mask = room - 1
    slots.append(contentsOf: repeatElement(WordLetters(), count: room))
    for word in words {
      var place = word.spread & mask
      while !slots[first + place].isEmpty, slots[first + place] != word { place = (place + 1) & mask }
      slots[first + place] = word
    }
    return (first, mask)
  }

  private mutating func addSign(
    _ piece: UnsafeBufferPointer<UInt8>, _ tables: [(name: WordLetters, first: Int, mask: Int)]
  ) {
    if unsafe piece.allSatisfy({ $0 == 0x2A }) {
      signs.append(
        piece.count == 1
          ? Sign(kind: .some, most: 4, gap: .comma) : Sign(kind: .some, most: 10, gap: .clause))
    } else if piece.count == 1, let kind = unsafe Self.kinds[piece[0]] {
      signs.append(Sign(kind: kind))
    } else if unsafe piece.first == 0x4E {
      signs.append(Sign(kind: .name))
    } else {
      var words: [WordLetters] = []
      var start = 0
      for index in 0...piece.count where unsafe index == piece.count || piece[index] == 0x7C {
        let isClass = unsafe piece[start] == 0x40
        let word = unsafe WordLetters(UnsafeBufferPointer(rebasing: piece[(isClass ? start + 1 : start)..<index]))
        if !isClass {
          words.append(word)
        } else {
          let table = tables.first { $0.name == word }
          precondition(table != nil, "a phrase names a class that there is not")
          guard let table else { continue }
          if start == 0, index == piece.count {
            signs.append(Sign(kind: .words, first: table.first, mask: table.mask))
            return
          }
          words += slots[table.first...(table.first + table.mask)].filter { !$0.isEmpty }
        }
        start = index + 1
      }
      let (first, mask) = addTable(words)
      signs.append(Sign(kind: .words, first: first, mask: mask))
    }
  }

  private static let kinds: [UInt8: Sign.Kind] = [0x23: .number, 0x24: .end, 0x5E: .start]

  private mutating func addBeginnings() {
    var words: [(word: WordLetters, phrase: Int)] = []
    for phrase in starts.indices.dropLast() {
      let sign = signs[starts[phrase]...].first { $0.kind != .start }
      if let sign, sign.kind == .words {
        for word in slots[sign.first...(sign.first + sign.mask)] where !word.isEmpty { words.append((word, phrase)) }
      } else {
        others.append(phrase)
      }
    }
    var room = 2
    while room < 2 * words.count { room *= 2 }
    beginnings = Array(repeating: Beginning(), count: room)
    for (word, phrase) in words {
      let place = place(of: word)
      beginnings[place].word = word
      chain.append((phrase, beginnings[place].chain))
      beginnings[place].chain = chain.count - 1
    }
  }

  /// The slot of a word that phrases begin with, or the slot where it would go.
  private func place(of word: WordLetters) -> Int {
    let mask = beginnings.count &- 1
    var place = word.spread & mask
    while beginnings[place].chain >= 0, beginnings[place].word != word { place = (place &+ 1) & mask }
    return place
  }

  /// Whether one of the phrases is in a sentence, with `isMeant` true for the words of the phrase.
  package func isIn(_ words: ArraySlice<Word>, where isMeant: (Range<Int>) -> Bool = { _ in true }) -> Bool {
    var index = words.startIndex
    while index < words.endIndex {
      let word = words[index].letters
      var link = word.isEmpty ? -1 : beginnings[place(of: word)].chain
      while link >= 0 {
        if matches(chain[link].phrase, words, at: index, isMeant) { return true }
        link = chain[link].next
      }
      for phrase in others where matches(phrase, words, at: index, isMeant) { return true }
      index &+= 1
    }
    return false
  }

  private func matches(
    _ phrase: Int, _ words: ArraySlice<Word>, at index: Int, _ isMeant: (Range<Int>) -> Bool
  ) -> Bool {
    guard let end = end(of: starts[phrase], upTo: starts[phrase &+ 1], words, at: index, from: index) else {
      return false
    }
    return isMeant(index..<end)
  }

  /// Where a phrase ends, if its signs from one on match the words from a place on.
  private func end(of sign: Int, upTo last: Int, _ words: ArraySlice<Word>, at index: Int, from first: Int) -> Int? {
    guard sign < last else { return index }
    switch signs[sign].kind {
    case .start:
      guard index == words.startIndex || words[index].gap > .space else { return nil }
      return end(of: sign + 1, upTo: last, words, at: index, from: first)
    case .end:
      guard words.isEndOfNoun(before: index) else { return nil }
      return end(of: sign + 1, upTo: last, words, at: index, from: first)
    case .some:
      for place in index...min(index + signs[sign].most, words.endIndex) {
        if let end = end(of: sign + 1, upTo: last, words, at: place, from: first) { return end }
        guard place < words.endIndex, words[place].gap <= signs[sign].gap else { return nil }
      }
      return nil
    case .words, .name, .number:
      // What follows `*` or `**` may be as far away as they reach.
      let reach = index > first && signs[sign - 1].kind == .some ? signs[sign - 1].gap : .comma
      var place = index
      while place < words.endIndex, place - index < 3, place == first || words[place].gap <= reach {
        if matches(signs[sign], words[place]) {
          return end(of: sign + 1, upTo: last, words, at: place + 1, from: first)
        }
        guard place > first, words[place].traits.contains(.article) else { return nil }
        place += 1
      }
      return nil
    }
  }

  private func matches(_ sign: Sign, _ word: Word) -> Bool {
    switch sign.kind {
    case .words:
      let letters = word.letters
      guard !letters.isEmpty else { return false }
      var place = letters.spread & sign.mask
      while true {
        let slot = slots[sign.first &+ place]
        if slot.isEmpty { return false }
        if slot == letters { return true }
        place = (place &+ 1) & sign.mask
      }
    case .name: return word.isNameLike
    case .number: return word.hasDigit
    case .some, .start, .end: return false
    }
  }
}

extension ArraySlice<Word> {
  /// Whether the noun before a place ends there: "lunch duty on Fridays", and not "lunch duty schedule".
  package func isEndOfNoun(before place: Int) -> Bool {
    guard place < endIndex else { return true }
    let next = self[place]
    return next.gap > .space || next.traits.contains(.function) || next.traits.contains(.time) || next.hasDigit
      || prepositions.contains(next)
  }

  /// Whether any of the words before a place denies something.
  package func isDenied(upTo end: Int) -> Bool {
    self[..<end].contains { $0.isNegated || denials.contains($0) }
  }
}

private let prepositions: WordSet = ["around", "between", "near", "outside", "within"]

private let denials: WordSet = [
  "except", "instead", "neither", "never", "no", "nobody", "none", "nor", "not", "nothing", "off", "outside", "rather",
  "separate", "unless", "without",
]
