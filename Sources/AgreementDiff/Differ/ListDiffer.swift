internal import Agreement

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

  /// The classes of an item that came, went, or has other words.
  var classes: (added: ChangeClass, dropped: ChangeClass, reworded: ChangeClass) {
    switch self {
    case .challenge: (.challengeAdded, .challengeDropped, .challengeReworded)
    case .norm: (.normAdded, .normDropped, .normReworded)
    case .purpose: (.purposeAdded, .purposeDropped, .purposeReworded)
    case .result: (.resultAdded, .resultDropped, .resultReworded)
    case .roleDocument: (.roleDocumentAdded, .roleDocumentDropped, .roleDocumentReworded)
    case .strength: (.strengthAdded, .strengthDropped, .strengthReworded)
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
      for (index, phrase) in before.enumerated() where !oldPaired.contains(index) {
        add(change(kind.classes.dropped, kind, phrase, nil))
      }
      for (index, phrase) in after.enumerated() where !newPaired.contains(index) {
        add(change(kind.classes.added, kind, nil, phrase))
      }
      for pair in pairs { compare(pair, kind, before[pair.old], after[pair.new]) }
    }
  }

  private mutating func compare(_ pair: Pairing.Pair, _ kind: Snapshot.ListKind, _ before: Phrase, _ after: Phrase) {
    if before.text != after.text {
      let comparison = TextComparison(before.text, after.text)
      // Where more than the wording changed, it stands under its own heading and is not folded away.
      add(
        change(
          kind.classes.reworded, kind, before, after,
          comparison.isWordingOnly ? [] : comparison.weaker + comparison.stronger + comparison.other, match: pair.match,
          group: comparison.isWordingOnly ? nil : kind.classes.added.group))
    } else if kind == .challenge, !isSameYear {
      add(change(.challengeRecurring, kind, before, after, match: pair.match))
    }
    guard kind == .norm else { return }
    links.append(
      Comparison.Link(
        kind: .norm, old: pair.old, new: pair.new, classes: before.text == after.text ? [] : [.normReworded]))
    guard before.text == after.text else { return }
    carried.append(
      Carried(
        kind: .norm, path: kind.path, topic: nil, people: [], text: after.text, isAgreedAgain: new.isAgreedByAll,
        oldIndex: pair.old, newIndex: pair.new))
  }

  private func change(
    _ kind: ChangeClass, _ list: Snapshot.ListKind, _ before: Phrase?, _ after: Phrase?, _ reasons: [String] = [],
    match: Match? = nil, group: ChangeGroup? = nil
  ) -> Change {
    Change(
      kind, path: list.path, subject: list.noun, old: before.map { Change.Wording($0.text, at: $0.range) },
      new: after.map { Change.Wording($0.text, at: $0.range) }, reasons: reasons, match: match, group: group)
  }

  /// The coach's roles, by id.
  mutating func compareRoles() {
    var places: [String: (old: Phrase?, new: Phrase?)] = [:]
    for role in old.roles { places[role.id] = (role.phrase, nil) }
    for role in new.roles { places[role.id] = (places[role.id]?.old, role.phrase) }
    for id in places.keys.sorted() {
      let (before, after) = (places[id]?.old, places[id]?.new)
      guard before?.text != after?.text else { continue }
      let kind: ChangeClass = before == nil ? .roleAdded : after == nil ? .roleDropped : .roleReworded
      add(
        Change(
          kind, path: "focus/roles/\(id)", subject: id, old: before.map { Change.Wording($0.text, at: $0.range) },
          new: after.map { Change.Wording($0.text, at: $0.range) },
          match: before != nil && after != nil ? .byID : nil))
    }
  }
}
