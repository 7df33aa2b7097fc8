internal import Agreement
internal import Diagnostics

extension Rule {
  static let duplicateKey = Rule(
    .duplicateKey, .error, .syntax, source: .format,
    summary: "the same key appears twice",
    rationale: """
      YAML does not say which of two equal keys counts, and programs disagree: one of the two answers would silently be lost.
      """,
    failing: [
      Example(
        #"""
        format: 1
        norms:
          agreed: Start on time
        ↓norms↑:
          agreed: End on time
        """#, #"`norms` appears a second time"#, help: #"keep one of the two, and move what the other says into it"#
      )
    ],
    passing: [
      Example(
        #"""
        format: 1
        norms:
          agreed:
            - Start on time
            - End on time
        """#)
    ],
    check: .whileReading)
}
