internal import AgreementDiff
internal import Repository

/// Agreements that ended, and new ones that may be the same under another id.
enum OtherIDs {
  /// Notes, in each pair with only one side, which agreements of the other side it may be.
  ///
  /// Only agreements without a partner are read for this, one extra time; only the campuses and people of each are
  /// kept.
  static func note(in pairs: inout [DiffRun.Pair], jobs: Int?) {
    let single = pairs.indices.filter { (pairs[$0].old == nil) != (pairs[$0].new == nil) && !pairs[$0].id.isEmpty }
    // An agreement with the same id on both sides, in whatever years, has a partner.
    let (oldIDs, newIDs) = (
      Set(pairs.filter { $0.old != nil }.map(\.id)), Set(pairs.filter { $0.new != nil }.map(\.id))
    )
    let work = single.filter { !(oldIDs.contains(pairs[$0].id) && newIDs.contains(pairs[$0].id)) }.map { pairs[$0] }
    guard work.contains(where: { $0.old != nil }), work.contains(where: { $0.new != nil }) else { return }
    var circles: (old: [Circle], new: [Circle]) = ([], [])
    InOrder.run(work, jobs: jobs) { pair -> (isOld: Bool, circle: Circle?) in
      // An unreadable file is reported when its turn comes.
      let read = (pair.old ?? pair.new).flatMap { try? DiffRun.read($0).get() }
      return (pair.old != nil, read.map { Circle($0.edition) })
    } take: { found in
      guard let circle = found.circle else { return }
      if found.isOld { circles.old.append(circle) } else { circles.new.append(circle) }
    }
    let found = Circle.pairs(circles.old, circles.new)
    for index in single {
      pairs[index].perhaps = (pairs[index].old != nil ? found.old : found.new)[pairs[index].id] ?? []
    }
  }
}
