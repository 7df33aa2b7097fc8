internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

extension Decoder {
  /// Reads a text; a list or a mapping in its place is reported.
  mutating func text(_ node: NodeID) -> UInt32? {
    switch document.kind(of: node) {
    case .scalar:
      checkRetyping(node)
      return 0
    case .sequence:
      return listForText(node)
    case .mapping:
      if document.isFlow(node) { return bracesForText(node) }
      return wrongShape(
        node, expected: "a text",
        help:
          "put the text in quotes if the colon belongs to it; otherwise write it after `\(keyName.dropFirst().dropLast()):` on one line"
      )
    }
  }

  /// Reports a list where one text is required; its items go on one line. Always nil.
  private mutating func listForText(_ node: NodeID) -> UInt32? {
    if document.isFlow(node) {
      return wrongShape(
        node, expected: "a text", help: "put the text in quotes if the brackets belong to it; otherwise leave them out")
    }
    let items = document.items(of: node).prefix(20).map { $0 }
    let texts = items.map { document.kind(of: $0) == .scalar ? Folding.fold(document.string(of: $0)) : "" }
    let joined = texts.joined(separator: "; ")
    guard items.count < 20, !texts.contains(where: \.isEmpty), joined.count <= 200 else {
      return wrongShape(node, expected: "a text", help: "write the answer after the colon, without a dash")
    }
    return wrongShape(
      node, expected: "a text",
      help: "write it on one line, without dashes: `\(keyName.dropFirst().dropLast()): \(Self.plainText(joined))`")
  }

  /// Whether a mapping begins and ends with a brace; one that breaks off does not, and neither does `a: b` in brackets.
  private func isInBraces(_ node: NodeID) -> Bool {
    let whole = document.source.bytes[document.range(of: node).indices]
    return document.isFlow(node) && whole.count >= 2 && whole.first == 0x7B && whole.last == 0x7D
  }

  /// Reports braces around a text; always nil, so that a shape can return it.
  @discardableResult
  mutating func bracesForText(_ node: NodeID, inBrackets: Bool = false) -> UInt32? {
    let range = document.range(of: node)
    guard isInBraces(node) else {
      return wrongShape(node, expected: "a text", help: "a text that begins with `{` or `[` goes in quotes")
    }
    let inner = String(decoding: document.source.bytes[Int(range.start) + 1..<Int(range.end) - 1], as: UTF8.self)
      .trimmed
    // Quotes would join the lines, too, but the help does not show how.
    let isLine = !inner.contains { $0.isNewline }
    let bytes = Array(inner.utf8)
    if bytes.isEmpty || Placeholder.isPrompt(bytes.span) {
      return wrongShape(
        node, expected: "a text", help: "delete the braces and what is between them, and write your answer there")
    }
    // What is a key with a value in quotes, a list or a mapping is no text: in quotes, its signs would become part of one.
    let hasSigns =
      inner.utf8.contains { "\\[]{}".utf8.contains($0) }
      || ["\"", "'"].contains { inner.hasPrefix($0) || inner.contains(": " + $0) || inner.contains(":" + $0) }
    guard !hasSigns else {
      return wrongShape(
        node, expected: "a text",
        help: inBrackets
          ? "delete the brackets around the braces, or write the text in their place"
          : "write your answer in their place")
    }
    let quoted = Self.quoted(inner)
    report(
      .wrongShape, at: visibleRange(of: node), "text cannot begin with a brace, so this is not read as text",
      help: isLine ? "put the whole text in quotes: \(quoted)" : "put the whole text in quotes, without the braces",
      fix: isLine ? Fix(.unsafe, [Edit(range, with: quoted.utf8)]) : nil)
    return nil
  }

