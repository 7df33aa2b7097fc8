internal import Agreement
internal import AgreementLint
internal import ArgumentParser
internal import Diagnostics
internal import Repository
internal import SystemPackage
internal import TextSupport

/// `concord config`.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Show the settings.", subcommands: [ConfigShowCommand.self])
}

/// `concord config show`.
struct ConfigShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show which settings apply, and where each one comes from.")

  @Argument(help: "The file or folder that the settings apply to.", completion: .file())
  var path = "."

  @Option(
    help: ArgumentHelp("The settings file. By default, the nearest concord.yaml above the path.", valueName: "file"))
  var config: String?

  func run() throws {
    var setups = try LintSetups(config: config) { _, _ in Linter(rules: [], today: .distantPast) }
    let named = FilePath(typed: path)
    guard let place = named.resolved else {
      Output.error(FileFailure(missing: named))
      throw ExitCode(2)
    }
    let isFolder = (try? Stat(place, followTargetSymlink: true))?.type == .directory
    let folder = isFolder ? place : place.removingLastComponent()
    let configuration = try setups.configuration(forFolder: folder)
    let (values, isExcluded) = try setups.inForce(for: place, folder: folder)
    let name = configuration.name.map { TerminalText.escape($0) }
    Output.write(
      "\(name ?? "no \(ConfigurationFinder.fileName) here or above: everything is as the program ships it")\n\n")
    if isExcluded {
      Output.write("\(TerminalText.escape(named.string)) is left out (`exclude`), so it is not checked\n\n")
    }
    let lines = LineIndex(configuration.source?.bytes ?? [], from: configuration.source?.byteOrderMarkCount ?? 0)
    let width = values.map { TerminalText.width(of: TerminalText.escape($0.key)) }.max() ?? 0
    for value in values {
      let key = TerminalText.escape(value.key)
      let pad = String(repeating: " ", count: width - TerminalText.width(of: key))
      let origin = value.range.map { "\(name ?? ""):\(lines.line(at: Int($0.start)) + 1)" } ?? "built in"
      Output.write("\(key)\(pad)  \(TerminalText.escape(value.value))  (\(origin))\n")
    }
  }
}
