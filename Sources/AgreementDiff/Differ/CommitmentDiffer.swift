internal import Agreement
internal import Diagnostics
internal import SchoolEnglish
internal import TextSupport

extension Differ {
  /// Commitments: dropped, added, moved, handed on, orphaned, weakened, strengthened, due on another day, reworded, or
  /// carried on.
  mutating func compareCommitments() {
    let differ = self
    let owners = (
      old: old.commitments.map { differ.commonIDs(old: $0.owners) },
      new: new.commitments.map { differ.commonIDs(new: $0.owners) }
    )
    var pairs = Pairing.pairs(
      zip(old.commitments, owners.old).map { differ.candidate($0, differ.old, $1) },
      zip(new.commitments, owners.new).map { differ.candidate($0, differ.new, $1) }
    ) { first, second in
      let (before, after) = (differ.old.commitments[first], differ.new.commitments[second])
      return (owners.old[first] == owners.new[second] ? 60 : 0) + (before.every == after.every ? 20 : 0)
        + (differ.isMoved(before.due, after.due) ? 0 : 30)
    }
    var oldLeft = Set(old.commitments.indices)
    var newLeft = Set(new.commitments.indices)
    for pair in pairs {
      oldLeft.remove(pair.old)
      newLeft.remove(pair.new)
    }
    addParts(pairs, &oldLeft, &newLeft)
    pairs += lastOnes(oldLeft, newLeft, owners.old, owners.new)
    for pair in pairs {
      oldLeft.remove(pair.old)
      newLeft.remove(pair.new)
      compare(pair)
    }
    counts[.dropped] = oldLeft.count
    counts.added = newLeft.count
    let (before, after) = (
      newLeft.isEmpty ? Whereabouts([]) : whereabouts(old), oldLeft.isEmpty ? Whereabouts([]) : whereabouts(new)
    )
    // Whatever is new under the topic may be what it became.
    let topics = Set(newLeft.map { new.topics[new.commitments[$0].topic].id })
    for index in oldLeft.sorted() {
      let commitment = old.commitments[index]
      var change = Change(
        .commitmentDropped, path: path(commitment, old), subject: old.topics[commitment.topic].id,
        topic: old.topics[commitment.topic].id, people: ids(commitment, old), old: wording(commitment, old), new: nil,
        reasons: [
          after.place(of: commitment.does.text).map {
            $0.isPromise
              ? "\($0.words) says something like it now; read both"
              : "nobody promises it anymore; \($0.words) says something like it"
          }
            ?? (topics.contains(old.topics[commitment.topic].id)
              ? "nothing is promised in these words anymore; there are other new promises under this topic, so read both"
              : "nothing like it is promised anymore")
        ]
          + commitment.owners.compactMap { departure($0, commitment.due.map(inNewYear)) })
      change.rhythm = Change.Rhythm(old: Self.rhythm(commitment), new: nil)
      add(change)
    }
    for index in newLeft.sorted() {
      let commitment = new.commitments[index]
      var change = Change(
        .commitmentAdded, path: path(commitment, new), subject: new.topics[commitment.topic].id,
        topic: new.topics[commitment.topic].id, people: ids(commitment, new), old: nil,
        new: wording(commitment, new),
        reasons: before.place(of: commitment.does.text).map {
          [
            $0.isPromise
              ? "\($0.words) said something like it before; read both"
              : "nobody promised it before; \($0.words) said something like it"
          ]
        }
          ?? [])
      change.rhythm = Change.Rhythm(old: nil, new: Self.rhythm(commitment))
      add(change)
    }
  }

  private func candidate(_ commitment: Snapshot.Commitment, _ side: Snapshot, _ owner: String) -> Candidate {
    let topic = side.topics[commitment.topic].id
    return Candidate(
      id: commitment.id, text: commitment.does.text,
      content:
        "\(commitment.does.text)\u{0}\(topic)\u{0}\(owner)\u{0}\(commitment.every ?? "")\u{0}\(offset(commitment.due, side))",
      home: topic)
  }

  func path(_ commitment: Snapshot.Commitment, _ side: Snapshot) -> String {
    let topic = side.topics[commitment.topic]
    return "topics/\(topic.section)/\(topic.id)/commitments" + (commitment.id.map { "/\($0)" } ?? "")
  }

  func name(_ person: Snapshot.Person) -> String { person.name.isEmpty ? person.id : person.name }

  /// The ids of the owners, sorted.
  func ids(_ commitment: Snapshot.Commitment, _ side: Snapshot) -> [String] {
    Array(Set(commitment.owners.map { side.id(of: $0) })).sorted()
  }

