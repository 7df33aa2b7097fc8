internal import Agreement
internal import AgreementLint
internal import ArgumentParser
internal import Diagnostics
internal import Repository
internal import SystemPackage
internal import TextSupport
internal import YAMLSyntax

/// The agreements below some paths, each with the settings around it.
struct FoundAgreements {
  /// An agreement, and what applies to it.
  struct Item: Sendable {
    let reading: AgreementReading
    let setup: Int
    /// Whether it was named on the command line, not found in a folder.
    let isNamed: Bool

    var year: SchoolYear? { reading.agreement?.content.schoolYear.value }
  }

  let setups: LintSetups
  private let inputs: [LintInput]
  private let found: FoundInputs

  /// Finds the files; `today` is that of the option, nil for that of each time zone, and `check` asks about
  /// SSH signatures.
  init(_ paths: [String], today: CalendarDate?, configFrom: String? = nil, asking check: SignatureCheck? = nil) throws {
    let localDay = Day.local
    var setups = try LintSetups(config: nil, from: try configFrom.map { try RevisionSettings($0) }) { settings, zone in
      Linter(settings: settings, today: today ?? zone?.today ?? localDay, asking: check)
    }
    var found = try FoundInputs(LintOptions(paths: paths), &setups)
    inputs = found.takeInputs()
    self.found = found
    self.setups = setups
    guard inputs.isEmpty, Output.problems.told.isEmpty else { return }
    found.tellNothing()
    throw ExitCode(2)
  }

  /// Reads the files and makes something of each, on some cores, in order; a file that cannot be read is reported.
  func map<Result: Sendable>(jobs: Int? = nil, _ body: @escaping @Sendable (Item) -> Result) -> [Result] {
    var results: [Result] = []
    let (setups, files) = (setups.setups, found.files)
    InOrder.run(inputs.map { ($0, found.isNamed($0)) }, jobs: jobs) {
      input, isNamed -> Swift.Result<Result, FileFailure> in
      do throws(FileFailure) {
        let source = try Self.source(input, files)
        let reading = AgreementReader.read(source, catalog: setups[input.setup].catalog)
        return .success(body(Item(reading: reading, setup: input.setup, isNamed: isNamed)))
      } catch {
        return .failure(error)
      }
    } take: { outcome in
      switch outcome {
      case .success(let result): results.append(result)
      case .failure(let failure): Output.error(failure)
      }
    }
    return results
  }

  private static func source(_ input: LintInput, _ files: InputBytes) throws(FileFailure) -> SourceFile {
    let limit = Limits.standard.bytes
    switch input.kind {
    case .file(let path):
      return SourceFile(name: path.string, bytes: try files.read(path, limit: limit))
    case .standardInput(let name):
      return SourceFile(name: name?.string ?? "<stdin>", bytes: try FileReader.readStandardInput(limit: limit))
    }
  }

  /// Whether a file could not be read.
  static var isBroken: Bool { Output.problems.told.count + Output.problems.untold > 0 }

  /// The school years to show: the one that was asked for, or else those that have not ended; if there are none, the last
  /// one. Refuses a year that no agreement is for.
  static func years(
    _ all: [(year: SchoolYear, isClosed: Bool)], asked: SchoolYear?
  ) throws -> Set<SchoolYear> {
    let known = Set(all.map(\.year))
    if let asked {
      guard known.contains(asked) || known.isEmpty else {
        throw UnknownName("agreement for", asked.description, known.sorted().map(\.description)).error
      }
      return [asked]
    }
    let open = Set(all.filter { !$0.isClosed }.map(\.year))
    return open.isEmpty ? Set(known.max().map { [$0] } ?? []) : open
  }
}

/// A school year on the command line.
struct YearOption: ParsableArguments {
  @Option(
    name: .customLong("year"),
    help: ArgumentHelp(
      "Only this school year, as in 2026-27. By default, the years that have not ended, or else the last one.",
      valueName: "year"))
  private var text: String?

  @Option(help: ArgumentHelp("The day that counts as today, as in 2026-08-17.", valueName: "day"))
  private var today: String?

  func validate() throws {
    _ = try year()
    _ = try day()
  }

  func year() throws -> SchoolYear? {
    try text.map { text in
      guard let year = SchoolYear(text) else {
        throw ValidationError(
          "'\(TerminalText.escape(RawText.shown(text)))' is not a school year; write it as in 2026-27")
      }
      return year
    }
  }

  func day() throws -> CalendarDate? { try today.map { try Day.read($0) } }
}
