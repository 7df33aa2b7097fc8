internal import AgreementReporting
internal import ArgumentParser
internal import TextSupport
internal import YAMLSyntax

/// The command.
@main
struct Concord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "concord",
    abstract: "Checks the partnership agreements of instructional coaches and school administrators.",
    discussion: """
      An agreement is a YAML file that a coach and the principals write before each school year. \
      `concord lint` points to the exact spot where something is missing or wrong, and says what to type instead.
      """,
    version: "\(concordVersion) (libyaml \(SyntaxReader.libyamlVersion))",
    subcommands: [
      AgendaCommand.self,
      AgreeCommand.self,
      AmendCommand.self,
      CalendarCommand.self,
      ChangesCommand.self,
      ConfigCommand.self,
      DiffCommand.self,
      ExplainCommand.self,
      GitDiffDriverCommand.self,
      GitMergeDriverCommand.self,
      GitTextconvCommand.self,
      GuideCommand.self,
      HistoryCommand.self,
      ImportCommand.self,
      InitCommand.self,
      JoinCommand.self,
      LeaveCommand.self,
      LintCommand.self,
      NewCommand.self,
      PrintCommand.self,
      RenewCommand.self,
      RulesCommand.self,
      SchemaCommand.self,
      ShowCommand.self,
      SignCommand.self,
      StatusCommand.self,
      TopicsCommand.self,
      VerifyCommand.self,
      WithdrawCommand.self,
      WorksheetCommand.self,
    ])

  /// Runs the command; a wrong command line exits with 2, like everything else that could not be done.
  static func main() {
    Output.ignoreSignals()
    let arguments = CommandWords.typed
    do {
      // Editors and hooks call this all the time, and parsing `lint` and file names costs more than linting one file.
      if arguments.count > 1, arguments.first == "lint", !arguments.contains(where: { $0.hasPrefix("-") || $0.isEmpty })
      {
        let options = LintOptions(paths: Array(arguments.dropFirst()))
        try options.validate()
        try LintRun(options: options)()
      } else {
        try CommandWords.check(arguments)
        var command = try parseAsRoot(arguments)
        try command.run()
      }
      Output.exit(0)
    } catch {
      let code = exitCode(for: error)
      // What a command finds out when it runs has nothing to do with how it is typed.
      let message = (error as? ValidationError).map { "Error: \($0.message)" } ?? fullMessage(for: error)
      if code == .success {
        // Help, the version or a completion script.
        if !message.isEmpty { Output.write(message + "\n") }
      } else if !message.isEmpty {
        // It repeats what was typed, or what a script made from a name.
        let shown = RawText.shown(message) + "\n"
        Output.error(String(decoding: TerminalText.escapeLines(Array(shown.utf8)), as: UTF8.self))
      }
      Output.exit(code == .validationFailure ? 2 : code.rawValue)
    }
  }
}
