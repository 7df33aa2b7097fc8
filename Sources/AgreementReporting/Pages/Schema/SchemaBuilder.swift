internal import Agreement
internal import AgreementLint
internal import Diagnostics
internal import TextSupport

/// Makes a JSON Schema of a mapping of the format.
///
/// Besides judging a file, the schema decides what an editor offers. The YAML language server offers the words of
/// `enum`, `examples` and `defaultSnippets`, and `true`, `false` and `null` wherever a `type` allows them, also inside
/// `anyOf`, `allOf` and `oneOf`, but not inside `not` and `if`. So anything that is accepted but should never be
/// offered goes behind a `not`; `examples` contain only what is right in every file; and the examples of free texts,
/// dates and names are part of the description.
struct SchemaBuilder {
  let catalog: Catalog

  /// A whole schema, with a final line feed.
  func document(of description: MappingDescription, title: String, about: String, comment: String) -> String {
    let head: SchemaNode = [
      "$schema": "http://json-schema.org/draft-07/schema#",
      "$comment": .text(comment),
      "title": .text(title),
      "description": .text(about),
      "type": "object",
    ]
    var writer = JSONWriter(indented: true)
    head.with(keys(of: description)).write(to: &writer)
    return writer.text + "\n"
  }

  // MARK: - Mappings

  /// The keys of a mapping and the conditions between them, without its type.
  func keys(of mapping: MappingDescription) -> SchemaNode {
    let required = mapping.fields.filter(\.isRequired).map(\.key)
    let conditions = mapping.constraints.flatMap { $0.schemas(fields: mapping.fields) }
    return SchemaNode.object(
      [("properties", .object(mapping.fields.map { ($0.key, field($0)) }))]
        + Self.closed.members
        + (required.isEmpty ? [] : [("required", .texts(required))])
        + (conditions.isEmpty ? [] : [("allOf", .list(conditions))]))
  }

  /// The authors' own keys are allowed; others are not.
  private static let closed: SchemaNode = ["patternProperties": ["^x-": true], "additionalProperties": false]

  private func field(_ field: Field) -> SchemaNode {
    // An id from the examples is not in any other file.
    described(field.title, field.about, examples: field.shape.takesIDsOfFile ? [] : field.examples)
      .with(value(field.shape, nullable: !field.isRequired, offering: offers(field)))
  }

  /// The words to offer for a text: only the usual purposes of the conversation are right in every file.
  private func offers(_ field: Field) -> [String] {
    let purposes = catalog.purposes.map(\.id)
    return field.examples.contains { purposes.contains($0) } ? purposes : []
  }

  private func described(_ title: String, _ about: String, examples: [String] = []) -> SchemaNode {
    let samples = examples.isEmpty ? "" : "\n\nExample: \(examples.map { "`\($0)`" }.joined(separator: " or "))"
    let plain = (about + samples).filter { $0 != "`" }
    return ["title": .text(title), "description": .text(plain), "markdownDescription": .text(about + samples)]
  }

  // MARK: - Values

  /// What a key takes. YAML readers see an absent value as null.
  func value(_ shape: ShapeDescription, nullable: Bool, offering offers: [String] = []) -> SchemaNode {
    if nullable, let container = container(shape) { return container }
    var alternatives = alternatives(shape, nullable: nullable, offering: offers)
    let silent = Self.silentTypes(shape) + (nullable ? ["null"] : [])
    if alternatives.count == 1, silent.isEmpty { return alternatives[0] }
    if !silent.isEmpty { alternatives.append(["not": ["type": .texts(Self.types.filter { !silent.contains($0) })]]) }
    return ["anyOf": .list(alternatives)]
  }

  private static let types = ["string", "number", "boolean", "array", "object", "null"]

  /// The types that are accepted but never offered: where a text is required, YAML turns some texts into numbers and
  /// booleans.
  private static func silentTypes(_ shape: ShapeDescription) -> [String] {
    switch shape {
    case .text, .textList: ["number", "boolean"]
    case .either(let shapes): shapes.flatMap(silentTypes)
    case .form, .word, .reference, .topicReference, .list, .oneOrMore, .someOf, .mapping, .dictionary, .topics, .roles,
      .ruleLevels:
      []
    }
  }

