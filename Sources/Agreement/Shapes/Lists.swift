internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

extension Decoder {
  /// Reports people, schools or signers in a list or a line of text, though each needs a key; always nil.
  mutating func listOfNames(_ node: NodeID, _ code: Int) -> UInt32? {
    let written = key.map { document.string(of: $0) } ?? ""
    let word = KeySynonyms.key(for: written, among: ["campuses", "participants"]) ?? written
    var entries: [NodeID] = []
    switch document.kind(of: node) {
    case .scalar: entries = [node]
    case .sequence: entries = document.items(of: node).prefix(40).map { $0 }
    case .mapping: break
    }
    let texts = entries.map { entry in
      if document.kind(of: entry) == .mapping, word == "signatures" {
        return document.entries(of: entry).map(\.value).filter { document.kind(of: $0) == .scalar }
          .map { document.string(of: $0) }.joined(separator: ", ")
      }
      if document.kind(of: entry) == .mapping {
        return document.hasEntryText(entry) && child("name", of: entry) == nil
          ? document.string(of: entry) : name(of: entry)
      }
      return document.kind(of: entry) == .scalar ? document.string(of: entry) : ""
    }
    let names = document.kind(of: node) == .scalar ? split(texts[0], of: word) : texts.map { Folding.fold($0) }
    let keyed = entries.first.map { document.kind(of: $0) == .mapping && child("name", of: $0) != nil } ?? false
    let hasNames = names.contains { !$0.isEmpty } && !names.contains { $0.isEmpty }
    switch word {
    case "campuses" where hasNames:
      let used = usedIDs()
      let lines = names.map { "  \(NameLookup.id(for: $0, among: used) ?? NameLookup.campusID($0)): \($0)" }
      return wrongShape(
        node, expected: "a line for each school, with a short name and a colon",
        help: (["write a short name and a colon before each school, without dashes or brackets:", "campuses:"] + lines)
          .joined(separator: "\n"))
    case "others" where hasNames:
      let lines = names.map { "  \(Self.idLike($0)): \(Self.plainText($0))" }
      return wrongShape(
        node, expected: "a line for each, with a short name and a colon",
        help: (["write a short name and a colon before each, without dashes or brackets:", "others:"] + lines)
          .joined(separator: "\n"))
    case "participants" where hasNames && keyed:
      let ids = peopleIDs(names)
      return wrongShape(
        node, expected: "a short name and a colon for each person",
        help: ([
          "write a short name and a colon in place of each dash, and `name:` on the next line, starting two spaces further right:"
        ]
          + zip(ids, names).flatMap { ["  \($0.0):", "    name: \($0.1)"] }).joined(separator: "\n"))
    case "participants" where hasNames:
      return wrongShape(
        node, expected: "a short name and a colon for each person",
        help: ([
          "write a short name and a colon for each person, with the name and the role on the lines below:",
          "participants:",
        ]
          + personLines(names)).joined(separator: "\n"))
    case "signatures":
      return wrongShape(
        node, expected: "the id of each person who signed, on a line of its own", help: signatureHelp(names))
    default:
      return wrongShape(
        node,
        expected: layout.codes[code].keys == .participants
          ? "the id of each participant who signed" : layout.shapes[code].name)
    }
  }

