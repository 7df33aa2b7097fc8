internal import Agreement
internal import SchoolEnglish

extension Differ {
  /// Commitments that were split off from another one, or merged into one; they are removed from those that are left.
  mutating func addParts(_ pairs: [Pairing.Pair], _ oldLeft: inout Set<Int>, _ newLeft: inout Set<Int>) {
    if oldLeft.isEmpty && newLeft.isEmpty { return }
    func left(_ places: Set<Int>, _ side: Snapshot) -> [Absorption.Left] {
      places.sorted().map { index in
        let commitment = side.commitments[index]
        return Absorption.Left(index: index, text: commitment.does.text, home: side.topics[commitment.topic].id)
      }
    }
    let found = Absorption.found(
      left(oldLeft, old), left(newLeft, new),
      in: pairs.map { pair in
        let (before, after) = (old.commitments[pair.old], new.commitments[pair.new])
        return Absorption.Pair(
          old: before.does.text, new: after.does.text,
          homes: [old.topics[before.topic].id, new.topics[after.topic].id])
      })
    for (index, place) in found.merged.sorted(by: { $0.key < $1.key }) {
      oldLeft.remove(index)
      counts[.merged] += 1
      addPart(.commitmentMerged, old: index, new: pairs[place].new, pairs[place])
    }
    for (index, place) in found.split.sorted(by: { $0.key < $1.key }) {
      newLeft.remove(index)
      counts.split += 1
      addPart(.commitmentSplit, old: pairs[place].old, new: index, pairs[place])
    }
  }

  private mutating func addPart(_ kind: ChangeClass, old before: Int, new after: Int, _ pair: Pairing.Pair) {
    let (first, second) = (old.commitments[before], new.commitments[after])
    let topic = new.topics[second.topic].id
    let likeness = Similarity.between(Word.all(in: first.does.text), Word.all(in: second.does.text))
    var change = Change(
      kind, path: path(second, new), subject: topic, topic: topic,
      people: Array(Set(ids(first, old) + ids(second, new))).sorted(), old: wording(first, old),
      new: wording(second, new),
      reasons: [
        kind == .commitmentMerged
          ? "it is now part of a promise that says more" : "it was part of a promise that said more"
      ],
      match: Match(basis: .similarity, confidence: likeness))
    change.origin = .commitment(old: pair.old, new: pair.new)
    add(change)
  }

  /// The only commitments left on each side for one owner under one topic, which are probably the same promise in other
  /// words.
  func lastOnes(_ oldLeft: Set<Int>, _ newLeft: Set<Int>, _ oldOwners: [String], _ newOwners: [String]) -> [Pairing
    .Pair]
  {
    if oldLeft.isEmpty || newLeft.isEmpty { return [] }
    var places: [String: (old: [Int], new: [Int])] = [:]
    for index in oldLeft {
      let home = old.topics[old.commitments[index].topic].id + "\u{0}" + oldOwners[index]
      places[home, default: ([], [])].old.append(index)
    }
    for index in newLeft {
      let home = new.topics[new.commitments[index].topic].id + "\u{0}" + newOwners[index]
      places[home, default: ([], [])].new.append(index)
    }
    return places.values.filter { $0.old.count == 1 && $0.new.count == 1 }.map { place in
      let texts = (old.commitments[place.old[0]].does.text, new.commitments[place.new[0]].does.text)
      // "Visit quarterly" and "Visit four times a year" have one word in common.
      if TextComparison(texts.0, texts.1).isWordingOnly {
        return Pairing.Pair(old: place.old[0], new: place.new[0], match: Match(basis: .similarity, confidence: 1000))
      }
      let likeness = Similarity.between(Word.all(in: texts.0), Word.all(in: texts.1))
      return Pairing.Pair(
        old: place.old[0], new: place.new[0],
        match: Match(basis: .similarity, confidence: min(likeness, Pairing.least - 1)))
    }.sorted { $0.old < $1.old }
  }

  /// Everything that a side says anywhere: answers, promises, norms and meetings.
  func whereabouts(_ side: Snapshot) -> Whereabouts {
    var texts: [(place: Whereabouts.Place, text: String)] = []
    for topic in side.topics {
      for phrase in topic.texts { texts.append((.answer(topic: title(topic.id)), phrase.text)) }
    }
    for commitment in side.commitments {
      texts.append((.promise(topic: title(side.topics[commitment.topic].id)), commitment.does.text))
    }
    for norm in side.lists[.norm] ?? [] { texts.append((.norm, norm.text)) }
    for meeting in side.meetings { texts.append((.meeting(meeting.what.text), meeting.what.text)) }
    return Whereabouts(texts)
  }
}
