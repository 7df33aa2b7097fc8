internal import Agreement
internal import Diagnostics
internal import YAMLSyntax

extension RuleID {
  static let placeholder = RuleID("placeholder")
}

extension Rule {
  static let placeholder = Rule(
    .placeholder, .error, .commitments, draft: true, source: .practice,
    summary: "a text that only keeps a place",
    rationale: """
      "TBD" in August is still "TBD" in May. Where something cannot be settled yet, the topic can be `open` with a date, and concord reminds
      you of it.
      """,
    failing: [
      Example(
        "format: 1\ntopics:\n  access:\n    classroom-access: ↓TBD↑\n", "this text only keeps a place",
        help: "write what you agree on; a topic that has to wait is `open:` with `until:`"),
      Example("format: 1\ncampuses:\n  brookside: ↓\"[name]\"↑\n", "this text only keeps a place"),
      Example("format: 1\nnorms:\n  agreed:\n    - ↓???↑\n", "this text only keeps a place"),
    ],
    passing: [
      Example("format: 1\ntopics:\n  access:\n    classroom-access: Doors are open; the sign for TBD days is red\n"),
      Example("format: 1\ncampuses:\n  brookside: \"[name] School\"\n"),
    ],
    check: .agreement { agreement, context in
      let document = agreement.document
      var found: [SourceRange] = []
      document.forEachValue { node in
        guard document.textCount(of: node) <= 60, document.textCount(of: node) > 0 else { return }
        let bytes = document.bytes(of: node)
        // The first letter tells for nearly all texts that they are none.
        switch bytes[0] {
        case 0x74, 0x54, 0x3F, 0x5B, 0x3C, 0x78, 0x58, 0x6C, 0x4C, 0x66, 0x46, 0x2E, 0x2D, 0x5F: break
        default: return
        }
        // Only the prompts in brackets, and `lorem ipsum`, are longer than a few words.
        guard bytes.count <= 20 || [0x5B, 0x3C, 0x6C, 0x4C].contains(bytes[0]) else { return }
        guard mayBeginPlaceholder(bytes) else { return }
        if isPlaceholder(bytes.string().lowercased()) { found.append(document.range(of: node)) }
      }
      guard !found.isEmpty else { return }
      let spoken = Set(context.reading.diagnostics.map(\.range.start))
      for range in found where !spoken.contains(range.start) {
        context.report(
          at: range, "this text only keeps a place",
          help: "write what you agree on; a topic that has to wait is `open:` with `until:`")
      }
    })

  private static let words: Set<String> = [
    "tbd", "tba", "tbc", "todo", "to do", "to be determined", "to be decided", "to be announced", "to be completed",
    "fixme",
    "xxx", "xx", "fill in", "fill this in", "text", "---", "___",
  ]

  /// Whether a text begins as one of the words above; most that share the first letter do not.
  private static func mayBeginPlaceholder(_ text: Span<UInt8>) -> Bool {
    func letter(_ index: Int) -> UInt8 { index < text.count ? text[index] | 0x20 : 0 }
    switch letter(0) {
    case 0x74 where letter(1) == 0x62: return text.count == 3
    case 0x74 where letter(1) == 0x65: return text.count == 4
    case 0x74: return letter(1) == 0x6F && (letter(2) == 0x64 || letter(2) == 0x20)
    case 0x66: return letter(1) == 0x69 && (letter(2) == 0x78 || letter(2) == 0x6C)
    case 0x78: return letter(1) == 0x78 && text.count <= 3
    case 0x6C: return letter(1) == 0x6F && letter(2) == 0x72
    default: return true
    }
  }

  private static func isPlaceholder(_ text: String) -> Bool {
    let plain = text.trimmed
    if plain.utf8.count < 20, words.contains(plain) { return true }
    if plain.hasPrefix("lorem ipsum") { return true }
    if plain.allSatisfy({ $0 == "?" || $0 == "." || $0 == "…" || $0 == "_" }) { return true }
    // `[name]`, `<your answer>`: one pair of brackets around everything.
    let pairs: [(Character, Character)] = [("[", "]"), ("<", ">")]
    return pairs.contains { open, close in
      plain.first == open && plain.last == close && plain.count > 2 && !plain.dropFirst().contains(open)
    }
  }
}
