internal import Agreement
internal import ArgumentParser

/// `concord sign`.
struct SignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "Sign an agreement.",
    discussion: """
      It shows who signs what, asks, and writes the signature into the file: the day, the method and the digest of the text. \
      `concord sign brookside/2026-27.agreement.yaml --as novak` signs for the person whose id is `novak`. \
      Signatures on one paper are entered in one go, by somebody else who saw them: \
      `concord sign brookside/2026-27.agreement.yaml --as novak --as tran --method paper --witness whitfield`. With an SSH key, \
      everybody can check who signed: `concord sign brookside/2026-27.agreement.yaml --as novak --method ssh`.

      Exit status: 0 if it was signed, or had been signed already. 1 if the text is not ready to be signed, or the answer was no. 2 if \
      concord could not do its job.
      """)

  @Argument(help: "The agreement.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Who signs: the id of a participant. On paper, several people can sign at once.", valueName: "id"))
  var ids: [String]

  @Option(
    help: ArgumentHelp(
      "How they sign: typed into the file, on paper, or with an SSH key (ssh). By default, as concord.yaml requires, or else typed.",
      valueName: "method"), completion: .list(SignatureMethod.allCases.map(\.rawValue)))
  var method: String?

  @OptionGroup var days: DayOptions

  @OptionGroup var settings: SettingsOptions

  @Option(help: ArgumentHelp("Who saw the paper and records it: the id of another participant.", valueName: "id"))
  var witness: String?

  @Option(
    help: ArgumentHelp(
      "The file of the SSH key. By default, the first of id_ed25519, id_ecdsa and id_rsa in ~/.ssh.", valueName: "file"),
    completion: .file())
  var key: String?

  @Flag(help: "Sign without a question.")
  var yes = false

  @Flag(help: "Sign even if the text has errors.")
  var allowFindings = false

  func run() throws {
    let file = try EditedAgreement(file, today: days.today, configFrom: settings.configFrom)
    var seen: Set<String> = []
    let ids = CommandWords.list(ids).filter { seen.insert($0).inserted }
    guard !ids.isEmpty else { throw ValidationError("--as takes the id of a participant") }
    let known = SignatureMethod.allCases.map(\.rawValue)
    let method = try method.map { word in
      guard let method = SignatureMethod(rawValue: word) else { throw UnknownName("method", word, known).error }
      return method
    }
    try SignRun(
      file: file, day: days.day(today: file.today), method: method, witness: witness, key: key,
      isDated: days.date != nil, isAnswered: yes, allowsFindings: allowFindings)(ids)
  }
}
