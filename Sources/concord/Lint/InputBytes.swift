internal import Repository
internal import SystemPackage

/// Where the bytes of inputs are: in the folder, or in git.
struct InputBytes: Sendable {
  /// The places of the files that were found through a link, or are shown by another path.
  private let reals: [FilePath: FilePath]
  /// The files that are read from git, by their paths.
  private let stored: [FilePath: GitObject]

  init(reals: [FilePath: FilePath], stored: [FilePath: GitObject] = [:]) {
    (self.reals, self.stored) = (reals, stored)
  }

  /// The path of a file with links resolved.
  func real(_ path: FilePath) -> FilePath { reals[path] ?? path }

  /// Reads a file.
  ///
  /// - Throws: `FileFailure` if there is no such file, or it cannot be read.
  func read(_ path: FilePath, limit: Int) throws(FileFailure) -> [UInt8] {
    if let object = stored[path] { return try object.read(limit: limit) }
    return try FileReader.read(path, at: real(path), limit: limit)
  }
}
