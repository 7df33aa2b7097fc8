internal import Agreement
internal import AgreementLint
internal import Diagnostics

/// What may be said about a place whose text is withheld: what is wrong, but nothing of the text.
///
/// Messages quote a file in quotes or backticks. A finding that quotes words of a withheld line says what its rule
/// looks for instead, and keeps its help if that is the same for any text. Other findings keep theirs if it is not made
/// from the text. A fix that would show the text can be applied but is not shown.
///
/// A text that is put together only for a message or a help, as from the parts of a broken line, is checked in that
/// form.
struct Discretion {
  /// What is withheld in the file, and in other files that notes point to.
  private let here: WithheldTexts
  private let others: [String: WithheldTexts]
  /// What is withheld only because of a rule.
  private let flagged: WithheldTexts

  init(
    _ findings: [Finding], in source: SourceFile, _ here: WithheldTexts, _ others: [String: WithheldTexts]
  ) {
    self.here = here
    self.others = others.filter { !$0.value.isEmpty }
    // Rules that judge texts withhold what they find, even if no other run would find it.
    flagged = WithheldTexts(
      findings.filter { $0.isWithheld && !here.contains($0.diagnostic.range) }.map { finding in
        let range = finding.diagnostic.range
        let text = Int(range.end) <= source.bytes.count ? source.bytes[range.indices].prefix(1_000) : []
        return WithheldTexts.Text(range, String(decoding: text, as: UTF8.self), isPrivate: finding.isPrivate)
      }, in: source)
  }

  private var all: [WithheldTexts] { [here, flagged] + others.values }

  /// What is shown of a finding, and whether the lines it is about are withheld.
  func shown(_ finding: Finding) -> (diagnostic: Diagnostic, isWithheld: Bool) {
    var diagnostic = finding.diagnostic
    let isWithheld = finding.isWithheld || isOnWithheldLine(diagnostic) || said(diagnostic).contains(where: here.joins)
    guard isWithheld || repeats(diagnostic) else {
      if let fix = diagnostic.fix, showsWithheld(fix) { diagnostic.fix = nil }
      return (diagnostic, false)
    }
    let summary = "\(Rule[diagnostic.rule].summary) \(WithheldTexts.notice)"
    let isSummarized = quotes(diagnostic.message)
    return (
      Diagnostic(
        diagnostic.rule, diagnostic.severity, at: diagnostic.range, isSummarized ? summary : diagnostic.message,
        help: diagnostic.help.flatMap {
          quotes($0) || isSummarized && !WithheldTexts.isSameForAnyText($0) ? nil : $0
        },
        notes: diagnostic.notes.map { quotes($0.message) ? Note(at: $0.range, "it belongs to this", in: $0.file) : $0 }),
      isWithheld
    )
  }

  /// Whether a finding is about a withheld line or points to one, perhaps in another file.
  private func isOnWithheldLine(_ diagnostic: Diagnostic) -> Bool {
    contains(diagnostic.range)
      || diagnostic.notes.contains { note in
        note.file.map { others[$0]?.contains(note.range) ?? false } ?? contains(note.range)
      }
  }

  private func contains(_ range: SourceRange) -> Bool { here.contains(range) || flagged.contains(range) }

  /// Whether a fix changes a withheld line or writes something withheld.
  private func showsWithheld(_ fix: Fix) -> Bool {
    fix.edits.contains { edit in
      if contains(edit.range) { return true }
      guard edit.replacement.count > 5 else { return false }
      let text = String(decoding: edit.replacement, as: UTF8.self)
      return repeats(text) || here.isPrivate(text)
    }
  }

  /// What is shown of the reason in a comment that allows something.
  func shown(reason: String) -> String { quotes("\"\(reason)") ? WithheldTexts.notice : reason }

  /// Whether a diagnostic at another place repeats a withheld text.
  private func repeats(_ diagnostic: Diagnostic) -> Bool { said(diagnostic).contains(where: repeats) }

  private func said(_ diagnostic: Diagnostic) -> [String] {
    [diagnostic.message, diagnostic.help ?? ""] + diagnostic.notes.map(\.message)
  }

  private func repeats(_ text: String) -> Bool { all.contains { $0.repeats(text) } }

  private func quotes(_ text: String) -> Bool { all.contains { $0.quotes(text) } || here.joins(text) }
}
