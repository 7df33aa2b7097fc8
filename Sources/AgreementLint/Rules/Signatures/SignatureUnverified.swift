internal import Agreement
internal import Diagnostics
internal import SSHSignatures
internal import TextSupport

extension Rule {
  static let signatureUnverified = Rule(
    .signatureUnverified, .warning, .signatures, source: .practice,
    summary: "nobody could check an SSH signature",
    rationale: """
      An SSH signature proves something only to somebody who knows whose key made it. Until a file lists everybody's keys, and
      wherever `ssh-keygen` is missing, it counts no more than a typed one. One finding covers all the signatures in a file.
      """,
    setting: "`signatures: {allowed-signers: allowed_signers}` names the file that lists everybody's keys",
    failing: [
      Example(
        signed(marked: true), "the signature of Jill Novak could not be checked, because no file says whose key it is",
        help:
          "write `allowed-signers: allowed_signers` under `signatures:` in `concord.yaml`, and list each person's key in that file; until then the signature counts as typed"
      )
    ],
    passing: [Example(signed(marked: false).replacing("method: ssh", with: "method: typed"))],
    check: .agreement { agreement, context in
      let given = context.signers.compactMap { signer -> (signer: Signer, obstacle: SSHObstacle)? in
        guard case .unverified(let obstacle)? = context.state(of: signer), obstacle != .notAsked,
          !context.isBelowPolicy(signer)
        else { return nil }
        return (signer, obstacle)
      }
      guard let first = given.first, let method = first.signer.wholeSignature?.method else { return }
      let isOne = given.count == 1
      let names = Prose.list(given.map { $0.signer.name(in: agreement) })
      context.report(
        at: method.range,
        "the \(isOne ? "signature" : "signatures") of \(names) could not be checked, because \(first.obstacle.reason)",
        help: help(for: first.obstacle)
          + "; until then the \(isOne ? "signature counts" : "signatures count") as typed",
        notes: given.dropFirst().compactMap { given in
          given.signer.wholeSignature.map {
            Note(
              at: $0.method.range, "the signature of \(given.signer.name(in: agreement)) could not be checked, either")
          }
        })
    })

  /// What to do so that signatures can be checked.
  static func help(for obstacle: SSHObstacle) -> String {
    switch obstacle {
    case .noAllowedSigners:
      "write `allowed-signers: allowed_signers` under `signatures:` in `concord.yaml`, and list each person's key in that file"
    case .noProgram, .notAsked:
      "install OpenSSH 8.9 or later, which has `ssh-keygen`, or check the file on another computer"
    }
  }

  private static func signed(marked: Bool) -> String {
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
        method: \(marked ? "↓ssh↑" : "ssh")
        digest: 7b388010c9d8f063a1283230fdfff7fbf8ff2eac8aeb7638caf5efce8356f49e
        signature: |
          -----BEGIN SSH SIGNATURE-----
          U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgxEKWWUMldX407yI4Kahb7+jSqr
          pIoWUgqO/MZMu39KYAAAAHY29uY29yZAAAAAAAAAAGc2hhNTEyAAAAUwAAAAtzc2gtZWQy
          NTUxOQAAAECypLrBQEj/17Xw3ds5XAUzHnoKEaX+5GfkFjt0NBIiHvx2Ok9gnntW5b4xi+
          nN3tHqldj7dLfKBB3IFPI8HpQP
          -----END SSH SIGNATURE-----
    """
  }
}
