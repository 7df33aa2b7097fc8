/// A hash that is the same on every machine and in every run, unlike those of Swift's own hasher: 64-bit FNV-1a
/// (Fowler, Noll and Vo).
///
/// It names and distributes things. It protects nothing, because anybody can make two texts with the same hash.
package struct StableHash: Sendable {
  /// The hash of everything added so far.
  package private(set) var value: UInt64

  /// Starts a hash; another start gives other hashes.
  package init(start: UInt64 = 0xCBF2_9CE4_8422_2325) { value = start }

  /// Adds a byte.
  package mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// Adds a text.
  package mutating func add(_ text: String) { for byte in text.utf8 { add(byte) } }

  /// The hash as 16 hexadecimal digits.
  package var digits: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// A fingerprint of a text, as 32 hexadecimal digits. Two hashes with different starts make 128 bits; nobody gains
  /// anything from a collision.
  package static func fingerprint(of text: String) -> String {
    var (first, second) = (StableHash(), StableHash(start: 0x6C62_272E_07BB_0142))
    for byte in Array(text.utf8) {
      first.add(byte)
      second.add(byte)
    }
    return first.digits + second.digits
  }
}
