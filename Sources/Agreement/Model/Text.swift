public import YAMLSyntax

/// A text of an agreement: a handle into its document, so that no string is made unless a rule needs it.
@usableFromInline package struct Text: BitwiseCopyable, Sendable, Hashable {
  /// The scalar that holds it, or the mapping that was meant as text.
  @usableFromInline package let node: NodeID
}

/// A reference by id to a participant, a campus or a topic.
package struct Reference: BitwiseCopyable, Sendable, Hashable {
  /// The index, in the list that declares it, of what it refers to.
  package let index: Int
  let node: NodeID
}

extension Text: CellValue, CellItem {
  @inlinable package init(_ place: CellPlace) { node = place.cell.node }
  @inlinable package init(item place: CellPlace) { self.init(place) }
}

extension Reference: CellValue {
  package init(_ place: CellPlace) {
    index = Int(place.cell.value)
    node = place.cell.node
  }
}
