internal import Diagnostics
internal import YAMLSyntax

/// A school where the coach works.
package struct Campus: MappingValue {
  /// Its name.
  package internal(set) var name: Part<Text>
  /// Its number in the district.
  package internal(set) var code: Part<Text>

  init(holder: SourceRange) {
    name = .absent(holder: holder)
    code = .absent(holder: holder)
  }

  static let shape = MappingShape<Campus>([
    Field(
      "name", { $0.name = $1 }, .text, required: true, title: "Name",
      about: "The name of the school as people say it.",
      examples: ["Brookside Elementary"]),
    Field(
      "code", { $0.code = $1 }, .text, title: "Code",
      about: "The district's number for the school, in quotes.",
      examples: ["\"0412\""]),
  ])

  /// A name alone, or a name and a code.
  static let nameOrKeys: Shape<Campus> = .nameOrKeys(
    Campus.shape, help: "write the name of the school after the colon"
  ) { $0.name = $1 }
}

extension Shape {
  /// A name as a text, or a mapping with the key `name` and others; `help` says what to write if the value is missing.
  static func nameOrKeys(
    _ shape: MappingShape<Value>, help: String, setName: @escaping @Sendable (inout Value, Part<Text>) -> Void
  ) -> Shape {
    let keys = shape.asShape()
    return Shape(
      description: .either([.text, keys.description]),
      decode: { node, decoder in
        guard decoder.document.kind(of: node) == .scalar else { return keys.decode(node, &decoder) }
        let range = decoder.document.range(of: node)
        if decoder.document.isEmptyText(node) {
          decoder.report(
            .missingKey, at: decoder.key.map { decoder.document.range(of: $0) } ?? range,
            "nothing is said about \(decoder.keyName)", help: help)
          return nil
        }
        var value = shape.empty(range)
        setName(&value, decoder.text(node).map { .present(Located($0, at: range)) } ?? .broken(range))
        return value
      },
      write: { node, writer in
        guard writer.document.kind(of: node) == .scalar else { return keys.write(node, &writer) }
        return writer.object { $0.member("name") { $0.text(node) } }
      })
  }
}
