internal import Diagnostics

/// Where the bytes of a repaired copy come from.
struct OffsetMap {
  /// From `copy` on, up to the next segment, the copy holds the bytes of the source from `source` on;
  /// an inserted stretch has `isInserted` and all of it stands at one place of the source.
  private struct Segment {
    var copy: Int
    var source: Int
    var isInserted: Bool
  }

  private var segments: [Segment]

  /// A copy that is still the same, from a byte offset of the source on.
  init(sourceStart: Int) { segments = [Segment(copy: 0, source: sourceStart, isInserted: false)] }

  /// Whether the copy is still the same.
  var isIdentity: Bool { segments.count == 1 }

  /// The place in the source of a place in the copy.
  func source(_ offset: Int) -> Int {
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if segments[middle].copy <= offset { low = middle } else { high = middle }
    }
    let segment = segments[low]
    return segment.isInserted ? segment.source : segment.source + (offset - segment.copy)
  }

  /// The range in the source of a range in the copy.
  func source(_ range: SourceRange) -> SourceRange {
    let start = source(Int(range.start))
    if range.isEmpty { return SourceRange(start..<start) }
    // The end is the place after the last byte; the byte itself decides which segment it belongs to.
    let last = Int(range.end) - 1
    let end = isInserted(last) ? source(last) : source(last) + 1
    return SourceRange(start..<max(start, end))
  }

  private func isInserted(_ offset: Int) -> Bool {
    segments.last { $0.copy <= offset }?.isInserted ?? false
  }

  /// Records that a range of the copy was replaced by some bytes.
  mutating func replace(_ range: Range<Int>, count: Int) {
    let sourceStart = source(range.lowerBound)
    let tail = Segment(
      copy: range.lowerBound + count, source: source(range.upperBound), isInserted: isInsertedSplit(range.upperBound))
    let delta = count - range.count
    var result = segments.filter { $0.copy < range.lowerBound }
    if count > 0 { result.append(Segment(copy: range.lowerBound, source: sourceStart, isInserted: true)) }
    result.append(tail)
    for segment in segments where segment.copy > range.upperBound {
      result.append(Segment(copy: segment.copy + delta, source: segment.source, isInserted: segment.isInserted))
    }
    segments = result
  }

  private func isInsertedSplit(_ offset: Int) -> Bool {
    guard let segment = segments.last(where: { $0.copy <= offset }) else { return false }
    return segment.isInserted
  }
}