  /// Reports, once for all of them, entries that are a text where lines with keys are required.
  mutating func textsForKeys(
    _ texts: [(key: NodeID, value: NodeID)], in node: NodeID, of outer: NodeID?, _ item: ShapeDescription
  ) {
    guard let first = texts.first else { return }
    let word = outer.map { document.string(of: $0) } ?? ""
    let notes = texts.dropFirst().prefix(40).map { Note(at: document.range(of: $0.value), "the same here") }
    key = first.key
    let help: String
    let written = texts.prefix(40).map { (document.string(of: $0.key), Folding.fold(document.string(of: $0.value))) }
    switch word {
    case "participants":
      help =
        (["write the name and the role on lines of their own:"]
        + written.flatMap { key, text -> [String] in
          let isRole = ParticipantRole.meant(by: key)
          // "Rosa Delgado: principal" puts the name first.
          if isRole == nil, !text.contains(","),
            ParticipantRole.meant(by: text) != nil || ParticipantRole.inTitle(text) != nil
          {
            return Identifier.isValid(key)
              ? ["  \(key):", "    name:"] + personLines(["\(key), \(text)"]).dropFirst(2)
              : personLines(["\(key), \(text)"])
          }
          let isID = Identifier.isValid(key) && isRole == nil
          let lines = personLines([text], roles: [isRole])
          return isID ? ["  \(key):"] + lines.dropFirst() : lines
        }).joined(separator: "\n")
    case "signatures":
      help = signatureHelp(written.map { "\($0.0), \($0.1)" })
    default:
      guard case .mapping(let mapping) = item else { return }
      keysMissing(first.value, mapping)
      return
    }
    report(
      .wrongShape, at: document.range(of: first.value),
      "\(keyName) takes \(item.name), but \(hereIs(first.value))", help: help, notes: notes)
  }

  /// Reports a word that is not an id, because it is a key, as in `campuses: {name: …}`, or a full name without
  /// anything after it; says whether it did.
  mutating func isKeyInPlaceOfID(_ key: NodeID, _ value: NodeID, _ requiresValue: Bool, in outer: NodeID?) -> Bool {
    guard requiresValue, let outer else { return false }
    let word = document.string(of: key)
    let isScalar = document.kind(of: value) == .scalar
    let arePeople = document.bytes(of: outer).equals("participants")
    if isScalar, document.isAbsent(value), !Identifier.isValid(word), !document.isTruncated(value) {
      let line = arePeople ? personLines([word]).joined(separator: "\n") : "  \(NameLookup.campusID(word)): \(word)"
      report(
        .invalidID, at: document.range(of: key), "\"\(excerpt(key))\" is a full name, but a short name goes first",
        help: "write a short name, a colon and the whole name:\n\(line)")
      return true
    }
    guard isScalar, word == "name", !arePeople else { return false }
    let name = document.string(of: value)
    report(
      .invalidID, at: document.range(of: key), "`name` is taken for the short name of a school here",
      help:
        "write a short name of your own in place of `name`: `\(NameLookup.campusID(name)): \(Self.plainText(Folding.fold(name)))`"
    )
    return true
  }

  /// Texts of the file that may be ids, which include all references to people and schools.
  private func usedIDs() -> Set<String> {
    var result: Set<String> = []
    document.forEachValue { node in
      guard result.count < 2000, document.textCount(of: node) <= 40, Identifier.isValid(document.bytes(of: node)) else {
        return
      }
      result.insert(document.string(of: node))
    }
    return result
  }

  /// The names in one line of text.
  private func split(_ text: String, of key: String) -> [String] {
    let byLine = text.split { $0.isNewline || $0 == ";" }
    let commas = text.split(separator: ",").map { Folding.fold(String($0)) }
    // "Rosa Delgado, Mark Ferris" are two people, and "Rosa Delgado, principal" is one.
    let areNames =
      key == "campuses"
      || commas.allSatisfy { part in
        PlainWords.of(part).count > 1 && ParticipantRole.meant(by: part) == nil && ParticipantRole.inTitle(part) == nil
      }
    var parts = byLine.count > 1 ? byLine : text.split { $0 == "," && areNames || $0 == "&" }
    if parts.count == 1, let and = text.firstRange(of: " and ") {
      let halves = [text[..<and.lowerBound], text[and.upperBound...]]
      let used = usedIDs()
      // "Cedar and Hill" may be one school; "Cedar Elementary and Hill Middle" are two.
      let areTwo = halves.allSatisfy { half in
        let name = Folding.fold(String(half))
        return key == "campuses"
          ? NameLookup.id(for: name, among: used) != nil
            || PlainWords.of(name).last.map(Self.schoolWords.contains) == true
          : PlainWords.of(name).count > 1 && ParticipantRole.meant(by: name) == nil
      }
      if areTwo { parts = halves }
    }
    return (parts.count > 1 ? parts : [text[...]]).map { Folding.fold(String($0)) }
  }

