internal import Diagnostics

/// Where the bytes of a repaired copy come from.
struct OffsetMap {
  /// From `copy` on, up to the next segment, the copy has the bytes of the source from `source` on; an inserted stretch
  /// has `isInserted`, and all of it is at one place in the source.
  private struct Segment {
    var copy: Int
    var source: Int
    var isInserted: Bool
  }

  private var segments: [Segment]

  /// A copy that is still unchanged, from a byte offset of the source on.
  init(sourceStart: Int) { segments = [Segment(copy: 0, source: sourceStart, isInserted: false)] }

  /// Whether the copy is still unchanged.
  var isIdentity: Bool { segments.count == 1 }

  /// The last segment that begins at or before a place of the copy.
  private func segment(at offset: Int) -> Segment {
    segments[max(0, segments.sortedIndex { $0.copy > offset } - 1)]
  }

  /// The offset in the source for an offset in the copy.
  func source(_ offset: Int) -> Int {
    let segment = segment(at: offset)
    return segment.isInserted ? segment.source : segment.source + (offset - segment.copy)
  }

  /// The range in the source for a range in the copy.
  func source(_ range: SourceRange) -> SourceRange {
    let start = source(Int(range.start))
    if range.isEmpty { return SourceRange(start..<start) }
    // The end is past the last byte; the byte itself decides which segment it belongs to.
    let last = Int(range.end) - 1
    let end = segment(at: last).isInserted ? source(last) : source(last) + 1
    return SourceRange(start..<max(start, end))
  }

  /// Records that ranges of the copy were replaced; the edits are sorted and do not overlap.
  mutating func replace(_ edits: [Edit]) {
    var result: [Segment] = []
    result.reserveCapacity(segments.count + 2 * edits.count)
    var next = 0
    var delta = 0
    func moved(_ segment: Segment) -> Segment {
      Segment(copy: segment.copy + delta, source: segment.source, isInserted: segment.isInserted)
    }
    for edit in edits {
      let range = edit.range.indices
      while next < segments.count, segments[next].copy < range.lowerBound {
        result.append(moved(segments[next]))
        next += 1
      }
      while next < segments.count, segments[next].copy <= range.upperBound { next += 1 }
      let start = range.lowerBound + delta
      if !edit.replacement.isEmpty {
        result.append(Segment(copy: start, source: source(range.lowerBound), isInserted: true))
      }
      result.append(
        Segment(
          copy: start + edit.replacement.count, source: source(range.upperBound),
          isInserted: segment(at: range.upperBound).isInserted))
      delta += edit.replacement.count - range.count
    }
    result += segments[next...].map(moved)
    segments = result
  }
}