  /// A list or mapping that may be left out. It has no `type`, so that an editor does not offer null but still begins
  /// its lines.
  private func container(_ shape: ShapeDescription) -> SchemaNode? {
    func guarded(_ kind: String, _ node: SchemaNode) -> SchemaNode {
      let others = Self.types.filter { $0 != kind && $0 != "null" }
      return node.with([
        "if": ["type": .texts(others)],
        "then": ["type": .text(kind), "errorMessage": .text("write \(shape.name)")],
      ])
    }
    switch shape {
    case .list, .someOf: return guarded("array", untyped(shape))
    case .mapping, .dictionary, .topics, .roles, .ruleLevels: return guarded("object", untyped(shape))
    case .text, .textList, .form, .word, .reference, .topicReference, .oneOrMore, .either: return nil
    }
  }

  /// A list or mapping without its type.
  private func untyped(_ shape: ShapeDescription) -> SchemaNode {
    switch shape {
    case .list(let item): return ["items": value(item, nullable: true)]
    case .someOf(let item):
      return ["items": value(item, nullable: true), "contains": value(item, nullable: false), "uniqueItems": true]
    case .mapping(let description): return keys(of: description)
    case .dictionary(let item, let requiresValue, let keys):
      let pattern =
        keys == .schoolYears ? "^[1-9][0-9]{3}(-[0-9]{2})?$" : ShapeDescription.Form.identifier.pattern
      return [
        "properties": [:],
        "patternProperties": .object([("^x-", true), (pattern, value(item, nullable: !requiresValue))]),
        "additionalProperties": false,
      ]
    case .topics(let answer): return topics(answer)
    case .roles:
      let roles = catalog.roles.map { role in
        (key: role.id, value: described(role.title, role.means).with(value(.text, nullable: true)))
      }
      return SchemaNode.object([("properties", .object(roles))]).with(Self.closed)
    case .ruleLevels: return ruleLevels
    case .text, .textList, .form, .word, .reference, .topicReference, .oneOrMore, .either: return [:]
    }
  }

  /// The ways to write a value, not counting an absent one.
  private func alternatives(_ shape: ShapeDescription, nullable: Bool, offering offers: [String]) -> [SchemaNode] {
    let message = SchemaNode.text("write \(shape.name)")
    switch shape {
    case .text:
      return [
        SchemaNode.object([("type", "string")] + (nullable ? [] : [("minLength", 1)]) + [("errorMessage", message)])
      ]
    case .textList:
      return [
        ["type": "string", "errorMessage": message],
        ["type": "array", "items": textItem(offers)],
      ]
    case .form(let form): return [self.form(form)]
    case .word(let list):
      let words = list.words
      return [
        ["enum": .texts(words), "errorMessage": .text("write one of these words: \(words.joined(separator: ", "))")]
      ]
    case .reference:
      return [
        [
          "type": "string", "pattern": .text(ShapeDescription.Form.identifier.pattern),
          "patternErrorMessage": message, "errorMessage": message,
        ]
      ]
    case .topicReference:
      return [["enum": .texts(catalog.topics.map(\.id)), "errorMessage": message]]
    case .oneOrMore(let item):
      return alternatives(item, nullable: false, offering: [])
        + [SchemaNode.object([("type", "array")]).with(untyped(.someOf(item)))]
    case .list, .someOf: return [SchemaNode.object([("type", "array")]).with(untyped(shape))]
    case .mapping, .dictionary, .topics, .roles, .ruleLevels:
      return [SchemaNode.object([("type", "object")]).with(untyped(shape))]
    case .either(let shapes):
      return shapes.flatMap { alternatives($0, nullable: nullable, offering: offers) }
    }
  }

  /// An item in a list of texts: a text, or one key and a text, which is the text `key: value`.
  private func textItem(_ offers: [String]) -> SchemaNode {
    let item: SchemaNode = [
      "if": ["type": "object"],
      "then": ["minProperties": 1, "maxProperties": 1, "additionalProperties": value(.text, nullable: true)],
      "else": [
        "if": ["type": "array"],
        "then": ["type": "string", "errorMessage": "write one text after each dash"],
      ],
    ]
    return offers.isEmpty ? item : SchemaNode.object([("examples", .texts(offers))]).with(item)
  }

