internal import Crypto
package import Diagnostics
internal import TextSupport
package import YAMLSyntax

/// A file as far as it could be read: the agreement, and what is wrong with its text and structure.
package struct AgreementReading: Sendable {
  /// The agreement; nil if the file holds none.
  package let agreement: Agreement?
  /// What is wrong, in no particular order.
  package let diagnostics: [Diagnostic]
  /// The tree of the file.
  package let document: Document
  /// Whether the text and the structure are free of errors, so that there is a canonical form.
  package let isSound: Bool

  /// The canonical form as UTF-8; nil if the file has errors.
  package var canonicalForm: [UInt8]? {
    guard isSound, let agreement else { return nil }
    return agreement.canonicalForm
  }

  /// The digest of the canonical form; nil if the file has errors.
  package var digest: Digest? {
    guard isSound, let agreement else { return nil }
    let writer = agreement.writtenForm
    return Self.digest(of: writer.bytes.span)
  }

  static func digest(of bytes: Span<UInt8>) -> Digest? {
    var hash = SHA256()
    unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
    return Digest(bytes: hash.finalize())
  }
}

extension Agreement {
  /// Canonical form 1; `schema/README.md` specifies it.
  var canonicalForm: [UInt8] {
    let writer = writtenForm
    return writer.bytes.span.array()
  }

  /// A writer with canonical form 1.
  var writtenForm: CanonicalWriter {
    var writer = CanonicalWriter(self)
    writer.agreement()
    return writer
  }

  /// Everything that was decoded, in the form and order of the canonical form, including the parts nobody signs.
  package var fullForm: [UInt8] {
    var writer = CanonicalWriter(self, full: true)
    _ = writer.mapping(0, content.record.place)
    return writer.bytes.span.array()
  }
}

