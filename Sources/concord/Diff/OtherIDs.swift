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
    var identities: (old: [AgreementIdentity], new: [AgreementIdentity]) = ([], [])
    InOrder.run(work, jobs: jobs) { pair -> (isOld: Bool, identity: AgreementIdentity?) in
      // An unreadable file is reported when its turn comes.
      let read = (pair.old ?? pair.new).flatMap { try? DiffRun.read($0).get() }
      return (pair.old != nil, read.map { AgreementIdentity($0.edition) })
    } take: { found in
      guard let identity = found.identity else { return }
      if found.isOld { identities.old.append(identity) } else { identities.new.append(identity) }
    }
    let found = AgreementIdentity.pairs(identities.old, identities.new)
    for index in single {
      pairs[index].perhaps = (pairs[index].old != nil ? found.old : found.new)[pairs[index].id] ?? []
    }
  }
}