  /// Reads a text or a list of texts.
  mutating func textList(_ node: NodeID) -> UInt32? {
    switch document.kind(of: node) {
    case .scalar:
      checkRetyping(node)
      pending.append(Cell(.present, node))
      return commit(from: pending.count - 1)
    case .mapping:
      if document.isFlow(node) { return bracesForText(node) }
      return wrongShape(
        node, expected: "a text or a list of texts",
        help: "start each line with a dash and a space, and put it in quotes: `- \"\(excerptOfFirstEntry(node))\"`")
    case .sequence:
      let document = document
      let isFlow = document.isFlow(node)
      let start = pending.count
      var isWhole = true
      var items: [NodeID] = []
      var children = document.children(of: node)
      while let item = document.nextItem(&children) {
        if document.isAbsent(item) { continue }
        if isFlow { items.append(item) }
        if document.isEmptyText(item) { continue }
        if isListedText(item, inBrackets: isFlow) {
          pending.append(Cell(.present, item))
        } else {
          isWhole = false
        }
      }
      // Empty brackets count as nothing at all.
      let hasText = items.contains { !document.isEmptyText($0) }
      if isFlow, isWhole, hasText { reportBrackets(node, items: items) }
      let list = commit(from: start)
      return isWhole ? list : nil
    }
  }

  /// Whether an item of a list is a text: `- Harmon: strong` is the text `Harmon: strong`.
  private mutating func isListedText(_ item: NodeID, inBrackets: Bool) -> Bool {
    switch document.kind(of: item) {
    case .scalar:
      if isPageNumber(item) {
        report(
          .yamlSyntax, at: document.range(of: item),
          "this looks like a page number, but it is read as a list item",
          help: "delete the line; if it belongs to the list, put it in quotes")
        return false
      }
      // Brackets are reported as a whole, and removing them puts the texts in quotes.
      if !inBrackets { checkRetyping(item) }
      return true
    case .mapping where document.hasEntryText(item) && !document.isFlow(item):
      if reportKeyAtEnd(of: item) { return false }
      let range = document.range(of: item)
      let text = document.string(of: item)
      report(
        .textAsMapping, .mild, at: range,
        "this text has a colon in it, so other programs read \"\(excerpt(item))\" as a key and its value",
        help: "put the text in quotes: - \(Self.quoted(text))",
        fix: text.contains("\n") || isAfterQuestionMark(item)
          ? nil : Fix(.safe, [Edit(range, with: Self.quoted(text).utf8)]))
      return true
    case .mapping where isInBraces(item):
      bracesForText(item, inBrackets: inBrackets)
      return false
    case .mapping:
      var colons = 0
      for _ in document.entries(of: item) { colons += 1 }
      wrongShape(
        item, expected: "a list of texts",
        help: colons > 1
          ? "give each line its own dash, and put it in quotes: `- \"\(excerptOfFirstEntry(item))\"`"
          : "write one line for each item, in quotes if it has a colon in it")
      return false
    case .sequence:
      report(
        .wrongShape, at: visibleRange(of: item), "\(keyName) takes a list of texts, but here is a list inside a list",
        help: "write one dash for each text, all in the same column")
      return false
    }
  }

  /// Whether a question mark begins an item, as in `- ? who decides`. YAML takes it as syntax, so it is not in the
  /// item's text.
  private func isAfterQuestionMark(_ item: NodeID) -> Bool {
    document.source.bytes[Int(document.range(of: item).start)...].first == 0x3F
  }

  /// Whether an item is the rest of `- 2 -`, a page number at the foot of a page; the first dash is the item's.
  private func isPageNumber(_ item: NodeID) -> Bool {
    let bytes = document.bytes(of: item)
    guard (3...5).contains(bytes.count), document.style(of: item) == .plain, bytes[bytes.count - 1] == 0x2D,
      bytes[bytes.count - 2] == 0x20
    else { return false }
    return (0..<(bytes.count - 2)).allSatisfy { (0x30...0x39).contains(bytes[$0]) }
  }

  private func excerptOfFirstEntry(_ node: NodeID) -> String {
    for (key, value) in document.entries(of: node) {
      return document.kind(of: value) == .scalar ? "\(excerpt(key)): \(excerpt(value))" : "\(excerpt(key)): …"
    }
    return "…"
  }

