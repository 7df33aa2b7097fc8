internal import SystemPackage
internal import TextSupport

/// A file or folder as it was in a revision: `HEAD~1:agreements`.
package struct GitRevision: Sendable {
  /// The name of the commit; empty for the index.
  package let revision: String
  /// The path in it: from the top, or from the current folder if it begins with a period.
  package let path: String

  /// Takes a revision and a path in it; nil if it could be an option or cannot be a revision. An empty revision is the
  /// index.
  package init?(revision: String, path: String) {
    guard revision.isEmpty || GitBase.mayBeRevision(revision),
      !path.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
    else { return nil }
    self.revision = revision
    self.path = path
  }

  private var name: String { "\(revision):\(path)" }

  /// The file itself, or the agreements below the folder, sorted by path.
  ///
  /// - Throws: `FileFailure` if there is no such commit, with the `git fetch` to type, or if nothing in it has that
  ///   name.
  package func files() throws(FileFailure) -> [GitObject] {
    try GitVersion.check()
    let found = try GitProcess.line(["rev-parse", "--verify", "--quiet", "--end-of-options", name])
    guard let id = found else { throw try failure() }
    let type = try GitProcess.line(["cat-file", "-t", id])
    switch type {
    case "blob": return [GitObject(id: id, name: name)]
    case "tree": return try files(of: id)
    case nil: throw FileFailure(FilePath(typed: name), GitAdvice.withheld)
    default: throw FileFailure(FilePath(typed: name), "it is neither a file nor a folder")
    }
  }

  /// The most files to look at, the most agreements to take, and the deepest folders to enter: a tree of some hundred
  /// kilobytes can claim to contain a folder ten times, which contains another ten times, and so on.
  private static let mostFiles = 1_000_000
  private static let mostAgreements = 200_000
  private static let deepest = 64
  /// The length of the longest entry, in bytes.
  private static let longest = 4_096

  private func files(of tree: String) throws(FileFailure) -> [GitObject] {
    let process = try GitProcess(["ls-tree", "-r", "-z", "--full-tree", tree], .revisions)
    process.closeInput()
    let folder = path.isEmpty || path.hasSuffix("/") ? name : name + "/"
    var result: [GitObject] = []
    var links: [GitObject] = []
    var count = 0
    var rest: [UInt8] = []
    var tooMuch: String?
    do {
      while tooMuch == nil {
        let piece = try process.read(upTo: 1 << 16)
        if piece.isEmpty { break }
        rest += piece
        var start = 0
        // An entry is "mode type id", a tab and the path, and ends with a zero byte; entries come sorted.
        for end in rest.indices where rest[end] == 0 && tooMuch == nil {
          count += 1
          if let (object, isLink) = Self.agreement(rest[start..<end], in: folder) {
            if isLink { links.append(object) } else { result.append(object) }
          }
          tooMuch = Self.excess(count, result.count + links.count, rest[start..<end])
          start = end + 1
        }
        rest.removeSubrange(..<start)
        if tooMuch == nil, rest.count > Self.longest { tooMuch = Self.excess(count, result.count, rest[...]) }
      }
    } catch {
      process.stop()
      let reason = (error as? FileFailure)?.reason ?? "git cannot be read"
      throw FileFailure(FilePath(typed: name), reason)
    }
    if let tooMuch {
      process.stop()
      throw FileFailure(FilePath(typed: name), "\(tooMuch), so it was not searched; name the folder of the agreements")
    }
    guard process.finish() == 0 else {
      throw FileFailure(FilePath(typed: name), "git cannot list what is in it")
    }
    if !links.isEmpty { try refuse(links, in: folder, unlessAmong: Set(result.map(\.name))) }
    return result
  }

  /// Refuses links that do not lead to an agreement that is listed anyway, because what is behind them would go
  /// unnoticed.
  private func refuse(
    _ links: [GitObject], in folder: String, unlessAmong names: Set<String>
  ) throws(FileFailure) {
    guard links.count <= Self.mostLinks else {
      throw FileFailure(
        FilePath(typed: name), "there are more than \(Self.mostLinks) links in it; name the files that they lead to")
    }
    for link in links {
      if let target = try? link.read(limit: Self.longest),
        let place = Self.place(of: target, from: link.name.dropFirst(RawText.shown(folder).count)),
        names.contains(RawText.shown(folder + place))
      {
        continue
      }
      throw FileFailure(
        FilePath(typed: link.name),
        "it is a link to something that is not an agreement in this folder; name the file that it leads to")
    }
  }

  /// The most links whose targets are looked up.
  private static let mostLinks = 100

  /// The path to which a link in a folder leads; nil if it leads out of the folder.
  private static func place(of target: [UInt8], from link: Substring) -> String? {
    var parts = link.split(separator: "/").dropLast().map(String.init)
    if target.first == 0x2F { return nil }
    for part in RawText.text(target[...]).split(separator: "/") where part != "." {
      if part == ".." {
        if parts.popLast() == nil { return nil }
      } else {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  /// What there is too much of after an entry; nil if it is within the limits.
  private static func excess(_ files: Int, _ agreements: Int, _ entry: ArraySlice<UInt8>) -> String? {
    if files > mostFiles { return "there are more than a million files in it" }
    if agreements > mostAgreements { return "there are more than 200,000 agreements in it" }
    // A path of that many folders has two bytes for each.
    let isDeep = entry.count > 2 * deepest && (entry.count > longest || entry.count { $0 == 0x2F } > deepest)
    return isDeep ? "its folders lie too deep in one another" : nil
  }

  /// The agreement of an entry, and whether it is a link to one.
  private static func agreement(
    _ entry: ArraySlice<UInt8>, in folder: String
  ) -> (object: GitObject, isLink: Bool)? {
    // The two extensions of agreements; no text is made for a tree of other files.
    guard entry.ends(with: ".yaml".utf8) || entry.ends(with: ".yml".utf8), let tab = entry.firstIndex(of: 0x09) else {
      return nil
    }
    let head = entry[..<tab]
    let isLink = head.starts(with: "120".utf8)
    guard isLink || head.starts(with: "100".utf8), let space = head.lastIndex(of: 0x20) else { return nil }
    let path = RawText.text(entry[(tab + 1)...])
    guard AgreementFinder.isAgreement(path) else { return nil }
    return (GitObject(id: String(decoding: head[(space + 1)...], as: UTF8.self), name: folder + path), isLink)
  }

  /// The reason why there is nothing.
  private func failure() throws(FileFailure) -> FileFailure {
    let shown = FilePath(typed: name)
    guard try GitProcess.line(["rev-parse", "--git-dir"]) != nil else {
      return FileFailure(
        shown, "there is no such file, and git cannot be asked for it: \(try GitAdvice.refusal().reason)")
    }
    if revision.isEmpty { return FileFailure(shown, "there is no such file or folder in the index") }
    if try GitBase.commit(revision) != nil {
      let isThere = try GitProcess.line(["cat-file", "-e", "\(revision)^{tree}"]) != nil
      return FileFailure(shown, isThere ? "there is no such file or folder in that revision" : GitAdvice.withheld)
    }
    return FileFailure(shown, try GitAdvice.missing(revision).reason)
  }
}

extension ArraySlice<UInt8> {
  /// Whether these are the last bytes.
  fileprivate func ends(with end: String.UTF8View) -> Bool {
    count >= end.count && self[(endIndex - end.count)...].elementsEqual(end)
  }
}
