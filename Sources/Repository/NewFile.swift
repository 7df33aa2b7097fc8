#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif
package import SystemPackage

/// Makes files and folders that are not there yet; whatever is there stays as it is.
package enum NewFile {
  /// Writes a file under a name that is free.
  ///
  /// It is written under a temporary name and gets its own name at the end, in one step that fails if somebody has taken that name
  /// meanwhile: a second name (`link`), because `rename` would overwrite. On file systems without second names, it is a rename that
  /// checks, or else the file is made under its own name, and a run that is killed may leave it incomplete.
  ///
  /// No link is followed below the root of a repository; see `TrustedPath`.
  ///
  /// - Throws: `FileFailure` if there is a file of that name, or if it cannot be written.
  package static func write(_ bytes: [UInt8], to path: FilePath) throws(FileFailure) {
    let folder = try TrustedFolder(of: path)
    let name = FilePath(root: nil, [folder.name])
    guard folder.status(of: name) == nil else { throw FileFailure(path, FileFailure.exists) }
    Leftovers.sweep(folder)
    let temporary = Leftovers.newName()
    let file = try fill(temporary, with: bytes, in: folder, for: path)
    defer {
      close(file)
      folder.remove(temporary)
      folder.synchronize()
    }
    switch folder.link(temporary, to: name) {
    case nil: return
    case .fileExists?: throw FileFailure(path, FileFailure.exists)
    default: break
    }
    switch folder.rename(temporary, toFree: name) {
    case nil: return
    case .fileExists?: throw FileFailure(path, FileFailure.exists)
    default: break
    }
    close(try fill(name, with: bytes, in: folder, for: path))
  }

  /// Makes a file under a free name, and waits until its bytes are on the disk; returns it open.
  private static func fill(
    _ name: FilePath, with bytes: [UInt8], in folder: borrowing TrustedFolder, for path: FilePath
  ) throws(FileFailure) -> Int32 {
    let file = folder.open(name, O_RDWR | O_CREAT | O_EXCL, 0o644)
    guard file >= 0 else {
      let error = Errno(rawValue: errno)
      throw error == .fileExists ? FileFailure(path, FileFailure.exists) : FileFailure(path, writing: error)
    }
    _ = Leftovers.hold(file)
    do {
      _ = try FileDescriptor(rawValue: file).writeAll(bytes)
      guard fsync(file) == 0 else { throw Errno(rawValue: errno) }
      guard try FileReader.contents(of: file, limit: bytes.count) == bytes else { throw Errno.ioError }
      return file
    } catch {
      close(file)
      folder.remove(name)
      throw FileFailure(path, writing: error as? Errno ?? .ioError)
    }
  }

  /// Makes a folder, and those above it, unless they are there.
  ///
  /// - Throws: `FileFailure` if something else has its name, or if it cannot be made.
  package static func makeFolder(_ path: FilePath) throws(FileFailure) {
    var missing: [FilePath] = []
    var folder = path.absolute
    while folder.lastComponent != nil, !(try isFolder(ConfigurationFinder.shown(folder))) {
      missing.append(folder)
      folder.removeLastComponent()
    }
    for path in missing.reversed() {
      let parent = try TrustedFolder(of: path)
      let failure = unsafe FilePath(root: nil, [parent.name]).withPlatformString {
        unsafe mkdirat(parent.descriptor, $0, 0o755) == 0 ? nil : Errno(rawValue: errno)
      }
      // Somebody else may have made it in between.
      if let failure, failure != .fileExists { throw FileFailure(ConfigurationFinder.shown(path), writing: failure) }
      parent.synchronize()
    }
    close(try TrustedPath.openFolder(path.absolute, links: .none))
  }

  /// Whether a folder is there, perhaps behind a link.
  ///
  /// - Throws: `FileFailure` if something else is there.
  package static func isFolder(_ path: FilePath) throws(FileFailure) -> Bool {
    if path.isEmpty { return true }
    let status: Stat
    do {
      status = try Stat(path, followTargetSymlink: true)
    } catch Errno.noSuchFileOrDirectory {
      // A link that leads nowhere has the name all the same.
      guard (try? Stat(path, followTargetSymlink: false)) == nil else {
        throw FileFailure(path, "it is a link that leads nowhere")
      }
      return false
    } catch {
      throw FileFailure(path, error)
    }
    guard status.type == .directory else { throw FileFailure(path, "it is a file, and a folder has to be there") }
    return true
  }

  /// Whether there is something under a name, even a link that leads nowhere.
  package static func isTaken(_ path: FilePath) -> Bool { (try? Stat(path, followTargetSymlink: false)) != nil }
}

extension FileFailure {
  /// The reason if a new file has the name of an old one.
  static let exists = "it exists already, and nothing is overwritten"
}

extension TrustedFolder {
  /// Gives a file in the folder a second name; returns the error, or nil if it worked.
  func link(_ from: FilePath, to name: FilePath) -> Errno? {
    unsafe from.withPlatformString { from in
      unsafe name.withPlatformString {
        unsafe linkat(descriptor, from, descriptor, $0, 0) == 0 ? nil : Errno(rawValue: errno)
      }
    }
  }
}
