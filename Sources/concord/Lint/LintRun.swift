internal import Agreement
internal import AgreementLint
internal import AgreementReporting
internal import ArgumentParser
internal import Diagnostics
internal import Repository
internal import SystemPackage
internal import TextSupport
internal import YAMLSyntax

/// What `concord lint` does, apart from its command line.
struct LintRun {
  var paths: [String]
  /// The outputs; empty to choose by environment.
  var formats: [String] = []
  var color = ColorChoice.auto
  var failOn = FailLevel.error
  var today: String?
  var select: [String] = []
  var ignore: [String] = []
  var jobs: Int?
  var shard: Shard?
  var limits = Limits.standard
  var stdinFilename: String?
  var allowEmpty = false
  var config: String?
  var appliesSuppressions = true
  var repair = Repair.none
  var baseline: String?
  var newBaseline: String?

  init(paths: [String]) { self.paths = paths }

  /// What to do with the fixes that findings propose.
  enum Repair: Equatable {
    case none
    /// Write them into the files.
    case write(takesUnsafe: Bool)
    /// Show them as a diff.
    case show(takesUnsafe: Bool)

    var takesUnsafe: Bool? {
      switch self {
      case .none: nil
      case .write(let takesUnsafe), .show(let takesUnsafe): takesUnsafe
      }
    }
  }

  /// The lowest level at which a finding makes the run fail.
  enum FailLevel: String, CaseIterable {
    case error
    case warning
    case info
    case never

    func fails(_ worst: Level?) -> Bool {
      guard let worst, let least = Level(rawValue: rawValue) else { return false }
      return worst >= least
    }
  }

