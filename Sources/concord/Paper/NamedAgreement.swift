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
  static let help: ArgumentHelp = "An agreement, REV:path for one in git, or - for standard input."

  /// Reads an agreement and its settings, from one place; whatever is wrong is reported, and the exit status is thrown.
  init(_ name: String) throws {
    var setups = LintSetups { _, _ in Linter(rules: [], today: .distantPast) }
    let folder: FilePath
    let source: SourceFile
    if let stored = try AskedSnapshot([name]), let place = stored.asked.first?.place {
      setups.read(from: stored.snapshot)
      folder = place.removingLastComponent()
      source = try Self.source(RawText.shown(name)) { limit throws(FileFailure) in
        guard let bytes = try stored.snapshot.read(place, limit: limit) else {
          throw FileFailure(FilePath(typed: name), stored.snapshot.missing)
        }
        return bytes
      }
    } else {
      let named = name == "-" ? "" : FilePath(typed: name).removingLastComponent()
      folder = named.isEmpty ? named : named.resolved ?? named
      if name != "-", (try? NewFile.isFolder(FilePath(typed: name))) == true {
        throw EditedAgreement.folder(name, AgreementFinder([FilePath(typed: name)]))
      }
      source = try Self.source(name == "-" ? "<stdin>" : RawText.shown(name)) { limit throws(FileFailure) in
        name == "-"
          ? try FileReader.readStandardInput(limit: limit) : try FileReader.read(FilePath(typed: name), limit: limit)
      }
    }
    configuration = try setups.configuration(forFolder: folder)
    zone = try setups.zone(forFolder: folder)
    reading = AgreementReader.read(source, catalog: configuration.catalog)
  }

  /// The day that counts as today: that of an option, or else that of the time zone or of this computer.
  func today(_ option: String?) throws -> CalendarDate {
    try option.map { try Day.read($0) } ?? zone?.today ?? Day.local
  }

  /// Reports the errors of an agreement, and what they keep from being done; returns the exit status to throw.
  static func refusal(of reading: AgreementReading, _ reason: String) -> ExitCode {
    Output.error(Output.errors(in: reading))
    Output.error("concord: \(reason)\n")
    return ExitCode(2)
  }

  private static func source(
    _ name: String, _ read: (_ limit: Int) throws(FileFailure) -> [UInt8]
  ) throws -> SourceFile {
    do {
      return SourceFile(name: name, bytes: try read(Limits.standard.bytes))
    } catch {
      Output.error(error)
      throw ExitCode(2)
    }
  }
}
