package import SystemPackage
internal import TextSupport

extension FilePath {
  /// Takes a path as somebody typed it; see `RawText` for names that are not UTF-8.
  package init(typed text: String) {
    let bytes = RawText.bytes(text)
    // A path ends at the first zero byte, as it does for the system.
    self = unsafe (bytes.prefix { $0 != 0 } + [0]).map { CInterop.PlatformChar(bitPattern: $0) }.withUnsafeBufferPointer
    {
      name in
      unsafe name.baseAddress.map { unsafe FilePath(platformString: $0) } ?? FilePath()
    }
  }

  /// The path as text that can be converted back to the same bytes; see `RawText`.
  package var typed: String { RawText.text(bytes) }

  /// Its bytes.
  package var bytes: [UInt8] {
    unsafe withPlatformString { name in
      unsafe UnsafeBufferPointer(start: name, count: length).map { UInt8(bitPattern: $0) }
    }
  }
}
