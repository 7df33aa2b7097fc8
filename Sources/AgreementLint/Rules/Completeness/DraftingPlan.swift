internal import Agreement
internal import Diagnostics
internal import TextSupport

extension Rule {
  static let draftingPlan = Rule(
    .draftingPlan, .warning, .completeness, source: .step(7),
    summary: "signatures are missing, and the plan for writing and signing has gaps",
    rationale: """
      Between the talk and the signatures come the two weeks before school, when everything else happens. An owner, a way and a day
      to review the text, and a way and a day to sign it, get the agreement signed. Once everybody has signed, nothing is asked here.
      """,
    failing: [
      Example(
        """
        format: 1
        starts: 2026-09-15
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        ↓drafting↑:
          owner: novak
          review:
            how: Shared file
        """,
        "not everybody has signed, and nothing says by when people review the text or how and by when they sign it",
        help:
          "add `due: 2026-09-08` below `how:` under `review`, and under `drafting` add `sign: {how: in this file, due: 2026-09-12}`, with the method and date that you agree on",
        cured: """
          format: 1
          starts: 2026-09-15
          participants:
            novak: {name: Jill Novak, role: instructional-coach}
          drafting:
            owner: novak
            review:
              how: Shared file
              due: 2026-09-08
            sign: {how: in this file, due: 2026-09-12}
          """),
      Example(
        """
        ↓format↑: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        """,
        "not everybody has signed, and nothing says who writes the text, how and by when people review it or how and by when they sign it",
        help:
          "add `drafting: {owner: novak, review: {how: comments in this file, due: 2026-09-08}, sign: {how: in this file, due: 2026-09-12}}`, with the method and date that you agree on",
        cured: """
          format: 1
          participants:
            novak: {name: Jill Novak, role: instructional-coach}
          drafting: {owner: novak, review: {how: comments in this file, due: 2026-09-08}, sign: {how: in this file, due: 2026-09-12}}
          """),
      Example(
        """
        format: 1
        starts: 2026-09-15
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        ↓drafting↑:
          owner:
          review:
            how:
            due: 2026-09-08
          sign: {how: in this file, due: 2026-09-12}
        """, "not everybody has signed, and nothing says who writes the text or how people review it",
        help:
          "fill in `owner: novak` and `how: comments in this file` under `review`, with the method and date that you agree on",
        cured: """
          format: 1
          starts: 2026-09-15
          participants:
            novak: {name: Jill Novak, role: instructional-coach}
          drafting:
            owner: novak
            review:
              how: comments in this file
              due: 2026-09-08
            sign: {how: in this file, due: 2026-09-12}
          """),
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
        drafting:
          owner: novak
          review: {how: Shared file, due: 2026-08-10}
          sign: {how: On paper, due: 2026-08-14}
        """),
    ],
    check: .agreement { agreement, context in
      let signers = context.signers
      let isSigned = signers.allSatisfy { $0.signature?.part.value?.withdrawn.isAbsent == true }
      guard !signers.isEmpty, !isSigned, !agreement.content.signatures.isBroken,
        !agreement.content.drafting.isBroken
      else { return }
      let plan = Plan(agreement, signers, today: context.today)
      guard !plan.lacks.isEmpty else { return }
      context.report(
        at: plan.gaps.count == 1 ? plan.gaps[0] : agreement.content.drafting.keyRange,
        "not everybody has signed, and nothing says \(Prose.list(plan.lacks, "or"))",
        help: "\(plan.additions), with the method and date that you agree on")
    })

  /// What a plan is missing, and what to add to it.
  private struct Plan {
    /// What the plan does not say, in words.
    var lacks: [String] = []
    /// Where it is missing.
    let gaps: [SourceRange]
    /// What to type.
    let additions: String

    init(_ agreement: Agreement, _ signers: [Signer], today: CalendarDate) {
      let coach = signers.first { $0.person.has(.instructionalCoach) } ?? signers[0]
      let days = Self.days(agreement.content.starts.value, today)
      let drafting = agreement.content.drafting.value
      let isAbsent = agreement.content.drafting.isAbsent
      var places: [SourceRange] = []
      var inside: [String] = []
      var below: [String] = []
      // Keys that are there with nothing after them.
      var blank: [String] = []
      var object = "the text"
      /// Puts a key and its value where the key is missing.
      func add(_ entry: String, _ gap: Gap?) {
        if let gap { places.append(gap.range) }
        if gap?.hasKey == true { blank.append("`\(entry)`") } else { inside.append(entry) }
      }
      if isAbsent || drafting?.owner.isAbsent == true {
        lacks.append("who writes the text")
        object = "it"
        add("owner: \(coach.id)", drafting?.owner.gap)
      }
      let steps: [(key: String, verb: String, how: String, day: String, part: Part<DraftingStep>?)] = [
        ("review", "people review", "comments in this file", days.review, drafting?.review),
        ("sign", "they sign", "in this file", days.sign, drafting?.sign),
      ]
      for step in steps {
        if isAbsent || step.part?.isAbsent == true {
          lacks.append("how and by when \(step.verb) \(object)")
          add("\(step.key): {how: \(step.how), due: \(step.day)}", step.part?.gap)
        } else if let value = step.part?.value {
          let missing = [("how: \(step.how)", value.how.gap), ("due: \(step.day)", value.due.gap)].compactMap {
            entry, gap in gap.map { (entry: "`\(entry)`", gap: $0) }
          }
          places += missing.map(\.gap.range)
          let filled = missing.filter(\.gap.hasKey).map(\.entry)
          let added = missing.filter { !$0.gap.hasKey }.map(\.entry)
          if !filled.isEmpty { blank.append("\(Prose.list(filled)) under `\(step.key)`") }
          if !added.isEmpty {
            let place = value.how.isAbsent ? "" : " below `how:`"
            below.append("\(Prose.list(added))\(place) under `\(step.key)`")
          }
          if !missing.isEmpty {
            let words = missing.count == 2 ? "how and by when" : value.how.isAbsent ? "how" : "by when"
            lacks.append("\(words) \(step.verb) \(object)")
          }
        }
        if !lacks.isEmpty { object = "it" }
      }
      if isAbsent {
        let hasKey = agreement.content.drafting.gap?.hasKey == true
        additions = "\(hasKey ? "fill in" : "add") `drafting: {\(inside.joined(separator: ", "))}`"
      } else {
        let steps = [
          blank.isEmpty ? "" : "fill in \(Prose.list(blank))",
          below.isEmpty ? "" : "add \(Prose.list(below))",
          inside.isEmpty ? "" : "under `drafting` add \(Prose.list(inside.map { "`\($0)`" }))",
        ]
        additions = steps.filter { !$0.isEmpty }.joined(separator: ", and ")
      }
      gaps = places
    }

    /// A week and three days before school if that is still to come; otherwise a week from now.
    private static func days(_ starts: CalendarDate?, _ today: CalendarDate) -> (review: String, sign: String) {
      var review = (starts?.dayNumber ?? 0) - 7
      if review < today.dayNumber { review = today.dayNumber + 7 }
      func day(_ number: Int) -> String { CalendarDate(dayNumber: number)?.description ?? today.description }
      return (day(review), day(review + 4))
    }
  }
}