  private func form(_ form: ShapeDescription.Form) -> SchemaNode {
    // A number written with digits only, such as `minutes: 30`, is a number to an editor.
    let range: ClosedRange<Int>? =
      switch form {
      case .format: 1...1
      case .count, .years: 1...999
      case .minutes: 1...9999
      case .schoolYear: 1000...9999
      case .date, .days, .digest, .identifier, .share, .time, .weekday: nil
      }
    let message = SchemaNode.text("write \(form.name)")
    let days: [(key: String, value: SchemaNode)] = form == .weekday ? [("examples", .texts(Weekday.days))] : []
    let bounds: [(key: String, value: SchemaNode)] =
      range.map { [("minimum", .number($0.lowerBound)), ("maximum", .number($0.upperBound))] } ?? []
    return .object(
      [("type", range == nil ? "string" : ["string", "integer"])] + days + [("pattern", .text(form.pattern))] + bounds
        + [("patternErrorMessage", message), ("errorMessage", message)])
  }

  private var ruleLevels: SchemaNode {
    func level(_ name: String, _ about: String) -> (key: String, value: SchemaNode) {
      let words = value(.oneOf(RuleSetting.self), nullable: false)
      return (name, SchemaNode.object([("description", .text(about))]).with(words))
    }
    let categories = Rule.Category.allCases.filter { $0 != .syntax }
    let rules = Rule.all.filter { $0.category != .syntax }
    let levels =
      categories.map { level($0.rawValue, "All rules of this category.") }
      + rules.map { level($0.id.rawValue, $0.summary) }
    return SchemaNode.object([("properties", .object(levels))]).with(Self.closed)
  }

  // MARK: - Topics

  private func topics(_ answer: ShapeDescription) -> SchemaNode {
    let sections = catalog.sections.map { section -> (key: String, value: SchemaNode) in
      let own: [(key: String, value: SchemaNode)] = [
        (
          "told-to-teachers",
          described("Told to teachers", "How and when teachers hear of this whole section.")
            .with(value(.text, nullable: true))
        ),
        (
          "not-relevant",
          described(
            "Not relevant",
            "Why none of these topics matters at your school, except for the ones you answer."
          ).with(value(.text, nullable: true))
        ),
      ]
      let topics = section.topics.map { index in topic(catalog.topics[index]) }
      let node = described(section.title, section.question)
        .with(.object([("properties", .object(own + topics))])).with(Self.closed)
        .with([
          "if": ["type": ["string", "number", "boolean", "array"]],
          "then": ["type": "object", "errorMessage": "write the topics of this section, each on a line of its own"],
        ])
      return (section.id, node)
    }
    return SchemaNode.object([("properties", .object(sections))]).with(Self.closed)
      .with(["definitions": ["answer": value(answer, nullable: true).with(states(of: answer))]])
  }

  private func topic(_ topic: Topic) -> (key: String, value: SchemaNode) {
    let text = "\(topic.question)\n\n\(topic.hint)\n\nExample: \(topic.example)"
    return (
      topic.id,
      [
        "title": .text(topic.title), "description": .text(text),
        "markdownDescription": .text("**\(topic.question)**\n\n\(topic.hint)\n\n*Example:* \(topic.example)"),
        // In draft-07 anything next to a `$ref` is ignored, and an editor continues after the key only if there is an
        // `anyOf`.
        "anyOf": [["$ref": "#/properties/topics/definitions/answer"]],
      ]
    )
  }

  /// The states of an answer that is more than a text, as lines for an editor to fill in.
  private func states(of answer: ShapeDescription) -> SchemaNode {
    guard case .either(let shapes) = answer else { return [:] }
    for case .mapping(let description) in shapes {
      for case .oneWritten(let states) in description.constraints {
        let fields = description.fields.filter { states.contains($0.key) }
        return ["defaultSnippets": .list(fields.map(snippet))]
      }
    }
    return [:]
  }

  private func snippet(_ field: Field) -> SchemaNode {
    let body: SchemaNode
    if case .mapping(let inner) = field.shape {
      body = .object(inner.fields.enumerated().map { ($1.key, .text("$\($0 + 1)")) })
    } else {
      body = "$1"
    }
    return [
      "label": .text("\(field.key):"), "description": .text(field.about), "body": .object([(field.key, body)]),
    ]
  }
}

extension ShapeDescription {
  /// Whether a value consists of ids that the file itself gives to people and schools.
  fileprivate var takesIDsOfFile: Bool {
    switch self {
    case .reference: true
    case .oneOrMore(let item), .someOf(let item), .list(let item): item.takesIDsOfFile
    case .dictionary, .either, .form, .mapping, .roles, .ruleLevels, .text, .textList, .topicReference, .topics, .word:
      false
    }
  }
}
