internal import AgreementPaper
internal import ArgumentParser

/// How `print`, `agenda` and `worksheet` draw their pages.
struct PaperOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The output format: \(PaperFormat.allCases.map(\.rawValue).joined(separator: ", ")). By default, text on a terminal and html otherwise.",
      valueName: "format"), completion: .list(PaperFormat.allCases.map(\.rawValue)))
  private var format: String?

  /// Looks up the format.
  func paperFormat() throws -> PaperFormat {
    guard let format else { return Output.isTerminal ? .text : .html }
    guard let found = PaperFormat(rawValue: format) else {
      throw UnknownName("format", format, PaperFormat.allCases.map(\.rawValue)).error
    }
    return found
  }

  /// Draws sheets on standard output.
  func write(_ sheets: [Sheet]) throws {
    Output.write(try paperFormat().draw(sheets, width: Output.width))
  }
}
