internal import Agreement
internal import AgreementLint
internal import AgreementReporting
internal import Diagnostics
internal import Repository
internal import SystemPackage
internal import TextSupport
internal import YAMLSyntax

/// What is kept of a run until its end, for the cross-repository rules and for baselines.
struct LintResults {
  private let work: LintWork
  /// The agreements of each repository, each with the setup of its file.
  private var facts: [Int: [(facts: AgreementFacts, setup: Int)]] = [:]
  /// The paths of the agreements whose names are not UTF-8.
  private var paths: [ObjectIdentifier: FilePath] = [:]
  /// What is withheld in recently shown files, by their names, because many findings point to the same few files.
  private var withheld: [String: WithheldTexts] = [:]
  /// The files in which nothing is withheld, so that they are not read again to check.
  private var withoutWithheld: Set<String> = []
  /// The files that a diff already changes, by their names.
  private var changed: Set<String> = []
  private var sources: [String: SourceFile] = [:]
  private var baseline: Baseline?
  /// The agreements that were linted, as a baseline names them.
  private var agreements: Set<String> = []
  /// The keys of all findings.
  private(set) var keys = Baseline()
  /// The names of the agreements to report on, and the ids that they have or had; nil to report on everything.
  private var narrowed: (paths: Set<String>, ids: Set<String>)?

  init(_ work: LintWork) {
    self.work = work
    baseline = work.baseline
  }

  /// Keeps what is needed of a file.
  mutating func take(_ file: LintedFile) {
    keys.add(file.keys)
    _ = baseline?.take(file.looked)
    if let agreement = file.agreement { agreements.insert(agreement) }
    if let found = file.facts {
      facts[work.setups[file.setup].home, default: []].append((found, file.setup))
      if let path = file.path { paths[ObjectIdentifier(found)] = path }
      if !file.diff.isEmpty { changed.insert(found.path) }
      if file.withholdsNothing { withoutWithheld.insert(found.path) }
    }
    if let source = file.source { sources[source.name] = source }
  }

  /// The ids in the agreements that were linted: theirs, and those of their people and campuses.
  var ids: Set<String> {
    facts.values.reduce(into: []) { ids, agreements in for (facts, _) in agreements { ids.formUnion(facts.ids) } }
  }

  /// Begins with the agreements that are only compared: from now on, what concerns none of those before is not reported, nor any id.
  mutating func narrow(to ids: Set<String>) {
    narrowed = (Set(facts.values.flatMap { $0.map { $0.facts.path } }), ids)
  }

  /// Keeps what is known of an agreement that is only compared with others.
  mutating func take(neighbor found: AgreementFacts, _ setup: Int) {
    facts[work.setups[setup].home, default: []].append((found, setup))
  }

  /// Whether a finding concerns an agreement that was linted, or an id that such an agreement has or had.
  private func isReported(_ finding: Finding, in facts: AgreementFacts) -> Bool {
    guard let (paths, ids) = narrowed else { return true }
    return paths.contains(facts.path) || finding.diagnostic.notes.contains { $0.file.map(paths.contains) ?? false }
      || facts.id.map { ids.contains($0.value) } ?? false
  }

  /// Keeps what is known of a file that is not read.
  mutating func take(misnamed found: AgreementFacts, _ setup: Int) {
    facts[work.setups[setup].home, default: []].append((found, setup))
  }

  /// The baseline entries that nothing matches anymore, although their rules ran over their agreements.
  func unusedBaseline(_ rules: RuleSet) -> [Baseline.Key] {
    (baseline?.unused ?? []).filter { key in
      agreements.contains(key.agreement) && RuleID(rawValue: key.rule).map(rules.contains) == true
    }
  }

  /// The findings across each repository, file by file.
  mutating func acrossRepositories() -> [Result<LintedFile, FileFailure>] {
    var result: [Result<LintedFile, FileFailure>] = []
    for home in facts.keys.sorted() {
      let agreements = facts[home] ?? []
      guard let first = agreements.first else { continue }
      // Only levels differ between the files of one repository; those are looked up file by file.
      let found = work.setups[first.setup].linter.lint(
        agreements.map(\.facts), levels: { work.setups[agreements[$0].setup].linter }
      ).filter { isReported($0.finding, in: agreements[$0.file].facts) }
      let isNoted = found.contains { $0.finding.diagnostic.notes.contains { $0.file != nil } }
      let byPath =
        isNoted
        ? Dictionary(agreements.map { ($0.facts.path, $0.facts) }, uniquingKeysWith: { first, _ in first }) : [:]
      var place = 0
      while place < found.count {
        let file = found[place].file
        let end = found[place...].firstIndex { $0.file != file } ?? found.count
        result.append(
          report(agreements[file].facts, agreements[file].setup, found[place..<end].map(\.finding), byPath))
        place = end
      }
    }
    return result
  }

