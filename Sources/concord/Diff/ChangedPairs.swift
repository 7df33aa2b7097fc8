internal import Agreement
internal import ArgumentParser
internal import Diagnostics
internal import Repository
internal import SystemPackage
internal import TextSupport

/// The agreements that a branch or the next commit changes, each with what it was before.
struct ChangedPairs {
  private let tree: GitWorkTree
  private let side: GitChanges.Side
  private let changes: GitChanges
  private let paths: [FilePath]

  /// Looks for what changed since a revision, or since the last commit; only below some paths, if there are any.
  ///
  /// - Throws: the exit status after saying what git does not have.
  init(since revision: String?, staged: Bool, below words: [String]) throws {
    side = staged ? .index : .folder
    paths = words.map { word in
      let path = FilePath(typed: word)
      return path.resolved ?? path.absolute
    }
    do {
      tree = try GitWorkTree.current()
      changes =
        if let revision { try GitChanges.since(revision, on: side, in: tree) } else { try GitChanges.staged(in: tree) }
    } catch {
      Output.error(error)
      throw ExitCode(2)
    }
    for failure in changes.notes { Output.error(Output.line(for: failure)) }
    if let conflict = changes.conflicts.first(where: isAsked) {
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
    for (place, object) in changes.before where isAsked(place) { index.add(.object(object), isOld: true) }
    for place in changes.changed where isAsked(place) { index.add(input(place), isOld: false) }
    try index.refuseDoubles()
    return try index.pairs(isOneFile: false).map { pair in
      guard pair.old == nil, let new = pair.new, !pair.id.isEmpty else { return pair }
      return try renewed(pair, new)
    }
  }

  private func input(_ place: FilePath) -> DiffInput {
    let isThere = (try? Stat(place, followTargetSymlink: false)) != nil
    if let object = changes.stored[place], !isThere || side.isIndex { return .object(object) }
    return .file(tree.shown(place), at: place)
  }

  /// A new agreement with the editions of earlier years.
  private func renewed(_ pair: DiffRun.Pair, _ new: DiffInput) throws -> DiffRun.Pair {
    var index = AgreementIndex()
    do {
      let found = try tree.agreements(holding: [pair.id], on: side) ?? []
      if side.isIndex {
        let all = try GitSnapshot(.index, in: tree).agreements
        for (place, object) in all where found.contains(place) { index.add(.object(object), isOld: true) }
      } else {
        for place in found { index.add(.file(tree.shown(place), at: place), isOld: true) }
      }
    } catch {
      Output.error(error)
      throw ExitCode(2)
    }
    index.add(new, isOld: false)
    return index.renewal(of: pair)
  }
}

extension GitChanges.Side {
  fileprivate var isIndex: Bool { if case .index = self { true } else { false } }
}
