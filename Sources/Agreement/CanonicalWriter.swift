internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// Writes canonical form 1: JSON by RFC 8785, without empty members.
///
/// `schema/README.md` specifies it step by step. The order of the format's own keys is in `Layout`, that of sections and
/// topics in `Catalog`, and that of ids in `entries` below.
struct CanonicalWriter: ~Copyable {
  private(set) var bytes: ByteBuffer
  let document: Document
  let catalog: Catalog
  private let arena: Arena
  private let layout = AgreementContent.layout
  private var cells: [Cell] { arena.cells }
  private var root: Cell { arena.root.cell }
  /// Whether the parts that nobody signs are written, too; if so, it is not the canonical form.
  let isFull: Bool
  /// Entries to leave out, by their values: people who joined later, and others if the caller wants the digest without
  /// them.
  var leftOut: Set<NodeID> = []

  init(_ agreement: Agreement, full: Bool = false) {
    arena = agreement.content.record.arena
    document = arena.document
    catalog = agreement.catalog
    isFull = full
    bytes = ByteBuffer(capacity: document.source.bytes.count)
    let joined = full ? [] : agreement.peopleNobodySignedFor
    if !joined.isEmpty { leftOut = agreement.nodes(ofPeople: joined) }
  }

  /// Writes an object unless nothing is written inside it.
  mutating func object(_ body: (inout CanonicalWriter) -> Void) -> Bool { container(0x7B, 0x7D, body) }

  /// Writes the whole canonical form.
  mutating func agreement() {
    _ = object { writer in
      writer.member("\"agreement\":") { $0.mapping(0, Int($0.root.value)) }
      writer.member("\"canonical\":") { $0.plain("1") }
    }
  }

  /// Writes the contents of a cell by its code; says whether there was anything to write.
  mutating func value(_ code: Int, _ cell: Cell) -> Bool {
    let found = layout.codes[code]
    switch found.kind {
    case .answer: return answer(found.target, cell)
    case .campus, .participant, .party, .topic, .word: return quoted(cell.node)
    case .campusShares: return campusShares(cell)
    case .dictionary, .roles: return dictionary(found.target, cell)
    case .list, .someOf: return list(found.target, cell)
    case .oneOrMore:
      let start = Int(cell.value)
      return cells[start].value == 1 ? value(found.target, cells[start + 1]) : list(found.target, cell)
    case .mapping: return mapping(found.target, Int(cell.value))
    case .nameOrKeys:
      if document.kind(of: cell.node) == .mapping { return mapping(found.target, Int(cell.value)) }
      return object { $0.member("\"name\":") { $0.text(cell.node) } }
    case .ruleLevels: return false
    case .scalar: return scalar(found.form, cell)
    case .text: return text(cell.node)
    case .textList: return textList(cell)
    case .topics: return topics(cell, layout.codes[found.target].target)
    }
  }

  /// Writes the members of a mapping that have something to write, as an object.
  mutating func mapping(_ index: Int, _ record: Int) -> Bool {
    let mapping = layout.mappings[index]
    let wanted = isFull ? UInt64.max : mapping.signed
    return object { writer in
      for rank in 0..<mapping.keys.count {
        let field = writer.layout.order[mapping.first + rank]
        let cell = writer.cells[record + 1 + field]
        guard cell.state == .present, wanted & (1 << UInt64(field)) != 0 else { continue }
        writer.member(cell.keyNode) { $0.value(mapping.first + field, cell) }
      }
    }
  }

  /// Writes an answer; the short form is that of `agreed`.
  private mutating func answer(_ index: Int, _ cell: Cell) -> Bool {
    if document.kind(of: cell.node) == .mapping { return mapping(index, Int(cell.value)) }
    let texts = cells[Int(cell.value) + 1 + TopicAnswer.Key.agreed.rawValue]
    return object { $0.member("\"agreed\":") { $0.textList(texts) } }
  }

  private mutating func textList(_ cell: Cell) -> Bool {
    array { writer in
      writer.forEachItem(of: cell) { item, writer in writer.text(item.node) }
    }
  }

  /// Writes a scalar; people may write a school year, a time or a number of minutes in several ways.
  private mutating func scalar(_ form: ShapeDescription.Form, _ cell: Cell) -> Bool {
    let document = document
    let bytes = document.bytes(of: cell.node)
    switch form {
    case .schoolYear:
      if SchoolYear(standard: bytes) == nil { return plain(SchoolYear(packed: cell.value).description) }
    case .time:
      if TimeOfDay(standard: bytes) == nil { return plain(TimeOfDay(packed: cell.value).description) }
    case .minutes:
      if bytes[0] == UInt8(ascii: "0") { return plain(String(cell.value)) }
    case .count, .date, .days, .digest, .format, .identifier, .share, .weekday, .years: break
    }
    return quoted(cell.node)
  }

