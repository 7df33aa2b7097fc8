internal import AgreementLint
internal import AgreementReporting
internal import ArgumentParser
internal import Diagnostics

/// `concord explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "explain", abstract: "Explain a rule, with examples.")

  @Argument(
    help: "The rule: the name in brackets in a finding.", completion: .list(Rule.all.map(\.id.rawValue)))
  var rule: String

  func run() throws {
    guard let rule = Rule.named(rule) else { throw UnknownName("rule", rule, Rule.all.map(\.id.rawValue)).error }
    Output.write(RulePages.page(of: rule))
  }
}
