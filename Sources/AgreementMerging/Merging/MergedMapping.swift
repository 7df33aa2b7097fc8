internal import Agreement

/// How mappings are merged.
extension UnitMerger {
  /// Merges the entries of a mapping.
  mutating func mapping(_ base: Unit?, _ ours: Unit, _ theirs: Unit, at column: Int) -> MergedText? {
    let (old, mine, other) = (Groups(base), Groups(ours), Groups(theirs))
    let step = step(base, ours, theirs)
    let order = KeyOrder.merged(base: old.names, ours: mine.names, theirs: other.names)
    // An entry that both sides removed is in no order, and nothing is left of it.
    var result = MergedText()
    for name in order {
      result.append(
        group(old[name], mine[name], other[name], at: column + step, isForced: isForced(base, ours, theirs)))
    }
    return result
  }

  /// Whether everything that differs in the whole file has to be a conflict.
  private func isForced(_ base: Unit?, _ ours: Unit, _ theirs: Unit) -> Bool {
    ours.path.isEmpty && forced[UnitTriple(base, ours, theirs)] != nil
  }

  /// How much further right the entries or items of a merged unit are than the unit: as on the side that changed it.
  func step(_ base: Unit?, _ ours: Unit, _ theirs: Unit) -> Int {
    let mine = ours.step ?? theirs.step ?? 0
    return mine == base?.step ? theirs.step ?? mine : mine
  }

  /// Merges the entries that are one unit.
  private mutating func group(
    _ base: [Unit], _ ours: [Unit], _ theirs: [Unit], at column: Int, isForced: Bool
  ) -> MergedText {
    let keys = Set((base + ours + theirs).map { $0.key ?? "" })
    if keys.count == 1 {
      let (base, ours, theirs) = (base.first, ours.first, theirs.first)
      if isForced, ours?.relative != theirs?.relative { forced[UnitTriple(base, ours, theirs)] = .notTogether }
      return unit(base, ours, theirs, at: column)
    }
    let triple = UnitTriple(base.first, ours.first, theirs.first)
    let path = (ours + theirs).first?.path ?? []
    func meaning(_ units: [Unit]) -> [[UInt8]] {
      units.map { Array(($0.key ?? "").utf8) + [0] + $0.meaning }.sorted { $0.lexicographicallyPrecedes($1) }
    }
    let (old, mine, other) = (meaning(base), meaning(ours), meaning(theirs))
    see(triple, path, isDifferent: mine != other)
    func text(_ units: [Unit]) -> [UInt8] { units.flatMap { $0.lead(at: column) + $0.text(at: column) } }
    func conflict(_ reason: MergeConflict.Reason) -> MergedText {
      self.conflict(
        Array(path.dropLast()),
        MergedText.Alternatives(base: text(base), ours: text(ours), theirs: text(theirs)), reason)
    }
    var result = MergedText()
    if let reason = forced[triple] {
      result = conflict(reason)
    } else if mine == other || other == old || mine == old {
      let taken = mine == old && mine != other ? theirs : ours
      let rest = mine == old && mine != other ? ours : theirs
      func comments(_ units: [Unit]) -> [ArraySlice<UInt8>] { units.flatMap { $0.leadingComments + $0.comments } }
      let missing = Self.missing(from: comments(taken), of: comments(rest), comments(base))
      if taken.isEmpty, !missing.isEmpty {
        result = conflict(.removedAndChanged)
      } else {
        for comment in missing { result.append(LineText.comment(comment, at: column)) }
        result.append(text(taken))
      }
    } else {
      result = conflict(.bothChanged)
    }
    return result.marked(as: triple)
  }

  /// The entries of a mapping, those together that say one thing.
  private struct Groups {
    private(set) var names: [String] = []
    private var units: [String: [Unit]] = [:]

    init(_ unit: Unit?) {
      for kid in unit?.kids ?? [] {
        let name = Self.name(kid)
        if units[name] == nil { names.append(name) }
        units[name, default: []].append(kid)
      }
    }

    subscript(name: String) -> [Unit] { units[name] ?? [] }

    /// The name of the group of an entry; a space is in no key of ours.
    private static func name(_ unit: Unit) -> String {
      let key = unit.key ?? ""
      let path = unit.path
      if path.count == 4, path[0] == "topics", TopicAnswer.states.contains(key) { return "the state" }
      if path.suffix(3).dropLast() == ["commitments", "-"], ["due", "every"].contains(key) { return "the time" }
      if path.dropLast() == ["meetings", "schedule", "-"], ["date", "dates", "every", "weekday"].contains(key) {
        return "the time"
      }
      return key
    }
  }
}
