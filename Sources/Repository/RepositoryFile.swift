#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif
package import SystemPackage

/// Reads settings, baselines and anything else that a repository names.
package enum RepositoryFile {
  /// Reads a regular file, following no link below the root of its repository.
  ///
  /// - Throws: `FileFailure` if there is no such file, or if it is a link or not a regular file.
  package static func read(_ path: FilePath, limit: Int) throws(FileFailure) -> [UInt8] {
    let file: FileDescriptor
    do {
      file = try TrustedPath.open(path, O_RDONLY | O_NONBLOCK, links: .none)
    } catch {
      throw error.isMissing ? FileFailure(missing: path) : error
    }
    return try FileReader.read(file, of: path, limit: limit)
  }

  /// Appends bytes to a regular file, which is created if it is missing, following no link below the root of its
  /// repository.
  ///
  /// - Throws: `FileFailure` if it is a link or not a regular file, or if it cannot be written.
  package static func append(_ bytes: [UInt8], to path: FilePath) throws(FileFailure) {
    let folder = try TrustedFolder(of: path)
    let found = folder.open(FilePath(root: nil, [folder.name]), O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK, 0o600)
    guard found >= 0 else {
      let error = Errno(rawValue: errno)
      throw error == .tooManySymbolicLinkLevels
        ? FileFailure(path, TrustedPath.refusal) : FileFailure(path, writing: error)
    }
    let file = FileDescriptor(rawValue: found)
    do {
      try file.closeAfter {
        let type = try file.stat().type
        guard type == .regular else { throw FileFailure(path, FileFailure.kind(of: type)) }
        _ = try file.writeAll(bytes)
      }
    } catch {
      throw error as? FileFailure ?? FileFailure(path, writing: error as? Errno ?? .ioError)
    }
  }
}
