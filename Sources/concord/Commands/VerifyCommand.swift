internal import AgreementReporting
internal import ArgumentParser

/// `concord verify`.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Say who has signed, and what each signature is worth.",
    discussion: """
      It lists everybody who has to sign. A signature is verified if `ssh-keygen` says that it was made for this text, by a key that \
      the file under `allowed-signers` in concord.yaml lists for that person. One on paper is somebody else's word for it, and nothing \
      proves who typed a typed one. `concord verify brookside` looks at the agreements in a folder. In a pull request, \
      `concord verify --config-from origin/main` goes by the keys and the rules of the branch that it goes into.

      Exit status: 0 if everybody has signed as the rules ask. 1 if somebody has not, or a signature is not good enough. 2 if concord \
      could not do its job, because it could not read a file, or because there is no `ssh-keygen` to check a signature.
      """)

  @Argument(
    help:
      "Files, folders to search for *.agreement.yaml and *.agreement.yml, or REV:path for what git has in a revision.",
    completion: .file())
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "The output format: \(VerifyFormat.allCases.map(\.rawValue).joined(separator: " or ")).", valueName: "format"),
    completion: .list(VerifyFormat.allCases.map(\.rawValue)))
  var format = VerifyFormat.text.rawValue

  @Option(help: ArgumentHelp("The day to use as today. By default, the local date.", valueName: "YYYY-MM-DD"))
  var today: String?

  @OptionGroup var settings: SettingsOptions

  @OptionGroup var parallel: ParallelOptions

  func validate() throws {
    if paths.contains("-") { throw ValidationError("verify takes files and folders, not standard input") }
  }

  func run() throws {
    guard let format = VerifyFormat(rawValue: format) else {
      throw UnknownName("format", format, VerifyFormat.allCases.map(\.rawValue)).error
    }
    try VerifyRun(
      paths: paths, format: format, today: today, configFrom: settings.configFrom, jobs: parallel.jobs)()
  }
}
