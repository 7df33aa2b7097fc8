internal import SchoolEnglish
internal import TextSupport

/// Corresponding terms of the same kind, and the numbers and dates of a stretch that differs.
extension Judge {
  mutating func compareForms(_ left: Int, _ right: Int) {
    let (from, to) = (old.terms[left], new.terms[right])
    if from.exact == to.exact { return }
    switch (from.meaning, to.meaning) {
    case (.amount(let before), .amount(let after)): compare(before, after)
    case (.grades(let before), .grades(let after)):
      let isLess: Bool? =
        after.isStrictSubset(of: before) ? true : before.isStrictSubset(of: after) ? false : nil
      findings.append(
        Finding(
          .grades(isFewer: isLess), isLess: countsNumbers ? isLess : nil, old: old.quote(from.places),
          new: new.quote(to.places)))
    case (.days, .days): findings.append(Finding(.time, old: old.quote(from.places), new: new.quote(to.places)))
    default:
      // A noun is singular after "every", and plural after "all" or a number.
      if from.isVerb && to.isVerb || isCounted(left, old) && isCounted(right, new) { return }
      findings.append(Finding(.form, old: old.quote(from.places), new: new.quote(to.places)))
    }
  }

  private func isCounted(_ index: Int, _ reading: Reading) -> Bool {
    reading.terms[max(0, index - 3)..<index].contains { term in
      switch term.meaning {
      case .amount, .quantifier: true
      default: term.exact == "any"
      }
    }
  }

  private mutating func compare(_ before: Amount, _ after: Amount) {
    let (from, to) = (old.quote(before.phrase), new.quote(after.phrase))
    let isComparable = before.isComparable(with: after) && !before.isCap
    let isFewer = isComparable ? before.change(to: after) : nil
    // Waiting longer, or staying under a higher limit, does not promise more.
    let isTurned = old.isTurned(before) || new.isTurned(after)
    let isLess = isTurned ? nil : isFewer.map { $0 != before.isDeadline }
    if before.units.isEmpty, after.units.isEmpty, before.measure == .things, after.measure == .things {
      addLabel(before.phrase, after.phrase)
      return
    }
    findings.append(
      Finding(.amount(isDeadline: before.isDeadline), isLess: countsNumbers ? isLess : nil, old: from, new: to))
  }

  mutating func takeNumbers(_ gone: inout [Int], _ come: inout [Int]) {
    func amount(_ term: Term) -> Amount? { if case .amount(let amount) = term.meaning { amount } else { nil } }
    func isRead(_ term: Term) -> Bool {
      switch term.meaning {
      case .rhythm, .money: true
      default: false
      }
    }
    // Rhythms and sums are compared as a whole; if only their places differ, something else may be meant.
    let (left, right) = (gone.filter { isRead(old.terms[$0]) }, come.filter { isRead(new.terms[$0]) })
    if !left.isEmpty || !right.isEmpty { isOther = true }
    gone.removeAll { isRead(old.terms[$0]) }
    come.removeAll { isRead(new.terms[$0]) }
    func isPlain(_ term: Term) -> Bool {
      switch term.meaning {
      case .days, .grades, .label: true
      case .amount, .hedge, .modal, .money, .negation, .quantifier, .rhythm, .word: false
      }
    }
    let before = takeUnnamed(&gone, isOld: true, where: isPlain)
    let after = takeUnnamed(&come, isOld: false, where: isPlain)
    if !before.isEmpty || !after.isEmpty {
      func kind(_ term: Term) -> Finding.Kind {
        switch term.meaning {
        case .days: .time
        case .grades: .grades(isFewer: nil)
        case .label where term.exact.contains(":"): .time
        default: .label
        }
      }
      let first = before.first.map { old.terms[$0] } ?? after.first.map { new.terms[$0] }
      findings.append(Finding(first.map(kind) ?? .label, old: list(before, old), new: list(after, new)))
    }
    takeDates(&gone, &come)
    let (lost, gained) = (gone.compactMap { amount(old.terms[$0]) }, come.compactMap { amount(new.terms[$0]) })
    // A share and a word such as "every" are compared with each other.
    let (isQuantified, wasQuantified) = (come.contains { new.isQuantifier($0) }, gone.contains { old.isQuantifier($0) })
    if lost.count == 1, gained.count == 1 {
      compare(lost[0], gained[0])
    } else {
      for amount in lost where !(amount.measure == .share && isQuantified) { addAmount(amount, isOld: true) }
      for amount in gained where !(amount.measure == .share && wasQuantified) { addAmount(amount, isOld: false) }
    }
    gone.removeAll { index in amount(old.terms[index]).map { !($0.measure == .share && isQuantified) } ?? false }
    come.removeAll { index in amount(new.terms[index]).map { !($0.measure == .share && wasQuantified) } ?? false }
  }

