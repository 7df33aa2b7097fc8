/// Phrases made of classes of words, which are looked for in a sentence: `@post duty $` is "lunch duty" as well as "bus duty".
///
/// A phrase is a line of signs with spaces between them. Articles between two words of a text are passed over.
///
/// - `word`, `one|another`, `begin~`: a word, one of several, or a word that begins so; `@class` is a class of words.
/// - `*` is up to four words of the same clause, and `**` up to ten that a colon may divide.
/// - `^` before the first word: it begins a part of a sentence. `$` after the last one: no other noun follows.
/// - `NAME` is a word with a capital and `#` one with a digit.
struct Phrases: Sendable {
  private enum Sign: Sendable {
    case words(Set<String>)
    case beginning(String)
    case some(most: Int, gap: Word.Gap)
    case name
    case number
    case start
    case end
  }

  /// The phrases by their first words; those that begin with anything else are tried at each word.
  private var byFirst: [String: [Int]] = [:]
  private var others: [Int] = []
  private var phrases: [[Sign]] = []
  init(_ lines: [String], classes: [String: [String]] = [:]) {
    for line in lines {
      let signs = line.split(separator: " ").map { Self.sign($0, classes) }
      phrases.append(signs)
      let first = signs.first { if case .start = $0 { false } else { true } }
      if case .words(let words) = first {
        for word in words { byFirst[word, default: []].append(phrases.count - 1) }
      } else {
        others.append(phrases.count - 1)
      }
    }
  }

  private static func sign(_ piece: Substring, _ classes: [String: [String]]) -> Sign {
    switch piece {
    case "*": return .some(most: 4, gap: .comma)
    case "**": return .some(most: 10, gap: .clause)
    case "^": return .start
    case "$": return .end
    case "NAME": return .name
    case "#": return .number
    default:
      if piece.last == "~" { return .beginning(String(piece.dropLast())) }
      return .words(
        piece.split(separator: "|").reduce(into: []) { words, word in
          if word.first == "@" {
            words.formUnion(classes[String(word.dropFirst())] ?? [])
          } else {
            words.insert(String(word))
          }
        })
    }
  }

  /// Whether one of the phrases is in a sentence, at a place where `isMeant` holds for the words of the phrase.
  func isIn(_ words: ArraySlice<Word>, where isMeant: (Range<Int>) -> Bool = { _ in true }) -> Bool {
    words.indices.contains { index in
      if let candidates = byFirst[words[index].lower], isAny(of: candidates, words, index, isMeant) { return true }
      return !others.isEmpty && isAny(of: others, words, index, isMeant)
    }
  }

  private func isAny(of candidates: [Int], _ words: ArraySlice<Word>, _ index: Int, _ isMeant: (Range<Int>) -> Bool)
    -> Bool
  {
    for phrase in candidates {
      if let end = end(of: phrases[phrase], 0, words, at: index, from: index), isMeant(index..<end) { return true }
    }
    return false
  }

  /// Where a phrase ends whose signs from one on match the words from a place on.
  private func end(of phrase: [Sign], _ sign: Int, _ words: ArraySlice<Word>, at index: Int, from first: Int) -> Int? {
    guard sign < phrase.count else { return index }
    switch phrase[sign] {
    case .start:
      guard index == words.startIndex || words[index].gap > .space else { return nil }
      return end(of: phrase, sign + 1, words, at: index, from: first)
    case .end:
      guard words.isEndOfNoun(before: index) else { return nil }
      return end(of: phrase, sign + 1, words, at: index, from: first)
    case .some(let most, let gap):
      for place in index...min(index + most, words.endIndex) {
        if let end = end(of: phrase, sign + 1, words, at: place, from: first) { return end }
        guard place < words.endIndex, words[place].gap <= gap else { return nil }
      }
      return nil
    case .words, .beginning, .name, .number:
      var reach = Word.Gap.comma
      if sign > 0, case .some(_, let gap) = phrase[sign - 1] { reach = gap }
      var place = index
      while place < words.endIndex, place - index < 3, place == first || words[place].gap <= reach {
        if matches(phrase[sign], words[place]) {
          return end(of: phrase, sign + 1, words, at: place + 1, from: first)
        }
        guard place > first, words[place].kinds.contains(.article) else { return nil }
        place += 1
      }
      return nil
    }
  }

  private func matches(_ sign: Sign, _ word: Word) -> Bool {
    switch sign {
    case .words(let words): words.contains(word.lower)
    case .beginning(let beginning): word.lower.hasPrefix(beginning)
    case .name: word.isCapital
    case .number: word.hasDigit
    case .some, .start, .end: false
    }
  }
}

extension ArraySlice<Word> {
  /// Whether the noun before a place ends there: "lunch duty on Fridays", and not "lunch duty schedule".
  func isEndOfNoun(before place: Int) -> Bool {
    guard place < endIndex else { return true }
    let next = self[place]
    return next.gap > .space || next.kinds.contains(.function) || next.kinds.contains(.time) || next.hasDigit
      || ["around", "between", "near", "outside", "within"].contains(next.lower)
  }

  /// Whether a stretch of words, or what comes before it, denies something.
  func isDenied(upTo end: Int) -> Bool {
    self[..<end].contains { word in
      [
        "except", "instead", "neither", "never", "no", "nobody", "none", "nor", "not", "nothing", "off", "outside",
        "rather", "separate", "unless", "without",
      ].contains(word.lower) || word.lower.hasSuffix("n't")
    }
  }
}
