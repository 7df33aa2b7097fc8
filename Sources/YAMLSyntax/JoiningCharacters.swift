/// Invisible characters that change how the characters beside them are drawn, as emoji and the scripts of many languages need them.
///
/// Each counts only where it does that: anywhere else two texts that look alike would differ in it.
enum JoiningCharacters {
  /// Whether a format character has a face of its own: the signs above numbers in Arabic, Syriac and Kaithi, and those that arrange
  /// hieroglyphs.
  static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0600...0x0605, 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x110BD, 0x110CD, 0x13430...0x1345F: true
    default: false
    }
  }

  /// Whether an invisible character does its work between two others.
  static func belongs(_ scalar: Unicode.Scalar, after previous: UInt32, before next: () -> UInt32) -> Bool {
    guard let before = Unicode.Scalar(previous) else { return false }
    switch scalar.value {
    case 0x200C: return joinsLetters(before, next())
    case 0x200D:
      let after = next()
      return isEmoji(previous) && isEmoji(after) || joinsLetters(before, after)
    // The vowel separator and the variants of Mongolian.
    case 0x180B...0x180F: return (0x1820...0x18AA).contains(previous)
    case 0xFE0E, 0xFE0F:
      // Digits are emoji only on a key: `1️⃣`.
      if previous < 0x80 { return before.properties.isEmoji && next() == 0x20E3 }
      return before.properties.isEmoji
        || [.otherSymbol, .mathSymbol].contains(before.properties.generalCategory)
    case 0xFE00...0xFE0D: return before.properties.isIdeographic || takesVariants(previous)
    // The variants of an ideograph, which names in Japan are written with.
    case 0xE0100...0xE01EF: return before.properties.isIdeographic
    default: return false
    }
  }

  /// What a joiner may be next to in emoji: an emoji, with the sign for color or a skin tone after it.
  private static func isEmoji(_ value: UInt32) -> Bool {
    value == 0xFE0F || value > 0xFF && Unicode.Scalar(value)?.properties.isEmoji == true
  }

  /// Whether letters are joined, or kept apart: those of the scripts of India after or before a sign that takes their vowel, and
  /// those of Arabic, Persian, Syriac and their relatives.
  private static func joinsLetters(_ before: Unicode.Scalar, _ next: UInt32) -> Bool {
    guard let after = Unicode.Scalar(next) else { return false }
    func isVirama(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.canonicalCombiningClass == .virama }
    func isCursive(_ scalar: Unicode.Scalar) -> Bool {
      guard case 0x0600...0x08FF = scalar.value else { return false }
      return scalar.properties.isAlphabetic || CombiningMarks.isMark(scalar.value)
    }
    return isVirama(before) || before.value >= 0x0900 && isVirama(after) || isCursive(before) && isCursive(after)
  }

  /// Letters of Burmese and Phags-pa, and signs of mathematics, that have standardized variants.
  private static func takesVariants(_ value: UInt32) -> Bool {
    switch value {
    case 0x1000...0x109F, 0x2200...0x22FF, 0x2A00...0x2AFF, 0xA840...0xA877, 0xAA60...0xAA7F: true
    default: false
    }
  }
}
