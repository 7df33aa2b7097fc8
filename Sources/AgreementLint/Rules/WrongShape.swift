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
      Example(
        #"""
        format: 1
        topics:
          feedback-review:
            change-communication: ↓{The Friday note, and more}↑
            work-visibility:
              - ↓{A photo on the board}↑
        """#,
        [
          (
            "YAML takes braces for a group of keys, so this is not read as text",
            #"put the whole text in quotes: "The Friday note, and more""#
          ),
          (
            "YAML takes braces for a group of keys, so this is not read as text",
            #"put the whole text in quotes: "A photo on the board""#
          ),
        ]),
      Example(
        #"""
        format: 1
        meetings:
          schedule:
            - what: Check-in
              every: week
              weekday: ↓Wedensday↑
        """#,
        #"`weekday` takes a day such as `tuesday`, or `first tuesday` every month, but here is the text "Wedensday""#,
        help: "did you mean `wednesday`?"),
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
