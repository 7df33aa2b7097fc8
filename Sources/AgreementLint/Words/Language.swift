internal import Agreement
internal import Diagnostics
internal import YAMLSyntax
internal import SchoolEnglish

/// The language that most of an agreement is written in, judged by a sample of its function words.
///
/// The word lists of the rules are American English; in other languages they would find nothing, or the wrong thing.
enum Language {
  /// The first text that was looked at, if most texts are in a language other than English.
  static func firstForeignText(in agreement: Agreement) -> Text? {
    var sample = Sample()
    var first: Text?
    let document = agreement.document
    func isSettled(by texts: List<Text>) -> Bool {
      for text in texts {
        if first == nil { first = text }
        sample.add(document.bytes(of: text.node))
        if sample.isSettled { return true }
      }
      return false
    }
    let topics = agreement.topics
    for place in topics.answers.indices {
      guard case .present(let located) = topics.answers[place].part, case .agreed(let texts) = located.value.state
      else { continue }
      if isSettled(by: texts) { return sample.isForeign ? first : nil }
    }
    let focus = agreement.content.focus.value
    for texts in [
      agreement.content.norms.value?.agreed.value, focus?.challenges.value, focus?.strengths.value,
      focus?.expectedResults.value,
    ] {
      if isSettled(by: texts ?? []) { break }
    }
    return sample.isForeign ? first : nil
  }

  private struct Sample {
    private var english = 0
    private var foreign = 0
    /// The first few different words: thirty answers of "NA" are one word and do not make a language.
    private var different: [WordLetters] = []

    /// Whether the sample is large enough to decide.
    var isSettled: Bool { english >= 12 && english > 4 * foreign || english + foreign > 200 }

    /// Whether there is enough of another language; a few answers in one do not make the file foreign.
    var isForeign: Bool { foreign >= 6 && foreign > 2 * english && different.count == Self.enough }

    private static var enough: Int { 4 }

    private mutating func addForeign(_ word: WordLetters) {
      foreign += 1
      if different.count < Self.enough, !different.contains(word) { different.append(word) }
    }

    /// Counts the function words of a text.
    mutating func add(_ text: Span<UInt8>) {
      var index = 0
      let end = min(text.count, 400)
      while index < end {
        guard Self.isWordByte(text[index]) else {
          index += 1
          continue
        }
        let start = index
        var word = WordLetters()
        while index < end, Self.isWordByte(text[index]) {
          if index - start < WordLetters.most {
            let byte = text[index]
            word.set((0x41...0x5A).contains(byte) ? byte | 0x20 : byte, at: index - start)
          }
          index += 1
        }
        if Self.isOfAnotherScript(text[start]) {
          addForeign(word)
        } else if index - start <= 7 {
          if englishWords.contains(word) { english += 1 } else if foreignWords.contains(word) { addForeign(word) }
        }
      }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 }

    /// Whether a character belongs to a script other than Latin; E2 also begins dashes and quotation marks.
    private static func isOfAnotherScript(_ first: UInt8) -> Bool {
      (0xCE...0xDF).contains(first) || (0xE0...0xED).contains(first) && first != 0xE2
    }
  }

  private static let englishWords = letters([
    "after", "all", "and", "any", "are", "at", "be", "been", "before", "by", "each", "every", "first", "for", "from",
    "has", "have", "if", "is", "it", "may", "never", "not", "of", "only", "our", "out", "room", "school", "staff",
    "teacher", "team", "teams", "that", "the", "their", "them", "they", "this", "to", "two", "up", "we", "week",
    "weeks", "what", "when", "where", "which", "who", "will", "with", "without", "work", "yes",
  ])

  private static let foreignWords = letters([
    "aan", "al", "ao", "aos", "au", "auf", "aus", "aux", "avec", "bei", "cada", "ce", "cette", "chaque", "chez",
    "como", "con", "cuando", "các", "của", "da", "dans", "das", "de", "deben", "degli", "dei", "del", "della", "delle",
    "dem", "den", "der", "des", "di", "dos", "du", "durch", "e", "een", "ein", "eine", "einem", "einen", "einer", "el",
    "em", "en", "entre", "es", "est", "esta", "está", "et", "für", "hay", "het", "il", "ils", "ist", "je", "jede",
    "jeden", "la", "las", "le", "les", "leur", "lo", "los", "lui", "mais", "mit", "na", "nach", "nas", "ne", "ni",
    "nicht", "nos", "nou", "nous", "nuestra", "nur", "não", "ogni", "os", "ou", "oui", "para", "pas", "pela", "pelo",
    "perché", "pero", "più", "por", "pou", "pour", "quand", "quando", "que", "qui", "sans", "se", "sein", "ses",
    "sich", "sie", "sim", "sin", "sind", "się", "sobre", "su", "sur", "sus", "são", "także", "um", "uma", "un", "una",
    "und", "une", "uno", "van", "vom", "von", "và", "w", "wenn", "werden", "wir", "wird", "y", "yo", "z", "zu", "zum",
    "zur", "à", "él", "één", "über",
  ])

  private static func letters(_ words: [String]) -> Set<WordLetters> {
    Set(
      words.map { word in
        var word = word
        return word.withUTF8 { unsafe WordLetters($0) }
      })
  }
}
