public import SystemPackage

/// A file as some commit of its git repository has it.
public struct CommittedVersion: Sendable {
  /// The commit, as short as git writes it.
  public let commit: String
  /// Its day, as `YYYY-MM-DD`.
  public let day: String
  private let folder: String
  private let name: String

  /// The last commits that changed a file, the newest first; none where git does not know the file, or there is no git.
  ///
  /// Plumbing only: `git log` would run what the settings of a repository name, and the repository may be anybody's.
  public static func all(of path: FilePath, most: Int) -> [CommittedVersion] {
    guard let name = path.lastComponent.map({ FilePath(root: nil, [$0]).typed }) else { return [] }
    let folder = path.removingLastComponent().absolute.typed
    let arguments =
      git(in: folder) + [
        "rev-list", "--max-count=\(most)", "--date=short", "--format=%h %cd", "HEAD", "--",
        ":(literal)\(name)",
      ]
    guard let result = try? GitProcess.run(arguments), result.status == 0 else { return [] }
    // A line "commit" with the whole id stands before each.
    return result.output.split(separator: 0x0A).compactMap { line in
      let words = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard words.count == 2, words[0] != "commit" else { return nil }
      return CommittedVersion(commit: words[0], day: words[1], folder: folder, name: name)
    }
  }

  /// A folder with a `config` in it that somebody committed is no repository of ours.
  private static func git(in folder: String) -> [String] { ["-c", "safe.bareRepository=explicit", "-C", folder] }

  /// The file's bytes in that commit; nil where git does not have them, or there are more than the limit.
  public func read(limit: Int) -> [UInt8]? {
    let object = "\(commit):./\(name)"
    guard let size = try? GitProcess.run(Self.git(in: folder) + ["cat-file", "-s", object]), size.status == 0,
      let count = Int(String(decoding: size.output.prefix { $0 != 0x0A }, as: UTF8.self)), count <= limit,
      let blob = try? GitProcess.run(Self.git(in: folder) + ["cat-file", "blob", object]), blob.status == 0
    else { return nil }
    return blob.output
  }
}
