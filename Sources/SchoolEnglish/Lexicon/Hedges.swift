/// Words that weaken a promise.
package enum Hedges {
  /// What a hedge does to a promise.
  package enum Kind: Sendable, Equatable {
    /// Only the attempt is promised.
    case attempt
    /// It is only thought about.
    case thought
    /// It does not have to happen every time.
    case mostly
    /// It is done only when someone asks or needs it.
    case onRequest
    /// It need not be done when time, money or people are short.
    case means
    /// Someone else may do it.
    case delegate
    /// The number is not certain.
    case roughly
  }

  /// The phrases, in lower case; sorted within each kind.
  package static let phrases: [(kind: Kind, texts: [String])] = [
    (
      .attempt,
      [
        "aim to", "aims to", "attempt to", "attempts to", "do my best", "do my best to", "do our best",
        "do our best to",
        "do their best", "do their best to", "do what i can", "do what i can to", "do what we can", "do what we can to",
        "does her best", "does her best to", "does his best", "does his best to", "endeavor to", "endeavors to",
        "hope to", "hopes to", "intend to", "intends to", "intenta", "intentar", "look to", "make an effort to",
        "make every effort to", "makes an effort to", "makes every effort to", "plan to", "plans to", "procura",
        "procurar", "seek to", "seeks to", "strive to", "strives to", "trata de", "tratar de", "tries to", "try to",
        "trying to", "work toward", "work towards", "works toward", "works towards",
      ]
    ),
    (.thought, ["consider", "considers"]),
    (
      .mostly,
      [
        "as a rule", "generally", "ideally", "in general", "in principle", "mostly", "normally", "occasionally",
        "sometimes", "typically", "usually",
      ]
    ),
    (
      .onRequest,
      [
        "as needed", "as requested", "if asked", "if asked to", "if needed", "if requested", "on request",
        "only if asked", "only on request", "only when asked", "upon request", "when asked", "when needed",
        "when requested", "whenever asked", "whenever needed", "whenever requested",
      ]
    ),
    (
      .means,
      [
        "as able", "as appropriate", "as far as possible", "as much as possible", "as possible", "cuando sea posible",
        "de ser posible", "if able", "if at all possible", "if available", "if feasible", "if possible",
        "if there is time", "if we can", "on a best effort basis", "si es posible", "when able", "when available",
        "when possible", "when there is time", "whenever possible", "where available", "where feasible",
        "where possible", "wherever possible",
      ]
    ),
    (.delegate, ["or a designee", "or designee", "or send a designee", "or sends a designee", "or their designee"]),
    (.roughly, ["or so"]),
  ]

  private static let byFirstWord: [String: [(words: [String], kind: Kind)]] = {
    var result: [String: [(words: [String], kind: Kind)]] = [:]
    for (kind, texts) in phrases {
      for text in texts {
        let words = text.split(separator: " ").map(String.init)
        result[words[0], default: []].append((words, kind))
      }
    }
    return result.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }()

  /// Words that may begin a clause such as "as my schedule permits".
  private static let openers: Set<String> = ["as", "if", "should", "when", "whenever", "where", "wherever"]
  /// Words that end such a clause.
  private static let closers: Set<String> = [
    "allow", "allowing", "allows", "appropriate", "available", "feasible", "permit", "permits", "permitting",
    "possible", "practical", "practicable",
  ]
  /// Words that begin a clause on what something depends on, up to the next punctuation mark.
  private static let heads: [[String]] = [
    ["contingent", "on"], ["contingent", "upon"], ["depending", "on"], ["pending"], ["subject", "to"],
  ]
  private static let nouns: Set<String> = [
    "budget", "budgets", "coverage", "funding", "funds", "money", "schedule", "schedules", "space", "staffing", "time",
    "weather",
  ]

  /// The words that a hedge may begin with.
  static let firstWords: [String] = {
    var result: Set<String> = openers.union(nouns)
    for (_, texts) in phrases {
      for text in texts { result.insert(String(text.prefix { $0 != " " })) }
    }
    for head in heads { result.insert(head[0]) }
    return result.sorted()
  }()

  /// The hedge that begins at a place.
  package static func found(at index: Int, in words: [Word]) -> (kind: Kind, end: Int)? {
    guard words[index].traits.contains(.hedge) else { return nil }
    let text = words[index].text
    for phrase in byFirstWord[text] ?? []
    where phrase.words.count <= words.count - index
      && phrase.words.indices.allSatisfy({ words[index + $0].text == phrase.words[$0] })
    {
      return (phrase.kind, index + phrase.words.count)
    }
    if openers.contains(text) {
      var place = index + 1
      while place < words.count, place <= index + 5, words[place].gap == .space {
        if closers.contains(words[place].text) { return (.means, place + 1) }
        place += 1
      }
    }
    if nouns.contains(text), index + 1 < words.count,
      ["permitting", "allowing", "willing"].contains(words[index + 1].text)
    {
      return (.means, index + 2)
    }
    for head in heads
    where head.count <= words.count - index && head.indices.allSatisfy({ words[index + $0].text == head[$0] }) {
      var end = index + head.count
      while end < words.count, end < index + 8, words[end].gap <= .hyphen { end += 1 }
      return (.means, end)
    }
    return nil
  }
}
