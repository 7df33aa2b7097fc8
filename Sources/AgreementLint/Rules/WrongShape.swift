internal import Agreement
internal import Diagnostics

extension Rule {
  static let wrongShape = Rule(
    .wrongShape, .error, .structure, source: .format,
    summary: "a list where a text is due, an unknown word, and the like",
    rationale: """
      Each key takes one kind of value: a text, a list, a date, an id, or one of a few words. What is there instead is read by
      nobody.
      """,
    failing: [
      Example(
        #"""
        format: 1
        status: ↓final↑
        """#, #"`status` takes `draft` or `agreed`, but here is the text "final""#,
        help: #"write one of these words, in lower case"#),
      Example(
        #"""
        format: 1
        topics:
          access:
            common-planning-periods:
              ↓Grade 3: 9:40↑
        """#,
        #"`common-planning-periods` takes a text, a list of texts, or the key `agreed`, but here is a group of keys"#,
        help: #"start each line with a dash and a space, and put it in quotes: `- "Grade 3: 9:40"`"#),
    ],
    passing: [
      Example(
        #"""
        format: 1
        status: agreed
        """#)
    ],
    check: .whileReading)
}
