internal import Agreement
internal import AgreementDiff
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
      For `git config diff.concord.textconv "concord git-textconv"`. A file that is not an agreement, or has errors, is printed as it \
      is, so that git always has something to compare.
      """)

  @Argument(parsing: .captureForPassthrough, help: "The file, as git names it.")
  var words: [String]

  func run() throws {
    guard let file = words.last, words.count == 1 else { throw ValidationError("git names one file") }
    do {
      let source = SourceFile(name: file, bytes: try FileReader.read(FilePath(file), limit: Limits.standard.bytes))
      guard let edition = Edition(AgreementReader.read(source, catalog: Catalogs.anyCatalog(for: ""))) else {
        Output.write(source.bytes)
        return
      }
      Output.write(edition.plainForm.map { TerminalText.escape($0) + "\n" }.joined())
    } catch {
      Output.error(error)
      throw ExitCode(2)
    }
  }
}
