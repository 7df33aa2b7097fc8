/// A value and the place in the source that it was read from.
package struct Located<Value> {
  /// The value.
  package var value: Value
  /// Where it was written, in UTF-8 byte offsets.
  package var range: SourceRange
  /// The range of its key; the same as `range` if it has no key.
  package var keyRange: SourceRange

  /// Makes a value with its place.
  package init(_ value: Value, at range: SourceRange, key: SourceRange? = nil) {
    self.value = value
    self.range = range
    self.keyRange = key ?? range
  }
}

extension Located: Sendable where Value: Sendable {}
