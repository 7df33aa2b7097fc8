internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// An id of the wrong form: the finding about it, the id to write, and the places that refer to it.
struct Rename {
  let diagnostic: Int
  var meant: String
  var places: [SourceRange]
}

extension Decoder {
  /// Reads the id of a participant or a campus.
  mutating func reference(_ node: NodeID, to what: String) -> UInt32? {
    guard document.kind(of: node) == .scalar else { return wrongShape(node, expected: "the id of a \(what)") }
    return reference(node, to: what, in: what == "campus" ? campuses : participants).map { UInt32($0) }
  }

  /// Reads the id of a participant, or of somebody under `others`.
  mutating func party(_ node: NodeID) -> UInt32? {
    guard document.kind(of: node) == .scalar else { return wrongShape(node, expected: ShapeDescription.party.name) }
    return foundParty(node)?.packed
  }

  /// The participant or other that a scalar refers to; nil after reporting that nobody has that id.
  private mutating func foundParty(_ node: NodeID) -> Party? {
    let (people, groups) = (participants, others)
    if groups.words.isEmpty {
      return reference(node, to: "participant", in: people, orOthers: true).map { .participant($0) }
    }
    if let index = groups.index(of: document.bytes(of: node)) {
      if !renames.isEmpty { rename(index, node, in: "others") }
      return .other(index)
    }
    let isPerson = people.index(of: document.bytes(of: node)) != nil
    // A near match among the ids under `others`; failing that, people usually mean a participant.
    if !isPerson, let index = other(named: document.string(of: node)) {
      let range = document.range(of: node)
      let id = groups.words[index]
      report(
        .unknownReference, at: range,
        "there is no participant `\(excerpt(node))`, and nobody with that id under `others`",
        help: "did you mean `\(id)`?", fix: Fix(.unsafe, [Edit(range, with: id.utf8)]))
      return .other(index)
    }
    return reference(node, to: "participant", in: people, orOthers: true).map { .participant($0) }
  }

  /// The index, under `others`, of a near match to an id or a name there that does not match a participant.
  private mutating func other(named text: String) -> Int? {
    let groups = others.words
    if let near = nearest(to: text, among: parties) { return groups.firstIndex(of: near) }
    let word = Self.bare(text)
    guard place(ofName: word, in: "participants") == nil else { return nil }
    return place(ofName: word, in: "others").flatMap { $0 < groups.count ? $0 : nil }
  }

  /// Reports somebody under `others` where only a participant is possible.
  private mutating func reportOther(_ node: NodeID) {
    let id = excerpt(node)
    // A signature is under the id itself, so the id is the key.
    let isSignature = key == node
    report(
      .unknownReference, at: document.range(of: node),
      isSignature
        ? "`\(id)` is under `others`, where nobody signs"
        : "`\(id)` is under `others`, but \(keyName) takes the id of a participant",
      help: isSignature
        ? "delete this signature; or, if they take part, move `\(id)` from `others` to `participants` and give it a `role`"
        : "write the id of a participant; or, if they take part and sign, move `\(id)` from `others` to `participants` and give it a `role`"
    )
  }

  /// The index of what a scalar refers to; nil after reporting that nothing has that name.
  mutating func reference(_ node: NodeID, to what: String, in table: KeyTable, orOthers: Bool = false) -> Int? {
    let plural = Self.plural(what)
    if let index = table.index(of: document.bytes(of: node)) {
      if !renames.isEmpty { rename(index, node, in: plural) }
      return index
    }
    if what == "participant", !orOthers, others.index(of: document.bytes(of: node)) != nil {
      reportOther(node)
      return nil
    }
    let names = table.words
    // If nothing at all could be declared, that is the finding.
    if names.isEmpty, !declaring.contains(plural) { return nil }
    let word = document.string(of: node)
    let range = document.range(of: node)
    if let place = unknown["\(what) \(word)"] {
      undeclared[place].ranges.append(range)
      return undeclared[place].meant
    }
    // A declaration that is not an id, such as a full name, is reported in its place.
    if names.count < 1000,
      let index = names.firstIndex(where: { name in
        !Identifier.isValid(name)
          && name.lowercased().split { !$0.isLetter && !$0.isNumber }.contains { $0 == word.lowercased() }
      }) ?? meantIDs(of: names, plural)[word]
    {
      rename(index, node, in: plural)
      return index
    }
    let message = "there is no \(what) `\(excerpt(node))`"
    if reportNothing(node, .unknownReference, message) { return nil }
    if isReadingItem, PlainWords.saysNothing(word) {
      report(
        .unknownReference, at: range, message,
        help: "delete `\(excerpt(node))`; leave the place empty where there is nobody",
        fix: Fix(.unsafe, [Edit(range, with: [])]))
      return nil
    }
    if !isReadingItem, let several = ids(named: word, .reference(to: what)), several.count > 1 {
      report(
        .unknownReference, at: range, "\(keyName) takes one id, but here are \(several.count)",
        help: "write one of them: \(Prose.list(several.map { "`\($0)`" }, "or"))")
      return nil
    }
    let near = nearest(to: word, among: names)
    let place = near == nil ? place(ofName: Self.bare(word), in: plural).flatMap { $0 < names.count ? $0 : nil } : nil
    if let place, !Identifier.isValid(names[place]) {
      rename(place, node, in: plural)
      return place
    }
    if let place {
      unknown["\(what) \(word)"] = undeclared.count
      undeclared.append((diagnostics.count, [range], place))
      report(
        .unknownReference, at: range, message, help: "write `\(names[place])`",
        fix: Fix(.unsafe, [Edit(range, with: names[place].utf8)]))
      return place
    }
    if near == nil {
      unknown["\(what) \(word)"] = undeclared.count
      undeclared.append((diagnostics.count, [range], nil))
    }
    report(
      .unknownReference, at: range, message,
      help: near.map { "did you mean `\($0)`?" }
        ?? (names.isEmpty
          ? "add `\(Self.idLike(word)):` under `\(plural)`, with the full name"
          : "write one of the ids under `\(plural)`: \(Prose.list(names.prefix(20).map { "`\($0)`" }, "or"))\(names.count > 20 ? ", and so on" : ""); or \(orOthers ? helpToName(word) : "add the \(what) there")"),
      fix: near.map { Fix(.unsafe, [Edit(range, with: $0.utf8)]) })
    return near.flatMap { names.firstIndex(of: $0) }
  }

