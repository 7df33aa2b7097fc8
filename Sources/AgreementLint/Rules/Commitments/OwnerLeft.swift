internal import Agreement
internal import Diagnostics

extension Rule {
  static let ownerLeft = Rule(
    .ownerLeft, .warning, .commitments, source: .practice,
    summary: "the owner of a commitment has left",
    rationale: """
      When a coach or a principal leaves in the middle of the year, their promises stay behind. Somebody takes them over, or they are
      dropped; either is better than the name of somebody nobody can ask.
      """,
    failing: [
      Example(
        """
        format: 1
        participants:
          haugen: {name: Nils Haugen, role: assistant-principal, left: 2027-03-06}
        topics:
          access:
            planning-days:
              agreed: Two days
              commitments:
                - {owner: ↓haugen↑, does: Book the rooms, due: 2027-04-01}
        """, "Nils Haugen, who owns this, leaves on 2027-03-06",
        help: "agree on who takes it over and write that id, or delete the commitment"),
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
          haugen: {name: Nils Haugen, role: assistant-principal, left: 2027-03-06}
        topics:
          access:
            planning-days:
              agreed: Two days
              commitments:
                - {owner: [novak, ↓haugen↑], does: Book the rooms, due: 2027-04-01}
        """, "Nils Haugen, who owns this with others, left on 2027-03-06",
        help: "take `haugen` out, or write the id of whoever takes over that part", today: "2027-03-10"),
    ],
    passing: [
      Example(
        """
        format: 1
        participants:
          haugen: {name: Nils Haugen, role: assistant-principal, left: 2027-03-06}
        topics:
          access:
            planning-days:
              agreed: Two days
              commitments:
                - {owner: haugen, does: Book the rooms, due: 2026-10-01}
        """)
    ],
    check: .commitment { visit, context in
      guard let owners = visit.commitment.owners.value else { return }
      for owner in owners {
        guard let index = owner.value.participant, visit.agreement.participants.indices.contains(index) else {
          continue
        }
        let entry = visit.agreement.participants[index]
        guard let person = entry.part.value, case .present(let left) = person.left else { continue }
        // What was due earlier is done, or it is too late.
        if let due = visit.commitment.due.value, due <= left.value { continue }
        let name = visit.agreement.name(of: entry)
        let leaves = person.hasLeft(by: context.today) ? "left" : "leaves"
        context.report(
          at: owner.range,
          "\(name), who owns this\(owners.count > 1 ? " with others" : ""), \(leaves) on \(left.value)",
          help: owners.count > 1
            ? "take `\(entry.id)` out, or write the id of whoever takes over that part"
            : "agree on who takes it over and write that id, or delete the commitment",
          notes: [Note(at: left.range, "the day is here")])
      }
    })
}
