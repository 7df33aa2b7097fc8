internal import Agreement
internal import AgreementLint
internal import AgreementReporting
internal import ArgumentParser
internal import Diagnostics
internal import Repository
internal import YAMLSyntax

/// `concord lint`.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Check agreements.",
    discussion: """
      Exit status: 0 if nothing was found at or above the level of --fail-on, 1 if something was. 2 if concord could not do its \
      job, because of a wrong command line or a file that it could not read.
      """)

  @Argument(
    help: "Files, folders to search for *.agreement.yaml and *.agreement.yml, or - for standard input.",
    completion: .file())
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "The output format: \(ReportFormat.all.map(\.name).joined(separator: ", ")). Repeat it to write more reports, each to its own file: --format sarif=out.sarif.",
      valueName: "format[=file]"),
    completion: .list(ReportFormat.all.map(\.name)))
  var format: [String] = []

  @Option(help: "Color: auto, always or never.")
  var color: ColorChoice = .auto

  @Option(help: "The lowest level that makes the exit status 1: error, warning, info or never.")
  var failOn: LintRun.FailLevel = .error

  @Option(help: ArgumentHelp("The day to use as today. By default, the local date.", valueName: "YYYY-MM-DD"))
  var today: String?

  @Option(
    help: ArgumentHelp(
      "Check only these rules or categories, separated by commas. Syntax and structure errors are always reported.",
      valueName: "rule"),
    completion: .list(Rule.all.map(\.id.rawValue) + Rule.Category.allCases.map(\.rawValue)))
  var select: [String] = []

  @Option(
    help: ArgumentHelp(
      "Check everything but these rules or categories, separated by commas. Syntax and structure errors are always reported.",
      valueName: "rule"),
    completion: .list(Rule.all.map(\.id.rawValue) + Rule.Category.allCases.map(\.rawValue)))
  var ignore: [String] = []

  @Option(help: ArgumentHelp("How many cores to use. By default, all of them.", valueName: "number"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "Check only one part of the agreements, so several machines can share a large archive: 3/8 is the third of eight parts.",
      valueName: "part/parts"),
    transform: { text in
      guard let shard = Shard(text) else { throw ValidationError("--shard takes a part and the number of parts: 3/8") }
      return shard
    })
  var shard: Shard?

  @Option(
    help: ArgumentHelp(
      "The size of the largest file to read, up to 4 GiB: a number with K, M or G. By default, 16M.", valueName: "size"
    ))
  var maxSize: ByteCount?

  @Option(help: ArgumentHelp("The name to show for standard input.", valueName: "path"))
  var stdinFilename: String?

  @Flag(help: "Exit with 0 even if there is no agreement.")
  var allowEmpty = false

  @Option(
    help: ArgumentHelp("The settings file. By default, the nearest concord.yaml above each file.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var config: String?

  @Flag(name: .customLong("no-suppressions"), help: "Also show what `# concord: allow` comments allow.")
  var noSuppressions = false

  @Flag(help: "Make the safe repairs, which keep the meaning and the digest.")
  var fix = false

  @Flag(help: "With --fix or --diff, include repairs that are good guesses. Look at them before you commit.")
  var unsafe = false

  @Flag(help: "Show what --fix would change as a diff, and write nothing. Exit with 1 if it would change something.")
  var diff = false

  @Option(
    help: ArgumentHelp("Leave out the findings that are in a file from --write-baseline.", valueName: "file"),
    completion: .file())
  var baseline: String?

  @Option(
    help: ArgumentHelp("Write all findings to a file for --baseline, and exit with 0.", valueName: "file"),
    completion: .file())
  var writeBaseline: String?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes 1 or more") }
    if fix, diff { throw ValidationError("--fix writes and --diff does not; choose one of them") }
    if unsafe, !fix, !diff { throw ValidationError("--unsafe goes with --fix or --diff") }
    if fix, paths.contains("-") {
      throw ValidationError("standard input cannot be repaired in place; --diff shows the repairs")
    }
    if diff, !format.isEmpty { throw ValidationError("--diff prints a diff, so it has no --format") }
    if baseline != nil, writeBaseline != nil {
      throw ValidationError("--write-baseline writes all findings, so it has no --baseline beside it")
    }
  }

  func run() throws {
    var run = LintRun(paths: paths)
    run.formats = format
    run.color = color
    run.failOn = failOn
    run.today = today
    run.select = select
    run.ignore = ignore
    run.jobs = jobs
    run.shard = shard
    if let maxSize { run.limits.bytes = maxSize.bytes }
    run.stdinFilename = stdinFilename
    run.allowEmpty = allowEmpty
    run.config = config
    run.appliesSuppressions = !noSuppressions
    if fix { run.repair = .write(takesUnsafe: unsafe) }
    if diff { run.repair = .show(takesUnsafe: unsafe) }
    run.baseline = baseline
    run.newBaseline = writeBaseline
    try run()
  }
}

extension LintRun.FailLevel: ExpressibleByArgument {}

/// A number of bytes, as in `64M`.
struct ByteCount: ExpressibleByArgument {
  let bytes: Int

  init?(argument: String) {
    let units: [Character: Int] = ["k": 10, "m": 20, "g": 30]
    let unit = argument.last.flatMap { units[Character($0.lowercased())] }
    // Offsets in a file have 32 bits.
    guard let number = Int(unit == nil ? argument : String(argument.dropLast())), number > 0, number <= 1 << 32 else {
      return nil
    }
    let bytes = number << (unit ?? 0)
    guard bytes <= 1 << 32 else { return nil }
    self.bytes = min(bytes, Int(UInt32.max))
  }
}
