internal import AgreementReporting
internal import ArgumentParser

/// How `diff` and `history` print.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The output format: \(DiffFormat.all.map(\.name).joined(separator: ", ")).", valueName: "format"),
    completion: .list(DiffFormat.all.map(\.name)))
  private var format = "text"

  @Option(help: ColorChoice.help)
  private var color: ColorChoice = .auto

  @Option(help: ArgumentHelp("How many columns to use. By default, the width of the terminal.", valueName: "columns"))
  private var width: Int?

  func validate() throws {
    if let width, width < 40 { throw ValidationError("--width takes 40 or more") }
  }

  var style: DiffStyle { DiffStyle(text: color.style, width: width ?? Output.width) }

  /// Looks up the format.
  func reportFormat() throws -> DiffFormat {
    guard let found = DiffFormat.named(format) else {
      throw UnknownName("format", format, DiffFormat.all.map(\.name)).error
    }
    return found
  }
}
