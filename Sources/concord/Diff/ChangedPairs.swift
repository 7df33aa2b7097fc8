internal import Agreement
internal import ArgumentParser
internal import Diagnostics
internal import Repository
internal import SystemPackage
internal import TextSupport

/// The agreements that a branch or the next commit changes, each with what it was before.
struct ChangedPairs {
  let touched: TouchedFiles
  private let tree: GitWorkTree
  /// What the agreements are read from; nil for the folder.
  private let snapshot: GitSnapshot?
  private let paths: [FilePath]

  /// Looks for what changed since a revision, or since the last commit; only below what was named, if anything was.
  ///
  /// - Throws: the exit status after saying what git does not have.
  init(since revision: String?, staged: Bool, below words: [String]) throws {
    var options = LintOptions()
    (options.since, options.staged, options.paths) = (revision, staged, words)
    guard let focus = try Focus(options), let touched = focus.touched else {
      throw ValidationError("two sides are needed, such as `concord diff 2025-26 2026-27`")
    }
    (self.touched, tree, snapshot, paths) = (touched, focus.tree, focus.snapshot, focus.asked.map(\.place))
    if let conflict = touched.changes.conflicts.first(where: isAsked) {
      Output.error(FileFailure(tree.shown(conflict), "it is in conflict; resolve it first"))
      throw ExitCode(2)
    }
  }

  private func isAsked(_ place: FilePath) -> Bool {
    paths.isEmpty || paths.contains { place.starts(with: $0) }
  }

  /// The pairs. An agreement that is new stands beside the last one before it with the same id, which is what it renews.
  func pairs() throws -> [DiffRun.Pair] {
    var index = AgreementIndex()
    for (place, object) in touched.changes.before where isAsked(place) { index.add(.object(object), isOld: true) }
    for place in touched.changes.changed where isAsked(place) { index.add(input(place), isOld: false) }
    try index.refuseDoubles()
    let pairs = index.pairs(isOneFile: false)
    let isNew = { (pair: DiffRun.Pair) in pair.old == nil && pair.new != nil && !pair.id.isEmpty }
    guard pairs.contains(where: isNew) else { return pairs }
    let earlier = try earlier(Set(pairs.filter(isNew).map(\.id)))
    let renewed = earlier.renewals(of: pairs.filter(isNew))
    var next = renewed.makeIterator()
    return pairs.map { isNew($0) ? next.next() ?? $0 : $0 }
  }

  private func input(_ place: FilePath) -> DiffInput {
    touched.object(at: place).map { .object($0) } ?? .file(tree.shown(place), at: place)
  }

  /// All agreements of now that may have one of some ids.
  private func earlier(_ ids: Set<String>) throws -> AgreementIndex {
    var index = AgreementIndex()
    let found = try touched.agreements(holding: ids)
    if let snapshot {
      for (place, object) in snapshot.agreements where found?.contains(place) ?? true {
        index.add(.object(object), isOld: true)
      }
    } else {
      let all = found ?? Set(AgreementFinder([tree.top], areNamed: false).files)
      for place in all.sorted(by: { $0.bytes.lexicographicallyPrecedes($1.bytes) }) {
        index.add(.file(tree.shown(place), at: place), isOld: true)
      }
    }
    return index
  }
}
