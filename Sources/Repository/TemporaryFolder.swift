#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif
internal import Synchronization
internal import SystemPackage

/// A folder for files that another program has to read by their names; nobody else can, and it goes away with its owner.
final class TemporaryFolder: Sendable {
  private let path: FilePath
  private let names = Mutex(Set<FilePath>())

  init() throws(FileFailure) {
    let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? ""
    let above = FilePath(typed: parent.isEmpty ? "/tmp" : parent).absolute
    var name = unsafe above.appending("concord.XXXXXX").withPlatformString {
      unsafe Array(UnsafeBufferPointer(start: $0, count: strlen($0) + 1))
    }
    let isMade = unsafe name.withUnsafeMutableBufferPointer { name in
      unsafe name.baseAddress.map { unsafe mkdtemp($0) != nil } ?? false
    }
    guard isMade else {
      throw FileFailure(above, writing: Errno(rawValue: errno))
    }
    path = unsafe name.withUnsafeBufferPointer {
      unsafe $0.baseAddress.map { unsafe FilePath(platformString: $0) } ?? above
    }
  }

  deinit { remove() }

  /// Writes a file, and returns where it is.
  func write(_ bytes: [UInt8], as name: String) throws(FileFailure) -> FilePath {
    let file = path.appending(name)
    do {
      let open = try FileDescriptor.open(
        file, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec], permissions: .ownerReadWrite)
      names.withLock { _ = $0.insert(file) }
      _ = try open.closeAfter { try open.writeAll(bytes) }
    } catch {
      throw FileFailure(file, writing: error as? Errno ?? .ioError)
    }
    return file
  }

  /// Removes a file.
  func remove(_ file: FilePath) {
    names.withLock { _ = $0.remove(file) }
    _ = unsafe file.withPlatformString { unsafe unlink($0) }
  }

  /// Removes the folder and everything that was written into it.
  func remove() {
    let files = names.withLock { names in
      defer { names = [] }
      return names
    }
    for file in files { _ = unsafe file.withPlatformString { unsafe unlink($0) } }
    _ = unsafe path.withPlatformString { unsafe rmdir($0) }
  }
}
