internal import Agreement
internal import AgreementLint
internal import AgreementReporting
internal import Diagnostics
internal import Repository
internal import SystemPackage
internal import TextSupport
internal import YAMLSyntax

/// One thing to lint, and the index of its setup.
struct LintInput: Sendable {
  let kind: Kind
  let setup: Int

  /// The source of the bytes.
  enum Kind: Sendable {
    case file(FilePath)
    /// Standard input, with its given name.
    case standardInput(name: FilePath?)

    /// Where it is, or would be.
    var path: FilePath? {
      switch self {
      case .file(let path): path
      case .standardInput(let name): name
      }
    }
  }

  init(_ kind: Kind, _ setup: Int) {
    self.kind = kind
    self.setup = setup
  }
}

/// The results for a file.
struct LintedFile: Sendable {
  let report: ReportedFile
  let setup: Int
  /// What the cross-repository rules keep; nil if they do not run.
  var facts: AgreementFacts?
  /// Whether it is known that nothing in it is withheld.
  var withholdsNothing = false
  /// The path, if its name is not UTF-8, so that the name in the report is incomplete.
  var path: FilePath?
  /// The keys of its findings, for a new baseline.
  var keys: [Baseline.Key] = []
  /// The keys that were looked up in a baseline.
  var looked: [Baseline.Key] = []
  /// The agreement as a baseline names it, if there is one.
  var agreement: String?
  var fixCount = 0
  /// What fixes would change, if that was asked for, and whether some of its lines are withheld.
  var diff: [UInt8] = []
  var coversDiff = false
  /// Why the fixes could not be written.
  var failure: FileFailure?
  /// Standard input, which cannot be read again when its lines are shown.
  var source: SourceFile?
}

/// The work on each file, on any core.
struct LintWork: Sendable {
  let setups: [LintSetups.Setup]
  let limits: Limits
  let shard: Shard?
  let roots: [FilePath]
  let repair: LintOptions.Repair
  let baseline: Baseline?
  let keepsKeys: Bool
  let remembers: Bool
  /// Whether to look in git for signed texts.
  let asksGit: Bool
  /// The commit from which their history goes back.
  let tip: String
  /// Where the bytes of the files are.
  let files: InputBytes
  /// Returns the path of a file relative to the root of its repository.
  let locate: @Sendable (FilePath) -> ReportPath

  /// Lints a file; returns nil if another machine does.
  func lint(_ input: LintInput) -> Result<LintedFile, FileFailure>? {
    let source: SourceFile
    do {
      switch input.kind {
      case .file(let path):
        if shard?.takes(path, below: roots) == false { return nil }
        source = SourceFile(name: path.string, bytes: try files.read(path, limit: limits.bytes))
        if let shard, !shard.takes(path, below: roots, declaring: source.bytes) { return nil }
      case .standardInput(let name):
        source = SourceFile(
          name: name?.string ?? "<stdin>", bytes: try FileReader.readStandardInput(limit: limits.bytes))
      }
    } catch {
      return .failure(error)
    }
    return .success(lint(source, input))
  }

  /// What is kept of a file that is only compared with others; nil if it cannot be compared.
  func neighbor(_ input: LintInput) -> Result<AgreementFacts?, FileFailure> {
    guard case .file(let path) = input.kind else { return .success(nil) }
    do {
      let setup = setups[input.setup]
      let source = SourceFile(name: path.string, bytes: try files.read(path, limit: limits.bytes))
      return .success(
        setup.linter.facts(of: AgreementReader.read(source, catalog: setup.catalog, limits: limits)))
    } catch {
      return .failure(error)
    }
  }

  /// What is kept of a file whose name keeps it from being read; nil if it is something else, or nothing is kept.
  func misnamed(_ input: LintInput) -> AgreementFacts? {
    guard remembers, setups[input.setup].linter.hasRepositoryRules, case .file(let path) = input.kind,
      let name = MisnamedName(path: path.string),
      let bytes = try? files.read(path, limit: limits.bytes),
      name.isSure || MisnamedName.isAgreement(bytes)
    else { return nil }
    let setup = setups[input.setup]
    let reading = AgreementReader.read(
      SourceFile(name: path.string, bytes: bytes), catalog: setup.catalog, limits: limits)
    return setup.linter.facts(ofAny: reading)
  }

