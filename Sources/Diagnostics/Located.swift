/// A value and the place in the source that it was read from.
public struct Located<Value> {
  /// The value.
  public var value: Value
  /// Where it was written, in UTF-8 byte offsets.
  public var range: SourceRange
  /// The range of its key; the same as `range` if it has no key.
  public var keyRange: SourceRange

  /// Makes a value with its place.
  public init(_ value: Value, at range: SourceRange, key: SourceRange? = nil) {
    self.value = value
    self.range = range
    self.keyRange = key ?? range
  }
}

extension Located: Sendable where Value: Sendable {}
