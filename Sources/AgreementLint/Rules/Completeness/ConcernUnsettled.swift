internal import Agreement
internal import Diagnostics

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
        help:
          "talk about it again; then write `agreed:` and what you agree on, in place of `not-relevant:` and the reason",
        cured: """
          format: 1
          participants:
            novak: {name: Jill Novak, role: instructional-coach, concerns: [teacher-naming]}
          topics:
            feedback-review:
              teacher-naming:
                agreed: Teams only, no names
          """),
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach, concerns: [staff-learning-budget]}
        topics:
          specific-issues:
            ↓not-relevant↑: The district decides all of this
        """, "`staff-learning-budget` matters most to Jill Novak, and it was set aside with its section",
        help: "talk about it again; then add `staff-learning-budget:` to the section, and what you agree on"),
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
    check: .person { visit, context in
      guard visit.person.left.isAbsent, case .present(let concerns) = visit.person.concerns else { return }
      let agreement = visit.agreement
      for case .present(let concern) in concerns.value {
        guard let (state, place) = unsettled(concern.value.index, in: agreement) else { continue }
        let topic = agreement.catalog.topics[concern.value.index].id
        let answer = agreement.topics.answer(to: concern.value.index)
        let help: String
        switch answer?.part {
        case .absent(let gap)? where gap.hasKey: help = "write what you agree on after the colon of `\(topic)`"
        case nil, .absent?, .broken?: help = "add `\(topic):` to the section, and what you agree on"
        case .present?: help = answer?.layout(in: agreement)?.helpToAgree ?? ""
        }
        context.report(
          at: place, "`\(topic)` matters most to \(visit.name), and it \(state)",
          help: "talk about it again; then \(help)",
          notes: [Note(at: concern.range, "it is named here")])
      }
    })

  /// The state of a topic that is not settled, and its place; nil if the topic is settled or has no answer at all.
  private static func unsettled(_ topic: Int, in agreement: Agreement) -> (state: String, place: SourceRange)? {
    if let reason = agreement.topics.setAside(topic, in: agreement.catalog) {
      return ("was set aside with its section", reason.keyRange)
    }
    guard let answer = agreement.topics.answer(to: topic)?.part.value else { return nil }
    return switch answer.state {
    case .open: ("is still open", answer.stateRange)
    case .notRelevant: ("was set aside", answer.stateRange)
    case .agreed, .carried, .unanswered: nil
    }
  }
}
