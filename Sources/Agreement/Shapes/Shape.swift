internal import Diagnostics
internal import YAMLSyntax

/// A kind of value: what it accepts, how it is read, and how the canonical form writes it.
///
/// The canonical form is written from the tree of a document that was read without errors: another pass over the model
/// would cost a third as much as all of reading.
struct Shape<Value: Sendable>: Sendable {
  let description: ShapeDescription
  /// Reads a node that is not empty; nil after reporting what is wrong.
  let decode: @Sendable (NodeID, inout Decoder) -> Value?
  /// Writes the contents of a decoded node; says whether there was anything to write.
  let write: @Sendable (NodeID, inout CanonicalWriter) -> Bool
}

/// A mapping with known keys.
protocol MappingValue: Sendable {
  /// A value in which every part is absent.
  init(holder: SourceRange)
  /// Its keys.
  static var shape: MappingShape<Self> { get }
}

/// The keys of a mapping, and where each goes in the value.
final class MappingShape<Holder: Sendable>: Sendable {
  let fields: [Field<Holder>]
  let keys: KeyTable
  let description: MappingDescription
  /// The required fields, as bits.
  let required: UInt64
  /// The constraints of the description, in the same order, as sets of fields.
  let conditions: [Condition]
  /// The rank of each field in the order of RFC 8785, and which fields are signed, as bits.
  private let ranks: [Int]
  private let signed: UInt64
  /// A value in which every part is absent. It is stored here so that the class needs no conformance of its parameter,
  /// which the runtime would look up at start-up.
  let empty: @Sendable (SourceRange) -> Holder
  private let lent: [Unmanaged<Field<Holder>>]

  init(_ fields: [Field<Holder>], constraints: [MappingDescription.Constraint] = []) where Holder: MappingValue {
    self.fields = fields
    lent = fields.map(Unmanaged.passUnretained)
    empty = { Holder(holder: $0) }
    keys = KeyTable(fields.map(\.description.key))
    description = MappingDescription(fields: fields.map(\.description), constraints: constraints)
    required = fields.indices.reduce(0) { fields[$1].description.isRequired ? $0 | 1 << $1 : $0 }
    // Keys are ASCII, so the order of their bytes is the order of their UTF-16 code units.
    let names = fields.map(\.description.key)
    ranks = names.map { name in names.count { $0 < name } }
    signed = fields.indices.reduce(0) { fields[$1].description.isSigned ? $0 | 1 << $1 : $0 }
    conditions = constraints.map { Condition($0, fields.map(\.description.key)) }
  }

  /// Reads a file that is such a mapping but not an agreement: the catalog, settings, a baseline.
  ///
  /// The value is nil if nothing could be read; the decoder also has the syntax errors, and can continue from there.
  func read(_ source: SourceFile, limits: Limits = .standard) -> (value: Holder?, decoder: Decoder) {
    let words = Set(description.fields.map(\.key))
    let document = SyntaxReader.read(
      source, vocabulary: Vocabulary(keys: words, topLevelKeys: words, containerKeys: []), limits: limits)
    var decoder = Decoder(document, catalog: .empty, outermost: keys)
    decoder.diagnostics = document.diagnostics
    guard document.isComplete, let root = document.root else { return (nil, decoder) }
    let value = decoder.mapping(root, self)
    decoder.joinRetyped()
    return (value, decoder)
  }

  /// Lends a field without a reference count: all files share it, and all cores would wait for each other to count.
  @inline(__always)
  func withField<Result>(_ index: Int, _ body: (Field<Holder>) -> Result) -> Result {
    lent[index]._withUnsafeGuaranteedRef(body)
  }

  /// The shape of a value that is such a mapping.
  func asShape() -> Shape<Holder> {
    Shape(
      description: .mapping(description),
      decode: { node, decoder in decoder.mapping(node, self) },
      write: { node, writer in self.write(node, to: &writer) })
  }

  /// Writes the members that have something to write, as an object.
  func write(_ node: NodeID, to writer: inout CanonicalWriter) -> Bool {
    let document = writer.document
    let wanted = writer.isFull ? .max : signed
    var entries = writer.beginEntries()
    var children = document.children(of: node)
    var next = 0
    while let (key, value) = document.nextEntry(&children) {
      let word = document.bytes(of: key)
      guard let index = keys.index(of: word, from: next) else { continue }
      next = index + 1
      if wanted & (1 << index) != 0 { writer.add(key, value, rank: ranks[index], member: index, to: &entries) }
    }
    return writer.object(entries) { index, value, writer in withField(index) { $0.write(value, &writer) } }
  }
}

/// One key of a mapping.
///
/// A closure sets the part instead of a key path: key paths cost a seventh of the start-up (callgrind, `concord lint`
/// on one file).
final class Field<Holder: Sendable>: Sendable {
  let description: FieldDescription
  /// Whether empty quotes mean an absent value.
  let takesText: Bool
  /// Whether empty brackets or braces mean an absent value, because both would have one canonical form and two
  /// meanings.
  let takesListOrShares: Bool
  /// Reads the value of the key into the holder.
  let decode: @Sendable (_ key: NodeID, _ value: NodeID, inout Holder, inout Decoder) -> Void
  /// Marks the part as one that already has a diagnostic.
  let markBroken: @Sendable (SourceRange, inout Holder) -> Void
  /// Writes the value.
  let write: @Sendable (NodeID, inout CanonicalWriter) -> Bool

  init<Value>(
    _ key: String, _ set: @escaping @Sendable (inout Holder, Part<Value>) -> Void, _ shape: Shape<Value>,
    required: Bool = false,
    signed: Bool = true, title: String, about: String, examples: [String] = []
  ) {
    description = FieldDescription(
      key: key, title: title, about: about, examples: examples, isRequired: required, isSigned: signed,
      shape: shape.description)
    switch shape.description {
    case .text, .textList: takesText = true
    default: takesText = false
    }
    takesListOrShares =
      if case .either(let shapes) = shape.description, case .list? = shapes.first { true } else { false }
    decode = { key, value, holder, decoder in
      let range = decoder.document.range(of: value)
      guard let decoded = shape.decode(value, &decoder) else {
        set(&holder, .broken(range))
        return
      }
      set(&holder, .present(Located(decoded, at: range, key: decoder.document.range(of: key))))
    }
    markBroken = { range, holder in set(&holder, .broken(range)) }
    write = shape.write
  }
}
