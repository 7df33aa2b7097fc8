internal import Agreement
internal import Diagnostics
internal import SSHSignatures

extension Rule {
  static let signatureAuthor = Rule(
    .signatureAuthor, .error, .signatures, source: .practice,
    summary: "a signature came in a commit by somebody else",
    rationale: """
      Anybody can type a name. With `--since` and `--check-authors`, concord looks for the commit that brought each new signature. Its
      author has to be the person who signed or, for a signature on paper, the person who recorded it: `authors` in `concord.yaml` says which
      e-mail addresses are whose. A signature by SSH that `ssh-keygen` has checked may come from anyone. A commit can say that
      anybody is its author, too, so this stops slips, not forgers.
      """,
    setting: "`authors: {tran: [tran@riverbend.example]}` says which addresses are whose",
    failing: [
      Example(
        signed("↓tran↑"), "the signature of Linh Tran came in commit 4c1f09ab27, and its author is not Linh Tran",
        help:
          "let Linh Tran commit it; if Linh Tran did, add the address of that commit to `tran` under `authors` in concord.yaml",
        configured: policy
      ).committed(by: "novak@riverbend.example"),
      Example(
        signed("↓tran↑", by: "novak"),
        "the signature of Linh Tran came in commit 4c1f09ab27, and its author is not Jill Novak, who recorded it",
        help:
          "let Jill Novak commit it; if Jill Novak did, add the address of that commit to `novak` under `authors` in concord.yaml",
        configured: policy
      ).committed(by: "tran@riverbend.example"),
    ],
    passing: [
      Example(signed("tran"), configured: policy).committed(by: "tran@riverbend.example"),
      Example(signed("tran", by: "novak"), configured: policy).committed(by: "novak@riverbend.example"),
      Example(signed("tran"), configured: policy),
    ],
    check: .agreement { agreement, context in
      guard let origins = context.origins else { return }
      for entry in agreement.content.signatures.value ?? [] {
        guard let value = SignatureValue(entry, in: agreement), context.needsAuthor(entry.id) else { continue }
        let known = context.settings.signing.authors[value.responsible] ?? []
        guard let wrong = origins(value).first(where: { !known.contains($0.address) }) else { continue }
        let names = [entry.id, value.responsible].map { id in
          agreement.participants.first { $0.id == id }.map { agreement.name(of: $0) } ?? "`\(id)`"
        }
        let recorded = value.responsible == entry.id ? "" : ", who recorded it"
        context.report(
          at: entry.keyRange,
          "the signature of \(names[0]) came in commit \(wrong.commit), and its author is not \(names[1])\(recorded)",
          help:
            "let \(names[1]) commit it; if \(names[1]) did, add the address of that commit to `\(value.responsible)` under `authors` in concord.yaml"
        )
      }
    })

  private static let policy = "authors: {novak: [novak@riverbend.example], tran: [tran@riverbend.example]}"

  private static func signed(_ tran: String, by recorder: String? = nil) -> String {
    """
    format: 1
    id: brookside
    school-year: 2026-27
    participants:
      novak: {name: Jill Novak, role: instructional-coach}
      tran: {name: Linh Tran, role: principal}
    signatures:
      \(tran): {signed: 2026-08-13, method: \(recorder.map { "paper, recorded-by: \($0)" } ?? "typed")}
    """
  }
}

extension RuleContext {
  /// Whether it matters who committed the signature of a person: not if a key of that person made it, and a false one has its own finding.
  fileprivate mutating func needsAuthor(_ id: String) -> Bool {
    guard let verdict = verdicts?[id] else { return true }
    return switch verdict {
    case .good: false
    case .invalid: !running.contains(.signatureInvalid)
    case .unverified: true
    }
  }
}