  private static let schoolWords: Set<String> = [
    "academy", "center", "charter", "elementary", "high", "intermediate", "junior", "middle", "preparatory", "primary",
    "school", "secondary",
  ]

  /// An id for each person: the last name, or the full name if two people share the last name.
  private func peopleIDs(_ names: [String]) -> [String] {
    let used = usedIDs()
    let ids = names.map { NameLookup.id(for: $0, among: used) ?? NameLookup.personID($0) }
    return zip(ids, names).map { id, name in
      Identifier.isValid(id) && ids.count(where: { $0 == id }) == 1 ? id : Self.idLike(name)
    }
  }

  /// The lines for people who were each written on one line: "Hana Ito, instructional coach".
  private func personLines(_ texts: [String], roles: [ParticipantRole?] = []) -> [String] {
    let people = texts.map(PersonText.init)
    let ids = peopleIDs(people.map(\.name))
    return people.indices.flatMap { place in
      let person = people[place]
      var lines = ["  \(ids[place]):", "    name: \(person.name)"]
      if let role = person.role ?? (place < roles.count ? roles[place] : nil) {
        lines.append("    role: \(role.rawValue)")
        if person.saysMore { lines.append("    title: \(person.rest)") }
      } else if !person.rest.isEmpty {
        lines += ["    role: other", "    title: \(person.rest)"]
      } else {
        lines.append("    role:")
      }
      return lines
    }
  }

  private mutating func signatureHelp(_ texts: [String]) -> String {
    var lines: [String] = []
    for text in texts.prefix(20) {
      let parts = text.split { ",;:|_\t(".contains($0) }.map { Folding.fold(String($0)) }
      var place: Int?
      var date: CalendarDate?
      for part in parts {
        place = place ?? participants.index(of: Array(part.utf8).span) ?? self.place(ofName: part, in: "participants")
        date = date ?? DateGuess.date(in: part)
      }
      if let place, let date, place < participants.words.count {
        lines += ["  \(participants.words[place]):", "    signed: \(date)", "    method: typed"]
      }
    }
    return lines.isEmpty
      ? "delete these lines; when the text is final, `concord lint` prints the lines to paste for each person"
      : (["write each signature under the id of the person:", "signatures:"] + lines).joined(separator: "\n")
  }
}

/// A person on one line of text.
private struct PersonText {
  let name: String
  let rest: String
  let role: ParticipantRole?
  /// Whether the rest is a title that says more than the role.
  let saysMore: Bool

  init(_ text: String) {
    let separators = [" - ", " – ", " — ", " (", ", ", ": ", " | ", " / "]
    var cut: (start: String.Index, end: String.Index)?
    for separator in separators {
      guard let found = text.firstRange(of: separator) else { continue }
      if cut.map({ found.lowerBound < $0.start }) ?? true { cut = (found.lowerBound, found.upperBound) }
    }
    guard let cut else {
      (name, rest, role, saysMore) = (text, "", nil, false)
      return
    }
    let head = String(text[..<cut.start])
    let tail = String(text[cut.end...].filter { $0 != ")" })
    let known = ParticipantRole.meant(by: tail)
    // "Principal: Rosa Delgado" is the other way around.
    if known == nil, let turned = ParticipantRole.meant(by: head) {
      (name, rest, role, saysMore) = (tail, head, turned, false)
      return
    }
    (name, rest) = (head, tail)
    role = known ?? ParticipantRole.inTitle(tail)
    saysMore = known == nil && role != nil
  }
}

extension ParticipantRole {
  /// The role that a word or two surely mean; nil for a title that says more.
  static func meant(by text: String) -> ParticipantRole? {
    let plain = PlainWords.joined(text)
    return ParticipantRole(rawValue: plain.split(separator: " ").joined(separator: "-")) ?? synonyms[plain]
  }
}