  /// What fixes would change, as `patch` reads it, and whether some of its lines are withheld.
  static func diff(
    _ original: SourceFile, at path: FilePath?, _ bytes: [UInt8], withGuesses: Bool
  ) -> (text: [UInt8], isCovered: Bool) {
    guard bytes != original.bytes else { return ([], false) }
    let name = path?.typed ?? original.name
    let old = WithheldTexts(original, withGuesses: withGuesses)
    let new = WithheldTexts(SourceFile(name: original.name, bytes: bytes), withGuesses: withGuesses)
    func text(_ cover: UnifiedDiff.Cover?) -> [UInt8] {
      UnifiedDiff.text(original.bytes, bytes, from: "a/\(name)", to: "b/\(name)", cover: cover)
    }
    guard let cover = UnifiedDiff.Cover(old, original.bytes, new, bytes, isMade: true) else {
      return (text(nil), false)
    }
    let covered = text(cover)
    return (covered, covered != text(nil))
  }

  private func lint(_ original: SourceFile, _ input: LintInput) -> LintedFile {
    let setup = setups[input.setup]
    let location =
      switch input.kind {
      case .file(let path), .standardInput(let path?): locate(path)
      case .standardInput(nil): ReportPath(original.name)
      }
    var source = original
    var fixCount = 0
    var diff: (text: [UInt8], isCovered: Bool) = ([], false)
    var failure: FileFailure?
    if let takesUnsafe = repair.takesUnsafe {
      let result = Fixer(setup.linter, catalog: setup.catalog, limits: limits, takesUnsafe: takesUnsafe).fix(original)
      fixCount = result.count
      if case .file(let path) = input.kind, !repair.showsDiff, result.count > 0 {
        do {
          try FileReplacement.replace(files.real(path), holding: original.bytes, with: result.source.bytes)
          source = result.source
        } catch let error {
          failure = FileFailure(path, error.reason)
          fixCount = 0
        }
      } else if repair.showsDiff {
        diff = Self.diff(
          original, at: input.kind.path, result.source.bytes, withGuesses: setup.linter.withholdsHeuristics)
      }
    }
    let reading = AgreementReader.read(source, catalog: setup.catalog, limits: limits)
    var findings = setup.linter.lint(reading)
    let all = findings
    if asksGit, case .file(let path) = input.kind {
      findings = SignedTexts.explain(findings, reading, at: files.real(path), from: tip, limits: limits)
    }
    var keys: [Baseline.Key] = []
    var known = 0
    if baseline != nil || keepsKeys {
      let open = findings.indices.filter { findings[$0].suppression == nil }
      keys = Baseline.keys(of: open.map { findings[$0] }, in: reading, at: location.text)
      if var baseline {
        let stays = Set(baseline.take(keys))
        known = keys.count - stays.count
        let gone = Set(open.indices.filter { !stays.contains($0) }.map { open[$0] })
        findings = findings.indices.filter { !gone.contains($0) }.map { findings[$0] }
      }
    }
    var result = LintedFile(
      report: ReportedFile(
        source, findings, at: location, known: known,
        withheld: findings.isEmpty ? .none : setup.linter.withheldTexts(in: reading, found: all)),
      setup: input.setup)
    result.keys = keepsKeys ? keys : []
    result.looked = baseline == nil ? [] : keys
    if baseline != nil { result.agreement = Baseline.agreement(of: reading, at: location.text) }
    result.fixCount = fixCount
    result.diff = diff.text
    result.coversDiff = diff.isCovered
    result.failure = failure
    if remembers {
      result.facts = setup.linter.facts(of: reading)
      result.withholdsNothing = setup.linter.withholdsNothing(of: reading, found: all)
    }
    switch input.kind {
    case .standardInput: result.source = source
    case .file(let path): if FilePath(source.name) != path { result.path = path }
    }
    return result
  }
}
