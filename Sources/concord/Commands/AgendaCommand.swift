internal import Agreement
internal import AgreementPaper
internal import ArgumentParser
internal import TextSupport

/// `concord agenda`.
struct AgendaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agenda", abstract: "Print the agenda of the conversation, with times and the topics to talk about.",
    discussion: """
      It lists the steps with their minutes, and the topics that are not settled yet. Topics that somebody asked for come first.

      `concord agenda brookside/2026-27.agreement.yaml --start "1:30 pm" --format text` shows it with clock times.
      """)

  @Argument(help: NamedAgreement.help, completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(
    help: ArgumentHelp(
      "When the conversation begins, as in 13:30 or \"1:30 pm\". Without it, the times count from 0:00.",
      valueName: "time"))
  var start: String?

  @OptionGroup var paper: PaperOptions

  func run() throws {
    _ = try paper.paperFormat()
    var clock = Agenda.Clock.zero
    if let start {
      guard let read = Agenda.Clock(start) else {
        throw ValidationError(
          "'\(TerminalText.escape(RawText.shown(start)))' is not a time; write it as in 13:30 or \"1:30 pm\"")
      }
      clock = read
    }
    let reading = try NamedAgreement(file).reading
    guard let agreement = reading.agreement, reading.isSound else {
      throw NamedAgreement.refusal(of: reading, "an agreement with errors has no agenda")
    }
    try paper.write([Agenda(agreement, start: clock).sheet])
  }
}
