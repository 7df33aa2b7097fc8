internal import Agreement
internal import Diagnostics
internal import TextSupport

extension RuleID {
  static let signatureStale = RuleID("signature-stale")
}

extension Rule {
  static let signatureStale = Rule(
    .signatureStale, .error, .signatures, source: .step(4),
    summary: "the text changed after somebody signed it",
    rationale: """
      A signature carries the digest of the text that was signed. When a word, an owner, a date or a topic changes
      afterwards, the digest is another one, and nobody has agreed to the new text yet. Layout, comments and the order of keys do
      not count. All the signatures that one change voids are one finding. Where git has the text that was signed, it says in which
      commit, and what changed since.
      """,
    failing: [
      Example(
        signed("0000000000000000000000000000000000000000000000000000000000000000", marked: true),
        "the text changed after Jill Novak signed it",
        help: "if the change is meant, set `amended: 2026-09-01`, and everybody signs again; else undo it")
    ],
    passing: [
      Example(signed("7b388010c9d8f063a1283230fdfff7fbf8ff2eac8aeb7638caf5efce8356f49e", marked: false))
    ],
    check: .agreement { agreement, context in
      let carried = context.signers.compactMap { signer -> (Signer, Located<Digest>)? in
        guard let signature = signer.signature?.part.value, signature.withdrawn.isAbsent,
          case .present(let digest) = signature.digest
        else { return nil }
        return (signer, digest)
      }
      guard !carried.isEmpty, let digest = context.digest else { return }
      let stale = carried.filter { $0.1.value != digest }.sorted { $0.1.range.start < $1.1.range.start }
      guard let first = stale.first else { return }
      let names = Prose.list(stale.map { $0.0.name(in: agreement) })
      context.report(
        at: first.1.range, "the text changed after \(names) signed it",
        help: "if the change is meant, set `amended: \(context.today)`, and everybody signs again; else undo it",
        notes: stale.dropFirst().map { Note(at: $0.1.range, "\($0.0.name(in: agreement)) signed another text, too") })
    })

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
