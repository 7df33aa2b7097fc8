/// A value and the place in the source that it was read from.
@usableFromInline package struct Located<Value> {
  /// The value.
  @usableFromInline package var value: Value
  /// Where it was written, in UTF-8 byte offsets.
  @usableFromInline package var range: SourceRange
  /// The range of its key; the same as `range` if it has no key.
  @usableFromInline package var keyRange: SourceRange

  /// Makes a value with its place.
  @inlinable package init(_ value: Value, at range: SourceRange, key: SourceRange? = nil) {
    self.value = value
    self.range = range
    self.keyRange = key ?? range
  }
}

extension Located: Sendable where Value: Sendable {}
extension Located: BitwiseCopyable where Value: BitwiseCopyable {}
