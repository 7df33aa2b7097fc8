/// An item of a merged list, by its indices in the base and on both sides; nil where it is missing.
struct ListChoice {
  var base: Int?
  var ours: Int?
  var theirs: Int?

  /// The items of a merged list; nil if a side moved some.
  ///
  /// New items follow the item that they followed on their side. Of two runs at one place, the one that sorts first comes first, so that
  /// swapping the sides gives the same list.
  static func all(_ base: [ListItem], _ ours: [ListItem], _ theirs: [ListItem]) -> [ListChoice]? {
    guard let mine = ListPairing(base, ours), let other = ListPairing(base, theirs) else { return nil }
    var runs = (runs(mine, base.count), runs(other, base.count))
    let both = common(&runs, ours, theirs)
    var result: [ListChoice] = []
    for gap in 0...base.count {
      let first = runs.0[gap].map { ListChoice(ours: $0) }
      let second = runs.1[gap].map { ListChoice(theirs: $0) }
      let isInOrder = !runs.1[gap].map { theirs[$0].order }.joined()
        .lexicographicallyPrecedes(runs.0[gap].map { ours[$0].order }.joined())
      result += isInOrder ? first + second : second + first
      result += both[gap]
      if gap < base.count {
        result.append(ListChoice(base: gap, ours: mine.newIndices[gap], theirs: other.newIndices[gap]))
      }
    }
    return result
  }

  /// The new items after each item of the base, and at the start.
  private static func runs(_ pairing: ListPairing, _ count: Int) -> [[Int]] {
    var result: [[Int]] = Array(repeating: [], count: count + 1)
    var gaps: [Int: Int] = [:]
    for (old, new) in pairing.newIndices.enumerated() {
      if let new { gaps[new] = old + 1 }
    }
    var gap = 0
    for index in pairing.isOld.indices {
      if let after = gaps[index] { gap = after } else { result[gap].append(index) }
    }
    return result
  }

  /// Takes what both sides added out of the runs.
  private static func common(
    _ runs: inout ([[Int]], [[Int]]), _ ours: [ListItem], _ theirs: [ListItem]
  ) -> [[ListChoice]] {
    var waiting: [[UInt8]: [(gap: Int, index: Int)]] = [:]
    for (gap, run) in runs.1.enumerated().reversed() {
      for index in run.reversed() { waiting[theirs[index].identity, default: []].append((gap, index)) }
    }
    var result: [[ListChoice]] = Array(repeating: [], count: runs.0.count)
    var taken: Set<Int> = []
    for (gap, run) in runs.0.enumerated() {
      runs.0[gap] = run.filter { index in
        guard let found = waiting[ours[index].identity]?.popLast() else { return true }
        result[min(gap, found.gap)].append(ListChoice(ours: index, theirs: found.index))
        taken.insert(found.index)
        return false
      }
    }
    for gap in runs.1.indices where !taken.isEmpty { runs.1[gap].removeAll { taken.contains($0) } }
    return result
  }
}
