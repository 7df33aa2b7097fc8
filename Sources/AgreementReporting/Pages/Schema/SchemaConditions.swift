internal import Agreement

extension MappingDescription.Constraint {
  /// The condition as JSON Schema.
  ///
  /// Each part has the form "if it is broken, then this": the YAML language server shows the `errorMessage` of a
  /// `then`, and it does not complete words from an `if`. With `anyOf` and `not` it would get both wrong.
  func schemas(fields: [Field]) -> [SchemaNode] {
    switch self {
    case .atMostOne(let keys): Self.exclusive(keys)
    case .excludes(let key, let other): Self.exclusive([key, other])
    case .exactlyOne(let keys):
      [
        Self.broken(Self.none(keys.map { Self.valued([$0]) }), "add \(Self.choice(keys)), with a value")
      ] + Self.exclusive(keys)
    case .oneWritten(let keys):
      [
        Self.broken(Self.none(keys.map { ["required": .texts([$0])] }), "add \(Self.choice(keys))")
      ]
    case .needs(let key, let values, let then):
      [
        Self.broken(
          ["allOf": .list([Self.has(key, values), Self.none([Self.valued([then])])])],
          "`\(key)` also needs `\(then)`, with a value")
      ]
    case .words(let key, let values, let then, let count, let takes, let example):
      [
        Self.rule(
          Self.has(key, values), then,
          [
            "pattern": .text(count == 1...1 ? "^[^ ]*$" : "^[^ ]* [^ ]"),
            "patternErrorMessage": .text("write \(takes), such as \(example)"),
          ])
      ]
    }
  }

  /// A node that is valid if none of some conditions is met.
  private static func none(_ conditions: [SchemaNode]) -> SchemaNode {
    let negated = conditions.map { condition -> SchemaNode in ["not": condition] }
    return negated.count == 1 ? negated[0] : ["allOf": .list(negated)]
  }

  /// A node that is never valid under a condition, with the message that the editor shows.
  private static func broken(_ condition: SchemaNode, _ message: String) -> SchemaNode {
    ["if": condition, "then": ["type": "null", "errorMessage": .text(message)]]
  }

  /// What a key takes under a condition.
  private static func rule(_ condition: SchemaNode, _ key: String, _ value: SchemaNode) -> SchemaNode {
    ["if": condition, "then": ["properties": .object([(key: key, value: value)])]]
  }

  /// Requires that no two of the keys have a value; the later key is marked.
  private static func exclusive(_ keys: [String]) -> [SchemaNode] {
    keys.indices.flatMap { index in
      keys[(index + 1)...].map { other in
        let message = "keep only one of `\(keys[index])` and `\(other)`"
        return rule(valued([keys[index], other]), other, ["type": "null", "errorMessage": .text(message)])
      }
    }
  }

  /// Requires that a key has one of some values, or any value.
  private static func has(_ key: String, _ values: [String]) -> SchemaNode {
    if values.isEmpty { return valued([key]) }
    let choice: SchemaNode = ["enum": .texts(values)]
    return ["required": .texts([key]), "properties": .object([(key: key, value: choice)])]
  }

  /// Requires that all keys have a value, neither absent nor empty quotes.
  private static func valued(_ keys: [String]) -> SchemaNode {
    let nothing: SchemaNode = ["not": ["enum": .list([.null, .text("")])]]
    return ["required": .texts(keys), "properties": .object(keys.map { (key: $0, value: nothing) })]
  }

  private static func choice(_ keys: [String]) -> String {
    let names = keys.map { "`\($0)`" }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return "\(names.dropLast().joined(separator: ", ")) or \(last)"
  }
}
