internal import Agreement
internal import AgreementLint
internal import AgreementReporting
internal import ArgumentParser
internal import Diagnostics
internal import Repository
internal import SystemPackage
internal import TextSupport
internal import YAMLSyntax

/// One agreement that somebody named on the command line, with the settings around it.
struct NamedAgreement {
  let reading: AgreementReading
  let configuration: Configuration
  /// The time zone of the settings; nil for the system's.
  let zone: ZoneInfo?

  /// The help for the argument that names it.
  static let help: ArgumentHelp = "An agreement, or - for standard input."

  /// Reads an agreement and its settings; whatever is wrong is reported, and the exit status is thrown.
  init(_ name: String) throws {
    var setups = LintSetups { _, _ in Linter(rules: [], today: .distantPast) }
    let folder = name == "-" ? "" : FilePath(typed: name).removingLastComponent()
    let real = folder.isEmpty ? folder : folder.resolved ?? folder
    configuration = try setups.configuration(forFolder: real)
    zone = try setups.zone(forFolder: real)
    reading = AgreementReader.read(try Self.source(name), catalog: configuration.catalog)
  }

  /// The day that counts as today: that of an option, or else that of the time zone or of this computer.
  func today(_ option: String?) throws -> CalendarDate {
    try option.map { try Day.read($0) } ?? zone?.today ?? Day.local
  }

  /// Reads an agreement; if it cannot be read, that is reported, and the exit status is thrown.
  static func read(_ name: String) throws -> AgreementReading {
    let source = try source(name)
    return AgreementReader.read(source, catalog: Catalogs.catalog(for: name == "-" ? "" : FilePath(typed: name)))
  }

  /// Reports the errors of an agreement, and what they keep from being done; returns the exit status to throw.
  static func refusal(of reading: AgreementReading, _ reason: String) -> ExitCode {
    Output.error(Output.errors(in: reading))
    Output.error("concord: \(reason)\n")
    return ExitCode(2)
  }

  private static func source(_ name: String) throws -> SourceFile {
    let limit = Limits.standard.bytes
    do {
      return name == "-"
        ? SourceFile(name: "<stdin>", bytes: try FileReader.readStandardInput(limit: limit))
        : SourceFile(name: RawText.shown(name), bytes: try FileReader.read(FilePath(typed: name), limit: limit))
    } catch {
      Output.error(error)
      throw ExitCode(2)
    }
  }
}
