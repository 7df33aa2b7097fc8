internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// Turns a tree into a model and collects what is wrong on the way.
struct Decoder {
  let document: Document
  let catalog: Catalog
  var diagnostics: [Diagnostic] = []
  /// Texts in brackets that only keep a place.
  var bracketedPrompts: [SourceRange] = []
  /// The ids that the file declares, in order, and the words that refer to them.
  var participants = KeyTable.empty
  var campuses = KeyTable.empty
  /// Which of the two are written as the keys that they take.
  var declaring: Set<String> = []
  /// The ids that nothing declares: which diagnostic says so, and every place; and where each stands in that list.
  var undeclared: [(diagnostic: Int, ranges: [SourceRange])] = []
  var unknown: [String: Int] = [:]
  /// What `meantIDs(of:)` found, by the key of the declarations.
  var meantIDs: [String: [String: Int]] = [:]
  /// Keys of the outermost level that stand further inside.
  private(set) var misplaced: Set<String> = []
  /// The section whose topics were found outside any section last.
  var misplacedSection = ""
  /// The key whose value is being read, for messages.
  private(set) var key: NodeID?
  /// Set while the items of a list are read: then the key above belongs to the whole list.
  private(set) var isReadingItem = false

  /// The keys of the outermost level, to tell one that stands too far inside.
  private let outermost: KeyTable

  init(_ document: Document, catalog: Catalog, outermost: KeyTable = AgreementContent.shape.keys) {
    self.document = document
    self.catalog = catalog
    self.outermost = outermost
  }

  private var suggestionCount = 0

  /// The word that was surely meant.
  ///
  /// Each search compares with all the words, so that the first few hundred have to do: nobody reads more of them.
  mutating func nearest(to word: String, among words: [String]) -> String? {
    guard suggestionCount < 300 else { return nil }
    suggestionCount += 1
    return DidYouMean.nearest(to: Self.bare(word), among: words)
  }

  mutating func report(
    _ rule: RuleID, at range: SourceRange, _ message: String, help: String? = nil, notes: [Note] = [], fix: Fix? = nil
  ) {
    diagnostics.append(Diagnostic(rule, at: range, message, help: help, notes: notes, fix: fix))
  }

  /// The text of a node, shortened for a message.
  func excerpt(_ node: NodeID) -> String {
    let bytes = document.bytes(of: node)
    let text = Folding.fold(bytes.extracting(first: 200))
    return text.count <= 60 ? text : text.prefix(59) + "…"
  }

  /// The name of the key whose value is being read, for messages.
  var keyName: String { key.map { "`\(excerpt($0))`" } ?? "this" }

  // MARK: - Wrong shapes

  /// Reports a node that is not what is due; always nil, so that a shape can return it.
  mutating func wrongShape<Value>(_ node: NodeID, expected: String, help: String? = nil) -> Value? {
    report(
      .wrongShape, at: visibleRange(of: node), "\(keyName) takes \(expected), but here is \(found(node))",
      help: help ?? "write \(expected) in its place")
    return nil
  }

  /// The range to underline: the first line of a list or mapping, for the whole of it says nothing.
  func visibleRange(of node: NodeID) -> SourceRange {
    let range = document.range(of: node)
    guard document.kind(of: node) != .scalar else { return range }
    let bytes = document.source.bytes
    var end = Int(range.start)
    while end < Int(range.end), bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return SourceRange(Int(range.start)..<end)
  }

  /// What a node is, in words.
  func found(_ node: NodeID) -> String {
    switch document.kind(of: node) {
    case .scalar: "the text \"\(excerpt(node))\""
    case .sequence: "a list"
    case .mapping: "a group of keys"
    }
  }

  // MARK: - Mappings

