#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif
internal import SystemPackage
internal import TextSupport

/// What to type if git does not have something, or refuses to work.
enum GitAdvice {
  /// Git does not work here: why, in its own words, or else what it lacks.
  static func refusal() throws(FileFailure) -> FileFailure {
    let (status, said) = try GitProcess.run(["rev-parse", "--show-cdup"], .revisions, joinsErrors: true)
    guard status != 0 else {
      return FileFailure(
        "git",
        isPartial
          ? "this clone is partial, and lacks a folder; fetch it with: \(wholeFetch)"
          : "it cannot list the files; `git fsck` says why")
    }
    // Git puts advice on further lines, with the command that helps on one of its own.
    let lines = said.split(separator: 0x0A).prefix(12).map { RawText.shown(RawText.text($0)) }
    guard var first = lines.first else { return FileFailure("git", "this is not a git repository") }
    // What it does not know follows on a line of its own.
    if first.hasSuffix(":"), lines.count > 1 { first += " " + lines[1].drop { $0 == "\t" || $0 == " " } }
    if first.hasPrefix("fatal: ") { first = String(first.dropFirst("fatal: ".count)) }
    if first.contains("safe.bareRepository") {
      return FileFailure(
        "git",
        "this is a bare repository, without a folder of files; type GIT_DIR=. before the command, and name what to check, as in HEAD:"
      )
    }
    if let command = lines.dropFirst().first(where: { $0.hasPrefix("\tgit ") }) {
      first += "; type: " + command.dropFirst()
    }
    return FileFailure("git", TerminalText.escape(first))
  }

  /// Git has the name of something, and not its bytes.
  static let withheld =
    "git does not have it"
    + (isPartial
      ? ", because this clone is partial; fetch it with: \(wholeFetch)"
      : "; a shallow or partial clone lacks some files")

  private static let wholeFetch = "git fetch --refetch --no-filter origin"

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

  /// A shallow clone, where the first commit seems to bring everything that came before it.
  static func shallow() throws(FileFailure) -> FileFailure? {
    guard try isShallow() else { return nil }
    let problem = "this clone is shallow, so nobody knows which commit brought a signature"
    guard try hasRemote() else { return FileFailure("git", problem) }
    return FileFailure(
      "git", "\(problem); fetch the rest with: git fetch --unshallow --no-tags origin\(services(depth: 0))")
  }

  /// Two revisions have no commit in common.
  static func unrelated(_ revision: String, to tip: String) throws(FileFailure) -> FileFailure {
    guard try isShallow(), try hasRemote() else {
      return FileFailure(FilePath(typed: revision), "it and \(RawText.shown(tip)) have no common commit")
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

  /// Whether the clone left out files or folders until somebody asks for them. It is asked once in a run.
  static let isPartial: Bool = {
    let found = try? GitProcess.run(["config", "--get", "remote.origin.promisor"], .revisions)
    return found?.status == 0 && found?.output.elementsEqual("true\n".utf8) == true
  }()

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
