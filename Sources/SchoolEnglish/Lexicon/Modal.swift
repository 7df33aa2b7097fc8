/// A verb that says how binding a promise is.
package enum Modal {
  /// How binding each verb is; a promise without one is as strong as `must`.
  static let strengths: [String: Int] = [
    "can": 1, "could": 1, "may": 1, "might": 1, "must": 3, "shall": 3, "should": 2, "will": 3, "debe": 3, "deben": 3,
    "puede": 1, "pueden": 1, "podrá": 1, "podrán": 1,
  ]

  /// How binding a promise without such a verb is.
  package static let plain = 3

  /// Whether the word at a place is the month of May.
  static func isMonth(_ index: Int, _ words: [Word]) -> Bool {
    guard words[index].text == "may", words[index].isCapital else { return false }
    let next = index + 1 < words.count ? words[index + 1] : nil
    if let next, next.isNumeral, next.gap == .space { return true }
    guard index > 0, words[index].gap != .sentence else {
      // "May and June are full."
      return next.map { $0.gap != .space || ["and", "is", "to", "through", "until"].contains($0.text) } ?? true
    }
    // Inside a sentence, a verb is not capitalized.
    return true
  }
}