/// Reads agreements.
package enum AgreementReader {
  /// Reads one file.
  package static func read(_ source: SourceFile, catalog: Catalog = .builtIn, limits: Limits = .standard)
    -> AgreementReading
  {
    let first = read(SyntaxReader.read(source, vocabulary: catalog.vocabulary, limits: limits), catalog)
    // Several structure errors often have one cause: a line in the wrong column, or two keys on one line.
    let errors = first.diagnostics.count { $0.severity == .error }
    guard errors < 500, first.agreement != nil, source.bytes.count <= 256 << 10,
      first.diagnostics.contains(where: { layoutRules.contains($0.rule) || isKeyInItem($0, source) })
    else { return first }
    let second = read(
      SyntaxReader.read(source, vocabulary: catalog.vocabulary, limits: limits, followsOutline: true), catalog)
    let left = second.diagnostics.count { $0.severity == .error }
    // A finding with its own fix already says enough.
    let isTold = errors > 0 && first.diagnostics.allSatisfy { $0.severity == .mild || $0.fix != nil }
    return left < errors || left <= max(errors, 1) && !isTold ? second : first
  }

  /// Whether a text in a list ends with a colon, so that a key may have come on its line: `- New teachers stay confidentiality:`.
  private static func isKeyInItem(_ found: Diagnostic, _ source: SourceFile) -> Bool {
    let text = source.bytes[found.range.indices]
    return found.rule == .textAsMapping && text.last == 0x3A && text.contains(0x20)
  }

  /// The rules that a misplaced line breaks.
  private static let layoutRules: RuleSet = [
    .duplicateKey, .missingKey, .unknownKey, .unknownReference, .wrongShape,
  ]

  private static func read(_ document: Document, _ catalog: Catalog) -> AgreementReading {
    var decoder = Decoder(document, catalog: catalog)
    let agreement = decoder.agreement()
    decoder.joinRetyped()
    let diagnostics =
      document.diagnostics + withoutConsequences(decoder.diagnostics, of: document.diagnostics)
    return AgreementReading(
      agreement: agreement, diagnostics: diagnostics, document: document,
      isSound: agreement != nil && document.isComplete && diagnostics.allSatisfy { $0.severity == .mild })
  }

  /// Leaves out findings that are consequences: where the syntax has a finding already, nothing more is reported.
  private static func withoutConsequences(_ found: [Diagnostic], of syntax: [Diagnostic]) -> [Diagnostic] {
    guard !syntax.isEmpty, !found.isEmpty else { return found }
    // The ranges of the syntax findings, merged where they overlap, so that each lookup is one binary search.
    var places: [Range<UInt32>] = []
    for range in syntax.map({ covered($0.range) }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = places.last, range.lowerBound < last.upperBound {
        places[places.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        places.append(range)
      }
    }
    return found.filter { diagnostic in
      guard diagnostic.rule != .missingKey else { return true }
      let range = covered(diagnostic.range)
      let next = places.sortedIndex { $0.upperBound > range.lowerBound }
      return next == places.count || places[next].lowerBound >= range.upperBound
    }
  }

  /// A range of at least one byte.
  private static func covered(_ range: SourceRange) -> Range<UInt32> { range.start..<max(range.end, range.start + 1) }

  /// The words that keys can be.
  static func makeVocabulary(_ catalog: Catalog) -> Vocabulary {
    var keys: Set<String> = []
    var containers: Set<String> = Set(catalog.sections.map(\.id))
    func add(_ shape: ShapeDescription) {
      for field in shape.table?.fields ?? [] {
        keys.insert(field.key)
        if field.shape.isContainer { containers.insert(field.key) }
        add(field.shape)
      }
      if let item = shape.item { add(item) }
    }
    add(.mapping(AgreementContent.table))
    keys.formUnion(catalog.sections.map(\.id))
    keys.formUnion(catalog.topics.map(\.id))
    keys.formUnion(catalog.roles.map(\.id))
    var children: [String: Set<String>] = ["topics": Set(catalog.sections.map(\.id))]
    var openKeys: Set<String> = []
    var openBlocks: Set<String> = []
    for field in AgreementContent.table.fields {
      if field.shape.isMapping { children[field.key] = Set(field.shape.table?.fields.map(\.key) ?? []) }
      guard case .dictionary(let item, _, _) = field.shape else { continue }
      openKeys.insert(field.key)
      if item.isMapping { openBlocks.insert(field.key) }
    }
    var sections: [String: String] = [:]
    for topic in catalog.topics {
      let section = catalog.sections[topic.section].id
      sections[topic.id] = section
      children[section, default: ["not-relevant", "told-to-teachers"]].insert(topic.id)
    }
    return Vocabulary(
      keys: keys, topLevelKeys: Set(AgreementContent.table.fields.map(\.key)),
      containerKeys: containers, children: children, openKeys: openKeys, openBlocks: openBlocks,
      sections: sections, outline: Outline(of: AgreementContent.table, catalog))
  }
}

extension Decoder {
  /// Reads the whole agreement; nil if there is none or a newer concord is needed.
  fileprivate mutating func agreement() -> Agreement? {
    let document = document
    guard let root = document.root else { return nil }
    guard document.kind(of: root) == .mapping else {
      if document.isComplete, document.isAbsent(root) {
        report(
          .wrongShape, at: SourceRange(0..<0), "there is nothing in this file yet",
          help: "an agreement begins with `format: 1`")
      } else if document.isComplete {
        report(
          .wrongShape, at: visibleRange(of: root),
          "an agreement is made of lines with a key and a colon, but \(hereIs(root))",
          help: "begin the file with `format: 1`")
      }
      return nil
    }
    var isNewer = false
    for (key, value) in document.entries(of: root) {
      let word = document.bytes(of: key)
      if word.equals("format") {
        isNewer = reportNewerFormat(value)
      } else if word.equals("participants") {
        participants = declared(value, "participants")
      } else if word.equals("campuses") {
        campuses = declared(value, "campuses")
      } else if word.equals("others") {
        others = declared(value, "others")
      } else if !word.isOwnKey, outermost.index(of: word) == nil, let home = KeyHomes.home(of: word) {
        strayed.insert(document.string(of: key))
        misplaced.insert(home)
      }
    }
    declareMisspelled(root)
    parties = participants.words + others.words
    if isNewer { return nil }
    guard let record = mapping(root, 0) else { return nil }
    joinUndeclared()
    joinRenames()
    var content = AgreementContent(arena(root, record).root)
    checkOthers(content)
    if let key = checkYear(content) {
      let place = Int(record) + 1 + key.rawValue
      cells[place] = Cell(.broken, cells[place].node)
      content = AgreementContent(arena(root, record).root)
    }
    checkComings(content)
    return Agreement(document: document, catalog: catalog, content: content, bracketedPrompts: bracketedPrompts)
  }

  /// Takes the people and campuses from misspelled keys, so that references to them have no findings.
  private mutating func declareMisspelled(_ root: NodeID) {
    for (key, value) in document.entries(of: root) {
      guard AgreementContent.table.keys.index(of: document.bytes(of: key)) == nil, !document.bytes(of: key).isOwnKey
      else { continue }
      let word = document.string(of: key)
      let known = AgreementContent.table.fields.map(\.key)
      guard
        let meant = nearest(to: word, among: known) ?? KeySynonyms.key(for: word, among: known)
      else { continue }
      if meant == "participants", participants.words.isEmpty { participants = declared(value, meant) }
      if meant == "campuses", campuses.words.isEmpty { campuses = declared(value, meant) }
      if meant == "others", others.words.isEmpty { others = declared(value, meant) }
    }
  }

  private mutating func declared(_ node: NodeID, _ key: String) -> KeyTable {
    guard document.kind(of: node) == .mapping else { return .empty }
    declaring.insert(key)
    declarations[key] = node
    var result: [String] = []
    for (key, _) in document.entries(of: node) where !document.bytes(of: key).isOwnKey {
      result.append(document.string(of: key))
    }
    return KeyTable(result)
  }

  private mutating func reportNewerFormat(_ node: NodeID) -> Bool {
    guard document.kind(of: node) == .scalar, let number = Int(document.string(of: node)), number > 1 else {
      return false
    }
    report(
      .unsupportedFormat, at: document.range(of: node),
      "this file has format \(number), and this concord knows format 1",
      help: "install a newer concord; nothing else in the file was checked")
    return true
  }

  /// Reports people who join or leave after the last day: nothing would be asked of them, though they were there all
  /// year.
  private mutating func checkComings(_ content: AgreementContent) {
    guard case .present(let ends) = content.ends else { return }
    for person in (content.participants.value ?? []).compactMap(\.part.value) {
      for (key, part) in [("joined", person.joined), ("left", person.left)] {
        guard case .present(let day) = part, day.value > ends.value else { continue }
        report(
          .invalidYear, at: day.range, "`\(key)` is \(day.value), after the school year, which ends on \(ends.value)",
          help: "correct the date, or delete the line: after the last day nobody joins or leaves this agreement",
          notes: [Note(at: ends.range, "the last day is here")])
      }
    }
  }

  /// Reports a day that disagrees with the school year, and returns its key, because no rule should take it as the
  /// intended day.
  private mutating func checkYear(_ content: AgreementContent) -> AgreementContent.Key? {
    guard case .present(let year) = content.schoolYear else { return nil }
    let note = [Note(at: year.range, "the school year is \(year.value)")]
    if case .present(let starts) = content.starts,
      starts.value.year < year.value.first || starts.value.year > year.value.last
    {
      report(
        .invalidYear, at: starts.range, "\(starts.value) is not in the school year \(year.value)",
        help: "correct the date, or the school year", notes: note)
      return .starts
    } else if case .present(let ends) = content.ends, ends.value.year != year.value.last {
      report(
        .invalidYear, at: ends.range, "the school year \(year.value) ends in \(year.value.last), not on \(ends.value)",
        help: "correct the date, or the school year", notes: note)
      return .ends
    } else if case .present(let starts) = content.starts, case .present(let ends) = content.ends,
      ends.value <= starts.value
    {
      report(
        .invalidYear, at: ends.range, "the school year ends on \(ends.value), which is not after its first day",
        help: "correct one of the two dates", notes: [Note(at: starts.range, "the first day is here")])
      return .ends
    }
    return nil
  }
}
