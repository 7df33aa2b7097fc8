internal import Agreement
internal import AgreementEditing
internal import AgreementLint
internal import AgreementReporting
internal import ArgumentParser
internal import Diagnostics
internal import Repository
internal import SystemPackage
internal import TextSupport
internal import YAMLSyntax

/// An agreement that a command is about to change.
struct EditedAgreement {
  /// The file as it was named.
  let word: String
  let path: FilePath
  /// Where it is, with links resolved.
  private let real: FilePath
  let reading: AgreementReading
  let agreement: Agreement
  /// The digest of the text that people sign.
  let digest: Digest
  /// The linter with the settings for this file.
  let linter: Linter
  /// The texts that no output shows.
  let withheld: WithheldTexts

  /// The day that counts as today.
  var today: CalendarDate { linter.today }

  /// Reads a file; throws the exit status after saying what is wrong.
  init(_ word: String, today: String?, configFrom: String? = nil) throws {
    guard word != "-" else { throw ValidationError("standard input cannot be changed in place; name the file") }
    let day = try today.map { try Day.read($0) }
    let finder = AgreementFinder([FilePath(typed: word)])
    for failure in finder.failures { Output.error(failure) }
    guard finder.failures.isEmpty else { throw ExitCode(2) }
    guard finder.folders.isEmpty, let path = finder.files.first else {
      throw Self.folder(word, finder)
    }
    let real = finder.reals[path] ?? path
    var setups = try LintSetups(config: nil, from: try configFrom.map { try RevisionSettings($0) }) { settings, zone in
      Linter(settings: settings, today: day ?? zone?.today ?? Day.local, withholdsHeuristics: Output.isInCI)
    }
    guard let setup = try setups.setup(for: real) else {
      throw Refusal.cannot("\(TerminalText.escape(path.string)) is excluded by concord.yaml, so it was left alone")
    }
    let reading: AgreementReading
    do {
      let bytes = try FileReader.read(path, at: real, limit: Limits.standard.bytes)
      reading = AgreementReader.read(
        SourceFile(name: path.string, bytes: bytes), catalog: setups.setups[setup].catalog)
    } catch {
      Output.error(error)
      throw ExitCode(2)
    }
    guard reading.isSound, let agreement = reading.agreement, let digest = reading.digest else {
      Output.error(Output.errors(in: reading))
      throw Refusal.cannot("correct the errors in \(TerminalText.escape(path.string)) first; nothing was written")
    }
    (self.word, self.path, self.real, self.reading, self.agreement, self.digest) =
      (word, path, real, reading, agreement, digest)
    linter = setups.setups[setup].linter
    withheld = WithheldTexts(reading, withGuesses: Output.isInCI)
  }

  /// What to say if a folder was named where one agreement is needed.
  static func folder(_ word: String, _ finder: AgreementFinder) -> any Error {
    let example = finder.files.first.map { ", such as \(ShellWord.quoted($0.typed))" } ?? ""
    return Refusal.cannot("\(TerminalText.escape(RawText.shown(word))) is a folder; name one agreement\(example)")
  }

  /// Writes the file after an edit, if nothing but the edit has changed and nobody else has changed the file meanwhile.
  ///
  /// - Throws: the exit status after saying what is wrong; then the file is as it was.
  @discardableResult
  func write(_ editor: FileEditor, digest: EditCheck.DigestAfter) throws -> AgreementReading {
    let after: AgreementReading
    do {
      after = try editor.checked(against: reading, digest: digest)
    } catch {
      // The reason may repeat words of the file.
      let reason = Output.isInCI ? "" : " (\(withheld.shown(TerminalText.escape(error.reason))))"
      throw Refusal.cannot(
        "concord cannot make this change without changing something else\(reason), so nothing was written; please report this, and make the change by hand"
      )
    }
    try write(after)
    return after
  }

  /// Writes what was read back and checked, if nobody else has changed the file meanwhile.
  ///
  /// - Throws: the exit status after saying what is wrong; then the file is as it was.
  func write(_ after: AgreementReading) throws {
    do {
      try FileReplacement.replace(real, holding: reading.document.source.bytes, with: after.document.source.bytes)
    } catch {
      Output.error(FileFailure(path, error.reason))
      throw Refusal.cannot("nothing was written; try again")
    }
  }

  // MARK: - Words

  /// The file as people type it in a command.
  var shellWord: String { ShellWord.quoted(word) }

  /// The school and the year for standard error, as in "Alder Creek Elementary, 2026-27"; in CI, the id instead of names.
  var title: String {
    Output.isInCI ? "\(agreement.content.id.value ?? ""), \(year)" : TerminalText.escape(fullTitle)
  }

  /// The school and the year for a document.
  var fullTitle: String {
    let schools = agreement.campuses.compactMap { $0.part.value?.name.value.map { agreement.folded($0) } }
    return "\(withheld.shown(schools.isEmpty ? agreement.content.id.value ?? "" : Prose.list(schools))), \(year)"
  }

  private var year: String { agreement.content.schoolYear.value.map { "\($0)" } ?? "" }

  /// A text of the file for standard error.
  func shown(_ text: String) -> String { TerminalText.escape(withheld.shown(text)) }
}
