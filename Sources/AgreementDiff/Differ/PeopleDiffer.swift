internal import Agreement
internal import Diagnostics
internal import SchoolEnglish
internal import TextSupport

extension Differ {
  /// People: joined, left, with another role, campus, name or other concerns.
  mutating func comparePeople() {
    for (index, person) in old.people.enumerated() {
      guard let partner = newPerson[index] else {
        // Somebody who left last year and is not listed anymore was reported then.
        if isSameYear || person.left == nil { add(change(.personLeft, person, nil)) }
        continue
      }
      compare(person, new.people[partner])
    }
    for (index, person) in new.people.enumerated() where oldPerson[index] == nil {
      if isSameYear || person.left == nil { add(change(.personJoined, nil, person)) }
    }
  }

  private func change(
    _ kind: ChangeClass, _ before: Snapshot.Person?, _ after: Snapshot.Person?, _ reasons: [String] = [],
    match: Match? = nil
  ) -> Change {
    let id = after?.id ?? before?.id ?? ""
    let isLeaving = kind == .personLeft
    return Change(
      kind, path: "participants/\(id)", subject: (after ?? before).map { name($0) } ?? id,
      people: Array(Set([before?.id, after?.id].compactMap { $0 })).sorted(),
      old: kind == .personJoined ? nil : before.map { wording($0) },
      new: isLeaving ? nil : after.map { wording($0) }, reasons: reasons, match: match)
  }

  private func wording(_ person: Snapshot.Person) -> Change.Wording {
    let role = Self.words(person.roles) + (person.title.isEmpty ? "" : ", \(person.title)")
    return Change.Wording("\(name(person)), \(role)", at: person.range)
  }

  private mutating func compare(_ before: Snapshot.Person, _ after: Snapshot.Person) {
    let match: Match = before.id == after.id ? .byID : .byContent
    if before.left == nil, let day = after.left {
      add(change(.personLeft, before, after, ["left on \(day)"], match: match))
    } else if before.left != nil, after.left == nil {
      add(change(.personJoined, before, after, ["had left, and is there again"], match: match))
    }
    if before.roles != after.roles {
      add(change(.personRoleChanged, before, after, [Self.roleReason(before.roles, after.roles)], match: match))
    }
    let campuses = before.campuses.map { inNewCampuses($0) }
    if campuses != after.campuses || before.elsewhere != after.elsewhere {
      let names = campusNames
      func words(_ campuses: [String], _ names: [String: String]) -> String {
        if campuses == ["*"] { return "all campuses" }
        return Prose.list(
          campuses.map { campus in
            let id = campus.prefix { $0 != " " }
            let name = names[String(id)] ?? String(id)
            // The number of a school says nothing here.
            let end = name.hasSuffix(")") ? name.ranges(of: " (").last?.lowerBound : nil
            return String(name[..<(end ?? name.endIndex)]) + campus.dropFirst(id.count)
          })
      }
      add(
        change(
          .personCampusChanged, before, after,
          (campuses == after.campuses
            ? [] : ["\(words(after.campuses, names.new)) instead of \(words(before.campuses, names.old))"])
            + Self.elsewhereReason(before.elsewhere, after.elsewhere),
          match: match))
    }
    var reasons: [String] = []
    if before.name != after.name { reasons.append("the name was \"\(before.name)\"") }
    if before.isNamedLike(after) == false {
      reasons.append("only the id is the same, so it may be another person; read both")
    }
    if before.title != after.title { reasons.append("the title was \"\(before.title)\"") }
    if before.id != after.id { reasons.append("the id was \(before.id)") }
    if isSameYear {
      if before.joined != after.joined { reasons.append("another day of joining") }
      if let from = before.left, let to = after.left, from != to { reasons.append("another day of leaving") }
    }
    if !reasons.isEmpty { add(change(.personChanged, before, after, reasons, match: match)) }
    if before.concerns.sorted() != after.concerns.sorted() {
      func wording(_ person: Snapshot.Person) -> Change.Wording? {
        person.concerns.isEmpty
          ? nil : Change.Wording(person.concerns, shown: person.concerns.map { title($0) }, at: person.range)
      }
      add(
        Change(
          .concernsChanged, path: "participants/\(after.id)/concerns", subject: name(after), people: [after.id],
          old: wording(before), new: wording(after), match: match))
    }
  }

  /// Several roles, in words.
  private static func words(_ roles: [ParticipantRole]) -> String { Prose.list(roles.map { words($0.rawValue) }) }

  /// "also principal now", "no longer principal", or one role in place of another.
  private static func roleReason(_ before: [ParticipantRole], _ after: [ParticipantRole]) -> String {
    let (gone, come) = (before.filter { !after.contains($0) }, after.filter { !before.contains($0) })
    if gone.isEmpty { return "also \(words(come)) now" }
    if come.isEmpty { return "no longer \(words(gone)); still \(words(after))" }
    return "\(words(after)) instead of \(words(before))"
  }

  private static func elsewhereReason(_ before: String, _ after: String) -> [String] {
    if before == after { return [] }
    if after.isEmpty { return ["nothing is said about time elsewhere anymore; it was \"\(before)\""] }
    return [
      "time elsewhere: \"\(after)\"" + (before.isEmpty ? "; nothing was said before" : " instead of \"\(before)\"")
    ]
  }

