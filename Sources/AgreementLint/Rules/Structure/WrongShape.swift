internal import Agreement
internal import Diagnostics

extension Rule {
  static let wrongShape = Rule(
    .wrongShape, .error, .structure, source: .format,
    summary: "a list where a text should be, an unknown word, and the like",
    rationale: """
      Each key takes one kind of value: a text, a list, a date, an id, or one of a few words. Anything else
      in its place cannot be read.
      """,
    failing: [
      Example(
        #"""
        format: 1
        status: ↓final↑
        """#, #"`status` takes `draft` or `agreed`, but here is the text "final""#,
        help: "write `agreed`",
        fixed: #"""
          format: 1
          status: agreed
          """#),
      Example(
        #"""
        format: 1
        topics:
          access:
            common-planning-periods:
              ↓Grade 3: 9:40↑
        """#,
        #"`common-planning-periods` takes a text, a list of texts, or lines such as `agreed:`, but here are lines with a key and a colon"#,
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
            "text cannot begin with a brace, so this is not read as text",
            #"put the whole text in quotes: "The Friday note, and more""#
          ),
          (
            "text cannot begin with a brace, so this is not read as text",
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
        help: "did you mean `wednesday`?",
        fixed: #"""
          format: 1
          meetings:
            schedule:
              - what: Check-in
                every: week
                weekday: wednesday
          """#),
      Example(
        #"""
        format: 1
        meetings:
          schedule:
            - what: Check-in
              every: ↓1st Monday↑
        """#,
        #"`every` takes `week`, `two-weeks` or `month`, but here is the text "1st Monday""#,
        help: "write two lines:\n      every: month\n      weekday: first monday",
        fixed: #"""
          format: 1
          meetings:
            schedule:
              - what: Check-in
                every: month
                weekday: first monday
          """#),
      Example(
        #"""
        format: 1
        campuses:
          lakeside: Lakeside Middle
        participants:
          ito:
            name: Hana Ito
            role: ↓Math Coach↑
            campuses: {lakeside: ↓3 days↑}
        conversation:
          absent: ↓none↑
        """#,
        [
          (
            #"`role` takes `principal`, `assistant-principal`, `instructional-coach`, `content-coordinator`, `facilitator`, `coaching-coordinator`, `teacher` or `other`, but here is the text "Math Coach""#,
            "write `instructional-coach`, and on the next line `title: Math Coach`"
          ),
          (
            #"`lakeside` takes a share such as 60%, but here is the text "3 days""#,
            "write the share as a percentage, such as 60% for 3 of 5 days"
          ),
          (
            #"`absent` takes a list of ids in brackets, but here is the text "none""#,
            #"delete "none" and leave nothing after `absent:`, or delete the whole line"#
          ),
        ]),
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
