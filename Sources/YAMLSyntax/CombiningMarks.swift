/// Marks that belong to the letter before them, such as accents.
///
/// Sorting a run of them into Unicode order takes time quadratic in their number, and every comparison of texts does
/// it. No language puts 30 on a letter (UAX #15, "Stream-Safe Text Format").
enum CombiningMarks {
  /// The most marks in a row.
  static let most = 30

  /// Whether a character is such a mark.
  static func isMark(_ scalar: UInt32) -> Bool {
    guard scalar >= 0x300, let scalar = Unicode.Scalar(scalar) else { return false }
    // Three Tibetan signs have no class themselves but are made of marks that do.
    return scalar.properties.canonicalCombiningClass != .notReordered || [0xF73, 0xF75, 0xF81].contains(scalar.value)
  }

  /// What is wrong with the last of so many marks in a row; nil if nothing is.
  static func trouble(_ count: Int) -> TroublesomeCharacter? { count > most ? .tooManyMarks : nil }
}
