internal import Agreement
internal import AgreementLint
internal import Diagnostics
internal import Repository
internal import Synchronization
internal import SystemPackage

/// The catalog for a file: the built-in one, with the changes in the nearest `concord.yaml`.
enum Catalogs {
  /// Each `concord.yaml` is read once, on whichever core needs it first.
  private static let setups = Mutex<LintSetups?>(nil)

  /// The catalog for a file; a `concord.yaml` with errors ends the program, after the errors were reported.
  static func catalog(for file: FilePath) -> Catalog {
    guard let catalog = readable(forFolder: file.removingLastComponent()) else { Output.exit(2) }
    return catalog
  }

  /// The same for callers that must not end, such as a git helper, which get the built-in catalog instead.
  static func anyCatalog(for file: FilePath) -> Catalog {
    readable(forFolder: file.removingLastComponent()) ?? .builtIn
  }

  private static func readable(forFolder folder: FilePath) -> Catalog? {
    setups.withLock { setups in
      var known = setups ?? LintSetups { _, _ in Linter(rules: [], today: .distantPast) }
      defer { setups = known }
      return try? known.configuration(forFolder: folder.isEmpty ? "" : folder.resolved ?? folder).catalog
    }
  }
}
