internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

extension Decoder {
  /// Reports an outermost key written too far inside; its contents are not reported as missing, too.
  mutating func reportMisplaced(_ node: NodeID) {
    let word = document.string(of: node)
    misplaced.insert(word)
    let value = document.value(ofKey: node)
    let above = textKey(AgreementContent.table, of: word).flatMap { inner in
      document.kind(of: value) != .mapping && !document.isAbsent(value)
        ? "; and write `\(inner):` on a line of its own below `\(word):`, starting two spaces further right" : nil
    }
    let holder = key.map { "`\(excerpt($0))`" }
    report(
      .unknownKey, at: document.range(of: node),
      "`\(word)` is a separate part\(holder.map { ", and does not belong under \($0)" } ?? "")",
      help:
        "move it and the lines below it to the end of\(holder.map { " \($0)" } ?? " this part"), with `\(word):` at the left edge of the page\(above ?? "")"
    )
  }

  /// Reports a key that the mapping does not have; returns the index of the key that was surely meant.
  mutating func reportUnknownKey(
    _ node: NodeID, _ value: NodeID, _ mapping: MappingDescription, taken: UInt64
  ) -> Int? {
    let word = document.string(of: node)
    let known = mapping.fields.map(\.key)
    let range = document.range(of: node)
    if key != nil, !known.contains(word), outermost.index(of: document.bytes(of: node)) != nil,
      !isReadingItem
    {
      reportMisplaced(node)
      return nil
    }
    let message = "`\(excerpt(node))` is not a key here"
    let synonym = KeySynonyms.key(for: word, among: known).flatMap { meant in
      known.firstIndex(of: meant).flatMap { taken & (1 << $0) == 0 ? meant : nil }
    }
    if let meant = nearest(to: word, among: known) ?? synonym, let index = known.firstIndex(of: meant) {
      report(
        .unknownKey, at: range, message, help: "\(synonym == nil ? "did you mean `\(meant)`?" : "write `\(meant):`")",
        fix: Fix(.unsafe, [Edit(range, with: meant.utf8)]))
      return taken & (1 << index) == 0 ? index : nil
    }
    if let home = KeyHomes.home(of: document.bytes(of: node)), key == nil {
      report(
        .unknownKey, at: range, "`\(word)` belongs under `\(home)`",
        help: "move it below `\(home):`, starting two spaces further right than `\(home)`")
      strayed.insert(word)
      return nil
    }
    report(
      .unknownKey, at: range, message,
      help: suggestionCount < 300
        ? "the keys here are \(Prose.list(known.map { "`\($0)`" })); a key of your own begins with `x-`"
        : "a key of your own begins with `x-`")
    return nil
  }

  /// One finding for a key and its value when both have to be rewritten.
  mutating func joinWithKey(from first: Int, _ key: NodeID, _ value: NodeID) {
    guard first > 0, diagnostics.count == first + 1, let last = diagnostics.last,
      last.range == visibleRange(of: value), diagnostics[first - 1].range == document.range(of: key),
      let help = last.help, let keyHelp = diagnostics[first - 1].help
    else { return }
    diagnostics.removeLast()
    meantWords[value] = nil
    if undeclared.last?.diagnostic == first {
      // It is part of the key's finding now; the next place with that id gets one of its own.
      undeclared.removeLast()
      let gone = undeclared.count
      unknown = unknown.filter { $0.value != gone }
    }
    diagnostics[first - 1].help =
      "\(keyHelp.asAdvice), and after it \(help.asAdvice)"
    let edits = diagnostics[first - 1].fix.flatMap { fix in last.fix.map { fix.edits + $0.edits } }
    diagnostics[first - 1].fix = edits.map { Fix(.unsafe, $0) }
  }

  /// Reports a required key without a value.
  mutating func reportEmpty(_ field: Field, _ place: Place) {
    let entry = document.entries(of: place.node).first { document.bytes(of: $0.key).equals(field.key) }
    report(
      .missingKey, at: entry.map { document.range(of: $0.key) } ?? place.holder, "`\(field.key)` has no value",
      help: "write \(request(field))")
  }

  /// Reports the missing required keys, all in one finding.
  mutating func reportMissing(_ fields: [Field], _ place: Place) {
    let holder =
      place.key.map { place.isItem ? "this item of `\(excerpt($0))`" : "`\(excerpt($0))`" } ?? "the agreement"
    report(
      .missingKey, at: place.holder, "\(holder) has no \(Prose.list(fields.map { "`\($0.key)`" }, "or"))",
      help: "add \(Prose.clauses(fields.map { request($0) }))")
  }
}

extension String {
  /// "did you mean `x`?" as an instruction.
  fileprivate var asAdvice: String {
    guard hasPrefix("did you mean") else { return self }
    let parts = split(separator: "`", omittingEmptySubsequences: false)
    return parts.count == 3 ? "write `\(parts[1])`" : self
  }
}

/// Where misplaced keys belong.
enum KeyHomes {
  /// The outermost key under which a key belongs; nil if there are several, or none.
  static func home(of word: Span<UInt8>) -> String? {
    var home: String?
    for field in AgreementContent.table.fields {
      guard field.shape.isMapping, field.shape.table?.keys.index(of: word) != nil else { continue }
      if home != nil { return nil }
      home = field.key
    }
    return home
  }
}
