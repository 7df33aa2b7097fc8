internal import AgreementReporting
internal import ArgumentParser

/// `concord changes`.
struct ChangesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes", abstract: "List the classes of changes that `diff` knows.")

  @Option(help: ListFormat.help)
  var format: ListFormat = .text

  func run() { Output.write(ChangePages.list(format)) }
}
