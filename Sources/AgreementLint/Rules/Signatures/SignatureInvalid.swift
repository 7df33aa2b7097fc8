internal import Agreement
internal import Diagnostics
internal import SSHSignatures

extension Rule {
  static let signatureInvalid = Rule(
    .signatureInvalid, .error, .signatures, source: .format,
    summary: "an SSH signature proves nothing",
    rationale: """
      Anybody can copy an SSH signature into a file, or type something that looks like one. It counts only if `ssh-keygen` says that it
      was made for this text, this person and this day, with a key that the file under `allowed-signers` lists for that person
      alone. Every SSH signature in a file is checked, also those of people who have left.
      """,
    setting: "`signatures: {allowed-signers: allowed_signers}` names the file that lists everybody's keys",
    failing: [
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        signatures:
          novak:
            signed: 2026-08-13
            method: ssh
            digest: 0000000000000000000000000000000000000000000000000000000000000000
            ↓signature↑: rubbish
        """,
        "the signature of Jill Novak proves nothing: it is not an SSH signature, or something is written beside it",
        help:
          "paste the whole block that ssh-keygen printed and nothing else, or let Jill Novak sign again: type `concord sign example.agreement.yaml --as novak --method ssh`"
      )
    ],
    passing: [
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        signatures:
          novak: {signed: 2026-08-13, method: ssh, signature: rubbish, withdrawn: 2026-08-20}
        """)
    ],
    check: .agreement { agreement, context in
      for entry in agreement.content.signatures.value ?? [] {
        guard case .invalid(let reason)? = context.verdicts?[entry.id], let signature = entry.part.value else {
          continue
        }
        let name = agreement.participants.first { $0.id == entry.id }.map(agreement.name(of:)) ?? entry.id
        context.report(
          at: signature.signature.keyRange, "the signature of \(name) proves nothing: \(reason.sentence)",
          help: help(for: reason, name, entry.id, context))
      }
    })

  private static func help(for reason: SSHReason, _ name: String, _ id: String, _ context: RuleContext) -> String {
    let command = Identifier.isValid(id) ? context.command("sign", " --as \(id) --method ssh") : nil
    let again = "let \(name) sign again" + (command.map { ": type \($0)" } ?? "")
    let file = "the file under `allowed-signers`"
    return switch reason {
    case .unreadable(.noMarks), .unreadable(.damaged):
      "paste the whole block that ssh-keygen printed and nothing else, or \(again)"
    case .unreadable(.otherNamespace), .otherMessage, .refused: again
    case .unreadable(.key): "with a stronger key, such as ssh-ed25519, \(again)"
    case .severalPeople: "leave the key on the line of its owner in \(file), and give everybody else a key of their own"
    case .nobodyListed, .keyNotListed:
      "ask \(name) in person whether this is their key; if it is, add a line with `\(id)` and the key to \(file), otherwise delete the signature"
    case .keyOfOthers: "delete the signature, because somebody else made it, and \(again)"
    case .notThatDay, .notForThat, .certificate:
      "look at the line for \(name) in \(file); if it is right, \(again)"
    }
  }
}
