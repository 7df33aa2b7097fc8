#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif
public import SystemPackage

/// Reads settings, baselines and whatever else a repository names.
public enum RepositoryFile {
  /// Reads a regular file, through no link below the root of its repository.
  ///
  /// - Throws: `FileFailure` when there is no such file, or it is a link, or something else than a file.
  public static func read(_ path: FilePath, limit: Int) throws(FileFailure) -> [UInt8] {
    let folder: TrustedFolder
    do {
      folder = try TrustedFolder(of: path)
    } catch {
      throw error.reason == "there is no such folder" ? FileFailure(missing: path) : error
    }
    let file = folder.open(FilePath(root: nil, [folder.name]), O_RDONLY | O_NONBLOCK)
    guard file >= 0 else {
      switch Errno(rawValue: errno) {
      case .tooManySymbolicLinkLevels:
        throw FileFailure(path, "it is a link, and concord reads this only from a real file; put the file itself here")
      case .noSuchFileOrDirectory: throw FileFailure(missing: path)
      case let error: throw FileFailure(path, error)
      }
    }
    return try FileReader.read(FileDescriptor(rawValue: file), of: path, limit: limit)
  }
}
