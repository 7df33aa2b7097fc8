package import SystemPackage
internal import TextSupport

/// The files that differ from a commit.
package struct GitChanges: Sendable {
  /// The agreements that are there now and were not, or were different.
  package private(set) var changed: [FilePath] = []
  /// What the changed and deleted agreements held in the commit.
  package private(set) var before: [(place: FilePath, object: GitObject)] = []
  /// The changed agreements that git holds, for those that are not in the folder, as in a sparse checkout.
  package private(set) var stored: [FilePath: GitObject] = [:]
  private var others: Set<FilePath> = []
  private var repositories: [FilePath] = []
  /// What people should know: files that are links or other repositories now.
  package private(set) var notes: [(place: FilePath, failure: FileFailure)] = []
  /// Files with a conflict that nobody has settled.
  package private(set) var conflicts: [FilePath] = []

  /// Where the files of now are.
  package enum Side: Sendable {
    /// In the folder, with files that git does not know yet.
    case folder
    /// In the index: what the next commit will hold.
    case index
    /// In a commit.
    case commit(String)
  }

  /// Compares with the commit where HEAD, or the commit of the other side, parted from a revision.
  package static func since(
    _ revision: String, on side: Side, in tree: GitWorkTree
  ) throws(FileFailure) -> GitChanges {
    if case .commit(let tip) = side {
      return try GitChanges(from: GitBase(since: revision, tip: tip), on: side, in: tree)
    }
    return try GitChanges(from: GitBase(since: revision), on: side, in: tree)
  }

  /// Compares the index with the last commit.
  package static func staged(in tree: GitWorkTree) throws(FileFailure) -> GitChanges {
    try GitChanges(from: GitBase.head(), on: .index, in: tree)
  }

  /// Compares a commit with another one, or with nothing.
  init(from parent: String?, to commit: String, in tree: GitWorkTree) throws(FileFailure) {
    try self.init(from: GitBase(commit: parent), on: .commit(commit), in: tree)
  }

  /// Whether a file that is no agreement is new or different.
  package func contains(_ place: FilePath) -> Bool { others.contains(place) }

  /// The settings that are new, different or gone: each `concord.yaml`, and some files by their places; sorted.
  package func settings(besides named: Set<FilePath>) -> [FilePath] {
    others.filter { $0.lastComponent?.string == ConfigurationFinder.fileName || named.contains($0) }
      .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }

  private static let raw = [
    "--raw", "-z", "--no-renames", "--no-abbrev", "--ignore-submodules=dirty", "--no-ext-diff", "--no-textconv",
  ]

  private init(from base: GitBase, on side: Side, in tree: GitWorkTree) throws(FileFailure) {
    let records: [ArraySlice<UInt8>]
    switch side {
    case .folder: records = try GitProcess.records(["diff-index"] + Self.raw + [base.id, "--"])
    case .index:
      records = try GitProcess.records(
        ["diff-index", "--cached", "--ita-invisible-in-index"] + Self.raw + [base.id, "--"])
    case .commit(let tip):
      guard let id = try GitBase.commit(tip) else { throw try GitAdvice.missing(tip) }
      records = try GitProcess.records(["diff-tree", "-r"] + Self.raw + [base.id, id, "--"])
    }
    var index = 0
    while index + 1 < records.count {
      if let entry = Entry(records[index], path: records[index + 1]) { try take(entry, in: tree) }
      index += 2
    }
    if case .folder = side {
      let untracked = try GitProcess.records([
        "ls-files", "-z", "--others", "--exclude-standard", "--full-name", "--", ":(top)",
      ])
      for path in untracked {
        let place = tree.place(of: path)
        others.insert(place)
        if AgreementFinder.isAgreement(RawText.text(path)) { changed.append(place) }
      }
    }
  }

  private mutating func take(_ entry: Entry, in tree: GitWorkTree) throws(FileFailure) {
    let place = tree.place(of: entry.path)
    let name = RawText.text(entry.path)
    let isAgreement = AgreementFinder.isAgreement(name)
    if entry.isUnmerged {
      others.insert(place)
      if isAgreement { conflicts.append(place) }
      return
    }
    if entry.old.isFile, entry.new.isFile, try isSame(entry, at: place) { return }
    others.insert(place)
    if isAgreement, entry.old.isFile { before.append((place, GitObject(id: entry.old.id, name: name))) }
    if isAgreement, entry.new.isFile {
      changed.append(place)
      if entry.new.isStored { stored[place] = GitObject(id: entry.new.id, name: tree.shown(place).typed) }
    } else if entry.new.isLink, isAgreement {
      notes.append((place, FileFailure(tree.shown(place), "it is a link now, so what it was counts as deleted")))
    } else if entry.new.isRepository {
      repositories.append(place)
      notes.append(
        (
          place,
          FileFailure(tree.shown(place), "it is a repository of its own, so what changed in it was not checked")
        ))
    }
  }

  /// The other repositories that took the place of agreements, so that these can no longer be checked.
  package var replaced: [FilePath] {
    repositories.filter { repository in before.contains { $0.place.starts(with: repository) } }
  }

  /// Whether a file holds the same as before.
  ///
  /// Git gives no id for a file whose dates have changed, as after a copy of the whole folder.
  private func isSame(_ entry: Entry, at place: FilePath) throws(FileFailure) -> Bool {
    if entry.new.isStored { return entry.old.id == entry.new.id }
    guard AgreementFinder.isOfConcord(place) else { return false }
    let limit = 1 << 24
    guard let now = try? FileReader.read(place, at: place, limit: limit),
      let then = try? GitObject(id: entry.old.id, name: place.string).read(limit: limit)
    else { return false }
    return now == then || Self.withLineFeeds(now) == Self.withLineFeeds(then)
  }

  /// The text with the line ends that git keeps where it is told to convert them.
  private static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
    bytes.indices.filter { bytes[$0] != 0x0D || $0 + 1 == bytes.count || bytes[$0 + 1] != 0x0A }.map { bytes[$0] }
  }

  /// What git says of a file: `:100644 100644 <id> <id> M`.
  private struct Entry {
    let old: File
    let new: File
    let isUnmerged: Bool
    let path: ArraySlice<UInt8>

    struct File {
      let mode: String
      let id: String
      var isFile: Bool { mode.hasPrefix("100") }
      var isLink: Bool { mode == "120000" }
      var isRepository: Bool { mode == "160000" }
      /// Whether git has it, and not only the folder.
      var isStored: Bool { id.contains { $0 != "0" } }
    }

    init?(_ record: ArraySlice<UInt8>, path: ArraySlice<UInt8>) {
      let words = record.dropFirst().split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard record.first == UInt8(ascii: ":"), words.count == 5 else { return nil }
      old = File(mode: words[0], id: words[2])
      new = File(mode: words[1], id: words[3])
      isUnmerged = words[4] == "U"
      self.path = path
    }
  }
}
