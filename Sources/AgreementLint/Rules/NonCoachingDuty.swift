internal import Agreement
internal import Diagnostics
internal import YAMLSyntax

extension RuleID {
  static let nonCoachingDuty = RuleID("non-coaching-duty")
}

extension Rule {
  static let nonCoachingDuty = Rule(
    .nonCoachingDuty, .info, .commitments, heuristic: true, source: .practice,
    summary: "the coach is given a duty that is no coaching",
    rationale: """
      Substitute teaching, lunch duty and test administration are how a coaching position disappears, an hour at a time. If it must be, it should
      be said how much of it.
      """,
    failing: [
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        topics:
          access:
            planning-days:
              agreed: Two days
              commitments:
                - owner: novak
                  does: ↓Cover lunch duty on Fridays↑
                  every: week
        """, "this gives the coach a duty that is no coaching",
        help: "give it to somebody else, or say how many hours of it there are at most")
    ],
    passing: [
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
          tran: {name: Linh Tran, role: principal}
        topics:
          access:
            planning-days:
              agreed: Two days, and no lunch duty for the coach
              commitments:
                - {owner: tran, does: Find substitute teachers for the planning days, due: 2026-09-18}
                - {owner: novak, does: Plan with the grade 4 team, every: week}
        """)
    ],
    check: .commitment { visit, context in
      guard let owner = visit.commitment.owner.value, visit.agreement.participants.indices.contains(owner.index),
        visit.agreement.participants[owner.index].part.value?.role.value == .instructionalCoach,
        case .present(let does) = visit.commitment.does
      else { return }
      let document = visit.agreement.document
      let bytes = document.bytes(of: does.value.node)
      guard
        bytes.hasWord(beginningWith: ["duty", "duties", "sub", "cover", "proctor", "test", "administ", "detention"])
      else {
        return
      }
      let text = visit.agreement.folded(does.value).lowercased()
      let duties = [
        "lunch duty", "bus duty", "recess duty", "hall duty", "hallway duty", "cafeteria duty", "arrival duty",
        "dismissal duty",
        "substitute teach", "sub for", "substitute for", "cover class", "covers class", "proctor",
        "administer the state test",
        "test administration", "testing coordinator", "detention",
      ]
      guard duties.contains(where: text.contains), !text.isNegated else { return }
      context.report(
        at: does.range, "this gives the coach a duty that is no coaching",
        help: "give it to somebody else, or say how many hours of it there are at most")
    })
}