  private mutating func reportBrackets(_ node: NodeID, items: [NodeID]) {
    let range = document.range(of: node)
    // Brackets are for ids.
    if items.allSatisfy(isKnownID) { return }
    // The text is missing, and quotes would only hide that.
    if items.allSatisfy({ Placeholder.isPrompt(document.bytes(of: $0)) || items.count == 1 && keepsPlace($0) }) {
      bracketedPrompts.append(range)
      return
    }
    let help =
      items.count > 1
      ? "write each item on its own line after a dash, or put it all in quotes if it is one item"
      : "leave the brackets out, or put the text in quotes if they belong to it"
    report(
      .textInBrackets, .mild, at: range,
      items.count > 1
        ? "this text in brackets is read as \(items.count) items, split at each comma"
        : "a text needs no brackets; they are not part of it",
      help: help, fix: bracketFix(node, items: items))
  }

  /// Whether a text is an id in the catalog or in the file.
  private func isKnownID(_ node: NodeID) -> Bool {
    guard document.kind(of: node) == .scalar else { return false }
    let bytes = document.bytes(of: node)
    guard Identifier.isValid(bytes) else { return false }
    return catalog.topicKeys.index(of: bytes) != nil || catalog.roleKeys.index(of: bytes) != nil
      || participants.index(of: bytes) != nil || campuses.index(of: bytes) != nil
      || bytes.count <= 60 && catalog.purposes.contains { $0.id == document.string(of: node) }
  }

  /// Whether the only text in brackets is a few words without a capital letter or a digit, as in `[names of teachers]`.
  private func keepsPlace(_ node: NodeID) -> Bool {
    guard document.kind(of: node) == .scalar, document.style(of: node) == .plain, document.textCount(of: node) <= 60
    else {
      return false
    }
    let text = document.string(of: node)
    return text.first?.isLowercase == true && !text.contains(where: \.isNumber)
      && text.split(separator: " ").count <= 6
  }

  /// Whether the part after a comma may continue the part before it, as in `[A new schedule, with shorter periods]`, so
  /// that the two are as likely one text.
  private func mayGoOn(_ node: NodeID, after first: NodeID) -> Bool {
    guard document.style(of: node) == .plain, document.style(of: first) == .plain else { return false }
    let text = document.string(of: node)
    guard text.first?.isLowercase == true else { return false }
    let word = text.prefix { $0.isLetter }
    return document.string(of: first).first?.isUppercase == true
      || ["and", "but", "or", "so", "which", "who", "with", "without"].contains(word)
  }

  /// The same texts without brackets, each in quotes, and on separate lines if there are several.
  private func bracketFix(_ node: NodeID, items: [NodeID]) -> Fix? {
    let texts = items.map { Self.quoted(document.string(of: $0)) }
    let range = document.range(of: node)
    if texts.count == 1 { return Fix(.safe, [Edit(range, with: texts[0].utf8)]) }
    if let first = items.first, items.dropFirst().contains(where: { mayGoOn($0, after: first) }) { return nil }
    guard let key, !isReadingItem, !texts.isEmpty else { return nil }
    let bytes = document.source.bytes
    let keyStart = Int(document.range(of: key).start)
    var lineStart = keyStart
    while lineStart > 0, bytes[lineStart - 1] != 0x0A, bytes[lineStart - 1] != 0x0D { lineStart -= 1 }
    // Only a block on separate lines can take the list: not a key inside braces, nor lines with mixed line endings.
    guard bytes[lineStart..<keyStart].allSatisfy({ $0 == 0x20 || $0 == 0x2D }) else { return nil }
    let colon = Int(document.range(of: key).end) + 1
    guard colon <= Int(range.start),
      !bytes[colon..<Int(range.end)].contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0x23 })
    else { return nil }
    let newline = bytes.firstIndex(of: 0x0A).map { $0 > 0 && bytes[$0 - 1] == 0x0D } == true ? "\r\n" : "\n"
    let indent = String(repeating: " ", count: keyStart - lineStart + 2)
    let list = texts.map { "\(newline)\(indent)- \($0)" }.joined()
    return Fix(.safe, [Edit(SourceRange(colon..<Int(range.end)), with: list.utf8)])
  }

  /// A text in quotes that every YAML reader reads as that text.
  static func quoted(_ text: String) -> String {
    if text.contains("\"") || text.contains("\\") {
      return "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
    }
    return "\"\(text)\""
  }
}

extension String {
  /// The text without white space at its ends.
  fileprivate var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start.prefix(start.count - start.reversed().prefix(while: \.isWhitespace).count))
  }
}
