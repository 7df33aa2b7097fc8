internal import Agreement
internal import Diagnostics

extension Rule {
  static let hashCut = Rule(
    .hashCut, .warning, .syntax, heuristic: true, source: .format,
    summary: "a `#` cuts a text short",
    rationale: """
      A space and a `#` begin a comment, even in the middle of an answer: `Our #1 priority` is only `Our`. The rule looks for a `#` with a word or a number
      right after it, because a comment has a space there. `Team # 1` is found, too, and so is a comment that goes on with the answer, as in `# unless we are
      told otherwise`: people would read it as part of what they sign.
      """,
    failing: [
      Example(
        #"""
        format: 1
        topics:
          engagement:
            principal-priorities: Our ↓#1 priority is math talk↑
        """#, #"the text ends before `#`: the rest of the line counts as a comment, and the answer is only "Our""#,
        help: #"put the whole answer in quotes; if this is a comment, write a space after the `#`"#),
      Example(
        #"""
        format: 1
        topics:
          engagement:
            initial-caseload: Team ↓# 1 and the new teachers↑
        """#, #"the text ends before `#`: the rest of the line counts as a comment, and the answer is only "Team""#),
      Example(
        #"""
        format: 1
        topics:
          engagement:
            initial-caseload: All new teachers ↓# unless they ask to wait↑
        """#,
        #"this continues the answer, but whatever follows `#` counts as a comment and is not part of what people sign"#,
        help:
          #"put the whole answer in quotes, with this in it; if this is a note, write it on a line of its own above"#,
        cured: #"""
          format: 1
          topics:
            engagement:
              initial-caseload: "All new teachers unless they ask to wait"
          """#),
    ],
    passing: [
      Example(
        #"""
        format: 1
        topics:
          engagement:
            initial-caseload: All new teachers # Dana has the list
        """#),
      Example(
        #"""
        format: 1
        status: draft # to be agreed in August
        """#),
      Example(
        #"""
        format: 1
        topics:
          engagement:
            principal-priorities: "Our #1 priority is math talk"
        """#),
    ],
    check: .whileReading)
}
