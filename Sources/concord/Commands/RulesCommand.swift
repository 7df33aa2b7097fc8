internal import AgreementReporting
internal import ArgumentParser

/// `concord rules`.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "rules", abstract: "List the rules.")

  @Option(help: ListFormat.help)
  var format: ListFormat = .text

  func run() { Output.write(RulePages.list(format)) }
}

extension ListFormat: ExpressibleByArgument {
  static let help: ArgumentHelp = "The output format: text, markdown or json."
}
