internal import Agreement
internal import Diagnostics

extension Rule {
  static let textInBrackets = Rule(
    .textInBrackets, .warning, .structure, source: .format,
    summary: "free text in brackets",
    rationale: """
      Brackets are for ids and dates. A comma inside the brackets silently splits the text in two.
      """,
    failing: [
      Example(
        #"""
        format: 1
        norms:
          agreed: ↓[Start on time, Phones away]↑
        """#, #"this text in brackets is read as 2 items, split at each comma"#),
      Example(
        #"""
        format: 1
        focus:
          challenges: ↓[A new schedule, with shorter periods]↑
        """#, #"this text in brackets is read as 2 items, split at each comma"#,
        help: "write each item on its own line after a dash, or put it all in quotes if it is one item"),
    ],
    passing: [
      Example(
        #"""
        format: 1
        norms:
          agreed:
            - Start on time, phones away
        """#)
    ],
    check: .whileReading)
}
