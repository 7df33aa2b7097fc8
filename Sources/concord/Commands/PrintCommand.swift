internal import Agreement
internal import AgreementLint
internal import AgreementPaper
internal import ArgumentParser

/// `concord print`.
struct PrintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "Print an agreement for people to read and to sign on paper.",
    discussion: """
      The pages hold everything that people sign, with a line for each person who still has to, and the digest of the text. A draft has \
      no lines to sign on.

      `concord print brookside/2026-27.agreement.yaml > brookside.html` makes a page. Open it in a browser and print it: Letter and A4 \
      both work.
      """)

  @Argument(help: NamedAgreement.help, completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @OptionGroup var paper: PaperOptions

  @Option(help: ArgumentHelp("The day that counts as today, as in 2026-08-17.", valueName: "day"))
  var today: String?

  func run() throws {
    _ = try paper.paperFormat()
    let agreement = try NamedAgreement(file)
    let today = try agreement.today(today)
    guard
      let printed = PrintedAgreement(agreement.reading, district: agreement.configuration.district, today: today)
    else { throw NamedAgreement.refusal(of: agreement.reading, "an agreement with errors cannot be printed") }
    try paper.write([printed.sheet])
  }
}
