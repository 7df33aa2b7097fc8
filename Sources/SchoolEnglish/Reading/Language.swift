/// The language of a text, as far as its function words show.
enum Language {
  /// Function words of other languages that look like no English word.
  private static let foreign: Set<String> = [
    "aux", "avec", "cada", "ces", "cette", "chaque", "como", "con", "cuando", "dans", "das", "de", "deben", "del",
    "dem", "der", "des", "du", "ein", "eine", "el", "en", "es", "est", "está", "für", "hay", "il", "ist", "la", "las",
    "le", "les", "lo", "los", "mais", "mit", "más", "nicht", "nos", "não", "ou", "para", "pas", "pero", "por", "pour",
    "que", "quand", "quando", "qui", "sans", "se", "sin", "sobre", "su", "sur", "sus", "um", "uma", "un", "una", "und",
    "une", "y", "zu",
  ]

  static func isEnglish(_ words: [Word]) -> Bool {
    var (english, others) = (0, 0)
    for word in words {
      if word.traits.contains(.small) {
        english += 1
      } else if foreign.contains(word.text) {
        others += 1
      } else if let first = word.text.unicodeScalars.first, first.value >= 0x370, first.properties.isAlphabetic,
        !(0x1E00...0x2BFF).contains(first.value)
      {
        others += 1
      }
    }
    return others == 0 || others <= english
  }
}
