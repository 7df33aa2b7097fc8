#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif
internal import SystemPackage
internal import TextSupport

/// What to type if a commit is not here.
enum GitAdvice {
  /// There is no commit of a name.
  static func missing(_ revision: String) throws(FileFailure) -> FileFailure {
    let problem = "there is no such commit here"
    guard try hasRemote() else { return FileFailure(FilePath(typed: revision), problem) }
    let deeper = try isShallow() ? " --unshallow" : ""
    let command: String
    var also = ""
    if let branch = branch(revision) {
      command = "git fetch\(deeper) --no-tags origin +refs/heads/\(branch):refs/remotes/origin/\(branch)"
      if !remotePrefixes.contains(where: revision.hasPrefix) { also = ", and name it as origin/\(branch)" }
    } else if isID(revision) {
      command = "git fetch\(deeper) --no-tags origin \(revision)"
    } else if !deeper.isEmpty {
      command = "git fetch --unshallow --no-tags origin"
    } else {
      return FileFailure(FilePath(typed: revision), problem)
    }
    let isParent = ["HEAD^", "HEAD^1", "HEAD^2", "HEAD~", "HEAD~1"].contains(revision)
    return FileFailure(
      FilePath(typed: revision), "\(problem); fetch it with: \(command)\(also)\(services(depth: isParent ? 2 : 0))")
  }

  /// A commit and HEAD have no commit in common.
  static func unrelated(_ revision: String) throws(FileFailure) -> FileFailure {
    guard try isShallow(), try hasRemote() else {
      return FileFailure(FilePath(typed: revision), "it and HEAD have no common commit")
    }
    return FileFailure(
      FilePath(typed: revision),
      "the commit where the two parted is not here; fetch it with: git fetch --unshallow --no-tags origin\(services(depth: 0))"
    )
  }

  private static let remotePrefixes = ["origin/", "refs/remotes/origin/"]

  private static func isShallow() throws(FileFailure) -> Bool {
    try GitProcess.line(["rev-parse", "--is-shallow-repository"]) == "true"
  }

  private static func hasRemote() throws(FileFailure) -> Bool {
    try GitProcess.run(["remote"], .revisions).output.split(separator: 0x0A).contains {
      $0.elementsEqual("origin".utf8)
    }
  }

  /// The name of the branch in `main`, `origin/main` or `refs/remotes/origin/main`; nil for an id, `HEAD~1` and the like.
  private static func branch(_ revision: String) -> String? {
    let name = remotePrefixes.first(where: revision.hasPrefix).map { String(revision.dropFirst($0.count)) } ?? revision
    let isPlain =
      !name.isEmpty && !name.contains("..")
      && name.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || [0x2D, 0x2E, 0x2F, 0x5F].contains(byte)
      }
    return isPlain && !isID(name) && !["HEAD", "FETCH_HEAD", "ORIG_HEAD"].contains(name) ? name : nil
  }

  private static func isID(_ text: String) -> Bool {
    [40, 64].contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// The setting of a CI service that fetches enough: that many commits, or with 0 all of them and all branches.
  private static func services(depth: Int) -> String {
    if unsafe getenv("GITHUB_ACTIONS") != nil { return "; or give actions/checkout `fetch-depth: \(depth)`" }
    return unsafe getenv("GITLAB_CI") != nil ? "; or set GIT_DEPTH: \"0\"" : ""
  }
}
