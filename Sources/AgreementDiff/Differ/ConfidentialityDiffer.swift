extension Differ {
  /// What is shared, what is private, and the exceptions: narrower, wider, or in other words.
  mutating func compareConfidentiality() {
    for part in Snapshot.ConfidentialityPart.allCases {
      let (before, after) = (old.confidentiality[part], new.confidentiality[part])
      guard before?.text != after?.text else { continue }
      let (growth, reasons) = Self.growth(before?.text, after?.text)
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
          match: before != nil && after != nil ? .byID : nil))
    }
  }

  /// Whether a text covers more, or less; nil where words came and went.
  private static func growth(_ before: String?, _ after: String?) -> (Bool?, [String]) {
    guard let before else { return (true, ["nothing was said about it before"]) }
    guard let after else { return (false, ["nothing is said about it any more"]) }
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
    func quoted(_ words: [String]) -> String { words.map { "\"\($0)\"" }.joined(separator: ", ") }
    var reasons: [String] = []
    if !gained.isEmpty || !gainedLimits.isEmpty { reasons.append("it now says \(quoted(gained + gainedLimits))") }
    if !lost.isEmpty || !lostLimits.isEmpty { reasons.append("it no longer says \(quoted(lost + lostLimits))") }
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