  /// Lints; throws the exit status.
  func callAsFunction() throws {
    let level = newBaseline == nil ? Level(rawValue: failOn.rawValue) : nil
    let reports = try Reports(
      formats, color.style, failingAt: level, shows: repair.showsDiff ? .nothing : .reports)
    let roots = RepositoryRoots(
      hints: ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"].compactMap { Output.environment($0) }.map { FilePath($0) })
    let code: Int32
    do {
      code = try run(reports, roots)
    } catch {
      // A run that ends before it has checked anything is not clean either.
      if let error = error as? ValidationError {
        Output.note(FileFailure(WorkingFolder.path, error.message))
      }
      _ = reports.finish(Self.failed(ReportSummary(), roots))
      throw error
    }
    if code != 0 { throw ExitCode(code) }
  }

  /// Lints and ends the reports; returns the exit status.
  private func run(_ reports: Reports, _ roots: RepositoryRoots) throws -> Int32 {
    var setups = LintSetups(config: config, makeLinter: try linters(withholdsHeuristics: reports.isForCI))
    // The paths of an archive are freed before the cross-repository rules need room.
    var found = try inputs(&setups)
    reports.head(setups.district)
    let reals = found.reals
    let work = LintWork(
      setups: setups.setups, limits: limits, shard: shard, roots: found.folders, repair: repair,
      baseline: try baseline.map { try readBaseline($0) }, keepsKeys: newBaseline != nil,
      // If somebody names a few files, nothing is known about their neighbors.
      remembers: shard == nil && !found.folders.isEmpty, asksGit: found.inputs.count <= SignedTexts.mostFiles,
      real: { reals[$0] ?? $0 },
      locate: { path in ReportPath(roots.path(of: reals[path] ?? path.absolute).bytes) })
    var summary = ReportSummary()
    summary.setAside = setups.setAside
    summary.setAside.filesExcluded = found.excluded
    var results = LintResults(work)
    var coversDiff = false
    func take(_ outcome: Result<LintedFile, FileFailure>) {
      switch outcome {
      case .success(let file):
        summary.add(file.report)
        summary.fixed += file.fixCount
        reports.add(file.report)
        if !file.diff.isEmpty { Output.write(diff: file.diff) }
        coversDiff = coversDiff || file.coversDiff
        results.take(file)
        if let failure = file.failure { Output.error(failure) }
      case .failure(let failure): Output.error(failure)
      }
    }
    let isEmpty = found.inputs.isEmpty
    InOrder.run(found.takeInputs(), jobs: jobs) {
      work.lint($0)
    } take: { outcome in
      if let outcome { take(outcome) }
    }
    for input in found.misnamed { if let facts = work.misnamed(input) { results.take(misnamed: facts, input.setup) } }
    for outcome in results.acrossRepositories() { take(outcome) }
    if isEmpty, Output.problems.told.isEmpty, !allowEmpty { tellNothing(excluded: found.excluded) }
    summary = Self.failed(summary, roots)
    var isBroken = !summary.failures.isEmpty
    if reports.finish(summary) { isBroken = true }
    if repair.showsDiff {
      Output.error(
        "concord: \(Prose.count(summary.fixed, "repair")) to make in \(Prose.count(summary.files, "agreement"))\n")
    }
    if coversDiff {
      Output.error(
        "concord: lines that may be private are not shown, so this diff cannot be applied; use --fix instead\n")
    }
    if let newBaseline, !isBroken { isBroken = !write(results.keys, to: newBaseline) }
    try tellUnusedBaseline(results, remembers: work.remembers)
    if let reason = GitBudget.lookups.reason {
      Output.error("concord: \(reason); it was not asked for every text that people signed\n")
    }
    if isBroken { return 2 }
    let fails = repair.showsDiff ? summary.fixed > 0 : newBaseline == nil && failOn.fails(summary.worst)
    return fails ? 1 : 0
  }

  /// Says that there was nothing to check, and why.
  private func tellNothing(excluded: Int) {
    if excluded > 0 {
      let all = excluded == 1 ? "the only agreement here is" : "all \(excluded) agreements here are"
      Output.error("concord: \(all) excluded by concord.yaml, so nothing was checked\n")
      Output.note(FileFailure(WorkingFolder.path, "\(all) excluded by concord.yaml"))
    } else {
      Output.error("concord: there is no agreement here; agreements are files whose names end in .agreement.yaml\n")
      Output.note(FileFailure(WorkingFolder.path, "there is no agreement here"))
    }
  }

  /// The summary with what the run could not do.
  private static func failed(_ summary: ReportSummary, _ roots: RepositoryRoots) -> ReportSummary {
    let (told, untold) = Output.problems
    var summary = summary
    summary.failures = told.map { failure in
      let path = failure.path.resolved ?? failure.path.absolute
      return RunFailure(ReportPath(roots.path(of: path).bytes), failure.reason)
    }
    summary.untoldFailures = untold
    return summary
  }

  /// Reports the baseline entries that nothing matches anymore.
  private func tellUnusedBaseline(_ results: LintResults, remembers: Bool) throws {
    // Nothing is known about agreements or rules that this run left out.
    let unused = results.unusedBaseline(
      Set(try selectedRules().filter { remembers || $0.category != .repository }.map(\.id.rawValue)))
    guard !unused.isEmpty else { return }
    Output.error(
      "concord: \(Prose.count(unused.count, "entry", plural: "entries")) of the baseline no longer \(unused.count == 1 ? "matches" : "match") anything:\n"
    )
    for key in unused.prefix(20) {
      Output.error("  \(TerminalText.escape("\(key.agreement) \(key.path)")): \(TerminalText.escape(key.rule))\n")
    }
    Output.error("rewrite it with --write-baseline\n")
  }

  /// The files to lint.
  private struct Found {
    var inputs: [LintInput]
    /// Files that may have been meant as agreements but are not read.
    let misnamed: [LintInput]
    /// The folders that were searched.
    let folders: [FilePath]
    /// The resolved paths of the files that were found through a link.
    let reals: [FilePath: FilePath]
    /// The number of agreements that the settings exclude.
    let excluded: Int

    /// Takes the inputs out, so that they are not kept.
    mutating func takeInputs() -> [LintInput] {
      defer { inputs = [] }
      return inputs
    }
  }

  /// Finds the files, and the setup for each.
  private func inputs(_ setups: inout LintSetups) throws -> Found {
    let named = paths.filter { $0 != "-" }.map { FilePath(typed: $0) }
    let searched = paths.isEmpty ? try setups.folders() : named
    let finder = AgreementFinder(searched, areNamed: !paths.isEmpty) { MisnamedName(path: $0) != nil }
    for failure in finder.failures { Output.error(failure) }
    if case .write = repair { Leftovers.remove(finder.leftovers) }
    var inputs: [LintInput] = []
    var excluded = 0
    for path in finder.files {
      if let setup = try setups.setup(for: finder.reals[path] ?? path) {
        inputs.append(LintInput(.file(path), setup))
      } else {
        excluded += 1
      }
    }
    if paths.isEmpty, let home = try setups.folderAroundNamedOnes() {
      let seen = Set(finder.files.map { (finder.reals[$0] ?? $0).absolute })
      excluded += AgreementFinder([home], areNamed: false) { _ in false }.files.count { !seen.contains($0.absolute) }
    }
    var misnamed: [LintInput] = []
    let folders = Set(finder.files.map { $0.removingLastComponent() })
    for path in finder.misnamed where Self.mayBeAgreement(path, besides: finder.files, in: folders) {
      if let setup = try setups.setup(for: path) { misnamed.append(LintInput(.file(path), setup)) }
    }
    if paths.contains("-") {
      let name = stdinFilename.map { FilePath(typed: $0) }
      if let setup = try setups.setup(forStandardInput: name) {
        inputs.append(LintInput(.standardInput(name: name), setup))
      } else {
        excluded += 1
      }
    }
    return Found(
      inputs: inputs, misnamed: misnamed, folders: finder.folders, reals: finder.reals, excluded: excluded)
  }

  /// Whether a file with another name may be an agreement; a name that does not suggest it has to be next to
  /// agreements, and an editor's backup copy does not count.
  private static func mayBeAgreement(_ path: FilePath, besides files: [FilePath], in folders: Set<FilePath>) -> Bool {
    guard let name = MisnamedName(path: path.string), name.needsCompany else { return true }
    let folder = path.removingLastComponent()
    guard folders.contains(folder) else { return false }
    return name.original.map { !files.contains(folder.appending($0)) } ?? true
  }

  private func linters(withholdsHeuristics: Bool) throws -> (LintSettings, ZoneInfo?) -> Linter {
    let rules = try selectedRules()
    let day = try today.map { try Day.read($0) }
    let localDay = Day.local
    let appliesSuppressions = appliesSuppressions
    return { settings, zone in
      Linter(
        rules: rules, settings: settings, today: day ?? zone?.today ?? localDay,
        withholdsHeuristics: withholdsHeuristics,
        appliesSuppressions: appliesSuppressions)
    }
  }

  // MARK: - Baselines

  private func readBaseline(_ name: String) throws -> Baseline {
    do {
      let source = SourceFile(
        name: RawText.shown(name), bytes: try RepositoryFile.read(FilePath(typed: name), limit: 64 << 20))
      let (baseline, diagnostics) = Baseline.read(source)
      if let baseline { return baseline }
      Output.error(Output.text(of: diagnostics.map { Finding(diagnostic: $0, level: .error) }, in: source))
      Output.error("concord: \(TerminalText.escape(source.name)) is not a baseline; --write-baseline makes one\n")
      Output.note(FileFailure(FilePath(typed: name), "it is not a baseline"))
    } catch {
      Output.error(error)
    }
    throw ExitCode(2)
  }

  private func write(_ keys: Baseline, to name: String) -> Bool {
    do {
      let path = FilePath(typed: name)
      if try !StreamPath.write(Array(keys.json.utf8), to: path) {
        let file = try AtomicFile.create(path)
        let old = try file.replaced(limit: 64 << 20)
        if let old { try refuse(toReplace: path, holding: old) }
        try file.write(keys.json.utf8)
        try file.commit(over: old)
      }
      return true
    } catch {
      Output.error(error)
      return false
    }
  }

  /// A typo must not cost somebody an agreement.
  private func refuse(toReplace path: FilePath, holding old: [UInt8]) throws(FileFailure) {
    let source = SourceFile(name: path.string, bytes: old)
    let isBlank = old.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    guard isBlank || Baseline.read(source).baseline != nil else {
      throw FileFailure(path, "it is not a baseline, so it was not replaced; choose another name, or delete it first")
    }
  }

  // MARK: - Rules

  private func selectedRules() throws -> [Rule] {
    if select.isEmpty, ignore.isEmpty { return Rule.all }
    let chosen = try rules(named: select)
    // A run that checks nothing would look clean.
    if !select.isEmpty, chosen.isEmpty { throw ValidationError("--select takes the name of a rule or a category") }
    let ignored = Set(try rules(named: ignore).map(\.id))
    return Rule.all.filter { rule in
      rule.isAlwaysOn || (select.isEmpty || chosen.contains { $0.id == rule.id }) && !ignored.contains(rule.id)
    }
  }

  private func rules(named names: [String]) throws -> [Rule] {
    try names.flatMap { $0.split(separator: ",") }.map { String($0.drop { $0 == " " }) }.flatMap { name -> [Rule] in
      if let category = Rule.Category(rawValue: name) { return Rule.all.filter { $0.category == category } }
      guard let rule = Rule.named(name) else {
        throw UnknownName("rule", name, Rule.all.map(\.id.rawValue) + Rule.Category.allCases.map(\.rawValue)).error
      }
      return [rule]
    }
  }
}

extension LintRun.Repair {
  /// Whether the run prints only diffs.
  var showsDiff: Bool { if case .show = self { true } else { false } }
}

/// The day that counts as today.
enum Day {
  /// Reads an option.
  static func read(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(text.utf8) else {
      throw ValidationError("'\(text)' is not a day; write it as in 2026-08-17")
    }
    return date
  }

  /// The date on this computer's clock.
  static var local: CalendarDate { CalendarDate(Output.localDate.utf8) ?? .distantPast }
}
