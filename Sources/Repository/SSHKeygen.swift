#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif
package import Agreement
package import SSHSignatures
internal import Synchronization
package import SystemPackage
internal import TextSupport

/// The system's `ssh-keygen`, which checks and makes signatures: whatever it says counts, and nothing here decides better.
///
/// It reads files, so a run has one folder with files of its own, and no text or path of a repository is ever an
/// argument. It is stopped if it takes too long, and not asked again.
package final class SSHKeygen: Sendable {
  /// What it says about a signature.
  package enum Answer: Sendable {
    case good
    /// It refuses it, with what it wrote to standard error.
    case refused(String)
    /// It cannot be asked, and why.
    case unavailable(String)
  }

  private struct State {
    var folder: TemporaryFolder?
    /// Where the lines are that were written already.
    var lines: [[UInt8]: FilePath] = [:]
    var count = 0
    /// Why it is not asked anymore.
    var reason: String?
  }

  private let state = Mutex(State())

  /// How long it may take to check a signature, in milliseconds; it takes 4 to 9.
  private static let patience = 10_000
  /// How long a person may take to type a passphrase or touch a key, in milliseconds.
  private static let patienceWithPeople = 300_000
  private static let mostBytes = 1 << 16

  package init() {}

  /// The only text that counts for a signature: who agrees to which text, and when.
  package static func message(_ digest: Digest, _ participant: String, _ signed: CalendarDate) -> [UInt8] {
    Array("concord-1 \(digest) \(participant) \(signed)\n".utf8)
  }

  /// Removes the files of this run; a later question makes new ones.
  package func close() {
    let folder = state.withLock { state in
      defer { (state.folder, state.lines) = (nil, [:]) }
      return state.folder
    }
    folder?.remove()
  }

  /// Asks whether a message was signed with a key that some lines of `allowed-signers` allow a person to use on a day.
  ///
  /// It is noon in Greenwich: a day alone would be one in the morning in a zone with summer time, and midnight would
  /// pass a `valid-before` of that very day.
  package func verify(
    _ signature: SSHSignature, of id: String, _ message: [UInt8], on day: CalendarDate, allowing lines: [UInt8]
  ) -> Answer {
    guard Identifier.isValid(id) else { return .refused("") }
    let time = "\(day)".filter { $0 != "-" } + "1200"
    return ask(signature, message) { file throws(FileFailure) in
      [
        "-Y", "verify", "-f", try linesFile(lines).string, "-I", id, "-n", SSHSignature.namespace, "-s", file.string,
        "-Overify-time=\(time)",
      ]
    }
  }

  /// Asks whether a message was signed with the key in a signature, whoever that is.
  package func check(_ signature: SSHSignature, _ message: [UInt8]) -> Answer {
    ask(signature, message) { file throws(FileFailure) in
      ["-Y", "check-novalidate", "-n", SSHSignature.namespace, "-s", file.string]
    }
  }

  private func linesFile(_ lines: [UInt8]) throws(FileFailure) -> FilePath {
    if let known = state.withLock({ $0.lines[lines] }) { return known }
    let file = try write(lines, "signers")
    state.withLock { $0.lines[lines] = file }
    return file
  }

  private func write(_ bytes: [UInt8], _ name: String) throws(FileFailure) -> FilePath {
    let result = state.withLock { state -> Result<(TemporaryFolder, Int), FileFailure> in
      do throws(FileFailure) {
        let folder = if let folder = state.folder { folder } else { try TemporaryFolder() }
        state.folder = folder
        state.count += 1
        return .success((folder, state.count))
      } catch {
        return .failure(error)
      }
    }
    let (folder, number) = try result.get()
    return try folder.write(bytes, as: "\(name)-\(number)")
  }

  private func ask(
    _ signature: SSHSignature, _ message: [UInt8], _ arguments: (FilePath) throws(FileFailure) -> [String]
  ) -> Answer {
    if let reason = state.withLock({ $0.reason }) { return .unavailable(reason) }
    do throws(FileFailure) {
      let file = try write(Array(signature.armor.utf8), "signature")
      defer { state.withLock { $0.folder }?.remove(file) }
      let outcome = try run(try arguments(file), message, patience: Self.patience)
      switch outcome.status {
      case 0: return .good
      // Whatever is wrong with a signature, it ends with this.
      case 255: return .refused(String(decoding: outcome.errors.prefix(1_000), as: UTF8.self))
      default:
        throw FileFailure(
          "ssh-keygen", "it ended with \(outcome.status), as versions before OpenSSH 8.9 do")
      }
    } catch {
      let reason = state.withLock { state in
        state.reason = state.reason ?? error.reason
        return state.reason ?? error.reason
      }
      return .unavailable(reason)
    }
  }

  /// Runs it with a message on its standard input.
  private func run(
    _ arguments: [String], _ message: [UInt8], patience: Int, environment: [String] = ["LC_ALL=C", "TZ=UTC0"],
    showsErrors: Bool = false
  ) throws(FileFailure) -> ChildProcess.Outcome {
    let file = try write(message, "message")
    defer { state.withLock { $0.folder }?.remove(file) }
    let input: FileDescriptor
    do {
      input = try FileDescriptor.open(file, .readOnly, options: .closeOnExec)
    } catch {
      throw FileFailure(file, "it cannot be read")
    }
    defer { try? input.close() }
    do {
      return try ChildProcess(
        program: "ssh-keygen", arguments: arguments, environment: ChildProcess.environment(setting: environment),
        patience: patience, mostBytes: Self.mostBytes
      ).run(reading: input, showsErrors: showsErrors)
    } catch {
      switch error {
      case .notFound: throw FileFailure("ssh-keygen", Self.missing)
      case .stopped(let reason): throw FileFailure("ssh-keygen", "\(reason), so it was stopped")
      }
    }
  }

  private static let missing = "it is not installed, or not on the PATH"
}

