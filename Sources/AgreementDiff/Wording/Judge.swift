internal import SchoolEnglish

/// Finds what two texts differ in, term by term; the text that comes first is on the old side whichever year it is of.
struct Judge {
  private let old: Reading
  private let new: Reading
  private let countsNumbers: Bool
  private let alignment: Alignment
  private let free: (old: Int?, new: Int?)
  private(set) var findings: [Finding] = []
  /// Whether something differs that cannot be told by itself, such as an order.
  private var isOther = false
  /// The terms that a finding has told of already.
  private var told: (old: Set<Int>, new: Set<Int>) = ([], [])

  /// Whether everything that differs means the same.
  var isSame: Bool { findings.isEmpty && !isOther }

  init(_ old: Reading, _ new: Reading, perYear: (old: Int?, new: Int?), countsNumbers: Bool) {
    self.old = old
    self.new = new
    self.countsNumbers = countsNumbers
    let places = (Essence.freeRhythm(old, perYear: perYear.old), Essence.freeRhythm(new, perYear: perYear.new))
    // One that is free on one side alone belongs to its place.
    free = places.0 != nil && places.1 != nil ? places : (nil, nil)
    alignment = Alignment(old.terms, new.terms, without: free)
  }

  mutating func run() {
    compareRhythms()
    compareMoney()
    compareConditions()
    for pair in alignment.pairs { compareForms(pair.old, pair.new) }
    for hunk in alignment.hunks { judge(hunk) }
    if findings.contains(where: { $0.kind == .negation }) {
      // "May" and "may not" differ in what is ruled out, and not in how much they bind.
      findings.removeAll { if case .modal = $0.kind { true } else { false } }
    }
    if old.isUnread || new.isUnread {
      // Of a number that could not be read nobody claims anything.
      findings = findings.map { finding in
        switch finding.kind {
        case .amount, .money: finding.undirected
        default: finding
        }
      }
    }
    if isNegated {
      findings = findings.map { finding in
        switch finding.kind {
        case .amount, .condition, .grades, .ladder, .narrower, .rhythm: finding.undirected
        default: finding
        }
      }
    }
  }

  /// Whether a text says that something is not so: then less of it may be more.
  private var isNegated: Bool {
    func isNegated(_ reading: Reading) -> Bool {
      reading.terms.contains { $0.meaning == .negation && $0.condition == nil }
    }
    return isNegated(old) || isNegated(new)
  }

  // MARK: - Rhythm and money

  private mutating func compareRhythms() {
    let (before, after) = (old.rhythms, new.rhythms)
    guard before != after || free.old != nil else { return }
    if before.count == after.count {
      for (from, to) in zip(before, after) {
        if from.perYear != to.perYear {
          findings.append(
            Finding(
              .rhythm, isLess: to.perYear < from.perYear, old: old.quote(from.places), new: new.quote(to.places)))
        } else if from.days != to.days {
          let (gone, come) = (days(from, old), days(to, new))
          findings.append(Finding(.time, old: from.days.isEmpty ? nil : gone, new: to.days.isEmpty ? nil : come))
        } else if !from.isSame(as: to) {
          findings.append(Finding(.rhythm, old: old.quote(from.places), new: new.quote(to.places)))
        }
      }
    } else if after.isEmpty, let lost = before.first {
      findings.append(Finding(.rhythm, isLess: true, old: old.quote(lost.places)))
    } else if before.isEmpty, let gained = after.first {
      findings.append(Finding(.rhythm, isLess: false, new: new.quote(gained.places)))
    } else {
      findings.append(
        Finding(
          .rhythm, old: before.map { old.quote($0.places) }.joined(separator: ", "),
          new: after.map { new.quote($0.places) }.joined(separator: ", ")))
    }
  }

  /// The days of a rhythm as they are written, without "on" and "every".
  private func days(_ rhythm: Rhythm, _ reading: Reading) -> String {
    let start = rhythm.places.first { reading.words[$0].traits.contains(.weekday) } ?? rhythm.places.lowerBound
    return reading.quote(start..<rhythm.places.upperBound)
  }

