internal import Agreement
internal import SchoolEnglish

/// Where a sentence names a person.
struct PersonName {
  /// How likely it is that the words are a person's name.
  enum Evidence {
    /// A title, an initial, "who" after it, or a declared name.
    case sure
    /// Two capitalized words, which may also be a place or a program.
    case likely
    /// One capitalized word, which may be nearly anything.
    case single
  }

  /// The index of the last word of the name.
  let end: Int
  /// How likely it is.
  let evidence: Evidence

  /// The name that begins at a word, if one does.
  init?(in words: ArraySlice<Word>, at index: Int, of agreement: Agreement) {
    let word = words[index]
    let next = index + 1 < words.endIndex && words[index + 1].gap == .space ? words[index + 1] : nil
    let isTitled = word.traits.contains(.title) || ["coach", "principal"].contains(word.base) && word.isNameLike
    if isTitled || word.isInitial, let next, next.isNameLike, !next.traits.contains(.school) {
      self.init(end: Self.end(of: words, from: index + 1), evidence: .sure)
      return
    }
    guard word.isNameLike, !word.traits.contains(.school), !word.traits.contains(.title) else { return nil }
    if agreement.isName(word) {
      self.init(end: Self.end(of: words, from: index), evidence: .sure)
    } else if let next, next.isNameLike, !word.isThing(in: agreement), !next.isThing(in: agreement) {
      let end = Self.end(of: words, from: index + 1)
      guard !words[index...end].contains(where: { $0.traits.contains(.school) }) else { return nil }
      // "Greg Foster", and "Osei Kwame first: he".
      let isPerson =
        WordSet.firstNames.contains(word)
        || words[(end + 1)...].prefix(5).contains { ["he", "she", "whose"].contains($0.base) }
        || words[(end + 1)...].first?.base == "who"
      self.init(end: end, evidence: isPerson ? .sure : .likely)
    } else if index + 1 < words.endIndex, words[index + 1].base == "who", words[index + 1].gap == .comma,
      word.gap < .sentence, !word.isThing(in: agreement)
    {
      self.init(end: index, evidence: .sure)
    } else if !word.isThing(in: agreement), !pronouns.contains(word),
      !notNames.contains(where: word.base.hasSuffix), next?.isInitial != true
    {
      self.init(end: index, evidence: .single)
    } else {
      return nil
    }
  }

  private init(end: Int, evidence: Evidence) {
    self.end = end
    self.evidence = evidence
  }

  private static func end(of words: ArraySlice<Word>, from index: Int) -> Int {
    var end = index
    while end < index + 3, end + 1 < words.endIndex, words[end + 1].isNameLike, words[end + 1].gap == .space,
      !words[end].isPossessive
    {
      end += 1
    }
    return end
  }
}

/// Endings of words that are seldom first names, so that a sentence may begin with them.
private let notNames = [
  "ance", "ery", "ics", "ing", "ity", "ment", "ness", "ody", "one", "ship", "sion", "thing", "tion", "ts", "rs",
]

private let pronouns: WordSet = [
  "few", "he", "here", "how", "it", "many", "most", "none", "not", "only", "she", "some", "such", "there", "these",
  "this", "those", "what", "why", "yes",
]

private let traitsOfThings: Word.Traits = [.function, .article, .somebody]

extension Word {
  fileprivate func isThing(in agreement: Agreement) -> Bool {
    !traits.isDisjoint(with: traitsOfThings) || agreement.isNameOfCampus(self)
  }
}
