/// What a shape accepts, as data: the JSON Schema and the tables of the specification are made from it.
package indirect enum ShapeDescription: Sendable {
  /// Any text.
  case text
  /// A text or a list of texts.
  case textList
  /// A scalar of a fixed form.
  case form(Form)
  /// One of some words.
  case word([String])
  /// The id of something declared elsewhere in the file.
  case reference(to: String)
  /// The id of a topic of the catalog.
  case topicReference
  /// A list.
  case list(of: ShapeDescription)
  /// A scalar, or a list of at least one such scalar without duplicates.
  case oneOrMore(ShapeDescription)
  /// A list of at least one scalar without duplicates.
  case someOf(ShapeDescription)
  /// A mapping with known keys.
  case mapping(MappingDescription)
  /// A mapping whose keys people choose, and whether every key needs a value.
  case dictionary(value: ShapeDescription, requiresValue: Bool)
  /// One of several shapes of different kinds (scalar, list, mapping).
  case either([ShapeDescription])
  /// The sections and topics of the catalog.
  case topics(answer: ShapeDescription)
  /// The coaching roles of the catalog, each with a text.
  case roles
  /// Rules and their categories, each with a level.
  case ruleLevels

  /// A scalar of a certain form, as a pattern that ECMAScript and every JSON Schema validator understand.
  package enum Form: String, Sendable, CaseIterable {
    case count
    case date
    case digest
    case format
    case identifier
    case minutes
    case schoolYear
    case share
    case time
    case weekday

    /// The pattern, anchored at both ends.
    package var pattern: String {
      switch self {
      case .date:
        "^(?!0000)[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-9]))$"
      case .count: "^[1-9][0-9]{0,2}$"
      case .digest: "^[0-9a-f]{64}$"
      case .format: "^1$"
      case .identifier: "^(?!x-)(?!(y|n|yes|no|on|off|true|false|null)$)[a-z][a-z0-9]*(-[a-z0-9]+)*$"
      case .minutes: "^0*[1-9][0-9]{0,3}$"
      case .schoolYear:
        "^([1-9][0-9]{3}|[Ss][Yy] *([0-9]{2}|(?!1000$)[1-9][0-9]{3})|([Ss][Yy] *)?([1-9][0-9]{3} *[-–—/] *([0-9]{2}|[0-9]{4})|[0-9]{2} *[-–—/] *[0-9]{2}))$"
      case .share: "^([0-9]|[1-9][0-9]|100)%$"
      case .time: "^(([01]?[0-9]|2[0-3]):[0-5][0-9]|(0?[1-9]|1[0-2]):[0-5][0-9] ?[AaPp][Mm])$"
      case .weekday:
        "^((first|second|third|fourth|last|first and (second|third|fourth|last)|second and (third|fourth|last)|third and (fourth|last)|fourth and last) )?(monday|tuesday|wednesday|thursday|friday|saturday|sunday)$"
      }
    }

    /// Its name in a sentence.
    package var name: String {
      switch self {
      case .count: "a number from 1 to 999"
      case .date: "a date such as 2026-08-17"
      case .digest: "a digest of 64 hexadecimal digits"
      case .format: "the number 1"
      case .identifier: "an id such as `river-bend`"
      case .minutes: "a number of minutes such as 30"
      case .schoolYear: "a school year such as 2026-27"
      case .share: "a share such as 60%"
      case .time: "a time such as 15:30 or 3:30 pm"
      case .weekday: "a day such as `tuesday`, or `first tuesday` every month"
      }
    }
  }

  /// Its name in a sentence: "`norms` takes …".
  package var name: String {
    switch self {
    case .text: "a text"
    case .textList: "a text or a list of texts"
    case .form(let form): form.name
    case .word(let words): words.map { "`\($0)`" }.joined(separator: ", ")
    case .reference(to: "party"): "the id of a participant, or of somebody under `others`"
    case .reference(let what): "the id of a \(what)"
    case .oneOrMore(let item): "\(item.name), or several in brackets"
    case .someOf(let item): "a list, each item \(item.name)"
    case .topicReference: "the id of a topic"
    case .list(let item):
      switch item {
      case .mapping: "a list, each item with a dash"
      case .reference, .topicReference: "a list of ids in brackets"
      default: "a list"
      }
    case .mapping(let mapping):
      "lines such as \(mapping.fields.prefix(3).map { "`\($0.key):`" }.joined(separator: ", "))\(mapping.fields.count > 3 ? ", …" : "")"
    case .dictionary: "a short name and a colon on each line"
    case .either(let shapes): shapes.map(\.name).joined(separator: ", or ")
    case .topics: "sections with their topics"
    case .roles: "roles, each with a text"
    case .ruleLevels: "rules or categories, each with a level"
    }
  }
}

/// A mapping with known keys, as data.
package struct MappingDescription: Sendable {
  /// The keys, in the order in which people write them.
  package let fields: [FieldDescription]
  /// The conditions between the keys.
  package let constraints: [Constraint]

  /// A condition between keys of one mapping.
  package enum Constraint: Sendable {
    /// At most one of the keys has a value.
    case atMostOne([String])
    /// One of the keys has a value.
    case exactlyOne([String])
    /// One of the keys is written, even without a value.
    case oneWritten([String])
    /// If the first key has one of the values (any value, if none is named), the second is written.
    case needs(String, values: [String], then: String)
    /// If the first key has a value, the second must not.
    case excludes(String, String)
    /// If the first key has one of the values, the second has this many words: what it then takes, and an example.
    case words(String, values: [String], then: String, count: ClosedRange<Int>, takes: String, example: String)
  }
}

/// One key of a mapping, as data.
package struct FieldDescription: Sendable {
  /// The key.
  package let key: String
  /// Its name for people.
  package let title: String
  /// What it is for, in a sentence or two; editors show it when the pointer hovers over the key.
  package let about: String
  /// Values as people write them.
  package let examples: [String]
  /// Whether the format requires it.
  package let isRequired: Bool
  /// Whether the digest covers it.
  package let isSigned: Bool
  /// What it takes.
  package let shape: ShapeDescription
}
