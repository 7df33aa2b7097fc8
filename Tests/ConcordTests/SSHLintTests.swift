import TestSupport
import Testing

/// `lint` and SSH signatures: each is checked with the system's `ssh-keygen`, and nothing passes for one that is not.
@Suite struct SSHLintTests {
  private func lint(
    _ agreement: SignedAgreement, _ more: [String] = [], path: String? = nil
  ) async throws -> (rules: [String], outcome: Outcome) {
    let outcome = try await Program.concord(
      ["lint", "--select", "signatures", "--format", "short", "--today", "2026-09-01", agreement.folder] + more,
      environment: [Program.key("PATH"): path, Program.key("TMPDIR"): agreement.folder])
    let rules = outcome.output.split(separator: "\n").compactMap { line in
      line.split(separator: "[").last.map { String($0.dropLast()) }
    }
    return (rules, outcome)
  }

  /// The text of a finding, without its place.
  private func messages(_ outcome: Outcome) -> [String] {
    outcome.output.split(separator: "\n").map { line in
      line.split(separator: ": ").dropFirst(2).joined(separator: ": ")
    }
  }

  @Test(arguments: ["ed25519", "rsa", "ecdsa"])
  func everybodySigned(kind: String) async throws {
    let scratch = try Scratch()
    let agreement = try await SignedAgreement(in: scratch.path, kind: kind)
    try agreement.write(signatures: try await agreement.signed("novak") + agreement.signed("tran"))
    try agreement.configure(required: "principal: ssh, instructional-coach: ssh")
    let (_, outcome) = try await lint(agreement)
    #expect(outcome.status == 0 && outcome.output == "", "\(outcome.output)\(outcome.error)")
    let left = try await Program.run("bash", ["-c", "ls -d \(scratch.path)/concord.??????"])
    #expect(left.output == "", "the files of the run stay")
  }

  /// However YAML folds the lines.
  @Test(arguments: ["|", ">", "|-", ">+", "\"", "'", "plain"])
  func spellings(style: String) async throws {
    let scratch = try Scratch()
    let agreement = try await SignedAgreement(in: scratch.path)
    try agreement.configure(required: "principal: ssh")
    let armor = try await agreement.keys.sign(agreement.message("tran"), with: "tran")
    let lines = armor.split(separator: "\n").map(String.init)
    let body =
      switch style {
      case "\"": "\"" + lines.joined(separator: "\\n") + "\""
      case "'": "'" + lines.joined(separator: "\n      ") + "'"
      case "plain": lines.joined(separator: "\n      ")
      default: style + "\n" + lines.map { "      \($0)" }.joined(separator: "\n")
      }
    for newline in ["\n", "\r\n"] {
      try agreement.write(
        signatures: agreement.typed("novak")
          + "  tran:\n    signed: \(SignedAgreement.day)\n    method: ssh\n    digest: \(agreement.digest)\n    signature: \(body)\n"
      )
      let text = try Root.text(scratch.path + "/a.agreement.yaml")
      try agreement.write("a.agreement.yaml", text.replacing("\n", with: newline))
      let (_, outcome) = try await lint(agreement)
      #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
    }
  }

