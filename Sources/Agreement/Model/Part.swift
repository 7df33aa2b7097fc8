public import Diagnostics

/// One part of an agreement as it was found.
///
/// The difference between the first two is what makes one cause one finding: rules about absence run on `absent` alone.
public enum Part<Value: Sendable>: Sendable {
  /// It is not there; `holder` is the key of the innermost mapping that should hold it, or `format` at the top.
  case absent(holder: SourceRange)
  /// It is there and already has a diagnostic, or may lie where reading did not get to.
  case broken(SourceRange)
  /// It is there and right.
  case present(Located<Value>)

  /// The value, where it is there and right.
  public var value: Value? {
    if case .present(let located) = self { located.value } else { nil }
  }

  /// Where it is, or the holder where it is absent.
  public var range: SourceRange {
    switch self {
    case .absent(let holder): holder
    case .broken(let range): range
    case .present(let located): located.range
    }
  }

  /// Where its key is, or the holder where it is absent.
  public var keyRange: SourceRange {
    if case .present(let located) = self { located.keyRange } else { range }
  }

  /// Whether nothing was written.
  public var isAbsent: Bool {
    if case .absent = self { true } else { false }
  }

  /// Whether something was written that already has a diagnostic.
  public var isBroken: Bool {
    if case .broken = self { true } else { false }
  }
}

/// An entry of a mapping whose keys people choose.
public struct Entry<Value: Sendable>: Sendable {
  /// The key.
  public let id: String
  /// Where the key is.
  public let keyRange: SourceRange
  /// What the key leads to.
  public let part: Part<Value>
}
