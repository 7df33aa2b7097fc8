internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

extension Shape where Value == Reference {
  /// The id of a participant of the file.
  static let participant = reference(to: "participant") { $0.participants }

  /// The id of a campus of the file.
  static let campus = reference(to: "campus") { $0.campuses }

  /// The id of a topic of the catalog.
  static let topic = Shape(
    description: .topicReference,
    decode: { node, decoder in
      guard decoder.document.kind(of: node) == .scalar else {
        return decoder.wrongShape(node, expected: "the id of a topic")
      }
      return decoder.topicReference(node).map { Reference(index: $0, node: node) }
    },
    write: { node, writer in writer.quoted(node) })

  private static func reference(to what: String, in table: @escaping @Sendable (borrowing Decoder) -> KeyTable) -> Shape
  {
    Shape(
      description: .reference(to: what),
      decode: { node, decoder in
        guard decoder.document.kind(of: node) == .scalar else {
          return decoder.wrongShape(node, expected: "the id of a \(what)")
        }
        return decoder.reference(node, to: what, in: table(decoder)).map { Reference(index: $0, node: node) }
      },
      write: { node, writer in writer.quoted(node) })
  }
}

extension Decoder {
  /// The index of what a scalar refers to; nil after reporting that there is nothing of that name.
  mutating func reference(_ node: NodeID, to what: String, in table: KeyTable) -> Int? {
    if let index = table.index(of: document.bytes(of: node)) { return index }
    let names = table.words
    let word = document.string(of: node)
    // A declaration that is no id, such as a whole name, is reported where it stands.
    if names.count < 1000,
      let index = names.firstIndex(where: { name in
        !Identifier.isValid(name)
          && name.lowercased().split { !$0.isLetter && !$0.isNumber }.contains { $0 == word.lowercased() }
      })
    {
      return index
    }
    let meant = nearest(to: word, among: names)
    let plural = what == "campus" ? "campuses" : "participants"
    let range = document.range(of: node)
    report(
      .unknownReference, at: range, "there is no \(what) `\(excerpt(node))`",
      help: meant.map { "did you mean `\($0)`?" }
        ?? (names.isEmpty
          ? "declare it under `\(plural)`"
          : "under `\(plural)` there are \(Prose.list(names.prefix(20).map { "`\($0)`" }))\(names.count > 20 ? " and others" : ""); write one of these ids, or declare the \(what) there"),
      fix: meant.map { Fix(.unsafe, [Edit(range, with: $0.utf8)]) })
    return meant.flatMap { names.firstIndex(of: $0) }
  }

  /// The index, in the catalog, of the topic that a scalar names.
  mutating func topicReference(_ node: NodeID) -> Int? {
    if let index = catalog.topicKeys.index(of: document.bytes(of: node)) { return index }
    let names = catalog.topicKeys.words
    let meant = nearest(to: document.string(of: node), among: names)
    let range = document.range(of: node)
    report(
      .unknownReference, at: range, "there is no topic `\(excerpt(node))`",
      help: meant.map { "did you mean `\($0)`?" } ?? "`concord topics` lists all of them",
      fix: meant.map { Fix(.unsafe, [Edit(range, with: $0.utf8)]) })
    return meant.flatMap { names.firstIndex(of: $0) }
  }
}
