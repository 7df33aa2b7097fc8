internal import SchoolEnglish
internal import TextSupport

/// Finds the differences between two texts, term by term. The text that sorts first is on the old side, whichever year
/// it belongs to.
struct Judge {
  let old: Reading
  let new: Reading
  let countsNumbers: Bool
  let alignment: Alignment
  /// The indices of rhythms that may be anywhere in their texts.
  let free: (old: Int?, new: Int?)
  var findings: [Finding] = []
  /// The stems of all words of each text, to check whether something is in the other one.
  lazy var stems = (old: Set(old.words.lazy.map(\.stem)), new: Set(new.words.lazy.map(\.stem)))
  /// The stems of what each text names with an article, for "one class" that became "a class".
  lazy var single = (old: old.single, new: new.single)
  /// Whether something differs that cannot be reported separately, such as an order.
  var isOther = false
  /// The indices of the terms that a finding has already reported.
  var told: (old: Set<Int>, new: Set<Int>) = ([], [])

  /// Whether the two texts mean the same despite their differences.
  var isSame: Bool { findings.isEmpty && !isOther }

  init(_ old: Reading, _ new: Reading, perYear: (old: Int?, new: Int?), countsNumbers: Bool) {
    self.old = old
    self.new = new
    self.countsNumbers = countsNumbers
    let places = (Essence.freeRhythm(old, perYear: perYear.old), Essence.freeRhythm(new, perYear: perYear.new))
    // A rhythm that is free on only one side belongs to its place.
    free = places.0 != nil && places.1 != nil ? places : (nil, nil)
    alignment = Alignment(old.terms, new.terms, without: free)
  }

  mutating func run() {
    compareRhythms()
    compareMoney()
    let consents = (old: Safeguards.consents(in: old.words), new: Safeguards.consents(in: new.words))
    compareConsents(consents.old, consents.new)
    compareConditions(without: consents.old, consents.new)
    for pair in alignment.pairs { compareForms(pair.old, pair.new) }
    for hunk in alignment.hunks { judge(hunk) }
    mergeNames()
    if findings.contains(where: \.isNegation) {
      // "May" and "may not" differ in what is ruled out, not in how much they bind.
      findings.removeAll { if case .modal = $0.kind { true } else { false } }
    }
    if old.isUnread || new.isUnread {
      // Nothing is claimed about a number that could not be read.
      findings = findings.map { finding in
        switch finding.kind {
        case .amount, .money: finding.undirected
        default: finding
        }
      }
    }
    if isMixed {
      // "Three classes a month" is not certainly more or less than "two classes a week".
      findings = findings.map { Self.isMeasure($0) ? $0.undirected : $0 }
    }
    if isExchanged {
      // "If the budget allows" became "if the principal allows", and "usually" became "rarely".
      findings = findings.map { finding in
        switch finding.kind {
        case .condition, .hedge: finding.undirected
        default: finding
        }
      }
    }
    if isNegated {
      findings = findings.map { finding in
        switch finding.kind {
        case .amount, .condition, .grades, .hedge, .ladder, .modal, .narrower, .rhythm: finding.undirected
        default: finding
        }
      }
    }
  }

  /// Combines several numbers or times that changed: "5 and 12 instead of 4 and 9".
  private mutating func mergeNames() {
    for kind in [Finding.Kind.label, .time] {
      func isBoth(_ finding: Finding) -> Bool { finding.kind == kind && finding.old != nil && finding.new != nil }
      guard findings.count(where: isBoth) > 1, let first = findings.firstIndex(where: isBoth) else { continue }
      let pairs = findings.filter(isBoth).map { (old: $0.old ?? "", new: $0.new ?? "") }.sorted { left, right in
        (Int(left.old) ?? .max, left.old) < (Int(right.old) ?? .max, right.old)
      }
      findings.removeAll(where: isBoth)
      findings.insert(Finding(kind, old: Prose.list(pairs.map(\.old)), new: Prose.list(pairs.map(\.new))), at: first)
    }
  }

  private static func isMeasure(_ finding: Finding) -> Bool {
    switch finding.kind {
    case .amount, .grades, .rhythm: true
    default: false
    }
  }

  /// Whether some numbers say more and some less.
  private var isMixed: Bool {
    let directions = findings.filter { Self.isMeasure($0) }.compactMap(\.isLess)
    return directions.contains(true) && directions.contains(false)
  }

  /// Whether a hedge or a condition replaced another one, or a word such as "rarely" says how often.
  private var isExchanged: Bool {
    func isReservation(_ finding: Finding) -> Bool {
      switch finding.kind {
      case .condition, .hedge, .limit: true
      default: false
      }
    }
    let reservations = findings.filter(isReservation)
    if reservations.isEmpty { return false }
    if reservations.contains(where: { $0.old != nil }), reservations.contains(where: { $0.new != nil }) { return true }
    func frequencies(_ reading: Reading) -> [String] {
      reading.words.map(\.text).filter { Self.frequencies.contains($0) }
    }
    return frequencies(old) != frequencies(new)
  }

  private static let frequencies: Set<String> = [
    "always", "frequently", "hardly", "never", "often", "rarely", "seldom",
  ]

  /// Whether a text says that something is not so, in which case less of it may be more.
  private var isNegated: Bool {
    func isNegated(_ reading: Reading) -> Bool {
      reading.terms.contains { $0.meaning == .negation && $0.condition == nil }
    }
    return isNegated(old) || isNegated(new)
  }

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

  /// A word with the clause it applies to, up to the next punctuation mark; an ellipsis shows that a long one
  /// continues.
  func clause(_ term: Term, _ reading: Reading) -> String {
    let start = term.places.lowerBound
    // "May not" and "do not" are quoted in full.
    let isWhole =
      start > 0
      && (reading.words[start - 1].traits.contains(.modal)
        || ["did", "do", "does"].contains(reading.words[start - 1].text) && term.meaning == .negation)
    let first = isWhole ? start - 1 : start
    let most = 10
    let end = reading.clauseEnd(from: first, most: most)
    let isCut = first + most < reading.words.count && end > first + 1 && reading.words[end].gap <= .hyphen
    return reading.quote(first..<end) + (isCut && end >= first + most - 2 ? " …" : "")
  }

  func span(_ first: Term, _ last: Term) -> Range<Int> {
    min(first.places.lowerBound, last.places.lowerBound)..<max(first.places.upperBound, last.places.upperBound)
  }
}
