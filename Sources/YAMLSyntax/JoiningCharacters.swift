/// Invisible characters that change how their neighbors are drawn, as emoji and the scripts of many languages require.
///
/// Each is allowed only where it has that effect: anywhere else, two texts that look alike could differ in it.
enum JoiningCharacters {
  /// Whether a format character is visible: the signs above numbers in Arabic, Syriac and Kaithi, and those that
  /// arrange hieroglyphs.
  static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0600...0x0605, 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x110BD, 0x110CD, 0x13430...0x1345F: true
    default: false
    }
  }

  /// Whether an invisible character has an effect between two others.
  static func belongs(_ scalar: Unicode.Scalar, after previous: UInt32, before next: () -> UInt32) -> Bool {
    guard let before = Unicode.Scalar(previous) else { return false }
    switch scalar.value {
    case 0x200C: return joinsLetters(before, next())
    case 0x200D:
      let after = next()
      return isEmoji(previous) && isEmoji(after) || joinsLetters(before, after)
    // The vowel separator and the variation selectors of Mongolian.
    case 0x180B...0x180F: return (0x1820...0x18AA).contains(previous)
    case 0xFE0E, 0xFE0F:
      // Digits are emoji only on a key: `1️⃣`.
      if previous < 0x80 { return before.properties.isEmoji && next() == 0x20E3 }
      return before.properties.isEmoji
        || [.otherSymbol, .mathSymbol].contains(before.properties.generalCategory)
    case 0xFE00...0xFE0D: return before.properties.isIdeographic || takesVariants(previous)
    // The variants of an ideograph, used to write Japanese names.
    case 0xE0100...0xE01EF: return before.properties.isIdeographic
    default: return false
    }
  }

  /// What a joiner may be next to in emoji: an emoji, with a color selector or a skin tone after it.
  private static func isEmoji(_ value: UInt32) -> Bool {
    value == 0xFE0F || value > 0xFF && Unicode.Scalar(value)?.properties.isEmoji == true
  }

  /// Whether a character joins letters or keeps them apart: letters of Indic scripts next to a sign that removes their
  /// vowel, and letters of Arabic, Persian, Syriac and related scripts.
  private static func joinsLetters(_ before: Unicode.Scalar, _ next: UInt32) -> Bool {
    guard let after = Unicode.Scalar(next) else { return false }
    func isVirama(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.canonicalCombiningClass == .virama }
    func isCursive(_ scalar: Unicode.Scalar) -> Bool {
      guard case 0x0600...0x08FF = scalar.value else { return false }
      return scalar.properties.isAlphabetic || CombiningMarks.isMark(scalar.value)
    }
    return isVirama(before) || before.value >= 0x0900 && isVirama(after) || isCursive(before) && isCursive(after)
  }

  /// Burmese and Phags-pa letters, and mathematical signs, that have standardized variants.
  private static func takesVariants(_ value: UInt32) -> Bool {
    switch value {
    case 0x1000...0x109F, 0x2200...0x22FF, 0x2A00...0x2AFF, 0xA840...0xA877, 0xAA60...0xAA7F: true
    default: false
    }
  }
}
