internal import SchoolEnglish

/// How much a stretch binds: hedges, verbs such as "may" and "must", and what is ruled out.
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

  mutating func takeNegations(_ gone: inout [Int], _ come: inout [Int]) {
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
}
