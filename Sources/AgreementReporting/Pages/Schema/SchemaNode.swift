internal import TextSupport

/// A part of a JSON Schema; the keys of an object keep their order.
enum SchemaNode {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([SchemaNode])
  case object([(key: String, value: SchemaNode)])
  case null

  /// The keys of an object; empty for other nodes.
  var members: [(key: String, value: SchemaNode)] {
    if case .object(let members) = self { members } else { [] }
  }

  /// An object with the members of this one and then those of another.
  func with(_ other: SchemaNode) -> SchemaNode { .object(members + other.members) }

  static func texts(_ values: [String]) -> SchemaNode { .list(values.map(SchemaNode.text)) }

  /// Writes the node as JSON.
  func write(to writer: inout JSONWriter) {
    switch self {
    case .text(let text): writer.string(text)
    case .number(let number): writer.number(number)
    case .flag(let flag): writer.bool(flag)
    case .null: writer.null()
    case .list(let items): writer.array { writer in for item in items { item.write(to: &writer) } }
    case .object(let members):
      writer.object { writer in
        for (key, value) in members {
          writer.key(key)
          value.write(to: &writer)
        }
      }
    }
  }
}

extension SchemaNode: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int) { self = .number(value) }
  init(booleanLiteral value: Bool) { self = .flag(value) }
  init(arrayLiteral elements: SchemaNode...) { self = .list(elements) }
  init(dictionaryLiteral elements: (String, SchemaNode)...) {
    self = .object(elements.map { (key: $0.0, value: $0.1) })
  }
}
