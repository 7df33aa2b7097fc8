/// A small agreement of two people in a folder of a test, each with a key, and what a test wants to do with it.
package struct SignedAgreement: Sendable {
  package static let day = "2026-08-13"
  /// The people who sign: a coach and a principal.
  package static let people = ["novak", "tran"]

  package let folder: String
  package let keys: SSHKeys
  /// The text without signatures.
  package let text: String
  package let digest: String

  /// Makes keys of some kind, and the file `allowed_signers`.
  package init(in folder: String, kind: String = "ed25519", id: String = "brookside", year: Int = 2026) async throws {
    self.folder = folder
    keys = SSHKeys(in: folder)
    text = """
      format: 1
      id: \(id)
      school-year: \(year)-\(year - 1999)
      starts: \(year)-08-17
      ends: \(year + 1)-05-28
      status: agreed
      campuses:
        brookside: Brookside Elementary
      participants:
        novak:
          name: Jill Novak
          role: instructional-coach
        tran:
          name: Linh Tran
          role: principal

      """
    digest = Findings.digest(of: Array(text.utf8))
    var lines = ""
    for name in Self.people {
      try await keys.make(name, kind)
      lines += "\(name) \(try await keys.line(name))\n"
    }
    try write("allowed_signers", lines)
  }

  /// Writes a file.
  @discardableResult
  package func write(_ name: String, _ text: String) throws -> String {
    try Scratch.write(text.utf8, to: "\(folder)/\(name)")
  }

  /// The message that a person signs.
  package func message(_ id: String, digest: String? = nil) -> String {
    "concord-1 \(digest ?? self.digest) \(id) \(Self.day)\n"
  }

  /// The lines of a typed signature.
  package func typed(_ id: String) -> String {
    "  \(id):\n    signed: \(Self.day)\n    method: typed\n    digest: \(digest)\n"
  }

  /// The lines of an SSH signature, by the key of that person or another one.
  package func signed(_ id: String, with key: String? = nil, armor: String? = nil) async throws -> String {
    let made = if let armor { armor } else { try await keys.sign(message(id), with: key ?? id) }
    return "  \(id):\n    signed: \(Self.day)\n    method: ssh\n    digest: \(digest)\n    signature: |\n"
      + made.split(separator: "\n").map { "      \($0)\n" }.joined()
  }

  /// Writes the agreement with some signatures, and returns its path.
  @discardableResult
  package func write(signatures: String, text: String? = nil) throws -> String {
    try write("a.agreement.yaml", (text ?? self.text) + "signatures:\n" + signatures)
  }

  /// Writes `concord.yaml`, with the keys and perhaps a policy.
  package func configure(required: String = "", allowedSigners: String? = "allowed_signers") throws {
    let lines =
      (required.isEmpty ? "" : "  required: {\(required)}\n")
      + (allowedSigners.map { "  allowed-signers: \($0)\n" } ?? "")
    try write("concord.yaml", "district: Riverbend\n" + (lines.isEmpty ? "" : "signatures:\n" + lines))
  }

  /// Puts a program in the place of `ssh-keygen`, and returns the folder for the PATH.
  package func fakeKeygen(_ script: String) async throws -> String {
    _ = try await Program.run("mkdir", ["-p", "\(folder)/bin"])
    let file = try write("bin/ssh-keygen", "#!/bin/sh\n\(script)\n")
    _ = try await Program.run("chmod", ["+x", file])
    return "\(folder)/bin"
  }
}
