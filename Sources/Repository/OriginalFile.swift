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

/// The file that a new one replaces, held open until then.
///
/// Whatever it has besides its bytes is passed on to the new file, or the new file is not written.
final class OriginalFile: Sendable {
  let descriptor: Int32
  /// What the system knew about it when it was opened.
  private let first: Status

  /// What must stay the same; the time of the last status change is not here, because it also moves when a file changes
  /// its place.
  private struct Status: Equatable {
    var device: UInt64
    var number: UInt64
    var mode: mode_t
    var owner: uid_t
    var group: gid_t
    var names: UInt64
    var size: Int

    init(_ status: stat) {
      device = UInt64(truncatingIfNeeded: status.st_dev)
      number = UInt64(status.st_ino)
      mode = status.st_mode
      owner = status.st_uid
      group = status.st_gid
      names = UInt64(status.st_nlink)
      size = Int(status.st_size)
    }
  }

  /// Opens a file; nil if there is none.
  ///
  /// - Throws: `FileFailure` if it is a link, a folder or a device, or if nothing can or should replace it.
  static func open(of path: FilePath, in folder: borrowing TrustedFolder) throws(FileFailure) -> OriginalFile? {
    let name = FilePath(root: nil, [folder.name])
    guard let there = folder.status(of: name) else {
      if errno == ENOENT { return nil }
      throw FileFailure(path, Errno(rawValue: errno))
    }
    switch there.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFLNK: throw FileFailure(path, "it is a link, and nothing is written through a link")
    default: throw FileFailure(path, FileFailure.kind(of: Stat(rawValue: there).type))
    }
    guard there.st_mode & 0o222 != 0 else {
      throw FileFailure(path, "it is read-only, so it was left alone; make it writable first")
    }
    guard unsafe name.withPlatformString({ unsafe faccessat(folder.descriptor, $0, W_OK, AT_EACCESS) }) == 0 else {
      throw FileFailure(path, writing: Errno(rawValue: errno))
    }
    let descriptor = folder.open(name, O_RDONLY | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileFailure(path, Errno(rawValue: errno)) }
    let file = OriginalFile(descriptor)
    guard file.status.st_mode & S_IFMT == S_IFREG else { throw FileFailure(path, FileFailure.changed) }
    guard file.status.st_nlink == 1 else {
      throw FileFailure(
        path, "it has more than one name (hard links), and writing would part them; give it one name first")
    }
    return file
  }

  private init(_ descriptor: Int32) {
    self.descriptor = descriptor
    var status = stat()
    _ = unsafe fstat(descriptor, &status)
    first = Status(status)
  }

  deinit { close(descriptor) }

  /// What the system knows about it now.
  private var status: stat {
    var status = stat()
    _ = unsafe fstat(descriptor, &status)
    return status
  }

  /// Whether a name in its folder refers to this file, unchanged, with exactly these bytes.
  func isUnchanged(at name: FilePath, in folder: borrowing TrustedFolder, holding bytes: [UInt8]) -> Bool {
    guard let there = folder.status(of: name), Status(there) == first else { return false }
    return (try? FileReader.contents(of: descriptor, limit: bytes.count)) == bytes
  }

  // MARK: - What goes over

  /// Gives a new file the owner, the permissions and all other attributes.
  ///
  /// - Throws: `FileFailure` if one of them cannot be kept.
  func handDown(to new: Int32, _ path: FilePath) throws(FileFailure) {
    let mine = status
    var theirs = stat()
    guard unsafe fstat(new, &theirs) == 0 else { throw FileFailure(path, Errno(rawValue: errno)) }
    if theirs.st_uid != mine.st_uid || theirs.st_gid != mine.st_gid {
      let isOthers = theirs.st_uid != mine.st_uid
      guard fchown(new, isOthers ? mine.st_uid : .max, mine.st_gid) == 0 else {
        throw FileFailure(
          path,
          isOthers
            ? "it belongs to somebody else, and you are not allowed to leave it theirs; ask them to make the change"
            : "it belongs to a group that you are not in, so it was left alone")
      }
    }
    guard copyAttributes(to: new) else {
      throw FileFailure(path, "it has attributes that cannot be kept, so it was left alone")
    }
    // Changing the owner removes some permissions, so they come last.
    guard fchmod(new, mine.st_mode & 0o7777) == 0, unsafe fstat(new, &theirs) == 0,
      theirs.st_mode & 0o7777 == mine.st_mode & 0o7777
    else { throw FileFailure(path, "its permissions cannot be kept, so it was left alone") }
  }

  #if canImport(Darwin)
    private func copyAttributes(to new: Int32) -> Bool {
      fcopyfile(descriptor, new, nil, copyfile_flags_t(COPYFILE_XATTR | COPYFILE_ACL)) == 0
    }
  #else
    private func copyAttributes(to new: Int32) -> Bool {
      guard let mine = Self.attributes(of: descriptor), let theirs = Self.attributes(of: new) else { return false }
      for name in mine {
        guard let value = Self.value(of: name, descriptor) else { return false }
        if Self.value(of: name, new) == value { continue }
        guard unsafe fsetxattr(new, name, value, value.count, 0) == 0 else { return false }
      }
      // A folder can give a new file attributes that the old one did not have.
      for name in theirs where !mine.contains(name) { guard unsafe fremovexattr(new, name) == 0 else { return false } }
      return true
    }

    /// The names of the attributes; empty if the file system has no attributes, and nil if they cannot be read.
    private static func attributes(of file: Int32) -> [String]? {
      let count = flistxattr(file, nil, 0)
      guard count > 0 else { return count == 0 || errno == ENOTSUP || errno == ENOSYS ? [] : nil }
      var names = [CChar](repeating: 0, count: count)
      let found = unsafe flistxattr(file, &names, count)
      guard found >= 0 else { return nil }
      return names[..<found].split(separator: 0).map { name in
        String(decoding: name.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      }
    }

    private static func value(of name: String, _ file: Int32) -> [UInt8]? {
      let count = unsafe fgetxattr(file, name, nil, 0)
      guard count >= 0 else { return nil }
      var value = [UInt8](repeating: 0, count: count)
      return unsafe fgetxattr(file, name, &value, count) == count ? value : nil
    }
  #endif
}

extension FileFailure {
  /// The reason if somebody else changed it.
  static let changed = "it changed while concord was running, so it was left alone"
}
