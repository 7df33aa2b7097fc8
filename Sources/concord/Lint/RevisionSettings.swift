internal import ArgumentParser
internal import Repository
internal import SystemPackage
internal import TextSupport

/// The settings as they are in a commit: a pull request brings neither its own rules nor its own keys.
///
/// A `concord.yaml` that is only in the folder does not count, wherever it is. It is the commit itself that counts, not
/// the one where the branch began, or else a branch from before a rule would escape the rule.
struct RevisionSettings {
  private let revision: String
  private let tree: GitWorkTree
  private let snapshot: GitSnapshot

  /// Throws the exit status after saying what is wrong.
  init(_ revision: String) throws {
    self.revision = revision
    do throws(FileFailure) {
      tree = try GitWorkTree.current(needsFiles: false)
      snapshot = try GitSnapshot(.commit(revision), in: tree)
    } catch {
      Output.error(error)
      throw ExitCode(2)
    }
  }

  /// The nearest settings for the files of a folder; nil if there are none.
  func configuration(forFolder folder: FilePath) throws(FileFailure) -> FilePath? {
    let folder = folder.absolute.resolved ?? folder.absolute
    guard folder.starts(with: tree.top) else {
      throw FileFailure(folder, "it is not in this repository, so nobody knows its settings in \(shown)")
    }
    let found = snapshot.settings(forFolder: folder)
    let last = found?.removingLastComponent() ?? tree.top
    var place = folder
    while place != last, place != tree.top {
      // A repository within this one has settings of its own, which this commit does not have.
      if (try? Stat(place.appending(".git"), followTargetSymlink: false)) != nil {
        throw FileFailure(place, "it is a repository of its own, so nobody knows its settings in \(shown)")
      }
      place.removeLastComponent()
    }
    return found
  }

  /// The bytes of a file.
  func read(_ place: FilePath, limit: Int) throws(FileFailure) -> [UInt8] {
    do throws(FileFailure) {
      guard let bytes = try snapshot.read(place, limit: limit) else {
        throw FileFailure(name(of: place), "it is not in this repository")
      }
      return bytes
    } catch {
      throw FileFailure(name(of: place), error.reason)
    }
  }

  /// Where a file that somebody named is in the commit; nil, after saying so, if the commit does not have it, and then
  /// the file of the folder does not count either.
  ///
  /// - Throws: the exit status after saying that it is in no commit of this repository.
  func place(ofNamed path: FilePath, without fallback: String) throws -> FilePath? {
    var place = path.absolute
    if !place.starts(with: tree.top), let folder = place.removingLastComponent().resolved,
      let name = place.lastComponent
    {
      place = folder.appending(name)
    }
    do throws(FileFailure) {
      guard place.starts(with: tree.top) else {
        throw FileFailure(path, "it is not in this repository, so it is not in \(shown) either")
      }
      if try snapshot.has(place) { return place }
    } catch {
      Output.error(error)
      throw ExitCode(2)
    }
    Output.error("concord: \(shown) has no \(TerminalText.escape(tree.shown(place).string)), so \(fallback)\n")
    return nil
  }

  /// Says which settings the change edits, because they count only once it is merged; returns where they are.
  func tellEdits(of changes: GitChanges?, on side: GitChanges.Side, besides named: [FilePath]) -> [FilePath] {
    // Without a common commit nobody knows what the change is, and there is nothing to say.
    guard let changes = changes ?? (try? GitChanges.since(revision, on: side, in: tree)) else { return [] }
    let places = changes.settings(besides: Set(named))
    let edited = places.map { TerminalText.escape(tree.shown($0).string) }
    guard !edited.isEmpty else { return [] }
    let names = edited.count > 4 ? edited.prefix(3) + ["\(edited.count - 3) more"] : edited[...]
    Output.error(
      "concord: settings from \(shown); this change edits \(Prose.list(Array(names))), which \(edited.count == 1 ? "counts" : "count") once merged\n"
    )
    return places
  }

  /// The name of a file to show: `origin/main:concord.yaml`.
  func name(of place: FilePath) -> FilePath { FilePath(typed: "\(revision):\(tree.shown(place).typed)") }

  /// The commit by the name that somebody gave.
  var shown: String { TerminalText.escape(RawText.shown(revision)) }
}
