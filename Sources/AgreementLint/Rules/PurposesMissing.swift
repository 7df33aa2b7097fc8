internal import Agreement
internal import Diagnostics

extension RuleID {
  static let purposesMissing = RuleID("purposes-missing")
}

extension Rule {
  static let purposesMissing = Rule(
    .purposesMissing, .warning, .completeness, source: .step(2),
    summary: "nobody said why you met",
    rationale: """
      People who know why they sit at the table talk about that, and not about the copier. The usual purposes have ids; anybody may add
      one of their own.
      """,
    failing: [
      Example(
        """
        format: 1
        ↓conversation↑:
          date: 2026-08-05
        """, "nothing is said about why you met",
        help: "add `purposes:` and each one on a line after a dash, such as `- set-relationship-terms`")
    ],
    passing: [
      Example("format: 1\nconversation:\n  purposes:\n    - align-leadership\n")
    ],
    check: .agreement { agreement, context in
      context.reportLack(ofAll: agreement.content.conversation, .conversation)
      context.reportLack(
        ofList: agreement.content.conversation.value?.purposes, "nothing is said about why you met",
        help: "add `purposes:` and each one on a line after a dash, such as `- set-relationship-terms`")
    })
}
