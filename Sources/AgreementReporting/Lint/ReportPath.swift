internal import TextSupport

/// Where a file is, the way services that read reports want it: relative to the root of its repository, whatever was
/// typed.
///
/// A file outside any repository keeps its full path. The bytes of a name are kept, because some names are not UTF-8.
package struct ReportPath: Hashable, Sendable {
  /// The path, with slashes.
  package let bytes: [UInt8]

  package init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  package init(_ text: String) { bytes = Array(text.utf8) }

  /// The path as text. Bytes that are not UTF-8 are shown as `\xE4`, so that two names never look the same.
  package var text: String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return RawText.text(bytes).unicodeScalars.map { scalar in
      let raw = RawText.bytes(String(scalar))
      return raw.count == 1 && raw[0] >= 0x80 ? "\\x" + Self.digits(raw[0]) : String(scalar)
    }.joined()
  }

  /// Whether it begins at the root of the file system.
  var isAbsolute: Bool { bytes.first == UInt8(ascii: "/") }

  /// The path as a URI reference: the unreserved characters of RFC 3986 and slashes stay, and everything else is
  /// percent-encoded.
  var uri: String {
    var uri = isAbsolute ? "file://" : ""
    for byte in bytes {
      let scalar = Unicode.Scalar(byte)
      switch scalar {
      case "0"..."9", "A"..."Z", "a"..."z", "-", ".", "/", "_", "~": uri.unicodeScalars.append(scalar)
      default: uri += "%" + Self.digits(byte)
      }
    }
    return uri
  }

  private static func digits(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count < 2 ? "0" + digits : digits
  }
}
