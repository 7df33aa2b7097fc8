internal import ArgumentParser
internal import Repository
internal import SystemPackage
internal import TextSupport

/// What a branch or the next commit changes, and where the files of now are.
struct TouchedFiles {
  let tree: GitWorkTree
  let changes: GitChanges
  private let side: GitChanges.Side
  /// The change in words: "since origin/main", "for the next commit".
  private let words: String

  /// Looks for what changed since a revision, or since the last commit.
  ///
  /// - Throws: the exit status after saying what git does not have.
  init(since revision: String?, on side: GitChanges.Side, in tree: GitWorkTree) throws {
    self.tree = tree
    self.side = side
    words = revision.map { "since \(TerminalText.escape(RawText.shown($0)))" } ?? "for the next commit"
    do {
      changes =
        if let revision { try GitChanges.since(revision, on: side, in: tree) } else { try GitChanges.staged(in: tree) }
    } catch {
      Output.error(error)
      throw ExitCode(2)
    }
    let replaced = changes.replaced
    for (place, failure) in changes.notes {
      // Agreements that went where nobody looks are not clean.
      if replaced.contains(place) { Output.error(failure) } else { Output.error(Output.line(for: failure)) }
    }
  }

  /// Says that there was nothing to look at, so that nobody takes the silence for a check of everything.
  func tellNothing() {
    let isUntouched = changes.before.isEmpty && changes.changed.isEmpty
    let what = isUntouched ? "no agreement" : "no agreement that is still there and was asked about"
    Output.error("concord: \(what) changed \(words)\n")
  }

  /// What git holds of a file; nil for a file in the folder.
  func object(at place: FilePath) -> GitObject? {
    guard let object = changes.stored[place] else { return nil }
    guard case .folder = side else { return object }
    // In a sparse checkout only git has some of them.
    return (try? Stat(place, followTargetSymlink: false)) == nil ? object : nil
  }

  /// The agreements that may hold one of some ids; nil if those are too many to search for.
  ///
  /// - Throws: the exit status after saying what went wrong.
  func agreements(holding ids: Set<String>) throws -> Set<FilePath>? {
    do {
      return try tree.agreements(holding: ids, on: side)
    } catch {
      Output.error(error)
      throw ExitCode(2)
    }
  }
}
