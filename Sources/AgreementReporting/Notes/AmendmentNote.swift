package import Agreement
internal import TextSupport

/// What people are told after a change of the text that they signed: what has changed, whose signatures fell, and how they sign again.
package struct AmendmentNote: Sendable {
  /// The school and the year.
  package let title: String
  /// The day of the change.
  package let day: CalendarDate
  /// The digest of the new text.
  package let digest: Digest
  /// What has changed since people signed, in the format of the note, or why that is not known.
  package let changes: Changes
  /// The names of those who signed the earlier text.
  package let names: [String]
  /// The commands that sign the new one.
  package let commands: [String]

  /// What has changed.
  package enum Changes: Sendable {
    /// Since the text of a commit.
    case since(commit: String, day: String, report: String)
    /// Nobody knows; why.
    case unknown(String)
  }

  package init(
    title: String, day: CalendarDate, digest: Digest, changes: Changes, names: [String], commands: [String]
  ) {
    (self.title, self.day, self.digest) = (title, day, digest)
    (self.changes, self.names, self.commands) = (changes, names, commands)
  }

  private var shortDigest: Substring { digest.description.prefix(8) }

  private var fallen: String {
    "\(Prose.list(names)) signed the earlier text, so \(names.count == 1 ? "that signature no longer counts" : "those signatures no longer count")."
  }

  private var order: String {
    "\(names.count == 1 ? "When they agree" : "As each person agrees") to the new text (\(shortDigest)), they sign again:"
  }

  /// The note for a terminal or a mail.
  package var text: String {
    var result = "\(TerminalText.escape(title)): amended on \(day)\n\n"
    switch changes {
    case .since(let commit, let day, let report):
      result += "What has changed since people signed (commit \(commit), \(day)):\n\n\(report)"
    case .unknown(let reason): result += "\(reason.prefix(1).uppercased() + reason.dropFirst()).\n\n"
    }
    result += "\(TerminalText.escape(fallen))\n\(order)\n\n"
    return result + commands.map { "  \($0)\n" }.joined()
  }

  /// The note for a pull request or the minutes.
  package var markdown: String {
    var result = "# \(MarkdownText.escape(title)): amended on \(day)\n\n"
    switch changes {
    case .since(let commit, let day, let report):
      result += "What has changed since people signed (commit `\(commit)`, \(day)):\n\n\(report)"
    case .unknown(let reason):
      result += "\(MarkdownText.escape(reason.prefix(1).uppercased() + reason.dropFirst())).\n\n"
    }
    result += "\(MarkdownText.escape(fallen))\n\(MarkdownText.escape(order))\n\n"
    return result + "```sh\n" + commands.map { "\($0)\n" }.joined() + "```\n"
  }
}
