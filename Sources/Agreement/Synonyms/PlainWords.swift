internal import TextSupport

/// Words as they are compared with each other: lowercase base letters, without periods, apostrophes and hyphens.
enum PlainWords {
  /// The words of a text: "Asst. Principal" is `asst` and `principal`, "A.P." is `ap`.
  static func of(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in NFC.baseLetters(String(text.prefix(200))).lowercased().unicodeScalars {
      if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) {
        word.unicodeScalars.append(scalar)
      } else if ![".", "'", "’"].contains(scalar), !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// The words of a text with single spaces between them and no article at the start.
  static func joined(_ text: String) -> String {
    var words = of(text)
    if words.count > 1, ["the", "our", "a", "an"].contains(words[0]) { words.removeFirst() }
    return words.joined(separator: " ")
  }

  /// Whether a text says that there is nothing to write: "none", "n/a", "nobody".
  static func saysNothing(_ text: String) -> Bool {
    let words = joined(text)
    return words.isEmpty ? text.contains { $0 == "-" || $0 == "–" || $0 == "—" } : nothing.contains(words)
  }

  private static let nothing: Set<String> = [
    "empty", "everyone came", "everyone present", "everyone was there", "everyone was present", "n a", "na", "never",
    "nil", "no absences", "no one", "nobody", "nobody absent", "none", "none absent", "noone", "not applicable",
    "not yet", "nothing", "null", "tba", "tbd", "to be determined",
  ]
}
