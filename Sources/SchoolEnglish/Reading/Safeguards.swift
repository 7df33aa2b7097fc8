/// What protects teachers, so that people trust the coach: something needs their consent, or the coach does not
/// evaluate them.
package enum Safeguards {
  /// The word indices of each phrase that asks for somebody's consent: "only with the teacher's consent", "if the
  /// teacher agrees".
  package static func consents(in words: [Word]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for index in words.indices where index >= result.last?.upperBound ?? 0 {
      let isNoun = nouns.contains(words[index].text)
      guard isNoun || verbs.contains(words[index].text) else { continue }
      guard var start = opening(before: index, in: words, isNoun: isNoun) else { continue }
      // "Teachers agree": a verb needs somebody who agrees.
      if !isNoun, !words[start..<index].contains(where: isGiver) { continue }
      if start > 0, words[start - 1].text == "only" || words[start - 1].text == "but", words[start].gap == .space {
        start -= 1
      }
      var end = index + 1
      // "With the consent of the teacher".
      if isNoun, end < words.count, words[end].text == "of" || words[end].text == "from",
        let giver = words[end...].prefix(4).lastIndex(where: isGiver)
      {
        end = giver + 1
      }
      result.append(start..<end)
    }
    return result
  }

  /// Whether a phrase is about a teacher or somebody else who is coached or taught, or about nobody in particular.
  package static func isOfTeachers(_ words: ArraySlice<Word>) -> Bool {
    words.contains { isGiver($0) && !others.contains($0.base) } || !words.contains { others.contains($0.base) }
  }

  /// Whether a text says that somebody does not evaluate, or that something is not evaluation.
  package static func rulesOutEvaluation(_ words: [Word]) -> Bool {
    var (isEvaluation, isDenied) = (false, false)
    for word in words {
      // A denial reaches to the next comma.
      if word.gap >= .comma { (isEvaluation, isDenied) = (false, false) }
      if word.text.hasPrefix("evaluat") || word.text.hasPrefix("apprais") { isEvaluation = true }
      if word.traits.contains(.negation) || word.isNegated { isDenied = true }
      if isEvaluation, isDenied { return true }
    }
    return false
  }

  private static let nouns: Set<String> = ["approval", "consent", "ok", "okay", "permission"]
  private static let verbs: Set<String> = [
    "agree", "agreed", "agrees", "allow", "allows", "consent", "consented", "consents", "permit", "permits",
  ]
  private static let beforeNouns: Set<String> = ["after", "before", "by", "with", "without"]
  private static let beforeVerbs: Set<String> = ["after", "if", "once", "unless", "until", "when"]
  private static let others: Set<String> = [
    "administrator", "administrators", "coach", "coaches", "coordinator", "principal", "principals",
  ]
  private static let pronouns: Set<String> = [
    "everybody", "everyone", "families", "family", "he", "her", "his", "parent", "parents", "person", "she", "student",
    "students", "team", "teams", "their", "they", "whoever",
  ]

  private static func isGiver(_ word: Word) -> Bool {
    word.traits.contains(.party) || pronouns.contains(word.base)
  }

  /// The first index of the phrase that ends in a word for consent, at most five words before it; nil if there is none.
  private static func opening(before index: Int, in words: [Word], isNoun: Bool) -> Int? {
    let openings = isNoun ? beforeNouns : beforeVerbs
    var place = index
    while place > 0, index - place < 5, words[place].gap <= .hyphen {
      place -= 1
      if openings.contains(words[place].text) { return place }
    }
    return nil
  }
}
