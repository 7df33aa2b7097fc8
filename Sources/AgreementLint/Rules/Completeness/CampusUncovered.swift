internal import Agreement
internal import Diagnostics

extension Rule {
  static let campusUncovered = Rule(
    .campusUncovered, .warning, .completeness, source: .step(1),
    summary: "the principal of a campus where the coach works is not here",
    rationale: """
      What a coach may do in a building is for its principal to say. A campus whose principal was not at the table has no agreement,
      whatever the file says.
      """,
    failing: [
      Example(
        """
        format: 1
        campuses:
          brookside: Brookside Elementary
          ↓harmon↑: Harmon Elementary
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
          tran: {name: Linh Tran, role: principal, campuses: [brookside]}
        """, "the coach works at `harmon`, but its principal is not here",
        help: "add the principal under `participants`, or take the campus out of the coach's `campuses`")
    ],
    passing: [
      Example(
        """
        format: 1
        campuses:
          brookside: Brookside Elementary
          harmon: Harmon Elementary
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
          tran: {name: Linh Tran, role: principal}
        """)
    ],
    check: .agreement { agreement, context in
      let participants = agreement.participants
      guard !agreement.campuses.isEmpty, !participants.contains(where: { $0.part.isBroken }) else { return }
      var present: [Participant] = []
      for entry in participants {
        if case .present(let person) = entry.part, person.value.left.isAbsent { present.append(person.value) }
      }
      // A role or a list of campuses that could not be read may be the required one.
      guard !present.contains(where: { $0.roles.isBroken || $0.campuses.isBroken }) else { return }
      // Nearly always one principal covers all campuses.
      if present.contains(where: { $0.has(.principal) && $0.campuses.isAbsent }) { return }
      let all = Set(agreement.campuses.indices)
      func campuses(of role: ParticipantRole) -> Set<Int>? {
        let people = present.filter { $0.has(role) }
        if people.isEmpty { return nil }
        if people.contains(where: { $0.campuses.isAbsent }) { return all }
        return Set(people.flatMap { $0.campuses.value ?? [] }.map(\.campus.index))
      }
      // If there is no principal at all, `party-missing` reports it.
      guard let covered = campuses(of: .principal), let served = campuses(of: .instructionalCoach) else { return }
      for (index, campus) in agreement.campuses.enumerated() where served.contains(index) && !covered.contains(index) {
        context.report(
          at: campus.keyRange, "the coach works at `\(campus.id)`, but its principal is not here",
          help: context.join(" --role principal --campus \(campus.id)").map {
            "\($0); if the coach no longer works there, take the campus out of the coach's `campuses`"
          } ?? "add the principal under `participants`, or take the campus out of the coach's `campuses`")
      }
    })
}
