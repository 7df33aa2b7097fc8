package import SystemPackage
internal import TextSupport

extension FilePath {
  /// Takes a path as somebody typed it; see `RawText` for names that are not UTF-8.
  package init(typed text: String) {
    let bytes = RawText.bytes(text)
    // A path ends at the first zero byte, as it does for the system.
    self = (bytes.prefix { $0 != 0 } + [0]).map { CInterop.PlatformChar(bitPattern: $0) }.withUnsafeBufferPointer {
      name in
      name.baseAddress.map { FilePath(platformString: $0) } ?? FilePath()
    }
  }

  /// The path as text that can be converted back to the same bytes; see `RawText`.
  package var typed: String { RawText.text(bytes) }

  /// Its bytes.
  package var bytes: [UInt8] {
    withPlatformString { name in
      UnsafeBufferPointer(start: name, count: length).map { UInt8(bitPattern: $0) }
    }
  }
}
