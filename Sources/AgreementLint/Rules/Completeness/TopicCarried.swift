internal import Agreement
internal import Diagnostics

extension Rule {
  static let topicCarried = Rule(
    .topicCarried, .error, .completeness, source: .step(6),
    summary: "last year's answer was not confirmed",
    rationale: """
      When an agreement is renewed, last year's answers come along as `carried`, so that nobody has to type them again. They
      count only once this year's people have looked at them and said yes.
      """,
    failing: [
      Example(
        """
        format: 1
        topics:
          access:
            classroom-access:
              ↓carried↑: Doors are open
        """, "`classroom-access` still has last year's answer",
        help: "if you agree to it again, write `agreed` instead of `carried`; otherwise write what you agree on now")
    ],
    passing: [Example("format: 1\ntopics:\n  access:\n    classroom-access: Doors are open\n")],
    check: .topic { visit, context in
      guard case .carried = visit.answer.state else { return }
      context.report(
        at: visit.answer.stateRange, "`\(visit.topic.id)` still has last year's answer",
        help: "if you agree to it again, write `agreed` instead of `carried`; otherwise write what you agree on now")
    })
}
