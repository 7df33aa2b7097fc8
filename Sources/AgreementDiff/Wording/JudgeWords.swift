internal import SchoolEnglish

/// How many are meant, and the remaining words of a stretch.
extension Judge {
  mutating func takeQuantifiers(_ hunk: Alignment.Hunk, _ gone: inout [Int], _ come: inout [Int]) {
    func rank(_ term: Term) -> Int? {
      switch term.meaning {
      case .quantifier(let rank): rank
      case .amount(let amount) where amount.measure == .share: amount.upper.map { $0 / 100 }
      default: nil
      }
    }
    let (from, to) = (gone.filter { rank(old.terms[$0]) != nil }, come.filter { rank(new.terms[$0]) != nil })
    if from.count == 1, to.count == 1, let before = rank(old.terms[from[0]]), let after = rank(new.terms[to[0]]) {
      if before != after {
        let (left, right) = (old.terms[from[0]], new.terms[to[0]])
        findings.append(Finding(.ladder, isLess: after < before, old: phrase(left, old), new: phrase(right, new)))
      }
      gone.removeAll { $0 == from[0] || ["of", "the"].contains(old.terms[$0].exact) }
      come.removeAll { $0 == to[0] || ["of", "the"].contains(new.terms[$0].exact) }
      return
    }
    // "Every department" became "the math department"; the words that limit it replace "every".
    if from.count == 1, to.isEmpty, rank(old.terms[from[0]]) == Quantifiers.everything,
      fences(come, new, hunk.after?.new)
    {
      findings.append(
        Finding(.narrower, isLess: true, old: phrase(old.terms[from[0]], old), new: phrase(come, new)))
      gone.removeAll { $0 == from[0] }
      come = []
    } else if to.count == 1, from.isEmpty, rank(new.terms[to[0]]) == Quantifiers.everything,
      fences(gone, old, hunk.after?.old)
    {
      findings.append(
        Finding(.narrower, isLess: false, old: phrase(gone, old), new: phrase(new.terms[to[0]], new)))
      come.removeAll { $0 == to[0] }
      gone = []
    }
  }

  /// Whether words come right before a noun and say which of all are meant.
  private func fences(_ places: [Int], _ reading: Reading, _ next: Int?) -> Bool {
    guard let next, let last = places.last, last + 1 == next, places.count <= 3,
      reading.terms[next].meaning == .word, reading.words[reading.terms[next].places.lowerBound].gap <= .hyphen
    else { return false }
    return places.allSatisfy { place in
      let term = reading.terms[place]
      switch term.meaning {
      case .word:
        return reading.words[term.places.lowerBound].traits.isDisjoint(with: [.binding, .limit, .small])
      case .grades, .label: return true
      case .amount, .days, .hedge, .modal, .money, .negation, .quantifier, .rhythm: return false
      }
    }
  }

  /// A term with the two words that follow it.
  private func phrase(_ term: Term, _ reading: Reading) -> String {
    let start = term.places.lowerBound
    return reading.quote(start..<reading.clauseEnd(from: start, most: max(3, term.places.count + 2)))
  }

  /// Terms with the next one.
  private func phrase(_ places: [Int], _ reading: Reading) -> String {
    guard let first = places.first, let last = places.last else { return "" }
    let next = last + 1 < reading.terms.count ? last + 1 : last
    return reading.quote(reading.terms[first].places.lowerBound..<reading.terms[next].places.upperBound)
  }

  /// Adds a finding if "all teachers" became "all new teachers", or vice versa; returns whether it did.
  mutating func isNarrower(_ hunk: Alignment.Hunk, _ gone: [Int], _ come: [Int]) -> Bool {
    func isEverything(_ index: Int?, _ reading: Reading) -> Bool {
      index.map { reading.terms[$0].meaning == .quantifier(Quantifiers.everything) } ?? false
    }
    let isLess: Bool
    if gone.isEmpty, isEverything(hunk.before?.new, new), fences(come, new, hunk.after?.new) {
      isLess = true
    } else if come.isEmpty, isEverything(hunk.before?.old, old), fences(gone, old, hunk.after?.old) {
      isLess = false
    } else {
      return false
    }
    guard let quantifier = hunk.before, let noun = hunk.after else { return false }
    findings.append(
      Finding(
        .narrower, isLess: isLess, old: old.quote(span(old.terms[quantifier.old], old.terms[noun.old])),
        new: new.quote(span(new.terms[quantifier.new], new.terms[noun.new]))))
    return true
  }

