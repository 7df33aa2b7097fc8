internal import Agreement
internal import Diagnostics

extension Rule {
  static let hashCut = Rule(
    .hashCut, .warning, .syntax, heuristic: true, source: .format,
    summary: "a `#` cuts a text short",
    rationale: """
      In YAML a space and a `#` begin a comment, even in the middle of an answer: `Our #1 priority` is only `Our`.
      The rule looks for a `#` with a word or a number right after it; a comment has a space there.
      """,
    failing: [
      Example(
        #"""
        format: 1
        topics:
          engagement:
            principal-priorities: Our ↓#1 priority is math talk↑
        """#, #"the text ends before `#`: YAML takes the rest of the line for a comment and keeps only "Our""#,
        help: #"put the whole answer in quotes; if this is a comment, write a space after the `#`"#)
    ],
    passing: [
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
