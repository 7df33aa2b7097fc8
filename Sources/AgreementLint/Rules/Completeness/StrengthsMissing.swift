internal import Agreement
internal import Diagnostics

extension Rule {
  static let strengthsMissing = Rule(
    .strengthsMissing, .warning, .completeness, source: .step(5),
    summary: "nothing says what the school can build on",
    rationale: """
      Teachers accept coaching sooner when it builds on what already works. A team that plans well can show the others how.
      """,
    failing: [
      Example(
        """
        format: 1
        ↓focus↑:
          roles: {}
        """, "nothing says what you can build on",
        help: "add `strengths:`, and below it list each one after a dash")
    ],
    passing: [
      Example("format: 1\nfocus:\n  strengths:\n    - The grade 5 team plans together\n")
    ],
    check: .agreement { agreement, context in
      context.reportLack(ofAll: agreement.content.focus, .focus)
      context.reportLack(
        ofList: agreement.content.focus.value?.strengths, "strengths", "nothing says what you can build on",
        .lines("list each one after a dash"))
    })
}
