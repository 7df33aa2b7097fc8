internal import Agreement
internal import AgreementLint
internal import AgreementReporting
internal import ArgumentParser
internal import Diagnostics
internal import Repository
internal import SSHSignatures
internal import SystemPackage
internal import TextSupport
internal import YAMLSyntax

/// What `concord verify` does, apart from its command line.
struct VerifyRun {
  let paths: [String]
  let format: VerifyFormat
  let today: String?
  let configFrom: String?
  let jobs: Int?

  /// What became of a file.
  private enum Outcome: Sendable {
    case verified(VerifiedAgreement)
    /// It has errors, as `lint` shows them.
    case unsound(String)
    case failed(FileFailure)
  }

  /// Verifies; throws the exit status.
  func callAsFunction() throws {
    let day = try today.map { try Day.read($0) }
    let localDay = Day.local
    let keygen = SSHKeygen()
    defer { keygen.close() }
    let verifier = SSHVerifier(keygen)
    var setups = try LintSetups(config: nil, from: try configFrom.map { try RevisionSettings($0) }) { settings, zone in
      Linter(settings: settings, today: day ?? zone?.today ?? localDay, withholdsHeuristics: Output.isInCI) {
        verifier.verdict($0, of: $1, $2, $3, among: $4)
      }
    }
    var options = LintOptions()
    options.paths = paths
    var found = try FoundInputs(options, &setups)
    try setups.tellEdits(of: nil, on: found.side)
    let (known, files, tip) = (setups.setups, found.files, found.tip)
    for (file, problem) in setups.badLines {
      let name = TerminalText.escape(file.string)
      Output.error(
        "concord: \(name):\(problem.line): this line counts for nobody: \(TerminalText.escape(problem.message))\n")
    }
    let asksGit = found.inputs.count <= SignedTexts.mostFiles
    var reporter = VerifyReporter(format)
    var isBroken = !Output.problems.told.isEmpty
    var hasFault = false
    let isEmpty = found.inputs.isEmpty
    InOrder.run(found.takeInputs(), jobs: jobs) { input in
      Self.verify(input, known, files, from: tip, asksGit: asksGit)
    } take: { outcome in
      switch outcome {
      case .verified(let agreement):
        Output.write(reporter.add(agreement))
        hasFault = hasFault || agreement.hasFault
        isBroken = isBroken || agreement.isUnchecked
      case .unsound(let text):
        Output.error(text)
        isBroken = true
      case .failed(let failure):
        Output.error(failure)
        isBroken = true
      }
    }
    if isEmpty {
      if !isBroken { found.tellNothing() }
      throw ExitCode(2)
    }
    Output.write(reporter.finish())
    if let reason = GitBudget.lookups.reason {
      Output.error("concord: \(reason); it was not asked for every text that people signed\n")
    }
    if isBroken { throw ExitCode(2) }
    if hasFault { throw ExitCode(1) }
  }

  private static func verify(
    _ input: LintInput, _ setups: [LintSetups.Setup], _ files: InputBytes, from tip: String, asksGit: Bool
  ) -> Outcome {
    guard let path = input.kind.path else { return .failed(FileFailure("-", "it is not a file")) }
    let (linter, limits) = (setups[input.setup].linter, Limits.standard)
    let reading: AgreementReading
    do throws(FileFailure) {
      let bytes = try files.read(path, limit: limits.bytes)
      reading = AgreementReader.read(
        SourceFile(name: path.string, bytes: bytes), catalog: setups[input.setup].catalog, limits: limits)
    } catch {
      return .failed(error)
    }
    guard let digest = reading.digest else { return .unsound(Output.errors(in: reading)) }
    let withheld = WithheldTexts(reading, withGuesses: linter.withholdsHeuristics)
    let signed = reading.signedPeople(on: linter.today, linter.settings.signing, asking: linter.signatureCheck)
    let names = Dictionary(signed.map { ($0.id, $0.name) }) { first, _ in first }
    let people = signed.map { person -> VerifiedAgreement.Person in
      var (recorder, text): (String?, String?)
      if case .paper(let id) = person.state { recorder = withheld.shown(names[id] ?? id) }
      if case .stale = person.state, asksGit, let its = person.digest {
        text = SignedTexts.since(its, reading, at: files.real(path), from: tip, limits: limits)
      }
      return VerifiedAgreement.Person(
        person, title: withheld.shown(person.title), recorder: recorder, signedText: text)
    }
    return .verified(VerifiedAgreement(path: path.string, reading, digest: digest, people))
  }
}
