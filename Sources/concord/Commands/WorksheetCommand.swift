internal import Agreement
internal import AgreementPaper
internal import ArgumentParser

/// `concord worksheet`.
struct WorksheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worksheet", abstract: "Print the questions for people to think over before the conversation.",
    discussion: """
      Each person gets pages with the questions, what is written so far, boxes to check and room to write. Without --for, the \
      worksheet is blank.

      `concord worksheet brookside/2026-27.agreement.yaml --for novak > novak.html` makes the pages of one person. Open them in a \
      browser and print them.
      """)

  @Argument(help: NamedAgreement.help, completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "Whose worksheet it is: ids from `participants`, separated by commas.", valueName: "person"))
  var people: [String] = []

  @OptionGroup var paper: PaperOptions

  func run() throws {
    _ = try paper.paperFormat()
    let reading = try NamedAgreement(file).reading
    guard let agreement = reading.agreement, reading.isSound else {
      throw NamedAgreement.refusal(of: reading, "an agreement with errors has no worksheet")
    }
    let known = agreement.participants.map(\.id)
    let asked = try CommandWords.list(people).map { id in
      guard let index = known.firstIndex(of: id) else { throw UnknownName("person", id, known).error }
      return index
    }
    try paper.write(
      asked.isEmpty
        ? [Worksheet(agreement, for: nil).sheet] : asked.map { Worksheet(agreement, for: $0).sheet })
  }
}
