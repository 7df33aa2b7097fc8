internal import YAMLSyntax

/// Merges units: first by their bytes, then by what they say, then by what is in them.
struct UnitMerger {
  /// A unit that was merged.
  struct Seen {
    let path: [String]
    /// Whether the two sides have something else there.
    let isDifferent: Bool
    /// Whether a side removed it.
    let isRemoved: Bool
  }

  /// Cuts the texts that are made on the way.
  var reader: UnitReader
  /// The units that have to be a conflict, because of what came of merging them.
  var forced: [UnitTriple: MergeConflict.Reason] = [:]
  private(set) var seen: [UnitTriple: Seen] = [:]
  private(set) var conflicts: [MergeConflict] = []
  /// Whether even what only one side touched is merged entry by entry, so that each entry can be a conflict.
  var goesInside = false
  /// Answers in their short form as long ones, by the number of the unit.
  var longForms: [Int: Unit] = [:]

  init(reader: UnitReader) { self.reader = reader }

  /// Merges whole files.
  mutating func file(_ base: Unit?, _ ours: Unit, _ theirs: Unit) -> MergedText {
    seen = [:]
    conflicts = []
    return unit(base, ours, theirs, at: 0)
  }

  /// Merges a unit; nothing is left of one that goes.
  mutating func unit(_ base: Unit?, _ ours: Unit?, _ theirs: Unit?, at column: Int) -> MergedText {
    let triple = UnitTriple(base, ours, theirs)
    guard let path = (ours ?? theirs)?.path else { return MergedText() }
    seen[triple] = Seen(
      path: path, isDifferent: ours?.relative != theirs?.relative,
      isRemoved: base != nil && (ours == nil || theirs == nil))
    if let reason = forced[triple], !path.isEmpty {
      return conflict(base, ours, theirs, at: column, reason).marked(as: triple)
    }
    if path == ["signatures"], let merged = signatures(base, ours, theirs, at: column) {
      return merged.marked(as: triple)
    }
    guard let ours, let theirs else {
      return one(base, ours: ours, theirs: theirs, at: column).marked(as: triple)
    }
    return
      (shortcut(base, ours, theirs, at: column) ?? inside(base, ours, theirs, at: column)
      ?? byMeaning(base, ours, theirs, at: column)
      ?? conflict(base, ours, theirs, at: column, base == nil ? .bothAdded : .bothChanged)).marked(as: triple)
  }

  // MARK: - Whole units

  /// Merges a unit that only one side has.
  private mutating func one(_ base: Unit?, ours: Unit?, theirs: Unit?, at column: Int) -> MergedText {
    var result = MergedText()
    guard let left = ours ?? theirs else { return result }
    if let base {
      // A comment that somebody added to what the other side removed would be lost, too.
      let known = Set(base.leadingComments + base.comments)
      let isCommented = !(left.leadingComments + left.comments).allSatisfy { known.contains($0) }
      if !isCommented, left.relative == base.relative || left.meaning == base.meaning { return result }
      return conflict(base, ours, theirs, at: column, .removedAndChanged)
    }
    result.append(left.lead(at: column))
    result.append(left.text(at: column))
    return result
  }

  /// Takes the bytes of one side if the other did not touch the unit.
  private func shortcut(_ base: Unit?, _ ours: Unit, _ theirs: Unit, at column: Int) -> MergedText? {
    // Only what is in it may be a conflict.
    if ours.path.isEmpty { return nil }
    if ours.relative == theirs.relative { return whole(ours, base, ours, theirs, at: column) }
    guard let base, !goesInside || ours.kind == .leaf || theirs.kind == .leaf else { return nil }
    if ours.relative == base.relative { return whole(theirs, base, ours, theirs, at: column) }
    if theirs.relative == base.relative { return whole(ours, base, ours, theirs, at: column) }
    return nil
  }

  /// Takes one side if the other only has another layout; comments of the other stay.
  private func byMeaning(_ base: Unit?, _ ours: Unit, _ theirs: Unit, at column: Int) -> MergedText? {
    if ours.path.isEmpty { return nil }
    let taken: Unit
    if ours.meaning == theirs.meaning || theirs.meaning == base?.meaning {
      taken = ours
    } else if ours.meaning == base?.meaning {
      taken = theirs
    } else {
      return nil
    }
    let other = taken === ours ? theirs : ours
    return whole(
      taken, base, ours, theirs, at: column,
      rescued: Self.missing(from: taken.comments, of: other.comments, base?.comments ?? []))
  }

  /// A unit as one side has it, with the comments before it of both, and comments that had no other place.
  private func whole(
    _ taken: Unit, _ base: Unit?, _ ours: Unit, _ theirs: Unit, at column: Int, rescued: [ArraySlice<UInt8>] = []
  ) -> MergedText {
    var result = MergedText()
    result.append(lead(base, ours, theirs, at: column))
    for comment in rescued { result.append(LineText.comment(comment, at: column)) }
    result.append(taken.text(at: column))
    return result
  }

