internal import AgreementEditing
internal import ArgumentParser
internal import Repository
internal import SystemPackage
internal import TextSupport
internal import Agreement
internal import YAMLSyntax

/// `concord import`.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take answers from a spreadsheet or a form into a draft.",
    discussion: """
      The sheet is a CSV or TSV file. Its first row names the columns: `topic` (the id, the title or the question), `answer`, and \
      perhaps `owner`, `does` and `due`. A form's own sheet, with a column for each question, works, too. `concord new` makes the \
      draft. An answer that is there already stays as it is. What was not understood goes to the end of the file as comments. \
      `concord import answers.csv brookside/2026-27.agreement.yaml` exits with 1 if there is any of that.
      """)

  @Argument(help: "The sheet: a CSV or TSV file.", completion: .file(extensions: ["csv", "tsv", "txt"]))
  var sheet: String

  @Argument(help: "The draft that gets the answers.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  func run() throws {
    let file = try EditedAgreement(file, today: nil)
    let signed = file.people.filter { $0.given?.digest.value == file.digest }
    guard signed.isEmpty else {
      throw Refusal.no(
        "\(file.shown(signed)) \(signed.count == 1 ? "has" : "have") signed this text; a sheet goes into a draft")
    }
    let path = FilePath(typed: sheet)
    let limit = Limits.standard.bytes
    let bytes: [UInt8]
    do {
      bytes = try FileReader.read(path, limit: limit)
    } catch {
      Output.error(error)
      throw ExitCode(2)
    }
    let shown = TerminalText.escape(RawText.shown(sheet))
    guard bytes.count <= limit else { throw Refusal.cannot("\(shown): it is larger than \(limit) bytes") }
    var answers = AnswerImport(into: file.reading, file.agreement)
    let after = try read(bytes, path.lastComponent?.string ?? sheet, &answers, shown)
    guard !answers.answered.isEmpty || !answers.leftOver.isEmpty else {
      throw Refusal.no("\(shown): there is no answer in it, so nothing was written")
    }
    try file.write(after)
    tell(answers, file, shown)
    if !answers.leftOver.isEmpty { throw ExitCode(1) }
  }

  private func read(_ bytes: [UInt8], _ name: String, _ answers: inout AnswerImport, _ shown: String) throws
    -> AgreementReading
  {
    do {
      return try answers.put(try Sheet(bytes), name: name)
    } catch let error as Sheet.Unreadable {
      throw Refusal.cannot("\(shown): \(error.reason)")
    } catch let error as AnswerImport.Failure {
      throw Refusal.cannot("\(shown): \(error.reason); nothing was written")
    }
  }

  private func tell(_ answers: AnswerImport, _ file: EditedAgreement, _ shown: String) {
    let name = TerminalText.escape(RawText.shown(self.file))
    Output.error("\(name): \(Prose.count(answers.answered.count, "topic")) answered from \(shown)\n")
    // The sheet's own words stay out of logs that everybody reads.
    let isInCI = Output.isInCI
    for guess in answers.guesses {
      Output.error("  row \(guess.line): \(isInCI ? "taken for something near" : guess.text)\n")
    }
    if !answers.leftOver.isEmpty {
      Output.error("not taken over; these stand at the end of the file, as comments:\n")
      for row in answers.leftOver { Output.error("  row \(row.line): \(isInCI ? "not understood" : row.text)\n") }
    }
    Output.error("Next: concord lint \(file.shellWord)\n")
  }
}
