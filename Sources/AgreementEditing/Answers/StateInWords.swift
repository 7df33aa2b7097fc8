internal import Agreement
internal import TextSupport

/// An answer that says why there is none.
package enum StateInWords {
  /// The entry for `not relevant: the reason` or `open until 2026-10-01: the reason`; nil for any other answer.
  package static func entry(_ text: String) -> NewEntry? {
    let parts = text.split(separator: ":", maxSplits: 1).map { Folding.fold(String($0)) }
    let head = (parts.first ?? "").lowercased()
    let reason = parts.count == 2 ? parts[1] : ""
    if ["not relevant", "not-relevant"].contains(head), !reason.isEmpty {
      return NewEntry("not-relevant", .text(reason))
    }
    let words = head.split(separator: " ")
    if words.count > 2, words[0] == "open", words[1] == "until", let day = day(words[2...]) {
      let until = NewEntry("until", .word("\(day)"))
      return NewEntry("open", .entries(reason.isEmpty ? [until] : [until, NewEntry("why", .text(reason))]))
    }
    return nil
  }

  private static func day(_ words: ArraySlice<Substring>) -> CalendarDate? {
    let text = words.joined(separator: " ")
    return CalendarDate(text.utf8) ?? DateGuess.date(in: text)
  }

  /// How to write an answer that seems to be one of these and lacks its reason or its day; nil for any other text.
  package static func advice(on text: String) -> String? {
    guard entry(text) == nil else { return nil }
    let head = Folding.fold(text).lowercased().prefix { $0 != ":" }
    let plain = String(head.filter { $0.isLetter || $0 == " " })
    if ["not relevant", "notrelevant", "na", "not applicable", "does not apply"].contains(plain) {
      return "not relevant: the reason"
    }
    if plain == "open" || plain.hasPrefix("open until ") { return "open until 2026-10-01: what is still missing" }
    return nil
  }
}
