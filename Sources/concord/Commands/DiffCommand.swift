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
      `concord diff 2025-26 2026-27` compares every agreement under the paths by its id. Layout, key order, quotes and comments \
      do not count as changes.

      Exit status: 0 normally. 1 if something changed, with --exit-code, or if a change of a given class was found, with --fail-on. \
      2 if concord could not do its job.
      """)

  @Argument(
    help: "The old and the new side. For school years, then the files and folders to search.", completion: .file())
  var sides: [String] = []

  @Option(
    help: ArgumentHelp(
      "The output format: \(DiffFormat.all.map(\.name).joined(separator: ", ")).", valueName: "format"),
    completion: .list(DiffFormat.all.map(\.name)))
  var format = "text"

  @Option(help: "Color: auto, always or never.")
  var color: ColorChoice = .auto

  @Option(help: ArgumentHelp("How many columns to use. By default, the width of the terminal.", valueName: "columns"))
  var width: Int?

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

  @Flag(help: "List the classes of changes as Markdown, and do nothing else.")
  var classes = false

  @Option(help: ArgumentHelp("How many cores to use. By default, all of them.", valueName: "number"))
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes 1 or more") }
    if let width, width < 40 { throw ValidationError("--width takes 40 or more") }
    if !classes, sides.count < 2 {
      throw ValidationError("two sides are needed, such as `concord diff 2025-26 2026-27`")
    }
  }

  func run() throws {
    if classes {
      Output.write(ChangePages.markdown)
      return
    }
    guard let reporter = DiffFormat.named(format) else {
      throw UnknownName("format", format, DiffFormat.all.map(\.name)).error
    }
    var run = DiffRun(format: reporter)
    run.style = DiffStyle(text: color.style, width: width ?? Output.width, showsAll: all)
    run.style.isVerbose = verbose
    run.filter.classes = Set(try Self.classes(only))
    run.filter.topics = Set(Self.words(topic))
    run.filter.people = Set(Self.words(owner))
    run.failOn = Set(try Self.classes(failOn))
    run.failsOnChange = exitCode
    run.isSummary = summary
    run.jobs = jobs
    try run(sides)
  }

  private static func words(_ options: [String]) -> [String] {
    options.flatMap { $0.split(separator: ",") }.map { String($0.drop { $0 == " " }) }
  }

  private static func classes(_ options: [String]) throws -> [ChangeClass] {
    try words(options).map { name in
      guard let kind = ChangeClass.named(name) else {
        throw UnknownName("class of changes", name, ChangeClass.all.map(\.id)).error
      }
      return kind
    }
  }
}
