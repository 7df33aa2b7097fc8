internal import SystemPackage
internal import Subprocess

/// A temporary folder for one test.
package struct Scratch: Sendable {
  /// The folder.
  package let path: String

  /// Makes a new folder.
  package init() async throws {
    path = try await Program.run("mktemp", ["-d"]).output.split(separator: "\n").first.map(String.init) ?? "/tmp"
  }

  /// Writes a file and returns its path.
  @discardableResult
  package func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let file = path + "/" + name
    let descriptor = try FileDescriptor.open(
      FilePath(file), .writeOnly, options: [.create, .truncate], permissions: [.ownerReadWrite])
    try descriptor.closeAfter { _ = try descriptor.writeAll(Array(bytes)) }
    return file
  }

  /// Removes the folder.
  package func remove() async throws { _ = try await Program.run("rm", ["-rf", path]) }
}
