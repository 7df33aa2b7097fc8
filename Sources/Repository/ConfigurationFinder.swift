public import SystemPackage

/// Finds the `concord.yaml` that counts for a file: the nearest one in its folder or above.
///
/// The search ends at the folder that holds a git repository, so that no file of somebody else further up counts.
public struct ConfigurationFinder {
  /// The name of the file.
  public static let fileName = "concord.yaml"

  private var known: [FilePath: FilePath?] = [:]

  /// Begins without having looked anywhere.
  public init() {}

  /// A path as people know it: seen from the folder in which the command runs, where it is below that.
  public static func shown(_ path: FilePath) -> FilePath {
    var path = path
    return path.removePrefix(WorkingFolder.path) ? path : path
  }

  /// The settings that count for the files of a folder; each folder is looked at once.
  public mutating func configuration(forFolder folder: FilePath) -> FilePath? {
    var folder = folder.absolute
    var passed: [FilePath] = []
    var result: FilePath?
    while true {
      if let found = known[folder] {
        result = found
        break
      }
      passed.append(folder)
      let candidate = folder.appending(Self.fileName)
      // A link that leads nowhere counts, too: to read it is an error, and to overlook it would lint by other rules.
      if (try? Stat(candidate, followTargetSymlink: false)) != nil {
        result = candidate
        break
      }
      if folder.components.isEmpty || (try? Stat(folder.appending(".git"), followTargetSymlink: false)) != nil { break }
      folder.removeLastComponent()
    }
    for folder in passed { known[folder] = .some(result) }
    return result
  }
}
