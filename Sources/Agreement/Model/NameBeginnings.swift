/// The first two letters of each part of some names, which rule out nearly every other word without looking at the
/// names.
package struct NameBeginnings: Sendable {
  private var bits: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  /// Adds a name.
  mutating func add(_ name: Span<UInt8>) {
    var previous: UInt8 = 0
    var index = 0
    while index < name.count {
      let byte = name[index]
      if !Self.isLetter(previous) {
        set(Self.place(Self.small(byte), index + 1 < name.count ? Self.small(name[index + 1]) : 0))
      }
      previous = byte
      index &+= 1
    }
  }

  /// Whether a part of a name may begin with two letters, in lower case.
  package func mayBegin(_ first: UInt8, _ second: UInt8) -> Bool {
    let place = Self.place(first, second)
    let bits =
      switch place &>> 6 {
      case 0: bits.0
      case 1: bits.1
      case 2: bits.2
      default: bits.3
      }
    return bits &>> UInt64(place & 63) & 1 != 0
  }

  private mutating func set(_ place: Int) {
    let bit: UInt64 = 1 &<< UInt64(place & 63)
    switch place &>> 6 {
    case 0: bits.0 |= bit
    case 1: bits.1 |= bit
    case 2: bits.2 |= bit
    default: bits.3 |= bit
    }
  }

  /// A hash below 256.
  private static func place(_ first: UInt8, _ second: UInt8) -> Int { Int(first &* 37 ^ second &* 5) }

  private static func small(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x80
  }
}
