internal import TextSupport

/// A word of a command line that people can copy.
enum ShellWord {
  /// The word, in quotes if a shell would take it for something else.
  static func quoted(_ word: String) -> String {
    let shown = TerminalText.escape(RawText.shown(word))
    let isPlain = !word.isEmpty && word.utf8.allSatisfy { plain.contains($0) }
    return isPlain ? shown : "'" + shown.replacing("'", with: "'\\''") + "'"
  }

  private static let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._/:@%+=,-".utf8)
}
