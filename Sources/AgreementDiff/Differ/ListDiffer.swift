internal import Agreement
internal import SchoolEnglish

extension Snapshot.ListKind {
  /// The key of the list.
  var path: String {
    switch self {
    case .challenge: "focus/challenges"
    case .norm: "norms/agreed"
    case .purpose: "conversation/purposes"
    case .result: "focus/expected-results"
    case .roleDocument: "focus/role-documents"
    case .strength: "focus/strengths"
    }
  }

  /// What one item is called.
  var noun: String { rawValue.split(separator: "-").joined(separator: " ") }

  /// The classes for an item that came, that went, that says the same in other words, or that says something else.
  var classes: (added: ChangeClass, dropped: ChangeClass, reworded: ChangeClass, changed: ChangeClass) {
    switch self {
    case .challenge: (.challengeAdded, .challengeDropped, .challengeReworded, .challengeChanged)
    case .norm: (.normAdded, .normDropped, .normReworded, .normChanged)
    case .purpose: (.purposeAdded, .purposeDropped, .purposeReworded, .purposeChanged)
    case .result: (.resultAdded, .resultDropped, .resultReworded, .resultChanged)
    case .roleDocument: (.roleDocumentAdded, .roleDocumentDropped, .roleDocumentReworded, .roleDocumentChanged)
    case .strength: (.strengthAdded, .strengthDropped, .strengthReworded, .strengthChanged)
    }
  }
}

extension Differ {
  /// Norms, challenges, strengths, expected results, purposes and role documents, item by item.
  mutating func compareLists() {
    for kind in Snapshot.ListKind.allCases {
      let (before, after) = (old.lists[kind] ?? [], new.lists[kind] ?? [])
      let pairs = Pairing.pairs(
        before.map { Candidate(text: $0.text, content: $0.text) },
        after.map { Candidate(text: $0.text, content: $0.text) })
      let (oldPaired, newPaired) = (Set(pairs.map(\.old)), Set(pairs.map(\.new)))
      let (merged, split) = kind == .norm ? parts(before, after, pairs) : ([:], [:])
      for (index, phrase) in before.enumerated() where !oldPaired.contains(index) {
        guard let place = merged[index] else {
          add(change(kind.classes.dropped, kind, phrase, nil))
          continue
        }
        addPart(.normMerged, phrase, after[pairs[place].new], pairs[place])
      }
      for (index, phrase) in after.enumerated() where !newPaired.contains(index) {
        guard let place = split[index] else {
          add(change(kind.classes.added, kind, nil, phrase))
          continue
        }
        addPart(.normSplit, before[pairs[place].old], phrase, pairs[place])
      }
      for pair in pairs { compare(pair, kind, before[pair.old], after[pair.new]) }
    }
  }

  /// The norms that were merged into others, and those that were split off.
  private func parts(_ before: [Phrase], _ after: [Phrase], _ pairs: [Pairing.Pair]) -> (
    merged: [Int: Int], split: [Int: Int]
  ) {
    func left(_ phrases: [Phrase], _ paired: [Int]) -> [Absorption.Left] {
      let paired = Set(paired)
      return phrases.indices.filter { !paired.contains($0) }.map {
        Absorption.Left(index: $0, text: phrases[$0].text, home: "")
      }
    }
    return Absorption.found(
      left(before, pairs.map(\.old)), left(after, pairs.map(\.new)),
      in: pairs.map { Absorption.Pair(old: before[$0.old].text, new: after[$0.new].text, homes: [""]) })
  }

  private mutating func addPart(_ kind: ChangeClass, _ before: Phrase, _ after: Phrase, _ pair: Pairing.Pair) {
    let likeness = Similarity.between(Word.all(in: before.text), Word.all(in: after.text))
    var part = change(
      kind, .norm, before, after, match: Match(basis: .similarity, confidence: likeness))
    part.origin = .norm(old: pair.old, new: pair.new)
    add(part)
  }

  private mutating func compare(_ pair: Pairing.Pair, _ kind: Snapshot.ListKind, _ before: Phrase, _ after: Phrase) {
    var found: ChangeClass?
    if before.text != after.text {
      let comparison = TextComparison(before.text, after.text)
      found = comparison.isWordingOnly ? kind.classes.reworded : kind.classes.changed
      var change = change(
        found ?? kind.classes.changed, kind, before, after,
        comparison.isWordingOnly ? [] : comparison.weaker + comparison.stronger + comparison.other, match: pair.match)
      if kind == .norm { change.origin = .norm(old: pair.old, new: pair.new) }
      add(change)
    } else if kind == .challenge, !isSameYear {
      add(change(.challengeRecurring, kind, before, after, match: pair.match))
    }
    guard kind == .norm else { return }
    links.append(
      Comparison.Link(
        kind: .norm, old: pair.old, new: pair.new, classes: [found].compactMap { $0 }))
    guard before.text == after.text else { return }
    carried.append(
      Carried(
        kind: .norm, path: kind.path, topic: nil, people: [], text: after.text, isAgreedAgain: new.isAgreedByAll,
        oldIndex: pair.old, newIndex: pair.new))
  }

  private func change(
    _ kind: ChangeClass, _ list: Snapshot.ListKind, _ before: Phrase?, _ after: Phrase?, _ reasons: [String] = [],
    match: Match? = nil
  ) -> Change {
    func wording(_ phrase: Phrase?) -> Change.Wording? {
      phrase.map { phrase in
        // Each of the usual purposes has an id and a sentence.
        let means = list == .purpose ? new.catalog.purposes.first { $0.id == phrase.text }?.means : nil
        return Change.Wording([phrase.text], shown: means.map { [$0] }, at: phrase.range)
      }
    }
    return Change(
      kind, path: list.path, subject: list.noun, old: wording(before), new: wording(after), reasons: reasons,
      match: match, label: "")
  }

  /// The coach's roles, by id.
  mutating func compareRoles() {
    var places: [String: (old: Phrase?, new: Phrase?)] = [:]
    for role in old.roles { places[role.id] = (role.phrase, nil) }
    for role in new.roles { places[role.id] = (places[role.id]?.old, role.phrase) }
    for id in places.keys.sorted() {
      let (before, after) = (places[id]?.old, places[id]?.new)
      guard before?.text != after?.text else { continue }
      let wording = before.flatMap { before in after.map { Self.wording(before.text, $0.text) } }
      let kind: ChangeClass =
        before == nil
        ? .roleAdded : after == nil ? .roleDropped : wording?.isSame == true ? .roleReworded : .roleChanged
      add(
        Change(
          kind, path: "focus/roles/\(id)", subject: id, old: before.map { Change.Wording($0.text, at: $0.range) },
          new: after.map { Change.Wording($0.text, at: $0.range) },
          reasons: wording?.reasons ?? [], match: before != nil && after != nil ? .byID : nil,
          label: new.catalog.roles.first { $0.id == id }?.title ?? Self.words(id)))
    }
  }
}
