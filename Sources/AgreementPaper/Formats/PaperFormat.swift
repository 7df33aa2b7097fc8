/// How sheets are drawn.
package enum PaperFormat: String, CaseIterable, Sendable {
  /// A page for a browser and a printer.
  case html
  case markdown
  /// Plain text, in lines of a given width.
  case text

  /// Draws sheets, one after the other; `width` counts the columns of a line of plain text.
  package func draw(_ sheets: [Sheet], width: Int) -> String {
    switch self {
    case .html: HTMLPaper.draw(sheets)
    case .markdown: sheets.map { MarkdownPaper.draw($0) }.joined(separator: "\n---\n\n")
    case .text: sheets.map { TextPaper(width: width).draw($0) }.joined(separator: "\n\n")
    }
  }
}
