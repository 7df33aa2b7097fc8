internal import Agreement
internal import Diagnostics

extension Rule {
  static let challengesMissing = Rule(
    .challengesMissing, .warning, .completeness, source: .step(5),
    summary: "nothing says what will be hard this year",
    rationale: """
      What is hard this year (a new textbook, half a position less, forty new teachers) decides what the coach should do first. In
      August it is a plan; in November it is a disappointment.
      """,
    failing: [
      Example(
        """
        format: 1
        ↓focus↑:
          roles: {}
        """, "nothing says what will be hard this year",
        help: "add `challenges:`, and below it list each one after a dash")
    ],
    passing: [
      Example("format: 1\nfocus:\n  challenges:\n    - Half as much money\n")
    ],
    check: .agreement { agreement, context in
      context.reportLack(ofAll: agreement.content.focus, .focus)
      context.reportLack(
        ofList: agreement.content.focus.value?.challenges, "challenges", "nothing says what will be hard this year",
        .lines("list each one after a dash"))
    })
}
