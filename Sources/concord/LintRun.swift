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
  var formats = [Output.environment("CONCORD_FORMAT") ?? "text"]
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

  init(paths: [String]) { self.paths = paths }

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

  /// One thing to lint.
  private enum Input: Sendable {
    case file(FilePath)
    case standardInput

    func read(limit: Int, standardInputName: String) -> Result<SourceFile, FileFailure> {
      do {
        switch self {
        case .file(let path):
          return .success(SourceFile(name: path.string, bytes: try FileReader.read(path, limit: limit)))
        case .standardInput:
          return .success(SourceFile(name: standardInputName, bytes: try FileReader.readStandardInput(limit: limit)))
        }
      } catch {
        return .failure(error)
      }
    }
  }

  /// Lints; throws how the program ends.
  func callAsFunction() throws {
    let reports = try Reports(formats, color.style)
    let linter = Linter(
      rules: try selectedRules(), today: try Day.read(today),
      withholdsHeuristics: Output.environment("CI") != nil
        || formats.contains { ReportFormat.named(String($0.prefix { $0 != "=" }))?.isForCI == true })
    var finder = AgreementFinder(paths.filter { $0 != "-" }.map { FilePath($0) })
    if paths.isEmpty { finder = AgreementFinder(["."]) }
    var isBroken = false
    for failure in finder.failures {
      report(failure)
      isBroken = true
    }
    var summary = ReportSummary()
    let inputs = finder.files.map(Input.file) + (paths.contains("-") ? [.standardInput] : [])
    let (limits, name, shard, roots) = (limits, stdinFilename ?? "<stdin>", shard, finder.folders)
    InOrder.run(inputs, jobs: jobs) { input -> Result<ReportedFile, FileFailure>? in
      if case .file(let path) = input, shard?.takes(path, below: roots) == false { return nil }
      let source = input.read(limit: limits.bytes, standardInputName: name)
      if let shard, case .success(let source) = source, case .file(let path) = input,
        !shard.takes(path, below: roots, declaring: source.bytes)
      {
        return nil
      }
      return source.map { ReportedFile($0, linter.lint(AgreementReader.read($0, limits: limits))) }
    } take: { result in
      switch result {
      case nil: break
      case .success(let file):
        summary.add(file)
        reports.add(file)
      case .failure(let failure):
        report(failure)
        isBroken = true
      }
    }
    if inputs.isEmpty, !isBroken, !allowEmpty {
      Output.error("concord: there is no agreement here; agreements are files whose names end in .agreement.yaml\n")
      isBroken = true
    }
    if reports.finish(summary) { isBroken = true }
    if isBroken { throw ExitCode(2) }
    if failOn.fails(summary.worst) { throw ExitCode(1) }
  }

  private func report(_ failure: FileFailure) {
    Output.error("concord: \(TerminalText.escape(failure.path.string)): \(failure.reason)\n")
  }

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
