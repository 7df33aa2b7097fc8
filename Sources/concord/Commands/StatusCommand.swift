internal import Agreement
internal import AgreementLint
internal import AgreementPaper
internal import ArgumentParser
internal import Diagnostics
internal import Repository
internal import SystemPackage
internal import TextSupport
internal import YAMLSyntax

/// `concord status`.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Show how far the agreements are: answers, signatures, meetings and due dates.",
    discussion: """
      It prints a row for each agreement and a line of sums. `concord status` looks at the agreements here; name files or folders to \
      look elsewhere. `concord status --format csv > status.csv` makes a file for a spreadsheet.
      """)

  @Argument(
    help: "Agreements, folders to search, or REV:path for what git has in a revision.",
    completion: .file(extensions: ["yaml", "yml"]))
  var paths: [String] = []

  @OptionGroup var years: YearOption

  @Option(
    help: ArgumentHelp(
      "The output format: \(StatusReport.Format.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "format"),
    completion: .list(StatusReport.Format.allCases.map(\.rawValue)))
  var format = "text"

  @OptionGroup var settings: SettingsOptions

  @OptionGroup var parallel: ParallelOptions

  func run() throws {
    guard let format = StatusReport.Format(rawValue: format) else {
      throw UnknownName("format", format, StatusReport.Format.allCases.map(\.rawValue)).error
    }
    let year = try years.year()
    let keygen = SSHKeygen()
    defer { keygen.close() }
    let verifier = SSHVerifier(keygen)
    let check: SignatureCheck = { verifier.verdict($0, of: $1, $2, $3, among: $4) }
    let found = try FoundAgreements(paths, today: try years.day(), configFrom: settings.configFrom, asking: check)
    let setups = found.setups.setups
    let isInCI = Output.isInCI
    let all = found.map(jobs: parallel.jobs) { item -> (row: AgreementStatus, isNamed: Bool)? in
      let linter = setups[item.setup].linter
      // A year that nobody asked for is not looked at any further.
      if let year, let own = item.year, own != year { return nil }
      let row = AgreementStatus(
        item.reading, linter.lint(item.reading), today: linter.today,
        calendar: item.year.flatMap { linter.settings.calendar[$0] }, policy: linter.settings.signing, asking: check,
        withheld: WithheldTexts(item.reading, withGuesses: isInCI))
      guard let row else {
        Output.error(
          FileFailure(
            FilePath(item.reading.document.source.name), "there is no agreement in it; `concord lint` says why"))
        return nil
      }
      return (row, item.isNamed)
    }.compactMap { $0 }
    let known = all.compactMap { found in found.row.year.map { (year: $0, isClosed: found.row.isClosed) } }
    let wanted = try FoundAgreements.years(known, asked: year)
    let rows = all.filter { $0.isNamed && year == nil || $0.row.year.map { wanted.contains($0) } ?? true }.map(\.row)
    if rows.isEmpty, let year, !FoundAgreements.isBroken {
      Output.error("concord: there is no agreement for \(year) here\n")
      throw ExitCode(2)
    }
    let text = StatusReport(rows).draw(format, width: Output.width)
    if format == .csv { Output.write(file: text) } else { Output.write(text) }
    if FoundAgreements.isBroken { throw ExitCode(2) }
  }
}
