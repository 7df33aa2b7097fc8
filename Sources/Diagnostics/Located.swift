/// A value and the place in the source that it was read from.
public struct Located<Value> {
  /// The value.
  public var value: Value
  /// Where it was written, in UTF-8 byte offsets.
  public var range: SourceRange

  /// Puts a value and its place together.
  public init(_ value: Value, at range: SourceRange) {
    self.value = value
    self.range = range
  }
}

extension Located: Sendable where Value: Sendable {}
