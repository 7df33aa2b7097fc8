internal import Agreement
internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

extension Rule {
  static let signatureStale = Rule(
    .signatureStale, .error, .signatures, source: .step(4),
    summary: "somebody signed a different text",
    rationale: """
      A signature carries the digest of the text that was signed. When a word, an owner, a date or a topic changes after that, the
      digest changes, too, and nobody has agreed to the new text yet. Layout, comments and the order of keys do not count. One
      finding covers all the signatures that a change voids, and prints the lines to paste once people agree to the new
      text. If only a person was added, it says so: with `joined:`, nobody else signs again. Delete signatures that were copied
      along with last year's file. Nothing is asked of people who left. But if nobody else signed this text, their
      signatures must match it. Where git has the signed text, the finding names the commit and what changed since.
      """,
    failing: [
      Example(
        signed("0000000000000000000000000000000000000000000000000000000000000000", marked: true),
        "the text changed after Jill Novak signed it",
        help: """
          undo the change if nobody meant it; if it is meant, type `concord amend example.agreement.yaml`, which says who signs again; or add the line `amended: 2026-09-01` below `status:`, and as each person agrees to the new text, under `signatures`, replace the lines of `novak` with:
            novak:
              signed: 2026-09-01
              method: typed
              digest: f63722f684ef5619f46fd15db544e0a830a10df3ee31308f3845cf84967282ae
          """,
        cured: signed("f63722f684ef5619f46fd15db544e0a830a10df3ee31308f3845cf84967282ae", marked: false)
          .replacing("status: agreed", with: "status: agreed\namended: 2026-09-01")
          .replacing("signed: 2026-08-13", with: "signed: 2026-09-01"))
    ],
    passing: [
      Example(signed("7b388010c9d8f063a1283230fdfff7fbf8ff2eac8aeb7638caf5efce8356f49e", marked: false))
    ],
    check: .agreement { agreement, context in
      guard let stale = context.stale, let first = stale.signers.first else {
        return reportLeavers(agreement, &context)
      }
      let names = Prose.list(stale.signers.map { $0.name(in: agreement) })
      let isOne = stale.signers.count == 1
      let message =
        switch stale.cause {
        case .copied: "\(names) signed last year's text, not this one"
        case .joined(let people, _): "\(names) signed before \(Prose.list(people.map(agreement.name))) was added"
        case .differs: "\(names) signed a different text from the others"
        case .amended(let day): "\(names) \(isOne ? "has" : "have") not signed the text as amended on \(day)"
        case .changed: "the text changed after \(names) signed it"
        }
      context.report(
        at: first.signaturePlace, message, help: help(stale, agreement, &context),
        notes: stale.signers.dropFirst().map {
          Note(at: $0.signaturePlace, "the signature of \($0.name(in: agreement)) is for another text, too")
        })
    })

  /// Nothing is asked of people who left. But if nobody else has signed this text either, `left` would exempt a changed
  /// text from every check: the signatures of those who left are for another text, and nobody's is for this one.
  private static func reportLeavers(_ agreement: Agreement, _ context: inout RuleContext) {
    let left = agreement.participants.filter { $0.part.value?.hasLeft(by: context.today) == true }
    guard !left.isEmpty, let digest = context.digest else { return }
    let signatures = agreement.content.signatures.value ?? []
    let given = signatures.filter { $0.part.value?.withdrawn.isAbsent == true }
    guard !given.isEmpty, given.allSatisfy({ $0.part.value?.digest.value.map { $0 != digest } ?? false }) else {
      return
    }
    let leavers = left.filter { person in given.contains { $0.id == person.id } }
    guard let first = given.first(where: { signature in leavers.contains { $0.id == signature.id } }) else { return }
    let names = Prose.list(leavers.map { agreement.name(of: $0) })
    context.report(
      at: first.part.value?.digest.range ?? first.keyRange,
      "\(names) signed a different text before leaving, and nobody has signed this one",
      help: "undo the change if nobody meant it; if it is meant, everyone who is still there signs the new text")
  }

  private static func help(
    _ stale: StaleSignatures, _ agreement: Agreement, _ context: inout RuleContext
  ) -> String {
    switch stale.cause {
    case .copied: return StaleSignatures.deletion(of: stale.signers, agreement)
    case .joined(let people, let digest): return joining(people, digest, agreement, &context)
    case .differs, .amended:
      let condition =
        stale.signers.count == 1 ? "when \(stale.signers[0].name(in: agreement)) agrees" : "as each person agrees"
      return context.lines("\(condition) to this text", for: stale.signers)
    case .changed:
      let undo = "undo the change if nobody meant it; if it is meant, "
      if agreement.isDraft { return undo + "delete the signatures, because nobody signs a draft" }
      let day = context.today
      guard !context.hasOtherErrors, let digest = context.reading.digest(amended: day) else {
        return undo + "correct the errors first; then this prints the lines to paste"
      }
      let date =
        agreement.content.amended.gap?.hasKey == false
        ? "add the line `amended: \(day)` below `status:`"
        : "\(agreement.content.amended.isAbsent ? "write \(day) after `amended:`" : "change the day after `amended:` to \(day)")"
      // Once the text has another day, nobody has signed it yet.
      let signers = context.signers.filter { $0.signature?.part.value?.withdrawn.isAbsent == true }
      let command = context.command("amend").map { "type \($0), which says who signs again; or " } ?? ""
      return SignatureLines(agreement).text(
        "\(undo)\(command)\(date), and as each person agrees to the new text", command: nil, for: signers, on: day,
        digest: digest, context.settings.signing)
    }
  }

  private static func joining(
    _ people: [Entry<Participant>], _ digest: Digest, _ agreement: Agreement, _ context: inout RuleContext
  ) -> String {
    let bytes = agreement.document.source.bytes
    let steps = people.map { person in
      if person.part.value?.joined.gap?.hasKey == true {
        return "write \(context.today) after `joined:` of `\(person.id)`"
      }
      let start = Int(person.part.range.start)
      return bytes.indices.contains(start) && bytes[start] == 0x7B
        ? "put `, joined: \(context.today)` before the closing brace of `\(person.id)`"
        : "add the line `joined: \(context.today)` below `role:` of `\(person.id)`"
    }
    let ids = Set(people.map(\.id))
    let start = "under `participants`, \(Prose.list(steps)); then the signatures of the others count again"
    // People who were added and have signed already signed a text with their own name in it.
    let signed = context.signers.filter { ids.contains($0.id) && $0.digest != nil && $0.digest != digest }
    guard !signed.isEmpty else {
      let who = people.count == 1 ? "\(agreement.name(of: people[0])) has" : "the new people have"
      return "\(start), and only \(who) to sign"
    }
    return SignatureLines(agreement).text(
      start, command: context.signing(signed), for: signed, on: context.today, digest: digest, context.settings.signing)
  }

  private static func signed(_ digest: String, marked: Bool) -> String {
    """
    format: 1
    id: brookside
    school-year: 2026-27
    starts: 2026-08-17
    ends: 2027-05-28
    status: agreed
    campuses:
      brookside: Brookside Elementary
    participants:
      novak:
        name: Jill Novak
        role: instructional-coach
    signatures:
      novak:
        signed: 2026-08-13
        method: typed
        digest: \(marked ? "↓\(digest)↑" : digest)
    """
  }
}
