/// A number made from bytes that is the same on every machine and in every run, unlike those of Swift's own hasher: FNV-1a with
/// 64 bits (Fowler, Noll and Vo).
///
/// It names things and shares them out; it protects nothing, for anybody can make two texts with one number.
public struct StableHash: Sendable {
  /// The number of what was added so far.
  public private(set) var value: UInt64

  /// Starts from nothing; another start gives other numbers.
  public init(start: UInt64 = 0xCBF2_9CE4_8422_2325) { value = start }

  /// Adds a byte.
  public mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
