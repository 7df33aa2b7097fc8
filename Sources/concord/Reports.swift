internal import AgreementReporting
internal import ArgumentParser
internal import Repository
internal import SystemPackage
internal import TextSupport

/// The reports of one run: one to standard output, and others to files.
struct Reports {
  private var outputs: [ReportOutput] = []

  /// Takes the options: `text`, `sarif=out.sarif`.
  init(_ options: [String], _ style: TextStyle) throws {
    var names: Set<String> = []
    for option in options {
      let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let format = ReportFormat.named(parts[0]) else {
        throw UnknownName("format", parts[0], ReportFormat.all.map(\.name)).error
      }
      let target = parts.count > 1 ? parts[1] : ""
      guard names.insert(target).inserted else {
        throw ValidationError(
          target.isEmpty
            ? "only one report can go to standard output; give the others a file, as in --format sarif=out.sarif"
            : "two reports cannot go to '\(TerminalText.escape(target))'")
      }
      outputs.append(
        ReportOutput(
          format, target.isEmpty ? style : TextStyle(colored: false), target.isEmpty ? nil : FilePath(target)))
    }
  }

  /// Adds a file to each.
  func add(_ file: ReportedFile) { for output in outputs { output.add(file) } }

  /// Ends each; whether one could not be written.
  func finish(_ summary: ReportSummary) -> Bool {
    var isBroken = false
    for output in outputs {
      if let failure = output.finish(summary) {
        Output.error("concord: \(TerminalText.escape(failure.path.string)): \(failure.reason)\n")
        isBroken = true
      }
    }
    return isBroken
  }
}

/// One report on its way.
private final class ReportOutput {
  private let format: ReportFormat
  private var reporter: any Reporter
  private let path: FilePath?
  /// What goes to a file is kept until the end, so that a run that breaks off leaves the old file.
  private var text: [UInt8] = []

  init(_ format: ReportFormat, _ style: TextStyle, _ path: FilePath?) {
    self.format = format
    self.path = path
    reporter = format.make(style)
  }

  func add(_ file: ReportedFile) { write(reporter.file(file)) }

  func finish(_ summary: ReportSummary) -> FileFailure? {
    write(reporter.finish(summary))
    guard let path else {
      if format.hasSeparateSummary { Output.error(summary.text + "\n") }
      return nil
    }
    do {
      let file = try AtomicFile.create(path)
      try file.write(text)
      try file.commit()
      return nil
    } catch {
      return error
    }
  }

  private func write(_ piece: String) {
    if path != nil {
      text += piece.utf8
    } else if !piece.isEmpty {
      Output.write(piece)
    }
  }
}