  func wording(_ commitment: Snapshot.Commitment, _ side: Snapshot) -> Change.Wording {
    let parts = [
      Prose.list(commitment.owners.map { side.name(of: $0) }), commitment.due.map { "due \($0)" },
      commitment.every.map { SpokenRhythm.words($0) },
    ]
    return Change.Wording(
      commitment.does.text, note: parts.compactMap { $0 }.joined(separator: ", "), at: commitment.range)
  }

  private mutating func compare(_ pair: Pairing.Pair) {
    let (before, after) = (old.commitments[pair.old], new.commitments[pair.new])
    let topic = new.topics[after.topic]
    let people = Array(Set(ids(before, old) + ids(after, new))).sorted()
    let found = facets(before, after)
    for (kind, reasons) in found {
      var change = Change(
        kind, path: path(after, new), subject: topic.id, topic: topic.id, people: people, old: wording(before, old),
        new: wording(after, new), reasons: reasons, match: pair.match)
      change.origin = .commitment(old: pair.old, new: pair.new)
      let (was, now) = (Self.rhythm(before), Self.rhythm(after))
      if was != now { change.rhythm = Change.Rhythm(old: was, new: now) }
      add(change)
    }
    let classes = found.map(\.kind)
    links.append(Comparison.Link(kind: .commitment, old: pair.old, new: pair.new, classes: classes))
    if classes.isEmpty {
      carried.append(
        Carried(
          kind: .commitment, path: path(after, new), topic: topic.id, people: people, text: after.does.text,
          isAgreedAgain: new.isAgreedByAll && topic.state != .carried, oldIndex: pair.old, newIndex: pair.new))
    }
    counts.count(classes)
  }

  /// What happened to a commitment; one that was handed on and weakened appears twice, once for each.
  private func facets(
    _ before: Snapshot.Commitment, _ after: Snapshot.Commitment
  ) -> [(kind: ChangeClass, reasons: [String])] {
    var result: [(kind: ChangeClass, reasons: [String])] = []
    let (from, to) = (old.topics[before.topic].id, new.topics[after.topic].id)
    if from != to {
      result.append((.commitmentMoved, ["it was under \"\(title(from))\" and is now under \"\(title(to))\""]))
    }
    if let change = ownership(before, after) { result.append(change) }
    if let from = before.due, let to = after.due, shift(from, to) != 0 {
      let words = Self.words(forDays: shift(from, to))
      result.append((.commitmentDueMoved, [words + (isSameYear ? "" : ", counted from the start of the year")]))
    }
    let comparison = TextComparison(before.does.text, after.does.text, rhythm: (before.every, after.every))
    let (weaker, stronger, other) = Self.withDates(comparison, before, after)
    if !weaker.isEmpty { result.append((.commitmentWeakened, weaker + other)) }
    if !stronger.isEmpty { result.append((.commitmentStrengthened, stronger + other)) }
    guard weaker.isEmpty, stronger.isEmpty else { return result }
    if before.does.text != after.does.text || !other.isEmpty {
      result.append((comparison.isWordingOnly && other.isEmpty ? .commitmentReworded : .commitmentChanged, other))
    } else if before.id != after.id {
      result.append(
        (.commitmentReworded, ["only its id changed: \(before.id ?? "none") before, \(after.id ?? "none") now"]))
    }
    return result
  }

  private func ownership(
    _ before: Snapshot.Commitment, _ after: Snapshot.Commitment
  ) -> (kind: ChangeClass, reasons: [String])? {
    let (was, now) = (Set(before.owners.map { commonID(old: $0) }), Set(after.owners.map { commonID(new: $0) }))
    let gone = before.owners.filter { !now.contains(commonID(old: $0)) }
    let come = after.owners.filter { !was.contains(commonID(new: $0)) }
    func names(_ owners: [Party], _ side: Snapshot) -> String { Prose.list(owners.map { side.name(of: $0) }) }
    let reasons = gone.compactMap { departure($0, after.due) }
    switch (gone.isEmpty, come.isEmpty) {
    case (false, false): return (.commitmentHandedOn, ["from \(names(gone, old)) to \(names(come, new))"] + reasons)
    case (false, true):
      return (
        .commitmentOwnerLess, ["no longer also \(names(gone, old)); only \(names(after.owners, new)) now"] + reasons
      )
    case (true, false): return (.commitmentOwnerMore, ["now also \(names(come, new))"])
    case (true, true): break
    }
    // One owner who stays is enough to keep it.
    func left(_ owners: [Party], _ side: Snapshot) -> CalendarDate? {
      let days = owners.map { $0.participant.flatMap { side.people[$0].left } }
      return days.contains { $0 == nil } ? nil : days.compactMap { $0 }.max()
    }
    let (from, to) = (left(before.owners, old), left(after.owners, new))
    if from == nil, let day = to {
      return (
        .commitmentOrphaned,
        ["\(names(after.owners, new)) left\(after.owners.count > 1 ? ", the last on" : " on") \(day)"]
      )
    }
    return from != nil && to == nil
      ? (
        .commitmentAdopted,
        ["\(names(after.owners, new)) had left and \(after.owners.count > 1 ? "are" : "is") there again"]
      ) : nil
  }

