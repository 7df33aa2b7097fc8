internal import Agreement
internal import ArgumentParser

/// `concord renew`.
struct RenewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "renew", abstract: "Start next year's agreement from this year's.",
    discussion: """
      It writes a new file beside each FILE, named for the new school year, and leaves FILE as it is. Every answer becomes last \
      year's (`carried:`) until you agree to it again with `concord agree`. Dates move by whole weeks, so a Tuesday stays a Tuesday. \
      Signatures, the date of the talk and who led it are gone. What was open, not relevant, or somebody's concern stays as a \
      comment, `# last year:`, and is asked again. Comments and layout stay.

      `concord renew brookside/2026-27.agreement.yaml` writes brookside/2027-28.agreement.yaml. It takes the first and last day from \
      the `calendar` in concord.yaml or, without one, moves this year's by 52 weeks.

      Exit status: 0 if it is written. 2 if it is not: FILE has errors, or the new file exists.
      """)

  @Argument(
    help: "The agreements to renew.", completion: .file(extensions: ["yaml", "yml"]))
  var files: [String] = []

  @Option(help: ArgumentHelp("The new school year. By default, the next one.", valueName: "2027-28"))
  var year: String?

  @Option(help: ArgumentHelp("The first day of the new school year.", valueName: "YYYY-MM-DD"))
  var starts: String?

  @Option(help: ArgumentHelp("The last day of the new school year.", valueName: "YYYY-MM-DD"))
  var ends: String?

  @Option(
    help: ArgumentHelp(
      "Hand everything that a person owns to another one, and take the first one out. Both are ids, such as haugen=tran.",
      valueName: "old=new"))
  var hand: [String] = []

  @Option(
    help: ArgumentHelp(
      "Take out a person who does not go on, unless something still refers to them. People with `left` go anyway.",
      valueName: "id"))
  var without: [String] = []

  func validate() throws {
    if files.isEmpty {
      throw ValidationError("name the agreement to renew, as in `concord renew brookside/2026-27.agreement.yaml`")
    }
  }

  func run() throws {
    var successors: [String: String] = [:]
    for pair in CommandWords.list(hand) {
      let ids = pair.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard ids.count == 2, !ids.contains("") else {
        throw ValidationError("--hand takes two ids, as in haugen=tran: from whom, and to whom")
      }
      if let known = successors[ids[0]], known != ids[1] {
        throw ValidationError("--hand names two successors of '\(ids[0])': '\(known)' and '\(ids[1])'")
      }
      successors[ids[0]] = ids[1]
    }
    let newYear = try year.map { text in
      guard let year = SchoolYear(text) else {
        throw ValidationError("'\(text)' is not a school year; write it as in 2027-28")
      }
      return year
    }
    let run = RenewRun(
      year: newYear, starts: try starts.map { try Day.read($0) }, ends: try ends.map { try Day.read($0) },
      successors: successors, without: Set(CommandWords.list(without)))
    try run(files)
  }
}
