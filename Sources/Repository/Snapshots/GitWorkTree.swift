package import SystemPackage
internal import TextSupport

/// The repository in which the command runs.
///
/// Git is always asked in the folder of the command: in a hook it hands down which repository and which index are meant, and that holds
/// only there.
package struct GitWorkTree: Sendable {
  /// The folder with all its files, with links resolved; a bare repository has none, and its own folder takes the place.
  package let top: FilePath
  /// The revision to show before each path; nil for files that are shown as they lie in the folder.
  private var revision: String?

  /// The repository of the current folder.
  ///
  /// - Throws: `FileFailure` with git's own reason if there is none, git refuses it, or it has no folder of files and needs one.
  package static func current(needsFiles: Bool = true) throws(FileFailure) -> GitWorkTree {
    try GitVersion.check()
    return try current(.revisions, needsFiles: needsFiles)
  }

  static func current(_ budget: GitBudget, needsFiles: Bool) throws(FileFailure) -> GitWorkTree {
    let result = try GitProcess.run(["rev-parse", "--is-inside-work-tree", "--show-cdup"], budget)
    let lines = result.output.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard result.status == 0, let first = lines.first else { throw try GitAdvice.refusal() }
    let isInside = first.elementsEqual("true".utf8)
    guard isInside || !needsFiles else {
      throw FileFailure(
        "git", "there is no folder of files here; run it in the folder that was cloned, or name a revision, as in HEAD:"
      )
    }
    let way = lines.count >= 2 ? FilePath(typed: RawText.text(lines[1])) : ""
    return GitWorkTree(top: way.isEmpty ? WorkingFolder.path : WorkingFolder.path.pushing(way).lexicallyNormalized())
  }

  private init(top: FilePath) { self.top = top }

  /// The same repository, where every path is shown with a revision: `HEAD~1:agreements/brookside`.
  package func showing(_ revision: String) -> GitWorkTree {
    var result = self
    result.revision = revision
    return result
  }

  /// Where a file is, from its path below the top.
  package func place(of path: some Sequence<UInt8>) -> FilePath {
    top.pushing(FilePath(typed: RawText.text(path)))
  }

  /// A place as it is shown, and opened if it is a file in the folder: from the current folder if that is not far, or else from the root.
  package func shown(_ place: FilePath) -> FilePath {
    var path = place
    if let revision {
      return FilePath(typed: "\(revision):\(path.removePrefix(top) ? path.typed : place.typed)")
    }
    if path.removePrefix(WorkingFolder.path) { return path.isEmpty ? "." : path }
    var folder = WorkingFolder.path
    var up = FilePath()
    while folder != top, !folder.components.isEmpty {
      folder.removeLastComponent()
      up.append("..")
      path = place
      if path.removePrefix(folder) { return up.pushing(path) }
    }
    return place
  }

  /// Whether a search of the folder does not come to a place, because a name begins with a period.
  package func isHidden(_ place: FilePath) -> Bool {
    var path = place
    return path.removePrefix(top) && path.components.contains { $0.string.hasPrefix(".") }
  }

  /// A path below the top, as git writes it; nil for a place outside.
  package func path(of place: FilePath) -> [UInt8]? {
    var path = place
    guard path.removePrefix(top) else { return nil }
    return path.bytes
  }

  /// The place of a path in a revision, as git reads it: from the top, or from the current folder if it begins with a period; nil for a
  /// place outside.
  package func place(of revision: GitRevision) -> FilePath? {
    let path = FilePath(typed: revision.path)
    guard !path.isAbsolute else { return nil }
    let first = path.components.first
    let isFromHere = first?.kind == .currentDirectory || first?.kind == .parentDirectory
    let place = (isFromHere ? WorkingFolder.path : top).pushing(path).lexicallyNormalized()
    return place.starts(with: top) ? place : nil
  }
}
