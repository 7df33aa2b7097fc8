internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// Writes canonical form 1: JSON by RFC 8785, without empty members.
///
/// `schema/README.md` specifies it step by step.
struct CanonicalWriter: ~Copyable {
  private(set) var bytes: ByteBuffer
  let document: Document
  let catalog: Catalog
  /// Whether the parts that nobody signs are written, too; if so, it is not the canonical form.
  let isFull: Bool
  /// Entries to leave out, by their values: people who joined later, and others if the caller wants the digest without
  /// them.
  var leftOut: Set<NodeID> = []

  init(_ agreement: Agreement, full: Bool = false) {
    document = agreement.document
    catalog = agreement.catalog
    isFull = full
    bytes = ByteBuffer(capacity: document.source.bytes.count)
    let joined = full ? [] : agreement.peopleNobodySignedFor
    if !joined.isEmpty { leftOut = agreement.nodes(ofPeople: joined) }
  }

  /// Writes an object unless nothing is written inside it.
  mutating func object(_ body: (inout CanonicalWriter) -> Void) -> Bool { container(0x7B, 0x7D, body) }

  /// An entry of a mapping on its way into canonical order.
  private struct Entry {
    let rank: Int
    let member: Int
    let key: NodeID
    let value: NodeID
  }

  /// The entries of all mappings being written, the innermost one last.
  private var waiting: [Entry] = []

  /// The entries of one mapping, as a range of the waiting ones.
  struct Entries {
    fileprivate let start: Int
    fileprivate var end: Int
  }

  /// Begins a mapping whose entries have to be put in order.
  func beginEntries() -> Entries { Entries(start: waiting.count, end: waiting.count) }

  /// Adds an entry that has a value; few mappings have many keys, so it is put in its place right away.
  mutating func add(_ key: NodeID, _ value: NodeID, rank: Int, member: Int, to entries: inout Entries) {
    guard !document.isAbsent(value) else { return }
    var place = waiting.count
    while place > entries.start, waiting[place - 1].rank > rank { place -= 1 }
    let entry = Entry(rank: rank, member: member, key: key, value: value)
    if place == waiting.count { waiting.append(entry) } else { waiting.insert(entry, at: place) }
    entries.end += 1
  }

  /// Writes the entries as an object, in their order, unless nothing is written inside it; `body` writes the value of a member.
  mutating func object(_ entries: Entries, _ body: (Int, NodeID, inout CanonicalWriter) -> Bool) -> Bool {
    let start = bytes.count
    bytes.append(0x7B)
    for place in entries.start..<entries.end {
      let entry = waiting[place]
      let before = bytes.count
      separate()
      // The keys are spelled as in the format, or else there would be no canonical form.
      quoted(entry.key)
      bytes.append(0x3A)
      if !body(entry.member, entry.value, &self) { bytes.truncate(to: before) }
    }
    waiting.removeLast(entries.end - entries.start)
    return end(0x7D, from: start)
  }

  /// Writes a mapping whose keys people chose, in key order; the keys are ids, so they need no escapes.
  mutating func dictionary(
    _ node: NodeID, _ value: (NodeID, inout CanonicalWriter) -> Bool
  ) -> Bool {
    let document = document
    var entries: [(key: NodeID, value: NodeID)] = []
    for entry in document.entries(of: node)
    where !document.bytes(of: entry.key).isOwnKey && !document.isAbsent(entry.value)
      && (leftOut.isEmpty || !leftOut.contains(entry.value))
    {
      entries.append(entry)
    }
    entries.sort { document.precedes($0.key, $1.key) }
    return object { writer in
      for entry in entries {
        let start = writer.bytes.count
        writer.separate()
        writer.quoted(entry.key)
        writer.bytes.append(0x3A)
        if !value(entry.value, &writer) { writer.bytes.truncate(to: start) }
      }
    }
  }

  /// Writes the items of a list that have a value.
  mutating func list(_ node: NodeID, _ item: (NodeID, inout CanonicalWriter) -> Bool) -> Bool {
    let document = document
    return array { writer in
      var children = document.children(of: node)
      while let child = document.nextItem(&children) {
        if document.isAbsent(child) { continue }
        let start = writer.bytes.count
        writer.separate()
        if !item(child, &writer) { writer.bytes.truncate(to: start) }
      }
    }
  }

  /// Writes an array unless nothing is written inside it.
  mutating func array(_ body: (inout CanonicalWriter) -> Void) -> Bool { container(0x5B, 0x5D, body) }

  private mutating func container(_ open: UInt8, _ close: UInt8, _ body: (inout CanonicalWriter) -> Void) -> Bool {
    let start = bytes.count
    bytes.append(open)
    body(&self)
    return end(close, from: start)
  }

  /// Ends what began at a place, or removes it if nothing was written inside.
  private mutating func end(_ close: UInt8, from start: Int) -> Bool {
    guard bytes.count > start + 1 else {
      bytes.truncate(to: start)
      return false
    }
    bytes.append(close)
    return true
  }

  /// Writes a member of an object unless its value is empty.
  mutating func member(_ key: String, _ value: (inout CanonicalWriter) -> Bool) {
    var label: [UInt8] = []
    JSONWriter.append(key, to: &label)
    label.append(0x3A)
    member(label: label, value)
  }

  /// Writes a member of an object, with its key in quotes and a colon, unless its value is empty.
  mutating func member(label: [UInt8], _ value: (inout CanonicalWriter) -> Bool) {
    let start = bytes.count
    separate()
    bytes.append(label.span)
    if !value(&self) { bytes.truncate(to: start) }
  }

  private mutating func separate() {
    if let last = bytes.last, last != 0x7B, last != 0x5B { bytes.append(0x2C) }
  }

  /// Writes a text in NFC, folded; an empty text is not written.
  mutating func text(_ node: NodeID) -> Bool {
    let document = document
    let span = document.bytes(of: node)
    let start = bytes.count
    bytes.append(0x22)
    if span.withUnsafeBufferPointer({ bytes.appendPlain($0) }) {
      bytes.append(0x22)
      return true
    }
    bytes.truncate(to: start)
    // White space of kinds that are not folded is not a text either.
    if document.isEmptyText(node) { return false }
    var folded: [UInt8] = []
    guard Folding.append(span, to: &folded) else { return false }
    return escaped(folded)
  }

  /// Writes a scalar whose text is its own canonical form, such as an id or a date.
  @discardableResult
  mutating func quoted(_ node: NodeID) -> Bool {
    let document = document
    bytes.append(0x22)
    bytes.append(document.bytes(of: node))
    bytes.append(0x22)
    return true
  }

  private mutating func escaped(_ text: [UInt8]) -> Bool {
    var escaped: [UInt8] = []
    JSONWriter.append(text, to: &escaped)
    bytes.append(escaped.span)
    return true
  }

  /// Writes a string that already has its canonical spelling.
  mutating func string(_ text: String) -> Bool {
    escaped(Array(text.utf8))
  }
}
