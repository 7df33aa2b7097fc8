/// The order of the entries of a merged mapping.
enum KeyOrder {
  /// The names in our order, or in theirs if only they changed it; a name that only the other side has follows the one that it follows
  /// there, or is before the one that it is before.
  static func merged(base: [String], ours: [String], theirs: [String]) -> [String] {
    let isOursMoved = isMoved(base, ours)
    let (main, other) = !isOursMoved && isMoved(base, theirs) ? (theirs, ours) : (ours, theirs)
    let known = Set(main)
    let firstCommon = other.first { known.contains($0) }
    var start: [String] = []
    var after: [String: [String]] = [:]
    var last: String?
    for name in other {
      if known.contains(name) {
        last = name
      } else if let last {
        after[last, default: []].append(name)
      } else {
        start.append(name)
      }
    }
    let order = main.flatMap { ($0 == firstCommon ? start : []) + [$0] + (after[$0] ?? []) }
    return firstCommon == nil ? order + start : order
  }

  /// Whether the names that are in both are in another order.
  private static func isMoved(_ base: [String], _ side: [String]) -> Bool {
    let (old, new) = (Set(base), Set(side))
    return base.filter { new.contains($0) } != side.filter { old.contains($0) }
  }
}
