package import SystemPackage
internal import TextSupport

/// The repository in which the command runs.
///
/// Git is always asked in the folder of the command: in a hook it hands down which repository and which index are meant, and that holds
/// only there.
package struct GitWorkTree: Sendable {
  /// The folder with all its files, with links resolved.
  package let top: FilePath

  /// The repository of the current folder.
  ///
  /// - Throws: `FileFailure` with git's own reason if there is none, or git refuses it.
  package static func current() throws(FileFailure) -> GitWorkTree {
    let result = try GitProcess.run(["rev-parse", "--is-inside-work-tree", "--show-cdup"], .revisions)
    let lines = result.output.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard result.status == 0, lines.count >= 2, lines[0].elementsEqual("true".utf8) else {
      guard result.status == 0 else { throw FileFailure("git", try reason()) }
      throw FileFailure("git", "this is not the folder of any files; run it in the folder that was cloned")
    }
    let up = FilePath(typed: RawText.text(lines[1]))
    let top = up.isEmpty ? WorkingFolder.path : WorkingFolder.path.pushing(up).lexicallyNormalized()
    return GitWorkTree(top: top)
  }

  /// Why git does not work here, in its own words.
  private static func reason() throws(FileFailure) -> String {
    let said = try GitProcess.run(["rev-parse", "--show-cdup"], .revisions, joinsErrors: true).output
    // Git puts advice on further lines, with the command that helps on one of its own.
    let lines = said.split(separator: 0x0A).prefix(12).map { RawText.shown(RawText.text($0)) }
    guard var first = lines.first else { return "this is no git repository" }
    if first.hasPrefix("fatal: ") { first = String(first.dropFirst("fatal: ".count)) }
    if let command = lines.dropFirst().first(where: { $0.hasPrefix("\tgit ") }) {
      first += "; type: " + command.dropFirst()
    }
    return TerminalText.escape(first)
  }

  /// Where a file is, from its path below the top.
  package func place(of path: some Sequence<UInt8>) -> FilePath {
    top.pushing(FilePath(typed: RawText.text(path)))
  }

  /// A place as it is shown and opened: from the current folder if that is not far, or else from the root.
  package func shown(_ place: FilePath) -> FilePath {
    var path = place
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
}
