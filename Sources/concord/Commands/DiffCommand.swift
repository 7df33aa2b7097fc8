internal import Agreement
internal import AgreementDiff
internal import AgreementReporting
internal import ArgumentParser

/// `concord diff`.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Show what changed in meaning: promises, people, confidentiality and meetings.",
    discussion: """
      Each side is a file, a folder, - for standard input, REV:path for a file or folder in a git revision, or a school year: \
      `concord diff 2025-26 2026-27` compares every agreement under the paths by its id. \
      `concord diff --since origin/main` compares what your branch changed with what it was; a new agreement is compared with the year \
      before. Layout, key order, quotes and comments \
      do not count as changes.

      Exit status: 0 normally. 1 if something changed, with --exit-code, or if a change of a given class was found, with --fail-on. \
      2 if concord could not do its job.
      """)

  @Argument(
    help: "The old and the new side. For school years, then the files and folders to search.", completion: .file())
  var sides: [String] = []

  @Option(
    help: ArgumentHelp(
      "Compare what changed since this commit, as a pull request shows it; the sides are then paths to look below.",
      valueName: "commit"))
  var since: String?

  @Flag(help: "Compare what the next commit will hold with the last one, or with the commit of --since.")
  var staged = false

  @OptionGroup var output: OutputOptions

  @Flag(help: "Exit with 1 if something changed.")
  var exitCode = false

  @Option(
    help: ArgumentHelp(
      "Exit with 1 if there is a change of one of these classes, separated by commas.", valueName: "class"),
    completion: .list(ChangeClass.all.map(\.id)))
  var failOn: [String] = []

  @Option(
    help: ArgumentHelp("Show only changes of these classes, separated by commas.", valueName: "class"),
    completion: .list(ChangeClass.all.map(\.id)))
  var only: [String] = []

  @Option(
    help: ArgumentHelp("Show only what belongs to these topics, separated by commas.", valueName: "topic"),
    completion: .list(Catalog.builtIn.topics.map(\.id)))
  var topic: [String] = []

  @Option(
    help: ArgumentHelp(
      "Show only what is about these people or theirs to do. Give their ids, separated by commas.", valueName: "person")
  )
  var owner: [String] = []

  @Flag(help: "Show only what happened in the whole district, not each agreement.")
  var summary = false

  @Flag(help: "Also show in full where only the wording changed.")
  var all = false

  @Flag(name: [.short, .long], help: "Also show the names of classes, line numbers and fingerprints.")
  var verbose = false

  @OptionGroup var parallel: ParallelOptions

  func validate() throws {
    if since == nil, !staged, sides.count < 2 {
      throw ValidationError("two sides are needed, such as `concord diff 2025-26 2026-27`")
    }
  }

  func run() throws {
    let format = try output.reportFormat()
    var style = output.style
    style.showsAll = all
    style.isVerbose = verbose
    var filter = DiffFilter()
    filter.classes = try Self.classes(only)
    filter.topics = Set(CommandWords.list(topic))
    filter.people = Set(CommandWords.list(owner))
    let run = DiffRun(
      format: format, style: style, filter: filter, failOn: try Self.classes(failOn), failsOnChange: exitCode,
      isSummary: summary, jobs: parallel.jobs)
    if since != nil || staged {
      try run(since: since, staged: staged, below: sides)
    } else {
      try run(sides)
    }
  }

  private static func classes(_ values: [String]) throws -> Set<ChangeClass> {
    Set(
      try CommandWords.list(values).map { name in
        guard let kind = ChangeClass.named(name) else {
          throw UnknownName("class of changes", name, ChangeClass.all.map(\.id)).error
        }
        return kind
      })
  }
}
