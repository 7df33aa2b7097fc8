internal import Diagnostics

extension Rule {
  static let invalidSuppression = Rule(
    .invalidSuppression, .warning, .structure, source: .format,
    summary: "a comment for concord that cannot be understood, or gives no reason",
    rationale: """
      Whoever reads the file next year wants to know why an exception was made. Syntax errors and signature findings cannot be
      suppressed, because comments are not part of what people sign.
      """,
    failing: [
      Example(
        """
        format: 1
        topics:
          access:
            ↓# concord: allow vague-answer↑
            classroom-access: As needed
        """, "the reason is missing", help: "add ` -- ` and the reason"),
      Example(
        """
        format: 1
        # concord: allow ↓vague-anwser↑ -- we know what we mean
        id: brookside
        """, "there is no rule `vague-anwser`", help: "did you mean `vague-answer`?"),
      Example(
        """
        format: 1
        # concord: allow ↓signature-missing↑ -- she is on leave
        id: brookside
        """, "`signature-missing` cannot be allowed",
        help: "a comment is not part of what people sign; `concord.yaml` can change the level of the rule"),
      Example(
        """
        format: 1
        id: brookside ↓# concord: allow invalid-id -- ours↑
        """, "concord ignores a comment on the same line as an answer",
        help: "move it to a line of its own, above this one"),
      Example(
        """
        format: 1
        ↓# concord: ignore vague-answer↑
        id: brookside
        """, "after `concord:`, write `allow` and a rule",
        help: "write `# concord: allow <rule> -- <the reason>` on the line above"),
    ],
    passing: [
      Example(
        """
        format: 1
        topics:
          access:
            # concord: allow vague-answer -- the calendar says when
            classroom-access: As needed
        """),
      Example("format: 1\n# We use concord: it helps.\nid: brookside\n"),
    ],
    check: .whileReading)
}
