#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import CSystemCalls
  internal import Glibc
#elseif canImport(Musl)
  internal import CSystemCalls
  internal import Musl
#endif
internal import SystemPackage
internal import Synchronization

/// Opens a path without following any link.
///
/// Linux does it in one call since 5.6, so that nobody can insert a link in between. On other systems each folder is
/// opened from the one above it, which has the same effect: whatever a link was inserted for is not there by the time
/// it is opened, or the link is refused.
enum Beneath {
  /// Where a path starts.
  enum Start {
    /// An open folder that nothing may lead out of.
    case folder(Int32)
    /// The root of the file system, or the folder in which the command runs.
    case anywhere
  }

  /// Opens a file or a folder; returns -1 and sets `errno` on failure, to ELOOP for a link anywhere on the way.
  static func open(_ path: FilePath, from start: Start, _ flags: Int32, _ mode: mode_t = 0) -> Int32 {
    let flags = flags | O_CLOEXEC | O_NOCTTY
    #if os(Linux)
      if !isMissing.load(ordering: .relaxed) {
        let (folder, stays): (Int32, Int32) = if case .folder(let folder) = start { (folder, 1) } else { (AT_FDCWD, 0) }
        var result: Int32 = -1
        for _ in 0..<64 {
          result = unsafe path.withPlatformString {
            unsafe concord_openat2(folder, $0, flags, flags & O_CREAT == 0 ? 0 : Int32(mode), stays)
          }
          // While somebody moves folders around, the system cannot tell whether a path stays inside.
          if result >= 0 || errno != EAGAIN && errno != EINTR { break }
        }
        // Sandboxes that do not know the call forbid it.
        if result >= 0 || errno != ENOSYS && errno != EPERM { return result }
        if errno == ENOSYS { isMissing.store(true, ordering: .relaxed) }
      }
    #endif
    return stepwise(path, from: start, flags | O_NOFOLLOW, mode)
  }

  #if os(Linux)
    private static let isMissing = Atomic(false)
  #endif

  private static func stepwise(_ path: FilePath, from start: Start, _ flags: Int32, _ mode: mode_t) -> Int32 {
    var names = path.components.filter { $0.kind != .currentDirectory }
    if case .folder = start, path.isAbsolute || names.contains(where: { $0.kind == .parentDirectory }) {
      errno = EXDEV
      return -1
    }
    let last = names.popLast().map { FilePath(root: nil, [$0]) } ?? "."
    // A folder on the way does not have to be readable.
    #if os(Linux)
      let way = concord_path_only | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    #else
      let way = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    #endif
    var current: Int32 = if case .folder(let folder) = start { folder } else { AT_FDCWD }
    var isOurs = false
    func enter(_ name: FilePath, _ flags: Int32) -> Int32 {
      let next = unsafe name.withPlatformString { unsafe openat(current, $0, flags, mode) }
      // If a folder is required, Linux reports a link only as not being a folder.
      if next < 0, errno == ENOTDIR {
        var status = stat()
        let isLink =
          unsafe name.withPlatformString { unsafe fstatat(current, $0, &status, AT_SYMLINK_NOFOLLOW) } == 0
          && status.st_mode & S_IFMT == S_IFLNK
        errno = isLink ? ELOOP : ENOTDIR
      }
      let error = errno
      if isOurs { close(current) }
      errno = error
      return next
    }
    if path.isAbsolute {
      current = enter("/", way)
      isOurs = true
    }
    for name in names where current >= 0 || !isOurs {
      current = enter(FilePath(root: nil, [name]), way)
      isOurs = true
    }
    guard current >= 0 || !isOurs else { return -1 }
    return enter(last, flags)
  }
}
