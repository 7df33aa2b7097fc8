internal import Agreement
internal import Diagnostics

extension RuleID {
  static let concernUnsettled = RuleID("concern-unsettled")
}

extension Rule {
  static let concernUnsettled = Rule(
    .concernUnsettled, .warning, .completeness, source: .step(6),
    summary: "a topic that somebody named as a concern is not settled",
    rationale: """
      People come to the conversation with one or two things that they need settled. If those stay open or are set aside, the agreement
      has failed that person.
      """,
    failing: [
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach, concerns: [teacher-naming]}
        topics:
          feedback-review:
            teacher-naming:
              ↓not-relevant↑: We are all adults
        """, "`teacher-naming` matters most to Jill Novak, and it was set aside",
        help: "talk about it again, and write what you agree on after `agreed:`")
    ],
    passing: [
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach, concerns: [teacher-naming]}
        topics:
          feedback-review:
            teacher-naming: Teams only, no names
            work-records: {not-relevant: The district keeps them}
        """)
    ],
    check: .agreement { agreement, context in
      for entry in agreement.participants {
        guard let person = entry.part.value, person.left.isAbsent, case .present(let concerns) = person.concerns else {
          continue
        }
        for case .present(let concern) in concerns.value {
          guard let answer = agreement.topics.answer(to: concern.value.index)?.part.value else { continue }
          let state: String
          switch answer.state {
          case .open: state = "is still open"
          case .notRelevant: state = "was set aside"
          case .agreed, .carried, .unanswered: continue
          }
          let name = agreement.name(of: entry)
          context.report(
            at: answer.stateRange,
            "`\(agreement.catalog.topics[concern.value.index].id)` matters most to \(name), and it \(state)",
            help: "talk about it again, and write what you agree on after `agreed:`",
            notes: [Note(at: concern.range, "it is named here")])
        }
      }
    })
}
