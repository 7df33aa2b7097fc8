internal import TextSupport

/// Where a file is, the way services that read reports want it: relative to the root of its repository, whatever was
/// typed.
///
/// A file outside any repository keeps its full path. The bytes of a name are kept, because some names are not UTF-8.
package struct ReportPath: Hashable, Sendable {
  /// The path, with slashes.
  package let bytes: [UInt8]

  /// Takes the bytes of a path.
  package init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  /// Takes a path as text.
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
  var isAbsolute: Bool { bytes.first == 0x2F }

  /// The path as a URI reference: the unreserved characters of RFC 3986 and slashes stay, and everything else is
  /// percent-encoded.
  var uri: String {
    var uri = isAbsolute ? "file://" : ""
    for byte in bytes {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
        uri.unicodeScalars.append(Unicode.Scalar(byte))
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
