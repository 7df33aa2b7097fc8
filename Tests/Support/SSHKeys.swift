/// Real keys, made by the system's `ssh-keygen` in a folder of a test.
package struct SSHKeys: Sendable {
  /// The folder of the keys.
  package let folder: String

  package init(in folder: String) { self.folder = folder }

  /// Makes a key without a passphrase, and returns its file.
  @discardableResult
  package func make(_ name: String, _ kind: String = "ed25519", bits: Int? = nil, passphrase: String = "") async throws
    -> String
  {
    let file = folder + "/" + name
    let size = bits.map { ["-b", String($0)] } ?? []
    let outcome = try await Program.run(
      "ssh-keygen", ["-q", "-t", kind, "-N", passphrase, "-C", name, "-f", file] + size)
    guard outcome.status == 0 else { throw SSHKeyFailure(outcome.error) }
    return file
  }

  /// The public part of a key, as `allowed-signers` takes it.
  package func line(_ name: String) async throws -> String {
    let text = try await Program.run("cat", ["\(folder)/\(name).pub"]).output
    return text.split(separator: " ").prefix(2).joined(separator: " ")
  }

  /// Signs a message.
  package func sign(_ message: String, with name: String, namespace: String = "concord") async throws -> String {
    let outcome = try await Program.run(
      "ssh-keygen", ["-Y", "sign", "-q", "-n", namespace, "-f", "\(folder)/\(name)"], input: Array(message.utf8))
    guard outcome.status == 0 else { throw SSHKeyFailure(outcome.error) }
    return outcome.output
  }

  /// Makes a certificate for a key; it is then used in place of the key.
  package func certify(_ name: String, by authority: String, _ options: [String]) async throws {
    let outcome = try await Program.run(
      "ssh-keygen", ["-q", "-s", "\(folder)/\(authority)", "-I", name] + options + ["\(folder)/\(name).pub"])
    guard outcome.status == 0 else { throw SSHKeyFailure(outcome.error) }
    _ = try await Program.run("mv", ["\(folder)/\(name)-cert.pub", "\(folder)/\(name).pub"])
  }
}

/// What `ssh-keygen` said where a test needed something of it.
struct SSHKeyFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
