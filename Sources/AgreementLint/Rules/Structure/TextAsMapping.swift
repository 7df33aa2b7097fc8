internal import Agreement
internal import Diagnostics

extension Rule {
  static let textAsMapping = Rule(
    .textAsMapping, .warning, .structure, source: .format,
    summary: "a list item with a colon in it",
    rationale: """
      `- Harmon: strong` is meant as a text and concord reads it so, but other programs read a key and its value. In quotes, all
      programs read it as text.
      """,
    failing: [
      Example(
        #"""
        format: 1
        topics:
          roles-focus:
            relationship-building:
              - ↓Harmon: strong, start right away↑
        """#,
        #"this text has a colon in it, so other programs read "Harmon: strong, start right away" as a key and its value"#,
        help: #"put the text in quotes: - "Harmon: strong, start right away""#)
    ],
    passing: [
      Example(
        #"""
        format: 1
        topics:
          roles-focus:
            relationship-building:
              - "Harmon: strong, start right away"
        """#)
    ],
    check: .whileReading)
}
