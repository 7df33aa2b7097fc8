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
    let plural = what == "campus" ? "campuses" : "participants"
    // Where nothing at all could be declared, that is the finding.
    if names.isEmpty, !declaring.contains(plural) { return nil }
    let word = document.string(of: node)
    let range = document.range(of: node)
    if let place = unknown["\(what) \(word)"] {
      undeclared[place].ranges.append(range)
      return nil
    }
    // A declaration that is no id, such as a whole name, is reported where it stands.
    if names.count < 1000,
      let index = names.firstIndex(where: { name in
        !Identifier.isValid(name)
          && name.lowercased().split { !$0.isLetter && !$0.isNumber }.contains { $0 == word.lowercased() }
      }) ?? meantIDs(of: names, plural)[word]
    {
      return index
    }
    let meant = nearest(to: word, among: names)
    if meant == nil {
      unknown["\(what) \(word)"] = undeclared.count
      undeclared.append((diagnostics.count, [range]))
    }
    report(
      .unknownReference, at: range, "there is no \(what) `\(excerpt(node))`",
      help: meant.map { "did you mean `\($0)`?" }
        ?? (names.isEmpty
          ? "declare it under `\(plural)`"
          : "under `\(plural)` there are \(Prose.list(names.prefix(20).map { "`\($0)`" }))\(names.count > 20 ? " and others" : ""); write one of these ids, or declare the \(what) there"),
      fix: meant.map { Fix(.unsafe, [Edit(range, with: $0.utf8)]) })
    return meant.flatMap { names.firstIndex(of: $0) }
  }

  /// The ids that are proposed for declarations that are none, each with the place of its declaration.
  private mutating func meantIDs(of names: [String], _ plural: String) -> [String: Int] {
    if let known = meantIDs[plural] { return known }
    var result: [String: Int] = [:]
    for (index, name) in names.enumerated() where !Identifier.isValid(name) { result[Self.idLike(name)] = index }
    meantIDs[plural] = result
    return result
  }

  /// Reports each id that nothing declares once, at its first place, with the number of the others.
  mutating func joinUndeclared() {
    guard undeclared.contains(where: { $0.ranges.count > 1 }) else { return }
    let lines = LineIndex(document.source.bytes, from: document.source.byteOrderMarkCount)
    for (place, ranges) in undeclared where ranges.count > 1 {
      guard let first = ranges.min(by: { $0.start < $1.start }) else { continue }
      let others = Set(ranges.map { lines.line(at: Int($0.start)) }).count - 1
      diagnostics[place].range = first
      if others > 0 { diagnostics[place].message += ", here and on \(Prose.count(others, "more line"))" }
    }
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
