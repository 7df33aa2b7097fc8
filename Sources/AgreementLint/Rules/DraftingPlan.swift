internal import Agreement
internal import Diagnostics
internal import TextSupport

extension RuleID {
  static let draftingPlan = RuleID("drafting-plan")
}

extension Rule {
  static let draftingPlan = Rule(
    .draftingPlan, .warning, .completeness, source: .step(7),
    summary: "signatures are missing, and there is no plan for the writing and signing",
    rationale: """
      Between the talk and the signatures lie the two weeks before school, in which everything else happens. An owner and two dates
      are what gets the agreement signed. Once everybody has signed, nothing is asked here.
      """,
    failing: [
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        ↓drafting↑:
          owner: novak
        """, "not everybody has signed, and there is no day for reading and for signing the text",
        help: "add `review:` and `sign:`, each with `how:` and `due:`"),
      Example(
        """
        ↓format↑: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        """, "not everybody has signed, and there is no plan for writing, reading and signing the text",
        help: "add `drafting:` with `owner:`, `review: {due: 2026-08-10}` and `sign: {due: 2026-08-14}`"),
    ],
    passing: [
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        signatures:
          novak: {signed: 2026-08-13, method: typed}
        """),
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        drafting: {owner: novak, review: {due: 2026-08-10}, sign: {due: 2026-08-14}}
        """),
    ],
    check: .agreement { agreement, context in
      let signers = context.signers
      let isSigned = signers.allSatisfy { $0.signature?.part.value?.withdrawn.isAbsent == true }
      guard !signers.isEmpty, !isSigned, !agreement.content.signatures.isBroken else { return }
      switch agreement.content.drafting {
      case .broken: break
      case .absent(let holder):
        context.report(
          at: holder, "not everybody has signed, and there is no plan for writing, reading and signing the text",
          help: "add `drafting:` with `owner:`, `review: {due: 2026-08-10}` and `sign: {due: 2026-08-14}`")
      case .present(let drafting):
        func lacksDay(_ step: Part<DraftingStep>) -> Bool { step.isAbsent || step.value?.due.isAbsent == true }
        let lacks = [
          (drafting.value.owner.isAbsent, "owner", "`owner:`"),
          (lacksDay(drafting.value.review), "day for reading", "`review:`"),
          (lacksDay(drafting.value.sign), "day for signing", "`sign:`"),
        ].filter(\.0)
        guard !lacks.isEmpty else { return }
        let keys = lacks.map(\.2)
        let steps = keys.filter { $0 != "`owner:`" }
        let days = lacks.map(\.1).filter { $0 != "owner" }.map { $0.dropFirst("day ".count) }
        let what =
          (keys.count > steps.count ? ["owner"] : [])
          + (days.isEmpty ? [] : ["day \(Prose.list(days.map(String.init)))"])
        context.report(
          at: drafting.keyRange,
          "not everybody has signed, and there is no \(Prose.list(what, "or"))\(days.isEmpty ? "" : " the text")",
          help: steps.isEmpty
            ? "add `owner:` with the id of a participant"
            : "add \(Prose.list(keys))\(steps.count > 1 ? ", each with `how:` and `due:`" : " with `how:` and `due:`")")
      }
    })
}
