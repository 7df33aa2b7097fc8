#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif
internal import SystemPackage

/// The open folder of a file whose path a repository may have a say in.
///
/// A pull request can hold links: one named `concord.yaml` that leads to what nobody may read, one named like a report that leads to
/// what nobody may write. So below the root of the repository each folder is opened from the one above it, and no link is followed. Above
/// the root the repository has no say, and links are followed as ever.
struct TrustedFolder: ~Copyable {
  let descriptor: Int32
  /// The name of the file in the folder.
  let name: FilePath.Component

  /// Opens the folder of a file.
  ///
  /// - Throws: `FileFailure` when there is no such folder, or the path leads through a link.
  init(of path: FilePath) throws(FileFailure) {
    let (descriptor, name) = try Self.opened(path)
    self.descriptor = descriptor
    self.name = name
  }

  private static func opened(_ path: FilePath) throws(FileFailure) -> (descriptor: Int32, name: FilePath.Component) {
    let file = path.absolute
    guard let name = file.lastComponent else { throw FileFailure(path, FileFailure.kind(of: .directory)) }
    let folder = file.removingLastComponent()
    let root = Self.root(above: folder)
    var below = folder
    _ = below.removePrefix(root)
    var current = root.withPlatformString { openPath($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard current >= 0 else { throw Self.failure(path) }
    for component in below.components {
      let next = FilePath(root: nil, [component]).withPlatformString {
        openat(current, $0, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
      }
      let error = errno
      close(current)
      errno = error
      guard next >= 0 else { throw Self.failure(path) }
      current = next
    }
    return (current, name)
  }

  deinit { close(descriptor) }

  /// Opens a file in the folder; -1 where that fails, as `open` does. A link is not followed.
  func open(_ name: FilePath, _ flags: Int32, _ mode: mode_t = 0) -> Int32 {
    name.withPlatformString { openat(descriptor, $0, flags | O_CLOEXEC | O_NOFOLLOW, mode) }
  }

  /// The outermost folder that a repository has a say in, or the folder itself where there is none.
  private static func root(above folder: FilePath) -> FilePath {
    if let root = RepositoryRoots.current, folder.starts(with: root) { return root }
    // From above, for a link below may lead to another repository.
    var path = FilePath(root: folder.root, [])
    for component in folder.components {
      path.append(component)
      if (try? Stat(path.appending(".git"), followTargetSymlink: false)) != nil { return path }
    }
    return folder.starts(with: WorkingFolder.path) ? WorkingFolder.path : folder
  }

  private static func failure(_ path: FilePath) -> FileFailure {
    switch Errno(rawValue: errno) {
    case .noSuchFileOrDirectory: FileFailure(path, "there is no such folder")
    // With O_DIRECTORY and O_NOFOLLOW a link is "not a directory" on Linux, and a loop elsewhere.
    case .notDirectory, .tooManySymbolicLinkLevels:
      FileFailure(path, "its path leads through a link or a file, and links are not followed here")
    case let error: FileFailure(path, error)
    }
  }
}

/// `open`, which the type above has a method of the same name as.
private func openPath(_ path: UnsafePointer<CInterop.PlatformChar>, _ flags: Int32) -> Int32 { open(path, flags) }
