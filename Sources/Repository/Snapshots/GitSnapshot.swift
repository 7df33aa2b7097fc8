package import SystemPackage
internal import TextSupport

/// All agreements and settings of a repository as they are in its index or in a commit.
package struct GitSnapshot: Sendable {
  /// Where the files are read from.
  package enum Source: Sendable {
    /// What the next commit will hold.
    case index
    /// A commit, by any name.
    case commit(String)
  }

  /// The commit from which its history goes back.
  package var tip: String {
    switch source {
    case .index: "HEAD"
    case .commit(let id): id
    }
  }

  /// The agreements, sorted by path.
  package private(set) var agreements: [(place: FilePath, object: GitObject)] = []
  /// Links with the name of an agreement that lead to none of them.
  package private(set) var failures: [(place: FilePath, failure: FileFailure)] = []
  /// Agreements with a conflict that nobody has settled.
  package private(set) var conflicts: Set<FilePath> = []
  private var settings: [FilePath: Entry] = [:]
  private let source: Source
  private let tree: GitWorkTree

  private struct Entry {
    let mode: String
    let id: String
    let path: ArraySlice<UInt8>
    let isUnmerged: Bool
  }

  /// Lists the files.
  ///
  /// - Throws: `FileFailure` if git cannot, or there is no such commit.
  package init(_ source: Source, in tree: GitWorkTree) throws(FileFailure) {
    if case .commit(let name) = source {
      guard let id = try GitBase.commit(name) else { throw try GitAdvice.missing(name) }
      self.source = .commit(id)
    } else {
      self.source = source
    }
    self.tree = tree
    var links: [Entry] = []
    for record in try GitProcess.records(listing()) {
      guard let entry = Self.entry(record) else { continue }
      let name = RawText.text(entry.path)
      let place = tree.place(of: entry.path)
      if AgreementFinder.isAgreement(name) {
        if entry.isUnmerged {
          conflicts.insert(place)
        } else if entry.mode.hasPrefix("100") {
          agreements.append((place, GitObject(id: entry.id, name: tree.shown(place).typed)))
        } else if entry.mode == "120000" {
          links.append(entry)
        }
      } else if place.lastComponent?.string == ConfigurationFinder.fileName {
        settings[place] = entry
      }
    }
    agreements.sort { $0.place.bytes.lexicographicallyPrecedes($1.place.bytes) }
    let known = Set(agreements.map(\.place))
    for link in links where !leads(link, to: known) {
      let place = tree.place(of: link.path)
      failures.append(
        (
          place,
          FileFailure(
            tree.shown(place),
            "it is a link to something that is not an agreement in this repository; name the file that it leads to")
        ))
    }
  }

  /// Whether a link leads to one of some files.
  private func leads(_ link: Entry, to known: Set<FilePath>) -> Bool {
    guard let target = try? GitObject(id: link.id, name: "").read(limit: 4_096) else { return false }
    let path = FilePath(typed: RawText.text(target))
    guard !path.isAbsolute else { return false }
    return known.contains(tree.place(of: link.path).removingLastComponent().pushing(path).lexicallyNormalized())
  }

  /// The place of the settings for the files of a folder: the nearest one in it or above, up to the top.
  package func settings(forFolder folder: FilePath) -> FilePath? {
    var folder = folder
    while folder.starts(with: tree.top) {
      let candidate = folder.appending(ConfigurationFinder.fileName)
      if settings[candidate] != nil { return candidate }
      guard !folder.components.isEmpty else { break }
      folder.removeLastComponent()
    }
    return nil
  }

  /// Reads a file, whatever its name; nil for a place outside the repository.
  ///
  /// - Throws: `FileFailure` if there is no such file, if it is a link or a repository of its own, or if it has more bytes than the limit.
  package func read(_ place: FilePath, limit: Int) throws(FileFailure) -> [UInt8]? {
    guard let path = tree.path(of: place.absolute) else { return nil }
    let shown = tree.shown(place.absolute)
    var found = settings[place]
    if found == nil {
      let records = try GitProcess.records(listing(of: RawText.text(path)))
      found = records.compactMap(Self.entry).first { $0.path.elementsEqual(path) }
    }
    guard let found else { throw FileFailure(shown, missing) }
    guard found.mode.hasPrefix("100") else {
      throw FileFailure(shown, "it is a link or a repository of its own, which is not followed")
    }
    guard !found.isUnmerged else { throw FileFailure(shown, "it is in conflict; resolve it, then `git add` it") }
    return try GitObject(id: found.id, name: shown.typed).read(limit: limit)
  }

  /// Whether there is something at a place, even a link.
  package func has(_ place: FilePath) throws(FileFailure) -> Bool {
    if settings[place] != nil { return true }
    guard let path = tree.path(of: place) else { return false }
    return try GitProcess.records(listing(of: RawText.text(path))).compactMap(Self.entry).contains {
      $0.path.elementsEqual(path)
    }
  }

  /// Why there is no file.
  package var missing: String {
    switch source {
    case .index: "it is not in the next commit"
    case .commit: "there is no such file or folder in that revision"
    }
  }

  /// The command that lists the files, or one of them.
  private func listing(of path: String? = nil) -> [String] {
    switch source {
    case .index: ["ls-files", "-s", "-z", "--full-name", "--", path.map { ":(top,literal)\($0)" } ?? ":(top)"]
    case .commit(let id):
      ["ls-tree", "-r", "-z", "--full-tree", id, "--"] + (path.map { [":(literal)\($0)"] } ?? [])
    }
  }

  /// An entry as both commands write it: `<mode> <id> <stage>` or `<mode> blob <id>`, a tab and the path.
  private static func entry(_ record: ArraySlice<UInt8>) -> Entry? {
    guard let tab = record.firstIndex(of: 0x09) else { return nil }
    let words = record[..<tab].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    guard words.count == 3 else { return nil }
    let isListed = ["blob", "commit", "tree"].contains(words[1])
    return Entry(
      mode: words[0], id: isListed ? words[2] : words[1], path: record[(tab + 1)...],
      isUnmerged: !isListed && words[2] != "0")
  }
}
