/// Base64 of RFC 4648, read strictly: no white space, no other alphabet, the padding where it belongs.
enum Base64 {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The bytes that a text stands for; nil if it is not base64.
  static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
    guard text.count % 4 == 0 else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(text.count / 4 * 3)
    var (bits, count, padding) = (UInt32(0), 0, 0)
    for byte in text {
      let value: UInt32
      switch byte {
      case 0x41...0x5A: value = UInt32(byte) - 0x41
      case 0x61...0x7A: value = UInt32(byte) - 0x61 + 26
      case 0x30...0x39: value = UInt32(byte) - 0x30 + 52
      case 0x2B: value = 62
      case 0x2F: value = 63
      case 0x3D: value = 0
      default: return nil
      }
      if byte == 0x3D { padding += 1 } else if padding > 0 { return nil }
      bits = bits << 6 | value
      count += 1
      if count == 4 {
        result += [UInt8(bits >> 16), UInt8(bits >> 8 & 0xFF), UInt8(bits & 0xFF)]
        (bits, count) = (0, 0)
      }
    }
    guard padding < 3 else { return nil }
    result.removeLast(padding)
    return result
  }

  /// The text for some bytes, with or without padding.
  static func encode(_ bytes: some Collection<UInt8>, padded: Bool = true) -> String {
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      let piece = rest.prefix(3)
      rest = rest.dropFirst(3)
      var bits: UInt32 = 0
      for place in 0..<3 { bits = bits << 8 | (place < piece.count ? UInt32(piece[piece.startIndex + place]) : 0) }
      for place in 0..<4 where place <= piece.count {
        result.append(letters[Int(bits >> (18 - 6 * UInt32(place)) & 63)])
      }
      if padded { result += [UInt8](repeating: 0x3D, count: 3 - piece.count) }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
