internal import Diagnostics
internal import TextSupport

/// The bytes of a file that could not be read as texts, around the places where a rule finds one of its words.
///
/// Each place is looked at in its line alone and with the lines around it. Of a long line only a stretch is; the
/// stretches overlap, and each is looked at once for a rule, however many places it has.
struct UnreadTexts {
  private let lines: LineIndex
  private let bytes: [UInt8]
  /// The last stretches of each rule; places come in order, so no earlier one can return.
  private var last: [Int: [SourceRange]] = [:]
  /// The last texts, which other rules may look at, too.
  private var texts: [(range: SourceRange, text: FoldedText)] = []

  /// The least number of UTF-8 bytes on each side of a place.
  private static let reach = 400

  init(_ lines: LineIndex, _ bytes: [UInt8]) {
    self.lines = lines
    self.bytes = bytes
  }

  /// Adds the stretches around a place unless its rule has them.
  mutating func add(_ place: TextScan.Place, to result: inout [TextScan.Found]) {
    let line = lines.line(at: place.offset)
    let near = max(0, line - 1)...min(lines.starts.count - 1, line + 1)
    let own = stretch(of: lines.content(of: line, in: bytes), around: place.offset)
    let wide = stretch(
      of: lines.starts[near.lowerBound]..<lines.content(of: near.upperBound, in: bytes).upperBound,
      around: place.offset)
    let ranges = own == wide ? [own] : [own, wide]
    for range in ranges where last[place.rule]?.contains(range) != true {
      result.append((place.rule, range, text(of: range)))
    }
    last[place.rule] = ranges
  }

  /// The part of a line that has a place in it and at least `reach` bytes on each side, the same for all places of a block.
  private func stretch(of line: Range<Int>, around offset: Int) -> SourceRange {
    let block = offset / Self.reach
    let start = max(line.lowerBound, (block - 1) * Self.reach)
    return SourceRange(start..<max(start, min(line.upperBound, (block + 2) * Self.reach)))
  }

  private mutating func text(of range: SourceRange) -> FoldedText {
    if let known = texts.first(where: { $0.range == range }) { return known.text }
    let text = FoldedText(Folding.fold(String(decoding: bytes[range.indices], as: UTF8.self)))
    if texts.count > 3 { texts.removeFirst() }
    texts.append((range, text))
    return text
  }
}
