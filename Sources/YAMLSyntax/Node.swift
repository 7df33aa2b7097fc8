internal import Diagnostics

/// One scalar, list or mapping of a document, in 24 bytes.
///
/// Nodes are in one array in file order: the children of a node follow it, and `next` skips them. The children of a
/// mapping are its keys and values in alternation.
@usableFromInline struct Node {
  @usableFromInline enum Kind: UInt8 {
    case scalar
    case sequence
    case mapping
  }

  /// The range in the source, in UTF-8 byte offsets.
  @usableFromInline var start: UInt32
  @usableFromInline var end: UInt32
  /// Where the text begins, in the text that the parser read or in the arena, and its length in bytes.
  @usableFromInline var textStart: UInt32 = 0
  @usableFromInline var textCount: UInt32 = 0
  /// The index of the node after this one and all its descendants.
  @usableFromInline var next: UInt32 = 0
  @usableFromInline var kind: Kind
  @usableFromInline var style: ScalarStyle = .plain
  @usableFromInline var flags: Flags = []

  @usableFromInline struct Flags: OptionSet {
    @usableFromInline let rawValue: UInt8

    @inlinable init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The text had to be copied, because it differs from the bytes in the file.
    @inlinable static var textInArena: Flags { Flags(rawValue: 1) }
    /// Reading stopped inside this container, so what is missing may still follow.
    @inlinable static var truncated: Flags { Flags(rawValue: 2) }
    /// A list in `[ ]` or a mapping in `{ }`.
    @inlinable static var flow: Flags { Flags(rawValue: 4) }
    /// A mapping whose `text` is that of its only entry, as `key: value`.
    @inlinable static var hasEntryText: Flags { Flags(rawValue: 8) }
    /// A key that appeared earlier in the same mapping.
    @inlinable static var duplicate: Flags { Flags(rawValue: 16) }
    /// A key of a mapping, which its value follows.
    @inlinable static var key: Flags { Flags(rawValue: 32) }
  }
}

/// How a scalar is written.
@usableFromInline package enum ScalarStyle: UInt8, Sendable {
  case plain
  case singleQuoted
  case doubleQuoted
  case literal
  case folded
}

/// A node of a `Document`: a handle that is useful only with the document it came from.
@usableFromInline package struct NodeID: BitwiseCopyable, Hashable, Sendable {
  @usableFromInline package let index: UInt32

  @inlinable init(_ index: Int) { self.index = UInt32(truncatingIfNeeded: index) }

  @inlinable package init(index: UInt32) { self.index = index }
}
