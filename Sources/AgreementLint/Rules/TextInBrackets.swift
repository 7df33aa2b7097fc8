internal import Agreement
internal import Diagnostics

extension Rule {
  static let textInBrackets = Rule(
    .textInBrackets, .warning, .structure, source: .format,
    summary: "free text in brackets",
    rationale: """
      Brackets are for ids, dates, times and shares. A comma inside a bracketed text silently makes two texts of it.
      """,
    failing: [
      Example(
        #"""
        format: 1
        norms:
          agreed: ↓[Start on time, Phones away]↑
        """#, #"this text in brackets is read as 2 texts, one after each comma"#),
      Example(
        #"""
        format: 1
        focus:
          challenges: ↓[A new schedule, with shorter periods]↑
        """#, #"this text in brackets is read as 2 texts, one after each comma"#,
        help: "write each text on its own line after a dash, or put the whole text in quotes if it is one"),
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
