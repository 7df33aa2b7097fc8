/// A hash of many bytes, eight at a time: equal texts have equal hashes within one run of the program.
///
/// The steps are those of a multiply-and-fold hash (W. Yi, "wyhash"), without its tricks for short keys. It costs an
/// eighth of `StableHash`, which matters because every answer of an archive is hashed. Like `StableHash`, it protects
/// nothing.
package struct BlockHash: Sendable {
  /// The hash of everything added so far.
  package private(set) var value: UInt64 = 0x2D35_8DCC_AA6C_78A5

  /// Starts a hash.
  package init() {}

  /// Adds a text; the same bytes in other pieces give another hash.
  package mutating func add(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBytes { bytes in
      var index = 0
      if bytes.count >= 64 {
        // Two hashes, so that one product does not have to wait for the other.
        var other = BlockHash()
        while index + 16 <= bytes.count {
          unsafe mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
          unsafe other.mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self)))
          index += 16
        }
        mix(other.value)
      }
      while index + 8 <= bytes.count {
        unsafe mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
        index += 8
      }
      var rest: UInt64 = 0
      for place in index..<bytes.count { unsafe rest |= UInt64(bytes[place]) << (8 * UInt64(place - index)) }
      mix(rest)
      mix(UInt64(bytes.count))
    }
  }

  private mutating func mix(_ block: UInt64) {
    let product = (value ^ block).multipliedFullWidth(by: 0x8BB8_4B93_962E_ACC9)
    value = product.high ^ product.low
  }
}
