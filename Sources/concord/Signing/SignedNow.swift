internal import Agreement
internal import AgreementLint
internal import Repository

/// Who has signed the text as it is, and in which way.
struct SignedNow {
  private var methods: [String: SignatureMethod] = [:]

  init(_ file: EditedAgreement, asking keygen: SSHKeygen) {
    let verifier = SSHVerifier(keygen)
    let people = file.reading.signedPeople(on: file.today, file.linter.settings.signing) {
      verifier.verdict($0, of: $1, $2, $3, among: $4)
    }
    for person in people {
      // It is there, and whoever signs again could not do better.
      if case .unverified = person.state { methods[person.id] = .ssh } else { methods[person.id] = person.state.tier }
    }
  }

  /// Whether somebody has signed, in a way that is at least as strong as a method.
  func has(_ person: PersonInFile, atLeast method: SignatureMethod = .typed) -> Bool {
    methods[person.id].map { $0 >= method } ?? false
  }
}
