internal import Agreement
internal import AgreementEditing
internal import AgreementLint
internal import AgreementReporting
internal import ArgumentParser
internal import Diagnostics
internal import Repository
internal import SSHSignatures
internal import SystemPackage
internal import TextSupport
internal import YAMLSyntax

/// What `concord sign` does, apart from its command line.
struct SignRun {
  let file: EditedAgreement
  let day: CalendarDate
  /// The method that was asked for; without it, the one that the settings require.
  let method: SignatureMethod?
  let witness: String?
  /// The file of the key for an SSH signature, as typed; without it, the usual one.
  let key: String?
  /// Whether the day was given.
  let isDated: Bool
  let isAnswered: Bool
  let allowsFindings: Bool

  /// Signs for some people; throws the exit status.
  func callAsFunction(_ ids: [String]) throws {
    let people = try ids.map { try file.person($0) }
    for person in people { try check(person) }
    let method = method ?? people.map(required).max() ?? .typed
    try check(method, people)
    let keygen = SSHKeygen()
    defer { keygen.close() }
    let signed = SignedNow(file, asking: keygen)
    let (done, signers) = (
      people.filter { signed.has($0, atLeast: method) }, people.filter { !signed.has($0, atLeast: method) }
    )
    for person in done {
      Output.error("\(file.shown(person)) has already signed this text (\(told(person))).\n")
    }
    guard !signers.isEmpty else { return }
    try checkText()
    try checkPolicy(method, signers)
    let keyFile = method == .ssh ? try SignatureKeys.file(named: key) : nil
    try checkAmended(signers)
    show(signers)
    guard try agree(signers, method, keyFile) else { throw Refusal.no("nothing was signed") }
    let keys = SignatureKeys(file, asking: keygen)
    let signature = try keyFile.map { try keys.sign(for: signers[0], on: day, with: $0) }
    var editor = FileEditor(file.reading)
    try file.edit(&editor) { editor throws(FileEditor.Failure) in
      for signer in signers {
        try NewSignature(
          id: signer.id, day: day, method: method, digest: file.digest, recordedBy: method == .paper ? witness : nil,
          armor: signature?.armor.split(separator: "\n").map(String.init)
        ).write(with: &editor)
      }
    }
    try file.write(editor, digest: .same)
    let left = file.signers.filter { person in
      !signed.has(person) && !signers.contains { $0.id == person.id }
    }
    let by =
      switch method {
      case .typed: ""
      case .paper: ", recorded by \(try file.shown(file.person(witness ?? "")))"
      case .ssh: signature.map { ", \($0.key.kind) \($0.key.fingerprint)" } ?? ""
      }
    Output.error(
      "\(file.shown(signers)) \(signers.count == 1 ? "has" : "have") signed (\(method.rawValue), \(day)\(by)). "
        + (left.isEmpty ? "Everyone has signed.\n" : "Not yet: \(file.shown(left)).\n"))
    if let signature { keys.tellLine(for: signature, of: signers[0], on: day) }
  }

  // MARK: - Who and when

  /// Refuses somebody who does not sign this agreement, and a day on which nobody can have signed it.
  private func check(_ person: PersonInFile) throws {
    let name = file.shown(person)
    guard person.person.isParty else {
      throw Refusal.cannot("\(name) only leads the conversation, and a facilitator does not sign")
    }
    if case .present(let left) = person.person.left {
      throw Refusal.cannot(
        "\(name) left on \(left.value), so nothing is asked of them; if that is wrong, delete the line `left: \(left.value)`"
      )
    }
    if let talked = file.agreement.content.conversation.value?.date.value, day < talked {
      throw Refusal.cannot(
        "the conversation is on \(talked), so nobody can have signed on \(day); give the day with --date, or correct `date` under `conversation`"
      )
    }
    if let ends = file.agreement.content.ends.value, day > ends {
      throw Refusal.cannot("the school year ended on \(ends), and \(day) is after it; give the day with --date")
    }
    if let joined = person.person.joined.value, day < joined {
      throw Refusal.cannot("\(name) joined on \(joined), and \(day) is before it; give the day with --date")
    }
  }

  private func check(_ method: SignatureMethod, _ people: [PersonInFile]) throws {
    if key != nil, method != .ssh { throw ValidationError("--key goes with --method ssh") }
    if isDated, method == .ssh {
      throw Refusal.cannot("an SSH signature has the day on which it is made, so --date does not go with --method ssh")
    }
    guard method == .paper else {
      if witness != nil { throw ValidationError("--witness goes with --method paper") }
      if people.count > 1 {
        throw Refusal.cannot(
          "each person signs for themselves; only a paper with several signatures is entered in one go, with --method paper"
        )
      }
      return
    }
    guard let witness else {
      throw Refusal.cannot(
        "who saw the paper? Give the id of that person, who must be another one: --witness \(suggestion(besides: people))"
      )
    }
    let recorder = try file.person(witness)
    guard !people.contains(where: { $0.id == recorder.id }) else {
      throw Refusal.cannot(
        "\(file.shown(recorder)) cannot record their own signature; somebody else who saw the paper does: --witness \(suggestion(besides: people))"
      )
    }
  }

