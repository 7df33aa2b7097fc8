package import SystemPackage

/// A file as it is in a commit of its git repository.
package struct CommittedVersion {
  /// The commit id, as short as git writes it.
  package let commit: String
  /// The day of the commit, as `YYYY-MM-DD`.
  package let day: String
  private let name: String
  private let reader: Reader

  /// One process reads all versions of a file, and none is started unless somebody asks.
  private final class Reader {
    private let folder: String
    private var batch: GitBatch?
    private var isBroken = false

    init(_ folder: String) { self.folder = folder }

    func read(_ object: String, limit: Int) -> [UInt8]? {
      guard !isBroken else { return nil }
      do throws(FileFailure) {
        let batch = if let batch { batch } else { try GitBatch(CommittedVersion.git(in: folder), .lookups) }
        self.batch = batch
        return try batch.read(object, name: object, limit: limit)
      } catch {
        isBroken = true
        return nil
      }
    }
  }

  /// The last commits that changed a file, newest first; empty if git does not know the file, or there is no git.
  ///
  /// This uses plumbing only: `git log` would run what the repository's settings name, and the repository may be
  /// anybody's.
  package static func all(of path: FilePath, most: Int) -> [CommittedVersion] {
    // Git gets object names line by line.
    guard let name = path.lastComponent.map({ FilePath(root: nil, [$0]).typed }), !name.contains("\n") else {
      return []
    }
    let folder = path.removingLastComponent().absolute.typed
    let arguments =
      git(in: folder) + [
        "rev-list", "--max-count=\(most)", "--date=short", "--format=%h %cd", "HEAD", "--",
        ":(literal)\(name)",
      ]
    guard let result = try? GitProcess.run(arguments, .lookups), result.status == 0 else { return [] }
    let reader = Reader(folder)
    // A line "commit" with the full id comes before each.
    return result.output.split(separator: 0x0A).compactMap { line in
      let words = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard words.count == 2, words[0] != "commit" else { return nil }
      return CommittedVersion(commit: words[0], day: words[1], name: name, reader: reader)
    }
  }

  /// Git arguments for a folder; a committed folder with a `config` in it does not count as a repository.
  fileprivate static func git(in folder: String) -> [String] { ["-c", "safe.bareRepository=explicit", "-C", folder] }

  /// The file's bytes in that commit; nil if git does not have them, or they exceed the limit.
  package func read(limit: Int) -> [UInt8]? { reader.read("\(commit):./\(name)", limit: limit) }
}
