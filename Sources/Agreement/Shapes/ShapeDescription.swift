/// What a shape accepts, as data: the JSON Schema and the tables of the specification are made from it.
package indirect enum ShapeDescription: Sendable {
  /// Any text.
  case text
  /// A text or a list of texts.
  case textList
  /// A scalar of a fixed form.
  case form(Form)
  /// One of some words.
  case word(WordList)
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
  case dictionary(value: ShapeDescription, requiresValue: Bool, keys: EntryKeys = .declared)
  /// A short form and a long one of different kinds: a text or a mapping, a list of texts or a mapping, or a list of
  /// campuses or their shares.
  case either([ShapeDescription])
  /// The sections and topics of the catalog.
  case topics(answer: ShapeDescription)
  /// The coaching roles of the catalog, each with a text.
  case roles
  /// Rules and their categories, each with a level.
  case ruleLevels(WordList)

  /// What the keys are that people choose.
  package enum EntryKeys: BitwiseCopyable, Sendable {
    /// Ids that are declared there.
    case declared
    /// Ids of participants.
    case participants
    /// School years in their standard spelling.
    case schoolYears
  }

  /// A scalar of a certain form, as a pattern that ECMAScript and every JSON Schema validator understand.
  package enum Form: String, BitwiseCopyable, Sendable, CaseIterable {
    case count
    case date
    /// A day, or several in a row.
    case days
    case digest
    case format
    case identifier
    case minutes
    case schoolYear
    case share
    case time
    case weekday
    /// A number of school years to look back over, from 2.
    case years

    /// The pattern, anchored at both ends.
    package var pattern: String {
      switch self {
      case .date:
        "^(?!0000)[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-9]))$"
      case .days:
        "^(?!0000)[0-9]{4}-[01][0-9]-[0-3][0-9](\\.\\.(?!0000)[0-9]{4}-[01][0-9]-[0-3][0-9])?$"
      case .count, .years: "^[1-9][0-9]{0,2}$"
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
      case .count, .years: "a number from 1 to 999"
      case .date: "a date such as 2026-08-17"
      case .days: "a day such as 2027-09-06, or several, as in 2027-12-20..2027-12-31"
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

  package static let campus = ShapeDescription.reference(to: "campus")
  package static let count = ShapeDescription.form(.count)
  package static let date = ShapeDescription.form(.date)
  package static let days = ShapeDescription.form(.days)
  package static let digest = ShapeDescription.form(.digest)
  package static let format = ShapeDescription.form(.format)
  package static let identifier = ShapeDescription.form(.identifier)
  package static let minutes = ShapeDescription.form(.minutes)
  package static let participant = ShapeDescription.reference(to: "participant")
  package static let party = ShapeDescription.reference(to: "party")
  package static let schoolYear = ShapeDescription.form(.schoolYear)
  package static let time = ShapeDescription.form(.time)
  package static let topic = ShapeDescription.topicReference
  package static let weekday = ShapeDescription.form(.weekday)
  package static let years = ShapeDescription.form(.years)

  /// The keys of a mapping with known keys, or of the long form of a value.
  var table: MappingDescription? {
    switch self {
    case .mapping(let table): table
    case .either(let shapes): shapes.lazy.compactMap(\.table).first
    default: nil
    }
  }

  /// What an item or an entry takes.
  var item: ShapeDescription? {
    switch self {
    case .list(let item), .oneOrMore(let item), .someOf(let item), .dictionary(let item, _, _), .topics(let item): item
    default: nil
    }
  }

  /// Whether a value has keys below it and never a text.
  var isContainer: Bool {
    switch self {
    case .mapping, .dictionary, .topics, .roles: true
    default: false
    }
  }

  /// Whether it is a mapping with known keys and nothing else.
  var isMapping: Bool { if case .mapping = self { true } else { false } }

  /// One of the words of a type.
  package static func oneOf(_ type: (some FormatWord).Type) -> ShapeDescription { .word(WordList(type)) }

  /// Its name in a sentence: "`norms` takes …".
  package var name: String {
    switch self {
    case .text: "a text"
    case .textList: "a text or a list of texts"
    case .form(let form): form.name
    case .word(let list): list.words.map { "`\($0)`" }.joined(separator: ", ")
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
    case .dictionary(_, _, .schoolYears): "a school year and a colon on each line"
    case .dictionary: "a short name and a colon on each line"
    case .either(let shapes): shapes.map(\.name).joined(separator: ", or ")
    case .topics: "sections with their topics"
    case .roles: "roles, each with a text"
    case .ruleLevels: "rules or categories, each with a level"
    }
  }
}

/// The words of a fixed list.
package struct WordList: Sendable {
  /// The words, in order.
  package let words: [String]
  /// The word that other words, in plain spelling, surely mean.
  let meant: @Sendable (String) -> String?

  package init<Word: FormatWord>(_ type: Word.Type) {
    words = Word.allCases.map(\.rawValue)
    meant = { Word.synonyms[$0]?.rawValue }
  }
}
