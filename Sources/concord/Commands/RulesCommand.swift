internal import AgreementLint
internal import AgreementReporting
internal import ArgumentParser
internal import Diagnostics
internal import TextSupport

/// `concord rules`.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "rules", abstract: "List the rules.")

  @Option(help: "The output format: text, markdown or json.")
  var format: Form = .text

  /// The outputs, named as on the command line.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text
    case markdown
    case json
  }

  func run() throws {
    switch format {
    case .text: Output.write(RulePages.list(.text))
    case .markdown: Output.write(RulePages.list(.markdown))
    case .json: Output.write(RulePages.list(.json))
    }
  }
}

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
