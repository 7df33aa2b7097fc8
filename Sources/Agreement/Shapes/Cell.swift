public import Diagnostics
public import YAMLSyntax

/// What was read of one key, item or entry, in eight bytes: where it is written, and what it says.
@usableFromInline struct Cell: BitwiseCopyable, Sendable {
  /// How a part was found.
  @usableFromInline enum State: UInt32 {
    /// Nothing was written.
    case absent
    /// It has a diagnostic already.
    case broken
    /// It is there and valid.
    case present
    /// It may be where reading did not get to, or elsewhere; its place is that of its holder.
    case brokenAtHolder

    /// Whether something was written that has a diagnostic already.
    var isBroken: Bool { self == .broken || self == .brokenAtHolder }
  }

  /// The node, shifted by two bits, and the state; or any number, in a cell that begins a mapping or a list.
  @usableFromInline let place: UInt32
  /// What a scalar was read as, or where the mapping or the list begins in the arena.
  @usableFromInline let value: UInt32

  /// A part that nobody wrote.
  static let absent = Cell(place: 0, value: 0)

  init(place: UInt32, value: UInt32) { (self.place, self.value) = (place, value) }

  init(_ state: State, _ node: NodeID, value: UInt32 = 0) {
    self.init(place: node.index << 2 | state.rawValue, value: value)
  }

  @inlinable var state: State {
    switch place & 3 {
    case 0: .absent
    case 1: .broken
    case 2: .present
    default: .brokenAtHolder
    }
  }

  /// The value; for an absent part, the value of its key if that was written.
  @inlinable var node: NodeID { NodeID(index: place >> 2) }

  /// The key of a value: a scalar, so that the value is the next node.
  @inlinable var keyNode: NodeID { NodeID(index: (place >> 2) &- 1) }

  /// Whether a node is known.
  @inlinable var hasNode: Bool { place > 3 }
}

/// Everything that was read of a file, in one array: each mapping, list and entry is a few cells in a row.
@usableFromInline package final class Arena: Sendable {
  /// The file.
  @usableFromInline package let document: Document
  @usableFromInline let cells: [Cell]

  /// The cells at the start of every arena: a list without items, and one that leads to the outermost mapping.
  static let start: [Cell] = [.absent, .absent]

  init(_ document: Document, _ cells: [Cell], root: Cell) {
    self.document = document
    var cells = cells
    cells[1] = root
    self.cells = cells
  }

  /// An arena in which nothing was read.
  static let empty = Arena(
    SyntaxReader.read(
      SourceFile(name: "", bytes: []), vocabulary: Vocabulary(keys: [], topLevelKeys: [], containerKeys: [])), start,
    root: .absent)

  /// What leads to the outermost mapping.
  var root: CellPlace { CellPlace(arena: self, index: 1) }
}

/// What a cell can hold.
@usableFromInline package protocol CellValue: Sendable {
  /// Takes a value that is present.
  init(_ cell: CellPlace)
}

/// An element of a list, which takes one or several cells in a row.
@usableFromInline package protocol CellItem: Sendable {
  /// The number of cells.
  static var width: Int { get }
  /// Takes the cells that begin at a place.
  init(item: CellPlace)
}

extension CellItem {
  @inlinable package static var width: Int { 1 }
}

/// A cell of an arena.
@usableFromInline package struct CellPlace {
  @usableFromInline let arena: Arena
  @usableFromInline let index: Int

  @inlinable init(arena: Arena, index: Int) { (self.arena, self.index) = (arena, index) }

  @inlinable var cell: Cell { arena.cells[index] }

  /// Another cell, this many cells later.
  func next(_ count: Int) -> CellPlace { CellPlace(arena: arena, index: index + count) }

  /// The mapping or list that the cell leads to.
  @inlinable var target: CellPlace { CellPlace(arena: arena, index: Int(cell.value)) }

  /// Where its value is written.
  @inlinable var range: SourceRange { arena.document.range(of: cell.node) }

  /// Where its key is written.
  @inlinable var keyRange: SourceRange { arena.document.range(of: cell.keyNode) }

  /// The part that a key of a mapping leads to; `holder` is where it is missed.
  @inlinable func part<Value: CellValue>(holder: SourceRange) -> Part<Value> {
    switch cell.state {
    case .absent: .absent(cell.hasNode ? Gap(keyRange, hasKey: true) : Gap(holder, hasKey: false))
    case .broken: .broken(range)
    case .brokenAtHolder: .broken(holder)
    case .present: .present(Located(Value(self), at: range, key: keyRange))
    }
  }
}

extension String: CellValue {
  @usableFromInline package init(_ place: CellPlace) { self = place.arena.document.string(of: place.cell.node) }
}

extension Int: CellValue, CellItem {
  @usableFromInline package init(_ place: CellPlace) { self = Int(place.cell.value) }
  @inlinable package init(item place: CellPlace) { self.init(place) }
}

extension Part: CellItem where Value: CellValue {
  @inlinable package init(item place: CellPlace) {
    self = place.cell.state == .present ? .present(Located(Value(place), at: place.range)) : .broken(place.range)
  }
}

extension Located: CellItem where Value: CellValue {
  @inlinable package init(item place: CellPlace) { self.init(Value(place), at: place.range) }
}

extension Entry: CellItem where Value: CellValue {
  @inlinable package init(item place: CellPlace) {
    let key = place.cell.keyNode
    let keyRange = place.keyRange
    let part: Part<Value> =
      place.cell.state == .present ? .present(Located(Value(place), at: place.range)) : place.part(holder: keyRange)
    self.init(document: place.arena.document, key: key, keyRange: keyRange, part: part)
  }
}
