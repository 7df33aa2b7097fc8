internal import SystemPackage

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A temporary folder that is removed, with everything in it, at the end of the scope that owns it, even if the test fails.
package struct Scratch: ~Copyable, Sendable {
  /// The folder.
  package let path: String

  /// Where temporary files go.
  static let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"

  /// Makes a new folder.
  package init() throws {
    var template = Array("\(Self.parent)/concord-test.XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Errno(rawValue: errno) }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { Self.remove(FilePath(path)) }

  /// Writes a file and returns its path.
  @discardableResult
  package func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    try Self.write(bytes, to: path + "/" + name)
  }

  /// Writes a file and returns its path.
  @discardableResult
  static func write(_ bytes: some Sequence<UInt8>, to file: String) throws -> String {
    let descriptor = try FileDescriptor.open(
      FilePath(file), .writeOnly, options: [.create, .truncate], permissions: [.ownerReadWrite])
    try descriptor.closeAfter { _ = try descriptor.writeAll(Array(bytes)) }
    return file
  }

  /// Links are removed, never followed; names may be any bytes, and a folder may have lost its permissions.
  private static func remove(_ path: FilePath) {
    path.withPlatformString { name in
      guard unlink(name) != 0, chmod(name, 0o700) == 0, let folder = opendir(name) else { return }
      var inside: [FilePath.Component] = []
      while let entry = readdir(folder) {
        let component = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { FilePath.Component(platformString: $0) }
        }
        if let component, component.kind == .regular { inside.append(component) }
      }
      closedir(folder)
      for component in inside { remove(path.appending(component)) }
      rmdir(name)
    }
  }
}
