internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

extension Decoder {
  /// Reads a list whose items all have the same shape.
  mutating func list(_ node: NodeID, _ code: Int) -> UInt32? {
    let item = layout.codes[code].target
    guard document.kind(of: node) == .sequence else { return noList(node, layout.shapes[code], layout.shapes[item]) }
    let target = layout.codes[item]
    if target.kind == .mapping, hasOddItem(node, layout.mappings[target.target]) {
      if let second = splitItem(node, layout.descriptions[target.target]) {
        report(
          .wrongShape, at: second, "each line has its own dash, so each counts as a separate item",
          help: "keep only the first dash of each item; replace each of its other dashes with two spaces"
        )
        return nil
      }
      if reportTexts(in: node, layout.shapes[code]) { return nil }
    }
    let start = items(node, item)
    return commit(from: start)
  }

  /// Whether an item is not a mapping, has one key only, or is missing a required key; in most lists none is.
  private func hasOddItem(_ node: NodeID, _ mapping: Layout.Mapping) -> Bool {
    let document = document
    var items = document.children(of: node)
    while let item = document.nextItem(&items) {
      guard document.kind(of: item) == .mapping, !document.hasEntryText(item) else { return true }
      var found: UInt64 = 0
      var entries = document.children(of: item)
      var next = 0
      while mapping.required & ~found != 0, let (key, _) = document.nextEntry(&entries) {
        guard let field = layout.words.index(of: document.bytes(of: key), in: mapping.keys, from: next) else {
          continue
        }
        found |= 1 << UInt64(field)
        next = field + 1
      }
      if mapping.required & ~found != 0 { return true }
    }
    return false
  }

  /// Reports something other than a list where a list is required; ids in a text are put in brackets. Always nil.
  private mutating func noList(
    _ node: NodeID, _ expected: ShapeDescription, _ item: ShapeDescription
  ) -> UInt32? {
    if case .mapping(let mapping) = item {
      let first = mapping.fields[0].key
      return wrongShape(
        node, expected: expected.name,
        help: document.kind(of: node) == .mapping
          ? "put a dash and a space before the first line, and two spaces before each line below it"
          : itemHelp(node, mapping) ?? "write each item below, beginning with a dash: `- \(first): …`")
    }
    guard document.kind(of: node) == .scalar else {
      return wrongShape(
        node, expected: expected.name, help: "write each id on a line of its own, after a dash and a space")
    }
    let isNothing = isOptional && !isReadingItem && PlainWords.saysNothing(document.string(of: node))
    guard !isNothing, let ids = ids(named: document.string(of: node), item) else {
      let topics = if case .topicReference = item { "; `concord topics` lists the ids" } else { "" }
      return wrongShape(
        node, expected: expected.name,
        help: "write the ids in brackets, with a comma between them\(choice(item))\(topics)")
    }
    let list = "[\(ids.joined(separator: ", "))]"
    return wrongShape(
      node, expected: expected.name, help: "write `\(list)`",
      fix: Fix(.unsafe, [Edit(document.range(of: node), with: list.utf8)]))
  }

  /// Whether an item is missing a required key.
  private func lacksField(_ item: NodeID, _ mapping: MappingDescription) -> Bool {
    guard document.kind(of: item) == .mapping else { return false }
    return mapping.fields.contains { field in
      field.isRequired && !document.entries(of: item).contains { document.bytes(of: $0.key).equals(field.key) }
    }
  }

  /// A dash in the middle of an item whose parts above and below belong together.
  private func dividedItem(_ node: NodeID, _ mapping: MappingDescription) -> SourceRange? {
    // If every item has all it needs, none is part of another.
    guard !document.isFlow(node), document.items(of: node).contains(where: { lacksField($0, mapping) }) else {
      return nil
    }
    let required = Set(mapping.fields.filter(\.isRequired).map(\.key))
    guard required.count > 1 else { return nil }
    var above: Set<String> = []
    for item in document.items(of: node) {
      guard document.kind(of: item) == .mapping, !document.isFlow(item) else { return nil }
      var keys: Set<String> = []
      var first: NodeID?
      for (key, _) in document.entries(of: item) {
        first = first ?? key
        keys.insert(document.string(of: key))
        if keys.count > 20 { return nil }
      }
      if let first, !above.isEmpty, above.isDisjoint(with: keys), !required.isSubset(of: above),
        !required.isSubset(of: keys), required.isSubset(of: above.union(keys))
      {
        return document.range(of: first)
      }
      above = keys
    }
    return nil
  }

  /// The ids of a short list to choose from, for a help line.
  private func choice(_ item: ShapeDescription) -> String {
    guard case .reference(let what) = item else { return "" }
    let ids = (what == "campus" ? campuses : participants).words
    return (2...12).contains(ids.count) ? "; the ids are \(Prose.list(ids.map { "`\($0)`" }))" : ""
  }

  /// The second line of an item whose every key has a dash: `- owner: novak`, `- does: …`.
  private func splitItem(_ node: NodeID, _ mapping: MappingDescription) -> SourceRange? {
    func onlyKey(_ item: NodeID) -> NodeID? {
      guard document.hasEntryText(item), !document.isFlow(item) else { return nil }
      return document.entries(of: item).first { _ in true }?.key
    }
    if let second = dividedItem(node, mapping) { return second }
    var previous: String?
    for item in document.items(of: node) {
      guard let key = onlyKey(item) else { return nil }
      let word = document.string(of: key)
      if let previous, previous != word, mapping.fields.contains(where: { $0.key == word }),
        mapping.fields.contains(where: { $0.key == previous })
      {
        return document.range(of: key)
      }
      previous = word
    }
    return nil
  }
}
