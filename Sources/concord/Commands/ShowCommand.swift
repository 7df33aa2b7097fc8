internal import Agreement
internal import AgreementLint
internal import AgreementReporting
internal import ArgumentParser
internal import TextSupport

/// `concord show`.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show an agreement as a program reads it, or its digest.",
    discussion: """
      The canonical form is what people sign, and its SHA-256 is the digest. `concord show FILE --format canonical | sha256sum` \
      and `concord show FILE --digest` print the same digest. A text that may be private is not shown, except in the canonical form.
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case json
    case canonical
  }

  @Argument(help: NamedAgreement.help, completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(help: "json: for people and programs. canonical: exactly the bytes that the digest is made of.")
  var format: Form = .json

  @Flag(help: "Print only the digest.")
  var digest = false

  func run() throws {
    let reading = try NamedAgreement(file).reading
    guard let canonical = reading.canonicalForm, let value = reading.digest else {
      throw NamedAgreement.refusal(of: reading, "an agreement with errors has no canonical form and no digest")
    }
    if digest {
      Output.write(value.description + "\n")
    } else {
      switch format {
      case .canonical: Output.write(canonical)
      case .json:
        Output.write(
          TerminalText.escapeJSON(AgreementJSON.text(of: reading, digest: value, withheld: WithheldTexts(reading))))
      }
    }
  }
}
