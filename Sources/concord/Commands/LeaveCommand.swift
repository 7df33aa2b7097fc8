internal import Agreement
internal import AgreementEditing
internal import ArgumentParser
internal import Diagnostics
internal import TextSupport

/// `concord leave`.
struct LeaveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "leave", abstract: "Say that a person has left.",
    discussion: """
      The person's lines stay, with the line `left`, so that the text that everyone signed stays the same. Nothing more is asked of \
      them, and it lists what they still own. `concord leave brookside/2026-27.agreement.yaml haugen --date 2027-03-05` says that \
      the person whose id is `haugen` left on March 5.
      """)

  @Argument(help: "The agreement.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Argument(help: "The id of the person.")
  var id: String

  @OptionGroup var days: DayOptions

  func run() throws {
    let file = try EditedAgreement(file, today: days.today)
    let day = try days.day(today: file.today)
    let person = try file.person(id)
    if case .present(let left) = person.person.left {
      Output.error("\(file.shown(person)) has left already, on \(left.value).\n")
      return
    }
    try file.refuse(day, after: "the school year ended")
    if let joined = person.person.joined.value, day < joined {
      throw Refusal.cannot("\(file.shown(person)) joined on \(joined), and \(day) is before it")
    }
    if let signed = person.given?.signed.value, day < signed {
      throw Refusal.cannot("\(file.shown(person)) signed on \(signed), and \(day) is before it")
    }
    var editor = FileEditor(file.reading)
    try file.edit(&editor) { editor throws(FileEditor.Failure) in
      try editor.put(NewEntry("left", .word("\(day)")), in: ["participants", id])
    }
    try file.write(editor, digest: .same)
    let others = file.people.contains { $0.id != id && $0.given != nil }
    Output.error(
      "\(file.shown(person)) left on \(day).\(others ? " The signatures of the others still count." : "")\n")
    tellWhatIsOwned(by: person, in: file, after: day)
    for (role, word) in [(ParticipantRole.principal, "principal"), (.instructionalCoach, "instructional coach")] {
      let there = file.people.filter { $0.person.has(role) && $0.person.left.isAbsent }
      guard there.map(\.id) == [id] else { continue }
      Output.error(
        "No \(word) is left here. When the new one comes:\n  concord join \(file.shellWord) ID --name NAME --role \(role.rawValue)\n"
      )
    }
  }

  private func tellWhatIsOwned(by person: PersonInFile, in file: EditedAgreement, after day: CalendarDate) {
    var owned: [String] = []
    for answer in file.agreement.topics.answers {
      for commitment in (answer.part.value?.commitments.value ?? []).compactMap(\.value) {
        let owners = (commitment.owners.value ?? []).compactMap(\.value.participant)
        // What was due earlier is done, or it is too late.
        guard owners.contains(person.index), commitment.due.value.map({ $0 > day }) ?? true else { continue }
        let does = commitment.does.value.map { file.shown(file.agreement.folded($0)) } ?? ""
        owned.append(does + (commitment.due.value.map { " (by \($0))" } ?? ""))
      }
    }
    if file.agreement.content.meetings.value?.invitations.value?.participant == person.index {
      owned.append("sending the invites (`invitations` under `meetings`)")
    }
    guard !owned.isEmpty else { return }
    if Output.isInCI {
      Output.error("\(person.id) still owns \(Prose.count(owned.count, "thing")).\n")
    } else {
      Output.error("\(file.shown(person)) still owns:\n" + owned.map { "  \($0)\n" }.joined())
    }
    Output.error("Hand it on: write another id in its place, then `concord amend \(file.shellWord)`.\n")
  }
}
