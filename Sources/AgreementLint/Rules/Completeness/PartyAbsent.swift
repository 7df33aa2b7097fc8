internal import Agreement
internal import Diagnostics
internal import TextSupport

extension Rule {
  static let partyAbsent = Rule(
    .partyAbsent, .warning, .completeness, source: .step(3),
    summary: "every principal, or every coach, missed the conversation",
    rationale: """
      Norms are made with everybody at the table, and an agreement between a school and its coach needs both. Anyone who
      was not there signs what others talked about.
      """,
    failing: [
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
          tran: {name: Linh Tran, role: principal}
        conversation:
          date: 2026-08-06
          absent: ↓[tran]↑
        """, "no principal was at the conversation: Linh Tran was absent",
        help:
          "go through the norms and the topics with Linh Tran; then write that day as `date:` and take `tran` out of `absent:`",
        cured: """
          format: 1
          participants:
            novak: {name: Jill Novak, role: instructional-coach}
            tran: {name: Linh Tran, role: principal}
          conversation:
            date: 2026-08-11
            absent: []
          """)
    ],
    passing: [
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
          tran: {name: Linh Tran, role: principal}
          okafor: {name: Uche Okafor, role: principal}
        conversation:
          date: 2026-08-06
          absent: [okafor]
        """)
    ],
    check: .agreement { agreement, context in
      guard case .present(let list) = agreement.content.conversation.value?.absent else { return }
      let absent = Set(list.value.compactMap { $0.value?.index })
      for role in context.settings.requiredParties {
        // Someone who joined later could not be there, and counts as absent only if somebody lists them.
        let people = agreement.participants.indices.filter { place in
          guard let person = agreement.participants[place].part.value, person.has(role) else { return false }
          return person.joined.isAbsent || absent.contains(place)
        }
        guard !people.isEmpty, people.allSatisfy(absent.contains) else { continue }
        let entries = people.map { agreement.participants[$0] }
        let names = Prose.list(entries.map(agreement.name))
        context.report(
          at: list.range,
          "no \(role.rawValue.replacing("-", with: " ")) was at the conversation: \(names) \(people.count == 1 ? "was" : "were") absent",
          help:
            "go through the norms and the topics with \(names); then write that day as `date:` and take \(Prose.list(entries.map { "`\($0.id)`" })) out of `absent:`"
        )
      }
    })
}
