internal import TextSupport

/// The name of a file as git writes it in the header of a diff.
enum GitName {
  /// The name, safe to show; if some bytes are not UTF-8, it is quoted with those as numbers, so that `git apply` still
  /// finds the file.
  static func shown(_ typed: String) -> String {
    RawText.shown(typed) == typed ? TerminalText.escape(typed) : UnifiedDiff.header(typed)
  }
}
