internal import SchoolEnglish
internal import TextSupport

/// Terms of the same kind that stand for each other, and the numbers and dates of a stretch that differs.
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
      // After "every" one is named, and after "all" or a number several.
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
    // To wait longer, or to stay under more, is not to promise more.
    let isTurned = old.isTurned(before) || new.isTurned(after)
    let isLess = isTurned ? nil : isFewer.map { $0 != before.isDeadline }
    if before.units.isEmpty, after.units.isEmpty, before.measure == .things, after.measure == .things {
      findings.append(Finding(.label, old: from, new: to))
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
    // Rhythms and sums are compared as a whole; where only their places differ, something else may be meant.
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
    // What the other side names, too, at another place or within something else, is neither gone nor new.
    let plain = (old: gone.filter { isPlain(old.terms[$0]) }, new: come.filter { isPlain(new.terms[$0]) })
    let before = plain.old.filter { !isNamed(old.terms[$0], old, in: new) }
    let after = plain.new.filter { !isNamed(new.terms[$0], new, in: old) }
    if before.count < plain.old.count || after.count < plain.new.count { isOther = true }
    gone.removeAll { plain.old.contains($0) }
    come.removeAll { plain.new.contains($0) }
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
    if lost.count == 1, gained.count == 1 {
      compare(lost[0], gained[0])
    } else {
      for amount in lost where !takesShare(amount, come, new) { addAmount(amount, isOld: true, among: new) }
      for amount in gained where !takesShare(amount, gone, old) { addAmount(amount, isOld: false, among: old) }
    }
    gone.removeAll { index in amount(old.terms[index]).map { !takesShare($0, come, new) } ?? false }
    come.removeAll { index in amount(new.terms[index]).map { !takesShare($0, gone, old) } ?? false }
  }

  /// Whether all words of a term are in another text.
  private func isNamed(_ term: Term, _ reading: Reading, in other: Reading) -> Bool {
    let words = reading.words[term.places].filter { !$0.traits.contains(.small) }
    return !words.isEmpty && words.allSatisfy { word in other.words.contains { $0.stem == word.stem } }
  }

  /// The first few terms as they are written.
  private func list(_ places: [Int], _ reading: Reading) -> String? {
    places.isEmpty ? nil : Prose.list(places.prefix(8).map { reading.quote(reading.terms[$0].places) })
  }

  /// Whether a share stands against a word such as "every", so that the two are compared.
  private func takesShare(_ amount: Amount, _ others: [Int], _ reading: Reading) -> Bool {
    amount.measure == .share
      && others.contains { if case .quantifier = reading.terms[$0].meaning { true } else { false } }
  }

  private mutating func addAmount(_ amount: Amount, isOld: Bool, among others: Reading) {
    // "A class" is one class.
    if amount.lower == 100, amount.upper == 100, amount.units.count > 0, others.hasOne(of: amount.units) { return }
    // "Six cycles" became "cycles": that it is counted no longer is less, and else it is something else.
    let isThere = amount.units.contains { unit in others.words.contains { $0.stem == unit } }
    let isLess: Bool? = isThere && countsNumbers && !amount.isCap ? (isOld != amount.isDeadline) : nil
    let text = (isOld ? old : new).quote(amount.phrase)
    if isThere {
      findings.append(
        Finding(
          .amount(isDeadline: amount.isDeadline), isLess: isLess, old: isOld ? text : nil, new: isOld ? nil : text))
    } else {
      findings.append(Finding(.label, old: isOld ? text : nil, new: isOld ? nil : text))
    }
  }

  private mutating func takeDates(_ gone: inout [Int], _ come: inout [Int]) {
    func isDate(_ term: Term, _ reading: Reading) -> Bool {
      term.places.count == 1
        && (reading.words[term.places.lowerBound].traits.contains(.date)
          || term.exact == "may" && term.meaning == .word)
    }
    let dates = (old: gone.filter { isDate(old.terms[$0], old) }, new: come.filter { isDate(new.terms[$0], new) })
    if dates.old.isEmpty && dates.new.isEmpty { return }
    let before = dates.old.filter { !isNamed(old.terms[$0], old, in: new) }
    let after = dates.new.filter { !isNamed(new.terms[$0], new, in: old) }
    if before.count < dates.old.count || after.count < dates.new.count { isOther = true }
    if !before.isEmpty || !after.isEmpty {
      findings.append(Finding(.time, old: list(before, old), new: list(after, new)))
    }
    gone.removeAll { dates.old.contains($0) }
    come.removeAll { dates.new.contains($0) }
  }
}

extension Reading {
  /// Whether a word before an amount makes more of it less: "under 3 days", "wait five days".
  fileprivate func isTurned(_ amount: Amount) -> Bool {
    words[max(0, amount.places.lowerBound - 3)..<amount.places.lowerBound].contains { Self.turning.contains($0.text) }
  }

  private static let turning: Set<String> = [
    "below", "limit", "limits", "miss", "misses", "skip", "skips", "under", "wait", "waiting", "waits",
  ]

  /// Whether one of a kind is named with an article: "a class".
  fileprivate func hasOne(of units: [String]) -> Bool {
    words.indices.dropFirst().contains { index in
      ["a", "an"].contains(words[index - 1].text) && words[index].gap == .space && units.contains(words[index].stem)
    }
  }
}
