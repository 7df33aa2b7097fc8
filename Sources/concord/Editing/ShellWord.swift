internal import AgreementLint
internal import TextSupport

/// A word of a command line that people can copy.
enum ShellWord {
  /// The word, in quotes if a shell would take it for something else; what nobody could type is shown escaped.
  static func quoted(_ word: String) -> String {
    TerminalText.escape(FileCommand.shellWord(word) ?? "'\(RawText.shown(word).replacing("'", with: "'\\''"))'")
  }
}
