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
  let options: LintOptions
  private let keygen = SSHKeygen()
  private let history = SignatureHistory()

  init(options: LintOptions) { self.options = options }

  /// Lints; throws the exit status.
  func callAsFunction() throws {
    let reports = try Reports(options)
    defer { keygen.close() }
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
    let rules = try RuleSelection.rules(selecting: options.select, ignoring: options.ignore)
    let revision = try options.configFrom.map { try RevisionSettings($0) }
    var setups = try LintSetups(
      config: options.config, from: revision, makeLinter: try linters(rules, withholdsHeuristics: reports.isForCI))
    // The paths of an archive are freed before the cross-repository rules need room.
    var found = try FoundInputs(options, &setups)
    let touched = found.focus?.touched
    reports.head(setups.district)
    let baseline = try options.baseline.map {
      try Baseline.read(file: $0, from: revision, or: found.focus?.snapshot)
    }
    try setups.tellEdits(of: touched?.changes, on: found.side, besides: baseline?.place)
    if let touched, let since = options.since, options.checkAuthors {
      try lookForAuthors(found, setups, since: since, in: touched.tree)
    }
    let files = found.files
    // A bare repository lies in no folder that services know.
    let stored = found.focus.flatMap { $0.snapshot == nil ? nil : $0.tree }
    let work = LintWork(
      setups: setups.setups, limits: options.maxSize.map { Limits(bytes: $0.bytes) } ?? .standard,
      shard: options.shard, roots: found.folders, repair: options.repair,
      baseline: baseline?.baseline, keepsKeys: options.newBaseline != nil,
      // If somebody names a few files, nothing is known about their neighbors.
      remembers: options.shard == nil && !found.folders.isEmpty, asksGit: found.inputs.count <= SignedTexts.mostFiles,
      tip: found.tip, files: files,
      locate: { path in
        let place = files.real(path).absolute
        return ReportPath(stored?.path(of: place) ?? roots.path(of: place).bytes)
      })
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
    InOrder.run(found.takeInputs(), jobs: options.jobs) {
      work.lint($0)
    } take: { outcome in
      if let outcome { take(outcome) }
    }
    if touched != nil, let focus = found.focus { try compare(found.neighbors, focus, work, &results) }
    for input in found.misnamed { if let facts = work.misnamed(input) { results.take(misnamed: facts, input.setup) } }
    for outcome in results.acrossRepositories() { take(outcome) }
    if let touched {
      if found.changedButExcluded > 0 || found.changedButHidden > 0 {
        tellUnchecked(found.changedButExcluded, "excluded by \(setups.origin)")
        tellUnchecked(found.changedButHidden, "in a hidden folder")
      } else if isEmpty {
        touched.tellNothing()
      }
    } else if isEmpty, Output.problems.told.isEmpty, !options.allowEmpty {
      found.tellNothing()
    }
    summary = Self.failed(summary, roots)
    var isBroken = !summary.failures.isEmpty
    if reports.finish(summary) { isBroken = true }
    if options.repair.showsDiff {
      Output.error(
        "concord: \(Prose.count(summary.fixed, "repair")) to make in \(Prose.count(summary.files, "agreement"))\n")
    }
    if coversDiff {
      Output.error(
        "concord: lines that may be private are not shown, so this diff cannot be applied; use --fix instead\n")
    }
    if let name = options.newBaseline, !isBroken { isBroken = !results.keys.write(file: name) }
    // Nothing is known about agreements or rules that this run left out.
    tellUnused(
      results.unusedBaseline(
        RuleSet(rules.filter { work.remembers || $0.category != .repository }.map(\.id))))
    if let reason = GitBudget.lookups.reason {
      Output.error("concord: \(reason); it was not asked for every text that people signed\n")
    }
    if isBroken { return 2 }
    if options.repair.showsDiff { return summary.fixed > 0 ? 1 : 0 }
    guard let least = options.failLevel, let worst = summary.worst else { return 0 }
    return worst >= least ? 1 : 0
  }

  /// Looks which commits brought the new signatures.
  private func lookForAuthors(
    _ found: FoundInputs, _ setups: LintSetups, since revision: String, in tree: GitWorkTree
  ) throws {
    let policies = Set(found.inputs.map(\.setup)).map { setups.settings(of: $0).configuration.settings.signing.authors }
    guard policies.allSatisfy({ !$0.isEmpty }) else {
      Output.error(
        "concord: --check-authors needs to know whose e-mail address is whose; list them under `authors:` in \(setups.origin), as in `novak: [novak@example.org]`\n"
      )
      Output.note(FileFailure(WorkingFolder.path, "there is no `authors` in \(setups.origin)"))
      throw ExitCode(2)
    }
    guard !policies.isEmpty else { return }
    // What one of several settings does not know is looked at closely.
    let authors = policies.dropFirst().reduce(policies[0]) { $0.merging($1) { $0.intersection($1) } }
    try history.look(since: revision, tip: found.tip, in: tree, mailmap: options.configFrom, authors: authors)
  }

  /// Reads the agreements that share an id with a change, so that the cross-repository rules know them.
  private func compare(
    _ neighbors: [FilePath: LintInput], _ focus: Focus, _ work: LintWork, _ results: inout LintResults
  ) throws {
    guard work.remembers, work.setups.contains(where: \.linter.hasRepositoryRules) else { return }
    let ids = results.ids.union(focus.idsBefore)
    results.narrow(to: ids)
    let inputs = try focus.neighbors(neighbors, holding: ids)
    InOrder.run(inputs, jobs: options.jobs) {
      (work.neighbor($0), $0.setup)
    } take: { facts, setup in
      switch facts {
      case .success(let facts): if let facts { results.take(neighbor: facts, setup) }
      case .failure(let failure): Output.error(failure)
      }
    }
  }

  /// Says how many changed agreements were not checked, and why.
  private func tellUnchecked(_ count: Int, _ reason: String) {
    guard count > 0 else { return }
    let agreements = Prose.count(count, "changed agreement")
    Output.error("concord: \(agreements) \(count == 1 ? "is" : "are") \(reason), and not checked\n")
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
  private func tellUnused(_ unused: [Baseline.Key]) {
    guard !unused.isEmpty else { return }
    Output.error(
      "concord: \(Prose.count(unused.count, "entry", plural: "entries")) of the baseline no longer \(unused.count == 1 ? "matches" : "match") anything:\n"
    )
    // Somebody may have written anything into the file.
    let withheld = WithheldTexts(SourceFile(name: "", bytes: []))
    for key in unused.prefix(20) {
      let place = "\(key.agreement) \(key.path)"
      let shown = withheld.isPrivate(place) ? WithheldTexts.notice : TerminalText.escape(place)
      Output.error("  \(shown): \(TerminalText.escape(key.rule))\n")
    }
    Output.error("rewrite it with --write-baseline\n")
  }

  private func linters(
    _ rules: [Rule], withholdsHeuristics: Bool
  ) throws -> (LintSettings, ZoneInfo?) -> Linter {
    let day = try options.today.map { try Day.read($0) }
    let localDay = Day.local
    let appliesSuppressions = options.suppressions
    let verifier = SSHVerifier(keygen)
    let check: SignatureCheck = { verifier.verdict($0, of: $1, $2, $3, among: $4) }
    let history = history
    let lookUp: SignatureOrigins = { history.origins(of: $0) }
    let origins = options.checkAuthors ? lookUp : nil
    return { settings, zone in
      Linter(
        rules: rules, settings: settings, today: day ?? zone?.today ?? localDay,
        withholdsHeuristics: withholdsHeuristics, appliesSuppressions: appliesSuppressions, asking: check,
        origins: origins)
    }
  }
}
