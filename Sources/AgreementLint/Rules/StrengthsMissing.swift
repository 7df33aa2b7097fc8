internal import Agreement
internal import Diagnostics

extension RuleID {
  static let strengthsMissing = RuleID("strengths-missing")
}

extension Rule {
  static let strengthsMissing = Rule(
    .strengthsMissing, .warning, .completeness, source: .step(5),
    summary: "nobody named what the school can build on",
    rationale: """
      Coaching that begins with what already works is accepted sooner. A team that plans well can show the others how.
      """,
    failing: [
      Example(
        """
        format: 1
        ↓focus↑:
          roles: {}
        """, "nobody named what you can build on", help: "add `strengths:` and each one on a line after a dash")
    ],
    passing: [
      Example("format: 1\nfocus:\n  strengths:\n    - The grade 5 team plans together\n")
    ],
    check: .agreement { agreement, context in
      context.reportLack(ofAll: agreement.content.focus, .focus)
      context.reportLack(
        ofList: agreement.content.focus.value?.strengths, "nobody named what you can build on",
        help: "add `strengths:` and each one on a line after a dash")
    })
}
