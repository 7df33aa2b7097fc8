#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import CSystemCalls
  internal import Glibc
#elseif canImport(Musl)
  internal import CSystemCalls
  internal import Musl
#endif
public import SystemPackage

/// A file that is there as a whole or as it was before.
///
/// It is written beside the place where it belongs and takes that place at the end; until then, and when something fails, the
/// old file stays.
///
/// No link is followed below the root of a repository, so that what is written lands where its name says; see `TrustedPath`.
public struct AtomicFile: ~Copyable {
  private let path: FilePath
  private let folder: TrustedFolder
  private let temporary: FilePath
  private let file: FileDescriptor
  private let original: OriginalFile?

  /// Begins a file; one that exists hands its owner, permissions and attributes down.
  ///
  /// - Throws: `FileFailure` when nothing can be written in that folder, or the path is a link, a folder or a device, or a file that is
  ///   read-only or has something that cannot be kept.
  public static func create(_ path: FilePath) throws(FileFailure) -> AtomicFile {
    let folder = try TrustedFolder(of: path)
    let original = try OriginalFile.open(of: path, in: folder)
    Leftovers.sweep(folder)
    let temporary = Leftovers.newName()
    let file = folder.open(temporary, O_RDWR | O_CREAT | O_EXCL, original == nil ? 0o644 : 0o600)
    guard file >= 0 else { throw FileFailure(path, writing: Errno(rawValue: errno)) }
    _ = Leftovers.hold(file)
    let result = AtomicFile(
      path: path, folder: folder, temporary: temporary, file: FileDescriptor(rawValue: file), original: original)
    try original?.handDown(to: file, path)
    return result
  }

  private init(
    path: FilePath, folder: consuming TrustedFolder, temporary: FilePath, file: FileDescriptor, original: OriginalFile?
  ) {
    self.path = path
    self.folder = folder
    self.temporary = temporary
    self.file = file
    self.original = original
  }

  deinit {
    // After a commit nothing has the name, or what it has belongs to somebody else.
    if isTemporary { folder.remove(temporary) }
    try? file.close()
  }

  /// Whether the temporary name stands for the new file.
  private var isTemporary: Bool {
    var mine = stat()
    guard fstat(file.rawValue, &mine) == 0, let there = folder.status(of: temporary) else { return false }
    return there.st_ino == mine.st_ino && there.st_dev == mine.st_dev
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
    guard (try? FileReader.contents(of: file.rawValue, limit: bytes.count)) == bytes else {
      throw FileFailure(path, "what was written cannot be read back")
    }
  }

  /// What the file holds whose place this one takes; nil where there is none.
  public func replaced(limit: Int) throws(FileFailure) -> [UInt8]? {
    guard let original else { return nil }
    do throws(Errno) {
      return try FileReader.contents(of: original.descriptor, limit: limit)
    } catch {
      throw FileFailure(path, error)
    }
  }

  /// Puts the file in its place, whatever is there by now.
  public consuming func commit() throws(FileFailure) {
    try synchronize()
    if let error = folder.rename(temporary, to: FilePath(root: nil, [folder.name])) {
      throw FileFailure(path, writing: error)
    }
    folder.synchronize()
  }

  /// Puts the file in its place if that still holds what it did; nil stands for no file.
  ///
  /// Where the system can exchange two files in one step (Linux 3.15, macOS 10.12, on most file systems), what comes back is looked at:
  /// where somebody put another file there in between, it is put back. Linux also tells who has the old file open for writing, or is
  /// about to open it, so that nobody goes on writing to a file that has no name anymore. Elsewhere somebody who saves between the last
  /// look and the exchange, some millionths of a second, loses what they saved.
  ///
  /// - Throws: `FileFailure` when it holds something else; then it is as somebody left it.
  public consuming func commit(over old: [UInt8]?) throws(FileFailure) {
    try synchronize()
    let target = FilePath(root: nil, [folder.name])
    guard let original, let old else {
      guard original == nil, old == nil else { throw FileFailure(path, FileFailure.changed) }
      switch folder.rename(temporary, toFree: target) {
      case nil: break
      case .fileExists?: throw FileFailure(path, FileFailure.changed)
      default:
        // The system cannot look and rename in one step.
        guard folder.status(of: target) == nil else { throw FileFailure(path, FileFailure.changed) }
        if let error = folder.rename(temporary, to: target) { throw FileFailure(path, writing: error) }
      }
      folder.synchronize()
      return
    }
    let watch = try WriterWatch(original.descriptor, path)
    guard original.isUnchanged(at: target, in: folder, holding: old), watch.isQuiet else {
      throw FileFailure(path, FileFailure.changed)
    }
    if let error = folder.exchange(temporary, target) {
      // Somebody took it away, and did not mean it to come back.
      if error == .noSuchFileOrDirectory { throw FileFailure(path, FileFailure.changed) }
      guard error == .invalidArgument || error == .noFunction || error == .notSupported else {
        throw FileFailure(path, writing: error)
      }
      if let error = folder.rename(temporary, to: target) { throw FileFailure(path, writing: error) }
      folder.synchronize()
      return
    }
    guard original.isUnchanged(at: temporary, in: folder, holding: old), watch.isQuiet else {
      throw FileFailure(path, putBack(target))
    }
    folder.remove(temporary)
    folder.synchronize()
  }

  /// Puts back what came in exchange; what to say.
  private func putBack(_ target: FilePath) -> String {
    // Somebody may put yet another file there meanwhile; then that one comes back, and is put back in turn, for it is the newest.
    for _ in 0..<100 {
      guard folder.exchange(temporary, target) == nil else { break }
      if isTemporary { return FileFailure.changed }
    }
    // Under another name, for those of temporary files are taken away.
    let saved = FilePath(".\(UInt64.random(in: 0 ... .max)).saved")
    _ = folder.rename(temporary, to: saved)
    return "\(FileFailure.changed); look at \(saved), too, which may hold what somebody else saved"
  }

  /// Waits until the bytes are on the disk.
  private func synchronize() throws(FileFailure) {
    guard fsync(file.rawValue) == 0 else { throw FileFailure(path, writing: Errno(rawValue: errno)) }
  }
}

extension FileDescriptor {
  /// Makes a file without a name in a folder, to be written and read by this program alone; it goes when it is closed. Nil where none
  /// can be made.
  public static func nameless(in folder: FilePath) -> FileDescriptor? {
    let path = folder.pushing(Leftovers.newName())
    let file = try? FileDescriptor.open(
      path, .readWrite, options: [.create, .exclusiveCreate, .closeOnExec, .noFollow], permissions: .ownerReadWrite)
    if file != nil { _ = path.withPlatformString { unlink($0) } }
    return file
  }
}

extension FileFailure {
  /// What went wrong with writing.
  init(_ path: FilePath, writing error: Errno) {
    switch error {
    case .permissionDenied, .notPermitted, .readOnlyFileSystem: self.init(path, "you are not allowed to write here")
    case .noSpace: self.init(path, "the disk is full")
    case .noSuchFileOrDirectory: self.init(path, "there is no such folder")
    default: self.init(path, error)
    }
  }
}
