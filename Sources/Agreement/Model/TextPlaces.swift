package import Diagnostics
internal import YAMLSyntax

extension Agreement {
  /// The range of a text, in UTF-8 byte offsets.
  package func range(of text: Text) -> SourceRange { document.range(of: text.node) }

  /// The file it was read from.
  package var source: SourceFile { document.source }
}
