internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

extension Shape {
  /// A list whose items all have the same shape.
  static func list<Item>(of item: Shape<Item>) -> Shape where Value == [Part<Item>] {
    let expected = ShapeDescription.list(of: item.description)
    return Shape(
      description: expected,
      decode: { node, decoder in
        guard decoder.document.kind(of: node) == .sequence else {
          return decoder.noList(node, expected, item.description)
        }
        if case .mapping(let mapping) = item.description, let second = decoder.splitItem(node, mapping) {
          decoder.report(
            .wrongShape, at: second, "each line has its own dash, so each counts as a separate item",
            help: "keep only the first dash of each item; replace each of its other dashes with two spaces"
          )
          return nil
        }
        if case .mapping = item.description, decoder.reportTexts(in: node, expected) { return nil }
        return decoder.list(node, item)
      },
      write: { node, writer in writer.list(node, item.write) })
  }

  /// A mapping whose keys are ids declared there.
  static func dictionary<Item>(
    of item: Shape<Item>, requiresValue: Bool = false
  ) -> Shape where Value == [Entry<Item>] {
    let expected = ShapeDescription.dictionary(value: item.description, requiresValue: requiresValue)
    return Shape(
      description: expected,
      decode: { node, decoder in
        decoder.dictionary(node, expected: expected.name, item, requiresValue: requiresValue) { key, decoder in
          decoder.checkID(key)
        }
      },
      write: { node, writer in writer.dictionary(node, item.write) })
  }
}

extension Decoder {
  /// Reports something other than a list where a list is required; ids in a text are put in brackets. Always nil.
  fileprivate mutating func noList<Value>(
    _ node: NodeID, _ expected: ShapeDescription, _ item: ShapeDescription
  ) -> Value? {
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
  fileprivate func splitItem(_ node: NodeID, _ mapping: MappingDescription) -> SourceRange? {
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