  /// An id that can be a witness.
  private func suggestion(besides people: [PersonInFile]) -> String {
    file.people.first { other in
      other.person.left.isAbsent && !people.contains { $0.id == other.id }
    }?.id ?? "ID"
  }

  /// The weakest method that the settings allow a person.
  private func required(of person: PersonInFile) -> SignatureMethod {
    file.linter.settings.signing.required(of: person.person)
  }

  /// Refuses a method that is weaker than the settings require.
  private func checkPolicy(_ method: SignatureMethod, _ signers: [PersonInFile]) throws {
    guard let signer = signers.first(where: { required(of: $0) > method }) else { return }
    let wanted = required(of: signer)
    let options = wanted == .paper ? " --method paper --witness \(suggestion(besides: [signer]))" : " --method ssh"
    throw Refusal.no(
      "nothing was signed, because \(file.shown(signer)) has to sign \(wanted == .ssh ? "with an SSH key" : "on paper") (`signatures` in concord.yaml says so):\n  concord sign \(file.shellWord) --as \(signer.id)\(options)"
    )
  }

  /// "typed, 2026-08-11".
  private func told(_ person: PersonInFile) -> String {
    [person.given?.method.value?.rawValue, person.given?.signed.value?.description].compactMap(\.self).joined(
      separator: ", ")
  }

  // MARK: - What

  /// Refuses a text that is not ready to be signed.
  private func checkText() throws {
    if file.agreement.content.status.value == .draft {
      throw Refusal.no(
        "this is still a draft, and nobody signs a draft; when everyone agrees to the text, type `concord agree \(file.shellWord) --final`"
      )
    }
    guard !allowsFindings else { return }
    let found = file.linter.lint(file.reading)
    let errors = found.filter {
      $0.level == .error && $0.suppression == nil && Rule[$0.diagnostic.rule].category != .signatures
    }
    guard !errors.isEmpty else { return }
    if !Output.isInCI {
      var reporter = ReportFormat.text.make(TextStyle(colored: false))
      Output.error(
        reporter.file(
          ReportedFile(
            file.reading.document.source, errors,
            withheld: file.linter.withheldTexts(in: file.reading, found: found))))
    }
    throw Refusal.no(
      "nothing was signed, because \(Prose.count(errors.count, "error")) would be signed, too; \(Output.isInCI ? "`concord lint \(file.shellWord)` shows \(errors.count == 1 ? "it" : "them")" : "correct \(errors.count == 1 ? "it" : "them") first"), or sign anyway with --allow-findings"
    )
  }

  /// Refuses a text that was changed after others signed it, as long as the file does not say so: the day of the change is signed, too.
  private func checkAmended(_ signers: [PersonInFile]) throws {
    let others = file.stale.filter { person in !signers.contains { $0.id == person.id } }
    let hasCurrent = file.signers.contains { $0.given?.digest.value == file.digest }
    guard !others.isEmpty, !hasCurrent, !isAmended(since: others) else { return }
    throw Refusal.no(
      "nothing was signed, because \(file.shown(others)) signed another text. If the change is meant, type this first, and then sign:\n  concord amend \(file.shellWord)"
    )
  }

  private func show(_ signers: [PersonInFile]) {
    Output.error(SigningPage(file: file, signers: signers).text)
    guard !Output.isInCI else { return }
    for signer in signers {
      guard let given = signer.signature, let digest = given.digest.value, digest != file.digest else { continue }
      let day = given.signed.value.map { " on \($0)" } ?? ""
      guard let signed = SignedText.find(digest, of: file),
        let changes = signed.changes(to: file.reading, .text, width: Output.width)
      else {
        Output.error("\(file.shown(signer)) signed another text\(day); \(SignedText.unknown).\n")
        continue
      }
      Output.error(
        "\nSince \(file.shown(signer)) signed\(day) (commit \(signed.version.commit), \(signed.version.day)):\n\n\(changes)\n"
      )
    }
  }

  /// Whether the file says that the text was changed after these people signed.
  private func isAmended(since people: [PersonInFile]) -> Bool {
    guard let amended = file.agreement.content.amended.value else { return false }
    return people.allSatisfy { person in person.given?.signed.value.map { $0 <= amended } ?? true }
  }

  /// Asks whoever signs.
  private func agree(_ signers: [PersonInFile], _ method: SignatureMethod, _ key: FilePath?) throws -> Bool {
    if isAnswered { return true }
    if let key {
      return try Question.confirm(
        "\(file.shown(signers)): sign this text with the key \(TerminalText.escape(key.string))?", answeredBy: "--yes")
    }
    guard method == .typed, let signer = signers.first else {
      return try Question.confirm("Did \(file.shown(signers)) sign this text on paper, on \(day)?", answeredBy: "--yes")
    }
    let answer = try Question.ask(
      "To sign, type your name as it stands here (\(file.shown(signer))): ", answeredBy: "--yes")
    guard let answer else { return false }
    if EditedAgreement.plain(answer) == EditedAgreement.plain(Output.isInCI ? signer.id : signer.name) { return true }
    Output.error("concord: that is not the name as it stands here\n")
    return false
  }
}
