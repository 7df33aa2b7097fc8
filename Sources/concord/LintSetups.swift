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
    /// The time zone that says which day it is; nil for that of the system.
    let zone: ZoneInfo?
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
  private let makeLinter: (LintSettings, ZoneInfo?) -> Linter

  /// Takes the file of `--config`, and how a linter is made of settings.
  init(config: String?, makeLinter: @escaping (LintSettings, ZoneInfo?) -> Linter) {
    self.makeLinter = makeLinter
    fixed = config.map { FilePath(typed: $0).absolute }
  }

  /// The place of what counts for a file; nil where the file is left out.
  mutating func setup(for path: FilePath) throws -> Int? {
    try Self.check(path)
    let folder = path.removingLastComponent()
    let home = if let last, last.folder == folder { last.home } else { try self.home(forFolder: folder) }
    last = (folder, home)
    return setup(in: home, name: name(of: path, in: home))
  }

  private mutating func setup(in home: Int, name: String) -> Int? {
    if homes[home].configuration.excludes(name) { return nil }
    let overrides = homes[home].configuration.matches(name)
    if let known = homes[home].setups[overrides] { return known }
    setups.append(
      Setup(
        linter: makeLinter(homes[home].configuration.settings(for: name), homes[home].zone),
        catalog: homes[home].configuration.catalog, home: home))
    homes[home].setups[overrides] = setups.count - 1
    return setups.count - 1
  }

  /// The place of what counts for standard input, by the name that it was given; without one only a folder is known.
  mutating func setup(forStandardInput name: FilePath?) throws -> Int? {
    if let name { return try setup(for: name.absolute) }
    return setup(in: try home(forFolder: ""), name: "")
  }

  /// What the settings keep out of the run, apart from files.
  var setAside: SetAside {
    var result = SetAside()
    let settings = setups.map(\.linter.settings)
    for rule in Rule.all where !rule.isAlwaysOn {
      if settings.contains(where: { $0.isOff.contains(rule.id) }) {
        result.rulesOff += 1
      } else if settings.contains(where: { ($0.levels[rule.id] ?? rule.level) < rule.level }) {
        result.rulesLowered += 1
      }
    }
    return result
  }

  /// The name of the district, where the settings give one for the whole run.
  var district: String? {
    let names = Set(homes.map { $0.configuration.district })
    return names.count == 1 ? names.first ?? nil : nil
  }

  /// The folders that the settings of the current folder name.
  mutating func folders() throws -> [FilePath] {
    let home = homes[try self.home(forFolder: "")]
    guard let folder = home.folder, !home.configuration.agreements.isEmpty else { return ["."] }
    var wrong: [Finding] = []
    var folders: [FilePath] = []
    for (name, range) in home.configuration.agreements {
      let path = folder.pushing(FilePath(name)).lexicallyNormalized()
      if let (message, help) = Self.problem(with: name, at: path, below: folder) {
        wrong.append(Finding(diagnostic: Diagnostic(.unknownReference, at: range, message, help: help), level: .error))
      } else {
        let shown = ConfigurationFinder.shown(path)
        folders.append(shown.isEmpty ? "." : shown)
      }
    }
    if let source = home.configuration.source, !wrong.isEmpty {
      Output.error(Output.text(of: wrong, in: source))
      for finding in wrong {
        Output.note(FileFailure(folder.appending(ConfigurationFinder.fileName), finding.diagnostic.message))
      }
      throw ExitCode(2)
    }
    return folders
  }

  /// The folder of `concord.yaml` where that names folders for the current folder; nil where everything is searched anyway.
  mutating func folderAroundNamedOnes() throws -> FilePath? {
    let home = homes[try self.home(forFolder: "")]
    return home.configuration.agreements.isEmpty ? nil : home.folder
  }

  /// What is wrong with an entry of `agreements`: it names a folder in the folder of `concord.yaml`, and nothing leads out of that, for
  /// `--fix` writes there and settings may come with a pull request.
  private static func problem(with name: String, at path: FilePath, below folder: FilePath) -> (String, String)? {
    let shown = name.prefix(60)
    guard !FilePath(name).isAbsolute, path.starts(with: folder) else {
      return (
        "`\(shown)` is outside the folder of this file", "name a folder beside this file or below, as in `schools`"
      )
    }
    guard let real = path.resolved else {
      return ("there is no folder `\(shown)` beside this file", "correct the name, or leave it out")
    }
    if let home = folder.resolved, real != path.replacing(folder, with: home) {
      return ("`\(shown)` is a link, or is behind one", "name the folder itself")
    }
    return nil
  }

  /// The settings that count for the files of a folder.
  mutating func configuration(forFolder folder: FilePath) throws -> Configuration {
    try Self.check(folder)
    return homes[try home(forFolder: folder)].configuration
  }

  /// Refuses a path that is longer than any that a system opens; each of its folders would be looked at.
  private static func check(_ path: FilePath) throws {
    guard path.length > 4_096 else { return }
    Output.error("concord: a path of \(path.length) characters is too long\n")
    Output.note(FileFailure(WorkingFolder.path, "a path of \(path.length) characters is too long"))
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
    var absolute = path.absolute
    if let folder = homes[home].folder { _ = absolute.removePrefix(folder) }
    return absolute.string
  }

  private mutating func home(forFolder folder: FilePath) throws -> Int {
    let file = fixed ?? finder.configuration(forFolder: folder)
    if let home = known[file] { return home }
    homes.append(try file.map { try read($0) } ?? Home(configuration: .standard, folder: nil, zone: nil))
    known[file] = homes.count - 1
    return homes.count - 1
  }

  private func read(_ file: FilePath) throws -> Home {
    let shown = ConfigurationFinder.shown(file)
    do {
      // One byte more than the limit is enough to say that the file is too large.
      let source = SourceFile(name: shown.string, bytes: try RepositoryFile.read(file, limit: 1 << 20))
      var (configuration, diagnostics) = Configuration.read(source)
      var zone: ZoneInfo?
      if let name = configuration?.timeZone {
        switch TimeZones.look(for: name) {
        case .success(let found): zone = found
        case .failure(let problem):
          diagnostics.append(problem.diagnostic)
          configuration = nil
        }
      }
      let findings = diagnostics.map {
        Finding(diagnostic: $0, level: AgreementReader.mildRules.contains($0.rule) ? .warning : .error)
      }
      if !findings.isEmpty { Output.error(Output.text(of: findings, in: source)) }
      guard let configuration else {
        Output.error("concord: \(TerminalText.escape(shown.string)) has errors, so nothing was checked\n")
        for finding in ReportedFile(source, findings).findings where finding.level == .error {
          Output.note(FileFailure(file, "line \(finding.start.line): \(finding.message)"))
        }
        throw ExitCode(2)
      }
      return Home(configuration: configuration, folder: file.removingLastComponent(), zone: zone)
    } catch let failure as FileFailure {
      Output.error(FileFailure(shown, failure.reason))
      throw ExitCode(2)
    }
  }
}
