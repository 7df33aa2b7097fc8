internal import SystemPackage
internal import TextSupport

/// The commit that a change is compared with.
struct GitBase {
  /// The id of the commit, or that of the empty tree.
  let id: String
  let isCommit: Bool

  /// The commit at which HEAD, or another tip, parted from a revision, as a pull request shows it.
  ///
  /// A revision of only zeros, which services give for a new branch, is the empty tree.
  ///
  /// - Throws: `FileFailure` if there is no such commit here, with the command that fetches it where one does.
  init(since revision: String, tip name: String = "HEAD") throws(FileFailure) {
    guard Self.mayBeRevision(revision) else {
      throw FileFailure(FilePath(typed: revision), "this cannot be the name of a revision")
    }
    if [40, 64].contains(revision.utf8.count), revision.utf8.allSatisfy({ $0 == UInt8(ascii: "0") }) {
      id = try Self.emptyTree()
      isCommit = false
      return
    }
    guard let commit = try Self.commit(revision) else { throw try GitAdvice.missing(revision) }
    guard let tip = try Self.commit(name) else {
      // Nothing was committed yet.
      id = try Self.emptyTree()
      isCommit = false
      return
    }
    guard let base = try GitProcess.line(["merge-base", commit, tip]), !base.isEmpty else {
      throw try GitAdvice.unrelated(revision, to: name)
    }
    id = base
    isCommit = true
  }

  /// The last commit; the empty tree before the first one.
  static func head() throws(FileFailure) -> GitBase {
    if let head = try commit("HEAD") { return try GitBase(commit: head) }
    return try GitBase(commit: nil)
  }

  /// A commit by its id, or the empty tree.
  init(commit: String?) throws(FileFailure) {
    id = if let commit { commit } else { try Self.emptyTree() }
    isCommit = commit != nil
  }

  /// Whether a text can be the name of a revision and not an option.
  static func mayBeRevision(_ text: String) -> Bool {
    !text.isEmpty && !text.hasPrefix("-") && !text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
  }

  /// The id of a commit; nil if there is none of that name.
  static func commit(_ revision: String) throws(FileFailure) -> String? {
    guard mayBeRevision(revision) else { return nil }
    return try GitProcess.line(["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"])
  }

  /// The id of a tree without files, which depends on how the repository counts its ids.
  private static func emptyTree() throws(FileFailure) -> String {
    guard let id = try GitProcess.line(["hash-object", "-t", "tree", "--stdin"]), !id.isEmpty else {
      throw FileFailure("git", "it cannot be asked what an empty folder is")
    }
    return id
  }
}
