internal import Repository
internal import SystemPackage

/// Text to be written after something that is known only at the end.
///
/// Anything beyond `limit` waits in a nameless file, which only this program can read and which disappears when it
/// ends. The alternative would be to compare everything twice.
struct Spool: ~Copyable {
  /// The number of bytes that wait in memory.
  private static let limit = 1 << 20

  private var bytes: [UInt8] = []
  private var file: FileDescriptor?
  private var cannotSpill = false

  mutating func add(_ text: String) throws(Errno) {
    bytes += text.utf8
    guard bytes.count > Self.limit, !cannotSpill else { return }
    if file == nil { file = .nameless(in: FilePath(Output.environment("TMPDIR") ?? "/tmp")) }
    guard let file else {
      // If no file can be made, memory has to do.
      cannotSpill = true
      return
    }
    _ = try Self.attempt { try file.writeAll(bytes) }
    bytes.removeAll(keepingCapacity: true)
  }

  /// Hands over everything, in pieces and in order.
  consuming func drain(_ take: ([UInt8]) -> Void) throws(Errno) {
    if let file {
      var offset: Int64 = 0
      var buffer = [UInt8](repeating: 0, count: 1 << 18)
      while true {
        let count = try Self.attempt {
          try buffer.withUnsafeMutableBytes { try file.read(fromAbsoluteOffset: offset, into: $0) }
        }
        if count == 0 { break }
        offset += Int64(count)
        take(Array(buffer[..<count]))
      }
      try? file.close()
    }
    take(bytes)
  }

  /// Files fail only with a system error number, which their functions do not declare in their types.
  private static func attempt<Value>(_ body: () throws -> Value) throws(Errno) -> Value {
    do {
      return try body()
    } catch {
      throw error as? Errno ?? .ioError
    }
  }
}
