internal import Agreement
internal import AgreementLint
internal import AgreementReporting
internal import ArgumentParser
internal import Diagnostics
internal import Repository
internal import SSHSignatures
internal import SystemPackage
internal import TextSupport

/// What applies to the files of a run: each file's nearest `concord.yaml`, and the linter that follows from it.
struct LintSetups {
  /// What applies to some files.
  struct Setup: Sendable {
    let linter: Linter
    let catalog: Catalog
    /// The repository of the files, as an index among the homes.
    let home: Int
  }

  /// The settings of one repository.
  private struct Home {
    let configuration: Configuration
    /// The folder of `concord.yaml`; nil if there is none.
    let folder: FilePath?
    /// The time zone for today's date; nil for the system's.
    let zone: ZoneInfo?
    /// Whose keys are whose; nil if no file says so.
    let allowedSigners: AllowedSigners?
    /// The file of keys that the settings name.
    var signersFile: FilePath? {
      guard let folder, let name = configuration.allowedSigners?.name else { return nil }
      return folder.pushing(FilePath(name))
    }

    /// The setups for each set of overrides.
    var setups: [[Int]: Int] = [:]
  }

  private(set) var setups: [Setup] = []
  private var finder = ConfigurationFinder()
  private var homes: [Home] = []
  /// The home of each `concord.yaml`, and of files without one.
  private var known: [FilePath?: Int] = [:]
  /// The folder of the last file, because files of one folder come together.
  private var last: (folder: FilePath, home: Int)?
  /// Whether somebody named the file, so that no other counts.
  private let isFixed: Bool
  private let fixed: FilePath?
  /// What git holds, if settings are read from there.
  private var snapshot: GitSnapshot?
  /// The commit that the settings come from, whatever else is read; nil for the files as they are.
  let revision: RevisionSettings?
  private let makeLinter: (LintSettings, ZoneInfo?) -> Linter

  /// Takes the file of `--config` or the commit of `--config-from`, and a function that makes a linter from settings.
  init(
    config: String?, from revision: RevisionSettings? = nil, makeLinter: @escaping (LintSettings, ZoneInfo?) -> Linter
  ) throws {
    self.makeLinter = makeLinter
    self.revision = revision
    isFixed = config != nil
    let path = config.map { FilePath(typed: $0) }
    if let path, let revision {
      fixed = try revision.place(ofNamed: path, without: "the built-in settings count")
    } else {
      fixed = path?.absolute
    }
  }

  /// Takes a function that makes a linter from settings.
  init(makeLinter: @escaping (LintSettings, ZoneInfo?) -> Linter) {
    self.makeLinter = makeLinter
    revision = nil
    isFixed = false
    fixed = nil
  }

  /// From now on, settings are read from what git holds; for files outside of its repository, from the folder.
  mutating func read(from snapshot: GitSnapshot) { self.snapshot = snapshot }

  /// The `concord.yaml` of a setup; nil if there is none.
  func settingsFile(of setup: Int) -> FilePath? {
    homes[setups[setup].home].folder?.appending(ConfigurationFinder.fileName)
  }

  /// The folders named by the settings of the current folder, or else the whole repository.
  mutating func folders(in tree: GitWorkTree) throws -> [FilePath] {
    let home = homes[try self.home(forFolder: "")]
    return home.folder == nil || home.configuration.agreements.isEmpty ? [tree.top] : try folders()
  }

