import Agreement
import Repository
import SSHSignatures
import SystemPackage
import TestSupport
import Testing

/// Signatures of real keys, and everything that must not pass for one.
@Suite struct SSHVerifierTests {
  private static let digest = "c65008396bdec04c4adf2f9c111d2c6ce19fdf9bb89a7af52b550a4743340bf3"
  private static let day = "2026-08-13"

  private static func message(
    _ id: String = "novak", digest: String = digest, day: String = day
  ) -> String { "concord-1 \(digest) \(id) \(day)\n" }

  /// What the verifier says, in a word: the kind of the key, or why not.
  private static func verdict(
    _ text: String, of id: String = "novak", on signed: String = day, among lines: String?
  ) throws -> String {
    let keygen = SSHKeygen()
    defer { keygen.close() }
    let verdict = SSHVerifier(keygen).verdict(
      text, of: id, try #require(Digest(digest)), try #require(CalendarDate(signed.utf8)),
      among: lines.map { AllowedSigners(Array($0.utf8)) })
    switch verdict {
    case .good(let key): return "good: \(key.kind)"
    case .unverified(let obstacle): return "unverified: \(obstacle.reason)"
    case .invalid(let reason): return reason.sentence
    }
  }

  @Test(arguments: [
    ("ed25519", nil, "ED25519"), ("rsa", 2048, "RSA"), ("ecdsa", 256, "ECDSA"), ("ecdsa", 384, "ECDSA"),
    ("ecdsa", 521, "ECDSA"),
  ])
  func keysOfEachKind(kind: String, bits: Int?, name: String) async throws {
    let scratch = try Scratch()
    let keys = SSHKeys(in: scratch.path)
    try await keys.make("novak", kind, bits: bits)
    let line = try await keys.line("novak")
    let signature = try await keys.sign(Self.message(), with: "novak")
    #expect(try Self.verdict(signature, among: "novak \(line)\n") == "good: \(name)")
    // As YAML hands it over: on one line, indented, with CR LF.
    for text in [
      signature.replacing("\n", with: " "), signature.replacing("\n", with: "\r\n"),
      signature.replacing("\n", with: "\n    "),
    ] {
      #expect(
        try Self.verdict(text, among: "novak,novak@x.example namespaces=\"git,concord\" \(line)\n") == "good: \(name)")
    }
    let blob = try SSHSignature(signature)
    #expect(blob.armor == signature)
    let listed = try await Program.run("ssh-keygen", ["-l", "-f", scratch.path + "/novak.pub"]).output
    #expect(listed.contains(" \(blob.key.fingerprint) "), "\(listed)")
    #expect(blob.key.line == line)
  }

  @Test func nothingElseIsSigned() async throws {
    let scratch = try Scratch()
    let keys = SSHKeys(in: scratch.path)
    try await keys.make("novak")
    let line = try await keys.line("novak")
    let allowed = "novak \(line)\n"
    let other = String(repeating: "0", count: 64)
    for message in [Self.message(digest: other), Self.message("tran"), Self.message(day: "2026-08-14"), "", "\n"] {
      #expect(
        try Self.verdict(try await keys.sign(message, with: "novak"), among: allowed)
          == "it was made for another text, another person or another day", "\(message)")
    }
    let git = try await keys.sign(Self.message(), with: "novak", namespace: "git")
    #expect(
      try Self.verdict(git, among: allowed)
        == "it was made for something else, in the namespace \"git\" instead of \"concord\"")
    let whole = try await keys.sign(Self.message(), with: "novak")
    let middle = whole.index(whole.startIndex, offsetBy: 120)
    let damaged = "it is incomplete, or something in it was changed"
    let beside = "it is not an SSH signature, or something is written beside it"
    for (text, reason) in [
      ("rubbish", beside), ("", beside), (whole + "rubbish\n", beside), ("Linh Tran\n" + whole, beside),
      (whole + whole, damaged), (String(whole[..<middle]), beside),
      (whole.replacing("U1NIU0lH", with: "U1NIU0lI"), damaged),
      (String(whole[..<middle]) + "\n-----END SSH SIGNATURE-----\n", damaged),
      ("-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----\n", damaged),
      (
        "-----BEGIN SSH SIGNATURE-----\n" + String(repeating: "U1NI", count: 300_000) + "\n-----END SSH SIGNATURE-----",
        damaged
      ),
    ] { #expect(try Self.verdict(text, among: allowed) == reason, "\(text.prefix(200))") }
  }

  @Test func keysOfOthers() async throws {
    let scratch = try Scratch()
    let keys = SSHKeys(in: scratch.path)
    for name in ["novak", "tran"] { try await keys.make(name) }
    let (novak, tran) = (try await keys.line("novak"), try await keys.line("tran"))
    let signature = try await keys.sign(Self.message(), with: "novak")
    func verdict(_ lines: String) throws -> String { try Self.verdict(signature, among: lines) }
    #expect(try Self.verdict(signature, among: nil) == "unverified: no file says whose key it is")
    #expect(try verdict("") == "no key is listed for `novak`")
    #expect(try verdict("tran \(tran)\n") == "no key is listed for `novak`")
    #expect(try verdict("* \(novak)\n") == "no key is listed for `novak`")
    #expect(try verdict("n*,!tran,Novak \(novak)\n") == "no key is listed for `novak`")
    #expect(try verdict("novak \(tran)\n") == "the key is not listed")
    #expect(try verdict("novak \(tran)\ntran \(novak)\n") == "the key is that of `tran`")
    #expect(
      try verdict("novak \(novak)\ntran \(novak)\n") == "one key is listed for several people: `novak` and `tran`")
    #expect(try verdict("novak,tran \(novak)\n") == "one key is listed for several people: `novak` and `tran`")
    #expect(try verdict("novak namespaces=\"git\" \(novak)\n") == "the key is not listed for signing agreements")
    // A bad line before a good one does not stop it, and an unknown option makes a line bad.
    #expect(try verdict("novak ssh-ed25519\nnovak \(novak)\n") == "good: ED25519")
    #expect(try verdict("\u{FEFF}novak \(novak)\r\n") == "good: ED25519")
    #expect(try verdict("novak no-touch-required \(novak)\n") == "no key is listed for `novak`")
    #expect(try verdict("\"novak\" \(novak)\n") == "good: ED25519")
  }

  @Test(arguments: [
    ("valid-after=\"20260813\"", "good: ED25519"), ("valid-after=\"20260814\"", "the key was not valid on that day"),
    ("valid-before=\"20260814\"", "good: ED25519"), ("valid-before=\"20260813\"", "the key was not valid on that day"),
    ("valid-after=\"20260801\",valid-before=\"20260901Z\"", "good: ED25519"),
    ("valid-after=\"2026-08-01\"", "no key is listed for `novak`"),
    ("valid-after=20260801", "no key is listed for `novak`"),
  ])
  func keysOfOtherTimes(options: String, expected: String) async throws {
    let scratch = try Scratch()
    let keys = SSHKeys(in: scratch.path)
    try await keys.make("novak")
    let signature = try await keys.sign(Self.message(), with: "novak")
    #expect(try Self.verdict(signature, among: "novak \(options) \(try await keys.line("novak"))\n") == expected)
  }

  @Test(arguments: [1024, 2047])
  func weakKeys(bits: Int) async throws {
    let scratch = try Scratch()
    let keys = SSHKeys(in: scratch.path)
    try await keys.make("novak", "rsa", bits: bits)
    let signature = try await keys.sign(Self.message(), with: "novak")
    #expect(
      try Self.verdict(signature, among: "novak \(try await keys.line("novak"))\n")
        == "its RSA key has only \(bits) bits; 2048 are needed")
  }

  @Test func certificates() async throws {
    let scratch = try Scratch()
    let keys = SSHKeys(in: scratch.path)
    for name in ["authority", "other"] { try await keys.make(name) }
    let refused = "its certificate is for somebody else or for another time, or no authority is listed for it"
    let allowed = "* cert-authority \(try await keys.line("authority"))\n"
    for (name, authority, options, expected) in [
      ("right", "authority", ["-n", "novak"], "good: ED25519"),
      ("nobody", "authority", [], refused), ("another", "authority", ["-n", "tran"], refused),
      ("stranger", "other", ["-n", "novak"], refused),
      ("late", "authority", ["-n", "novak", "-V", "20260814:20270101"], refused),
      ("early", "authority", ["-n", "novak", "-V", "20250101:20260813"], refused),
      ("host", "authority", ["-h", "-n", "novak"], "its certificate is for a computer, not for a person"),
    ] {
      try await keys.make(name)
      try await keys.certify(name, by: authority, options)
      let signature = try await keys.sign(Self.message(), with: name)
      #expect(try Self.verdict(signature, among: allowed) == expected, "\(name)")
    }
    let right = try await keys.sign(Self.message(), with: "right")
    #expect(try Self.verdict(right, among: "tran cert-authority \(try await keys.line("authority"))\n") == refused)
    // Who may make certificates may not sign.
    let direct = try await keys.sign(Self.message(), with: "authority")
    #expect(try Self.verdict(direct, among: allowed) == "no key is listed for `novak`")
  }

  /// Keys on a device, here one in software; a touch is not demanded.
  @Test(arguments: [(SecurityKey.Kind.ed25519, "ED25519-SK"), (.p256, "ECDSA-SK")], [UInt8(0), 1, 5])
  func securityKeys(kind: (SecurityKey.Kind, String), flags: UInt8) throws {
    let key = SecurityKey(kind.0)
    let signature = try key.sign(Self.message(), flags: flags)
    let verdict = try Self.verdict(signature, among: "novak \(key.line)\n")
    // ssh-keygen accepts a touch or a PIN, and without either it depends on its version.
    if flags == 0 {
      #expect(verdict == "good: \(kind.1)" || verdict == "ssh-keygen does not accept it")
    } else {
      #expect(verdict == "good: \(kind.1)")
    }
    let other = try key.sign(Self.message("tran"), flags: flags)
    #expect(!(try Self.verdict(other, among: "novak \(key.line)\n")).hasPrefix("good"))
  }

  @Test func badLinesAreNamed() async throws {
    let scratch = try Scratch()
    let keys = SSHKeys(in: scratch.path)
    try await keys.make("novak")
    let key = try await keys.line("novak")
    let bad = [
      "novak", "\"novak \(key)", "novak \(key.prefix(40))", "novak ssh-dss AAAAB3NzaC1kc3M=",
      "novak valid-after=1 \(key)",
      "novak valid-after=\"2026-08-01\" \(key)", "novak namespaces \(key)", "novak touch \(key)",
      "novak namespaces=\"git",
      "novak \u{0} \(key)",
    ]
    let signers = AllowedSigners(Array(("# ours\n\n" + bad.joined(separator: "\n") + "\n").utf8))
    #expect(signers.problems.map(\.line) == Array(3..<(3 + bad.count)))
    #expect(!signers.names("novak"))
    #expect(AllowedSigners(Array("\u{FEFF}novak \(key)".utf8)).problems.map(\.line) == [1])
  }

  @Test func whatIsSignedWithoutATerminalIsChecked() async throws {
    let scratch = try Scratch()
    let keys = SSHKeys(in: scratch.path)
    let keygen = SSHKeygen()
    defer { keygen.close() }
    let message = Array(Self.message().utf8)
    let file = try await keys.make("novak")
    let signature = try keygen.sign(message, with: FilePath(file))
    #expect(try Self.verdict(signature.armor, among: "novak \(try await keys.line("novak"))\n") == "good: ED25519")
    let locked = try await keys.make("locked", passphrase: "secret words")
    #expect(throws: FileFailure.self) { try keygen.sign(message, with: FilePath(locked)) }
    #expect(throws: FileFailure.self) { try keygen.sign(message, with: FilePath(scratch.path + "/none")) }
  }
}
