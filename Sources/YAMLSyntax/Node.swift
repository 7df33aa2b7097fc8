internal import Diagnostics

/// One scalar, list or mapping of a document, in 24 bytes.
///
/// Nodes are in one array in file order: the children of a node follow it, and `next` skips them. The children of a
/// mapping are its keys and values in alternation.
struct Node {
  enum Kind: UInt8 {
    case scalar
    case sequence
    case mapping
  }

  /// The range in the source, in UTF-8 byte offsets.
  var start: UInt32
  var end: UInt32
  /// Where the text begins, in the text that the parser read or in the arena, and its length in bytes.
  var textStart: UInt32 = 0
  var textCount: UInt32 = 0
  /// The index of the node after this one and all its descendants.
  var next: UInt32 = 0
  var kind: Kind
  var style: ScalarStyle = .plain
  var flags: Flags = []

  struct Flags: OptionSet {
    let rawValue: UInt8
    /// The text had to be copied, because it differs from the bytes in the file.
    static let textInArena = Flags(rawValue: 1)
    /// Reading stopped inside this container, so what is missing may still follow.
    static let truncated = Flags(rawValue: 2)
    /// A list in `[ ]` or a mapping in `{ }`.
    static let flow = Flags(rawValue: 4)
    /// A mapping whose `text` is that of its only entry, as `key: value`.
    static let hasEntryText = Flags(rawValue: 8)
    /// A key that appeared earlier in the same mapping.
    static let duplicate = Flags(rawValue: 16)
    /// A key of a mapping, which its value follows.
    static let key = Flags(rawValue: 32)
  }
}

/// How a scalar is written.
package enum ScalarStyle: UInt8, Sendable {
  case plain
  case singleQuoted
  case doubleQuoted
  case literal
  case folded
}

/// A node of a `Document`: a handle that is useful only with the document it came from.
package struct NodeID: BitwiseCopyable, Hashable, Sendable {
  package let index: UInt32

  init(_ index: Int) { self.index = UInt32(truncatingIfNeeded: index) }

  package init(index: UInt32) { self.index = index }
}
