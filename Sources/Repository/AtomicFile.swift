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
public struct AtomicFile: ~Copyable {
  private let path: FilePath
  private let temporary: FilePath
  private let file: FileDescriptor
  private var isOpen = true

  /// Begins a file; one that exists keeps its permissions.
  ///
  /// - Throws: `FileFailure` when nothing can be written in that folder, or the path is a folder or a device.
  public static func create(_ path: FilePath) throws(FileFailure) -> AtomicFile {
    guard path.lastComponent != nil else { throw FileFailure(path, "it has no name") }
    var owner: (user: uid_t, group: gid_t)?
    var permissions: FilePermissions = [.ownerReadWrite, .groupRead, .otherRead]
    var target = path
    do {
      let status = try Stat(path, followTargetSymlink: true)
      guard status.type == .regular else { throw FileFailure(path, FileFailure.kind(of: status.type)) }
      permissions = status.permissions
      owner = (status.userID.rawValue, status.groupID.rawValue)
      // Through a link the file it leads to is replaced, and not the link.
      if try Stat(path, followTargetSymlink: false).type == .symbolicLink, let real = path.resolved { target = real }
    } catch let failure as FileFailure {
      throw failure
    } catch let error as Errno {
      guard error == .noSuchFileOrDirectory else { throw FileFailure(path, error) }
      // To write there would replace the link.
      if (try? Stat(path, followTargetSymlink: false)) != nil {
        throw FileFailure(path, "it is a link that leads nowhere")
      }
    } catch {
      throw FileFailure(path, "it cannot be written")
    }
    // Not named after the file, whose name may be as long as names can be, nor after the process, which may be another's number.
    let temporary = target.removingLastComponent().appending(".\(UInt64.random(in: 0 ... .max)).concord")
    let file: FileDescriptor
    do {
      file = try FileDescriptor.open(
        temporary, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec, .noFollow], permissions: permissions)
    } catch let error as Errno {
      throw FileFailure(path, writing: error)
    } catch {
      throw FileFailure(path, "it cannot be written")
    }
    // Who repairs the files of others leaves them theirs, where that is allowed.
    if let owner, owner.user != geteuid() || owner.group != getegid() {
      _ = fchown(file.rawValue, owner.user, owner.group)
    }
    // The permissions at creation are cut by the umask.
    let mode = permissions.rawValue
    _ = temporary.withPlatformString { chmod($0, mode) }
    return AtomicFile(path: target, temporary: temporary, file: file)
  }

  private init(path: FilePath, temporary: FilePath, file: FileDescriptor) {
    self.path = path
    self.temporary = temporary
    self.file = file
  }

  deinit {
    if isOpen {
      try? file.close()
      _ = temporary.withPlatformString { unlink($0) }
    }
  }

  /// Adds bytes.
  public func write(_ bytes: some Sequence<UInt8>) throws(FileFailure) {
    do {
      _ = try file.writeAll(bytes)
    } catch let error as Errno {
      throw FileFailure(path, writing: error)
    } catch {
      throw FileFailure(path, "it cannot be written")
    }
  }

  /// Reads back what was written.
  ///
  /// - Throws: `FileFailure` when it is something else.
  public func verify(_ bytes: [UInt8]) throws(FileFailure) {
    guard try FileReader.read(temporary, limit: bytes.count) == bytes else {
      throw FileFailure(path, "what was written cannot be read back")
    }
  }

  /// Puts the file in its place.
  public consuming func commit() throws(FileFailure) {
    do {
      guard fsync(file.rawValue) == 0 else { throw Errno(rawValue: errno) }
      try file.close()
      isOpen = false
      let failure = temporary.withPlatformString { from in path.withPlatformString { to in rename(from, to) } }
      if failure != 0 {
        let error = Errno(rawValue: errno)
        _ = temporary.withPlatformString { unlink($0) }
        throw error
      }
    } catch let error as Errno {
      throw FileFailure(path, writing: error)
    } catch {
      throw FileFailure(path, "it cannot be written")
    }
  }
}

extension FilePath {
  /// Where it leads in the end, without links; nil where that is nowhere.
  var resolved: FilePath? {
    withPlatformString { name in
      guard let real = realpath(name, nil) else { return nil }
      defer { free(real) }
      return FilePath(platformString: real)
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