  /// Reads a mapping with known keys.
  mutating func mapping<Holder>(_ node: NodeID, _ shape: MappingShape<Holder>) -> Holder? {
    guard document.kind(of: node) == .mapping else {
      let help = shape.description.fields.first.map {
        "write the keys on lines of their own, indented by two spaces: `\($0.key): …`"
      }
      return wrongShape(node, expected: ShapeDescription.mapping(shape.description).name, help: help)
    }
    let place = Place(key: key, isItem: isReadingItem, holder: holderRange(of: node), node: node)
    isReadingItem = false
    defer {
      key = place.key
      isReadingItem = place.isItem
    }
    let document = document
    var holder = shape.empty(place.holder)
    var written: UInt64 = 0
    var valued: UInt64 = 0
    func read(_ index: Int, _ entryKey: NodeID, _ value: NodeID, _ decoder: inout Decoder) {
      written |= 1 << index
      if decoder.document.isAbsent(value)
        || decoder.document.isEmptyText(value) && shape.withField(index, { $0.takesText })
      {
        return
      }
      valued |= 1 << index
      decoder.key = entryKey
      shape.withField(index) { $0.decode(entryKey, value, &holder, &decoder) }
    }
    var unknown: [(key: NodeID, value: NodeID)] = []
    var children = document.children(of: node)
    var next = 0
    while let (entryKey, value) = document.nextEntry(&children) {
      let word = document.bytes(of: entryKey)
      // Most people write the keys in the order of the specification.
      if let index = shape.keys.index(of: word, from: next) {
        next = index + 1
        read(index, entryKey, value, &self)
      } else if !word.isOwnKey {
        unknown.append((entryKey, value))
      }
    }
    for (entryKey, value) in unknown {
      if document.isFlow(node), document.isAbsent(value) {
        report(
          .unknownKey, at: document.range(of: entryKey),
          "a comma inside `{ }` begins a new key, so \"\(excerpt(entryKey))\" is no part of the text before it",
          help: "put the whole text in quotes")
      } else if let index = reportUnknownKey(entryKey, shape.description, taken: written) {
        read(index, entryKey, value, &self)
      }
    }
    let isWhole = !document.isTruncated(node)
    let hasLacks = !isWhole || shape.required & ~valued != 0 || place.key == nil && !misplaced.isEmpty
    var missing: [FieldDescription] = []
    for (index, field) in (hasLacks ? shape.fields : []).enumerated() where valued & (1 << index) == 0 {
      if !isWhole || field.description.isRequired { field.markBroken(place.holder, &holder) }
      if place.key == nil, misplaced.contains(field.description.key) {
        field.markBroken(place.holder, &holder)
      } else if isWhole, field.description.isRequired {
        if written & (1 << index) != 0 {
          reportEmpty(field.description, place)
        } else if !isHidden(field.description.key, in: node) {
          missing.append(field.description)
        }
      }
    }
    if !missing.isEmpty { reportMissing(missing, place) }
    if isWhole {
      for (index, condition) in shape.conditions.enumerated()
      where !condition.surelyHolds(written, valued) && !condition.surelyHolds(node, shape.keys, in: document) {
        check(
          shape.description.constraints[index],
          KeySets(mapping: shape.description, written: written, valued: valued), place)
      }
    }
    return holder
  }

  /// The place of a mapping: where it hangs, and where its lacks are reported.
  struct Place {
    let key: NodeID?
    let isItem: Bool
    let holder: SourceRange
    let node: NodeID
  }

  /// Whether a line of a mapping that has a finding already mentions a key: then the key was not forgotten.
  private func isHidden(_ key: String, in node: NodeID) -> Bool {
    // With hundreds of findings one more does not matter, and time stays linear.
    guard !document.diagnostics.isEmpty, document.diagnostics.count < 500 else { return false }
    let whole = document.range(of: node)
    return document.diagnostics.contains { found in
      guard found.range.start >= whole.start, found.range.end <= whole.end else { return false }
      let text = String(decoding: document.source.bytes[found.range.indices], as: UTF8.self)
      return text.split { !($0.isLetter || $0.isNumber || $0 == "-") }.contains { $0 == key }
    }
  }

  /// Where the absence of a key is reported: the key that holds the mapping, the first key of a list item, or `format`.
  private func holderRange(of node: NodeID) -> SourceRange {
    if let key, !isReadingItem { return document.range(of: key) }
    var first: SourceRange?
    for (entryKey, _) in document.entries(of: node) {
      if first == nil { first = document.range(of: entryKey) }
      if key != nil { break }
      if document.bytes(of: entryKey).equals("format") { return document.range(of: entryKey) }
    }
    let start = document.range(of: node).start
    return first ?? SourceRange(start: start, end: start)
  }

  /// Reports a key of the outermost level that stands further inside; what it holds is not missed again.
  mutating func reportMisplaced(_ node: NodeID) {
    let word = document.string(of: node)
    misplaced.insert(word)
    report(
      .unknownKey, at: document.range(of: node), "`\(word)` is a key of the outermost level",
      help: "delete the spaces before it, and move its lines to the left with it")
  }

