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
  /// The outputs; empty for what fits the place.
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

  /// What is done with the repairs that findings propose.
  enum Repair: Equatable {
    case none
    /// They are written into the files.
    case write(takesUnsafe: Bool)
    /// They are shown as a diff.
    case show(takesUnsafe: Bool)

    var takesUnsafe: Bool? {
      switch self {
      case .none: nil
      case .write(let takesUnsafe), .show(let takesUnsafe): takesUnsafe
      }
    }
  }

  /// The level from which on a finding makes the run fail.
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

  /// Lints; throws how the program ends.
  func callAsFunction() throws {
    let reports = try Reports(formats, color.style, shows: repair.showsDiff ? .nothing : .reports)
    var setups = LintSetups(config: config, makeLinter: try linters(withholdsHeuristics: reports.isForCI))
    // The paths of an archive are given back before the rules across it need room.
    var found = try inputs(&setups)
    var isBroken = found.isBroken
    let work = LintWork(
      setups: setups.setups, limits: limits, shard: shard, roots: found.folders, repair: repair,
      baseline: try baseline.map { try readBaseline($0) }, keepsKeys: newBaseline != nil,
      // Of a few files that somebody named nothing is known about their neighbours.
      remembers: shard == nil && !found.folders.isEmpty, asksGit: found.inputs.count <= SignedTexts.mostFiles)
    var summary = ReportSummary()
    var results = LintResults(work)
    func take(_ outcome: Result<LintedFile, FileFailure>) {
      switch outcome {
      case .success(let file):
        summary.add(file.report)
        summary.fixed += file.fixCount
        reports.add(file.report)
        if !file.diff.isEmpty { Output.write(diff: file.diff) }
        results.take(file)
        if let failure = file.failure {
          Output.error(failure)
          isBroken = true
        }
      case .failure(let failure):
        Output.error(failure)
        isBroken = true
      }
    }
    InOrder.run(found.takeInputs(), jobs: jobs) {
      work.lint($0)
    } take: { outcome in
      if let outcome { take(outcome) }
    }
    for input in found.misnamed { if let facts = work.misnamed(input) { results.take(misnamed: facts, input.setup) } }
    for outcome in results.acrossRepositories() { take(outcome) }
    if !found.hasAny, !isBroken, !allowEmpty {
      Output.error("concord: there is no agreement here; agreements are files whose names end in .agreement.yaml\n")
      isBroken = true
    }
    if reports.finish(summary) { isBroken = true }
    if repair.showsDiff {
      Output.error(
        "concord: \(Prose.count(summary.fixed, "repair")) to make in \(Prose.count(summary.files, "agreement"))\n")
    }
    if let newBaseline, !isBroken { isBroken = !write(results.keys, to: newBaseline) }
    // Of an agreement or a rule that this run left out nothing is known.
    let unused = results.unusedBaseline(
      Set(try selectedRules().filter { work.remembers || $0.category != .repository }.map(\.id.rawValue)))
    if !unused.isEmpty {
      Output.error(
        "concord: \(Prose.count(unused.count, "entry", plural: "entries")) of the baseline match nothing any more:\n")
      for key in unused.prefix(20) {
        Output.error("  \(TerminalText.escape("\(key.agreement) \(key.path)")): \(TerminalText.escape(key.rule))\n")
      }
      Output.error("write it anew with --write-baseline\n")
    }
    if isBroken { throw ExitCode(2) }
    if repair.showsDiff ? summary.fixed > 0 : newBaseline == nil && failOn.fails(summary.worst) { throw ExitCode(1) }
  }

  /// What there is to lint.
  private struct Found {
    var inputs: [LintInput]
    /// Files that may have been meant as agreements, and are not read.
    let misnamed: [LintInput]
    /// The folders that were searched.
    let folders: [FilePath]
    /// Whether there are agreements, be they left out or not.
    let hasAny: Bool
    /// Whether something could not be found.
    let isBroken: Bool

    /// The inputs, which are not kept.
    mutating func takeInputs() -> [LintInput] {
      defer { inputs = [] }
      return inputs
    }
  }

  /// Looks for the files, and for what counts for each.
  private func inputs(_ setups: inout LintSetups) throws -> Found {
    let named = paths.filter { $0 != "-" }.map { FilePath($0) }
    let finder = AgreementFinder(paths.isEmpty ? try setups.folders() : named) { MisnamedName(path: $0) != nil }
    for failure in finder.failures { Output.error(failure) }
    var inputs: [LintInput] = []
    for path in finder.files {
      if let setup = try setups.setup(for: path) { inputs.append(LintInput(.file(path), setup)) }
    }
    var misnamed: [LintInput] = []
    for path in finder.misnamed {
      if let setup = try setups.setup(for: path) { misnamed.append(LintInput(.file(path), setup)) }
    }
    if paths.contains("-") {
      let name = stdinFilename ?? "<stdin>"
      if let setup = try setups.setup(for: FilePath(stdinFilename ?? "stdin")) {
        inputs.append(LintInput(.standardInput(name: name), setup))
      }
    }
    return Found(
      inputs: inputs, misnamed: misnamed, folders: finder.folders, hasAny: !finder.files.isEmpty || !inputs.isEmpty,
      isBroken: !finder.failures.isEmpty)
  }

  private func linters(withholdsHeuristics: Bool) throws -> (LintSettings) -> Linter {
    let rules = try selectedRules()
    let today = try Day.read(today)
    let appliesSuppressions = appliesSuppressions
    return {
      Linter(
        rules: rules, settings: $0, today: today, withholdsHeuristics: withholdsHeuristics,
        appliesSuppressions: appliesSuppressions)
    }
  }

  // MARK: - Baselines

  private func readBaseline(_ name: String) throws -> Baseline {
    do {
      let source = SourceFile(name: name, bytes: try FileReader.read(FilePath(name), limit: 64 << 20))
      let (baseline, diagnostics) = Baseline.read(source)
      if let baseline { return baseline }
      Output.error(Output.text(of: diagnostics.map { Finding(diagnostic: $0, level: .error) }, in: source))
      Output.error("concord: \(TerminalText.escape(name)) is no baseline; --write-baseline makes one\n")
    } catch {
      Output.error(error)
    }
    throw ExitCode(2)
  }

  private func write(_ keys: Baseline, to name: String) -> Bool {
    do {
      let file = try AtomicFile.create(FilePath(name))
      try file.write(keys.json.utf8)
      try file.commit()
      return true
    } catch {
      Output.error(error)
      return false
    }
  }

  // MARK: - Rules

  private func selectedRules() throws -> [Rule] {
    if select.isEmpty, ignore.isEmpty { return Rule.all }
    let chosen = try rules(named: select)
    let ignored = Set(try rules(named: ignore).map(\.id))
    return Rule.all.filter { rule in
      rule.category == .syntax || (select.isEmpty || chosen.contains { $0.id == rule.id }) && !ignored.contains(rule.id)
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
  /// Whether the run prints diffs and nothing else.
  var showsDiff: Bool { if case .show = self { true } else { false } }
}

/// The day that counts as today.
enum Day {
  /// Reads an option; without one it is the local date.
  static func read(_ text: String?) throws -> CalendarDate {
    guard let date = CalendarDate((text ?? Output.localDate).utf8) else {
      throw ValidationError("'\(text ?? "")' is not a day; write it as in 2026-08-17")
    }
    return date
  }
}

/// A name on the command line that does not exist.
struct UnknownName {
  let error: ValidationError

  init(_ what: String, _ name: String, _ known: [String]) {
    let hint =
      DidYouMean.nearest(to: name, among: known).map { "; did you mean '\($0)'?" }
      ?? (known.count < 12 ? "; there are \(Prose.list(known))" : "")
    error = ValidationError("there is no \(what) '\(name)'\(hint)")
  }
}
