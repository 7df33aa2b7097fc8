internal import Agreement
internal import Diagnostics

extension Rule {
  static let normsMissing = Rule(
    .normsMissing, .error, .completeness, source: .step(3),
    summary: "there are no norms",
    rationale: """
      The norms are the first thing that everybody at the table agrees to, and they hold for every later meeting. Without
      them, there are no rules for the day when somebody disagrees.
      """,
    failing: [
      Example(
        "↓format↑: 1\nid: brookside\n", "there are no norms",
        help: "add `norms:` and below it `agreed:` with each norm on a line after a dash"),
      Example(
        """
        format: 1
        ↓norms↑:
          reviewed: 2026-08-06
        """, "there are no norms", help: "add `agreed:`, and below it write each norm on a line after a dash"),
    ],
    passing: [Example("format: 1\nnorms:\n  agreed:\n    - Start and end on time\n")],
    check: .agreement { agreement, context in
      switch agreement.content.norms {
      case .broken: break
      case .absent:
        context.reportLack(
          of: agreement.content.norms, "norms", "there are no norms",
          .keys("`agreed:` with each norm on a line after a dash"))
      case .present(let norms):
        context.reportLack(
          ofList: norms.value.agreed, "agreed", "there are no norms", .lines("write each norm on a line after a dash"))
      }
    })
}
