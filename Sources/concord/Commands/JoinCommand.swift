internal import Agreement
internal import AgreementEditing
internal import ArgumentParser
internal import Diagnostics
internal import TextSupport

/// `concord join`.
struct JoinCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "join", abstract: "Add a person to an agreement.",
    discussion: """
      If people have signed the text already, the person gets the line `joined`, and nobody else signs again. \
      `concord join brookside/2026-27.agreement.yaml pratt --name "Dana Pratt" --role principal` adds Dana Pratt.
      """)

  @Argument(help: "The agreement.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Argument(help: "The id of the person: a short name that stays theirs every year.")
  var id: String

  @Option(help: "The name, as it should appear.")
  var name: String

  @Option(
    help: ArgumentHelp(
      "The role: \(ParticipantRole.allCases.map(\.rawValue).joined(separator: ", ")). Repeat it for several.",
      valueName: "role"),
    completion: .list(ParticipantRole.allCases.map(\.rawValue)))
  var role: [String]

  @Option(help: "The title, if the role does not say enough.")
  var title: String?

  @Option(help: ArgumentHelp("The id of a campus where the person works. By default, all of them.", valueName: "id"))
  var campus: [String] = []

  @OptionGroup var days: DayOptions

  func run() throws {
    let file = try EditedAgreement(file, today: days.today)
    let day = try days.day(today: file.today)
    let roles = CommandWords.list(role)
    let known = ParticipantRole.allCases.map(\.rawValue)
    for role in roles where !known.contains(role) { throw UnknownName("role", role, known).error }
    guard !roles.isEmpty else { throw ValidationError("--role takes a role, such as principal") }
    let campuses = CommandWords.list(campus)
    let places = file.agreement.campuses.map(\.id)
    for campus in campuses where !places.contains(campus) { throw UnknownName("campus", campus, places).error }
    if let there = file.people.first(where: { $0.id == id }) {
      let theirs = (there.person.roles.value ?? []).map(\.value.rawValue)
      guard EditedAgreement.plain(there.name) == EditedAgreement.plain(name), theirs == roles else {
        throw Refusal.cannot(
          "the id `\(id)` is taken: \(file.shown(there)) (\(Prose.list(theirs))); choose another one")
      }
      if case .present(let left) = there.person.left {
        throw Refusal.no(
          "\(file.shown(there)) left on \(left.value); if they are back, delete the line `left: \(left.value)` under `\(id)`"
        )
      }
      Output.error("\(file.shown(there)) takes part already.\n")
      return
    }
    guard Identifier.isValid(id) else {
      throw ValidationError(
        "'\(TerminalText.escape(RawText.shown(id)))' is not an id; write lower-case letters, digits and hyphens, as in pratt"
      )
    }
    if file.agreement.others.contains(where: { $0.id == id }) {
      throw Refusal.cannot(
        "`\(id)` is under `others`; choose another id, or move those lines to `participants` by hand and add a `role`")
    }
    guard !Folding.fold(name).isEmpty else { throw ValidationError("--name takes a name") }
    try add(to: file, roles, campuses, day)
  }

  private func add(to file: EditedAgreement, _ roles: [String], _ campuses: [String], _ day: CalendarDate) throws {
    let isSigned = file.people.contains { $0.given != nil }
    if isSigned { try file.refuse(day, after: "the school year ended") }
    var values = [NewEntry("name", .text(name)), NewEntry("role", roles.count == 1 ? .word(roles[0]) : .words(roles))]
    if let title { values.append(NewEntry("title", .text(title))) }
    if !campuses.isEmpty { values.append(NewEntry("campuses", .words(campuses))) }
    if isSigned { values.append(NewEntry("joined", .word("\(day)"))) }
    var editor = FileEditor(file.reading)
    try file.edit(&editor) { editor throws(FileEditor.Failure) in
      try editor.put(NewEntry(id, .entries(values)), in: ["participants"])
    }
    try file.write(editor, digest: isSigned ? .same : .different)
    let shown = Output.isInCI ? id : TerminalText.escape(name)
    let signs = roles.contains { $0 != ParticipantRole.facilitator.rawValue }
    if !isSigned {
      Output.error("\(shown) takes part. Nobody has signed yet, so everyone signs this text.\n")
    } else if signs {
      Output.error(
        "\(shown) joined on \(day). Nobody else signs again; \(shown) signs with:\n  concord sign \(file.shellWord) --as \(id)\n"
      )
    } else {
      Output.error("\(shown) joined on \(day). Nobody signs again, and a facilitator does not sign.\n")
    }
  }
}
