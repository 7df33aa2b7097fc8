internal import Agreement
internal import AgreementLint
internal import AgreementReporting
internal import ArgumentParser
internal import Diagnostics
internal import Repository
internal import SystemPackage
internal import TextSupport

/// What counts for the files of a run: each file's nearest `concord.yaml`, and the linter that follows from it.
struct LintSetups {
  /// What counts for some files.
  struct Setup: Sendable {
    let linter: Linter
    let catalog: Catalog
    /// The repository that the files belong to, as a place among them.
    let home: Int
  }

  /// The settings of one repository.
  private struct Home {
    let configuration: Configuration
    /// The folder of `concord.yaml`; nil where there is none.
    let folder: FilePath?
    /// The setups for each set of overrides.
    var setups: [[Int]: Int] = [:]
  }

  private(set) var setups: [Setup] = []
  private var finder = ConfigurationFinder()
  private var homes: [Home] = []
  /// The home of each `concord.yaml`, and of files without one.
  private var known: [FilePath?: Int] = [:]
  /// The folder of the last file: those of one folder come together.
  private var last: (folder: FilePath, home: Int)?
  private let fixed: FilePath?
  private let makeLinter: (LintSettings) -> Linter

  /// Takes the file of `--config`, and how a linter is made of settings.
  init(config: String?, makeLinter: @escaping (LintSettings) -> Linter) {
    self.makeLinter = makeLinter
    fixed = config.map { [finder] in finder.absolute(FilePath($0)) }
  }

  /// The place of what counts for a file; nil where the file is left out.
  mutating func setup(for path: FilePath) throws -> Int? {
    try Self.check(path)
    let folder = path.removingLastComponent()
    let home = if let last, last.folder == folder { last.home } else { try self.home(forFolder: folder) }
    last = (folder, home)
    let name = self.name(of: path, in: home)
    if homes[home].configuration.excludes(name) { return nil }
    let overrides = homes[home].configuration.matches(name)
    if let known = homes[home].setups[overrides] { return known }
    setups.append(
      Setup(
        linter: makeLinter(homes[home].configuration.settings(for: name)), catalog: homes[home].configuration.catalog,
        home: home))
    homes[home].setups[overrides] = setups.count - 1
    return setups.count - 1
  }

  /// The folders that the settings of the current folder name.
  mutating func folders() throws -> [FilePath] {
    let home = homes[try self.home(forFolder: "")]
    guard let folder = home.folder, !home.configuration.agreements.isEmpty else { return ["."] }
    let folders = home.configuration.agreements.map { name, range in
      let path = finder.shown(folder.pushing(FilePath(name)).lexicallyNormalized())
      return (path: path.isEmpty ? "." : path, name: name, range: range)
    }
    let missing = folders.filter { (try? Stat($0.path, followTargetSymlink: true)) == nil }.map { _, name, range in
      Finding(
        diagnostic: Diagnostic(
          .unknownReference, at: range, "there is no folder `\(name.prefix(60))` beside this file",
          help: "correct the name, or leave it out"), level: .error)
    }
    if !missing.isEmpty, let source = home.configuration.source {
      Output.error(Output.text(of: missing, in: source))
      throw ExitCode(2)
    }
    return folders.map(\.path)
  }

  /// The settings that count for the files of a folder.
  mutating func configuration(forFolder folder: FilePath) throws -> Configuration {
    try Self.check(folder)
    return homes[try home(forFolder: folder)].configuration
  }

  /// Refuses a path that is longer than any that a system opens; each of its folders would be looked at.
  private static func check(_ path: FilePath) throws {
    guard path.length > 4_096 else { return }
    Output.error("concord: a path of \(path.length) bytes is too long\n")
    throw ExitCode(2)
  }

  /// What is in force for a file or folder, and whether it is left out.
  mutating func inForce(for path: FilePath, folder: FilePath) throws -> (
    values: [Configuration.Value], isExcluded: Bool
  ) {
    let home = try self.home(forFolder: folder)
    let name = self.name(of: path, in: home)
    let configuration = homes[home].configuration
    return (configuration.values(for: name), configuration.excludes(name))
  }

  /// A path seen from the folder of the settings, with slashes.
  private func name(of path: FilePath, in home: Int) -> String {
    guard !homes[home].configuration.exclude.isEmpty || !homes[home].configuration.overrides.isEmpty else { return "" }
    var absolute = finder.absolute(path)
    if let folder = homes[home].folder { _ = absolute.removePrefix(folder) }
    return absolute.string
  }

  private mutating func home(forFolder folder: FilePath) throws -> Int {
    let file = fixed ?? finder.configuration(forFolder: folder)
    if let home = known[file] { return home }
    homes.append(Home(configuration: try file.map { try read($0) } ?? .standard, folder: file?.removingLastComponent()))
    known[file] = homes.count - 1
    return homes.count - 1
  }

  private func read(_ file: FilePath) throws -> Configuration {
    let shown = finder.shown(file)
    do {
      // One byte more than the limit is enough to say that the file is too large.
      let source = SourceFile(name: shown.string, bytes: try FileReader.read(file, limit: 1 << 20))
      let (configuration, diagnostics) = Configuration.read(source)
      if !diagnostics.isEmpty {
        Output.error(
          Output.text(
            of: diagnostics.map {
              Finding(diagnostic: $0, level: AgreementReader.mildRules.contains($0.rule) ? .warning : .error)
            }, in: source))
      }
      guard let configuration else {
        Output.error("concord: \(TerminalText.escape(shown.string)) has errors, so nothing was checked\n")
        throw ExitCode(2)
      }
      return configuration
    } catch let failure as FileFailure {
      Output.error(FileFailure(shown, failure.reason))
      throw ExitCode(2)
    }
  }
}