  private mutating func report(
    _ facts: AgreementFacts, _ setup: Int, _ found: [Finding], _ byPath: [String: AgreementFacts]
  ) -> Result<LintedFile, FileFailure> {
    guard let source = source(of: facts) else {
      return .failure(FileFailure(path(of: facts), "it changed while concord was running"))
    }
    let here = withheldTexts(in: source, setup)
    var others: [String: ReportedFile.Other] = [:]
    for name in Set(found.flatMap { $0.diagnostic.notes.compactMap(\.file) }) {
      guard let facts = byPath[name], let other = self.source(of: facts) else { continue }
      others[name] = ReportedFile.Other(other, at: location(of: facts), withheld: withheldTexts(in: other, setup))
    }
    var findings = found
    let open = findings.filter { $0.suppression == nil }
    let keys = open.map { finding in
      let isPrivate = finding.diagnostic.isPrivate(here, others.mapValues(\.withheld))
      return Baseline.key(of: finding, in: facts, at: location(of: facts).text, isPrivate: isPrivate)
    }
    self.keys.add(keys)
    if let stays = baseline?.take(keys).map({ open[$0].diagnostic }) {
      findings = findings.filter { $0.suppression != nil || stays.contains($0.diagnostic) }
    }
    let known = found.count - findings.count
    let repaired = repaired(source, at: path(of: facts), findings, setup)
    findings = findings.indices.filter { !repaired.places.contains($0) }.map { findings[$0] }
    // The places of the remaining findings are those before the fix, so that version is shown.
    var result = LintedFile(
      report: ReportedFile(
        source, findings, at: location(of: facts), known: known, isAgain: true, withheld: here, others: others),
      setup: setup)
    result.fixCount = repaired.count
    result.diff = repaired.diff.text
    result.coversDiff = repaired.diff.isCovered
    result.failure = repaired.failure
    return .success(result)
  }

  /// What is withheld in a file that was read again.
  private mutating func withheldTexts(in source: SourceFile, _ setup: Int) -> WithheldTexts {
    if let known = withheld[source.name] { return known }
    let (linter, catalog, limits) = (work.setups[setup].linter, work.setups[setup].catalog, work.limits)
    if withoutWithheld.contains(source.name), !linter.withholdsHeuristics {
      return .nothing(in: source) { AgreementReader.read($0, catalog: catalog, limits: limits) }
    }
    if withheld.count >= Self.mostWithheld { withheld = [:] }
    let reading = AgreementReader.read(source, catalog: catalog, limits: limits)
    let result = WithheldTexts(reading, withGuesses: linter.withholdsHeuristics)
    withheld[source.name] = result
    return result
  }

  private static let mostWithheld = 64

  /// Makes the fixes that only a comparison with other agreements finds: those that do not touch each other, and none
  /// if a diff shows other changes of the file; `places` are the findings that are gone.
  private func repaired(
    _ source: SourceFile, at path: FilePath, _ findings: [Finding], _ setup: Int
  ) -> (places: Set<Int>, count: Int, diff: (text: [UInt8], isCovered: Bool), failure: FileFailure?) {
    var places: [Int] = []
    var end = -1
    for place in findings.indices where findings[place].suppression == nil {
      guard let fix = findings[place].diagnostic.fix, let first = fix.edits.first, let last = fix.edits.last,
        Int(first.range.start) > end
      else { continue }
      places.append(place)
      end = Int(last.range.end)
    }
    guard let takesUnsafe = work.repair.takesUnsafe, !places.isEmpty, !changed.contains(source.name),
      // Standard input cannot be written.
      sources[source.name] == nil,
      let result = Fixer(
        work.setups[setup].linter, catalog: work.setups[setup].catalog, limits: work.limits, takesUnsafe: takesUnsafe
      ).apply(places.compactMap { findings[$0].diagnostic.fix }, to: source)
    else { return ([], 0, ([], false), nil) }
    if work.repair.showsDiff {
      let withGuesses = work.setups[setup].linter.withholdsHeuristics
      return ([], result.count, LintWork.diff(source, at: path, result.source.bytes, withGuesses: withGuesses), nil)
    }
    do {
      try FileReplacement.replace(work.files.real(path), holding: source.bytes, with: result.source.bytes)
      return (result.count == places.count ? Set(places) : [], result.count, ([], false), nil)
    } catch {
      return ([], 0, ([], false), FileFailure(path, error.reason))
    }
  }

  private func location(of facts: AgreementFacts) -> ReportPath {
    facts.path == "<stdin>" && sources[facts.path] != nil ? ReportPath(facts.path) : work.locate(path(of: facts))
  }

  private func path(of facts: AgreementFacts) -> FilePath { paths[ObjectIdentifier(facts)] ?? FilePath(facts.path) }

  /// The bytes of a file that was read before, to show its lines; nil if they have changed.
  private func source(of facts: AgreementFacts) -> SourceFile? {
    if let source = sources[facts.path] { return source }
    let path = path(of: facts)
    guard let bytes = try? work.files.read(path, limit: work.limits.bytes),
      AgreementFacts.number(of: bytes) == facts.content
    else { return nil }
    return SourceFile(name: facts.path, bytes: bytes)
  }
}

extension Diagnostic {
  /// Whether a finding is about something private or points to it, in its file or in another one.
  fileprivate func isPrivate(_ here: WithheldTexts, _ others: [String: WithheldTexts]) -> Bool {
    here.containsPrivate(range) || here.repeats(message)
      || notes.contains { note in
        note.file.map { others[$0]?.containsPrivate(note.range) ?? false } ?? here.containsPrivate(note.range)
      } || others.values.contains { $0.repeats(message) }
  }
}
