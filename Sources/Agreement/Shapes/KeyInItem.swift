internal import Diagnostics
internal import YAMLSyntax

extension Decoder {
  /// Reports a key with its date at the end of an item, where the next line was joined to it:
  /// `- Phones stay away reviewed: 2026-08-11`; says whether it did.
  mutating func reportKeyAtEnd(of item: NodeID) -> Bool {
    guard let key, let entry = document.entries(of: item).first(where: { _ in true }),
      document.kind(of: entry.value) == .scalar, document.style(of: entry.key) == .plain,
      CalendarDate(document.bytes(of: entry.value)) != nil
    else { return false }
    let range = document.range(of: entry.key)
    let bytes = document.source.bytes
    var word = Int(range.end)
    while word > Int(range.start), bytes[word - 1] != 0x20 { word -= 1 }
    var end = word
    while end > Int(range.start), bytes[end - 1] == 0x20 { end -= 1 }
    let name = String(decoding: bytes[word..<Int(range.end)], as: UTF8.self)
    // The list is under a key that should be next to the date.
    guard end > Int(range.start), let home = KeyHomes.home(of: Array(name.utf8).span),
      let root = document.root,
      document.entries(of: root).contains(where: { document.bytes(of: $0.key).equals(home) && $0.value == holder })
    else { return false }
    let newline = usesCRLF ? "\r\n" : "\n"
    strayed.insert(name)
    report(
      .yamlSyntax, at: SourceRange(word..<Int(range.end)), "`\(name)` begins a second key on this line",
      help: "press Enter before it, and start it in the same column as \(keyName)",
      fix: Fix(.unsafe, [Edit(SourceRange(end..<word), with: (newline + indentation(of: key)).utf8)]))
    return true
  }
}