  /// The index of the setup for a file; nil if the file is excluded.
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
        linter: makeLinter(settings(for: name, in: home), homes[home].zone),
        catalog: homes[home].configuration.catalog, home: home))
    homes[home].setups[overrides] = setups.count - 1
    return setups.count - 1
  }

  private func settings(for name: String, in home: Int) -> LintSettings {
    var settings = homes[home].configuration.settings(for: name)
    settings.signing.allowedSigners = homes[home].allowedSigners
    return settings
  }

  /// The index of the setup for standard input, by its given name; without a name only the folder is known.
  mutating func setup(forStandardInput name: FilePath?) throws -> Int? {
    if let name { return try setup(for: name.absolute) }
    return setup(in: try home(forFolder: ""), name: "")
  }

  /// The settings of a setup, and their time zone; nil for the system's.
  func settings(of setup: Int) -> (configuration: Configuration, zone: ZoneInfo?) {
    let home = homes[setups[setup].home]
    return (home.configuration, home.zone)
  }

  /// What the settings keep out of the run, not counting files.
  var setAside: SetAside {
    var result = SetAside()
    let settings = setups.map(\.linter.settings)
    let loosened = setups.reduce(into: [] as RuleSet) { $0.formUnion($1.linter.settings.loosened(with: $1.catalog)) }
    for rule in Rule.all where !rule.isAlwaysOn {
      if settings.contains(where: { $0.isOff.contains(rule.id) }) {
        result.rulesOff += 1
      } else if loosened.contains(rule.id)
        || settings.contains(where: { ($0.levels[rule.id] ?? rule.level) < rule.level })
      {
        result.rulesLowered += 1
      }
    }
    return result
  }

  /// The name of the district, if the settings give one for the whole run.
  var district: String? {
    let names = Set(homes.map { $0.configuration.district })
    return names.count == 1 ? names.first ?? nil : nil
  }

  /// The folders named by the settings of the current folder.
  mutating func folders() throws -> [FilePath] {
    let home = homes[try self.home(forFolder: "")]
    guard let folder = home.folder, !home.configuration.agreements.isEmpty else { return ["."] }
    var wrong: [Finding] = []
    var folders: [FilePath] = []
    for (name, range) in home.configuration.agreements {
      let path = folder.pushing(FilePath(name)).lexicallyNormalized()
      if let (message, help) = problem(with: name, at: path, below: folder) {
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

  /// The folder of `concord.yaml` if that names folders for the current folder; nil if everything is searched anyway.
  mutating func folderAroundNamedOnes() throws -> FilePath? {
    let home = homes[try self.home(forFolder: "")]
    return home.configuration.agreements.isEmpty ? nil : home.folder
  }

  /// What is wrong with an entry of `agreements`. It has to name a folder inside that of `concord.yaml`, and nothing
  /// may lead out of it, because `--fix` writes there and settings may come with a pull request.
  private func problem(with name: String, at path: FilePath, below folder: FilePath) -> (String, String)? {
    let shown = name.prefix(60)
    guard !FilePath(name).isAbsolute, path.starts(with: folder) else {
      return (
        "`\(shown)` is outside the folder of this file", "name a folder beside this file or below, as in `schools`"
      )
    }
    // What git holds has no folder that is a link.
    guard snapshot == nil else { return nil }
    guard let real = path.resolved else {
      return ("there is no folder `\(shown)` beside this file", "correct the name, or leave it out")
    }
    if let home = folder.resolved, real != path.replacing(folder, with: home) {
      return ("`\(shown)` is a link, or is behind one", "name the folder itself")
    }
    return nil
  }

  /// The lines in the files of keys that count for nobody, or not for everybody.
  var badLines: [(file: FilePath, problem: AllowedSigners.Problem)] {
    homes.flatMap { home in
      (home.allowedSigners?.problems ?? []).map { (ConfigurationFinder.shown(home.signersFile ?? ""), $0) }
    }
  }

  /// Says which settings the change edits, because they count only once it is merged; nothing if the settings are those
  /// of the change.
  ///
  /// - Throws: the exit status, after saying so, if they would then be settings with errors.
  func tellEdits(of changes: GitChanges?, on side: GitChanges.Side, besides baseline: FilePath? = nil) throws {
    guard let revision else { return }
    let edited = revision.tellEdits(
      of: changes, on: side, besides: homes.compactMap(\.signersFile) + [fixed, baseline].compactMap(\.self))
    var own = LintSetups(makeLinter: makeLinter)
    own.snapshot = snapshot
    for place in edited where place.lastComponent?.string == ConfigurationFinder.fileName {
      _ = try own.configuration(forFolder: place.removingLastComponent())
    }
  }

  /// Where the settings of the run come from, for a sentence.
  var origin: String { ConfigurationFinder.fileName + (revision.map { " in \($0.shown)" } ?? "") }

  /// The settings for the files of a folder.
  mutating func configuration(forFolder folder: FilePath) throws -> Configuration {
    try Self.check(folder)
    return homes[try home(forFolder: folder)].configuration
  }

  /// The time zone of the settings for the files of a folder; nil for the system's.
  mutating func zone(forFolder folder: FilePath) throws -> ZoneInfo? {
    try Self.check(folder)
    return homes[try home(forFolder: folder)].zone
  }

  /// Refuses a path longer than any system can open, because each of its folders would be checked.
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

  /// A path relative to the folder of the settings, with slashes.
  private func name(of path: FilePath, in home: Int) -> String {
    guard !homes[home].configuration.exclude.isEmpty || !homes[home].configuration.overrides.isEmpty else { return "" }
    var absolute = path.absolute
    if let folder = homes[home].folder { _ = absolute.removePrefix(folder) }
    return absolute.string
  }

  private mutating func home(forFolder folder: FilePath) throws -> Int {
    let file = isFixed ? fixed : try nearest(folder)
    if let home = known[file] { return home }
    homes.append(
      try file.map { try read($0) } ?? Home(configuration: .standard, folder: nil, zone: nil, allowedSigners: nil))
    known[file] = homes.count - 1
    return homes.count - 1
  }

  /// The nearest settings for the files of a folder.
  private mutating func nearest(_ folder: FilePath) throws -> FilePath? {
    guard let revision else {
      return snapshot.map { $0.settings(forFolder: folder.absolute) } ?? finder.configuration(forFolder: folder)
    }
    do throws(FileFailure) {
      return try revision.configuration(forFolder: folder)
    } catch {
      Output.error(error)
      throw ExitCode(2)
    }
  }

  /// The bytes of a file of settings.
  private func bytes(_ file: FilePath, limit: Int) throws(FileFailure) -> [UInt8] {
    if let revision { return try revision.read(file, limit: limit) }
    if let snapshot, let bytes = try snapshot.read(file, limit: limit) { return bytes }
    return try RepositoryFile.read(file, limit: limit)
  }

  private func read(_ file: FilePath) throws -> Home {
    let shown = revision.map { $0.name(of: file) } ?? ConfigurationFinder.shown(file)
    do {
      // One byte more than the limit is enough to show that the file is too large.
      let source = SourceFile(name: shown.string, bytes: try bytes(file, limit: 1 << 20))
      var (configuration, diagnostics) = Configuration.read(source)
      var zone: ZoneInfo?
      var allowed: AllowedSigners?
      if let named = configuration?.allowedSigners {
        switch SignersFile.read(named, below: file.removingLastComponent(), reading: bytes) {
        case .success(let found): allowed = found
        case .failure(let problem):
          diagnostics.append(problem.diagnostic)
          configuration = nil
        }
      }
      if let name = configuration?.timeZone {
        switch TimeZones.look(for: name) {
        case .success(let found): zone = found
        case .failure(let problem):
          diagnostics.append(problem.diagnostic)
          configuration = nil
        }
      }
      let findings = diagnostics.map {
        Finding(diagnostic: $0, level: $0.severity == .mild ? .warning : .error)
      }
      if !findings.isEmpty { Output.error(Output.text(of: findings, in: source)) }
      guard let configuration else {
        Output.error("concord: \(TerminalText.escape(shown.string)) has errors, so nothing was checked\n")
        for finding in ReportedFile(source, findings).findings where finding.level == .error {
          Output.note(FileFailure(file, "line \(finding.start.line): \(finding.message)"))
        }
        throw ExitCode(2)
      }
      return Home(
        configuration: configuration, folder: file.removingLastComponent(), zone: zone, allowedSigners: allowed)
    } catch let failure as FileFailure {
      Output.error(FileFailure(shown, failure.reason))
      throw ExitCode(2)
    }
  }
}
