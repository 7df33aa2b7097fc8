internal import Agreement
internal import Diagnostics

extension RuleID {
  static let commitmentNoDate = RuleID("commitment-no-date")
}

extension Rule {
  static let commitmentNoDate = Rule(
    .commitmentNoDate, .info, .commitments, source: .practice,
    summary: "a commitment has no date and does not say how often",
    rationale: """
      A promise without a date is kept last. Use `due:` for what is done once, and `every:` for what is done again and again.
      """,
    failing: [
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        topics:
          access:
            classroom-access:
              agreed: Doors are open
              commitments:
                - owner: novak
                  ↓does↑: Visit every room
        """, "nothing says by when or how often this is done",
        help: "add `due: 2026-10-01`, or `every: month`",
        cured: """
          format: 1
          participants:
            novak: {name: Jill Novak, role: instructional-coach}
          topics:
            access:
              classroom-access:
                agreed: Doors are open
                commitments:
                  - owner: novak
                    does: Visit every room
                    due: 2026-10-01
          """)
    ],
    passing: [
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        topics:
          access:
            classroom-access:
              agreed: Doors are open
              commitments:
                - {owner: novak, does: Visit every room, every: semester}
        """)
    ],
    check: .commitment { visit, context in
      guard visit.commitment.due.isAbsent, visit.commitment.every.isAbsent else { return }
      context.report(
        at: visit.commitment.does.keyRange, "nothing says by when or how often this is done",
        help: "add `due: 2026-10-01`, or `every: month`")
    })
}
