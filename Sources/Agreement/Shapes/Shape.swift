internal import Diagnostics
internal import YAMLSyntax

/// A kind of value: what it accepts, how it is read, and how the canonical form writes it.
struct Shape<Value: Sendable>: Sendable {
  let description: ShapeDescription
  /// Reads a node that is not empty; nil after it reported what is wrong.
  let decode: @Sendable (NodeID, inout Decoder) -> Value?
  /// Writes the value; says whether there was anything to write.
  let write: @Sendable (Value, inout CanonicalWriter) -> Bool
}

/// A mapping with known keys.
protocol MappingValue: Sendable {
  /// A value in which every part is absent.
  init(holder: SourceRange)
  /// Its keys.
  static var shape: MappingShape<Self> { get }
}

/// The keys of a mapping and where each goes in the value.
final class MappingShape<Holder: Sendable>: Sendable {
  let fields: [Field<Holder>]
  let keys: KeyTable
  let description: MappingDescription
  /// The required fields, as bits.
  let required: UInt64
  /// The constraints of the description, in the same order, as sets of fields.
  let conditions: [Condition]
  /// The fields in the order of RFC 8785, and those of them that are signed.
  private let sortedFields: [Field<Holder>]
  private let signedFields: [Field<Holder>]
  /// A value in which every part is absent. It stands here, and the class asks no conformance of its parameter, for the
  /// runtime would look each one up at start-up.
  let empty: @Sendable (SourceRange) -> Holder

  init(_ fields: [Field<Holder>], constraints: [MappingDescription.Constraint] = []) where Holder: MappingValue {
    self.fields = fields
    empty = { Holder(holder: $0) }
    keys = KeyTable(fields.map(\.description.key))
    description = MappingDescription(fields: fields.map(\.description), constraints: constraints)
    required = fields.indices.reduce(0) { fields[$1].description.isRequired ? $0 | 1 << $1 : $0 }
    // Keys are ASCII, so the order of their bytes is the order of their UTF-16 code units.
    sortedFields = fields.sorted { $0.description.key < $1.description.key }
    signedFields = sortedFields.filter(\.isSigned)
    conditions = constraints.map { Condition($0, fields.map(\.description.key)) }
  }

  /// The shape of a value that is such a mapping.
  func asShape() -> Shape<Holder> {
    Shape(
      description: .mapping(description),
      decode: { node, decoder in decoder.mapping(node, self) },
      write: { value, writer in self.write(value, to: &writer) })
  }

  /// Writes the members that have something to write, as an object.
  func write(_ value: Holder, to writer: inout CanonicalWriter) -> Bool {
    writer.object { writer in
      for field in writer.isFull ? sortedFields : signedFields { field.write(value, &writer) }
    }
  }
}

/// One key of a mapping.
///
/// A part is read and written by two closures and not by a key path: key paths cost a seventh of the start-up (callgrind,
/// `concord lint` on one file).
final class Field<Holder: Sendable>: Sendable {
  let description: FieldDescription
  /// Whether the digest covers it.
  let isSigned: Bool
  /// Whether empty quotes are an absent value.
  let takesText: Bool
  /// Reads the value of the key into the holder.
  let decode: @Sendable (_ key: NodeID, _ value: NodeID, inout Holder, inout Decoder) -> Void
  /// Marks the part as one that has a diagnostic already.
  let markBroken: @Sendable (SourceRange, inout Holder) -> Void
  let write: @Sendable (Holder, inout CanonicalWriter) -> Void

  init<Value>(
    _ key: String, _ get: @escaping @Sendable (Holder) -> Part<Value>,
    _ set: @escaping @Sendable (inout Holder, Part<Value>) -> Void, _ shape: Shape<Value>, required: Bool = false,
    signed: Bool = true, title: String, about: String, examples: [String] = []
  ) {
    description = FieldDescription(
      key: key, title: title, about: about, examples: examples, isRequired: required, isSigned: signed,
      shape: shape.description)
    isSigned = signed
    switch shape.description {
    case .text, .textList: takesText = true
    default: takesText = false
    }
    let label = Array("\"\(key)\":".utf8)
    decode = { key, value, holder, decoder in
      let range = decoder.document.range(of: value)
      guard let decoded = shape.decode(value, &decoder) else {
        set(&holder, .broken(range))
        return
      }
      set(&holder, .present(Located(decoded, at: range, key: decoder.document.range(of: key))))
    }
    markBroken = { range, holder in set(&holder, .broken(range)) }
    write = { holder, writer in
      if case .present(let located) = get(holder) {
        writer.member(label: label) { shape.write(located.value, &$0) }
      }
    }
  }
}