  /// The departure of somebody on the old side, if it explains why something is no longer that person's: the person
  /// left before it was due, or is not in the new agreement.
  private func departure(_ party: Party, _ due: CalendarDate?) -> String? {
    guard let person = party.participant else { return nil }
    let before = old.people[person]
    let after = newPerson[person].map { new.people[$0] }
    let name = name(after ?? before)
    if years >= 0, let day = before.left, after.map({ $0.left != nil }) ?? true {
      // Someone who left before the new year began could do nothing in it; within a year it depends on the day.
      if isSameYear, let due, due < day { return nil }
      return "\(name) had left on \(day)"
    }
    guard let after else { return "\(name) is no longer in the agreement" }
    guard let day = after.left else { return nil }
    if let due, due < day { return nil }
    return "\(name) left on \(day)"
  }

  /// A date of the old side as it would be in the new school year.
  private func inNewYear(_ date: CalendarDate) -> CalendarDate {
    CalendarDate(year: date.year + years, month: date.month, day: min(date.day, 28)) ?? date
  }

  /// Whether something is done less often, or more, where one side says how often in the text and the other beside it;
  /// nil if it is the same, or if nobody can tell. `isOld` says that the answer to `every` is the older one.
  private static func isLess(_ every: String, _ reading: Reading, isOld: Bool) -> Bool? {
    guard reading.rhythms.count == 1, let beside = Rhythm.every(every)?.perYear else { return nil }
    let text = reading.rhythms[0].perYear
    return beside == text ? nil : (beside < text) != isOld
  }

  /// How often a commitment is kept, in thousandths of a time in a school year.
  private static func rhythm(_ commitment: Snapshot.Commitment) -> Int? {
    if let every = commitment.every { return Rhythm.every(every)?.perYear }
    return Reading(commitment.does.text).rhythms.first?.perYear
  }

  /// What the date and the answer to `every` add to the comparison of the words.
  private static func withDates(
    _ comparison: TextComparison, _ before: Snapshot.Commitment, _ after: Snapshot.Commitment
  ) -> (weaker: [String], stronger: [String], other: [String]) {
    var (weaker, stronger, other) = (comparison.weaker, comparison.stronger, comparison.other)
    /// What it means that one side says how often beside the text, and the other in the text or not at all.
    func tellBeside(_ every: String, _ textOnly: Snapshot.Commitment, isOld: Bool) {
      let reading = Reading(textOnly.does.text)
      func tell(isLess: Bool, _ reason: String) {
        if isLess { weaker.append(reason) } else { stronger.append(reason) }
      }
      let isTold = isOld ? !comparison.weaker.isEmpty : !comparison.stronger.isEmpty
      if !isTold, reading.rhythms.isEmpty {
        tell(
          isLess: isOld,
          isOld
            ? "it no longer says how often (it was \(SpokenRhythm.words(every)))"
            : "it says how often now (\(SpokenRhythm.words(every)))")
      } else if let isLess = isLess(every, reading, isOld: isOld) {
        let side = isOld ? "it was \(SpokenRhythm.words(every))" : "it is \(SpokenRhythm.words(every)) now"
        tell(isLess: isLess, "\(isLess ? "less" : "more") often: \(side)")
      } else if comparison.weaker.isEmpty, comparison.stronger.isEmpty {
        other.append(
          isOld ? "the text now says how often, and `every` is gone" : "how often is said beside the text now")
      }
    }
    switch (before.due, before.every, after.due, after.every) {
    case (let due?, nil, nil, nil): weaker.append("it no longer has a date (it was due \(due))")
    case (nil, nil, let due?, nil): stronger.append("it has a date now (due \(due))")
    case (nil, let every?, nil, nil):
      tellBeside(every, after, isOld: true)
    case (nil, nil, nil, let every?):
      tellBeside(every, before, isOld: false)
    case (let due?, nil, nil, let every?):
      other.append("it was due \(due) and is done \(SpokenRhythm.words(every)) now")
    case (nil, let every?, let due?, nil):
      other.append("it was done \(SpokenRhythm.words(every)) and is due \(due) now")
    case (nil, let from?, nil, let to?):
      if from != to, comparison.weaker.isEmpty, comparison.stronger.isEmpty,
        let reason = EveryText.reason(from, to, old: Rhythm.every(from)?.perYear, new: Rhythm.every(to)?.perYear)
      {
        other.append(reason)
      }
    default: break
    }
    return (weaker, stronger, other)
  }
}
