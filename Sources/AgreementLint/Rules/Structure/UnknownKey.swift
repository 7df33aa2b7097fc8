internal import Agreement
internal import Diagnostics

extension Rule {
  static let unknownKey = Rule(
    .unknownKey, .error, .structure, source: .format,
    summary: "a key that the format does not have",
    rationale: """
      A misspelled key would silently be left out of everything: the diff, the calendar, the signatures. Keys of your own are
      welcome when they begin with `x-`.
      """,
    failing: [
      Example(
        #"""
        format: 1
        ↓Norms↑:
          agreed: Start on time
        """#, #"`Norms` is not a key here"#, help: #"did you mean `norms`?"#),
      Example(
        #"""
        format: 1
        norms:
          agreed: Start on time
          ↓mascot↑: The river otter
        """#, #"`mascot` is not a key here"#),
    ],
    passing: [
      Example(
        #"""
        format: 1
        norms:
          agreed: Start on time
          x-mascot: The river otter
        """#)
    ],
    check: .whileReading)
}
