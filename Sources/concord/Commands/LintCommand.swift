internal import AgreementReporting
internal import ArgumentParser
internal import Repository

/// `concord lint`.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Check agreements.",
    discussion: """
      Exit status: 0 if nothing was found at or above the level of --fail-on, 1 if something was. 2 if concord could not do its \
      job, because of a wrong command line or a file that it could not read.
      """)

  @Argument(
    help:
      "Files, folders to search for *.agreement.yaml and *.agreement.yml, REV:path for what git has in a revision, :path for its index, or - for standard input.",
    completion: .file())
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "The output format: \(Reports.names.joined(separator: ", ")). By default, auto: text, on GitHub Actions with annotations. Repeat it to write more reports, each to its own file: --format sarif=out.sarif.",
      valueName: "format[=file]"),
    completion: .list(Reports.names))
  var format: [String] = []

  @Option(help: ColorChoice.help)
  var color = LintOptions().color

  @Option(help: "The lowest level that makes the exit status 1: error, warning, info or never.")
  var failOn = LintOptions().failOn

  @Option(help: ArgumentHelp("The day to use as today. By default, the local date.", valueName: "YYYY-MM-DD"))
  var today: String?

  @OptionGroup var rules: RuleSelection

  @OptionGroup var parallel: ParallelOptions

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
    help: ArgumentHelp(
      "The settings file, as the commit of --config-from has it if there is one. By default, the nearest concord.yaml above each file.",
      valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var config: String?

  @OptionGroup var settings: SettingsOptions

  @Flag(inversion: .prefixedNo, help: "Leave out what `# concord: allow` comments allow.")
  var suppressions = LintOptions().suppressions

  @Flag(help: "Make the safe repairs, which keep the meaning and the digest.")
  var fix = false

  @Flag(help: "With --fix or --diff, include repairs that are good guesses. Look at them before you commit.")
  var unsafe = false

  @Flag(help: "Show what --fix would change as a diff, and write nothing. Exit with 1 if it would change something.")
  var diff = false

  @Option(
    help: ArgumentHelp(
      "Leave out the findings that are in a file from --write-baseline, as the commit of --config-from has it if there is one.",
      valueName: "file"),
    completion: .file())
  var baseline: String?

  @Option(
    help: ArgumentHelp("Write all findings to a file for --baseline, and exit with 0.", valueName: "file"),
    completion: .file())
  var writeBaseline: String?

  @Option(
    help: ArgumentHelp(
      "Report only on agreements that changed since this commit, as a pull request shows it, and on files that are named: --since origin/main.",
      valueName: "commit"))
  var since: String?

  @Flag(
    help:
      "Check what the next commit will hold, not the folder. Report only on agreements that it changes, and on files that are named."
  )
  var staged = false

  @Flag(
    help:
      "With --since, report new signatures that came in a commit by somebody else. `authors` in concord.yaml says whose address is whose."
  )
  var checkAuthors = false

  private var options: LintOptions {
    LintOptions(
      paths: paths, formats: format, color: color, failOn: failOn, today: today, select: rules.select,
      ignore: rules.ignore, jobs: parallel.jobs, shard: shard, maxSize: maxSize,
      stdinFilename: stdinFilename, allowEmpty: allowEmpty, config: config, configFrom: settings.configFrom,
      suppressions: suppressions, fix: fix, unsafe: unsafe, diff: diff, baseline: baseline, newBaseline: writeBaseline,
      since: since, staged: staged, checkAuthors: checkAuthors)
  }

  func validate() throws { try options.validate() }

  func run() throws { try LintRun(options: options)() }
}
