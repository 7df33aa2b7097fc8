internal import Agreement

extension Differ {
  /// People and groups who are named but take no part: named, no longer named, or under another name.
  mutating func compareOthers() {
    func wording(_ other: Snapshot.Other) -> Change.Wording {
      Change.Wording(other.name, note: other.about.isEmpty ? other.id : "\(other.id), \(other.about)", at: other.range)
    }
    let (oldPaired, newPaired) = (Set(otherPairs.map(\.old)), Set(otherPairs.map(\.new)))
    for (index, other) in old.others.enumerated() where !oldPaired.contains(index) {
      let reason = new.people.contains { $0.id == other.id } ? ["\(other.name) takes part now"] : []
      add(
        Change(
          .otherDropped, path: "others/\(other.id)", subject: other.name, people: [other.id], old: wording(other),
          new: nil, reasons: reason))
    }
    for (index, other) in new.others.enumerated() where !newPaired.contains(index) {
      let reason = old.people.contains { $0.id == other.id } ? ["\(other.name) took part before"] : []
      add(
        Change(
          .otherAdded, path: "others/\(other.id)", subject: other.name, people: [other.id], old: nil,
          new: wording(other), reasons: reason))
    }
    for pair in otherPairs {
      let (before, after) = (old.others[pair.old], new.others[pair.new])
      guard before.id != after.id || before.name != after.name || before.about != after.about else { continue }
      add(
        Change(
          .otherChanged, path: "others/\(after.id)", subject: after.name,
          people: Array(Set([before.id, after.id])).sorted(), old: wording(before), new: wording(after),
          match: before.id == after.id ? .byID : .byContent))
    }
  }
}
