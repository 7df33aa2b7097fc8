/// The table of a mapping with known keys: from it come how the mapping is read, the canonical form, the vocabulary, the
/// JSON Schema and the tables of the specification.
package final class MappingDescription: Sendable {
  /// The keys, in the order in which people write them.
  package let fields: [Field]
  /// The conditions between the keys.
  package let constraints: [Constraint]
  /// The keys, to look them up.
  let keys: KeyTable

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

  package init(_ fields: [Field], constraints: [Constraint] = []) {
    self.fields = fields.sorted { $0.place < $1.place }
    self.constraints = constraints
    keys = KeyTable(self.fields.map(\.key))
  }
}

/// One key of a mapping.
package struct Field: Sendable {
  /// Its place among the keys, which is that of its cell.
  let place: Int
  /// The key.
  package let key: String
  /// What it takes.
  package let shape: ShapeDescription
  /// Whether the format requires it.
  package let isRequired: Bool
  /// Whether the digest covers it.
  package let isSigned: Bool
  /// Its name for people.
  package let title: String
  /// What it is for, in a sentence or two; editors show it when the pointer hovers over the key.
  package let about: String
  /// Values as people write them.
  package let examples: [String]

  package init(
    _ place: some RawRepresentable<Int>, _ key: String, _ shape: ShapeDescription, required: Bool = false,
    signed: Bool = true, title: String, about: String, examples: [String] = []
  ) {
    self.place = place.rawValue
    self.key = key
    self.shape = shape
    isRequired = required
    isSigned = signed
    self.title = title
    self.about = about
    self.examples = examples
  }
}
