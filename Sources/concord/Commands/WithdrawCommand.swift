internal import Agreement
internal import AgreementEditing
internal import ArgumentParser
internal import Diagnostics

/// `concord withdraw`.
struct WithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Say that a person has withdrawn the signature.",
    discussion: """
      The signature stays, with the line `withdrawn`, and the agreement lacks it until the person signs again or leaves. \
      `concord withdraw brookside/2026-27.agreement.yaml novak` says that the person whose id is `novak` has withdrawn today.
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
    guard let signature = person.signature else {
      throw Refusal.cannot("\(file.shown(person)) has not signed, so there is nothing to withdraw")
    }
    if case .present(let withdrawn) = signature.withdrawn {
      Output.error("\(file.shown(person)) has withdrawn already, on \(withdrawn.value).\n")
      return
    }
    if let signed = signature.signed.value, day < signed {
      throw Refusal.cannot("\(file.shown(person)) signed on \(signed), and \(day) is before it")
    }
    var editor = FileEditor(file.reading)
    try file.edit(&editor) { editor throws(FileEditor.Failure) in
      try editor.put(NewEntry("withdrawn", .word("\(day)")), in: ["signatures", id])
    }
    try file.write(editor, digest: .same)
    if case .present(let left) = person.person.left {
      Output.error(
        "\(file.shown(person)) withdrew on \(day). They left on \(left.value), so nothing more is asked of them.\n")
      return
    }
    Output.error(
      "\(file.shown(person)) withdrew on \(day). The agreement lacks this signature until they sign again or leave:\n  concord sign \(file.shellWord) --as \(id)\n  concord leave \(file.shellWord) \(id)\n"
    )
  }
}
