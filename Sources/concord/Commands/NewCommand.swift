internal import Agreement
internal import ArgumentParser

/// `concord new`.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Start the first agreement of a school, with every question in it.",
    discussion: """
      It writes a file with every key and every topic, each with its question and a hint, ready for the answers. ID names the \
      agreement in every year, such as brookside-math. The file goes into a folder of that name, in the folder that `agreements` in \
      concord.yaml names first, or beside concord.yaml, or here. What is missing on the command line is asked, if you are at a terminal.

      People get the last word of their name as their id, such as tran for "Linh Tran, Ed.D."; write tran=Linh Tran to choose another \
      one. Somebody who is in another agreement here keeps the id from there.

      `concord new brookside-math --school "Brookside Elementary" --principal "Marcus Whitfield" --coach "Jill Novak" --year 2026-27 \
      --starts 2026-08-17 --ends 2027-05-28` writes brookside-math/2026-27.agreement.yaml.

      Exit status: 0 if it is written. 2 if it is not.
      """)

  @Argument(help: "The id of the agreement: small letters, digits and hyphens.")
  var id: String

  @Option(
    help: ArgumentHelp(
      "The school year. By default, the next one of the calendar in concord.yaml.", valueName: "2026-27"))
  var year: String?

  @Option(help: ArgumentHelp("The first day of the school year.", valueName: "YYYY-MM-DD"))
  var starts: String?

  @Option(help: ArgumentHelp("The last day of the school year.", valueName: "YYYY-MM-DD"))
  var ends: String?

  @Option(help: ArgumentHelp("The name of the school. Repeat it for a coach at several schools.", valueName: "name"))
  var school: [String] = []

  @Option(help: ArgumentHelp("The name of a principal.", valueName: "name"))
  var principal: [String] = []

  @Option(help: ArgumentHelp("The name of an assistant principal.", valueName: "name"))
  var assistantPrincipal: [String] = []

  @Option(help: ArgumentHelp("The name of an instructional coach.", valueName: "name"))
  var coach: [String] = []

  @Option(help: ArgumentHelp("The name of a content coordinator.", valueName: "name"))
  var coordinator: [String] = []

  @Option(help: ArgumentHelp("The name of somebody who only leads the talk, and does not sign.", valueName: "name"))
  var facilitator: [String] = []

  @Option(
    help: ArgumentHelp("The folder for the folder of the agreement.", valueName: "folder"), completion: .directory)
  var folder: String?

  @Option(help: ArgumentHelp("The day to use as today. By default, the local date.", valueName: "YYYY-MM-DD"))
  var today: String?

  func run() throws {
    var run = NewRun(id: id, folder: folder, today: try today.map { try Day.read($0) })
    run.year = try year.map { try NewRun.year($0) }
    run.starts = try starts.map { try Day.read($0) }
    run.ends = try ends.map { try Day.read($0) }
    run.schools = school
    run.people = [
      (.principal, principal), (.assistantPrincipal, assistantPrincipal), (.instructionalCoach, coach),
      (.contentCoordinator, coordinator), (.facilitator, facilitator),
    ].flatMap { role, names in names.map { (role, $0) } }
    try run()
  }
}
