public import Diagnostics
public import YAMLSyntax

/// One part of an agreement as it was found.
///
/// The difference between the first two cases keeps one cause to one finding: rules about missing parts act on `absent`
/// only.
@usableFromInline package enum Part<Value: Sendable>: Sendable {
  /// It is missing.
  case absent(Gap)
  /// It is there and already has a diagnostic, or may be where reading did not get to.
  case broken(SourceRange)
  /// It is there and valid.
  case present(Located<Value>)

  /// The value, if it is there and valid.
  @inlinable package var value: Value? {
    if case .present(let located) = self { located.value } else { nil }
  }

  /// Its range, or that of the gap if it is absent.
  @inlinable package var range: SourceRange {
    switch self {
    case .absent(let gap): gap.range
    case .broken(let range): range
    case .present(let located): located.range
    }
  }

  /// The range of its key, or of the gap if it is absent.
  @inlinable package var keyRange: SourceRange {
    if case .present(let located) = self { located.keyRange } else { range }
  }

  /// Whether nothing was written.
  @inlinable package var isAbsent: Bool {
    if case .absent = self { true } else { false }
  }

  /// Where it is missing; nil if it is not.
  @inlinable package var gap: Gap? { if case .absent(let gap) = self { gap } else { nil } }

  /// Whether something was written that already has a diagnostic.
  @inlinable package var isBroken: Bool {
    if case .broken = self { true } else { false }
  }
}

/// Where a part is missing.
@usableFromInline package struct Gap: BitwiseCopyable, Sendable {
  /// The key, if it is there with nothing after it; otherwise the key of the innermost mapping that should contain it, or
  /// `format` at the top.
  @usableFromInline package let range: SourceRange
  /// Whether the key is there, so that adding it would make it appear twice.
  @usableFromInline package let hasKey: Bool

  @inlinable package init(_ range: SourceRange, hasKey: Bool) { (self.range, self.hasKey) = (range, hasKey) }
}

extension Part: BitwiseCopyable where Value: BitwiseCopyable {}

/// An entry of a mapping whose keys people choose.
@usableFromInline package struct Entry<Value: Sendable>: Sendable {
  @usableFromInline let document: Document
  @usableFromInline let key: NodeID
  /// Where the key is.
  @usableFromInline package let keyRange: SourceRange
  /// What the key leads to.
  @usableFromInline package let part: Part<Value>

  @inlinable init(document: Document, key: NodeID, keyRange: SourceRange, part: Part<Value>) {
    (self.document, self.key, self.keyRange, self.part) = (document, key, keyRange, part)
  }

  /// The key.
  package var id: String { document.string(of: key) }
}
