/// How signatures are merged: entry by entry, even if a side did not touch its block or has none.
extension UnitMerger {
  /// Merges the signatures; nil if a side has them in braces.
  mutating func signatures(_ base: Unit?, _ ours: Unit?, _ theirs: Unit?, at column: Int) -> MergedText? {
    let blocks = [base, ours, theirs].compactMap { $0 }
    guard blocks.allSatisfy({ $0.kind == .mapping || $0.isAbsent }),
      let first = blocks.first(where: { $0.kind == .mapping })
    else { return nil }
    func entries(_ unit: Unit?) -> [String: Unit] {
      Dictionary((unit?.kids ?? []).map { ($0.key ?? "", $0) }) { first, _ in first }
    }
    func names(_ unit: Unit?) -> [String] { unit?.kids.map { $0.key ?? "" } ?? [] }
    let (old, mine, other) = (entries(base), entries(ours), entries(theirs))
    let step =
      ours.flatMap { ours in theirs.map { self.step(base, ours, $0) } } ?? (ours ?? theirs)?.step ?? first.step ?? 2
    var entriesText = MergedText()
    for name in KeyOrder.merged(base: names(base), ours: names(ours), theirs: names(theirs)) {
      entriesText.append(unit(old[name], mine[name], other[name], at: column + step))
    }
    if let ours, let theirs { return holder(entriesText, base, ours, theirs, at: column) }
    guard let left = ours ?? theirs, !entriesText.isEmpty else { return nil }
    var result = MergedText()
    result.append(left.lead(at: column))
    result.append(LineText.indented(left.core, by: column) + left.comment + [0x0A])
    result.append(entriesText)
    result.append(left.tail(at: column))
    return result
  }
}
