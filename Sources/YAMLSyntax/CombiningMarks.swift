/// Marks that go on the letter before them, such as accents.
///
/// To bring a run of them into the order of Unicode takes a time like the square of their number, and every comparison of texts
/// does it. No language puts 30 on a letter (UAX #15, "Stream-Safe Text Format").
enum CombiningMarks {
  /// The most marks in a row.
  static let most = 30

  /// Whether a character is such a mark.
  static func isMark(_ scalar: UInt32) -> Bool {
    guard scalar >= 0x300, let scalar = Unicode.Scalar(scalar) else { return false }
    // Three signs of Tibetan are in no class and are made of marks that are.
    return scalar.properties.canonicalCombiningClass != .notReordered || [0xF73, 0xF75, 0xF81].contains(scalar.value)
  }

  /// What is wrong with the last of so many marks in a row.
  static func trouble(_ count: Int) -> TroublesomeCharacter? { count > most ? .tooManyMarks : nil }
}
