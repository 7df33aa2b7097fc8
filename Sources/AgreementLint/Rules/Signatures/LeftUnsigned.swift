internal import Agreement
internal import Diagnostics

extension Rule {
  static let leftUnsigned = Rule(
    .leftUnsigned, .warning, .signatures, source: .practice,
    summary: "somebody left without having signed",
    rationale: """
      Nothing more is asked of people who left, and nobody signs `left`. So this one line removes somebody who has not signed, and
      the agreement looks complete. It may be true, but somebody should know. Until that day comes, the person is still asked to sign.
      """,
    failing: [
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
          haugen: {name: Nils Haugen, role: assistant-principal, left: ↓2027-03-06↑}
        signatures:
          novak: {signed: 2026-08-13, method: typed}
        """, "Nils Haugen left on 2027-03-06 and has not signed, so nobody asks for that signature",
        help:
          "if that is so, there is nothing to type; if Nils Haugen is still here, delete `left` and ask for the signature; if nobody has signed yet, take `haugen` out",
        today: "2027-03-06"),
      Example(
        """
        format: 1
        participants:
          haugen: {name: Nils Haugen, role: assistant-principal, left: ↓2027-03-06↑}
        signatures:
          haugen: {signed: 2026-08-13, method: typed, withdrawn: 2026-09-01}
        """, "Nils Haugen left on 2027-03-06 and had withdrawn the signature, so nobody asks for another one",
        today: "2027-03-06"),
    ],
    passing: [
      Example(
        """
        format: 1
        participants:
          haugen: {name: Nils Haugen, role: assistant-principal, left: 2027-03-06}
          stroud: {name: Ann Stroud, role: facilitator, left: 2026-08-20}
        signatures:
          haugen: {signed: 2026-08-13, method: typed}
        """, today: "2027-03-06"),
      Example(
        """
        format: 1
        participants:
          haugen: {name: Nils Haugen, role: assistant-principal, left: 2027-03-06}
        """),
    ],
    check: .agreement { agreement, context in
      // Signatures that could not be read may be the missing ones.
      if agreement.content.signatures.isBroken { return }
      let signatures = agreement.content.signatures.value ?? []
      let given = Dictionary(signatures.map { ($0.id, $0.part) }) { first, _ in first }
      for entry in agreement.participants {
        guard let person = entry.part.value, person.isParty, case .present(let left) = person.left,
          person.hasLeft(by: context.today)
        else { continue }
        // A day after the last one has its own finding.
        if let ends = agreement.content.ends.value, left.value > ends { continue }
        let name = agreement.name(of: entry)
        let rest: String
        switch given[entry.id] ?? .absent(Gap(entry.keyRange, hasKey: false)) {
        case .broken: continue
        case .absent: rest = "has not signed, so nobody asks for that signature"
        case .present(let signature):
          if signature.value.withdrawn.isAbsent { continue }
          rest = "had withdrawn the signature, so nobody asks for another one"
        }
        context.report(
          at: left.range, "\(name) left on \(left.value) and \(rest)",
          help:
            "if that is so, there is nothing to type; if \(name) is still here, delete `left` and ask for the signature; if nobody has signed yet, take `\(entry.id)` out"
        )
      }
    })
}
