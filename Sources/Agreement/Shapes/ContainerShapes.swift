internal import Diagnostics
internal import YAMLSyntax

extension Shape {
  /// A list whose items all have one shape.
  static func list<Item>(of item: Shape<Item>) -> Shape where Value == [Part<Item>] {
    let expected = ShapeDescription.list(of: item.description)
    return Shape(
      description: expected,
      decode: { node, decoder in
        guard decoder.document.kind(of: node) == .sequence else {
          let help: String
          if case .mapping(let mapping) = item.description {
            help =
              "begin each item with a dash: `- \(mapping.fields[0].key): …`, and its other keys below, in line with the first"
          } else {
            help = "write each item on a line of its own, after a dash and a space"
          }
          return decoder.wrongShape(node, expected: expected.name, help: help)
        }
        if case .mapping(let mapping) = item.description, let second = decoder.splitItem(node, mapping) {
          decoder.report(
            .wrongShape, at: second, "here is a dash of its own for each key, so each line is an item",
            help:
              "only the first line of an item has a dash; its other keys stand below, two spaces further right than the dash"
          )
          return nil
        }
        return decoder.list(node, item)
      },
      write: { node, writer in writer.list(node, item.write) })
  }

  /// A mapping whose keys are ids that this place declares.
  static func dictionary<Item>(
    of item: Shape<Item>, requiresValue: Bool = false,
    isSigned: @escaping @Sendable (NodeID, Document) -> Bool = { _, _ in true }
  ) -> Shape where Value == [Entry<Item>] {
    let expected = ShapeDescription.dictionary(value: item.description, requiresValue: requiresValue)
    return Shape(
      description: expected,
      decode: { node, decoder in
        decoder.dictionary(node, expected: expected.name, item, requiresValue: requiresValue) { key, decoder in
          decoder.checkID(key)
        }
      },
      write: { node, writer in
        let (document, isFull) = (writer.document, writer.isFull)
        return writer.dictionary(node, where: { isFull || isSigned($0, document) }, item.write)
      })
  }
}

extension Decoder {
  /// The second line of an item whose every key has a dash: `- owner: novak`, `- does: …`.
  fileprivate func splitItem(_ node: NodeID, _ mapping: MappingDescription) -> SourceRange? {
    func onlyKey(_ item: NodeID) -> NodeID? {
      guard document.hasEntryText(item), !document.isFlow(item) else { return nil }
      return document.entries(of: item).first { _ in true }?.key
    }
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
