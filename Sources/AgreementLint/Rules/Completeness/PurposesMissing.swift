internal import Agreement
internal import Diagnostics

extension Rule {
  static let purposesMissing = Rule(
    .purposesMissing, .warning, .completeness, source: .step(2),
    summary: "it does not say why you met",
    rationale: """
      People who know why they are at the table talk about that, and not about the copier. The usual purposes have ids; you can add your
      own.
      """,
    failing: [
      Example(
        """
        format: 1
        ↓conversation↑:
          date: 2026-08-05
        """, "it does not say why you met",
        help: "add `purposes:`, and below it list each one after a dash, such as `- set-relationship-terms`")
    ],
    passing: [
      Example("format: 1\nconversation:\n  purposes:\n    - align-leadership\n")
    ],
    check: .agreement { agreement, context in
      context.reportLack(ofAll: agreement.content.conversation, .conversation)
      context.reportLack(
        ofList: agreement.content.conversation.value?.purposes, "purposes", "it does not say why you met",
        .lines("list each one after a dash, such as `- set-relationship-terms`"))
    })
}
