internal import ArgumentParser
internal import Repository
internal import SystemPackage
internal import TextSupport

/// What words of a command line name in git, all of it in one snapshot: `HEAD~1:agreements`, or `:agreements` for the index.
struct AskedSnapshot {
  /// The repository, where paths are shown with the revision.
  let tree: GitWorkTree
  let snapshot: GitSnapshot
  let side: GitChanges.Side
  /// The words, and the places that they name.
  let asked: [(word: String, place: FilePath)]

  /// Lists the files of the snapshot; nil if no word names a revision.
  ///
  /// - Throws: the exit status after saying what git does not have.
  init?(_ words: [String]) throws {
    let revisions = try words.map { try GitRevision(word: $0) }
    guard let word = revisions.firstIndex(where: { $0 != nil }), let name = revisions[word]?.revision else {
      return nil
    }
    guard revisions.allSatisfy({ $0?.revision == name }) else {
      throw ValidationError(
        "one run looks at files, or at one revision such as HEAD~1:agreements, and not at both; run it once for each")
    }
    side = name.isEmpty ? .index : .commit(name)
    do {
      tree = try Self.tree(words[word]).showing(name)
      snapshot = try GitSnapshot(name.isEmpty ? .index : .commit(name), in: tree)
      let tree = tree
      asked = try zip(words, revisions).map { word, revision throws(FileFailure) in
        guard let revision, let place = tree.place(of: revision) else {
          throw FileFailure(FilePath(typed: word), "it is outside this repository")
        }
        return (word, place)
      }
    } catch {
      Output.error(error)
      throw ExitCode(2)
    }
  }

  /// The repository; without one, the word was most likely meant as the name of a file.
  private static func tree(_ word: String) throws(FileFailure) -> GitWorkTree {
    do throws(FileFailure) {
      return try GitWorkTree.current(needsFiles: false)
    } catch {
      throw FileFailure(FilePath(typed: word), "there is no such file, and git cannot be asked for it: \(error.reason)")
    }
  }
}

extension GitRevision {
  /// What a word of a command line names in git, as in `HEAD~1:agreements`; nil if it is a path. An existing file or folder takes
  /// precedence, and no revision begins like a path.
  init?(word: String) throws {
    guard word != "-", !word.hasPrefix("/"), !word.hasPrefix("."), let colon = word.firstIndex(of: ":"),
      (try? Stat(FilePath(typed: word), followTargetSymlink: true)) == nil
    else { return nil }
    guard let found = GitRevision(revision: String(word[..<colon]), path: String(word[word.index(after: colon)...]))
    else {
      throw ValidationError(
        "'\(TerminalText.escape(RawText.shown(word)))' is not a revision with a path, as in HEAD~1:agreements")
    }
    self = found
  }
}
