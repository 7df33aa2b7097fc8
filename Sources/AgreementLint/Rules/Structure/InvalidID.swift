internal import Agreement
internal import Diagnostics

extension Rule {
  static let invalidID = Rule(
    .invalidID, .error, .structure, source: .format,
    summary: "an id of the wrong form",
    rationale: """
      An id is a handle that stays the same for years, in other files and in commands. So it has only small letters, digits and
      single hyphens; the full name is next to it.
      """,
    failing: [
      Example(
        #"""
        format: 1
        id: ↓Brookside & Harmon↑
        """#,
        #""Brookside & Harmon" is not an id: an id has only small letters, digits and single hyphens, and begins with a letter"#,
        help: "write `brookside-harmon`",
        fixed: #"""
          format: 1
          id: brookside-harmon
          """#),
      Example(
        #"""
        format: 1
        participants:
          ↓no↑:
            name: Nora Olsen
            role: teacher
        """#, #""no" is not an id: other programs read `no` as something else"#, help: "write `olsen`"),
    ],
    passing: [
      Example(
        #"""
        format: 1
        id: brookside-harmon-2
        """#)
    ],
    check: .whileReading)
}
