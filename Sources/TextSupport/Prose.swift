/// Small helpers for writing sentences.
package enum Prose {
  /// "a", "a and b", "a, b and c".
  package static func list(_ words: [String], _ conjunction: String = "and") -> String {
    switch words.count {
    case 0: ""
    case 1: words[0]
    default: words.dropLast().joined(separator: ", ") + " \(conjunction) " + (words.last ?? "")
    }
  }

  /// A list of longer parts, with a comma before each: "a name, and a role with its reason".
  package static func clauses(_ parts: [String]) -> String {
    parts.count < 2 ? list(parts) : parts.dropLast().joined(separator: ", ") + ", and " + (parts.last ?? "")
  }

  /// "1 error", "2 errors".
  package static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }
}
