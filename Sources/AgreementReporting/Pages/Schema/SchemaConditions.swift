internal import Agreement

extension MappingDescription.Constraint {
  /// The condition as JSON Schema.
  ///
  /// Each part has the form "if it is broken, then this": the YAML language server shows the `errorMessage` of a `then`, and it
  /// takes no words to complete from an `if`. From `anyOf` and `not` it would do both wrong.
  func schemas(fields: [FieldDescription]) -> [SchemaNode] {
    switch self {
    case .atMostOne(let keys): Self.exclusive(keys)
    case .excludes(let key, let other): Self.exclusive([key, other])
    case .exactlyOne(let keys):
      [
        Self.broken(
          ["allOf": .list(keys.map { ["not": Self.valued([$0])] })], "add \(Self.choice(keys)), with a value")
      ] + Self.exclusive(keys)
    case .oneWritten(let keys):
      [
        Self.broken(
          ["allOf": .list(keys.map { ["not": ["required": [.text($0)]]] })], "add \(Self.choice(keys))")
      ]
    case .needs(let key, let values, let then):
      [
        Self.broken(
          ["allOf": [Self.has(key, values), ["not": Self.valued([then])]]],
          "`\(key)` needs `\(then)` beside it, with a value")
      ]
    case .words(let key, let values, let then, let count, let takes, let example):
      [
        [
          "if": Self.has(key, values),
          "then": [
            "properties": .object([
              (
                then,
                [
                  "pattern": count == 1...1 ? "^[^ ]*$" : "^[^ ]* [^ ]",
                  "patternErrorMessage": .text("write \(takes), such as \(example)"),
                ]
              )
            ])
          ],
        ]
      ]
    }
  }

  /// What nothing fulfills, with what the editor says.
  private static func broken(_ condition: SchemaNode, _ message: String) -> SchemaNode {
    ["if": condition, "then": ["type": "null", "errorMessage": .text(message)]]
  }

  /// No two of the keys have a value; the later key is marked.
  private static func exclusive(_ keys: [String]) -> [SchemaNode] {
    keys.indices.flatMap { index in
      keys[(index + 1)...].map { other in
        [
          "if": valued([keys[index], other]),
          "then": [
            "properties": .object([
              (
                other,
                [
                  "type": "null",
                  "errorMessage": .text("keep only one of `\(keys[index])` and `\(other)`"),
                ]
              )
            ])
          ],
        ]
      }
    }
  }

  /// A key that has one of some values, or any value.
  private static func has(_ key: String, _ values: [String]) -> SchemaNode {
    if values.isEmpty { return valued([key]) }
    return ["required": [.text(key)], "properties": .object([(key, ["enum": .texts(values)])])]
  }

  /// All of the keys have a value: neither nothing nor empty quotes.
  private static func valued(_ keys: [String]) -> SchemaNode {
    [
      "required": .texts(keys),
      "properties": .object(keys.map { (key: $0, value: ["not": ["enum": [.null, ""]]]) }),
    ]
  }

  private static func choice(_ keys: [String]) -> String {
    let names = keys.map { "`\($0)`" }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return "\(names.dropLast().joined(separator: ", ")) or \(last)"
  }
}
