extension Lexicon {
  /// Words that mean the same; the first of each row stands for the last.
  static let synonyms: [String: String] = {
    let rows = [
      "assist help", "assists helps", "begin start", "beginning start", "begins starts", "buy purchase",
      "cancelled canceled", "cancelling canceling", "centre center", "complete finish", "each every", "emails email",
      "end finish", "ends finishes", "entire whole", "frequently often", "hallway corridor", "info information",
      "large big", "math mathematics", "maths mathematics", "okay ok", "organise organize", "photocopy copy",
      "programme program", "pupil student", "pupils students", "receive get", "select choose", "till until",
      "timetable schedule", "utilise use", "utilize use",
    ]
    return Dictionary(
      uniqueKeysWithValues: rows.map { row in
        let words = row.split(separator: " ").map(String.init)
        return (words[0], words[1])
      })
  }()

  /// Several words that stand for one, by their first word.
  static let phrases: [String: [(words: [String], meaning: [String])]] = {
    let rows: [(String, String)] = [
      ("&", "and"), ("a m", ""), ("p m", "pm"), ("as well as", "and"), ("at a minimum", "at least"),
      ("each and every", "every"),
      ("every single", "every"), ("in order to", "to"), ("make sure", "ensure"), ("makes sure", "ensures"),
      ("pd", "professional development"), ("plc", "professional learning community"),
      ("plcs", "professional learning communities"), ("prior to", "before"),
    ]
    var result: [String: [(words: [String], meaning: [String])]] = [:]
    for (from, to) in rows {
      let (words, meaning) = (from.split(separator: " ").map(String.init), to.split(separator: " ").map(String.init))
      result[words[0], default: []].append((words, meaning))
    }
    return result
  }()
}
