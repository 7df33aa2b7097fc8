internal import Agreement
internal import AgreementEditing
internal import TextSupport

extension EditedAgreement {
  /// Refuses a day after the last day of the school year.
  func refuse(_ day: CalendarDate, after what: String) throws {
    guard let ends = agreement.content.ends.value, day > ends else { return }
    throw Refusal.cannot("\(what) on \(ends), and \(day) is after it; give the day with --date")
  }

  /// Makes an edit; throws the exit status if the file's layout, or what is to be written, does not allow it.
  func edit(_ editor: inout FileEditor, _ body: (inout FileEditor) throws(FileEditor.Failure) -> Void) throws {
    do {
      try body(&editor)
    } catch {
      throw Refusal.cannot("nothing was written: \(TerminalText.escape(error.reason))")
    }
  }
}
