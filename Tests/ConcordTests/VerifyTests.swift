import TestSupport
import Testing

/// `concord verify`: who signed, and what each signature is worth; only one that is verified is ever called that.
@Suite struct VerifyTests {
  private func verify(
    _ agreement: SignedAgreement, _ more: [String] = [], path: String? = nil
  ) async throws -> Outcome {
    try await Program.concord(
      ["verify", agreement.folder, "--today", "2026-09-01"] + more,
      environment: [Program.key("PATH"): path, Program.key("TMPDIR"): agreement.folder])
  }

  /// The lines of the people, without the fingerprint of a key.
  private func states(_ outcome: Outcome) -> [String] {
    outcome.output.split(separator: "\n").dropFirst().dropLast().map { line in
      let text = line.firstRange(of: " SHA256:").map { String(line[..<$0.lowerBound]) } ?? String(line)
      return text.split(separator: "  ").map { $0.drop { $0 == " " } }.joined(separator: " | ")
    }
  }

  @Test func everyState() async throws {
    let scratch = try Scratch()
    let agreement = try await SignedAgreement(in: scratch.path)
    try agreement.configure()
    let (novak, tran) = ("Jill Novak (instructional coach)", "Linh Tran (principal)")
    let ssh = try await agreement.signed("tran")
    let typed = agreement.typed("novak")
    let tranTyped = agreement.typed("tran")
    let cases: [(signatures: String, state: String, status: Int, sum: String)] = [
      (ssh, "verified, 2026-08-13, ED25519", 0, "2 of 2 signed (1 verified, 1 typed)"),
      (tranTyped, "typed, 2026-08-13; nothing proves who typed it", 0, "2 of 2 signed (2 typed)"),
      (
        tranTyped.replacing("typed", with: "paper\n    recorded-by: novak"),
        "paper, 2026-08-13, recorded by Jill Novak", 0, "2 of 2 signed (1 paper, 1 typed)"
      ),
      (
        tranTyped.replacing("typed", with: "paper\n    recorded-by: tran"),
        "typed, 2026-08-13; nothing proves who typed it", 0, "2 of 2 signed (2 typed)"
      ),
      ("  tran:\n", "missing", 1, "1 of 2 signed (1 typed), 1 missing"),
      (
        "  tran: {signed: 2026-08-13, method: typed}\n", "unbound, 2026-08-13; it does not say which text was signed",
        1,
        "1 of 2 signed (1 typed), 1 unbound"
      ),
      (
        tranTyped.replacing(agreement.digest, with: String(repeating: "0", count: 64)),
        "stale, 2026-08-13; another text was signed", 1, "1 of 2 signed (1 typed), 1 stale"
      ),
      (ssh + "    withdrawn: 2026-08-20\n", "withdrawn, 2026-08-20", 1, "1 of 2 signed (1 typed), 1 withdrawn"),
      (
        ssh.replacing("    signed: 2026-08-13", with: "    signed: 2026-08-12"),
        "invalid, 2026-08-12; it was made for another text, another person or another day", 1,
        "1 of 2 signed (1 typed), 1 invalid"
      ),
    ]
    for (signatures, state, status, sum) in cases {
      try agreement.write(signatures: typed + signatures)
      let outcome = try await verify(agreement)
      #expect(
        states(outcome) == [
          "\(novak) | typed, 2026-08-13; nothing proves who typed it", "\(tran) | \(state)",
        ], "\(outcome.output)\(outcome.error)")
      #expect(outcome.output.hasSuffix("1 agreement: \(sum)\n") && outcome.status == status, "\(outcome.output)")
      #expect(outcome.output.contains("verified") == state.hasPrefix("verified"))
    }
    let left = try await Program.run("bash", ["-c", "ls -d \(scratch.path)/concord.??????"])
    #expect(left.output == "", "the files of the run stay")
  }

  @Test func policyAndPeopleWhoCameOrWent() async throws {
    let scratch = try Scratch()
    let agreement = try await SignedAgreement(in: scratch.path)
    try agreement.configure(required: "principal: ssh")
    try agreement.write(signatures: agreement.typed("novak") + agreement.typed("tran"))
    let outcome = try await verify(agreement)
    #expect(outcome.status == 1)
    #expect(
      states(outcome).last
        == "Linh Tran (principal) | typed, 2026-08-13; nothing proves who typed it; an SSH key is required here")
    #expect(try await verify(agreement, ["--today", "2027-05-29"]).status == 0)
    let gone = agreement.text.replacing("role: principal", with: "role: principal\n    left: 2026-08-20")
    try agreement.write(signatures: agreement.typed("novak"), text: gone)
    let left = try await verify(agreement)
    #expect(left.status == 0 && states(left).last == "Linh Tran (principal), left 2026-08-20 | missing")
    #expect(left.output.hasSuffix("1 agreement: 1 of 1 signed (1 typed)\n"))
    // Nobody has to sign a draft before the year begins.
    try agreement.write("a.agreement.yaml", agreement.text.replacing("status: agreed", with: "status: draft"))
    #expect(try await verify(agreement, ["--today", "2026-08-01"]).status == 0)
    #expect(try await verify(agreement).status == 1)
  }

  @Test func whatCannotBeDone() async throws {
    let scratch = try Scratch()
    let agreement = try await SignedAgreement(in: scratch.path)
    try agreement.configure()
    try agreement.write(signatures: try await agreement.typed("novak") + agreement.signed("tran"))
    let without = try await verify(agreement, path: scratch.path)
    #expect(without.status == 2 && without.output.contains("unverified, 2026-08-13; ssh-keygen could not be asked"))
    try agreement.configure(allowedSigners: nil)
    let nobody = try await verify(agreement)
    #expect(nobody.status == 1 && nobody.output.contains("unverified, 2026-08-13; no file says whose key it is"))
    try agreement.write("b.agreement.yaml", agreement.text.replacing("name: Linh Tran", with: "nam: Linh Tran"))
    let unsound = try await verify(agreement)
    #expect(unsound.status == 2 && unsound.error.contains("error[unknown-key]"), "\(unsound.error)")
    #expect(unsound.output.contains("1 agreement: "))
    #expect(try await Program.concord(["verify", "-"]).status == 2)
    let empty = try Scratch()
    #expect(try await Program.concord(["verify", empty.path]).status == 2)
  }

  @Test func badLinesAreNamed() async throws {
    let scratch = try Scratch()
    let agreement = try await SignedAgreement(in: scratch.path)
    try agreement.configure()
    try agreement.write(signatures: agreement.typed("novak") + agreement.typed("tran"))
    try agreement.write("allowed_signers", "novak\n# nobody\ntran touch ssh-ed25519 AAAA\n")
    let outcome = try await verify(agreement)
    #expect(outcome.error.contains("allowed_signers:1: this line counts for nobody: "), "\(outcome.error)")
    #expect(
      outcome.error.contains("allowed_signers:3: this line counts for nobody: `touch` is neither a key nor an option"))
    #expect(outcome.error.split(separator: "\n").count == 2)
  }

  @Test func whatChangedIsNamed() async throws {
    let scratch = try Scratch()
    let agreement = try await SignedAgreement(in: scratch.path)
    try agreement.configure()
    let file = try agreement.write(signatures: try await agreement.typed("novak") + agreement.signed("tran"))
    let git = "git -c user.name=a -c user.email=a@x -c commit.gpgsign=false"
    _ = try await Program.run(
      "bash", ["-c", "cd \(scratch.path) && git init -q . && git add a.agreement.yaml && \(git) commit -qm 1"])
    let text = try Root.text(file).replacing("name: Jill Novak", with: "name: Jill Nowak")
    try agreement.write("a.agreement.yaml", text)
    let outcome = try await verify(agreement)
    #expect(
      states(outcome).allSatisfy { $0.contains("stale, 2026-08-13; the signed text is that of commit ") },
      "\(outcome.output)\(outcome.error)")
  }

  @Test func json() async throws {
    let scratch = try Scratch()
    let agreement = try await SignedAgreement(in: scratch.path)
    try agreement.configure()
    try agreement.write(signatures: try await agreement.typed("novak") + agreement.signed("tran"))
    let outcome = try await verify(agreement, ["--format", "json"])
    #expect(outcome.status == 0)
    for part in [
      "\"version\": 1", "\"state\": \"verified\"", "\"key-type\": \"ED25519\"", "\"digest\": \"\(agreement.digest)\"",
      "\"signers\": 2", "\"verified\": 1", "\"missing\": 0", "\"ok\": true",
    ] { #expect(outcome.output.contains(part), "\(part)\n\(outcome.output)") }
    #expect(try await verify(agreement, ["--format", "xml"]).status == 2)
  }

  /// The keys and the policy of the branch that a pull request goes into, whatever the request brings.
  @Test func settingsOfAnotherBranch() async throws {
    let scratch = try Scratch()
    let agreement = try await SignedAgreement(in: scratch.path)
    try agreement.configure(required: "principal: ssh")
    try agreement.write(signatures: try await agreement.typed("novak") + agreement.signed("tran"))
    let git = "git -c user.name=a -c user.email=a@x -c commit.gpgsign=false"
    func run(_ script: String) async throws -> Outcome {
      try await Program.run("bash", ["-c", "cd \(scratch.path); \(script)"])
    }
    _ = try await run(
      "git init -q -b main . && git add concord.yaml allowed_signers a.agreement.yaml && \(git) commit -qm 1 && git checkout -qb request"
    )
    func concord(_ words: String) async throws -> Outcome {
      try await run("\(Program.absoluteConcord) \(words) --today 2026-09-01")
    }
    let (lint, verify) = ("lint --select signatures --format short --config-from main", "verify --config-from main")
    #expect(try await concord(lint).status == 0)
    #expect(try await concord(verify).status == 0)
    // A key of one's own, listed beside it; no policy; settings further down; a link in place of the file.
    try await agreement.keys.make("mallory")
    let own = "tran \(try await agreement.keys.line("mallory"))\n"
    let forged = try await agreement.typed("novak") + agreement.signed("tran", with: "mallory")
    try agreement.write(signatures: forged)
    try agreement.write("allowed_signers", own)
    #expect(try await concord("verify").status == 0)
    #expect(try await concord(verify).output.contains("invalid, 2026-08-13; the key is not listed"))
    #expect(try await concord(lint).output.contains("[signature-invalid]"))
    try agreement.write(signatures: agreement.typed("novak") + agreement.typed("tran"))
    try agreement.configure(allowedSigners: nil)
    #expect(try await concord("verify").status == 0)
    #expect(try await concord(verify).status == 1)
    #expect(try await concord(lint).output.contains("[signature-tier]"))
    _ = try await run("mkdir deep && mv a.agreement.yaml deep && echo 'district: ours' > deep/concord.yaml")
    #expect(try await concord(verify + " deep").status == 1)
    _ = try await run("rm allowed_signers && ln -s /etc/passwd allowed_signers && rm concord.yaml")
    #expect(try await concord(verify).status == 1)
    // What cannot be known is an error.
    let outside = try Scratch()
    try outside.write("a.agreement.yaml", agreement.text.utf8)
    for words in [
      "verify --config-from nowhere", "verify --config-from -x", "verify --config-from ''",
      "verify --config-from main \(outside.path)",
    ] { #expect(try await concord(words).status == 2, "\(words)") }
    let nothing = try await Program.run(
      "bash", ["-c", "cd \(outside.path) && \(Program.absoluteConcord) verify --config-from main"])
    #expect(nothing.status == 2)
  }

  /// A key that only an agent has, and one with a passphrase and no terminal to ask for it.
  @Test func agents() async throws {
    let scratch = try Scratch()
    let agreement = try await SignedAgreement(in: scratch.path)
    try agreement.configure(required: "principal: ssh, instructional-coach: ssh")
    let file = try agreement.write("a.agreement.yaml", agreement.text)
    let sign = "\(Program.absoluteConcord) sign \(file) --method ssh --yes --allow-findings"
    let outcome = try await Program.run(
      "ssh-agent",
      [
        "bash", "-c",
        "cd \(scratch.path) && for i in novak tran; do ssh-add -q $i && rm $i && \(sign) --as $i --key $i.pub </dev/null || exit 1; done",
      ])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
    let day = try await Program.run("date", ["+%F"]).output.prefix(10)
    let all = try await Program.concord(["verify", scratch.path, "--today", String(day)])
    #expect(all.output.contains("2 of 2 signed (2 verified)"), "\(all.output)\(all.error)")
    try await agreement.keys.make("locked", passphrase: "secret words")
    try agreement.write("a.agreement.yaml", agreement.text)
    let locked = try await Program.run(
      "setsid", ["-w", "bash", "-c", "\(sign) --as tran --key \(scratch.path)/locked </dev/null"])
    #expect(locked.status == 2 && locked.error.contains("load the key with `ssh-add` first"), "\(locked.error)")
    #expect(try Root.text(file) == agreement.text)
  }
}
