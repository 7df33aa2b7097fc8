internal import Agreement
internal import ArgumentParser

/// `concord agree`.
struct AgreeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agree", abstract: "Agree to last year's answers again, one by one, and then to the whole text.",
    discussion: """
      In a renewed agreement every answer is last year's (`carried:`) until you agree to it again; then it is `agreed:`. What was open \
      or not relevant last year is a comment (`# last year:`); agreeing to it takes the mark away. Name the topics or sections that \
      you agree to. Without names, concord shows you each one and asks; without a terminal it lists them.

      `concord agree brookside/2027-28.agreement.yaml classroom-access access` agrees to the topics of a section.
      `concord agree brookside/2027-28.agreement.yaml --final` says that the text is final. Then people can sign it.

      Exit status: 0 if it is done. 1 if something is left to decide, to correct, or signed already. 2 if concord could not do its job.
      """)

  @Argument(help: "The agreement.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Argument(
    help: ArgumentHelp("The topics and sections to agree to.", valueName: "topic"),
    completion: .list(Catalog.builtIn.sections.map(\.id) + Catalog.builtIn.topics.map(\.id)))
  var topics: [String] = []

  @Flag(help: "Set `status: agreed`, if nothing has to be corrected before the year begins.")
  var final = false

  func run() throws { try AgreeRun(EditedAgreement(file, today: nil))(topics, isFinal: final) }
}
