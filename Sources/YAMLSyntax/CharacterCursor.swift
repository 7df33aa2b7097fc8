/// Converts libyaml's character offsets to byte offsets.
///
/// Marks come nearly in order, so one moving cursor is enough; in ASCII text the two offsets are the same.
struct CharacterCursor {
  private let isASCII: Bool
  private var character = 0
  private var byte = 0

  init(isASCII: Bool) { self.isASCII = isASCII }

  /// The byte offset of a character offset.
  mutating func byteOffset(_ target: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    if isASCII { return target }
    if target < character {
      character = 0
      byte = 0
    }
    while target - character >= 8, byte + 8 <= bytes.count {
      let word = unsafe UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: byte, as: UInt64.self)
      let continuations = ((word >> 7) & ~(word >> 6) & 0x0101_0101_0101_0101).nonzeroBitCount
      character += 8 - continuations
      byte += 8
    }
    while byte < bytes.count, character < target || (unsafe bytes[byte]) & 0xC0 == 0x80 {
      if unsafe bytes[byte] & 0xC0 != 0x80 { character += 1 }
      byte += 1
      while byte < bytes.count, unsafe bytes[byte] & 0xC0 == 0x80 { byte += 1 }
    }
    return byte
  }
}
