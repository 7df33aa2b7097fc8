internal import ArgumentParser
internal import Repository
internal import SystemPackage
internal import TextSupport

/// The settings as they are in a commit: a pull request brings neither its own rules nor its own keys.
///
/// A `concord.yaml` that is only in the folder does not count, wherever it is.
struct RevisionSettings {
  private let revision: String
  private let tree: GitWorkTree
  private let snapshot: GitSnapshot

  /// Throws the exit status after saying what is wrong.
  init(_ revision: String) throws {
    self.revision = revision
    do throws(FileFailure) {
      tree = try GitWorkTree.current()
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

  /// The name of a file to show: `origin/main:concord.yaml`.
  func name(of place: FilePath) -> FilePath { FilePath(typed: "\(revision):\(tree.shown(place).typed)") }

  private var shown: String { TerminalText.escape(RawText.shown(revision)) }
}
