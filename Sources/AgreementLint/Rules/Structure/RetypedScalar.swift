internal import Agreement
internal import Diagnostics

extension Rule {
  static let retypedScalar = Rule(
    .retypedScalar, .info, .structure, source: .format,
    summary: "a text that other programs read as something else",
    rationale: """
      concord takes every answer as text. Other YAML programs turn `no` into false, `0412` into a number and `15:30` into 930; in
      quotes the text is the same for all of them.
      """,
    failing: [
      Example(
        #"""
        format: 1
        topics:
          engagement:
            team-coaching: ↓Yes↑
        """#, #"other programs read Yes as the value true, not as text"#, help: #"put it in quotes: "Yes""#)
    ],
    passing: [
      Example(
        #"""
        format: 1
        topics:
          engagement:
            team-coaching: Yes, every team
        """#),
      Example(
        #"""
        format: 1
        campuses:
          harmon: {name: Harmon, code: "0412"}
        """#),
    ],
    check: .whileReading)
}
