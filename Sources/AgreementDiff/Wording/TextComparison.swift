/// What became of a text: whether it asks for less or for more, or only says the same in other words.
struct TextComparison {
  /// Why the new text asks for less, in words.
  private(set) var weaker: [String] = []
  /// Why the new text asks for more, in words.
  private(set) var stronger: [String] = []
  /// Why the new text says something else, in words.
  private(set) var other: [String] = []
  /// Of a thousand, how alike the texts are.
  let likeness: Int

  /// Whether only the wording changed: no word with a meaning came or went, and none stands where it means something else.
  ///
  /// Whatever is in doubt is a change: it is shown.
  let isWordingOnly: Bool

  /// Texts less alike than this, of a thousand, are not looked at further: no text has so many words that mean the same.
  private static let leastForWording = 300

  /// Compares two folded texts; `rhythm` are the answers to `every`, where there are any.
  init(_ old: String, _ new: String, rhythm: (old: String?, new: String?) = (nil, nil), countsNumbers: Bool = true) {
    let isSame = old == new
    let (oldParts, newParts) = (TextParts(old, every: rhythm.old), TextParts(new, every: rhythm.new))
    let (oldWords, newWords) = (oldParts.words, newParts.words)
    likeness = isSame ? 1000 : Similarity.between(oldWords, newWords)
    isWordingOnly = !isSame && likeness >= Self.leastForWording && SameSense.holds(old, oldParts, new, newParts)
    compareModals(oldWords, newWords)
    compareHedges(Hedges.all(in: oldWords), Hedges.all(in: newWords))
    compareRhythm(oldParts.times, newParts.times, rhythm)
    guard !isSame, !isWordingOnly else { return }
    if countsNumbers {
      compareQuantities(oldParts.amounts, oldWords, newParts.amounts, newWords)
    }
    other += WordReasons.reasons(
      oldWords, newWords, likeness: likeness, isExplained: !weaker.isEmpty || !stronger.isEmpty || !other.isEmpty)
  }

  private mutating func add(_ isWeaker: Bool, _ reason: String) {
    if isWeaker { weaker.append(reason) } else { stronger.append(reason) }
  }

  private mutating func compareModals(_ old: [Word], _ new: [Word]) {
    let (before, after) = (Hedges.modal(in: old), Hedges.modal(in: new))
    guard before.strength != after.strength else { return }
    let words =
      switch (before.word, after.word) {
      case (let before?, let after?): "\"\(before)\" became \"\(after)\""
      case (nil, let after?): "it now says \"\(after)\""
      case (let before?, nil): "it no longer says \"\(before)\""
      case (nil, nil): ""
      }
    let (was, now) = (Hedges.meaning(ofStrength: before.strength), Hedges.meaning(ofStrength: after.strength))
    add(after.strength < before.strength, "\(words): it was \(was), and is now \(now)")
  }

  private mutating func compareHedges(_ old: [String], _ new: [String]) {
    for hedge in Self.missing(old, from: new) {
      add(false, "it no longer says \"\(hedge)\": \(Hedges.meaning(of: hedge).without)")
    }
    for hedge in Self.missing(new, from: old) {
      add(true, "it now says \"\(hedge)\": \(Hedges.meaning(of: hedge).with)")
    }
  }

  private mutating func compareRhythm(
    _ old: [Frequency], _ new: [Frequency], _ rhythm: (old: String?, new: String?)
  ) {
    let before = rhythm.old.flatMap { Frequency.every($0) }
    let after = rhythm.new.flatMap { Frequency.every($0) }
    if let before, let after, before.perYear != after.perYear {
      add(
        after.perYear < before.perYear,
        "\(after.perYear < before.perYear ? "less often" : "more often"): \(before.words) became \(after.words)")
      // The text says it once more, and one reason is enough.
      if old.count == new.count,
        zip(old, new).allSatisfy({
          ($0.perYear < $1.perYear) == (before.perYear < after.perYear) || $0.perYear == $1.perYear
        })
      {
        return
      }
    }
    if old.count == new.count {
      for (before, after) in zip(old, new) where before.perYear != after.perYear {
        let isLess = after.perYear < before.perYear
        add(isLess, "\(isLess ? "less often" : "more often"): \"\(before.words)\" became \"\(after.words)\"")
      }
    } else if new.isEmpty, rhythm.new == nil, let lost = old.first {
      add(true, "it no longer says how often (\"\(lost.words)\")")
    } else if old.isEmpty, rhythm.old == nil, let gained = new.first {
      add(false, "it now says how often (\"\(gained.words)\")")
    } else if old.map(\.perYear) != new.map(\.perYear), !old.isEmpty, !new.isEmpty {
      other.append("how often is said in another way")
    }
  }

  private mutating func compareQuantities(
    _ old: [Quantity], _ oldWords: [Word], _ new: [Quantity], _ newWords: [Word]
  ) {
    // A text with more numbers than that is a table; that they differ is said below.
    let most = 50
    if old.isEmpty && new.isEmpty || old.count > most || new.count > most { return }
    let units = Set(old.map(\.unit) + new.map(\.unit)).sorted()
    for unit in units {
      let before = old.filter { $0.unit == unit }
      let after = new.filter { $0.unit == unit }
      if let before = before.first, let after = after.first, old.count(where: { $0.unit == unit }) == 1,
        new.count(where: { $0.unit == unit }) == 1
      {
        guard before.value != after.value else { continue }
        let isLess = (after.value < before.value) != (before.isLimit || after.isLimit)
        add(
          isLess,
          before.isLimit || after.isLimit
            ? "\(isLess ? "a wider" : "a tighter") limit: \"\(before.words)\" became \"\(after.words)\""
            : "\(isLess ? "less" : "more"): \"\(before.words)\" became \"\(after.words)\"")
      } else if let lost = before.first, after.isEmpty, before.count == 1,
        newWords.contains(where: { $0.stem == unit })
      {
        add(!lost.isLimit, "it no longer says how many or how much (\"\(lost.words)\")")
      } else if let gained = after.first, before.isEmpty, after.count == 1,
        oldWords.contains(where: { $0.stem == unit })
      {
        add(gained.isLimit, "it now says how many or how much (\"\(gained.words)\")")
      }
    }
  }

  /// What is in one list more often than in another, in the order of the first.
  static func missing(_ words: [String], from others: [String]) -> [String] {
    if others.isEmpty || words.isEmpty { return words }
    if words.count * others.count <= 4096 {
      var isTaken = [Bool](repeating: false, count: others.count)
      return words.filter { word in
        guard let place = others.indices.first(where: { !isTaken[$0] && others[$0] == word }) else { return true }
        isTaken[place] = true
        return false
      }
    }
    var counts: [String: Int] = [:]
    for word in others { counts[word, default: 0] += 1 }
    return words.filter { word in
      guard let count = counts[word], count > 0 else { return true }
      counts[word] = count - 1
      return false
    }
  }
}
