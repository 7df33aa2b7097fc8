internal import SchoolEnglish

/// How binding a stretch is: hedges, verbs such as "may" and "must", and what is ruled out.
extension Judge {
  mutating func takeHedges(_ gone: inout [Int], _ come: inout [Int]) {
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

  mutating func takeModals(_ gone: inout [Int], _ come: inout [Int]) {
    func strength(_ term: Term) -> Int? { if case .modal(let strength) = term.meaning { strength } else { nil } }
    let from = gone.first { strength(old.terms[$0]) != nil }
    let to = come.first { strength(new.terms[$0]) != nil }
    if from == nil && to == nil { return }
    // A verb later in the sentence is usually about somebody else.
    func isEarly(_ index: Int?, _ reading: Reading) -> Bool {
      index.map { reading.terms[$0].places.lowerBound <= 5 } ?? true
    }
    let was = from.flatMap { strength(old.terms[$0]) } ?? Modal.plain
    let now = to.flatMap { strength(new.terms[$0]) } ?? Modal.plain
    if was == now {
      if from == nil || to == nil { isOther = true }
    } else if from.map({ !isVerbKept(after: $0, isOld: true) }) ?? false
      || to.map({ !isVerbKept(after: $0, isOld: false) }) ?? false
    {
      // "May decline questions" and "answers questions" are about different things.
      isOther = true
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

  /// Whether the verb after a verb such as "may" is in both texts.
  private func isVerbKept(after modal: Int, isOld: Bool) -> Bool {
    let terms = isOld ? old.terms : new.terms
    guard let verb = terms.indices.first(where: { $0 > modal && terms[$0].meaning == .word }), verb <= modal + 3 else {
      return true
    }
    return alignment.isPaired(verb, isOld: isOld)
  }

  /// "Will" or "shall", if a text has it: it adds nothing, but it is the verb that a weaker one replaces.
  private static func said(_ reading: Reading) -> String? {
    reading.words.prefix(6).first { $0.text == "will" || $0.text == "shall" }?.text
  }

  mutating func takeNegations(_ gone: inout [Int], _ come: inout [Int]) {
    func isNegation(_ term: Term) -> Bool { term.meaning == .negation }
    let from = gone.filter { isNegation(old.terms[$0]) }
    let to = come.filter { isNegation(new.terms[$0]) }
    if from.isEmpty && to.isEmpty { return }
    if takeNever(from, to, &gone, &come) { return }
    if from.count == to.count, zip(from, to).allSatisfy({ old.terms[$0].exact == new.terms[$1].exact }) {
      isOther = true
    } else {
      for index in from { findings.append(Finding(.negation, old: clause(old.terms[index], old))) }
      for index in to { findings.append(Finding(.negation, new: clause(new.terms[index], new))) }
    }
    gone.removeAll { isNegation(old.terms[$0]) }
    come.removeAll { isNegation(new.terms[$0]) }
  }

  /// "Never" became "rarely": what was ruled out may happen now.
  private mutating func takeNever(_ from: [Int], _ to: [Int], _ gone: inout [Int], _ come: inout [Int]) -> Bool {
    func seldom(_ places: [Int], _ reading: Reading) -> Int? {
      places.first {
        ["hardly", "occasionally", "rarely", "seldom", "sometimes"].contains(
          reading.words[reading.terms[$0].places.lowerBound].text)
      }
    }
    guard from.count + to.count == 1, let left = from.first ?? seldom(gone, old),
      let right = to.first ?? seldom(come, new), [old.terms[left].exact, new.terms[right].exact].contains("never")
    else { return false }
    findings.append(Finding(.negation, old: clause(old.terms[left], old), new: clause(new.terms[right], new)))
    gone.removeAll { $0 == left }
    come.removeAll { $0 == right }
    return true
  }
}