  /// A digest that was put in by hand over a changed text, a signature of somebody else, and a name typed in place of a key.
  @Test func forgeries() async throws {
    let scratch = try Scratch()
    let agreement = try await SignedAgreement(in: scratch.path)
    try agreement.configure(required: "principal: ssh")
    let whole = try await agreement.typed("novak") + agreement.signed("tran")
    let text = agreement.text.replacing("Brookside Elementary", with: "Brookside School")
    let digest = Findings.digest(of: Array(text.utf8))
    try agreement.write(signatures: whole.replacing(agreement.digest, with: digest), text: text)
    #expect(
      messages(try await lint(agreement).outcome) == [
        "the signature of Linh Tran proves nothing: it was made for another text, another person or another day [signature-invalid]"
      ])
    // The same without the new digest is a change after signing.
    try agreement.write(signatures: whole, text: text)
    #expect(try await lint(agreement).rules == ["signature-stale"])
    for (id, key) in [("tran", "novak")] {
      try agreement.write(signatures: try await agreement.typed("novak") + agreement.signed(id, with: key))
      #expect(
        messages(try await lint(agreement).outcome) == [
          "the signature of Linh Tran proves nothing: the key is that of `novak` [signature-invalid]"
        ])
    }
    try agreement.write(signatures: agreement.typed("novak") + agreement.typed("tran"))
    #expect(try await lint(agreement).rules == ["signature-tier"])
    // Without the digest it is none, whatever its method.
    for signature in [agreement.typed("tran"), try await agreement.signed("tran")] {
      let unbound = signature.replacing("    digest: \(agreement.digest)\n", with: "")
      try agreement.write(signatures: agreement.typed("novak") + unbound)
      #expect(try await lint(agreement).rules == ["signature-unbound", "signature-tier"])
    }
    try agreement.write(signatures: agreement.typed("novak") + agreement.typed("tran"))
    // It counts until the last day only; before the first one of a draft, nobody has to sign.
    #expect(try await lint(agreement, ["--today", "2027-05-29"]).rules == [])
    // Whoever has left is not asked, but a false signature of theirs is one.
    let left = agreement.text.replacing("role: principal", with: "role: principal\n    left: 2026-08-20")
    try agreement.write(
      signatures: try await agreement.typed("novak") + agreement.signed("tran", with: "novak"), text: left)
    #expect(try await lint(agreement).rules == ["signature-invalid"])
    // A signature of another agreement, of another year, and rubbish of every kind.
    for armor in ["rubbish", try await agreement.keys.sign(agreement.message("tran"), with: "tran", namespace: "git")] {
      try agreement.write(signatures: try await agreement.typed("novak") + agreement.signed("tran", armor: armor))
      #expect(try await lint(agreement).rules == ["signature-invalid"])
      #expect(try await lint(agreement, ["--ignore", "signature-invalid,signature-tier"]).rules == [])
    }
  }

  @Test func withoutKeys() async throws {
    let scratch = try Scratch()
    let agreement = try await SignedAgreement(in: scratch.path)
    try agreement.configure(allowedSigners: nil)
    try agreement.write(signatures: try await agreement.signed("novak") + agreement.signed("tran"))
    let (rules, outcome) = try await lint(agreement)
    #expect(rules == ["signature-unverified"] && outcome.status == 0)
    #expect(
      messages(outcome).first?.hasPrefix("the signatures of Jill Novak and Linh Tran could not be checked") == true)
  }

  /// A program that lies, fails, hangs or talks without end in the place of ssh-keygen, and none at all.
  @Test(arguments: [
    ("echo 'Good \"concord\" signature for tran with ED25519 key'; exit 1", ["signature-unverified"]),
    ("exit 255", ["signature-invalid"]), ("exit 127", ["signature-unverified"]),
    ("kill -9 $$", ["signature-unverified"]),
    ("exec yes", ["signature-unverified"]), ("exec sleep 60", ["signature-unverified"]),
  ])
  func otherPrograms(script: String, expected: [String]) async throws {
    let scratch = try Scratch()
    let agreement = try await SignedAgreement(in: scratch.path)
    try agreement.configure()
    try agreement.write(signatures: try await agreement.typed("novak") + agreement.signed("tran"))
    let folder = try await agreement.fakeKeygen(script)
    let (rules, outcome) = try await lint(agreement, path: "\(folder):/usr/bin:/bin")
    #expect(rules == expected, "\(outcome.output)\(outcome.error)")
    // Under a policy, nothing but a good signature is enough.
    try agreement.configure(required: "principal: ssh")
    let strict = try await lint(agreement, path: "\(folder):/usr/bin:/bin")
    #expect(strict.outcome.status == 1, "\(strict.outcome.output)")
  }

  @Test func withoutTheProgram() async throws {
    let scratch = try Scratch()
    let agreement = try await SignedAgreement(in: scratch.path)
    try agreement.configure()
    try agreement.write(signatures: try await agreement.typed("novak") + agreement.signed("tran"))
    let (rules, outcome) = try await lint(agreement, path: scratch.path)
    #expect(rules == ["signature-unverified"])
    #expect(messages(outcome).first?.contains("it is not installed, or not on the PATH") == true, "\(outcome.output)")
  }

  /// Nothing is started for files without SSH signatures, for withdrawn ones, or if nobody wants to know.
  @Test func nothingIsAskedForNothing() async throws {
    let scratch = try Scratch()
    let agreement = try await SignedAgreement(in: scratch.path)
    try agreement.configure()
    let folder = try await agreement.fakeKeygen("touch \(scratch.path)/asked; exit 255")
    let path = "\(folder):/usr/bin:/bin"
    let whole = try await agreement.typed("novak") + agreement.signed("tran")
    func isAsked(_ signatures: String, _ more: [String] = []) async throws -> Bool {
      try agreement.write(signatures: signatures)
      _ = try await lint(agreement, more, path: path)
      return try await Program.run("rm", [scratch.path + "/asked"]).status == 0
    }
    #expect(try await !isAsked(agreement.typed("novak") + agreement.typed("tran")))
    #expect(try await !isAsked(whole + "    withdrawn: 2026-08-20\n"))
    #expect(try await !isAsked(whole, ["--ignore", "signature-invalid"]))
    #expect(try await isAsked(whole))
  }

  /// Anything but a plain file in the folder of the settings or below is refused, and nobody waits for it.
  @Test(arguments: [
    ("mkfifo pipe", "pipe", "it is a named pipe"), ("mkdir folder", "folder", "it is a folder"),
    ("ln -s allowed_signers link", "link", "it is a link"), ("ln -s /etc link", "link/passwd", "it is a link"),
    ("true", "missing", "there is no such file"), ("true", "../allowed_signers", "is outside the folder"),
    ("true", "/etc/passwd", "is outside the folder"), ("true", "./allowed_signers", "is outside the folder"),
    ("true", "/dev/stdin", "is outside the folder"),
  ])
  func otherFiles(command: String, name: String, reason: String) async throws {
    let scratch = try Scratch()
    let agreement = try await SignedAgreement(in: scratch.path)
    _ = try await Program.run("bash", ["-c", "cd \(scratch.path); git init -q .; \(command)"])
    try agreement.configure(allowedSigners: name)
    try agreement.write(signatures: agreement.typed("novak") + agreement.typed("tran"))
    let (_, outcome) = try await lint(agreement)
    #expect(outcome.status == 2 && outcome.error.contains(reason), "\(outcome.error)")
  }

  /// A file whose name looks like an option is a file.
  @Test func namesAreNoOptions() async throws {
    let scratch = try Scratch()
    let agreement = try await SignedAgreement(in: scratch.path)
    _ = try await Program.run("cp", ["\(scratch.path)/allowed_signers", "\(scratch.path)/-x"])
    try agreement.configure(required: "principal: ssh", allowedSigners: "-x")
    try agreement.write(signatures: try await agreement.typed("novak") + agreement.signed("tran"))
    let (_, outcome) = try await lint(agreement)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
  }

  /// On all cores and on one, a hundred signatures say the same.
  @Test func manyFiles() async throws {
    let scratch = try Scratch()
    let agreement = try await SignedAgreement(in: scratch.path)
    try agreement.configure(required: "principal: ssh")
    let signatures = try await agreement.typed("novak") + agreement.signed("tran")
    let good = agreement.text + "signatures:\n" + signatures
    for number in 0..<40 {
      let isForged = number % 4 == 0
      try agreement.write(
        "\(number).agreement.yaml",
        isForged
          ? good.replacing("method: typed", with: "method: paper\n    recorded-by: tran").replacing(
            "    signed: 2026-08-13\n    method: ssh", with: "    signed: 2026-08-12\n    method: ssh") : good)
    }
    let one = try await lint(agreement, ["--jobs", "1"])
    let all = try await lint(agreement)
    #expect(one.outcome.output == all.outcome.output)
    #expect(one.rules.count { $0 == "signature-invalid" } == 10, "\(one.rules)")
  }
}
