internal import Agreement
internal import Diagnostics

extension RuleID {
  static let personalData = RuleID("personal-data")
}

extension Rule {
  static let personalData = Rule(
    .personalData, .warning, .privacy, heuristic: true, source: .practice,
    summary: "a private number or address of a person",
    rationale: """
      Social security and employee numbers, private telephone numbers and e-mail addresses do not belong in a file that a whole district can read
      for years. The finding does not repeat the text.
      """,
    failing: [
      Example(
        "format: 1\ntopics:\n  confidentiality:\n    urgent-concern: ↓Call 555-201-7788↑\n",
        "this text seems to hold a private number or address",
        help: "take it out; say who knows it, or where it is kept"),
      Example("format: 1\nx-contact: ↓jill.novak@gmail.com↑\n", "this text seems to hold a private number or address"),
    ],
    passing: [
      Example("format: 1\ntopics:\n  confidentiality:\n    urgent-concern: Call the office; room 204, on 2026-08-17\n"),
      Example(
        "format: 1\nx-contact: office@brookside.example.org\ncampuses:\n  brookside: {name: Brookside, code: \"0412\"}\n"
      ),
    ],
    check: .text(["0", "@", "employee"]) { visit, context in
      guard visit.text.split(separator: " ").contains(where: isPrivate) || hasEmployeeNumber(visit.text) else { return }
      context.report(
        at: visit.range, "this text seems to hold a private number or address",
        help: "take it out; say who knows it, or where it is kept")
    })

  /// A social security number, a telephone number of ten digits, or an address at a service for private people.
  private static func isPrivate(_ word: Substring) -> Bool {
    let text = word.lowercased()
    let services = [
      "gmail.", "yahoo.", "hotmail.", "outlook.", "icloud.", "aol.", "proton.", "protonmail.", "gmx.", "live.",
    ]
    if let at = text.firstIndex(of: "@"), at > text.startIndex,
      services.contains(where: text[at...].dropFirst().hasPrefix)
    {
      return true
    }
    let groups = text.split { !$0.isNumber }.map(\.count)
    let rest = text.filter { !$0.isNumber }
    guard rest.allSatisfy({ "-.()+,;/".contains($0) }), text.filter(\.isNumber).count <= 11 else { return false }
    return groups == [3, 2, 4] || groups == [3, 3, 4] || groups == [1, 3, 3, 4]
  }

  private static func hasEmployeeNumber(_ text: String) -> Bool {
    let words = text.lowerWords
    return words.indices.dropLast(2).contains { place in
      words[place] == "employee" && ["id", "number", "no"].contains(words[place + 1])
        && words[place + 2].contains { $0.isNumber }
    }
  }
}
