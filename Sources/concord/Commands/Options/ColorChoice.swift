internal import AgreementReporting
internal import ArgumentParser

/// When output is colored.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto
  case always
  case never

  static let help: ArgumentHelp = "Color: auto, always or never."

  var style: TextStyle { TextStyle(colored: self == .always || self == .auto && Self.suitsEnvironment) }

  /// NO_COLOR comes first, then FORCE_COLOR and CLICOLOR_FORCE, then whether it is a terminal.
  private static var suitsEnvironment: Bool {
    if Output.environment("NO_COLOR") != nil { return false }
    if Output.environment("FORCE_COLOR") ?? Output.environment("CLICOLOR_FORCE") != nil { return true }
    return Output.isTerminal && Output.environment("TERM") != "dumb"
  }
}