  mutating func takeLadder(_ gone: [Int], _ come: [Int]) -> Bool {
    // "Is required" became "is optional": the form of "to be" says nothing here.
    func content(_ places: [Int], _ reading: Reading) -> [Int] { places.filter { reading.terms[$0].exact != "be" } }
    let (from, to) = (content(gone, old), content(come, new))
    guard let first = from.first, let second = to.first, from.count + to.count <= 3 else { return false }
    func word(_ index: Int, _ reading: Reading) -> String { reading.words[reading.terms[index].places.lowerBound].text }
    let (before, after) = (word(first, old), word(second, new))
    guard let isLess = Ladders.isLess(after, than: before) else { return false }
    // Two words are compared with one only if the first is "help" or "assist": "provide" is more than "help find".
    if from.count == 2, !["assist", "help"].contains(before) || to.count == 2, !["assist", "help"].contains(after) {
      return false
    }
    findings.append(
      Finding(
        .ladder, isLess: isLess, old: old.quote(span(old.terms[from[0]], old.terms[from[from.count - 1]])),
        new: new.quote(span(new.terms[to[0]], new.terms[to[to.count - 1]]))))
    return true
  }

  func isSameWord(_ gone: [Int], _ come: [Int]) -> Bool {
    guard gone.count == 1, come.count == 1, old.isEnglish, new.isEnglish else { return false }
    let (from, to) = (old.terms[gone[0]], new.terms[come[0]])
    guard from.meaning == .word, to.meaning == .word, from.places.count == 1, to.places.count == 1 else {
      return false
    }
    let (left, right) = (old.words[from.places.lowerBound], new.words[to.places.lowerBound])
    // A different name is a different person.
    if left.isCapital && left.gap != .sentence || right.isCapital && right.gap != .sentence { return false }
    return Typo.isLikely(left.text, right.text)
  }

  /// Adds findings for the remaining words, as phrases.
  mutating func takeWords(_ gone: [Int], _ come: [Int]) {
    for (places, isOld) in [(gone, true), (come, false)] where !places.isEmpty {
      let reading = isOld ? old : new
      if let limit = places.first(where: { ["but", "only"].contains(reading.terms[$0].exact) }) {
        let others = isOld ? come : gone
        let otherReading = isOld ? new : old
        if !others.contains(where: { otherReading.terms[$0].exact == reading.terms[limit].exact }) {
          let text = limitClause(reading.terms[limit], reading)
          findings.append(Finding(.limit, old: isOld ? text : nil, new: isOld ? nil : text))
        }
      }
    }
    let (lost, gained) = (phrase(of: gone, old), phrase(of: come, new))
    findings.append(Finding(.word, old: lost, new: gained))
  }

  /// "Only" with what it applies to, which comes before it if nothing follows: "by invitation only".
  private func limitClause(_ term: Term, _ reading: Reading) -> String {
    let start = term.places.lowerBound
    guard reading.clauseEnd(from: start) == start + 1 else { return clause(term, reading) }
    var first = start
    while first > 0, start - first < 2 || reading.words[first].gap == .hyphen, reading.words[first].gap <= .hyphen {
      first -= 1
    }
    return reading.quote(first..<start + 1)
  }

  /// The terms of one stretch as written, without small words at either end.
  private func phrase(of places: [Int], _ reading: Reading) -> String? {
    guard let first = places.first, let last = places.last else { return nil }
    let whole = span(reading.terms[first], reading.terms[last])
    var (start, end) = (whole.lowerBound, whole.upperBound)
    // A phrase does not go past the end of a sentence.
    if let stop = (start..<end).dropFirst().first(where: { reading.words[$0].gap == .sentence }) { end = stop }
    while start < end, reading.words[start].traits.contains(.small) { start += 1 }
    while end > start, reading.words[end - 1].traits.contains(.small) { end -= 1 }
    return start < end ? reading.quote(start..<end) : reading.quote(whole)
  }
}
