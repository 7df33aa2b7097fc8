internal import Agreement
internal import AgreementEditing
internal import AgreementLint
internal import AgreementReporting
internal import ArgumentParser
internal import Diagnostics
internal import Repository
internal import TextSupport

/// `concord amend`.
struct AmendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend", abstract: "Say that a signed text was changed, and who signs again.",
    discussion: """
      Change the text first. Then `concord amend brookside/2026-27.agreement.yaml` sets the day of the change, and prints a note for \
      the people: what has changed since they signed, and how they sign again. The earlier signatures stay in the file until then.

      Exit status: 0 if the text was changed, or if there is nothing to do. 1 if somebody has signed the changed text already, because \
      another day would void that. 2 if concord could not do its job.
      """)

  /// The formats of the note.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case markdown
  }

  @Argument(help: "The agreement.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @OptionGroup var days: DayOptions

  @Option(help: "The format of the note: text, or markdown for a pull request or the minutes.")
  var format = Format.text

  func run() throws {
    let file = try EditedAgreement(file, today: days.today)
    let stale = file.stale
    guard !stale.isEmpty else {
      let hasSigned = file.signers.contains { $0.given?.digest.value != nil }
      Output.error(
        hasSigned
          ? "Everyone who has signed has signed this text, so there is nothing to amend.\n"
          : "Nobody has signed the text yet, so there is nothing to amend: just change it.\n")
      return
    }
    try refuseOtherCauses(file, stale)
    let current = file.signers.filter { $0.given?.digest.value == file.digest }
    guard current.isEmpty else {
      throw Refusal.no(
        "\(file.shown(current)) \(current.count == 1 ? "has" : "have") signed the text as it is, and another day would void that; still to sign:\n"
          + commands(file.missing, file).map { "  \($0)" }.joined(separator: "\n"))
    }
    let last = stale.compactMap { $0.given?.signed.value }.max()
    if let amended = file.agreement.content.amended.value, last.map({ amended >= $0 }) ?? true {
      if let date = days.date, try Day.read(date) != amended {
        throw Refusal.no(
          "the file says that it was amended on \(amended); to say another day, change that line, and everyone signs the text with that day"
        )
      }
      return tell(file, file.reading, stale, on: amended)
    }
    let day = try days.day(today: file.today)
    if let last, day < last {
      throw Refusal.cannot(
        "somebody signed on \(last), so the text was not changed on \(day); give the day with --date")
    }
    try file.refuse(day, after: "the school year ended")
    var editor = FileEditor(file.reading)
    try file.edit(&editor) { editor throws(FileEditor.Failure) in
      try editor.put(NewEntry("amended", .word("\(day)")), in: [], after: "status")
    }
    let after = try file.write(editor, digest: .different)
    tell(file, after, stale, on: day)
  }

  /// Refuses where it is not a change of the text that made the signatures fall.
  private func refuseOtherCauses(_ file: EditedAgreement, _ stale: [PersonInFile]) throws {
    switch file.reading.otherCauseOfStaleness(on: file.today) {
    case nil: return
    case .copied:
      throw Refusal.no(
        "\(file.shown(stale)) signed last year's text, and those signatures came along with the file: delete them; when this year's text is final, everybody signs it"
      )
    case .joined(let ids):
      let added = file.people.filter { ids.contains($0.id) }
      throw Refusal.no(
        "nothing but \(file.shown(added)) was added since people signed: write the line `joined: \(file.today)` under \(Prose.list(ids.map { "`\($0)`" })), and nobody else signs again"
      )
    }
  }

  private func commands(_ people: [PersonInFile], _ file: EditedAgreement) -> [String] {
    people.map { "concord sign \(file.shellWord) --as \($0.id)" }
  }

  private func tell(_ file: EditedAgreement, _ after: AgreementReading, _ stale: [PersonInFile], on day: CalendarDate) {
    var changes = AmendmentNote.Changes.unknown(SignedText.unknown)
    let diffFormat: DiffFormat =
      switch format {
      case .text: .text
      case .markdown: .markdown
      }
    var seen: Set<Digest> = []
    for old in stale.compactMap({ $0.given?.digest.value }) where seen.insert(old).inserted {
      guard let signed = SignedText.find(old, of: file),
        let report = signed.changes(to: after, diffFormat, width: Output.width)
      else { continue }
      changes = .since(commit: signed.version.commit, day: signed.version.day, report: report)
      break
    }
    let note = AmendmentNote(
      title: file.fullTitle, day: day, digest: after.digest ?? file.digest, changes: changes,
      names: stale.map { file.withheld.shown($0.name) },
      commands: commands(file.signers, file))
    switch format {
    case .text: Output.write(note.text)
    case .markdown: Output.write(note.markdown)
    }
  }
}