  /// Both sides between markers.
  mutating func conflict(
    _ base: Unit?, _ ours: Unit?, _ theirs: Unit?, at column: Int, _ reason: MergeConflict.Reason
  ) -> MergedText {
    conflicts.append(MergeConflict(path: (ours ?? theirs)?.path ?? [], reason: reason))
    var result = MergedText()
    let hasBoth = ours != nil && theirs != nil
    if let ours, let theirs { result.append(lead(base, ours, theirs, at: column)) }
    func text(_ unit: Unit?) -> [UInt8] {
      unit.map { (hasBoth ? [] : $0.lead(at: column)) + $0.text(at: column) } ?? []
    }
    result.append(MergedText.Alternatives(base: text(base), ours: text(ours), theirs: text(theirs)))
    return result
  }

  /// A conflict of several units at once.
  mutating func conflict(_ path: [String], _ alternatives: MergedText.Alternatives, _ reason: MergeConflict.Reason)
    -> MergedText
  {
    conflicts.append(MergeConflict(path: path, reason: reason))
    var result = MergedText()
    result.append(alternatives)
    return result
  }

  /// Remembers units that are merged as one.
  mutating func see(_ triple: UnitTriple, _ path: [String], isDifferent: Bool) {
    seen[triple] = Seen(path: path, isDifferent: isDifferent, isRemoved: false)
  }

  // MARK: - What is in them

  /// Merges what is in a unit; nil if that is not possible.
  private mutating func inside(_ base: Unit?, _ ours: Unit, _ theirs: Unit, at column: Int) -> MergedText? {
    // Two new items of a list that are not the same have at most a name in common.
    if base == nil, ours.isItem { return nil }
    let (base, ours, theirs) = inOneForm(base, ours, theirs)
    guard ours.kind == theirs.kind else { return nil }
    guard base.map({ $0.kind == ours.kind || $0.isAbsent && ours.kind != .leaf }) ?? true else { return nil }
    let old = base?.kind == ours.kind ? base : nil
    let told = conflicts.count
    let kids: MergedText?
    switch ours.kind {
    case .leaf: return leaf(base, ours, theirs, at: column)
    case .mapping: kids = mapping(old, ours, theirs, at: column)
    case .list: kids = list(old, ours, theirs, at: column)
    }
    guard let kids, !kids.isEmpty else { return nil }
    if !ours.isItem { return holder(kids, base, ours, theirs, at: column) }
    if let item = item(kids, base, ours, theirs, at: column) { return item }
    // The conflict of the whole item takes the place of those in it.
    conflicts.removeLast(conflicts.count - told)
    return conflict(base, ours, theirs, at: column, .bothChanged)
  }

  /// An item of a list around its merged entries; nil if a side has none of them after the dash.
  private func item(_ kids: MergedText, _ base: Unit?, _ ours: Unit, _ theirs: Unit, at column: Int) -> MergedText? {
    guard let dashed = kids.dashed(at: column) else { return nil }
    var result = MergedText()
    result.append(lead(base, ours, theirs, at: column))
    result.append(dashed)
    result.append(tail(base, ours, theirs, at: column))
    return result
  }

  /// A key around its merged entries or items.
  func holder(_ kids: MergedText, _ base: Unit?, _ ours: Unit, _ theirs: Unit, at column: Int) -> MergedText {
    var result = MergedText()
    result.append(lead(base, ours, theirs, at: column))
    if !ours.path.isEmpty {
      let core = ours.core == base?.core ? theirs.core : ours.core
      let comments = comments(base, ours, theirs)
      for comment in comments.dropFirst() {
        result.append(LineText.comment(LineText.trimmed(comment), at: column))
      }
      result.append(LineText.indented(core, by: column) + (comments.first ?? []) + [0x0A])
    }
    result.append(kids)
    result.append(tail(base, ours, theirs, at: column))
    return result
  }

  /// Merges a value that is one text, or in brackets or braces: its text, and the comment after it.
  private func leaf(_ base: Unit?, _ ours: Unit, _ theirs: Unit, at column: Int) -> MergedText? {
    let (mine, other, old) = (ours.core, theirs.core, base?.core)
    var taken = ours
    var members: [UInt8]?
    if mine == other || other == old {
      taken = ours
    } else if mine == old {
      taken = theirs
    } else if ours.meaning == theirs.meaning || theirs.meaning == base?.meaning {
      taken = ours
    } else if ours.meaning == base?.meaning {
      taken = theirs
    } else if let base, let merged = set(base, ours, theirs) {
      members = LineText.indented(merged, by: column)
    } else {
      return nil
    }
    var after = comments(base, ours, theirs)
    let rest = taken === ours ? theirs : ours
    // Comments within the text that is not taken.
    let told = Set(after.map { LineText.trimmed($0) })
    var before = Self.missing(from: taken.comments, of: rest.comments, base?.comments ?? []).filter {
      !told.contains($0)
    }
    if !taken.takesComment {
      before += after.map { LineText.trimmed($0) }
      after = []
    }
    before += after.dropFirst().map { LineText.trimmed($0) }
    var result = MergedText()
    result.append(lead(base, ours, theirs, at: column))
    for comment in before { result.append(LineText.comment(comment, at: column)) }
    result.append((members ?? taken.core(at: column)) + (after.first ?? []) + [0x0A])
    return result
  }
}
