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
          agreed: ↓[Start on time, phones away]↑
        """#, #"this text in brackets is read as 2 texts, one after each comma"#)
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