  /// Reports a key that the mapping does not have; the index of the one that was surely meant.
  private mutating func reportUnknownKey(_ node: NodeID, _ mapping: MappingDescription, taken: UInt64) -> Int? {
    let word = document.string(of: node)
    let known = mapping.fields.map(\.key)
    let range = document.range(of: node)
    if key != nil, !known.contains(word), outermost.index(of: document.bytes(of: node)) != nil,
      !isReadingItem
    {
      reportMisplaced(node)
      return nil
    }
    if let meant = nearest(to: word, among: known), let index = known.firstIndex(of: meant) {
      report(
        .unknownKey, at: range, "`\(excerpt(node))` is not a key here", help: "did you mean `\(meant)`?",
        fix: Fix(.unsafe, [Edit(range, with: meant.utf8)]))
      return taken & (1 << index) == 0 ? index : nil
    }
    report(
      .unknownKey, at: range, "`\(excerpt(node))` is not a key here",
      help: suggestionCount < 300
        ? "the keys here are \(Prose.list(known.map { "`\($0)`" })); a key of your own begins with `x-`"
        : "a key of your own begins with `x-`")
    return nil
  }

  /// Reports a required key that is written without a value.
  private mutating func reportEmpty(_ field: FieldDescription, _ place: Place) {
    let entry = document.entries(of: place.node).first { document.bytes(of: $0.key).equals(field.key) }
    report(
      .missingKey, at: entry.map { document.range(of: $0.key) } ?? place.holder, "`\(field.key)` has no value",
      help: "write it after the colon\(field.examples.first.map { ", as in `\(field.key): \($0)`" } ?? "")")
  }

  /// Reports the required keys that are not there, all in one finding.
  private mutating func reportMissing(_ fields: [FieldDescription], _ place: Place) {
    let holder =
      place.key.map { place.isItem ? "this item of `\(excerpt($0))`" : "`\(excerpt($0))`" } ?? "the agreement"
    let lines = fields.map { "`\($0.key):\($0.examples.first.map { " \($0)" } ?? "")`" }
    report(
      .missingKey, at: place.holder, "\(holder) has no \(Prose.list(fields.map { "`\($0.key)`" }, "or"))",
      help: "add \(Prose.list(lines))")
  }

  /// Reads a mapping whose keys people choose.
  mutating func dictionary<Value>(
    _ node: NodeID, expected: String, _ value: Shape<Value>, requiresValue: Bool = false,
    checkKey: (NodeID, inout Decoder) -> Void
  ) -> [Entry<Value>]? {
    guard document.kind(of: node) == .mapping else {
      return wrongShape(node, expected: expected)
    }
    let outerKey = key
    let wasItem = isReadingItem
    isReadingItem = false
    defer {
      key = outerKey
      isReadingItem = wasItem
    }
    var result: [Entry<Value>] = []
    var children = document.children(of: node)
    while let (entryKey, entryValue) = document.nextEntry(&children) {
      if document.bytes(of: entryKey).isOwnKey { continue }
      key = entryKey
      checkKey(entryKey, &self)
      let range = document.range(of: entryValue)
      let isAbsent = document.isAbsent(entryValue)
      if isAbsent, requiresValue, !document.isTruncated(node) {
        report(
          .missingKey, at: document.range(of: entryKey), "nothing is said about `\(excerpt(entryKey))`",
          help: "write the name after the colon, or the keys on the lines below")
      }
      let part: Part<Value> =
        isAbsent
        ? .absent(holder: document.range(of: entryKey))
        : value.decode(entryValue, &self).map { .present(Located($0, at: range)) } ?? .broken(range)
      result.append(Entry(id: document.string(of: entryKey), keyRange: document.range(of: entryKey), part: part))
    }
    return result
  }

  /// Reads the items of a list.
  mutating func list<Value>(_ node: NodeID, _ item: Shape<Value>) -> [Part<Value>] {
    let wasItem = isReadingItem
    isReadingItem = true
    defer { isReadingItem = wasItem }
    var result: [Part<Value>] = []
    result.reserveCapacity(document.childCount(of: node))
    var children = document.children(of: node)
    while let itemNode = document.nextItem(&children) {
      if document.isAbsent(itemNode) { continue }
      let range = document.range(of: itemNode)
      result.append(item.decode(itemNode, &self).map { .present(Located($0, at: range)) } ?? .broken(range))
    }
    return result
  }

  /// Runs a reader for a value that is no longer an item of the list around it.
  mutating func nested<Value>(key: NodeID, _ body: (inout Decoder) -> Value) -> Value {
    let outerKey = self.key
    let wasItem = isReadingItem
    self.key = key
    isReadingItem = false
    defer {
      self.key = outerKey
      isReadingItem = wasItem
    }
    return body(&self)
  }
}
