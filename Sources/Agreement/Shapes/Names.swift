internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

extension Decoder {
  /// The index, among the ids of a list, that a name stands for.
  mutating func place(ofName text: String, in plural: String) -> Int? {
    // Each search goes through all names, so only the first few hundred searches run.
    guard nameSearches < 300, let list = declarations[plural], text.utf8.count <= 200 else { return nil }
    nameSearches += 1
    if let known = lookups[plural] { return known.place(of: text) }
    var all: [(id: String, name: String, roles: [ParticipantRole])] = []
    for (key, value) in document.entries(of: list) where !document.bytes(of: key).isOwnKey {
      guard all.count < 2000 else { break }
      all.append((document.string(of: key), name(of: value), roles(of: value)))
    }
    let lookup = NameLookup(all, arePeople: plural != "campuses")
    lookups[plural] = lookup
    return lookup.place(of: text)
  }

  /// The name in an entry of such a list: the text itself, or the value of `name`.
  func name(of value: NodeID) -> String {
    let node = document.kind(of: value) == .scalar ? value : child("name", of: value)
    guard let node, document.kind(of: node) == .scalar else { return "" }
    return String(document.string(of: node).prefix(200))
  }

  private func roles(of value: NodeID) -> [ParticipantRole] {
    guard let role = child("role", of: value) else { return [] }
    let nodes: [NodeID]
    switch document.kind(of: role) {
    case .scalar: nodes = [role]
    case .sequence: nodes = document.items(of: role).prefix(10).filter { document.kind(of: $0) == .scalar }
    case .mapping: nodes = []
    }
    return nodes.compactMap { node in
      let text = document.string(of: node)
      return ParticipantRole(rawValue: text) ?? ParticipantRole.synonyms[PlainWords.joined(text)]
        ?? ParticipantRole.inTitle(text)
    }
  }

  /// The value of a key in a mapping.
  func child(_ word: StaticString, of node: NodeID) -> NodeID? {
    guard document.kind(of: node) == .mapping else { return nil }
    var children = document.children(of: node)
    while let (key, value) = document.nextEntry(&children) {
      if document.bytes(of: key).equals(word) { return value }
    }
    return nil
  }

  /// The ids that a text on one line names, as in `doyle, Linh Tran`; nil if one of them is not known.
  mutating func ids(named text: String, _ kind: ShapeDescription) -> [String]? {
    guard text.utf8.count <= 400 else { return nil }
    // The words of two topics together may look like one topic.
    let isTopics = if case .topicReference = kind { text.contains { ",;".contains($0) } } else { false }
    if !isTopics, let whole = id(named: text, kind) { return [whole] }
    let parts = Self.parts(of: text)
    guard parts.count > 1, parts.count <= 20 else { return nil }
    var result: [String] = []
    for part in parts where !part.isEmpty {
      guard let id = id(named: part, kind) else { return nil }
      if !result.contains(id) { result.append(id) }
    }
    return result.isEmpty ? nil : result
  }

  /// The parts of a line that are separated by commas, slashes or "and".
  static func parts(of text: String) -> [String] {
    text.replacingAnd.split { ",;&+/".contains($0) || $0.isNewline }.map { bare(String($0)) }
  }

  /// The single id that a text stands for.
  private mutating func id(named text: String, _ kind: ShapeDescription) -> String? {
    let word = Self.bare(text)
    switch kind {
    case .reference(let what):
      if what == "party", others.words.count < 1000, others.words.contains(word) { return word }
      let plural = Self.plural(what)
      let table = what == "campus" ? campuses : participants
      if table.words.count < 1000, table.words.contains(word) { return word }
      guard let place = place(ofName: word, in: plural), place < table.words.count else { return nil }
      return Identifier.isValid(table.words[place]) ? table.words[place] : nil
    case .topicReference:
      return topic(named: word).map { catalog.topics[$0].id }
    default: return nil
    }
  }

  /// The key under which people or schools are listed.
  static func plural(_ what: String) -> String { what == "campus" ? "campuses" : "participants" }
}

extension String {
  /// The text with a comma for each "and".
  fileprivate var replacingAnd: String {
    split(separator: " ", omittingEmptySubsequences: false).map { $0.lowercased() == "and" ? "," : String($0) }
      .joined(separator: " ")
  }
}
