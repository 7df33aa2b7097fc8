/// The items of a list, or the entries of a mapping whose keys people choose, looked up in the arena one by one.
@usableFromInline package struct List<Element: CellItem>: RandomAccessCollection, Sendable, ExpressibleByArrayLiteral {
  @usableFromInline let arena: Arena
  @usableFromInline let start: Int
  @usableFromInline package let endIndex: Int

  /// The list that begins at a cell with the number of its elements.
  init(at place: CellPlace) {
    arena = place.arena
    start = place.index + 1
    endIndex = Int(place.cell.value)
  }

  /// An empty list.
  @usableFromInline package init(arrayLiteral elements: Element...) {
    self.init(at: CellPlace(arena: .empty, index: 0))
  }

  @inlinable package var startIndex: Int { 0 }

  /// The first cell of an element.
  @inlinable func place(of index: Int) -> CellPlace {
    precondition(index >= 0 && index < endIndex, "no such item")
    return CellPlace(arena: arena, index: start + index * Element.width)
  }

  @inlinable package subscript(index: Int) -> Element { Element(item: place(of: index)) }
}

extension List: CellValue {
  @usableFromInline package init(_ place: CellPlace) { self.init(at: place.target) }
}
