internal import Diagnostics
internal import YAMLSyntax

/// What is merged as one: an entry of a mapping or an item of a list, with the comments and blank lines before it.
///
/// Units are compared without their indentation, because a side may have moved everything to the right.
final class Unit {
  enum Kind {
    case mapping
    case list
    /// Anything without units of its own: a text, or whatever is in brackets or braces.
    case leaf
  }

  let source: UnitSource
  /// Its number among all units of a merge, from which it is known again in the next round.
  let number: Int
  let kind: Kind
  /// The key of an entry; nil for an item and for the whole file.
  let key: String?
  /// The keys from the outermost mapping on, with `-` for an item of a list.
  let path: [String]
  /// The number of bytes before it on its first line.
  let column: Int
  /// The value, or the item.
  let value: NodeID
  /// The lines before it.
  let lead: Range<Int>
  /// Its lines, without `tail`.
  let body: Range<Int>
  /// The comments after its last line that are further right than it is.
  let tail: Range<Int>
  /// The end of its text, or of its key and colon if it has units: a comment may follow on that line.
  let coreEnd: Int
  /// Whether a comment may follow its text on the same line.
  let takesComment: Bool
  /// The units in it.
  let kids: [Unit]

  init(
    _ source: UnitSource, number: Int, kind: Kind, key: String?, path: [String], column: Int, value: NodeID,
    lead: Range<Int>, body: Range<Int>, tail: Range<Int>, coreEnd: Int, takesComment: Bool, kids: [Unit]
  ) {
    self.source = source
    self.number = number
    self.kind = kind
    self.key = key
    self.path = path
    self.column = column
    self.value = value
    self.lead = lead
    self.body = body
    self.tail = tail
    self.coreEnd = coreEnd
    self.takesComment = takesComment
    self.kids = kids
  }

  /// Its lines, comments after them included, as if it began in the first column.
  private(set) lazy var relative = LineText.outdented(lines, by: column)
  /// What it says, whatever its layout.
  private(set) lazy var meaning = source.document.meaning(of: value)

  var isItem: Bool { path.last == "-" }
  /// Whether nothing follows the colon.
  var isAbsent: Bool { source.document.isAbsent(value) }

  /// Its lines, comments after them included. In a list, the first entry of an item begins after the dash.
  private var lines: ArraySlice<UInt8> {
    var text = source.bytes[body.lowerBound..<tail.upperBound]
    for place in text.indices.prefix(column) { text[place] = 0x20 }
    return text
  }

  /// Its lines at a column.
  func text(at column: Int) -> [UInt8] {
    column == self.column ? Array(lines) : LineText.indented(relative, by: column)
  }

  /// The lines before it, for a unit at a column.
  func lead(at column: Int) -> [UInt8] { moved(lead, to: column) }

  /// The comments after it, for a unit at a column.
  func tail(at column: Int) -> [UInt8] { moved(tail, to: column) }

  private func moved(_ range: Range<Int>, to column: Int) -> [UInt8] {
    let text = source.bytes[range]
    return column == self.column
      ? Array(text) : LineText.indented(LineText.outdented(text, by: self.column), by: column)
  }

  /// The end of the line of `coreEnd`, before its line feed.
  private var endOfComment: Int { source.contentEnd(of: source.line(at: max(body.lowerBound, coreEnd - 1))) }

  /// The comment after its text, or after its key if it has units, with the space before it.
  var comment: ArraySlice<UInt8> {
    let rest = source.bytes[min(coreEnd, endOfComment)..<endOfComment]
    return LineText.isBlank(rest) ? rest.prefix(0) : rest
  }

  /// Its text up to that comment, or its key if it has units, as if it began in the first column.
  var core: [UInt8] { LineText.outdented(coreLines, by: column) }

  private var coreLines: ArraySlice<UInt8> {
    var text = source.bytes[body.lowerBound..<max(body.lowerBound, coreEnd)]
    for place in text.indices.prefix(column) { text[place] = 0x20 }
    return text
  }

  /// The same at a column.
  func core(at column: Int) -> [UInt8] {
    column == self.column ? Array(coreLines) : LineText.indented(core, by: column)
  }

  /// The comments in it and after it on its line.
  var comments: [ArraySlice<UInt8>] { source.comments(in: body.lowerBound..<tail.upperBound) }

  /// The comments before it.
  var leadingComments: [ArraySlice<UInt8>] { source.comments(in: lead) }

  /// How much further right its units are.
  var step: Int? { kids.first.map { $0.column - column } }
}
