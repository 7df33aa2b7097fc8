internal import Synchronization
package import SystemPackage

/// The roots of the repositories that files belong to, for services that know a file by its path from there.
///
/// The root is the folder that contains `.git`. If there is none, as in an unpacked archive, it is the folder that the
/// CI service names, if the file is in it, or else the folder in which the command runs.
package final class RepositoryRoots: Sendable {
  /// The root of the repository in which the command runs; nil if there is none.
  static let current = root(of: WorkingFolder.path)
  private let fallbacks: [FilePath]
  private let known = Mutex<[FilePath: FilePath?]>([:])

  /// Takes the folders that a CI service names.
  package init(hints: [FilePath]) {
    fallbacks = hints.filter(\.isAbsolute).compactMap(\.resolved) + [WorkingFolder.path]
  }

  /// The path of a file relative to its root, or its full path if it has none; `file` must have its links resolved.
  package func path(of file: FilePath) -> FilePath {
    // A repository within the current one, such as a submodule, is part of what CI checks.
    if let current = Self.current, let path = Self.path(of: file, below: current) { return path }
    let folder = file.removingLastComponent()
    let root = known.withLock { known in
      if let root = known[folder] { return root }
      let root = Self.root(of: folder)
      known[folder] = .some(root)
      return root
    }
    if let root, let path = Self.path(of: file, below: root) { return path }
    for folder in fallbacks { if let path = Self.path(of: file, below: folder) { return path } }
    return file
  }

  /// The nearest folder with a repository in it: the folder itself, or one above it.
  static func root(of folder: FilePath) -> FilePath? {
    var folder = folder
    while true {
      if (try? Stat(folder.appending(".git"), followTargetSymlink: false)) != nil { return folder }
      if folder.components.isEmpty { return nil }
      folder.removeLastComponent()
    }
  }

  private static func path(of file: FilePath, below folder: FilePath) -> FilePath? {
    var path = file
    return path.removePrefix(folder) && !path.isEmpty ? path : nil
  }
}
