package import AgreementDiff
package import Diagnostics

/// A change with everything shown about it, so that the bytes of both files can be freed.
package struct ReportedChange: Sendable {
  package let change: Change
  /// Where the old side begins and ends; nil for what is new.
  package let old: (start: LineColumn, end: LineColumn)?
  /// Where the new side begins and ends; nil for what is gone.
  package let new: (start: LineColumn, end: LineColumn)?
}

/// What happened to one agreement, ready to be shown.
package struct ReportedDiff: Sendable {
  /// The id of the agreement.
  package let id: String
  /// The old side; nil for a new agreement.
  package let old: Comparison.Side?
  /// The new side; nil for an agreement that ended.
  package let new: Comparison.Side?
  /// What changed, the most important first.
  package private(set) var changes: [ReportedChange]
  package private(set) var carried: [Carried]
  /// What happened to the commitments, in numbers.
  package let commitments: CommitmentCounts
  /// The school years of both sides, in words.
  package let years: String
  /// What a meeting hears first.
  package let opening: Opening
  /// Whether both sides belong to the same school year.
  package let isSameYear: Bool
  /// What the old side is called in sentences.
  package let earlier: Earlier
  /// The ids of agreements on the other side that may be this one under another id; only if one side is missing.
  package var perhaps: [String] = []
  /// Whether only some of the changes are shown.
  package private(set) var isFiltered = false

  /// Takes what is shown of a comparison; the sources are those of both sides.
  package init(_ comparison: Comparison, old oldSource: SourceFile?, new newSource: SourceFile?) {
    id = comparison.id
    old = comparison.old
    new = comparison.new
    carried = comparison.carried
    commitments = comparison.commitments
    years = comparison.years
    opening = comparison.opening
    isSameYear = comparison.isSameYear
    earlier = comparison.earlier
    let oldLines = oldSource.map { LineIndex($0.bytes, from: $0.byteOrderMarkCount) }
    let newLines = newSource.map { LineIndex($0.bytes, from: $0.byteOrderMarkCount) }
    func place(
      _ wording: Change.Wording?, _ source: SourceFile?, _ lines: LineIndex?
    ) -> (start: LineColumn, end: LineColumn)? {
      guard let range = wording?.range, let source, let lines else { return nil }
      return (
        LineColumn(Int(range.start), in: source.bytes, lines: lines),
        LineColumn(Int(range.end), in: source.bytes, lines: lines)
      )
    }
    changes = comparison.changes.map { change in
      ReportedChange(
        change: change, old: place(change.old, oldSource, oldLines), new: place(change.new, newSource, newLines))
    }
  }

  /// The changes that belong to no other change, each with those that have the same cause.
  var told: [(change: ReportedChange, parts: [ReportedChange])] {
    var parts: [String: [ReportedChange]] = [:]
    // The opening says what somebody took over; a filter shows no opening.
    for change in changes where isFiltered || !change.change.isToldInOpening {
      if let whole = change.change.partOf { parts[whole, default: []].append(change) }
    }
    return changes.filter { $0.change.partOf == nil }.map { ($0, parts[$0.change.fingerprint] ?? []) }
  }

  /// Keeps what a reader asked for.
  package mutating func keep(_ filter: DiffFilter) {
    guard !filter.isEmpty else { return }
    isFiltered = true
    changes.removeAll { !filter.takes($0.change) }
    // A change that belongs to one nobody asked for is shown separately.
    let known = Set(changes.map(\.change.fingerprint))
    changes = changes.map { change in
      guard let whole = change.change.partOf, !known.contains(whole) else { return change }
      return ReportedChange(change: change.change.detached, old: change.old, new: change.new)
    }
    carried.removeAll { !filter.takes($0) }
  }
}

/// What a reader asked for: classes, topics, people. Empty means all.
package struct DiffFilter: Sendable {
  package var classes: Set<ChangeClass> = []
  /// The ids of topics.
  package var topics: Set<String> = []
  /// The ids of people.
  package var people: Set<String> = []

  package init() {}

  package var isEmpty: Bool { classes.isEmpty && topics.isEmpty && people.isEmpty }

  package func takes(_ change: Change) -> Bool {
    (classes.isEmpty || classes.contains(change.kind))
      && (topics.isEmpty || change.topic.map(topics.contains) ?? false)
      && (people.isEmpty || !people.isDisjoint(with: change.people))
  }

  /// Whether the filter takes something that stayed; a filter for classes takes none of it.
  package func takes(_ carried: Carried) -> Bool {
    classes.isEmpty && (topics.isEmpty || carried.topic.map(topics.contains) ?? false)
      && (people.isEmpty || !people.isDisjoint(with: carried.people))
  }
}
