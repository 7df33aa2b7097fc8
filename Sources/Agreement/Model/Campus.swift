internal import Diagnostics
internal import YAMLSyntax

/// A school where the coach works.
package struct Campus: View {
  package enum Key: Int { case name, code }
  package let record: Record
  package init(_ place: CellPlace) { record = Record(place) }

  package var name: Part<Text> { self[.name] }
  package var code: Part<Text> { self[.code] }

  package static let table = MappingDescription([
    Field(
      Key.name, "name", .text, required: true, title: "Name", about: "The name of the school as people say it.",
      examples: ["Brookside Elementary"]),
    Field(
      Key.code, "code", .text, title: "Code", about: "The district's number for the school, in quotes.",
      examples: ["\"0412\""]),
  ])
}

extension Decoder {
  /// Reads a name as a text, or a mapping with the key `name` and others.
  mutating func nameOrKeys(_ node: NodeID, _ index: Int) -> UInt32? {
    guard document.kind(of: node) == .scalar else { return mapping(node, index) }
    let range = document.range(of: node)
    if document.isEmptyText(node) {
      let what = layout.descriptions[index] === Other.table ? "person or group" : "school"
      report(
        .missingKey, at: key.map { document.range(of: $0) } ?? range, "nothing is said about \(keyName)",
        help: "write the name of the \(what) after the colon")
      return nil
    }
    let record = newRecord(layout.mappings[index], holder: range)
    checkRetyping(node)
    cells[record + 1] = Cell(.present, node)
    return UInt32(record)
  }
}
