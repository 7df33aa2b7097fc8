package import SystemPackage
internal import TextSupport

/// A file as it is in a commit of its git repository.
package struct CommittedVersion {
  /// The beginning of the commit id, in ten digits.
  package let commit: String
  /// The day of the commit, as `YYYY-MM-DD`.
  package let day: String
  private let object: String
  private let reader: Reader

  /// One process reads all versions of a file, and none is started unless somebody asks.
  private final class Reader {
    private let folder: FilePath?
    private var batch: GitBatch?
    private var isBroken = false

    init(_ folder: FilePath?) { self.folder = folder }

    func read(_ object: String, limit: Int) -> [UInt8]? {
      guard !isBroken else { return nil }
      do throws(FileFailure) {
        let batch = if let batch { batch } else { try GitBatch(.lookups, in: folder) }
        self.batch = batch
        return try batch.read(object, name: object, limit: limit)
      } catch {
        isBroken = true
        return nil
      }
    }
  }

  /// The repository of the current folder, which is asked for once.
  private static let tree = try? GitWorkTree.current(.lookups, needsFiles: false)

  /// The last commits that changed a file, newest first; empty if git does not know the file, or there is no git.
  ///
  /// This uses plumbing only: `git log` would run what the repository's settings name, and the repository may be
  /// anybody's.
  package static func all(of file: FilePath, from tip: String = "HEAD", most: Int) -> [CommittedVersion] {
    // Git gets object names line by line.
    guard let (folder, path) = place(of: file.resolved ?? file.absolute), !path.contains("\n") else { return [] }
    let arguments = [
      "rev-list", "--max-count=\(most)", "--no-commit-header", "--encoding=UTF-8", "--date=short", "--format=%H %cd",
      tip, "--", folder == nil ? ":(top,literal)\(path)" : ":(literal)\(path)",
    ]
    guard let result = try? GitProcess.run(arguments, .lookups, in: folder), result.status == 0 else { return [] }
    let reader = Reader(folder)
    return result.output.split(separator: 0x0A).compactMap { line in
      let words = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard words.count == 2 else { return nil }
      return CommittedVersion(
        commit: String(words[0].prefix(10)), day: words[1], object: "\(words[0]):\(folder == nil ? "" : "./")\(path)",
        reader: reader)
    }
  }

  /// Where git is asked for a file, and its path from there: in the current folder, with its path from the top, or, for a file of
  /// another repository, in its own folder.
  private static func place(of file: FilePath) -> (folder: FilePath?, path: String)? {
    let folder = file.removingLastComponent()
    let root = RepositoryRoots.root(of: folder)
    if let tree, root == nil || root == tree.top {
      return tree.path(of: file).map { (nil, RawText.text($0)) }
    }
    return root == nil ? nil : file.lastComponent.map { (folder, FilePath(root: nil, [$0]).typed) }
  }

  /// The file's bytes in that commit; nil if git does not have them, or they exceed the limit.
  package func read(limit: Int) -> [UInt8]? { reader.read(object, limit: limit) }
}
