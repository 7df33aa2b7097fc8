internal import Agreement
internal import TextSupport

extension Comparison {
  /// The changes without texts that may be private; `withheld` contains the withheld texts of both sides.
  ///
  /// This is done once for all outputs, after everything is compared: what is said about a change stays true, and only
  /// its words are missing. A fingerprint made from a telephone number could be guessed by trying all numbers, so it is
  /// made from what is shown.
  static func covered(_ changes: [Change], _ withheld: [WithheldTexts], id: String) -> [Change] {
    guard !withheld.isEmpty else { return changes }
    var names: [String: String] = [:]
    var seen: [String: Int] = [:]
    var result = changes.map { change in
      guard var covered = change.covered(by: withheld) else { return change }
      let content = covered.content(of: id, repetition: 0)
      let repetition = seen[content, default: 0]
      seen[content] = repetition + 1
      covered.fingerprint = StableHash.fingerprint(
        of: covered.content(of: id, repetition: repetition) + "\u{0}withheld")
      names[change.fingerprint] = covered.fingerprint
      return covered
    }
    for index in result.indices {
      if let whole = result[index].partOf, let name = names[whole] { result[index].partOf = name }
    }
    return result
  }
}

extension Change {
  /// The change without withheld texts; nil if it shows none.
  fileprivate func covered(by withheld: [WithheldTexts]) -> Change? {
    func covers(_ text: String) -> Bool { withheld.contains { $0.repeats(text) } }
    func shown(_ text: String) -> String { covers(text) ? WithheldTexts.notice : text }
    func covered(_ wording: Wording?) -> (wording: Wording?, isCovered: Bool) {
      guard let wording else { return (nil, false) }
      let texts = wording.texts.map(shown)
      let result = Wording(
        texts, shown: wording.shown.map(shown), note: wording.note.map(shown), at: wording.range)
      return (result, texts != wording.texts || result.shown != wording.shown || result.note != wording.note)
    }
    let (before, after) = (covered(old), covered(new))
    let isWordless = before.isCovered || after.isCovered
    guard isWordless || covers(subject) || covers(label) || reasons.contains(where: covers) else { return nil }
    var result = self
    result.old = before.wording
    result.new = after.wording
    result.hidesDifference = isWordless && old?.texts != new?.texts
    result.subject = shown(subject)
    result.label = shown(label)
    // Reasons quote the words that differ.
    result.reasons = isWordless ? [] : reasons.filter { !covers($0) }
    return result
  }
}

extension Carried {
  /// The same item without withheld texts.
  func covered(by withheld: [WithheldTexts]) -> Carried {
    func shown(_ text: String) -> String {
      withheld.contains { $0.repeats(text) } ? WithheldTexts.notice : text
    }
    var result = self
    result.text = shown(text)
    result.owners = owners.map(shown)
    return result
  }
}
