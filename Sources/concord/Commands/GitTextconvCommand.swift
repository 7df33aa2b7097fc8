internal import Agreement
internal import AgreementDiff
internal import AgreementLint
internal import ArgumentParser
internal import Diagnostics
internal import Repository
internal import SystemPackage
internal import TextSupport
internal import YAMLSyntax

/// `concord git-textconv`.
struct GitTextconvCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "git-textconv", abstract: "Print the meaning of an agreement line by line, for git.",
    discussion: """
      For `git config diff.concord.textconv "concord git-textconv"`. What cannot be read is named by its keys, after what can, as in \
      `not read: topics.access.classroom-access`. A file of which nothing can be read is printed as it is, with control characters \
      spelled out, so git always has something to compare.
      """)

  @Argument(parsing: .captureForPassthrough, help: "The file, as git names it.")
  var words: [String]

  func run() throws {
    guard let file = words.last, words.count == 1 else { throw ValidationError("git names one file") }
    do {
      let path = FilePath(typed: file)
      let source = SourceFile(name: path.string, bytes: try FileReader.read(path, limit: Limits.standard.bytes))
      let catalog = Catalogs.anyCatalog(for: "")
      let reading = AgreementReader.read(source, catalog: catalog)
      let withheld = WithheldTexts(reading)
      let lines =
        Edition(reading, withheld: withheld)?.plainForm
        ?? Edition.recoveredForm(of: source, reading, catalog: catalog, withheld: withheld)
      guard let lines else {
        Output.write(TerminalText.escapeLines(withheld.shown(source)))
        return
      }
      Output.write(lines.map { TerminalText.escape($0) + "\n" }.joined())
    } catch {
      Output.error(error)
      throw ExitCode(2)
    }
  }
}
