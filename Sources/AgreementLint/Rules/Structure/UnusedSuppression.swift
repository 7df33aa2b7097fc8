internal import Diagnostics

extension Rule {
  static let unusedSuppression = Rule(
    .unusedSuppression, .warning, .structure, source: .format,
    summary: "a comment allows something that is not there",
    rationale: """
      The reason for the comment is gone, or the comment is in the wrong place. If it stays, the next mistake goes
      unnoticed.
      """,
    failing: [
      Example(
        """
        format: 1
        topics:
          access:
            ↓# concord: allow vague-answer -- we know what we mean↑
            classroom-access: Doors are open at any time
        """, "this comment allows `vague-answer`, but nothing here needs it", help: "delete the comment",
        fixed: """
          format: 1
          topics:
            access:
              classroom-access: Doors are open at any time
          """, with: [.vagueAnswer]),
      Example(
        """
        format: 1
        topics:
          access:
            # concord: allow vague-answer, ↓personal-data↑ -- we know what we mean
            classroom-access: As needed
        """, "this comment allows `personal-data`, but nothing here needs it", help: "delete the rule",
        fixed: """
          format: 1
          topics:
            access:
              # concord: allow vague-answer -- we know what we mean
              classroom-access: As needed
          """, with: [.vagueAnswer, .personalData]),
    ],
    passing: [
      Example(
        """
        format: 1
        topics:
          access:
            # concord: allow vague-answer -- we know what we mean
            classroom-access: As needed
        """, with: [.vagueAnswer])
    ],
    check: .whileReading)
}
