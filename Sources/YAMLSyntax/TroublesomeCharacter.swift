/// A character that a person cannot see, or that makes programs disagree about the text.
struct TroublesomeCharacter {
  /// What it is.
  let message: String
  /// What to do about it.
  let help = "delete it and retype that spot"
  /// Whether some programs begin a new line at it.
  let isLineBreak: Bool

  /// More accents on one letter than any language has.
  static let tooManyMarks = TroublesomeCharacter(
    message: "more than \(CombiningMarks.most) accents or other marks are on one letter", isLineBreak: false)

  private init(message: String, isLineBreak: Bool) {
    self.message = message
    self.isLineBreak = isLineBreak
  }

  /// Nil for a character that may stand in an agreement; `previous` is the scalar before it.
  init?(_ scalar: UInt32, after previous: UInt32) {
    var name: String {
      "U+" + String(repeating: "0", count: max(0, 4 - String(scalar, radix: 16).count))
        + String(scalar, radix: 16, uppercase: true)
    }
    switch scalar {
    case 0x85, 0x2028, 0x2029:
      message = "there is an invisible line separator here (\(name))"
      isLineBreak = true
    case 0x80...0x9F, 0xFFFE, 0xFFFF, 0x1FFFE...0x1FFFF:
      message = "there is an invisible control character here (\(name))"
      isLineBreak = false
    case 0xAD:
      message = "there is an invisible soft hyphen here (\(name))"
      isLineBreak = false
    case 0x200D where previous >= 0x2600 && previous != 0xFEFF:
      return nil  // Joins emoji, as in a teacher's.
    case 0x180E, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xE0000...0xE007F:
      message = "there is an invisible character here (\(name))"
      isLineBreak = false
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
      message = "there is an invisible character here (\(name)) that can change the order in which text is shown"
      isLineBreak = false
    default:
      return nil
    }
  }
}

/// The encoding that older Windows programs call ANSI.
enum Windows1252 {
  private static let upperHalf: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]

  /// The character of a byte, unless the encoding has none.
  static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
    guard (0x80..<0xA0).contains(byte) else { return Unicode.Scalar(byte) }
    let value = upperHalf[Int(byte) - 0x80]
    return value == 0 ? nil : Unicode.Scalar(value)
  }
}