  /// What to write for a group, or for somebody who does not sign.
  private func helpToName(_ word: String) -> String {
    let id = Self.idLike(word)
    guard Identifier.isValid(id) else { return "name a group, or somebody who does not sign, under `others`" }
    let line = "`\(id): \(Self.plainText(Self.bare(word)))`"
    return
      "for a group, or somebody who does not sign, write `\(id)` here, and \(declaring.contains("others") ? "add \(line) below `others:`" : "at the left edge add `others:`, and below it \(line)")"
  }

  /// Remembers a place that refers to an id of the wrong form, so that one finding covers both.
  private mutating func rename(_ index: Int, _ node: NodeID, in plural: String) {
    guard !renames.isEmpty, let list = declarations[plural] else { return }
    if declaredKeys[plural] == nil {
      declaredKeys[plural] = document.entries(of: list).map(\.key).filter { !document.bytes(of: $0).isOwnKey }
    }
    guard let keys = declaredKeys[plural], index < keys.count, var rename = renames[keys[index]] else { return }
    let word = document.string(of: node)
    if Identifier.isValid(word), rename.places.isEmpty {
      rename.meant = word
      diagnostics[rename.diagnostic].help = "write `\(word)`, as in the rest of the file"
    } else if word != rename.meant {
      rename.places.append(document.range(of: node))
    }
    renames[keys[index]] = rename
  }

  /// Adds to the findings about ids of the wrong form all places that have to change.
  mutating func joinRenames() {
    for (key, rename) in renames {
      let ranges = [document.range(of: key)] + rename.places
      diagnostics[rename.diagnostic].fix = Fix(.unsafe, ranges.map { Edit($0, with: rename.meant.utf8) })
      guard !rename.places.isEmpty else { continue }
      diagnostics[rename.diagnostic].help = "write `\(rename.meant)`, here and in every other place that names it"
      diagnostics[rename.diagnostic].notes += rename.places.map { Note(at: $0, "here, too") }
    }
  }

  /// The ids proposed for declarations that are not ids, each with the index of its declaration.
  private mutating func meantIDs(of names: [String], _ plural: String) -> [String: Int] {
    if let known = meantIDs[plural] { return known }
    var result: [String: Int] = [:]
    for (index, name) in names.enumerated() where !Identifier.isValid(name) { result[Self.idLike(name)] = index }
    meantIDs[plural] = result
    return result
  }

  /// Reports each undeclared id once, at its first place, with the number of the other places.
  mutating func joinUndeclared() {
    guard undeclared.contains(where: { $0.ranges.count > 1 }) else { return }
    let lines = LineIndex(document.source.bytes, from: document.source.byteOrderMarkCount)
    for (place, ranges, meant) in undeclared where ranges.count > 1 {
      guard let first = ranges.min(by: { $0.start < $1.start }) else { continue }
      let others = Set(ranges.map { lines.line(at: Int($0.start)) }).count - 1
      diagnostics[place].range = first
      if meant != nil, let word = diagnostics[place].fix?.edits.first?.replacement {
        diagnostics[place].fix = Fix(.unsafe, ranges.map { Edit($0, with: word) })
        diagnostics[place].help? += " in each of these places"
      }
      if others > 0 { diagnostics[place].message += ", here and on \(Prose.count(others, "more line"))" }
    }
  }

  /// Reads the id of a topic, as its index in the catalog.
  mutating func topicReference(_ node: NodeID) -> UInt32? {
    guard document.kind(of: node) == .scalar else { return wrongShape(node, expected: "the id of a topic") }
    if let index = catalog.topicKeys.index(of: document.bytes(of: node)) { return UInt32(index) }
    let names = catalog.topicKeys.words
    let word = document.string(of: node)
    let near = nearest(to: word, among: names)
    let meant = near ?? topic(named: word).map { names[$0] }
    let range = document.range(of: node)
    report(
      .unknownReference, at: range, "there is no topic `\(excerpt(node))`",
      help: near.map { "did you mean `\($0)`?" } ?? meant.map { "write `\($0)`" }
        ?? "`concord topics` lists all of them",
      fix: meant.map { Fix(.unsafe, [Edit(range, with: $0.utf8)]) })
    return meant.flatMap { names.firstIndex(of: $0) }.map { UInt32($0) }
  }
}
