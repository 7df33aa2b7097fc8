package import SystemPackage

/// Finds the `concord.yaml` that applies to a file: the nearest one in its folder or above.
///
/// The search ends at the folder that contains a git repository, so that nobody else's file further up applies.
package struct ConfigurationFinder {
  /// The name of the file.
  package static let fileName = "concord.yaml"

  private var known: [FilePath: FilePath?] = [:]

  /// Makes a finder that has not searched yet.
  package init() {}

  /// A path as people know it: relative to the folder in which the command runs, if it is below that.
  package static func shown(_ path: FilePath) -> FilePath {
    var path = path
    return path.removePrefix(WorkingFolder.path) ? path : path
  }

  /// The settings for the files of a folder; each folder is checked once.
  package mutating func configuration(forFolder folder: FilePath) -> FilePath? {
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
      // A link that leads nowhere counts, too: reading it is an error, but ignoring it would lint by other rules.
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
