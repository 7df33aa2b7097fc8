/// Finds the person or thing people mean when they write a name instead of an id.
struct NameLookup {
  /// A person or thing with an id and a name.
  private struct Known {
    let id: [String]
    let name: [String]
    /// The name without the words that many schools share.
    let core: [String]
    let roles: [ParticipantRole]
  }

  private let known: [Known]
  private let arePeople: Bool

  /// Takes the ids in order, each with its name and, for people, their roles.
  init(_ all: [(id: String, name: String, roles: [ParticipantRole])], arePeople: Bool) {
    self.arePeople = arePeople
    known = all.map { entry in
      let name = Self.words(entry.name, arePeople)
      return Known(id: PlainWords.of(entry.id), name: name, core: Self.core(name), roles: entry.roles)
    }
  }

  /// The index of the entry that is meant; nil if there is none, or more than one.
  func place(of text: String) -> Int? {
    let words = Self.words(text, arePeople)
    guard !words.isEmpty, words.count <= 12 else { return arePeople ? placeOfRole(text) : nil }
    // Two people, or a name followed by something that is neither a degree nor a role.
    if arePeople, words.contains("and") || text.contains(where: { "&/;+".contains($0) }) || saysMore(text) {
      return nil
    }
    let first = words[0]
    return only { $0.name == words || $0.id == words }
      // "Maureen", "O'Brien" and "M. O'Brien".
      ?? only { person in
        !person.name.isEmpty
          && words.allSatisfy { word in
            person.name.contains(word) || word.count == 1 && arePeople && person.name.contains { $0.hasPrefix(word) }
          } && words.contains { $0.count > 1 }
      }
      // A name with a middle name, or with a nickname before the last name, that is not in the list.
      ?? only { $0.name.count > 1 && $0.name.allSatisfy(words.contains) }
      ?? (arePeople
        ? only { $0.name.count > 1 && words.count > 1 && $0.name.last == words.last && $0.name[0].first == first.first }
          ?? placeOfRole(text)
        : only { !$0.core.isEmpty && $0.core == Self.core(words) && Self.mayBeOne($0.name, words) })
  }

  /// Whether more than degrees or a role follows a comma.
  private func saysMore(_ text: String) -> Bool {
    text.split(separator: ",").dropFirst().contains { part in
      !Self.words(String(part), true).isEmpty && ParticipantRole.meant(by: String(part)) == nil
        && ParticipantRole.inTitle(String(part)) == nil
    }
  }

  /// "The principal", if there is only one.
  private func placeOfRole(_ text: String) -> Int? {
    let plain = PlainWords.joined(text)
    let role =
      ParticipantRole(rawValue: plain.split(separator: " ").joined(separator: "-")) ?? ParticipantRole.synonyms[plain]
    guard let role else { return nil }
    return only { $0.roles.contains(role) }
  }

  private func only(_ isMeant: (Known) -> Bool) -> Int? {
    var found: Int?
    for place in known.indices where isMeant(known[place]) {
      if found != nil { return nil }
      found = place
    }
    return found
  }

  /// The words of a name without titles and degrees.
  private static func words(_ text: String, _ isPerson: Bool) -> [String] {
    var words = PlainWords.of(text)
    if words.count > 1, words[0] == "the" { words.removeFirst() }
    guard isPerson else { return words }
    return words.filter { !titles.contains($0) }
  }

  /// Whether two school names do not name different kinds of school.
  private static func mayBeOne(_ left: [String], _ right: [String]) -> Bool {
    let left = Set(left.compactMap { kindsOfSchool.contains($0) ? kinds[$0] : nil })
    let right = Set(right.compactMap { kindsOfSchool.contains($0) ? kinds[$0] : nil })
    return left.isEmpty || right.isEmpty || !left.isDisjoint(with: right)
  }

  private static let kinds: [String: String] = [
    "academy": "academy",
    "elem": "elementary",
    "elementary": "elementary",
    "es": "elementary",
    "high": "high",
    "hs": "high",
    "intermediate": "middle",
    "jhs": "middle",
    "junior": "middle",
    "middle": "middle",
    "ms": "middle",
    "primary": "elementary",
    "secondary": "high",
  ]

  private static func core(_ words: [String]) -> [String] {
    var result: [String] = []
    for (place, word) in words.enumerated() where !kindsOfSchool.contains(word) {
      // "K-8" is a range of grades.
      let isGrade = word == "k" || place > 0 && words[place - 1] == "k"
      if !isGrade { result.append(word) }
    }
    return result
  }

  /// The id among those in use that consists of words of a name; nil if there is none, or more than one.
  static func id(for name: String, among used: Set<String>) -> String? {
    let words = Set(PlainWords.of(name))
    let found = used.filter { PlainWords.of($0).allSatisfy(words.contains) }
    let longest = found.map { PlainWords.of($0).count }.max() ?? 0
    let best = found.filter { PlainWords.of($0).count == longest }
    return best.count == 1 ? best.first : nil
  }

  /// A short id for a person: the last name.
  static func personID(_ name: String) -> String {
    let beforeComma = String(name.prefix { $0 != "," && $0 != "(" })
    let words = words(beforeComma, true)
    return words.last { $0.count > 1 && $0.first?.isLetter == true && !generations.contains($0) } ?? ""
  }

  /// A short id for a school: its name without "Elementary School" and the like.
  static func campusID(_ name: String) -> String {
    let words = words(String(name.prefix { $0 != "," && $0 != "(" }), false)
    let core = core(words)
    let id = (core.isEmpty ? words : core).drop { $0.first?.isLetter != true }.joined(separator: "-")
    return Identifier.isValid(id) ? id : Decoder.idLike(name)
  }

  private static let generations: Set<String> = ["ii", "iii", "iv", "jr", "sr"]

  private static let titles: Set<String> = [
    "dr", "edd", "edm", "eds", "jd", "ma", "mat", "med", "miss", "mr", "mrs", "ms", "mx", "nbct", "phd", "prof",
    "professor",
    // Before a name they say what the person does.
    "coach", "principal",
  ]

  private static let kindsOfSchool: Set<String> = [
    "academy", "campus", "elem", "elementary", "es", "high", "hs", "intermediate", "jhs", "junior", "k12", "k5", "k8",
    "middle", "ms", "primary", "school", "secondary",
  ]
}
