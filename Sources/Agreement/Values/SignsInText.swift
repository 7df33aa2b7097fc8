/// The signs of a placeholder in a text, found in one pass, so that each kind of placeholder is tried only where it is
/// possible.
struct SignsInText: OptionSet {
  let rawValue: UInt8

  /// `_`, a line to write on.
  static let blank = SignsInText(rawValue: 1)
  /// `$`, or letters that stand for an amount or a name.
  static let money = SignsInText(rawValue: 2)
  /// A character that opens a prompt.
  static let bracket = SignsInText(rawValue: 4)
  static let colon = SignsInText(rawValue: 8)
  /// A character that divides a text into parts.
  static let separator = SignsInText(rawValue: 16)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Looks at a text in lower case. A character beyond ASCII may be a dash or a bracket of another script.
  init(_ text: String) {
    self = []
    var before: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case 0x5F: insert(.blank)
      case 0x24: insert(.money)
      case 0x78 where before == 0x78: insert(.money)
      case 0x3C, 0x5B, 0x7B: insert(.bracket)
      case 0x3A: insert(.colon)
      case 0x28, 0x29, 0x2C, 0x2D, 0x2F, 0x3B, 0x7C: insert(.separator)
      // `«`
      case 0xAB where before == 0xC2: insert(.bracket)
      case 0x80...: formUnion([.colon, .separator])
      default: break
      }
      before = byte
    }
  }
}
