internal import TextSupport

extension Snapshot.ConfidentialityPart {
  /// What people call it.
  var words: String {
    switch self {
    case .shared: "what is shared"
    case .private: "what stays private"
    case .exceptions: "the exceptions"
    }
  }
}

extension Differ {
  /// What is shared, what is private, and the exceptions: narrower, wider, or in other words.
  mutating func compareConfidentiality() {
    for part in Snapshot.ConfidentialityPart.allCases {
      let (before, after) = (old.confidentiality[part], new.confidentiality[part])
      guard before?.text != after?.text else { continue }
      let (growth, reasons) = Self.growth(part, before?.text, after?.text)
      // More that is private means less that is told.
      let isWider: Bool? =
        switch part {
        case .shared, .exceptions: growth
        case .private: growth.map { !$0 }
        }
      let kind: ChangeClass =
        switch isWider {
        case true: .confidentialityWidened
        case false: .confidentialityNarrowed
        case nil: .confidentialityReworded
        }
      add(
        Change(
          kind, path: "focus/confidentiality/\(part.rawValue)", subject: part.rawValue,
          old: before.map { Change.Wording($0.text, at: $0.range) },
          new: after.map { Change.Wording($0.text, at: $0.range) }, reasons: reasons,
          match: before != nil && after != nil ? .byID : nil, label: part.words))
    }
  }

  /// Whether a text covers more, or less; nil where words came and went.
  private static func growth(_ part: Snapshot.ConfidentialityPart, _ before: String?, _ after: String?) -> (
    Bool?, [String]
  ) {
    guard let before else { return (true, ["nothing was said about \(part.words) before"]) }
    guard let after else { return (false, ["nothing is said about \(part.words) anymore"]) }
    let (old, new) = (Words.plain(before), Words.plain(after))
    func content(_ words: [String]) -> [String] {
      words.filter { !Words.small.contains($0) && !Words.limits.contains($0) }
    }
    let stems = (Set(content(old).map(Words.stem)), Set(content(new).map(Words.stem)))
    let lost = content(old).filter { !stems.1.contains(Words.stem($0)) }
    let gained = content(new).filter { !stems.0.contains(Words.stem($0)) }
    let (oldLimits, newLimits) = (old.filter(Words.limits.contains), new.filter(Words.limits.contains))
    let lostLimits = TextComparison.missing(oldLimits, from: newLimits)
    let gainedLimits = TextComparison.missing(newLimits, from: oldLimits)
    func quoted(_ words: [String]) -> String {
      let most = 8
      return words.count > most
        ? Prose.list(words.prefix(most).map { "\"\($0)\"" } + ["more"]) : Prose.list(words.map { "\"\($0)\"" })
    }
    var reasons: [String] = []
    if !gained.isEmpty { reasons.append("new in \(part.words): \(quoted(gained))") }
    if !lost.isEmpty { reasons.append("gone from \(part.words): \(quoted(lost))") }
    if !gainedLimits.isEmpty { reasons.append("now with \(quoted(gainedLimits)), which limits or reverses it") }
    if !lostLimits.isEmpty { reasons.append("no longer with \(quoted(lostLimits)), which limited or reversed it") }
    if reasons.isEmpty { reasons.append("the same words in another order or form, so read both") }
    // "Not", "only" and "except" turn around what they stand before.
    switch (lostLimits.isEmpty, gainedLimits.isEmpty) {
    case (true, true):
      if lost.isEmpty == gained.isEmpty { return (nil, reasons) }
      return (lost.isEmpty, reasons)
    case (true, false): return (lost.isEmpty ? false : nil, reasons)
    case (false, true): return (gained.isEmpty ? true : nil, reasons)
    case (false, false): return (nil, reasons)
    }
  }
}
