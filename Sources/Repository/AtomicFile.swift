#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import CSystemCalls
  internal import Glibc
#elseif canImport(Musl)
  internal import CSystemCalls
  internal import Musl
#endif
package import SystemPackage

/// A file that is either completely written or still as it was.
///
/// It is written next to its destination and takes that place at the end; until then, and if anything fails, the old
/// file stays.
///
/// No link is followed below the root of a repository, so that the output lands where its name says; see `TrustedPath`.
package struct AtomicFile: ~Copyable {
  private let path: FilePath
  private let folder: TrustedFolder
  private let temporary: FilePath
  private let file: FileDescriptor
  private let original: OriginalFile?

  /// Begins a file, which takes over the owner, permissions and attributes of an existing one.
  ///
  /// - Throws: `FileFailure` if nothing can be written in that folder, or if the path is a link, a folder or a device,
  ///   or a file that is read-only or has something that cannot be kept.
  package static func create(_ path: FilePath) throws(FileFailure) -> AtomicFile {
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
    // After a commit the temporary name is gone, or it belongs to somebody else's file.
    if isTemporary { folder.remove(temporary) }
    try? file.close()
  }

  /// Whether the temporary name refers to the new file.
  private var isTemporary: Bool {
    var mine = stat()
    guard unsafe fstat(file.rawValue, &mine) == 0, let there = folder.status(of: temporary) else { return false }
    return there.st_ino == mine.st_ino && there.st_dev == mine.st_dev
  }

  /// Adds bytes.
  package func write(_ bytes: some Sequence<UInt8>) throws(FileFailure) {
    do {
      _ = try file.writeAll(bytes)
    } catch {
      throw FileFailure(path, writing: error as? Errno ?? .ioError)
    }
  }

  /// Reads back what was written.
  ///
  /// - Throws: `FileFailure` if it differs.
  package func verify(_ bytes: [UInt8]) throws(FileFailure) {
    guard (try? FileReader.contents(of: file.rawValue, limit: bytes.count)) == bytes else {
      throw FileFailure(path, "what was written cannot be read back")
    }
  }

  /// The contents of the file to be replaced; nil if there is none.
  package func replaced(limit: Int) throws(FileFailure) -> [UInt8]? {
    guard let original else { return nil }
    do throws(Errno) {
      return try FileReader.contents(of: original.descriptor, limit: limit)
    } catch {
      throw FileFailure(path, error)
    }
  }

  /// Puts the file in its place, whatever is there now.
  package consuming func commit() throws(FileFailure) {
    try synchronize()
    if let error = folder.rename(temporary, to: FilePath(root: nil, [folder.name])) {
      throw FileFailure(path, writing: error)
    }
    folder.synchronize()
  }

  /// Puts the file in its place if the old file is unchanged; nil stands for no file.
  ///
  /// If the system can exchange two files in one step (Linux 3.15, macOS 10.12, on most file systems), the file that
  /// comes back is checked: if somebody put another file there in between, it is put back. Linux also tells whether
  /// anybody has the old file open for writing, or is about to open it, so that nobody keeps writing to a file without
  /// a name. On other systems, somebody who saves between the last check and the exchange, within some millionths of a
  /// second, loses what they saved.
  ///
  /// - Throws: `FileFailure` if the old file changed; then it stays the way somebody left it.
  package consuming func commit(over old: [UInt8]?) throws(FileFailure) {
    try synchronize()
    let target = FilePath(root: nil, [folder.name])
    guard let original, let old else {
      guard original == nil, old == nil else { throw FileFailure(path, FileFailure.changed) }
      switch folder.rename(temporary, toFree: target) {
      case nil: break
      case .fileExists?: throw FileFailure(path, FileFailure.changed)
      default:
        // The system cannot check and rename in one step.
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
      // Somebody removed it, and did not mean it to come back.
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

  /// Puts back what came in exchange; returns what to report.
  private func putBack(_ target: FilePath) -> String {
    // Somebody may put yet another file there meanwhile; that file then comes back and is put back in turn, because it
    // is the newest.
    for _ in 0..<100 {
      guard folder.exchange(temporary, target) == nil else { break }
      if isTemporary { return FileFailure.changed }
    }
    // Under another name, because temporary files are cleaned up.
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
  /// Makes a nameless file in a folder, which only this program can write and read and which disappears when it is
  /// closed; nil if none can be made.
  package static func nameless(in folder: FilePath) -> FileDescriptor? {
    let path = folder.pushing(Leftovers.newName())
    let file = try? FileDescriptor.open(
      path, .readWrite, options: [.create, .exclusiveCreate, .closeOnExec, .noFollow], permissions: .ownerReadWrite)
    if file != nil { _ = unsafe path.withPlatformString { unsafe unlink($0) } }
    return file
  }
}

extension FileFailure {
  /// A failure to write.
  init(_ path: FilePath, writing error: Errno) {
    switch error {
    case .permissionDenied, .notPermitted, .readOnlyFileSystem: self.init(path, "you are not allowed to write here")
    case .noSpace: self.init(path, "the disk is full")
    case .noSuchFileOrDirectory: self.init(path, "there is no such folder")
    default: self.init(path, error)
    }
  }
}
