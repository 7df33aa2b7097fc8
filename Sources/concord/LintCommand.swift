internal import Agreement
internal import AgreementLint
internal import AgreementReporting
internal import ArgumentParser
internal import Diagnostics
internal import Repository
internal import SystemPackage
internal import TextSupport
internal import YAMLSyntax

/// `concord lint`.
struct LintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Check agreements.",
    discussion: """
      Exit status: 0 when nothing at or above --fail-on was found, 1 when something was, 2 when the job could not be done: \
      a wrong command line, or a file that cannot be read.
      """)

  @Argument(
    help: "Files, folders to search for *.agreement.yaml and *.agreement.yml, or - for standard input.",
    completion: .file())
  var paths: [String] = []

  @Option(
    help: "The output: \(ReportFormat.all.map(\.name).joined(separator: ", ")).",
    completion: .list(ReportFormat.all.map(\.name)))
  var format: String = Output.environment("CONCORD_FORMAT") ?? "text"

  @Option(help: "Colour: auto, always or never.")
  var color: ColorChoice = .auto

  @Option(help: "The least level that makes the exit status 1: error, warning, info or never.")
  var failOn: FailLevel = .error

  @Option(help: ArgumentHelp("The day that counts as today; otherwise the local date.", valueName: "YYYY-MM-DD"))
  var today: String?

  @Option(
    help: ArgumentHelp(
      "Only these rules or categories, separated by commas; syntax is always checked.", valueName: "rule"),
    completion: .list(Rule.all.map(\.id.rawValue)))
  var select: [String] = []

  @Option(
    help: ArgumentHelp("All but these rules or categories, separated by commas.", valueName: "rule"),
    completion: .list(Rule.all.map(\.id.rawValue)))
  var ignore: [String] = []

  @Option(help: ArgumentHelp("How many cores to use; otherwise all of them.", valueName: "number"))
  var jobs: Int?

  @Option(help: ArgumentHelp("The name to show for standard input.", valueName: "path"))
  var stdinFilename: String?

  @Flag(help: "Exit with 0 when there is no agreement.")
  var allowEmpty = false

  /// The level from which on a finding makes the run fail.
  enum FailLevel: String, ExpressibleByArgument, CaseIterable {
    case error
    case warning
    case info
    case never

    func fails(_ worst: Level?) -> Bool {
      guard let worst, let least = Level(rawValue: rawValue) else { return false }
      return worst >= least
    }
  }

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1 on") }
  }

  func run() async throws {
    guard let format = ReportFormat.named(format) else {
      throw ValidationError("there is no format '\(format)'; there are \(Prose.list(ReportFormat.all.map(\.name)))")
    }
    let linter = Linter(rules: try selectedRules(), today: try Day.read(today))
    var finder = AgreementFinder(paths.filter { $0 != "-" }.map { FilePath($0) })
    if paths.isEmpty { finder = AgreementFinder(["."]) }
    var isBroken = false
    for failure in finder.failures {
      report(failure)
      isBroken = true
    }
    var reporter = format.make(color.style)
    var summary = ReportSummary()
    let limit = Limits.standard.bytes
    let inputs = finder.files.map(Input.file) + (paths.contains("-") ? [.standardInput] : [])
    let name = stdinFilename ?? "<stdin>"
    await InOrder.run(inputs, jobs: min(jobs ?? .max, InOrder.cores)) { input -> Result<ReportedFile, FileFailure> in
      input.read(limit: limit, standardInputName: name).map { source in
        ReportedFile(source, linter.lint(AgreementReader.read(source)))
      }
    } take: { result in
      switch result {
      case .success(let file):
        summary.add(file)
        let text = reporter.file(file)
        if !text.isEmpty { Output.write(text) }
      case .failure(let failure):
        report(failure)
        isBroken = true
      }
    }
    if summary.files == 0, !isBroken, !allowEmpty {
      Output.error("concord: there is no agreement here; agreements are files whose names end in .agreement.yaml\n")
      isBroken = true
    }
    Output.write(reporter.finish(summary))
    if format.hasSeparateSummary { Output.error(summary.text + "\n") }
    if isBroken { throw ExitCode(2) }
    if failOn.fails(summary.worst) { throw ExitCode(1) }
  }

  private func report(_ failure: FileFailure) {
    Output.error("concord: \(TerminalText.escape(failure.path.string)): \(failure.reason)\n")
  }

  private func selectedRules() throws -> [Rule] {
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
    let hint = DidYouMean.nearest(to: name, among: known).map { "; did you mean '\($0)'?" } ?? ""
    error = ValidationError("there is no \(what) '\(name)'\(hint)")
  }
}
