package import Diagnostics
package import YAMLSyntax

/// A mapping with known keys, as it was read: a cell with the range of its holder, and a cell for each key.
package struct Record: Sendable {
  let arena: Arena
  let place: Int

  /// The mapping that a cell leads to.
  package init(_ place: CellPlace) {
    arena = place.arena
    self.place = Int(place.cell.value)
  }

  /// Where its missing parts are reported.
  package var holder: SourceRange {
    let head = arena.cells[place]
    return SourceRange(start: head.place, end: head.value)
  }

  /// The cell of a key.
  func cell(_ field: Int) -> Cell { arena.cells[place + 1 + field] }

  /// What a key leads to.
  func part<Value: CellValue>(_ field: Int) -> Part<Value> {
    CellPlace(arena: arena, index: place + 1 + field).part(holder: holder)
  }
}

/// A mapping of a certain kind: it looks its parts up in the arena.
package protocol View: CellValue {
  /// The keys, each with its place in the table.
  associatedtype Key: RawRepresentable<Int>
  /// The table of the keys.
  static var table: MappingDescription { get }
  /// The mapping.
  var record: Record { get }
}

extension View {
  /// What a key leads to.
  package subscript<Value: CellValue>(key: Key) -> Part<Value> { record.part(key.rawValue) }

  /// A mapping without any key.
  package static var empty: Self {
    let cells = Arena.start + [Cell](repeating: .absent, count: 1 + table.fields.count)
    return Self(Arena(Arena.empty.document, cells, root: Cell(place: 0, value: UInt32(Arena.start.count))).root)
  }

  /// Reads a file that is such a mapping but not an agreement: the catalog, settings, a baseline.
  ///
  /// The value is nil if nothing could be read; the decoder also has the syntax errors, and can continue from there.
  package static func read(_ source: SourceFile, _ layout: Layout, limits: Limits = .standard)
    -> (value: Self?, decoder: Decoder)
  {
    let words = Set(table.fields.map(\.key))
    let document = SyntaxReader.read(
      source, vocabulary: Vocabulary(keys: words, topLevelKeys: words, containerKeys: []), limits: limits)
    var decoder = Decoder(document, catalog: .empty, layout: layout)
    decoder.diagnostics = document.diagnostics
    guard document.isComplete, let root = document.root else { return (nil, decoder) }
    let record = decoder.mapping(root, 0)
    decoder.joinRetyped()
    return (record.map { Self(decoder.arena(root, $0).root) }, decoder)
  }
}