  /// Removes some terms from a stretch, and returns those that the other text does not name. A term that it names
  /// elsewhere, or within something else, is neither gone nor new.
  private mutating func takeUnnamed(_ stretch: inout [Int], isOld: Bool, where isMeant: (Term) -> Bool) -> [Int] {
    let terms = isOld ? old.terms : new.terms
    let meant = stretch.filter { isMeant(terms[$0]) }
    if meant.isEmpty { return [] }
    stretch.removeAll { isMeant(terms[$0]) }
    var result: [Int] = []
    for index in meant where !isNamed(terms[index].places, isOld: isOld) { result.append(index) }
    if result.count < meant.count { isOther = true }
    return result
  }

  /// Whether all words in a range of a text, except small ones, are in the other one.
  private mutating func isNamed(_ places: Range<Int>, isOld: Bool) -> Bool {
    let words = (isOld ? old : new).words[places].filter { !$0.traits.contains(.small) }
    let others = isOld ? stems.new : stems.old
    return !words.isEmpty && words.allSatisfy { others.contains($0.stem) }
  }

  /// Adds a number that counts nothing, as in a list: "weeks 1, 3 and 5" became "weeks 1 and 3".
  private mutating func addLabel(_ before: Range<Int>?, _ after: Range<Int>?) {
    var (gone, come): (String?, String?) = (nil, nil)
    if let before, !isNamed(before, isOld: true) { gone = old.quote(before) }
    if let after, !isNamed(after, isOld: false) { come = new.quote(after) }
    if gone == nil && come == nil { isOther = true } else { findings.append(Finding(.label, old: gone, new: come)) }
  }

  /// The first few terms as written.
  private func list(_ places: [Int], _ reading: Reading) -> String? {
    places.isEmpty ? nil : Prose.list(places.prefix(8).map { reading.quote(reading.terms[$0].places) })
  }

  private mutating func addAmount(_ amount: Amount, isOld: Bool) {
    // "A class" is one class.
    if amount.lower == 100, amount.upper == 100,
      !(isOld ? single.new : single.old).isDisjoint(with: amount.units)
    {
      return
    }
    // "Six cycles" became "cycles": without a count it promises less. If the cycles are gone, too, it is something
    // else.
    let others = isOld ? stems.new : stems.old
    guard amount.measure == .times || amount.units.contains(where: others.contains) else {
      return addLabel(isOld ? amount.phrase : nil, isOld ? nil : amount.phrase)
    }
    let isLess: Bool? = countsNumbers && !amount.isCap && amount.measure != .times ? (isOld != amount.isDeadline) : nil
    let text = (isOld ? old : new).quote(amount.phrase)
    findings.append(
      Finding(
        .amount(isDeadline: amount.isDeadline), isLess: isLess, old: isOld ? text : nil, new: isOld ? nil : text))
  }

  private mutating func takeDates(_ gone: inout [Int], _ come: inout [Int]) {
    func isDate(_ words: [Word]) -> (Term) -> Bool {
      { term in
        term.places.count == 1
          && (words[term.places.lowerBound].traits.contains(.date) || term.exact == "may" && term.meaning == .word)
      }
    }
    let before = takeUnnamed(&gone, isOld: true, where: isDate(old.words))
    let after = takeUnnamed(&come, isOld: false, where: isDate(new.words))
    if !before.isEmpty || !after.isEmpty {
      findings.append(Finding(.time, old: list(before, old), new: list(after, new)))
    }
  }
}

extension Reading {
  /// Whether a word before an amount reverses it, so that more is less: "under 3 days", "wait five days".
  fileprivate func isTurned(_ amount: Amount) -> Bool {
    words[max(0, amount.places.lowerBound - 3)..<amount.places.lowerBound].contains { Self.turning.contains($0.text) }
  }

  private static let turning: Set<String> = [
    "below", "limit", "limits", "miss", "misses", "skip", "skips", "under", "wait", "waiting", "waits",
  ]

  /// The stems of all words that follow an article: "a class".
  var single: Set<String> {
    Set(
      words.indices.dropFirst().lazy.filter { index in
        ["a", "an"].contains(words[index - 1].text) && words[index].gap == .space
      }.map { words[$0].stem })
  }

  fileprivate func isQuantifier(_ term: Int) -> Bool {
    if case .quantifier = terms[term].meaning { true } else { false }
  }
}
