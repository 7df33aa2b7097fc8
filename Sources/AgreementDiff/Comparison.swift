package import Agreement
package import Diagnostics
internal import TextSupport

/// One agreement for one school year, ready to be compared.
package struct Edition: Sendable {
  let snapshot: Snapshot
  /// The texts that no output may show.
  let withheld: WithheldTexts
  /// The name of its file.
  package var name: String { snapshot.name }
  /// The id of the agreement, the same in every year.
  package var id: String { snapshot.id.text }
  /// Its school year.
  package var year: SchoolYear? { snapshot.year }
  /// The ids of its people.
  package var people: Set<String> { Set(snapshot.people.map(\.id)) }
  /// What its people are called, by their ids.
  package var names: [String: String] {
    Dictionary(snapshot.people.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }
  /// The ids of the topics in the catalog that applies to it.
  package var knownTopics: [String] { snapshot.catalog.topics.map(\.id) }
  /// The ids of the topics that it says something about.
  package var topics: Set<String> { Set(snapshot.topics.map(\.id)) }
  /// Whether everybody who has to sign has signed this text.
  package var isAgreedByAll: Bool { snapshot.isAgreedByAll }

  /// Creates an edition from a reading and its withheld texts; nil if the file has errors, because then nobody knows
  /// what it says.
  package init?(_ reading: AgreementReading, withheld: WithheldTexts) {
    guard reading.isSound, let agreement = reading.agreement else { return nil }
    self.withheld = withheld
    snapshot = Snapshot(agreement, digest: agreement.content.signatures.isAbsent ? nil : reading.digest)
  }
}

/// What happened to an agreement from one side to the other.
package struct Comparison: Sendable {
  /// The id of the agreement.
  package let id: String
  /// The old side; nil for a new agreement.
  package let old: Side?
  /// The new side; nil for an agreement that ended.
  package let new: Side?
  /// What a meeting hears first; for an agreement that ended, how things were at its end.
  package let opening: Opening
  /// The changes, the most important first; texts that may be private are already left out.
  package let changes: [Change]
  /// What stayed the same, in the order of the catalog.
  package internal(set) var carried: [Carried]
  /// What happened to the commitments, in numbers.
  package let commitments: CommitmentCounts
  /// How the parts of both sides belong together, to look back through the years.
  let links: [Link]

  /// One side of a comparison.
  package struct Side: Sendable {
    /// The name of its file.
    package let name: String
    /// The id of the agreement on that side.
    package let id: String
    /// Its school year.
    package let year: SchoolYear?
    /// The place of its school year, in UTF-8 byte offsets.
    package let range: SourceRange
    /// Whether everybody who has to sign has signed this text.
    package let isAgreedByAll: Bool
  }

  /// A commitment, norm or topic on one side and its counterpart on the other.
  struct Link {
    let kind: Carried.Kind
    let old: Int
    let new: Int
    let classes: [ChangeClass]
  }

  /// Compares two agreements; if one side is missing, the other one is new or ended.
  package init(_ old: Edition?, _ new: Edition?) {
    let withheld = [old?.withheld, new?.withheld].compactMap(\.self).filter { !$0.isEmpty }
    id = new?.id ?? old?.id ?? ""
    self.old = old.map { Self.side($0.snapshot) }
    self.new = new.map { Self.side($0.snapshot) }
    let (before, after) = (old?.snapshot, new?.snapshot)
    guard let old = before, let new = after else {
      let kind = after == nil ? ChangeClass.agreementEnded : .agreementNew
      func wording(_ side: Snapshot?) -> Change.Wording? {
        side.map { Change.Wording($0.year?.description ?? $0.id.text, note: $0.name, at: $0.frame) }
      }
      var change = Change(
        kind, path: "id", subject: id, old: wording(before), new: wording(after),
        reasons: ["no agreement has this id anymore"], label: "")
      if after != nil {
        change = Change(kind, path: "id", subject: id, old: nil, new: wording(after), label: "")
      }
      changes = Self.ordered([change], id: id, catalog: nil)
      carried = []
      links = []
      var counts = CommitmentCounts()
      counts[.dropped] = before?.commitments.count ?? 0
      counts.added = after?.commitments.count ?? 0
      commitments = counts
      opening = (after ?? before).map { Opening($0, withheld) } ?? .nothing
      return
    }
    var differ = Differ(old, new)
    differ.run()
    var changes = Cause.linked(Self.ordered(differ.changes, id: id, catalog: new.catalog))
    for index in changes.indices { changes[index].rolledDates = differ.rolledDates(changes[index]) }
    changes = Self.covered(changes, withheld, id: id)
    var opening = Opening(differ, withheld)
    opening.takeOver(&changes, differ)
    self.changes = changes
    self.opening = opening
    carried = Self.ordered(differ.carried, catalog: new.catalog).map { item in
      var item = item
      if item.kind == .commitment {
        item.owners = new.commitments[item.newIndex].owners.map { new.name(of: $0) }
      }
      if differ.isSameYear { item.years = 1 }
      return item.covered(by: withheld)
    }
    links = differ.links
    commitments = differ.counts
  }

  /// Whether anything changed; reports of what stayed the same do not count.
  package var hasChanges: Bool { changes.contains { !$0.kind.isStanding } }

  /// How sentences refer to the old side.
  package var earlier: Earlier { Earlier(old: old?.year, new: new?.year) }

  /// Whether both sides belong to the same school year, as two texts of one agreement or as two agreements.
  package var isSameYear: Bool { old.flatMap(\.year).map { $0 == new?.year } ?? false }

  /// The school years of both sides, as people say them: "from 2025-26 to 2026-27", "new in 2026-27", "ended after
  /// 2025-26".
  package var years: String {
    func words(_ side: Side) -> String { side.year?.description ?? side.name }
    switch (old, new) {
    case (let old?, let new?):
      guard isSameYear else { return "from \(words(old)) to \(words(new))" }
      return old.id == new.id ? "two versions of \(words(new))" : "two agreements of \(words(new))"
    case (let old?, nil): return "ended after \(words(old))"
    case (nil, let new?): return "new in \(words(new))"
    case (nil, nil): return ""
    }
  }

  private static func side(_ snapshot: Snapshot) -> Side {
    Side(
      name: snapshot.name, id: snapshot.id.text, year: snapshot.year, range: snapshot.frame,
      isAgreedByAll: snapshot.isAgreedByAll)
  }

  /// Sorts what stayed the same: answers and commitments by topic, in the order of the catalog, then norms.
  private static func ordered(_ carried: [Carried], catalog: Catalog) -> [Carried] {
    var order: [String: Int] = [:]
    for (index, topic) in catalog.topics.enumerated() { order[topic.id] = index }
    func key(_ item: Carried) -> (Int, Int, String, Int) {
      let rank =
        switch item.kind {
        case .topic: 0
        case .commitment: 1
        case .norm: 2
        }
      return (item.topic.flatMap { order[$0] } ?? .max, rank, item.text, item.newIndex)
    }
    return carried.map { (key($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1).map { item in
      var item = item
      item.known = item.topic.flatMap { order[$0] }.map { catalog.topics[$0] }
      return item
    }
  }

  /// The changes in order, each with its fingerprint.
  private static func ordered(_ changes: [Change], id: String, catalog: Catalog?) -> [Change] {
    var order: [String: Int] = [:]
    for (index, topic) in (catalog?.topics ?? []).enumerated() { order[topic.id] = index }
    let keyed = changes.map { change in
      (
        change: change, content: change.content(of: id, repetition: 0),
        place: change.topic.flatMap { order[$0] } ?? -1
      )
    }.sorted { left, right in
      (left.change.group.rawValue, left.change.kind.id, left.place, left.content)
        < (right.change.group.rawValue, right.change.kind.id, right.place, right.content)
    }
    var seen: [String: Int] = [:]
    return keyed.map { keyed in
      let repetition = seen[keyed.content, default: 0]
      seen[keyed.content] = repetition + 1
      var change = keyed.change
      if let catalog, let place = change.topic.flatMap({ order[$0] }) {
        let title = catalog.topics[place].title
        change.topicTitle = title
        if change.label == change.topic { change.label = title }
      }
      change.fingerprint = StableHash.fingerprint(
        of: repetition == 0 ? keyed.content : change.content(of: id, repetition: repetition))
      return change
    }
  }
}
