internal import ArgumentParser

/// `concord init`.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Set up a folder for a district's agreements.",
    discussion: """
      It writes the settings (concord.yaml), a workflow that checks every change, a list of who approves changes of both, a README for \
      colleagues, and small files for git and editors. A file that is there already is left alone, so it is safe to run it again. It runs git only \
      with --git-drivers.

      `concord init our-district --district "Riverbend Area Schools" --time-zone America/Chicago` sets up the folder our-district.

      `concord init --git-drivers`, once in every clone of a repository, lets git compare and merge agreements by what they say. It adds two \
      lines to .gitattributes and five settings to the clone, keeps those that are there, and writes nothing else.

      Exit status: 0, also if everything was there already. 2 if it cannot be written.
      """)

  @Argument(help: "The folder. By default, this one.", completion: .directory)
  var folder: String = "."

  @Option(help: ArgumentHelp("The name of the district or the school.", valueName: "name"))
  var district: String?

  @Option(help: ArgumentHelp("The time zone. By default, that of this computer.", valueName: "zone"))
  var timeZone: String?

  @Option(help: "Where agreements are checked: github, gitlab or none.")
  var ci: ContinuousChecks = .github

  @Flag(help: "Only set up git in this folder, so that it compares and merges agreements by what they say.")
  var gitDrivers = false

  func validate() throws {
    guard !gitDrivers || district == nil && timeZone == nil else {
      throw ValidationError(
        "--git-drivers writes no settings of concord; run concord init once with it and once without")
    }
    guard !gitDrivers || folder == "." else {
      throw ValidationError(
        "--git-drivers is for the folder in which it runs; type `cd \(ShellWord.quoted(folder))` first")
    }
  }

  func run() throws {
    if gitDrivers { return try GitDrivers.setUp() }
    try InitRun(folder: folder, district: district, timeZone: timeZone, ci: ci)()
  }
}

/// The service that checks every change.
enum ContinuousChecks: String, ExpressibleByArgument, CaseIterable {
  case github
  case gitlab
  case none
}
