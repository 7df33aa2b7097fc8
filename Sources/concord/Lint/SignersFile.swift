internal import Diagnostics
internal import Repository
internal import SSHSignatures
internal import SystemPackage

/// The file under `allowed-signers`, which says whose keys are whose.
enum SignersFile {
  /// What is wrong with the line.
  struct Problem: Error {
    let diagnostic: Diagnostic
  }

  /// Reads the file that a setting names.
  ///
  /// It has to be in the folder of the settings or below, and no link leads to it, because settings may come with a
  /// pull request.
  static func read(
    _ named: (name: String, range: SourceRange), below folder: FilePath,
    reading bytes: (FilePath, _ limit: Int) throws(FileFailure) -> [UInt8]
  ) -> Result<AllowedSigners, Problem> {
    func problem(_ message: String, _ help: String) -> Result<AllowedSigners, Problem> {
      .failure(Problem(diagnostic: Diagnostic(.unknownReference, at: named.range, message, help: help)))
    }
    let shown = named.name.prefix(60)
    guard isBelow(named.name) else {
      return problem(
        "`\(shown)` is outside the folder of this file",
        "name a file beside this file or below, as in `allowed_signers`")
    }
    do {
      let bytes = try bytes(folder.pushing(FilePath(named.name)), AllowedSigners.mostBytes)
      guard bytes.count <= AllowedSigners.mostBytes else {
        return problem("`\(shown)` has more than 16 megabytes", "take out the people who never sign agreements")
      }
      return .success(AllowedSigners(bytes))
    } catch {
      return problem(
        "`\(shown)` cannot be read: \(error.reason)",
        "put a file there with a line for each person: `novak ssh-ed25519 AAAA…`, or delete this line")
    }
  }

  /// Whether a name stays in its folder.
  static func isBelow(_ name: String) -> Bool {
    let path = FilePath(name)
    return !path.isAbsolute && !path.components.isEmpty && !path.components.contains { $0.kind != .regular }
  }
}
