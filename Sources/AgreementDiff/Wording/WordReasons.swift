internal import TextSupport

/// What the words that came and went mean, where that can be said.
enum WordReasons {
  /// Texts less alike than this, of a thousand, are new texts, and single words explain nothing.
  private static let leastAlike = 400
  /// So many words are quoted of one side.
  private static let mostQuoted = 8

  /// The reasons: numbers, days, exceptions; where there is nothing of the kind, the words themselves.
  ///
  /// `isExplained` says that something else was found already, which numbers and single words would only repeat.
  static func reasons(_ old: [Word], _ new: [Word], likeness: Int, isExplained: Bool) -> [String] {
    if likeness < leastAlike { return isExplained ? [] : ["most of it is in other words, so read both"] }
    var result: [String] = []
    if !isExplained { result += numbers(old, new) }
    result += dates(old, new) + limits(old, new)
    if isExplained || !result.isEmpty { return result }
    return words(old, new)
  }

  private static func numbers(_ old: [Word], _ new: [Word]) -> [String] {
    let (before, after) = (Self.numbers(old), Self.numbers(new))
    let lost = TextComparison.missing(before, from: after)
    let gained = TextComparison.missing(after, from: before)
    return exchange(lost, gained, noun: "number", before: "names", quotes: false)
  }

  /// The numbers of a text, however they are spelled; "one" is mostly no number.
  private static func numbers(_ words: [Word]) -> [String] {
    words.filter { $0.traits.contains(.number) }.map(\.text).compactMap { word in
      if let value = Quantity.value(of: word), !word.hasPrefix("$"), !word.hasSuffix("%") {
        return word == "one" ? nil : String(value)
      }
      return word == "one" || !(Words.isNumber(word) || Quantity.value(of: word) != nil) ? nil : word
    }
  }

  private static func dates(_ old: [Word], _ new: [Word]) -> [String] {
    func dates(_ words: [Word]) -> [String] {
      words.filter { $0.traits.contains(.date) }.map { $0.text.prefix(1).uppercased() + $0.text.dropFirst() }
    }
    let (before, after) = (dates(old), dates(new))
    return exchange(
      TextComparison.missing(before, from: after), TextComparison.missing(after, from: before), noun: "time",
      before: "names", quotes: false)
  }

  private static func exchange(_ lost: [String], _ gained: [String], noun: String, before: String, quotes: Bool)
    -> [String]
  {
    func list(_ words: [String]) -> String {
      Prose.list(Array(words.prefix(mostQuoted))) + (words.count > mostQuoted ? " and more" : "")
    }
    func another(_ count: Int) -> String { count == 1 ? "another \(noun)" : "other \(noun)s" }
    switch (lost.isEmpty, gained.isEmpty) {
    case (true, true): return []
    case (true, false): return ["it now names a \(noun) that it did not: \(list(gained))"]
    case (false, true): return ["it no longer names \(list(lost))"]
    case (false, false):
      return ["it names \(another(gained.count)): \(list(gained)) instead of \(list(lost))"]
    }
  }

  /// Words that turn a text around or fence it in: each with what follows it, which it is about.
  private static func limits(_ old: [Word], _ new: [Word]) -> [String] {
    func limits(_ words: [Word]) -> [String] { words.filter { $0.traits.contains(.limit) }.map(\.text) }
    let (before, after) = (limits(old), limits(new))
    var result: [String] = []
    for limit in TextComparison.missing(after, from: before) {
      result.append("\(meaning(of: limit).came): \"\(phrase(limit, new))\"")
    }
    for limit in TextComparison.missing(before, from: after) {
      result.append("\(meaning(of: limit).went): \"\(phrase(limit, old))\"")
    }
    return result
  }

  private static func meaning(of limit: String) -> (came: String, went: String) {
    switch limit {
    case "only": ("it now holds only for this", "it no longer holds only for this")
    case "but": ("it now adds a reservation", "a reservation is gone")
    case "except", "excepted", "unless": ("there is an exception now", "an exception is gone")
    case "without": ("it now says what it does without", "it no longer says what it does without")
    case "neither", "no", "nobody", "none", "nor", "nothing":
      ("it now says that there is none", "it no longer says that there is none")
    default: ("it now rules something out", "it no longer rules something out")
    }
  }

  /// A word with up to three that follow it.
  private static func phrase(_ word: String, _ words: [Word]) -> String {
    // The last place, for what was added mostly stands at the end.
    guard let place = words.lastIndex(where: { $0.text == word }) else { return word }
    return words[place..<min(words.count, place + 4)].map(\.text).joined(separator: " ")
  }

  /// The words that came and went, those that are together as one phrase.
  private static func words(_ old: [Word], _ new: [Word]) -> [String] {
    let (lost, gained) = (phrases(old, without: new), phrases(new, without: old))
    func list(_ phrases: [String]) -> String { Prose.list(phrases.map { "\"\($0)\"" }) }
    func count(_ phrases: [String]) -> Int { phrases.reduce(0) { $0 + $1.split(separator: " ").count } }
    if max(count(lost), count(gained)) > mostQuoted { return ["much of it is in other words, so read both"] }
    switch (lost.isEmpty, gained.isEmpty) {
    case (true, false): return ["it now adds \(list(gained))"]
    case (false, true): return ["it leaves out \(list(lost))"]
    case (false, false): return ["the wording changed: \(list(gained)) instead of \(list(lost))"]
    case (true, true):
      let small = (smallWords(old), smallWords(new))
      let (gone, come) = (
        TextComparison.missing(small.0, from: small.1), TextComparison.missing(small.1, from: small.0)
      )
      if gone.isEmpty && come.isEmpty { return ["the same words are in another order or form, so read both"] }
      if gone.isEmpty { return ["the wording changed: it now says \(list(come))"] }
      if come.isEmpty { return ["the wording changed: it no longer says \(list(gone))"] }
      return ["the wording changed: \(list(come)) instead of \(list(gone))"]
    }
  }

  private static func smallWords(_ words: [Word]) -> [String] {
    words.filter { $0.traits.contains(.small) }.map(\.text)
  }

  /// The stretches of words that another text does not have; small words between two of them belong to them.
  private static func phrases(_ words: [Word], without others: [Word]) -> [String] {
    func stems(_ words: [Word]) -> [String] { words.filter { !$0.traits.contains(.small) }.map(\.stem) }
    var missing: [String: Int] = [:]
    for stem in TextComparison.missing(stems(words), from: stems(others)) { missing[stem, default: 0] += 1 }
    if missing.isEmpty { return [] }
    var result: [String] = []
    var current: [String] = []
    var small: [String] = []
    for word in words {
      if word.traits.contains(.small) {
        if !current.isEmpty { small.append(word.text) }
      } else if let count = missing[word.stem], count > 0 {
        missing[word.stem] = count - 1
        current += small + [word.text]
        small = []
      } else {
        if !current.isEmpty { result.append(current.joined(separator: " ")) }
        (current, small) = ([], [])
      }
    }
    if !current.isEmpty { result.append(current.joined(separator: " ")) }
    return result
  }
}
