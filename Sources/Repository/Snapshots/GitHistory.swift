internal import SystemPackage
internal import TextSupport

/// The commits that a branch adds, and what each of them changes.
package struct GitHistory: Sendable {
  /// A commit.
  package struct Commit: Sendable {
    package let id: String
    package let parents: [String]
    /// The name and the address of its author, as git has them.
    fileprivate let name: String
    fileprivate let address: String
  }

  /// The commits, each after those that it builds on.
  package let commits: [Commit]
  /// The commit from which the branch began, or the empty tree.
  package let base: String
  private let tree: GitWorkTree

  /// The most commits to look at: each takes git some milliseconds.
  private static let mostCommits = 5_000

  /// Lists the commits of a tip that a revision does not have.
  ///
  /// - Throws: `FileFailure` if one of them is not here, if there are too many, or if the clone is shallow, where the first commit seems
  ///   to bring everything.
  package init(since revision: String, tip: String = "HEAD", in tree: GitWorkTree) throws(FileFailure) {
    if let failure = try GitAdvice.shallow() { throw failure }
    let base = try GitBase(since: revision, tip: tip)
    self.tree = tree
    self.base = base.id
    guard let tip = try GitBase.commit(tip) else {
      commits = []
      return
    }
    // Every word begins with a letter, so that none is empty.
    let format = "--format=%x00h%H%x00p%P%x00n%an%x00a%ae%x00"
    let records = try GitProcess.records(
      ["rev-list", "--topo-order", "--reverse", "--no-commit-header", "--encoding=UTF-8", format, tip]
        + (base.isCommit ? ["--not", base.id] : []) + ["--"])
    var commits: [Commit] = []
    var words: [String] = []
    for record in records where record.first != 0x0A {
      words.append(RawText.text(record.dropFirst()))
      guard words.count == 4 else { continue }
      commits.append(
        Commit(
          id: words[0], parents: words[1].split(separator: " ").map(String.init), name: words[2], address: words[3]))
      words = []
    }
    guard commits.count <= Self.mostCommits else {
      throw FileFailure(
        FilePath(typed: revision), "there are more than \(Self.mostCommits) commits since then; name a later one")
    }
    self.commits = commits
  }

  /// What the agreements that differ between a commit and a parent held before and hold now; without a parent, before is nothing.
  package func changes(
    in commit: Commit, from parent: String?
  ) throws(FileFailure) -> (before: [GitObject], now: [GitObject]) {
    let changes = try GitChanges(from: parent, to: commit.id, in: tree)
    return (changes.before.map(\.object), Array(changes.stored.values))
  }

  /// The agreements in a commit, or in the base, that hold one of some ids.
  package func agreements(holding ids: Set<String>, in commit: String) throws(FileFailure) -> [GitObject] {
    guard !ids.isEmpty, try GitBase.commit(commit) != nil else { return [] }
    let all = try GitSnapshot(.commit(commit), in: tree).agreements
    guard let found = try tree.agreements(holding: ids, on: .commit(commit)) else { return all.map(\.object) }
    return all.filter { found.contains($0.place) }.map(\.object)
  }

  /// The addresses of the authors, in small letters, by commit, after the `.mailmap` of a revision.
  ///
  /// The one in the folder, or in the commits themselves, is the one of the change, and would make anybody anybody.
  package func addresses(mappedBy revision: String) throws(FileFailure) -> [String: String] {
    var known: [String: String] = [:]
    let people = Set(commits.map { Self.line($0.name, $0.address) }.filter { !$0.isEmpty }).sorted()
    for start in stride(from: 0, to: people.count, by: Self.mostPeople) {
      let piece = people[start..<min(start + Self.mostPeople, people.count)]
      for (person, mapped) in zip(piece, try Self.mapped(piece, by: revision)) { known[person] = mapped }
    }
    var result: [String: String] = [:]
    for commit in commits {
      result[commit.id] = (known[Self.line(commit.name, commit.address)] ?? commit.address).lowercased()
    }
    return result
  }

  /// The most people to ask about at once: what they are called has to fit into a pipe.
  private static let mostPeople = 50

  /// Somebody as `check-mailmap` reads them; empty for what is no address.
  private static func line(_ name: String, _ address: String) -> String {
    func isPlain(_ text: String) -> Bool {
      text.utf8.count < 400 && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "<" && $0 != ">" }
    }
    guard isPlain(address), !address.isEmpty else { return "" }
    return isPlain(name) && !name.isEmpty ? "\(name) <\(address)>" : "<\(address)>"
  }

  /// The addresses of some people after a `.mailmap`; in its own folder, and as a bare repository, git reads no other one.
  private static func mapped(
    _ people: ArraySlice<String>, by revision: String
  ) throws(FileFailure) -> [String] {
    guard let folder = try GitProcess.line(["rev-parse", "--absolute-git-dir"]) else { throw try GitAdvice.refusal() }
    let output = try GitProcess.run(
      [
        "--git-dir=.", "-c", "core.bare=true", "-c", "mailmap.file=", "-c", "mailmap.blob=\(revision):.mailmap",
        "check-mailmap", "--stdin",
      ], .revisions, in: FilePath(typed: folder), input: people.map { $0 + "\n" }.joined()
    ).output
    let lines = output.split(separator: 0x0A).map { RawText.text($0) }
    guard lines.count == people.count else { throw FileFailure("git", "it cannot read the .mailmap of \(revision)") }
    return lines.map { line in
      guard let start = line.lastIndex(of: "<"), line.hasSuffix(">") else { return line }
      return String(line[line.index(after: start)...].dropLast())
    }
  }
}
