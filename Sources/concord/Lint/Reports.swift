internal import AgreementReporting
internal import ArgumentParser
internal import Diagnostics
internal import Repository
internal import SystemPackage
internal import TextSupport

/// The reports of one run: one on standard output, and others in files.
struct Reports {
  private let outputs: [ReportOutput]
  private var stepSummary: StepSummary?

  /// Whether anybody other than the author may read the output.
  let isForCI: Bool

  /// The format of a run that names none: text, with annotations on GitHub Actions.
  private static let automatic = "auto"

  /// What people type after `--format`, sorted.
  static let names = ([automatic] + ReportFormat.all.map(\.name)).sorted()

  /// Takes the formats that were asked for, or that of the environment, or `auto`; a run that prints diffs has no report
  /// unless the environment asks for one.
  init(_ options: LintOptions) throws {
    let isAction = Output.environment("GITHUB_ACTIONS") == "true"
    let standard = Output.environment("CONCORD_FORMAT") ?? (options.repair.showsDiff ? nil : Self.automatic)
    var targets: [(format: ReportFormat, path: String)] = []
    for name in options.formats.isEmpty ? [standard].compactMap(\.self) : options.formats {
      let (formats, path) = try Self.target(name, isAction: isAction)
      guard !targets.contains(where: { $0.path == path }) else {
        throw ValidationError(
          path.isEmpty
            ? "only one report can go to standard output; give the others a file, as in --format sarif=out.sarif"
            : "two reports cannot go to '\(TerminalText.escape(RawText.shown(path)))'")
      }
      targets += formats.map { ($0, path) }
    }
    isForCI = Output.isInCI || targets.contains { $0.format.isForCI }
    if let path = Output.environment("GITHUB_STEP_SUMMARY"),
      isAction || targets.contains(where: { $0.format.name == ReportFormat.github.name })
    {
      stepSummary = StepSummary(FilePath(path))
    }
    outputs = targets.map { format, path in
      ReportOutput(
        format, path.isEmpty ? options.color.style : TextStyle(colored: false), options.failLevel,
        path.isEmpty ? nil : FilePath(typed: path))
    }
  }

  /// Reads `text` or `sarif=out.sarif`; the path is empty for standard output.
  private static func target(_ option: String, isAction: Bool) throws -> (formats: [ReportFormat], path: String) {
    let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    if parts[0] == automatic {
      guard parts.count == 1 else {
        throw ValidationError(
          "--format auto goes to standard output; give a file to another format, as in text=out.txt")
      }
      return (isAction ? [.text, .github] : [.text], "")
    }
    guard let format = ReportFormat.named(parts[0]) else { throw UnknownName("format", parts[0], names).error }
    return ([format], parts.count > 1 ? parts[1] : "")
  }

  /// Puts the name of the district above what people read in a browser.
  func head(_ district: String?) { stepSummary?.head(district) }

  func add(_ file: ReportedFile) {
    for output in outputs { output.add(file) }
    stepSummary?.add(file)
  }

  /// Ends each report; says whether one could not be written.
  func finish(_ summary: ReportSummary) -> Bool {
    var isBroken = false
    for output in outputs {
      if let failure = output.finish(summary) {
        Output.error(failure)
        isBroken = true
      }
    }
    if let failure = stepSummary?.finish(summary) {
      Output.error(failure)
      isBroken = true
    }
    return isBroken
  }
}

/// The Markdown that GitHub shows on the page of a run, appended to the file that GitHub names.
private final class StepSummary {
  private let path: FilePath
  private var page = MarkdownSummary()

  init(_ path: FilePath) { self.path = path }

  func head(_ district: String?) { page.district = district }

  func add(_ file: ReportedFile) { page.add(file) }

  func finish(_ summary: ReportSummary) -> FileFailure? {
    do {
      // Other commands of the step write to the same page.
      let status = try? Stat(path, followTargetSymlink: false)
      let bytes = status.map { $0.type == .regular ? Int($0.size) : 0 } ?? 0
      let text = Array(page.text(summary, mostBytes: max(0, MarkdownSummary.mostBytes - bytes)).utf8)
      if try !StreamPath.write(text, to: path) { try RepositoryFile.append(text, to: path) }
      return nil
    } catch {
      return FileFailure(path, "the summary of the run cannot be written: \(error.reason)")
    }
  }
}

/// One report while it is being written.
private final class ReportOutput {
  private let format: ReportFormat
  private var reporter: any Reporter
  private let path: FilePath?
  /// Output to a file waits until the end, so that an aborted run leaves the old file.
  private let waiting = SpooledText()
  private let results = SpooledText()

  init(_ format: ReportFormat, _ style: TextStyle, _ failLevel: Level?, _ path: FilePath?) {
    self.format = format
    self.path = path
    reporter = format.make(style, failingAt: failLevel, waitingIn: results)
  }

  func add(_ file: ReportedFile) { write(reporter.file(file)) }

  func finish(_ summary: ReportSummary) -> FileFailure? {
    reporter.finish(summary) { write($0) }
    if path == nil, format.hasSeparateSummary, !summary.isEmptyHanded { Output.error(summary.text + "\n") }
    for remark in reporter.remarks { Output.error("concord: \(remark)\n") }
    if format.isOnlyComplete, !summary.failures.isEmpty {
      Output.error(
        "concord: there is no \(format.name) report, because it would close the alerts of what was not checked\n")
      return nil
    }
    do {
      try deliver()
      return nil
    } catch {
      return error
    }
  }

  /// Writes the waiting output to its destination.
  private func deliver() throws(FileFailure) {
    if let failure = results.failure {
      throw FileFailure(path ?? "<stdout>", "the report cannot be kept in a temporary file: \(failure)")
    }
    guard let path else {
      if format.isOnlyComplete { try waiting.drain(of: nil) { piece throws(FileFailure) in Output.write(piece) } }
      return
    }
    if try StreamPath.write([], to: path) {
      try waiting.drain(of: path) { piece throws(FileFailure) in _ = try StreamPath.write(piece, to: path) }
      return
    }
    // A typo must not cost somebody an agreement.
    guard !AgreementFinder.isOfConcord(path) else {
      throw FileFailure(path, "an agreement or settings belong there, so no report was written; choose another name")
    }
    let file = try AtomicFile.create(path)
    try waiting.drain(of: path) { piece throws(FileFailure) in try file.write(piece) }
    try file.commit()
  }

  private func write(_ piece: String) {
    if path != nil || format.isOnlyComplete {
      waiting.append(piece)
    } else if !piece.isEmpty {
      Output.write(piece)
    }
  }
}