  private mutating func compareMoney() {
    func facts(_ reading: Reading) -> [[String]] {
      reading.sums.map { ["\($0.cents)", $0.currency, $0.basis, $0.period, $0.bound] }
    }
    guard facts(old) != facts(new) || old.isUnread != new.isUnread else { return }
    if old.sums.count == 1, new.sums.count == 1, !old.isUnread, !new.isUnread {
      let (from, to) = (old.sums[0], new.sums[0])
      if from.isComparable(with: to), countsNumbers {
        findings.append(
          Finding(
            .amount(isDeadline: false), isLess: to.cents < from.cents, old: old.quote(from.places),
            new: new.quote(to.places)))
        return
      }
    }
    if !old.sums.isEmpty || !new.sums.isEmpty { findings.append(Finding(.money, old: "", new: "")) }
  }

  // MARK: - Conditions

  private mutating func compareConditions() {
    var unpaired = (old: Set(old.terms.indices), new: Set(new.terms.indices))
    for pair in alignment.pairs {
      unpaired.old.remove(pair.old)
      unpaired.new.remove(pair.new)
    }
    func whole(_ reading: Reading, _ unpaired: Set<Int>) -> [Int: [Int]] {
      var places: [Int: [Int]] = [:]
      for (index, term) in reading.terms.enumerated() {
        if let condition = term.condition { places[condition, default: []].append(index) }
      }
      // A word such as "the coach" may stand elsewhere, too.
      return places.filter { _, terms in
        terms.first.map(unpaired.contains) == true && 2 * terms.count(where: unpaired.contains) > terms.count
      }
    }
    let (gone, come) = (whole(old, unpaired.old), whole(new, unpaired.new))
    if gone.isEmpty && come.isEmpty { return }
    if let from = gone.keys.min(), let to = come.keys.min() {
      findings.append(
        Finding(
          .condition(old.conditions[from].kind), old: quote(old, old.conditions[from]),
          new: quote(new, new.conditions[to])))
    } else {
      for number in gone.keys.sorted() {
        let condition = old.conditions[number]
        findings.append(Finding(.condition(condition.kind), isLess: false, old: quote(old, condition)))
      }
      for number in come.keys.sorted() {
        let condition = new.conditions[number]
        findings.append(Finding(.condition(condition.kind), isLess: true, new: quote(new, condition)))
      }
    }
    told.old.formUnion(gone.values.joined())
    told.new.formUnion(come.values.joined())
  }

  private func quote(_ reading: Reading, _ condition: Reading.Condition) -> String {
    reading.quote(condition.places.lowerBound..<reading.clauseEnd(from: condition.places.lowerBound, most: 12))
  }

  // MARK: - Terms that stand for each other

