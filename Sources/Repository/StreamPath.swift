package import SystemPackage

/// Paths of something that is already open, as a shell writes them for `>(gzip > report.gz)`.
///
/// Only the person who runs the program can pass on what is open, so this is safe where a pipe or a device in a
/// repository is not.
package enum StreamPath {
  /// Writes to an open stream; returns false if the path is an ordinary one.
  ///
  /// - Throws: `FileFailure` if nothing is open under that number, or it cannot be written.
  package static func write(_ bytes: [UInt8], to path: FilePath) throws(FileFailure) -> Bool {
    let name = path.string
    if name == "/dev/null" { return true }
    guard let number = descriptor(name) else { return false }
    do {
      try FileDescriptor(rawValue: number).writeAll(bytes)
    } catch Errno.brokenPipe {
      // Its reader has seen enough.
    } catch Errno.badFileDescriptor {
      throw FileFailure(path, "nothing is open there to write to")
    } catch {
      throw FileFailure(path, "it cannot be written")
    }
    return true
  }

  /// Whether a path stands for something that is already open.
  static func isOne(_ path: FilePath) -> Bool {
    path.isAbsolute && (path == "/dev/stdin" || descriptor(path.string) != nil)
  }

  private static func descriptor(_ name: String) -> Int32? {
    if name == "/dev/stdout" { return 1 }
    if name == "/dev/stderr" { return 2 }
    for folder in ["/dev/fd/", "/proc/self/fd/"] where name.hasPrefix(folder) {
      return Int32(name.dropFirst(folder.count))
    }
    return nil
  }
}
