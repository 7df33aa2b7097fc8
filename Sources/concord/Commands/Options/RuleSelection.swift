internal import AgreementLint
internal import ArgumentParser
internal import Diagnostics

/// Which rules to check.
struct RuleSelection: ParsableArguments {
  @Option(help: help("only these"), completion: .list(names))
  var select: [String] = []

  @Option(help: help("everything but these"), completion: .list(names))
  var ignore: [String] = []

  private static let names = Rule.all.map(\.id.rawValue) + Rule.Category.allCases.map(\.rawValue)

  private static func help(_ which: String) -> ArgumentHelp {
    ArgumentHelp(
      "Check \(which) rules or categories, separated by commas. Syntax and structure errors are always reported.",
      valueName: "rule")
  }

  /// The rules that are left; the ones that are always on cannot be ignored.
  static func rules(selecting select: [String], ignoring ignore: [String]) throws -> [Rule] {
    if select.isEmpty, ignore.isEmpty { return Rule.all }
    let chosen = Set(try rules(named: select).map(\.id))
    // A run that checks nothing would look clean.
    if !select.isEmpty, chosen.isEmpty { throw ValidationError("--select takes the name of a rule or a category") }
    let ignored = Set(try rules(named: ignore).map(\.id))
    return Rule.all.filter { rule in
      rule.isAlwaysOn || (select.isEmpty || chosen.contains(rule.id)) && !ignored.contains(rule.id)
    }
  }

  private static func rules(named options: [String]) throws -> [Rule] {
    try CommandWords.list(options).flatMap { name -> [Rule] in
      if let category = Rule.Category(rawValue: name) { return Rule.all.filter { $0.category == category } }
      guard let rule = Rule.named(name) else { throw UnknownName("rule", name, names).error }
      return [rule]
    }
  }
}
