public import Diagnostics

/// A YAML file as a tree in which every key and value knows its place.
///
/// Nodes and texts are in manually allocated memory, so that looking at them counts no references: that was a tenth of
/// a lint.
@safe
@usableFromInline package final class Document: @unchecked Sendable {
  /// What was read.
  package let source: SourceFile
  /// What was wrong with the text, in no particular order.
  package let diagnostics: [Diagnostic]
  /// The comments, each from its `#` to the end of its line.
  package let comments: [SourceRange]
  /// Whether reading reached the end of the file; if not, what is missing may only be unread.
  package let isComplete: Bool
  /// Whether the file holds nothing, or only comments.
  package let isBlank: Bool

  /// Never written after `init`, which is why the class is Sendable.
  @usableFromInline let nodes: UnsafeMutableBufferPointer<Node>
  /// The bytes that the parser read (those of the source, or of a copy in which slips were repaired), followed by the
  /// text of scalars that differs from the bytes they were written with.
  @usableFromInline let text: UnsafeMutableBufferPointer<UInt8>
  @usableFromInline let arenaStart: UInt32

  init(
    source: SourceFile, diagnostics: [Diagnostic], comments: [SourceRange] = [], isComplete: Bool,
    isBlank: Bool = false,
    nodes: [Node] = [], text: [UInt8] = [], arena: [UInt8] = []
  ) {
    self.source = source
    self.diagnostics = diagnostics
    self.comments = comments
    self.isComplete = isComplete
    self.isBlank = isBlank
    unsafe self.nodes = .allocate(capacity: nodes.count)
    _ = unsafe self.nodes.initialize(from: nodes)
    unsafe self.text = .allocate(capacity: text.count + arena.count)
    let arenaPlace = unsafe self.text.initialize(fromContentsOf: text)
    _ = unsafe self.text[arenaPlace...].initialize(fromContentsOf: arena)
    arenaStart = UInt32(text.count)
  }

  deinit {
    unsafe nodes.deallocate()
    unsafe text.deallocate()
  }

  /// Only this class hands out nodes, yet a handle may come from another document.
  @inlinable @inline(__always)
  func node(_ id: UInt32) -> Node {
    unsafe precondition(Int(id) < nodes.count, "a node of another document")
    return unsafe nodes[Int(id)]
  }

  /// All nodes, in file order.
  var ids: [NodeID] { unsafe nodes.indices.map { NodeID($0) } }

  /// What a node is.
  @usableFromInline package enum Kind: Sendable {
    case scalar
    case sequence
    case mapping
  }

  /// The value of the whole document, unless there is none.
  package var root: NodeID? { unsafe nodes.isEmpty ? nil : NodeID(0) }

  /// What a node is.
  @inlinable package func kind(of node: NodeID) -> Kind {
    switch self.node(node.index).kind {
    case .scalar: .scalar
    case .sequence: .sequence
    case .mapping: .mapping
    }
  }

  /// Where a node is written.
  @inlinable package func range(of node: NodeID) -> SourceRange {
    let node = self.node(node.index)
    return SourceRange(start: node.start, end: node.end)
  }

  /// How a scalar is written.
  @inlinable package func style(of node: NodeID) -> ScalarStyle { self.node(node.index).style }

  /// Whether the text of a scalar differs from the bytes it is written with, because of escapes, joined lines, doubled
  /// quotes or indentation.
  @inlinable package func isCopied(_ node: NodeID) -> Bool { self.node(node.index).flags.contains(.textInArena) }

  /// Calls `body` for each scalar whose text differs from the bytes it is written with, in file order.
  package func forEachCopied(_ body: (NodeID) -> Void) {
    // Most files have none, and in those no node is visited.
    guard unsafe text.count > Int(arenaStart) else { return }
    for index in unsafe nodes.indices {
      let node = self.node(UInt32(index))
      if node.kind == .scalar, node.flags.contains(.textInArena) { body(NodeID(index)) }
    }
  }

  /// Whether a list or mapping is written in brackets or braces.
  @inlinable package func isFlow(_ node: NodeID) -> Bool { self.node(node.index).flags.contains(.flow) }

  /// Whether reading stopped inside a node, so that what is missing may only be unread.
  @inlinable package func isTruncated(_ node: NodeID) -> Bool { self.node(node.index).flags.contains(.truncated) }

  /// Whether a node is a plain scalar without any text: an absent value.
  @inlinable package func isAbsent(_ node: NodeID) -> Bool {
    let node = self.node(node.index)
    return node.kind == .scalar && node.textCount == 0 && node.style == .plain
  }

  /// Whether a node is a scalar of only white space, in quotes or not, so that a reader sees no text.
  package func isEmptyText(_ node: NodeID) -> Bool {
    guard kind(of: node) == .scalar else { return false }
    let text = bytes(of: node)
    var index = 0
    while index < text.count {
      switch text[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      case 0x21..<0x80: return false
      default:
        // Nearly every text ends this at its first letter.
        let rest = text.extracting(index..<min(text.count, index + 4)).array()
        guard let (scalar, count) = UTF8Decoding.scalar(in: rest, at: 0),
          Unicode.Scalar(scalar)?.properties.isWhitespace == true
        else { return false }
        index += count
      }
    }
    return true
  }

  /// Whether a list or mapping was read to its end and has only absent items and the authors' own keys.
  package func isHollow(_ node: NodeID) -> Bool {
    guard !isTruncated(node) else { return false }
    switch kind(of: node) {
    case .scalar: return false
    case .sequence: return items(of: node).allSatisfy { isAbsent($0) }
    case .mapping: return entries(of: node).allSatisfy { bytes(of: $0.key).isOwnKey }
    }
  }

  /// The length of a scalar's text in bytes.
  @inlinable package func textCount(of node: NodeID) -> Int { Int(self.node(node.index).textCount) }

  /// The text of a scalar, or of the only entry of a mapping, as UTF-8.
  @_lifetime(borrow self)
  @inlinable package func bytes(of node: NodeID) -> Span<UInt8> {
    let node = self.node(node.index)
    let start = Int(node.textStart) + (node.flags.contains(.textInArena) ? Int(arenaStart) : 0)
    unsafe precondition(start + Int(node.textCount) <= text.count, "a text of another document")
    let slice = unsafe UnsafeBufferPointer(rebasing: text[start..<start + Int(node.textCount)])
    return unsafe _overrideLifetime(Span(_unsafeElements: slice), borrowing: self)
  }

  /// The text of a scalar, or of the only entry of a mapping.
  package func string(of node: NodeID) -> String { bytes(of: node).string() }

  /// The scalar, key or value, whose range in the source contains a byte.
  package func scalar(at offset: Int) -> NodeID? {
    // Nodes are in file order, so the last one that begins at or before the byte is the innermost.
    let next = unsafe nodes.indices.sortedIndex { Int(node(UInt32($0)).start) > offset }
    guard next > 0 else { return nil }
    let found = node(UInt32(next - 1))
    return found.kind == .scalar && Int(found.end) > offset ? NodeID(next - 1) : nil
  }

  /// The comment that contains a byte.
  package func comment(at offset: Int) -> SourceRange? {
    let next = comments.sortedIndex { Int($0.start) > offset }
    return next > 0 && Int(comments[next - 1].end) > offset ? comments[next - 1] : nil
  }

  /// Calls `body` for each scalar that is a value or an item, except those of a school's own keys.
  package func forEachValue(_ body: (NodeID) -> Void) {
    var index: UInt32 = 0
    let end = unsafe UInt32(nodes.count)
    while index < end {
      let node = node(index)
      if node.flags.contains(.key) {
        // The value follows, unless the entry does not count.
        let counts = node.kind == .scalar && !node.flags.contains(.duplicate) && !bytes(of: NodeID(Int(index))).isOwnKey
        guard node.next < end else { return }
        index = counts ? index + 1 : self.node(node.next).next
      } else {
        if node.kind == .scalar { body(NodeID(Int(index))) }
        index += 1
      }
    }
  }

  /// Whether the text of one node sorts before that of another, byte by byte.
  package func precedes(_ left: NodeID, _ right: NodeID) -> Bool {
    let left = bytes(of: left)
    let right = bytes(of: right)
    for index in 0..<min(left.count, right.count) where left[index] != right[index] {
      return left[index] < right[index]
    }
    return left.count < right.count
  }

  /// Whether a mapping has a key with a value.
  package func hasValue(_ word: StaticString, in node: NodeID) -> Bool {
    guard kind(of: node) == .mapping else { return false }
    var children = children(of: node)
    while let (key, value) = nextEntry(&children) {
      if !isAbsent(value), bytes(of: key).equals(word) { return true }
    }
    return false
  }

  /// Whether a mapping has a single entry with plain text on both sides, so that it may have been meant as text.
  @inlinable package func hasEntryText(_ node: NodeID) -> Bool { self.node(node.index).flags.contains(.hasEntryText) }

  /// The items of a list.
  @inlinable package func items(of node: NodeID) -> Items { Items(document: self, places: children(of: node)) }

  /// The entries of a mapping whose keys are text, without later duplicates.
  @inlinable package func entries(of node: NodeID) -> Entries { Entries(document: self, places: children(of: node)) }

  /// The children of a list or mapping that have not been visited yet; `nextItem` and `nextEntry` take them one by one.
  @usableFromInline package struct Children: Sendable {
    @usableFromInline var position: UInt32
    @usableFromInline let end: UInt32

    @inlinable init(position: UInt32, end: UInt32) { (self.position, self.end) = (position, end) }
  }

  /// The children of a list or mapping.
  @inlinable package func children(of node: NodeID) -> Children {
    Children(position: node.index + 1, end: self.node(node.index).next)
  }

  /// The number of items of a list, or of keys and values of a mapping.
  package func childCount(of node: NodeID) -> Int {
    var children = children(of: node)
    var count = 0
    while nextItem(&children) != nil { count += 1 }
    return count
  }

  /// The next item of a list.
  @inlinable package func nextItem(_ children: inout Children) -> NodeID? {
    guard children.position < children.end else { return nil }
    defer { children.position = node(children.position).next }
    return NodeID(Int(children.position))
  }

  /// The next entry of a mapping whose keys are text, skipping later duplicates.
  @inlinable package func nextEntry(_ children: inout Children) -> (key: NodeID, value: NodeID)? {
    while children.position < children.end {
      let index = children.position
      let key = node(index)
      guard key.next < children.end else { return nil }
      children.position = node(key.next).next
      if key.kind == .scalar, !key.flags.contains(.duplicate) { return (NodeID(Int(index)), NodeID(Int(key.next))) }
    }
    return nil
  }

  /// The value of a key in a mapping.
  @inlinable package func value(ofKey key: NodeID) -> NodeID { NodeID(Int(node(key.index).next)) }

  /// The items of a list, in order.
  @usableFromInline package struct Items: Sequence, IteratorProtocol {
    @usableFromInline let document: Document
    @usableFromInline var places: Children

    @inlinable init(document: Document, places: Children) { (self.document, self.places) = (document, places) }

    /// The next item.
    @inlinable package mutating func next() -> NodeID? { document.nextItem(&places) }
  }

  /// The entries of a mapping, in order.
  @usableFromInline package struct Entries: Sequence, IteratorProtocol {
    @usableFromInline let document: Document
    @usableFromInline var places: Children

    @inlinable init(document: Document, places: Children) { (self.document, self.places) = (document, places) }

    /// The next entry.
    @inlinable package mutating func next() -> (key: NodeID, value: NodeID)? { document.nextEntry(&places) }
  }
}
