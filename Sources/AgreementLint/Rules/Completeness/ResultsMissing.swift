internal import Agreement
internal import Diagnostics

extension Rule {
  static let resultsMissing = Rule(
    .resultsMissing, .warning, .completeness, source: .step(5),
    summary: "nothing says what results you hope for",
    rationale: """
      Without a result that somebody hopes for, nobody can say in May whether the partnership was worth it. Leaders name the result;
      how to get there is up to the coach.
      """,
    failing: [
      Example(
        """
        format: 1
        ↓focus↑:
          roles: {}
        """, "nothing says what results you hope for",
        help: "add `expected-results:`, and below it list each one after a dash")
    ],
    passing: [
      Example("format: 1\nfocus:\n  expected-results:\n    - Fewer students repeat Algebra 1\n")
    ],
    check: .agreement { agreement, context in
      context.reportLack(ofAll: agreement.content.focus, .focus)
      context.reportLack(
        ofList: agreement.content.focus.value?.expectedResults, "expected-results",
        "nothing says what results you hope for",
        .lines("list each one after a dash"))
    })
}
