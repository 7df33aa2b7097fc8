/// Words for more or less of the same thing: from the first of a row to the last, less is promised.
package enum Ladders {
  /// Each row has steps, the strongest first; the words of one step promise the same.
  private static let rows: [[String]] = [
    ["guarantee guarantees ensure ensures", "support supports promote promotes help helps", "encourage encourages"],
    [
      "provide provides supply supplies give gives buy buys purchase purchases",
      "help helps offer offers assist assists",
    ],
    ["lead leads run runs host hosts facilitate facilitates", "support supports", "attend attends join joins"],
    [
      "required mandatory compulsory requires", "expected expects", "encouraged recommended encourages recommends",
      "optional voluntary",
    ],
    [
      "always", "usually normally generally mostly typically", "often frequently", "sometimes", "occasionally",
      "rarely",
    ],
    ["approve approves decide decides", "recommend recommends advise advises suggest suggests"],
    ["complete completes finish finishes", "begin begins start starts"],
    ["do does", "consider considers discuss discusses"],
  ]

  private static let places: [String: [(row: Int, step: Int)]] = {
    var result: [String: [(row: Int, step: Int)]] = [:]
    for (row, steps) in rows.enumerated() {
      for (step, words) in steps.enumerated() {
        for word in words.split(separator: " ") { result[String(word), default: []].append((row, step)) }
      }
    }
    return result
  }()

  /// Whether a word promises less than another, or more; nil if nobody can tell.
  package static func isLess(_ new: String, than old: String) -> Bool? {
    for before in places[old] ?? [] {
      for after in places[new] ?? [] where after.row == before.row && after.step != before.step {
        return after.step > before.step
      }
    }
    return nil
  }
}

/// Words that say how many of all things or people.
package enum Quantifiers {
  /// The words, each with a rank: the higher, the more.
  static let ranks: [String: Int] = [
    "all": 100, "both": 100, "each": 100, "every": 100, "everybody": 100, "everyone": 100, "most": 75, "many": 40,
    "several": 30, "some": 30, "few": 20, "selected": 20,
  ]

  /// The rank from which on nobody and nothing is left out.
  package static let everything = 100
}
