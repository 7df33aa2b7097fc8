/// Words with which a promise promises less.
enum Hedges {
  /// The phrases, in lower case, sorted; a longer one counts before a shorter one that it begins with.
  static let phrases: [[String]] = [
    "aim to", "aims to", "as able", "as appropriate", "as far as possible", "as needed", "as possible",
    "as time allows", "as time permits", "attempt to", "attempts to", "consider", "considers", "hope to", "hopes to",
    "ideally", "if able", "if needed", "if possible", "if there is time", "if time allows", "if time permits",
    "intend to", "intends to", "occasionally", "on request", "or so", "plan to", "plans to", "sometimes",
    "time permitting", "tries to", "try to", "up to", "usually", "when able", "when possible", "when there is time",
    "when time allows", "when time permits", "where feasible", "where possible",
  ].map { $0.split(separator: " ").map(String.init) }

  /// What a promise becomes with one of the phrases, and what it is without it.
  static func meaning(of phrase: String) -> (with: String, without: String) {
    switch phrase {
    case "consider", "considers":
      ("it is thought about, and not promised", "it is promised, and no longer only thought about")
    case "ideally", "occasionally", "sometimes", "usually":
      ("it does not have to happen every time", "it has to happen every time")
    case "or so", "up to": ("the number is no longer certain", "the number is certain now")
    case "aim to", "aims to", "attempt to", "attempts to", "hope to", "hopes to", "intend to", "intends to", "plan to",
      "plans to", "tries to", "try to":
      ("only the attempt is promised", "the thing itself is promised, and not only the attempt")
    case "as needed", "if needed", "on request":
      ("it is done only when someone needs it", "it is done without being asked for")
    default: ("it need not be done when time or means are short", "it is done also when time or means are short")
    }
  }

  /// What a verb makes of a promise, by how much it binds.
  static func meaning(ofStrength strength: Int) -> String {
    switch strength {
    case 1: "only possible or allowed"
    case 2: "only expected"
    default: "promised"
    }
  }

  private static let byFirstWord = Dictionary(grouping: phrases) { $0[0] }.mapValues { phrases in
    phrases.sorted { $0.count > $1.count }
  }

  /// The phrases in some words, each time they stand there.
  static func all(in words: [Word]) -> [String] {
    var result: [String] = []
    var index = 0
    while index < words.count {
      guard words[index].traits.contains(.hedge) else {
        index += 1
        continue
      }
      let found = byFirstWord[words[index].text]?.first { phrase in
        phrase.count <= words.count - index && phrase.indices.allSatisfy { words[index + $0].text == phrase[$0] }
      }
      if let found { result.append(found.joined(separator: " ")) }
      index += found?.count ?? 1
    }
    return result
  }

  /// How much a verb binds; without any of these a promise is meant as it stands.
  static let modals: [String: Int] = [
    "can": 1, "could": 1, "may": 1, "might": 1, "must": 3, "shall": 3, "should": 2, "will": 3,
  ]

  /// The verb that says how much the beginning of a promise binds, with its strength: 3 for `will` and for none at all.
  ///
  /// Only the first words count, for a later `can` mostly belongs to somebody else.
  static func modal(in words: [Word]) -> (word: String?, strength: Int) {
    for (index, word) in words.prefix(4).enumerated() {
      guard word.traits.contains(.modal), let strength = modals[word.text] else { continue }
      // "May not" forbids.
      if index + 1 < words.count, words[index + 1].text == "not" { return (nil, 3) }
      return (word.text, strength)
    }
    return (nil, 3)
  }
}
