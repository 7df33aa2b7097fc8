/// The bytes of one file and the name to show for it.
package final class SourceFile: Sendable {
  /// The path as the user gave it, or the name to show for standard input.
  package let name: String
  /// Every byte of the file, including a byte order mark.
  package let bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The number of bytes of a UTF-8 byte order mark at the start: 0 or 3.
  package var byteOrderMarkCount: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }
}