  /// A campus of the old side with its id on the new side; its share of the time stays.
  private mutating func inNewCampuses(_ campus: String) -> String {
    let id = campus.prefix { $0 != " " }
    guard let index = old.campuses.firstIndex(where: { $0.id == id }),
      let pair = campusPairs.first(where: { $0.old == index })
    else { return campus }
    return new.campuses[pair.new].id + campus.dropFirst(id.count)
  }

  /// Compares campuses, paired by id or else by name.
  mutating func compareCampuses() {
    let pairs = campusPairs
    let (oldPaired, newPaired) = (Set(pairs.map(\.old)), Set(pairs.map(\.new)))
    func wording(_ campus: (id: String, name: String, range: SourceRange)) -> Change.Wording {
      Change.Wording(campus.name, note: campus.id, at: campus.range)
    }
    let gone = old.campuses.indices.filter { !oldPaired.contains($0) }
    let come = new.campuses.indices.filter { !newPaired.contains($0) }
    let moved = movedWholly(gone, come)
    for index in gone {
      let campus = old.campuses[index]
      var change = Change(
        .campusDropped, path: "campuses/\(campus.id)", subject: campus.name, old: wording(campus), new: nil)
      if !moved.isEmpty {
        change.origin = .campuses
        if come.count > 1 {
          let names = Prose.list(come.map { new.campuses[$0].name })
          change.reasons = ["\(names) take its place: everyone who stayed is there now"]
        }
      }
      add(change)
    }
    for index in come {
      let campus = new.campuses[index]
      var change = Change(
        .campusAdded, path: "campuses/\(campus.id)", subject: campus.name, old: nil, new: wording(campus))
      if !moved.isEmpty {
        change.origin = .campuses
        if come.count == 1 {
          let names = Prose.list(gone.map { old.campuses[$0].name })
          change.reasons = ["it takes the place of \(names): everyone who stayed is there now"]
        }
      }
      add(change)
    }
    for index in changes.indices
    where changes[index].kind == .personCampusChanged && !moved.isDisjoint(with: changes[index].people) {
      changes[index].origin = .campuses
    }
    for pair in pairs {
      let (before, after) = (old.campuses[pair.old], new.campuses[pair.new])
      guard before.id != after.id || before.name != after.name else { continue }
      add(
        Change(
          .campusChanged, path: "campuses/\(after.id)", subject: after.name, old: wording(before), new: wording(after),
          match: pair.match))
    }
  }

  /// The ids of the people at schools that are gone, if all of them are at the new schools and one side has a single
  /// school, so that schools became one or one became several; otherwise empty.
  private func movedWholly(_ gone: [Int], _ come: [Int]) -> Set<String> {
    guard !gone.isEmpty, !come.isEmpty, gone.count == 1 || come.count == 1 else { return [] }
    let (before, after) = (Set(gone.map { old.campuses[$0].id }), Set(come.map { new.campuses[$0].id }))
    func isAt(_ person: Snapshot.Person, _ ids: Set<String>) -> Bool {
      person.campuses.contains { ids.contains(String($0.prefix { $0 != " " })) }
    }
    var result: Set<String> = []
    for (index, person) in old.people.enumerated() {
      guard let partner = newPerson[index].map({ new.people[$0] }) else { continue }
      guard isAt(person, before) == isAt(partner, after) else { return [] }
      if isAt(person, before) { result.formUnion([person.id, partner.id]) }
    }
    return result
  }

  /// A new principal who has not signed the text that was carried on; and the mirror image of that.
  mutating func compareInheritance() {
    guard !carried.isEmpty else { return }
    let text =
      carried.count == 1
      ? "one commitment, norm or answer carried on" : "\(carried.count) commitments, norms and answers carried on"
    func isThere(_ person: Snapshot.Person?) -> Bool {
      person.map { $0.roles.contains(.principal) && $0.left == nil } ?? false
    }
    for (index, person) in new.people.enumerated() where isThere(person) && !person.hasSigned {
      guard !isThere(oldPerson[index].map { old.people[$0] }) else { continue }
      add(
        Change(
          .textInherited, path: "participants/\(person.id)", subject: name(person), people: [person.id], old: nil,
          new: Change.Wording(text, at: person.range),
          reasons: ["\(name(person)) is new as principal and has not signed it"]))
    }
    for (index, person) in old.people.enumerated() where isThere(person) && !person.hasSigned {
      guard !isThere(newPerson[index].map { new.people[$0] }) else { continue }
      add(
        Change(
          .textLeftBehind, path: "participants/\(person.id)", subject: name(person), people: [person.id],
          old: Change.Wording(text, at: person.range), new: nil,
          reasons: ["\(name(person)) is no longer principal and had not signed it"]))
    }
  }
}

extension Snapshot.Person {
  /// Whether a person's names on both sides have a word in common, as after a marriage; nil if one name is missing.
  func isNamedLike(_ other: Snapshot.Person) -> Bool? {
    func words(_ name: String) -> Set<String> {
      Set(Word.all(in: name).filter { $0.text.utf8.count > 1 && !$0.traits.contains(.title) }.map(\.text))
    }
    let (mine, theirs) = (words(name), words(other.name))
    return mine.isEmpty || theirs.isEmpty ? nil : !mine.isDisjoint(with: theirs)
  }
}
