internal import ArgumentParser

/// `concord init`.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Set up a folder for a district's agreements.",
    discussion: """
      It writes the settings (concord.yaml), a workflow that checks every change, a list of who approves changes of both, a README for \
      colleagues, and small files for git and editors. A file that is there already is left alone, so it is safe to run it again. It never runs git.

      `concord init our-district --district "Riverbend Area Schools" --time-zone America/Chicago` sets up the folder our-district.

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

  func run() throws { try InitRun(folder: folder, district: district, timeZone: timeZone, ci: ci)() }
}

/// The service that checks every change.
enum ContinuousChecks: String, ExpressibleByArgument, CaseIterable {
  case github
  case gitlab
  case none
}
