public import SystemPackage

/// A file as some commit of its git repository has it.
public struct CommittedVersion {
  /// The commit, as short as git writes it.
  public let commit: String
  /// Its day, as `YYYY-MM-DD`.
  public let day: String
  private let name: String
  private let reader: Reader

  /// One process reads all versions of a file, and none is started where nobody asks.
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

  /// The last commits that changed a file, the newest first; none where git does not know the file, or there is no git.
  ///
  /// Plumbing only: `git log` would run what the settings of a repository name, and the repository may be anybody's.
  public static func all(of path: FilePath, most: Int) -> [CommittedVersion] {
    // The names of objects are told to git line by line.
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
    // A line "commit" with the whole id comes before each.
    return result.output.split(separator: 0x0A).compactMap { line in
      let words = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard words.count == 2, words[0] != "commit" else { return nil }
      return CommittedVersion(commit: words[0], day: words[1], name: name, reader: reader)
    }
  }

  /// A folder with a `config` in it that somebody committed is no repository of ours.
  fileprivate static func git(in folder: String) -> [String] { ["-c", "safe.bareRepository=explicit", "-C", folder] }

  /// The file's bytes in that commit; nil where git does not have them, or there are more than the limit.
  public func read(limit: Int) -> [UInt8]? { reader.read("\(commit):./\(name)", limit: limit) }
}
