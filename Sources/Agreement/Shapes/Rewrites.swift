internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

extension Decoder {
  /// Reports a text or a list where lines with keys are required; always nil, so that a shape can return it.
  @discardableResult
  mutating func keysMissing(_ node: NodeID, _ mapping: MappingDescription) -> UInt32? {
    let expected = ShapeDescription.mapping(mapping).name
    if let dashes = dashesBeforeKeys(node, mapping) {
      return wrongShape(
        node, expected: expected, help: "replace the dash before each of these lines with two spaces",
        fix: Fix(.unsafe, dashes.map { Edit($0, with: "  ".utf8) }))
    }
    if let key, !isReadingItem, let inner = textKey(mapping, of: document.string(of: key), value: node) {
      let (help, fix) = wrapped(node, under: inner, of: key)
      return wrongShape(node, expected: expected, help: help, fix: fix)
    }
    if document.kind(of: node) == .scalar, mapping.fields.contains(where: { $0.key == "until" }), let key {
      let indent = indentation(of: key)
      return wrongShape(
        node, expected: expected,
        help:
          "write the date and the reason on lines of their own:\n\(indent)open:\n\(indent)  until: the date, as in \(sampleDate)\n\(indent)  why: \(Self.plainText(excerpt(node)))"
      )
    }
    if let help = itemHelp(node, mapping) { return wrongShape(node, expected: expected, help: help) }
    let lines = mapping.fields.prefix(3).map { "`\($0.key):`" }
    return wrongShape(
      node, expected: expected,
      help:
        "write \(Prose.list(lines)) on lines of their own below \(isReadingItem ? "the dash" : "\(keyName.dropLast()):`"), each starting two spaces further right"
    )
  }

  /// The lines to write for a promise or a meeting written as a sentence, keeping that sentence.
  func itemHelp(_ node: NodeID, _ mapping: MappingDescription) -> String? {
    guard document.kind(of: node) == .scalar, document.textCount(of: node) <= 200 else { return nil }
    let keys = mapping.fields.map(\.key)
    let text = Folding.fold(document.string(of: node))
    let indent =
      isReadingItem
      ? String(repeating: " ", count: max(2, column(of: node)) - 2)
      : (key.map { indentation(of: $0) } ?? "") + "  "
    let lead = isReadingItem ? "write" : "leave \(keyName.dropLast()):` alone on its line, and write below it"
    if keys.contains("does"), keys.contains("owner") {
      let owner = participants.words.first { text.lowercased().hasPrefix($0 + " ") }
      return
        "\(lead):\n\(indent)- owner: \(owner ?? "the id of the person who promises it")\n\(indent)  does: \(Self.plainText(text))"
    }
    if keys.contains("what"), keys.contains("every") {
      let date = dateAtEnd(of: text)
      return
        "\(lead):\n\(indent)- what: \(Self.plainText(text))\n\(indent)  date: \(date?.description ?? "the day, as in \(sampleDate)")"
        + (date == nil ? "; a meeting that repeats has `every:` and `weekday:` instead of `date:`" : "")
    }
    return nil
  }

  /// The characters before a node on its line.
  private func column(of node: NodeID) -> Int {
    let start = Int(document.range(of: node).start)
    return start - lineStart(of: start)
  }

  /// The day at the end of a text: "Fall review on October 14".
  private func dateAtEnd(of text: String) -> CalendarDate? {
    let words = text.split(separator: " ").map(String.init)
    for count in [4, 3, 2, 1] where words.count > count {
      let tail = words.suffix(count).joined(separator: " ")
      if let date = DateGuess.date(in: tail) ?? CalendarDate(Array(tail.utf8)) ?? dateInYear(tail) { return date }
    }
    return nil
  }

  /// The dashes of a list in which every item is one line with a key of the mapping: `- shared: Teams`,
  /// `- private: Rooms`.
  private func dashesBeforeKeys(_ node: NodeID, _ mapping: MappingDescription) -> [SourceRange]? {
    guard document.kind(of: node) == .sequence, !document.isFlow(node) else { return nil }
    var seen: Set<String> = []
    var result: [SourceRange] = []
    for item in document.items(of: node) {
      guard document.kind(of: item) == .mapping, !document.isFlow(item) else { return nil }
      for (key, _) in document.entries(of: item) {
        let word = document.string(of: key)
        guard mapping.fields.contains(where: { $0.key == word }), seen.insert(word).inserted else { return nil }
      }
      let start = Int(document.range(of: item).start)
      guard start >= 2, document.source.bytes[start - 2..<start].elementsEqual("- ".utf8) else { return nil }
      result.append(SourceRange(start - 2..<start))
    }
    return result.isEmpty ? nil : result
  }

  /// The key under which a text or list goes when it was written in place of the whole mapping.
  func textKey(_ mapping: MappingDescription, of key: String, value: NodeID? = nil) -> String? {
    let field = mapping.fields.first { $0.key == key && $0.shape.isMapping }
    let mapping = field?.shape.table ?? mapping
    let keys = mapping.fields.map(\.key)
    let text = value.flatMap { document.kind(of: $0) == .scalar ? document.string(of: $0) : nil }
    if keys.contains("schedule") { return value.map { document.kind(of: $0) == .sequence } ?? true ? "schedule" : nil }
    if keys.contains("agreed"), keys.contains("reviewed") { return "agreed" }
    if keys.contains("how") { return text.flatMap { DateGuess.date(in: $0) } == nil ? "how" : "due" }
    if keys.contains("until"), let text, DateGuess.date(in: text) ?? dateInYear(text) != nil { return "until" }
    if keys.contains("facilitator"), let text, DateGuess.date(in: text) != nil { return "date" }
    return nil
  }

  /// How to insert a key between another key and what was written after it.
  private func wrapped(_ node: NodeID, under inner: String, of key: NodeID) -> (help: String, fix: Fix?) {
    let range = document.range(of: node)
    let keyRange = document.range(of: key)
    let word = document.string(of: key)
    let column = Int(keyRange.start) - lineStart(of: Int(keyRange.start))
    let bytes = document.source.bytes
    let newline = usesCRLF ? "\r\n" : "\n"
    let indent = String(repeating: " ", count: column + 2)
    let isPlainPlace = bytes[lineStart(of: Int(keyRange.start))..<Int(keyRange.start)].allSatisfy {
      $0 == 0x20 || $0 == 0x2D
    }
    let colon = Int(keyRange.end) + 1
    let isSameLine = lineStart(of: Int(range.start)) == lineStart(of: Int(keyRange.start))
    if isSameLine {
      let text = String(decoding: bytes[range.indices], as: UTF8.self)
      let isOneLine = !text.contains { $0.isNewline }
      let date =
        inner == "until" || inner == "due" || inner == "date"
        ? DateGuess.date(in: document.string(of: node)) ?? dateInYear(document.string(of: node)) : nil
      let value = date.map(\.description) ?? text
      return (
        isOneLine && value.count <= 70
          ? "write two lines:\n\(indent.dropFirst(2))\(word):\n\(indent)\(inner): \(value)"
          : "write `\(inner):` and the text on a line of its own below `\(word):`, starting two spaces further right",
        isPlainPlace && isOneLine && colon <= Int(range.start)
          ? Fix(
            .unsafe, [Edit(SourceRange(colon..<Int(range.end)), with: "\(newline)\(indent)\(inner): \(value)".utf8)])
          : nil
      )
    }
    let start = lineStart(of: Int(range.start))
    let valueColumn = Int(range.start) - start
    let isDeeper = valueColumn > column
    return (
      "write `\(inner):` on a line of its own below `\(word):`, starting two spaces further right\(isDeeper ? "" : "; and put two spaces before each line below it")",
      isPlainPlace && isDeeper && valueColumn >= column + 2
        ? Fix(.unsafe, [Edit(insert: "\(indent)\(inner):\(newline)", at: start)]) : nil
    )
  }

  /// The spaces before a key, counting a dash before it as a space.
  func indentation(of key: NodeID) -> String {
    let start = Int(document.range(of: key).start)
    return String(repeating: " ", count: start - lineStart(of: start))
  }

  /// Whether lines in the file end as on Windows.
  var usesCRLF: Bool {
    let bytes = document.source.bytes
    return bytes.firstIndex(of: 0x0A).map { $0 > 0 && bytes[$0 - 1] == 0x0D } == true
  }
}
