internal import Diagnostics

/// The lines around a slip: from the part of the agreement before it to the one after it, at most 300 lines.
struct OutlineWindow {
  /// The first line, and the bytes of the file that the window contains.
  let first: Int
  let range: Range<Int>
  let context: SlipContext
  /// The cost of checking it once, in lines. A long answer counts as the number of lines it would fill.
  var cost: Int { max(context.lines.starts.count, context.bytes.count / 256) }
  private let vocabulary: Vocabulary
  /// The keys at the left edge outside the window.
  private let seen: Set<String>

  /// Makes the window around some lines; nil if they are far apart.
  init?(around lines: ClosedRange<Int>, _ context: SlipContext) {
    func beginsPart(_ line: Int) -> Bool {
      let shape = context.shape(of: line)
      guard shape.indent == 0, let key = shape.key else { return false }
      return context.vocabulary.topLevelKeys.contains(context.string(key))
    }
    let count = context.lines.starts.count
    var first = min(lines.lowerBound, count - 1)
    // Short parts, such as `starts: 2026-08-17`, are only a line.
    while first > 0, lines.lowerBound - first < 150 {
      first -= 1
      if beginsPart(first), lines.lowerBound - first > 1 { break }
    }
    guard beginsPart(first) || first == 0 else { return nil }
    var end = lines.upperBound + 1
    var parts = 0
    while end < count, end - first < 300 {
      if beginsPart(end) { parts += 1 }
      if parts == 2 { break }
      end += 1
    }
    let start = context.lines.starts[first]
    let stop = end < count ? context.lines.starts[end] : context.bytes.count
    guard end > lines.upperBound, stop - start <= 16 << 10 else { return nil }
    self.first = first
    range = start..<stop
    vocabulary = context.vocabulary
    var seen: Set<String> = []
    for line in 0..<count where line < first || line >= end {
      let shape = context.shape(of: line)
      if shape.indent == 0, let key = shape.key, seen.count < 100 { seen.insert(context.string(key)) }
    }
    self.seen = seen
    self.context = SlipContext(bytes: Array(context.bytes[start..<stop]), vocabulary: context.vocabulary)
  }

  /// The edits inside the window.
  func inside(_ edits: [Edit]) -> [Edit] {
    edits.filter { Int($0.range.start) >= range.lowerBound && Int($0.range.end) <= range.upperBound }
  }

  /// The faults that are left after some edits of the file; nil if the edits reach beyond the window.
  func faults(after edits: [Edit]) -> [OutlineCheck.Fault]? {
    guard edits.allSatisfy({ Int($0.range.start) >= range.lowerBound && Int($0.range.end) <= range.upperBound }) else {
      return nil
    }
    let moved = edits.map {
      Edit(
        SourceRange(Int($0.range.start) - range.lowerBound..<Int($0.range.end) - range.lowerBound), with: $0.replacement
      )
    }
    let bytes = Fix(.unsafe, moved.disjoint).applied(to: context.bytes.array)
    return OutlineCheck.faults(of: SlipContext(bytes: bytes, vocabulary: vocabulary), seen: seen)
  }

  /// The state before a line of the file.
  func state(before line: Int) -> OutlineCheck { OutlineCheck.read(context, to: line - first, seen: seen) }
}
