#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif
public import SystemPackage

/// A file that is there as a whole or as it was before.
///
/// It is written beside the place where it belongs and takes that place at the end; until then, and when something fails, the
/// old file stays.
///
/// No link is followed below the root of a repository, so that what is written lands where its name says; see `TrustedFolder`.
public struct AtomicFile: ~Copyable {
  private let path: FilePath
  private let folder: TrustedFolder
  private let temporary: FilePath
  private let file: FileDescriptor
  private var isOpen = true

  /// Begins a file; one that exists keeps its permissions.
  ///
  /// - Throws: `FileFailure` when nothing can be written in that folder, or the path is a link, a folder or a device.
  public static func create(_ path: FilePath) throws(FileFailure) -> AtomicFile {
    let folder = try TrustedFolder(of: path)
    var owner: (user: uid_t, group: gid_t)?
    var mode: mode_t = 0o644
    var status = stat()
    let target = FilePath(root: nil, [folder.name])
    if target.withPlatformString({ fstatat(folder.descriptor, $0, &status, AT_SYMLINK_NOFOLLOW) }) == 0 {
      switch status.st_mode & S_IFMT {
      case S_IFREG: break
      case S_IFLNK: throw FileFailure(path, "it is a link, and nothing is written through a link")
      default: throw FileFailure(path, FileFailure.kind(of: Stat(rawValue: status).type))
      }
      mode = status.st_mode & 0o7777
      owner = (status.st_uid, status.st_gid)
    } else if errno != ENOENT {
      throw FileFailure(path, Errno(rawValue: errno))
    }
    // Not named after the file, whose name may be as long as names can be, nor after the process, which may be another's number.
    let temporary = FilePath(".\(UInt64.random(in: 0 ... .max)).concord")
    let file = folder.open(temporary, O_WRONLY | O_CREAT | O_EXCL, mode)
    guard file >= 0 else { throw FileFailure(path, writing: Errno(rawValue: errno)) }
    // Who repairs the files of others leaves them theirs, where that is allowed.
    if let owner, owner.user != geteuid() || owner.group != getegid() { _ = fchown(file, owner.user, owner.group) }
    // The permissions at creation are cut by the umask.
    _ = fchmod(file, mode)
    return AtomicFile(path: path, folder: folder, temporary: temporary, file: FileDescriptor(rawValue: file))
  }

  private init(path: FilePath, folder: consuming TrustedFolder, temporary: FilePath, file: FileDescriptor) {
    self.path = path
    self.folder = folder
    self.temporary = temporary
    self.file = file
  }

  deinit {
    if isOpen {
      try? file.close()
      let folder = folder.descriptor
      _ = temporary.withPlatformString { unlinkat(folder, $0, 0) }
    }
  }

  /// Adds bytes.
  public func write(_ bytes: some Sequence<UInt8>) throws(FileFailure) {
    do {
      _ = try file.writeAll(bytes)
    } catch {
      throw FileFailure(path, writing: error as? Errno ?? .ioError)
    }
  }

  /// Reads back what was written.
  ///
  /// - Throws: `FileFailure` when it is something else.
  public func verify(_ bytes: [UInt8]) throws(FileFailure) {
    let copy = folder.open(temporary, O_RDONLY)
    guard copy >= 0, try FileReader.read(FileDescriptor(rawValue: copy), of: path, limit: bytes.count) == bytes else {
      throw FileFailure(path, "what was written cannot be read back")
    }
  }

  /// Puts the file in its place.
  public consuming func commit() throws(FileFailure) {
    do {
      guard fsync(file.rawValue) == 0 else { throw Errno(rawValue: errno) }
      try file.close()
      isOpen = false
      let descriptor = folder.descriptor
      let target = FilePath(root: nil, [folder.name])
      let failure = temporary.withPlatformString { from in
        target.withPlatformString { to in renameat(descriptor, from, descriptor, to) }
      }
      if failure != 0 {
        let error = Errno(rawValue: errno)
        _ = temporary.withPlatformString { unlinkat(descriptor, $0, 0) }
        throw error
      }
    } catch {
      throw FileFailure(path, writing: error as? Errno ?? .ioError)
    }
  }
}

extension FileDescriptor {
  /// Makes a file without a name in a folder, to be written and read by this program alone; it goes when it is closed. Nil where none
  /// can be made.
  public static func nameless(in folder: FilePath) -> FileDescriptor? {
    let path = folder.appending(".\(getpid()).\(UInt64.random(in: 0 ... .max)).concord")
    let file = try? FileDescriptor.open(
      path, .readWrite, options: [.create, .exclusiveCreate, .closeOnExec, .noFollow], permissions: .ownerReadWrite)
    if file != nil { _ = path.withPlatformString { unlink($0) } }
    return file
  }
}

extension FileFailure {
  /// What went wrong with writing.
  fileprivate init(_ path: FilePath, writing error: Errno) {
    switch error {
    case .permissionDenied, .readOnlyFileSystem: self.init(path, "you are not allowed to write here")
    case .noSpace: self.init(path, "the disk is full")
    case .noSuchFileOrDirectory: self.init(path, "there is no such folder")
    default: self.init(path, error)
    }
  }
}
