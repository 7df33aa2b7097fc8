internal import Agreement
internal import Diagnostics
internal import TextSupport

extension Rule {
  static let timeSplit = Rule(
    .timeSplit, .error, .commitments, source: .practice,
    summary: "the shares of a person's time add up to more than 100%",
    rationale: """
      When a coach's week is divided between buildings, each principal counts on a part of it. Shares that add up to more than a week are
      an argument waiting to happen.
      """,
    failing: [
      Example(
        """
        format: 1
        campuses:
          brookside: Brookside Elementary
          harmon: Harmon Elementary
        participants:
          novak:
            name: Jill Novak
            role: instructional-coach
            ↓campuses↑: {brookside: 60%, harmon: 60%}
        """, "the shares add up to 120%, which is more than the whole week",
        help: "correct the shares of `brookside` and `harmon`")
    ],
    passing: [
      Example(
        """
        format: 1
        campuses:
          brookside: Brookside Elementary
          harmon: Harmon Elementary
        participants:
          novak: {name: Jill Novak, role: instructional-coach, campuses: {brookside: 60%, harmon: 40%}}
          tran: {name: Linh Tran, role: principal, campuses: [brookside]}
        """)
    ],
    check: .person { visit, context in
      guard case .present(let campuses) = visit.person.campuses, let sum = campuses.value.shareSum, sum > 100 else {
        return
      }
      let names = campuses.value.map { "`\(visit.agreement.campuses[$0.campus.index].id)`" }
      context.report(
        at: campuses.keyRange, "the shares add up to \(sum)%, which is more than the whole week",
        help: "correct the shares of \(Prose.list(names))")
    })
}
