#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif
internal import Synchronization
package import SystemPackage

/// Temporary files, and what is left of them if a run is killed.
package enum Leftovers {
  /// The number of seconds after the last write at which an unlocked file belongs to no run anymore.
  private static let age = 60
  /// The folders that were checked, by device and inode number: once per run is enough.
  private static let seen = Mutex<Set<[UInt64]>>([])

  /// A new name. It is made neither from the file's name, which may be as long as names can be, nor from the process
  /// id, which may be another's.
  static func newName() -> FilePath {
    let number = String(UInt64.random(in: 0 ... .max), radix: 16)
    return FilePath(prefix + String(repeating: "0", count: digits - number.count) + number + suffix)
  }

  /// Whether a name is that of a temporary file; nobody else has names like these.
  static func isName(_ name: String) -> Bool {
    guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return false }
    let number = name.dropFirst(prefix.count).dropLast(suffix.count)
    return number.utf8.count == digits
      && number.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  private static let prefix = ".concord-"
  private static let suffix = ".tmp"
  private static let digits = 16

  /// Marks a file as being written; the system forgets this when the program ends, however it ends.
  static func hold(_ file: Int32) -> Bool { flock(file, LOCK_EX | LOCK_NB) == 0 }

  /// Removes an earlier run's files that a search came across.
  package static func remove(_ paths: [FilePath]) {
    for path in paths {
      guard let folder = try? TrustedFolder(of: path) else { continue }
      remove(FilePath(root: nil, [folder.name]), in: folder)
    }
  }

  /// Removes what earlier runs left in a folder that is about to be written to.
  static func sweep(_ folder: borrowing TrustedFolder) {
    var status = stat()
    guard unsafe fstat(folder.descriptor, &status) == 0 else { return }
    let key = [UInt64(truncatingIfNeeded: status.st_dev), UInt64(truncatingIfNeeded: status.st_ino)]
    guard seen.withLock({ $0.insert(key).inserted }) else { return }
    for name in AgreementFinder.names(in: folder.descriptor) where isName(name.string) {
      remove(FilePath(root: nil, [name]), in: folder)
    }
  }

  /// Removes a file if it is ours, old, and held by nobody.
  private static func remove(_ name: FilePath, in folder: borrowing TrustedFolder) {
    let file = folder.open(name, O_RDONLY | O_NONBLOCK)
    guard file >= 0 else { return }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(),
      status.st_nlink == 1, status.seconds + age < time(nil), hold(file),
      let there = folder.status(of: name), there.st_ino == status.st_ino, there.st_dev == status.st_dev
    else { return }
    folder.remove(name)
  }
}

extension stat {
  /// The time of the last write, in seconds since 1970.
  fileprivate var seconds: Int {
    #if canImport(Darwin)
      st_mtimespec.tv_sec
    #else
      st_mtim.tv_sec
    #endif
  }
}
