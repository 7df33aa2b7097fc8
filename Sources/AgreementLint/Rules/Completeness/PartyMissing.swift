internal import Agreement
internal import Diagnostics
internal import TextSupport

extension Rule {
  static let partyMissing = Rule(
    .partyMissing, .error, .completeness,
    isLoosened: { settings, _ in
      !Set(settings.requiredParties).isSuperset(of: LintSettings.standard.requiredParties)
    }, source: .step(1),
    summary: "no principal or no instructional coach takes part",
    rationale: """
      A partnership needs both sides: at least one principal and at least one instructional coach. Other leaders of the school are
      welcome, too.
      """,
    setting: "`required-parties: [principal, instructional-coach, content-coordinator]` says who must take part",
    failing: [
      Example(
        """
        format: 1
        ↓participants↑:
          novak:
            name: Jill Novak
            role: instructional-coach
        """, "no principal takes part", help: "add the person under `participants` with `role: principal`"),
      Example(
        """
        format: 1
        ↓participants↑:
          novak: {name: Jill Novak, role: instructional-coach}
          tran: {name: Linh Tran, role: principal, left: 2026-08-30}
        signatures:
          novak: {signed: 2026-08-13, method: typed}
        """, "no principal takes part",
        help:
          "type `concord join example.agreement.yaml ID --name NAME --role principal` with a short name and the name of the person; or add the person under `participants`, with `joined: 2026-09-01`, so that what others have signed still counts"
      ),
    ],
    passing: [
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
          tran: {name: Linh Tran, role: principal}
        """),
      Example(
        """
        format: 1
        participants:
          reyes: {name: Ana Reyes, role: [principal, instructional-coach]}
        """),
    ],
    check: .agreement { agreement, context in
      guard case .present(let participants) = agreement.content.participants else { return }
      var roles: [ParticipantRole] = []
      for entry in participants.value {
        switch entry.part {
        case .absent, .broken: return
        case .present(let person):
          // A role that could not be read may be the required one.
          guard let its = person.value.roles.value else { return }
          if !person.value.hasLeft(by: context.today) { roles += its.map(\.value) }
        }
      }
      for role in context.settings.requiredParties where !roles.contains(role) {
        context.report(
          at: participants.keyRange, "no \(role.rawValue.replacing("-", with: " ")) takes part",
          help: context.join(" --role \(role.rawValue)")
            ?? "add the person under `participants` with `role: \(role.rawValue)`")
      }
    })
}