  /// Writes a mapping whose keys people chose, in key order; the keys are ids, so they need no escapes.
  private mutating func dictionary(_ code: Int, _ cell: Cell) -> Bool {
    let start = Int(cell.value) + 1
    return entries(Array(cells[start..<start + Int(cells[start - 1].value)])) { $1.value(code, $0) }
  }

  /// Writes the entries that are there, in key order.
  private mutating func entries(_ entries: [Cell], _ value: (Cell, inout CanonicalWriter) -> Bool) -> Bool {
    let document = document
    let sorted = entries.filter { $0.state == .present && (leftOut.isEmpty || !leftOut.contains($0.node)) }.sorted {
      document.precedes($0.keyNode, $1.keyNode)
    }
    return object { writer in
      for entry in sorted { writer.member(entry.keyNode) { value(entry, &$0) } }
    }
  }

  /// Writes campuses as a list, or as an object with the share of each.
  private mutating func campusShares(_ cell: Cell) -> Bool {
    let start = Int(cell.value) + 1
    let places = stride(from: start, to: start + 2 * Int(cells[start - 1].value), by: 2)
    if document.kind(of: cell.node) == .mapping { return entries(places.map { cells[$0 + 1] }) { $1.quoted($0.node) } }
    return array { writer in
      for place in places {
        writer.separate()
        writer.quoted(writer.cells[place].node)
      }
    }
  }

  /// Writes sections and topics in the order of their ids.
  private mutating func topics(_ cell: Cell, _ answer: Int) -> Bool {
    let topics = Topics(at: CellPlace(arena: arena, index: Int(cell.value)))
    let catalog = catalog
    return object { writer in
      for index in catalog.sectionOrder {
        guard let section = topics.section(index) else { continue }
        writer.member(section.key) { writer in
          writer.object { writer in
            for member in catalog.order[index] { writer.member(member, of: section, topics, answer) }
          }
        }
      }
    }
  }

  private mutating func member(
    _ member: Catalog.Member, of section: Topics.Section, _ topics: Topics, _ code: Int
  ) {
    switch member {
    case .notRelevant:
      if let text = section.notRelevant.value { self.member("\"not-relevant\":") { $0.text(text.node) } }
    case .toldToTeachers:
      if let text = section.toldToTeachers.value { self.member("\"told-to-teachers\":") { $0.text(text.node) } }
    case .topic(let topic):
      if let answer = topics.cell(ofAnswerTo: topic), answer.state == .present {
        self.member(answer.keyNode) { $0.answer(code, answer) }
      }
    }
  }

  /// Writes the items of a list that have a value.
  private mutating func list(_ code: Int, _ cell: Cell) -> Bool {
    array { writer in
      writer.forEachItem(of: cell) { item, writer in writer.value(code, item) }
    }
  }

  private mutating func forEachItem(of list: Cell, _ body: (Cell, inout CanonicalWriter) -> Bool) {
    let first = Int(list.value) + 1
    for place in first..<first + Int(cells[first - 1].value) where cells[place].state == .present {
      let start = bytes.count
      separate()
      if !body(cells[place], &self) { bytes.truncate(to: start) }
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

  /// Writes a member of an object, with its key in quotes and a colon, unless its value is empty.
  private mutating func member(_ label: StaticString, _ value: (inout CanonicalWriter) -> Bool) {
    let start = bytes.count
    separate()
    for index in 0..<label.utf8CodeUnitCount { unsafe bytes.append(label.utf8Start[index]) }
    if !value(&self) { bytes.truncate(to: start) }
  }

  /// Writes a member whose key is written in the file: an id or a key of the format, or else there would be no canonical
  /// form.
  private mutating func member(_ key: NodeID, _ value: (inout CanonicalWriter) -> Bool) {
    let start = bytes.count
    separate()
    quoted(key)
    bytes.append(0x3A)
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
    if bytes.appendPlain(span) {
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

  /// Writes a string that needs no escapes.
  private mutating func plain(_ text: String) -> Bool {
    bytes.append(0x22)
    bytes.append(Array(text.utf8).span)
    bytes.append(0x22)
    return true
  }
}