extension SSHKeygen {
  /// The files of keys that are tried, in order, if nobody names one.
  private static let names = ["id_ed25519", "id_ecdsa", "id_rsa"]

  /// The key of whoever runs this: the first of the usual files, or the public part of a key that an agent or a device
  /// has; nil if there is none.
  package static func usualKey() -> FilePath? {
    guard let home = unsafe getenv("HOME") else { return nil }
    let folder = unsafe FilePath(typed: String(cString: home)).appending(".ssh")
    let files = names.map { folder.appending($0) } + names.map { folder.appending("\($0).pub") }
    return files.first { (try? Stat($0, followTargetSymlink: true))?.type == .regular }
  }

  /// Signs a message with a key file, or with the agent's key for a `.pub` file; a passphrase is asked for on the
  /// terminal.
  ///
  /// Without a terminal, ssh-keygen takes the first line of the message for the passphrase and signs what is left, so
  /// the signature is checked before anybody sees it.
  ///
  /// - Throws: `FileFailure` with what to do if there is no such key or nothing was signed.
  package func sign(_ message: [UInt8], with key: FilePath) throws(FileFailure) -> SSHSignature {
    guard (try? Stat(key, followTargetSymlink: true)) != nil else { throw FileFailure(key, "there is no such key") }
    let hasTerminal = unsafe (try? FileDescriptor.open("/dev/tty", .readWrite, options: .closeOnExec).close()) != nil
    // Nobody would see what a window asks for, or answer it, where there is no terminal and nothing is set up for it.
    let canAsk = unsafe hasTerminal || getenv("SSH_ASKPASS") != nil
    let environment = canAsk ? [] : ["SSH_ASKPASS=/bin/false", "SSH_ASKPASS_REQUIRE=force"]
    let outcome = try run(
      ["-Y", "sign", "-q", "-n", SSHSignature.namespace, "-f", key.absolute.typed], message,
      patience: Self.patienceWithPeople, environment: environment, showsErrors: hasTerminal)
    let advice =
      hasTerminal
      ? ""
      : "; if the key has a passphrase, load the key with `ssh-add` first, because there is no terminal to ask for it"
    guard outcome.status == 0 else {
      let note =
        String(decoding: outcome.errors.prefix(300), as: UTF8.self).split(whereSeparator: \.isNewline).first ?? ""
      throw FileFailure(
        key, "ssh-keygen could not sign with it\(note.isEmpty ? "" : " (\(TerminalText.escape(note)))")\(advice)")
    }
    let signature: SSHSignature
    do {
      signature = try SSHSignature(String(decoding: outcome.output, as: UTF8.self))
    } catch {
      throw FileFailure(key, "\(SSHReason(error).sentence)")
    }
    switch check(signature, message) {
    case .good: return signature
    case .refused: throw FileFailure(key, "ssh-keygen signed something else\(advice)")
    case .unavailable(let reason): throw FileFailure("ssh-keygen", reason)
    }
  }
}
