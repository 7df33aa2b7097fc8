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

/// The open folder of a file being written; it stays the same folder until the end, wherever somebody moves it.
struct TrustedFolder: ~Copyable {
  let descriptor: Int32
  /// The name of the file in the folder.
  let name: FilePath.Component

  /// Opens the folder of a file, following no link below the root of its repository.
  ///
  /// - Throws: `FileFailure` if there is no such folder, or if the path leads through a link.
  init(of path: FilePath) throws(FileFailure) {
    (descriptor, name) = try Self.opened(path)
  }

  private static func opened(_ path: FilePath) throws(FileFailure) -> (descriptor: Int32, name: FilePath.Component) {
    guard let name = path.absolute.lastComponent else { throw FileFailure(path, FileFailure.kind(of: .directory)) }
    do {
      return (try TrustedPath.openFolder(path.absolute.removingLastComponent(), links: .none), name)
    } catch {
      throw FileFailure(path, error.isMissing ? "there is no such folder" : error.reason)
    }
  }

  deinit { close(descriptor) }

  /// Opens a file in the folder; returns -1 on failure, like `open`. A link is not followed.
  func open(_ name: FilePath, _ flags: Int32, _ mode: mode_t = 0) -> Int32 {
    unsafe name.withPlatformString { unsafe openat(descriptor, $0, flags | O_CLOEXEC | O_NOFOLLOW, mode) }
  }

  /// The status of a name in the folder; nil, with `errno` set, if it cannot be read.
  func status(of name: FilePath) -> stat? {
    var status = stat()
    return unsafe name.withPlatformString { unsafe fstatat(descriptor, $0, &status, AT_SYMLINK_NOFOLLOW) } == 0
      ? status : nil
  }

  /// Removes a name.
  func remove(_ name: FilePath) { _ = unsafe name.withPlatformString { unsafe unlinkat(descriptor, $0, 0) } }

  /// Renames a file in the folder, replacing a file of that name; returns the error, or nil if it worked.
  func rename(_ from: FilePath, to name: FilePath) -> Errno? {
    unsafe from.withPlatformString { from in
      unsafe name.withPlatformString {
        unsafe renameat(descriptor, from, descriptor, $0) == 0 ? nil : Errno(rawValue: errno)
      }
    }
  }

  /// Exchanges two files in one step; returns the error, or nil if it worked.
  func exchange(_ left: FilePath, _ right: FilePath) -> Errno? { rename(left, right, .exchange) }

  /// Renames a file unless the name is taken; returns the error, or nil if it worked.
  func rename(_ from: FilePath, toFree name: FilePath) -> Errno? { rename(from, name, .onlyFree) }

  private enum Way {
    case exchange
    case onlyFree
  }

  private func rename(_ from: FilePath, _ name: FilePath, _ way: Way) -> Errno? {
    unsafe from.withPlatformString { from in
      unsafe name.withPlatformString { name in
        #if canImport(Darwin)
          let flags = UInt32(way == .exchange ? RENAME_SWAP : RENAME_EXCL)
          return renameatx_np(descriptor, from, descriptor, name, flags) == 0 ? nil : Errno(rawValue: errno)
        #elseif os(Linux)
          return unsafe concord_renameat2(descriptor, from, name, way == .exchange ? 2 : 1) == 0
            ? nil : Errno(rawValue: errno)
        #else
          return .notSupported
        #endif
      }
    }
  }

  /// Waits until the names are on the disk.
  func synchronize() { _ = fsync(descriptor) }
}
