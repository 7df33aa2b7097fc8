/// A table and all tables below it in flat arrays, as files are read and the canonical form is written by them.
///
/// Nothing in it is counted while a file is read: all files share it, and all cores would wait for each other to count.
package struct Layout: Sendable {
  /// How a value is read and written.
  enum Kind: UInt8 {
    case answer
    case campus
    case campusShares
    case dictionary
    case list
    case mapping
    case nameOrKeys
    case oneOrMore
    case participant
    case party
    case roles
    case ruleLevels
    case scalar
    case someOf
    case text
    case textList
    case topic
    case topics
    case word
  }

  /// What a key, an item or an entry takes.
  struct Code: BitwiseCopyable, Sendable {
    var kind = Kind.text
    /// The form of a scalar.
    var form = ShapeDescription.Form.count
    /// The code of the items or entries, or the index of the mapping or of the group of words.
    var target = 0
    /// Whether every entry needs a value.
    var requiresValue = false
    /// What the keys of the entries are.
    var keys = ShapeDescription.EntryKeys.declared
  }

  /// A mapping with known keys; sets of its keys are bits.
  struct Mapping: BitwiseCopyable, Sendable {
    var keys = WordGroups.Group(first: 0, count: 0)
    /// The code of the first key; the others follow.
    var first = 0
    var required: UInt64 = 0
    var signed: UInt64 = 0
    /// The keys for which empty quotes mean an absent value.
    var textual: UInt64 = 0
    /// The keys for which empty brackets or braces mean an absent value, because both would have one canonical form and
    /// two meanings.
    var listsOrShares: UInt64 = 0
    /// The number of conditions between the keys.
    var conditions = 0

  }

  private(set) var codes: [Code] = []
  /// What each code takes, for messages.
  private(set) var shapes: [ShapeDescription] = []
  private(set) var mappings: [Mapping] = []
  private(set) var descriptions: [MappingDescription] = []
  /// The conditions of each mapping, in the order of its constraints.
  private(set) var conditions: [[Condition]] = []
  private(set) var words = WordGroups()
  private(set) var groups: [WordGroups.Group] = []
  /// The keys of each mapping in the order of RFC 8785, at the places of their codes.
  private(set) var order: [Int] = []
  /// The outermost keys.
  var outermost: MappingDescription { descriptions[0] }

  package init(of table: MappingDescription) { _ = add(table) }

  /// The index of a mapping; a table that is used twice is laid out once.
  private mutating func add(_ table: MappingDescription) -> Int {
    if let known = descriptions.firstIndex(where: { $0 === table }) { return known }
    let names = table.fields.map(\.key)
    var mapping = Mapping(keys: words.add(names), first: codes.count, conditions: table.constraints.count)
    for (index, field) in table.fields.enumerated() {
      let bit: UInt64 = 1 << index
      if field.isRequired { mapping.required |= bit }
      if field.isSigned { mapping.signed |= bit }
      switch field.shape {
      case .text, .textList: mapping.textual |= bit
      case .either(let shapes): if case .list? = shapes.first { mapping.listsOrShares |= bit }
      default: break
      }
    }
    let place = mappings.count
    mappings.append(mapping)
    descriptions.append(table)
    conditions.append(table.constraints.map { Condition($0, names) })
    for field in table.fields { reserve(field.shape) }
    // Keys are ASCII, so the order of their bytes is the order of their UTF-16 code units.
    for (rank, index) in names.indices.sorted(by: { names[$0] < names[$1] }).enumerated() {
      order[mapping.first + rank] = index
    }
    for (index, field) in table.fields.enumerated() { codes[mapping.first + index] = code(of: field.shape) }
    return place
  }

  private mutating func reserve(_ shape: ShapeDescription) {
    codes.append(Code())
    shapes.append(shape)
    order.append(0)
  }

  /// The index of the code of an item or an entry.
  private mutating func add(_ shape: ShapeDescription) -> Int {
    let place = codes.count
    reserve(shape)
    codes[place] = code(of: shape)
    return place
  }

  private mutating func code(of shape: ShapeDescription) -> Code {
    switch shape {
    case .text: return Code(kind: .text)
    case .textList: return Code(kind: .textList)
    case .form(let form): return Code(kind: .scalar, form: form)
    case .word(let list): return Code(kind: .word, target: add(list))
    case .reference(to: "campus"): return Code(kind: .campus)
    case .reference(to: "participant"): return Code(kind: .participant)
    case .reference: return Code(kind: .party)
    case .topicReference: return Code(kind: .topic)
    case .list(let item): return Code(kind: .list, target: add(item))
    case .oneOrMore(let item): return Code(kind: .oneOrMore, target: add(item))
    case .someOf(let item): return Code(kind: .someOf, target: add(item))
    case .mapping(let table): return Code(kind: .mapping, target: add(table))
    case .dictionary(let value, let requiresValue, let keys):
      return Code(kind: .dictionary, target: add(value), requiresValue: requiresValue, keys: keys)
    case .either(let shapes):
      if case .list(let campus) = shapes[0] { return Code(kind: .campusShares, target: add(campus)) }
      guard case .mapping(let table) = shapes[1] else { preconditionFailure("a short form goes with a mapping") }
      let isText = if case .text = shapes[0] { true } else { false }
      return Code(kind: isText ? .nameOrKeys : .answer, target: add(table))
    case .topics(let answer): return Code(kind: .topics, target: add(answer))
    case .roles: return Code(kind: .roles, target: add(.text))
    case .ruleLevels(let list): return Code(kind: .ruleLevels, target: add(.word(list)), requiresValue: true)
    }
  }

  private mutating func add(_ list: WordList) -> Int {
    groups.append(words.add(list.words))
    return groups.count - 1
  }
}
