/// A value and the place in the source that it was read from.
public struct Located<Value> {
  /// The value.
  public var value: Value
  /// Where it was written, in UTF-8 byte offsets.
  public var range: SourceRange
  /// Where the key is that leads to it; the same as `range` where there is no key.
  public var keyRange: SourceRange

  /// Puts a value and its place together.
  public init(_ value: Value, at range: SourceRange, key: SourceRange? = nil) {
    self.value = value
    self.range = range
    self.keyRange = key ?? range
  }
}

extension Located: Sendable where Value: Sendable {}