  private mutating func compareForms(_ left: Int, _ right: Int) {
    let (from, to) = (old.terms[left], new.terms[right])
    if from.exact == to.exact { return }
    switch (from.meaning, to.meaning) {
    case (.amount(let before), .amount(let after)): compare(before, after)
    case (.grades(let before), .grades(let after)):
      let isLess: Bool? =
        after.isStrictSubset(of: before) ? true : before.isStrictSubset(of: after) ? false : nil
      findings.append(
        Finding(
          .grades, isLess: countsNumbers ? isLess : nil, old: old.quote(from.places), new: new.quote(to.places)))
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
    let isLess = isFewer.map { $0 != before.isDeadline }
    if before.units.isEmpty, after.units.isEmpty, before.measure == .things, after.measure == .things {
      findings.append(Finding(.label, old: from, new: to))
      return
    }
    findings.append(
      Finding(.amount(isDeadline: before.isDeadline), isLess: countsNumbers ? isLess : nil, old: from, new: to))
  }

  // MARK: - Stretches that differ

  private mutating func judge(_ hunk: Alignment.Hunk) {
    var gone = hunk.gone.filter { !told.old.contains($0) }
    var come = hunk.come.filter { !told.new.contains($0) }
    takeHedges(&gone, &come)
    takeModals(&gone, &come)
    takeNegations(&gone, &come)
    takeNumbers(&gone, &come)
    takeQuantifiers(hunk, &gone, &come)
    if gone.isEmpty && come.isEmpty { return }
    if takeLadder(gone, come) || isSameWord(gone, come) { return }
    if isNarrower(hunk, gone, come) { return }
    takeWords(gone, come)
  }

  private mutating func takeHedges(_ gone: inout [Int], _ come: inout [Int]) {
    func hedge(_ term: Term) -> Hedges.Kind? { if case .hedge(let kind) = term.meaning { kind } else { nil } }
    for index in gone {
      if let kind = hedge(old.terms[index]) {
        findings.append(Finding(.hedge(kind), isLess: false, old: old.quote(old.terms[index].places)))
      }
    }
    for index in come {
      if let kind = hedge(new.terms[index]) {
        findings.append(Finding(.hedge(kind), isLess: true, new: new.quote(new.terms[index].places)))
      }
    }
    gone.removeAll { hedge(old.terms[$0]) != nil }
    come.removeAll { hedge(new.terms[$0]) != nil }
  }

  private mutating func takeModals(_ gone: inout [Int], _ come: inout [Int]) {
    func strength(_ term: Term) -> Int? { if case .modal(let strength) = term.meaning { strength } else { nil } }
    let from = gone.first { strength(old.terms[$0]) != nil }
    let to = come.first { strength(new.terms[$0]) != nil }
    if from == nil && to == nil { return }
    // What a verb later in the sentence says is mostly said of somebody else.
    func isEarly(_ index: Int?, _ reading: Reading) -> Bool {
      index.map { reading.terms[$0].places.lowerBound <= 5 } ?? true
    }
    let was = from.flatMap { strength(old.terms[$0]) } ?? Modal.plain
    let now = to.flatMap { strength(new.terms[$0]) } ?? Modal.plain
    if was == now {
      if from == nil || to == nil { isOther = true }
    } else {
      let isKnown = from != nil && to != nil || isEarly(from, old) && isEarly(to, new)
      findings.append(
        Finding(
          .modal(old: was, new: now), isLess: isKnown ? now < was : nil,
          old: from.map { old.quote(old.terms[$0].places).lowercased() } ?? Self.said(old),
          new: to.map { new.quote(new.terms[$0].places).lowercased() } ?? Self.said(new)))
    }
    gone.removeAll { strength(old.terms[$0]) != nil }
    come.removeAll { strength(new.terms[$0]) != nil }
  }

  /// "Will" where a text has it: it adds nothing, and is what a weaker verb takes the place of.
  private static func said(_ reading: Reading) -> String? {
    reading.words.prefix(6).first { $0.text == "will" || $0.text == "shall" }?.text
  }

  private mutating func takeNegations(_ gone: inout [Int], _ come: inout [Int]) {
    func isNegation(_ term: Term) -> Bool { term.meaning == .negation }
    let from = gone.filter { isNegation(old.terms[$0]) }
    let to = come.filter { isNegation(new.terms[$0]) }
    if from.isEmpty && to.isEmpty { return }
    if from.count == to.count, zip(from, to).allSatisfy({ old.terms[$0].exact == new.terms[$1].exact }) {
      isOther = true
    } else {
      for index in from { findings.append(Finding(.negation, old: clause(old.terms[index], old))) }
      for index in to { findings.append(Finding(.negation, new: clause(new.terms[index], new))) }
    }
    gone.removeAll { isNegation(old.terms[$0]) }
    come.removeAll { isNegation(new.terms[$0]) }
  }

  /// A word with what it is about: up to the next sign, at most five words.
  private func clause(_ term: Term, _ reading: Reading) -> String {
    let start = term.places.lowerBound
    // "May not" is quoted whole.
    let isModal = start > 0 && reading.words[start - 1].traits.contains(.modal)
    let first = isModal ? start - 1 : start
    return reading.quote(first..<reading.clauseEnd(from: first, most: 6))
  }

  private mutating func takeNumbers(_ gone: inout [Int], _ come: inout [Int]) {
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
    let (before, after) = (gone.filter { isPlain(old.terms[$0]) }, come.filter { isPlain(new.terms[$0]) })
    if !before.isEmpty || !after.isEmpty {
      func text(_ places: [Int], _ reading: Reading) -> String? {
        places.isEmpty ? nil : places.prefix(8).map { reading.quote(reading.terms[$0].places) }.joined(separator: ", ")
      }
      func kind(_ term: Term) -> Finding.Kind {
        switch term.meaning {
        case .days: .time
        case .grades: .grades
        default: .label
        }
      }
      let first = before.first.map { old.terms[$0] } ?? after.first.map { new.terms[$0] }
      findings.append(Finding(first.map(kind) ?? .label, old: text(before, old), new: text(after, new)))
      gone.removeAll { isPlain(old.terms[$0]) }
      come.removeAll { isPlain(new.terms[$0]) }
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

  /// Whether a share stands against a word such as "every", so that the two are compared.
  private func takesShare(_ amount: Amount, _ others: [Int], _ reading: Reading) -> Bool {
    amount.measure == .share
      && others.contains { if case .quantifier = reading.terms[$0].meaning { true } else { false } }
  }

  private mutating func addAmount(_ amount: Amount, isOld: Bool, among others: Reading) {
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
    let (before, after) = (gone.filter { isDate(old.terms[$0], old) }, come.filter { isDate(new.terms[$0], new) })
    if before.isEmpty && after.isEmpty { return }
    func text(_ places: [Int], _ reading: Reading) -> String? {
      places.isEmpty ? nil : places.prefix(8).map { reading.quote(reading.terms[$0].places) }.joined(separator: ", ")
    }
    findings.append(Finding(.time, old: text(before, old), new: text(after, new)))
    gone.removeAll { isDate(old.terms[$0], old) }
    come.removeAll { isDate(new.terms[$0], new) }
  }

  private mutating func takeQuantifiers(_ hunk: Alignment.Hunk, _ gone: inout [Int], _ come: inout [Int]) {
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
    // "Every department" became "the math department"; the words that fence it in come in place of "every".
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

  /// Whether words stand right before a noun and say which ones of all are meant.
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

  /// A term with the two that follow it.
  private func phrase(_ term: Term, _ reading: Reading) -> String {
    let start = term.places.lowerBound
    return reading.quote(start..<reading.clauseEnd(from: start, most: max(3, term.places.count + 2)))
  }

  /// Terms with the one that follows them.
  private func phrase(_ places: [Int], _ reading: Reading) -> String {
    guard let first = places.first, let last = places.last else { return "" }
    let next = last + 1 < reading.terms.count ? last + 1 : last
    return reading.quote(reading.terms[first].places.lowerBound..<reading.terms[next].places.upperBound)
  }

  /// "All teachers" became "all new teachers".
  private mutating func isNarrower(_ hunk: Alignment.Hunk, _ gone: [Int], _ come: [Int]) -> Bool {
    func isEverything(_ index: Int?, _ reading: Reading) -> Bool {
      index.map { reading.terms[$0].meaning == .quantifier(Quantifiers.everything) } ?? false
    }
    if gone.isEmpty, isEverything(hunk.before?.new, new), fences(come, new, hunk.after?.new),
      let quantifier = hunk.before, let noun = hunk.after
    {
      findings.append(
        Finding(
          .narrower, isLess: true,
          old: old.quote(span(old.terms[quantifier.old], old.terms[noun.old])),
          new: new.quote(span(new.terms[quantifier.new], new.terms[noun.new]))))
      return true
    }
    if come.isEmpty, isEverything(hunk.before?.old, old), fences(gone, old, hunk.after?.old),
      let quantifier = hunk.before, let noun = hunk.after
    {
      findings.append(
        Finding(
          .narrower, isLess: false,
          old: old.quote(span(old.terms[quantifier.old], old.terms[noun.old])),
          new: new.quote(span(new.terms[quantifier.new], new.terms[noun.new]))))
      return true
    }
    return false
  }

  private func span(_ first: Term, _ last: Term) -> Range<Int> {
    min(first.places.lowerBound, last.places.lowerBound)..<max(first.places.upperBound, last.places.upperBound)
  }

  private mutating func takeLadder(_ gone: [Int], _ come: [Int]) -> Bool {
    // "Is required" became "is optional": the form of "to be" says nothing here.
    func content(_ places: [Int], _ reading: Reading) -> [Int] { places.filter { reading.terms[$0].exact != "be" } }
    let (from, to) = (content(gone, old), content(come, new))
    guard let first = from.first, let second = to.first, from.count + to.count <= 3 else { return false }
    func word(_ index: Int, _ reading: Reading) -> String { reading.words[reading.terms[index].places.lowerBound].text }
    let (before, after) = (word(first, old), word(second, new))
    guard let isLess = Ladders.isLess(after, than: before) else { return false }
    // "Provide" is more than "help find", and two words against one are only that.
    if from.count == 2, !["assist", "help"].contains(before) || to.count == 2, !["assist", "help"].contains(after) {
      return false
    }
    findings.append(
      Finding(
        .ladder, isLess: isLess, old: old.quote(span(old.terms[from[0]], old.terms[from[from.count - 1]])),
        new: new.quote(span(new.terms[to[0]], new.terms[to[to.count - 1]]))))
    return true
  }

  private func isSameWord(_ gone: [Int], _ come: [Int]) -> Bool {
    guard gone.count == 1, come.count == 1, old.isEnglish, new.isEnglish else { return false }
    let (from, to) = (old.terms[gone[0]], new.terms[come[0]])
    guard from.meaning == .word, to.meaning == .word, from.places.count == 1, to.places.count == 1 else {
      return false
    }
    let (left, right) = (old.words[from.places.lowerBound], new.words[to.places.lowerBound])
    // A name is another person.
    if left.isCapital && left.gap != .sentence || right.isCapital && right.gap != .sentence { return false }
    return Typo.isLikely(left.text, right.text)
  }

  /// The words that are left, as phrases.
  private mutating func takeWords(_ gone: [Int], _ come: [Int]) {
    for (places, isOld) in [(gone, true), (come, false)] where !places.isEmpty {
      let reading = isOld ? old : new
      if let limit = places.first(where: { ["but", "only"].contains(reading.terms[$0].exact) }) {
        let others = isOld ? come : gone
        let otherReading = isOld ? new : old
        if !others.contains(where: { otherReading.terms[$0].exact == reading.terms[limit].exact }) {
          let text = clause(reading.terms[limit], reading)
          findings.append(Finding(.limit, old: isOld ? text : nil, new: isOld ? nil : text))
        }
      }
    }
    let (lost, gained) = (phrase(of: gone, old), phrase(of: come, new))
    findings.append(Finding(.word, old: lost, new: gained))
  }

  /// Terms of one stretch as they are written, without small words at their ends.
  private func phrase(of places: [Int], _ reading: Reading) -> String? {
    guard let first = places.first, let last = places.last else { return nil }
    let whole = span(reading.terms[first], reading.terms[last])
    var (start, end) = (whole.lowerBound, whole.upperBound)
    while start < end, reading.words[start].traits.contains(.small) { start += 1 }
    while end > start, reading.words[end - 1].traits.contains(.small) { end -= 1 }
    return start < end ? reading.quote(start..<end) : reading.quote(whole)
  }
}
