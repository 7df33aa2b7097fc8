#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif
internal import SystemPackage

/// Text that is written after something that is known only at the end.
///
/// What is more than `limit` waits in a file without a name, which only this program can read and which goes when it ends. The other
/// way, to compare everything twice, would take twice the time.
struct Spool: ~Copyable {
  /// So many bytes wait in memory.
  private static let limit = 1 << 20

  private var bytes: [UInt8] = []
  private var file: FileDescriptor?
  private var cannotSpill = false

  /// Adds a text.
  mutating func add(_ text: String) throws(Errno) {
    bytes += text.utf8
    guard bytes.count > Self.limit, !cannotSpill else { return }
    if file == nil { file = Self.namelessFile() }
    guard let file else {
      // Where no file can be made, memory has to do.
      cannotSpill = true
      return
    }
    do {
      try file.writeAll(bytes)
    } catch let failure as Errno {
      throw failure
    } catch {
      throw .ioError
    }
    bytes.removeAll(keepingCapacity: true)
  }

  /// Hands over everything, in pieces and in order.
  consuming func drain(_ take: ([UInt8]) -> Void) throws(Errno) {
    if let file {
      var offset: Int64 = 0
      var buffer = [UInt8](repeating: 0, count: 1 << 18)
      while true {
        let count: Int
        do {
          count = try buffer.withUnsafeMutableBytes { try file.read(fromAbsoluteOffset: offset, into: $0) }
        } catch let failure as Errno {
          throw failure
        } catch {
          throw .ioError
        }
        if count == 0 { break }
        offset += Int64(count)
        take(Array(buffer[..<count]))
      }
      try? file.close()
    }
    take(bytes)
  }

  private static func namelessFile() -> FileDescriptor? {
    let named = Output.environment("TMPDIR") ?? ""
    let folder = named.isEmpty ? "/tmp" : named
    var template = Array("\(folder)/concord.XXXXXX".utf8CString)
    let descriptor = template.withUnsafeMutableBufferPointer { name -> CInt in
      guard let start = name.baseAddress else { return -1 }
      let descriptor = mkstemp(start)
      if descriptor >= 0 {
        unlink(start)
        // git, which this program may start, has no business with it.
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      }
      return descriptor
    }
    return descriptor >= 0 ? FileDescriptor(rawValue: descriptor) : nil
  }
}
