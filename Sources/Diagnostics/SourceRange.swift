/// A range in a source file, in zero-based UTF-8 byte offsets; the end is not part of it.
///
/// An empty range is a place between two characters, as for an absent value.
@usableFromInline package struct SourceRange: BitwiseCopyable, Hashable, Sendable {
  /// The first byte, zero-based.
  @usableFromInline package var start: UInt32
  /// The byte after the last one, zero-based.
  @usableFromInline package var end: UInt32

  /// Makes a range from two UTF-8 byte offsets; `end` is raised to `start` if it is lower.
  @inlinable package init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = Swift.max(start, end)
  }

  /// Makes a range from a range of UTF-8 byte offsets; anything before the beginning of the file counts as its
  /// beginning.
  @inlinable package init(_ range: Range<Int>) {
    self.init(start: UInt32(clamping: range.lowerBound), end: UInt32(clamping: range.upperBound))
  }

  /// The same range as array indices.
  @inlinable package var indices: Range<Int> { Int(start)..<Int(end) }

  /// Whether the range contains no bytes.
  @inlinable package var isEmpty: Bool { start == end }
}
