internal import TextSupport
internal import YAMLSyntax

/// Texts that only keep a place until somebody writes the real one: "TBD", "???", "[name]".
public enum Placeholder {
  /// Whether a text only keeps a place; nearly all texts are ruled out by their first bytes.
  public static func keepsPlace(_ text: Span<UInt8>) -> Bool {
    guard text.count > 0, mayBegin(text) else { return false }
    if text[0] | 0x20 == 0x6C { return text.extracting(first: 11).string().lowercased() == "lorem ipsum" }
    return text.count <= 60 && keepsPlace(text.string().lowercased())
  }

  /// Whether a text that stands in brackets asks for another one, as "Your answer here" does, and "The coach" does not.
  static func isPrompt(_ text: Span<UInt8>) -> Bool {
    guard text.count > 0, text.count <= 40 else { return false }
    if keepsPlace(text) { return true }
    let words = text.string().lowercased().split { !($0.isLetter || $0.isNumber || $0 == "'") }.map(String.init)
    return words.contains(where: asking.contains)
      && words.allSatisfy { asking.contains($0) || besideAsking.contains($0) }
  }

  /// Whether a text may be one; most that share the first letter are none.
  private static func mayBegin(_ text: Span<UInt8>) -> Bool {
    func letter(_ index: Int) -> UInt8 { index < text.count ? text[index] | 0x20 : 0 }
    func ends(_ index: Int) -> Bool { !(0x61...0x7A).contains(letter(index)) }
    switch letter(0) {
    case 0x74 where letter(1) == 0x62: return ends(3)
    case 0x74 where letter(1) == 0x65: return letter(2) == 0x78 && ends(4) && text.count <= 8
    case 0x74 where letter(1) == 0x6F:
      return letter(2) == 0x64 || letter(2) == 0x20 && [0x62, 0x64].contains(letter(3))
    case 0x66: return letter(1) == 0x69 && (letter(2) == 0x78 || letter(2) == 0x6C) && text.count <= 40
    case 0x78: return letter(1) == 0x78
    case 0x6C: return letter(1) == 0x6F && letter(2) == 0x72
    // `?` `.` `-` `(` `<` are the same with the bit of small letters; `_` `[` `{` become others.
    case 0x3F, 0x2E, 0x2D, 0x28, 0x3C, 0x7F, 0x7B: return true
    case 0xE2: return text.count >= 3 && text[1] == 0x80
    default: return false
    }
  }

  /// Whether a text in small letters is one.
  private static func keepsPlace(_ text: String) -> Bool {
    let plain = bare(text, of: " ")
    if plain.allSatisfy({ $0 == "?" || $0 == "." || $0 == "…" || $0 == "_" }) { return true }
    if plain == "---" || plain == "–––" || plain == "———" { return true }
    // `[name]`, `<your answer>`: one pair of brackets around everything.
    let whole = bare(plain, of: " .!?…")
    let pairs: [(Character, Character)] = [("[", "]"), ("<", ">"), ("{", "}")]
    let isBracketed = pairs.contains { open, close in
      whole.first == open && whole.last == close && whole.count > 2 && !whole.dropFirst().contains(open)
    }
    if isBracketed { return true }
    // "TODO: ask Reyes" says what is to be done, and not what was agreed.
    let head = plain.prefix { $0 != ":" }
    if head.count < plain.count, marks.contains(bare(head, of: " (*")) { return true }
    let parts = plain.split { "/,;|".contains($0) }.map { bare($0, of: " .!?:…*-–—_()\"'“”") }
    return !parts.isEmpty
      && parts.allSatisfy { part in
        marks.contains(part) || words.contains(part) || part.count > 1 && part.allSatisfy { $0 == "x" }
      }
  }

  /// A text without some characters at both ends.
  private static func bare(_ text: some StringProtocol, of stray: String) -> String {
    var result = Substring(text)
    while let first = result.first, stray.contains(first) { result = result.dropFirst() }
    while let last = result.last, stray.contains(last) { result = result.dropLast() }
    return String(result)
  }

  private static let marks: Set<String> = ["fixme", "tba", "tbc", "tbd", "to do", "todo"]

  private static let words: Set<String> = [
    "fill in", "fill this in", "text", "to be added", "to be announced", "to be completed", "to be confirmed",
    "to be decided", "to be determined", "to be filled in",
  ]

  private static let asking: Set<String> = [
    "answer", "answers", "date", "describe", "enter", "fill", "here", "insert", "name", "number", "text", "type",
    "write", "your",
  ]

  private static let besideAsking: Set<String> = [
    "a", "an", "coach", "coach's", "full", "how", "in", "many", "much", "of", "often", "person", "place", "principal",
    "principal's", "school", "the", "this", "time", "title", "topic", "what", "when", "where", "who", "why",
  ]
}
