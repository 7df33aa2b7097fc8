internal import TextSupport

/// The name of a file as git writes it in the head of a difference.
enum GitName {
  /// The name, safe to show; with bytes in it that are not UTF-8, in quotes and as numbers, so that `git apply` still finds the file.
  static func shown(_ typed: String) -> String {
    RawText.shown(typed) == typed ? TerminalText.escape(typed) : UnifiedDiff.header(typed)
  }
}
