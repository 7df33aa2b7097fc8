internal import Agreement
internal import SchoolEnglish
internal import TextSupport

/// How a text changed: whether it asks for less or for more, or only says the same in other words.
struct TextComparison {
  /// Why the new text asks for less, in words.
  private(set) var weaker: [String] = []
  /// Why the new text asks for more, in words.
  private(set) var stronger: [String] = []
  /// Why the new text says something else, in words.
  private(set) var other: [String] = []
  /// How similar the texts are, in thousandths.
  let likeness: Int
  /// Whether only the wording changed: no word with a meaning came or went, and none moved to where it means something
  /// else.
  ///
  /// In doubt, it is a change, and is shown.
  let isWordingOnly: Bool

  /// Texts less similar than this, in thousandths, are new texts, and single words explain nothing.
  private static let leastAlike = 400

  /// Compares two folded texts; `rhythm` contains the answers to `every`, if there are any. `countsNumbers` says that a
  /// smaller number promises less: that is true of a promise, but nobody can tell for an answer.
  init(_ old: String, _ new: String, rhythm: (old: String?, new: String?) = (nil, nil), countsNumbers: Bool = true) {
    let (before, after) = (Reading(old), Reading(new))
    let beside = (old: rhythm.old.flatMap { Rhythm.every($0) }, new: rhythm.new.flatMap { Rhythm.every($0) })
    var findings: [Finding] = []
    if old == new {
      likeness = 1000
      isWordingOnly = false
    } else {
      likeness = Similarity.between(before.words, after.words)
      // Both directions have to find the same, so the same text always comes first.
      let isTurned = new < old
      let (first, second) = isTurned ? (after, before) : (before, after)
      let years = isTurned ? (beside.new?.perYear, beside.old?.perYear) : (beside.old?.perYear, beside.new?.perYear)
      let isSame = SameSense.holds(first, second, perYear: years)
      if isSame {
        isWordingOnly = true
      } else {
        var judge = Judge(first, second, perYear: years, countsNumbers: countsNumbers)
        judge.run()
        isWordingOnly = judge.isSame
        findings = isTurned ? judge.findings.map(\.turned) : judge.findings
      }
    }
    addBeside(beside, rhythm, before.rhythms, after.rhythms, &findings)
    let isReordered = !findings.isEmpty && before.words.map(\.text).sorted() == after.words.map(\.text).sorted()
    tell(findings, isEnglish: before.isEnglish && after.isEnglish, isReordered: isReordered)
    if !isWordingOnly, old != new, weaker.isEmpty, stronger.isEmpty, other.isEmpty {
      other.append(
        before.isEnglish && after.isEnglish
          ? "it is worded differently, so read both" : "the words changed, so read both")
    }
  }

  /// Adds what the answers to `every` say; if they say more or less often, the text may only repeat it.
  private mutating func addBeside(
    _ beside: (old: Rhythm?, new: Rhythm?), _ rhythm: (old: String?, new: String?), _ old: [Rhythm], _ new: [Rhythm],
    _ findings: inout [Finding]
  ) {
    if let before = beside.old, let after = beside.new, before.perYear != after.perYear {
      let isLess = after.perYear < before.perYear
      let repeats =
        old.count == new.count && zip(old, new).allSatisfy { ($0.perYear < $1.perYear) == !isLess || $0 == $1 }
      if repeats { findings.removeAll { $0.kind == .rhythm } }
      findings.append(
        Finding(
          .beside, isLess: isLess, old: SpokenRhythm.words(rhythm.old ?? ""), new: SpokenRhythm.words(rhythm.new ?? ""))
      )
    } else if rhythm.new != nil || rhythm.old != nil {
      // The answer to `every` says how often, on the side where the text does not.
      findings.removeAll {
        $0.kind == .rhythm && ($0.new == nil && rhythm.new != nil || $0.old == nil && rhythm.old != nil)
      }
    }
  }

  private mutating func tell(_ findings: [Finding], isEnglish: Bool, isReordered: Bool) {
    let isReversed = findings.contains(where: \.isNegation)
    let isOther = likeness < 300
    for finding in findings {
      guard let reason = finding.reason(isReversed: isReversed) else { continue }
      let isRhythmBeside = finding.kind == .beside
      switch finding.isLess {
      case true? where !isReversed && (!isOther || isRhythmBeside): weaker.append(reason)
      case false? where !isReversed && (!isOther || isRhythmBeside): stronger.append(reason)
      case nil where finding.kind == .word || finding.kind == .form: break
      case _?, nil: other.append(reason)
      }
    }
    let isExplained = !weaker.isEmpty || !stronger.isEmpty || !other.isEmpty
    let words = findings.filter { $0.kind == .word || $0.kind == .form }
    if likeness < Self.leastAlike {
      let isWhole = weaker.isEmpty && stronger.isEmpty
      if !findings.isEmpty, isWhole {
        other = [
          isEnglish ? "most of it is new, so read both" : "the words changed, so read both"
        ]
      }
      return
    }
    if !isExplained, !words.isEmpty {
      other.append(isReordered ? Self.otherOrder : Self.reason(words, isEnglish: isEnglish))
    }
    if other.contains("the money is described differently; read both") {
      other = Array(other.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } })
    }
  }

  private static let otherOrder = "the same words are in another order, so read both"

  /// The most words that are quoted from one side.
  private static let mostQuoted = 8

  /// The words that came and went, with adjacent ones as one phrase.
  private static func reason(_ words: [Finding], isEnglish: Bool) -> String {
    guard isEnglish else { return "the words changed, so read both" }
    let (before, after) = (words.compactMap(\.old), words.compactMap(\.new))
    // Words that only moved are neither gone nor new.
    let (lost, gained) = (missing(before, from: after), missing(after, from: before))
    func list(_ phrases: [String]) -> String { Prose.list(phrases.map { "\"\($0)\"" }) }
    func count(_ phrases: [String]) -> Int { phrases.reduce(0) { $0 + $1.split(separator: " ").count } }
    func texts(_ phrases: [String]) -> [String] { phrases.flatMap { Word.texts(of: $0) }.sorted() }
    func content(_ phrases: [String]) -> [String] { texts(phrases).filter { !["a", "an", "the"].contains($0) } }
    if !content(lost).isEmpty, content(lost) == content(gained) {
      return otherOrder
    }
    let sets = (Set(texts(lost)), Set(texts(gained)))
    if !lost.isEmpty, !gained.isEmpty, sets.0.isSubset(of: sets.1) || sets.1.isSubset(of: sets.0) {
      return "the words are in another order, and some are gone or new, so read both"
    }
    if max(count(lost), count(gained)) > mostQuoted { return "much of it changed, so read both" }
    switch (lost.isEmpty, gained.isEmpty) {
    case (true, false): return "it now adds \(list(gained))"
    case (false, true): return "it leaves out \(list(lost))"
    case (false, false): return "it says \(list(gained)) instead of \(list(lost))"
    case (true, true): return otherOrder
    }
  }

  /// The words that are in one list more often than in another, in the order of the first.
  static func missing(_ words: [String], from others: [String]) -> [String] {
    if others.isEmpty || words.isEmpty { return words }
    var counts: [String: Int] = [:]
    for word in others { counts[word, default: 0] += 1 }
    return words.filter { word in
      guard let count = counts[word], count > 0 else { return true }
      counts[word] = count - 1
      return false
    }
  }
}
