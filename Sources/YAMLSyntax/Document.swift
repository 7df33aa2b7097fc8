public import Diagnostics

/// A YAML file as a tree in which every key and value knows its place.
public final class Document: Sendable {
  /// What was read.
  public let source: SourceFile
  /// What was wrong with the text, in no order.
  public let diagnostics: [Diagnostic]
  /// The comments, each from its `#` to the end of its line.
  public let comments: [SourceRange]
  /// Whether reading came to the end of the file; else what is absent may only be unread.
  public let isComplete: Bool

  let nodes: [Node]
  /// The bytes that the parser read: those of the source, or a copy in which slips were repaired.
  let text: [UInt8]
  /// The text of scalars that differs from the bytes they were written with.
  let arena: [UInt8]

  init(
    source: SourceFile, diagnostics: [Diagnostic], comments: [SourceRange] = [], isComplete: Bool, nodes: [Node] = [],
    text: [UInt8] = [], arena: [UInt8] = []
  ) {
    self.source = source
    self.diagnostics = diagnostics
    self.comments = comments
    self.isComplete = isComplete
    self.nodes = nodes
    self.text = text
    self.arena = arena
  }

  /// What a node is.
  public enum Kind: Sendable {
    case scalar
    case sequence
    case mapping
  }

  /// The value of the whole document, unless there is none.
  public var root: NodeID? { nodes.isEmpty ? nil : NodeID(0) }

  /// What a node is.
  public func kind(of node: NodeID) -> Kind {
    switch nodes[Int(node.index)].kind {
    case .scalar: .scalar
    case .sequence: .sequence
    case .mapping: .mapping
    }
  }

  /// Where a node is written.
  public func range(of node: NodeID) -> SourceRange {
    let node = nodes[Int(node.index)]
    return SourceRange(start: node.start, end: node.end)
  }

  /// How a scalar is written.
  public func style(of node: NodeID) -> ScalarStyle { nodes[Int(node.index)].style }

  /// Whether a list or mapping is written in brackets or braces.
  public func isFlow(_ node: NodeID) -> Bool { nodes[Int(node.index)].flags.contains(.flow) }

  /// Whether reading gave up inside a node, so that what it lacks may only be unread.
  public func isTruncated(_ node: NodeID) -> Bool { nodes[Int(node.index)].flags.contains(.truncated) }

  /// Whether a node is a plain scalar without any text: an absent value.
  public func isAbsent(_ node: NodeID) -> Bool {
    let node = nodes[Int(node.index)]
    return node.kind == .scalar && node.textCount == 0 && node.style == .plain
  }

  /// Whether a node is a scalar without any text, in quotes or not.
  public func isEmptyText(_ node: NodeID) -> Bool {
    let node = nodes[Int(node.index)]
    return node.kind == .scalar && node.textCount == 0
  }

  /// The number of bytes of a scalar's text.
  public func textCount(of node: NodeID) -> Int { Int(nodes[Int(node.index)].textCount) }

  /// The text of a scalar, or of the only entry of a mapping, as UTF-8.
  public func textSlice(of node: NodeID) -> ArraySlice<UInt8> {
    let node = nodes[Int(node.index)]
    let range = Int(node.textStart)..<Int(node.textStart) + Int(node.textCount)
    return node.flags.contains(.textInArena) ? arena[range] : text[range]
  }

  /// The text of a scalar, or of the only entry of a mapping.
  public func string(of node: NodeID) -> String { String(decoding: textSlice(of: node), as: UTF8.self) }

  /// Whether a mapping holds one entry with a plain text on both sides, so that it may have been meant as text.
  public func hasEntryText(_ node: NodeID) -> Bool { nodes[Int(node.index)].flags.contains(.hasEntryText) }

  /// The items of a list.
  public func items(of node: NodeID) -> Items { Items(document: self, parent: node) }

  /// The entries of a mapping whose keys are text, later duplicates left out.
  public func entries(of node: NodeID) -> Entries { Entries(document: self, parent: node) }

  /// The items of a list, in order.
  public struct Items: Sequence, IteratorProtocol {
    private let document: Document
    private var position: UInt32
    private let end: UInt32

    init(document: Document, parent: NodeID) {
      self.document = document
      self.position = parent.index + 1
      self.end = document.nodes[Int(parent.index)].next
    }

    /// The next item.
    public mutating func next() -> NodeID? {
      guard position < end else { return nil }
      defer { position = document.nodes[Int(position)].next }
      return NodeID(Int(position))
    }
  }

  /// The entries of a mapping, in order.
  public struct Entries: Sequence, IteratorProtocol {
    private let document: Document
    private var position: UInt32
    private let end: UInt32

    init(document: Document, parent: NodeID) {
      self.document = document
      self.position = parent.index + 1
      self.end = document.nodes[Int(parent.index)].next
    }

    /// The next entry.
    public mutating func next() -> (key: NodeID, value: NodeID)? {
      while position < end {
        let key = document.nodes[Int(position)]
        let keyIndex = position
        guard key.next < end else { return nil }
        position = document.nodes[Int(key.next)].next
        if key.kind == .scalar, !key.flags.contains(.duplicate) {
          return (NodeID(Int(keyIndex)), NodeID(Int(key.next)))
        }
      }
      return nil
    }
  }
}
