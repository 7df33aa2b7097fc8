internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// Turns a tree into a model and collects problems on the way.
struct Decoder {
  let document: Document
  let catalog: Catalog
  var diagnostics: [Diagnostic] = []
  /// Texts in brackets that are only placeholders.
  var bracketedPrompts: [SourceRange] = []
  /// The ids that the file declares, in order, and the words that refer to them.
  var participants = KeyTable.empty
  var campuses = KeyTable.empty
  var others = KeyTable.empty
  /// The ids of participants and others, for a word that is neither.
  var parties: [String] = []
  /// The keys whose lists of people or campuses are mappings, as they should be.
  var declaring: Set<String> = []
  /// The ids that nothing declares, with the diagnostic that says so and every place; `unknown` has the index of each.
  var undeclared: [(diagnostic: Int, ranges: [SourceRange], meant: Int?)] = []
  var unknown: [String: Int] = [:]
  /// The results of `meantIDs(of:)`, by the key of the declarations.
  var meantIDs: [String: [String: Int]] = [:]
  /// The lists of people and schools, by their key, and the lookups made of them to find a name.
  var declarations: [String: NodeID] = [:]
  var lookups: [String: NameLookup] = [:]
  var nameSearches = 0
  var topicSearches = 0
  /// Plain texts that other programs read as something else, to be reported in one finding.
  var retyped: [(range: SourceRange, type: String)] = []
  /// Values for which another word was surely meant: the word, and the index of the diagnostic that says so.
  var meantWords: [NodeID: (word: String, diagnostic: Int)] = [:]
  /// Meetings for which a finding says how often they recur, and on which day.
  var rhythms: Set<NodeID> = []
  /// List items that are sentences where lines with keys are required, and that have a finding.
  var sentences: Set<NodeID> = []
  /// Ids of the wrong form that others refer to.
  var renames: [NodeID: Rename] = [:]
  var declaredKeys: [String: [NodeID]] = [:]
  /// The mapping being read.
  private(set) var holder: NodeID?
  /// Whether the key being read may be left out.
  private(set) var isOptional = false
  /// Outermost keys written too far inside.
  var misplaced: Set<String> = []
  /// Keys at the left edge that belong under another key, so that they are not reported missing there.
  var strayed: Set<String> = []
  /// The section whose topics were last found outside any section.
  var misplacedSection = ""
  /// The key whose value is being read, for messages.
  var key: NodeID?
  /// Set while the items of a list are read, when the key above belongs to the whole list.
  private(set) var isReadingItem = false

  /// The keys of the outermost level, to recognize one written too far inside.
  let outermost: KeyTable

  init(_ document: Document, catalog: Catalog, outermost: KeyTable = AgreementContent.shape.keys) {
    self.document = document
    self.catalog = catalog
    self.outermost = outermost
  }

  private(set) var suggestionCount = 0

  /// The word that was surely meant.
  ///
  /// Each search compares with all words, so only the first few hundred searches run: nobody reads more of their
  /// findings.
  mutating func nearest(to word: String, among words: [String]) -> String? {
    guard suggestionCount < 300 else { return nil }
    suggestionCount += 1
    return DidYouMean.nearest(to: Self.withoutNumber(Self.bare(word)), among: words)
  }

  mutating func report(
    _ rule: RuleID, _ severity: Severity = .error, at range: SourceRange, _ message: String, help: String? = nil,
    notes: [Note] = [], fix: Fix? = nil
  ) {
    diagnostics.append(Diagnostic(rule, severity, at: range, message, help: help, notes: notes, fix: fix))
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

  /// Reports a node that is not what is required; always nil, so that a shape can return it.
  mutating func wrongShape<Value>(_ node: NodeID, expected: String, help: String? = nil, fix: Fix? = nil) -> Value? {
    let message = "\(keyName) takes \(expected), but \(hereIs(node))"
    if reportNothing(node, .wrongShape, message) { return nil }
    report(
      .wrongShape, at: visibleRange(of: node), message, help: help ?? "write \(expected) in its place", fix: fix)
    return nil
  }

  /// Reports a "none" where a key may be left out, and says whether it did.
  mutating func reportNothing(_ node: NodeID, _ rule: RuleID, _ message: String) -> Bool {
    guard isOptional, !isReadingItem, document.kind(of: node) == .scalar, document.textCount(of: node) <= 40,
      PlainWords.saysNothing(document.string(of: node))
    else { return false }
    let range = document.range(of: node)
    report(
      rule, at: range, message,
      help:
        "delete \"\(excerpt(node))\" and leave nothing after \(keyName.dropLast()):`, or delete the whole line",
      fix: Fix(.unsafe, [Edit(range, with: [])]))
    return true
  }

  /// The range to underline: only the first line of a list or mapping, because underlining all of it says nothing.
  func visibleRange(of node: NodeID) -> SourceRange {
    let range = document.range(of: node)
    guard document.kind(of: node) != .scalar else { return range }
    let bytes = document.source.bytes
    var end = Int(range.start)
    while end < Int(range.end), bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return SourceRange(Int(range.start)..<end)
  }

  /// What a node is, in words.
  func hereIs(_ node: NodeID) -> String {
    switch document.kind(of: node) {
    case .scalar: "here is the text \"\(excerpt(node))\""
    case .sequence: "here is a list"
    case .mapping: document.isFlow(node) ? "here is text in braces" : "here are lines with a key and a colon"
    }
  }

  // MARK: - Mappings

  /// Reads a mapping with known keys.
  mutating func mapping<Holder>(_ node: NodeID, _ shape: MappingShape<Holder>) -> Holder? {
    guard document.kind(of: node) == .mapping else { return keysMissing(node, shape.description) }
    let place = Place(key: key, isItem: isReadingItem, holder: holderRange(of: node), node: node)
    let outer = (holder: self.holder, isOptional: isOptional)
    isReadingItem = false
    self.holder = node
    defer {
      key = place.key
      isReadingItem = place.isItem
      (self.holder, isOptional) = outer
    }
    let document = document
    var holder = shape.empty(place.holder)
    var written: UInt64 = 0
    var valued: UInt64 = 0
    func read(_ index: Int, _ entryKey: NodeID, _ value: NodeID, _ decoder: inout Decoder) {
      written |= 1 << index
      if decoder.document.isAbsent(value)
        || decoder.document.isEmptyText(value) && shape.withField(index, { $0.takesText })
        || decoder.document.kind(of: value) != .scalar && shape.withField(index, { $0.takesListOrShares })
          && decoder.document.isHollow(value)
      {
        return
      }
      valued |= 1 << index
      decoder.key = entryKey
      decoder.isOptional = shape.required & (1 << index) == 0
      shape.withField(index) { $0.decode(entryKey, value, &holder, &decoder) }
    }
    var unknown: [(key: NodeID, value: NodeID)] = []
    var children = document.children(of: node)
    var next = 0
    while let (entryKey, value) = document.nextEntry(&children) {
      let word = document.bytes(of: entryKey)
      // Most people write the keys in the order used by the specification.
      if let index = shape.keys.index(of: word, from: next) {
        next = index + 1
        read(index, entryKey, value, &self)
      } else if !word.isOwnKey {
        unknown.append((entryKey, value))
      }
    }
    key = place.key
    let outdented = unknown.isEmpty ? Outdented() : reportOutdented(Set(unknown.map(\.key)), node, shape.description)
    for (entryKey, value) in unknown where !outdented.keys.contains(entryKey) {
      if document.isFlow(node), document.isAbsent(value) {
        report(
          .unknownKey, at: document.range(of: entryKey),
          "a comma inside `{ }` begins a new key, so \"\(excerpt(entryKey))\" is not part of the text before it",
          help: isKnownWord(document.string(of: entryKey))
            ? "put brackets around the words that belong together: [one, another]" : "put the whole text in quotes")
      } else if let index = reportUnknownKey(entryKey, value, shape.description, taken: written) {
        let before = diagnostics.count
        read(index, entryKey, value, &self)
        joinWithKey(from: before, entryKey, value)
      }
    }
    let isWhole = !document.isTruncated(node)
    let hasLacks =
      !isWhole || shape.required & ~valued != 0 || place.key == nil && !misplaced.isEmpty || !outdented.holders.isEmpty
      || !strayed.isEmpty
    var missing: [FieldDescription] = []
    for (index, field) in (hasLacks ? shape.fields : []).enumerated() where valued & (1 << index) == 0 {
      if !isWhole || field.description.isRequired { field.markBroken(place.holder, &holder) }
      let key = field.description.key
      if place.key == nil
        ? misplaced.contains(key) || outdented.holders.contains(key)
        : outdented.holders.contains(key) || strayed.contains(key)
      {
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
      where !condition.surelyHolds(written, valued)
        && (!meantWords.isEmpty || !condition.surelyHolds(node, shape.keys, in: document))
      {
        check(
          shape.description.constraints[index],
          KeySets(mapping: shape.description, written: written, valued: valued), place)
      }
    }
    return holder
  }

  /// The place of a mapping: where it belongs, and where missing keys are reported.
  struct Place {
    let key: NodeID?
    let isItem: Bool
    let holder: SourceRange
    let node: NodeID
  }

  /// Whether a line of a mapping that has a finding already mentions a key; if so, the key was not forgotten.
  func isHidden(_ key: String, in node: NodeID) -> Bool {
    // With hundreds of findings, one more does not matter, and time stays linear.
    guard !document.diagnostics.isEmpty, document.diagnostics.count < 500 else { return false }
    let whole = document.range(of: node)
    return document.diagnostics.contains { found in
      guard found.range.start >= whole.start, found.range.end <= whole.end else { return false }
      let text = String(decoding: document.source.bytes[found.range.indices], as: UTF8.self)
      return text.split { !($0.isLetter || $0.isNumber || $0 == "-") }.contains { $0 == key }
    }
  }

  /// Where a missing key is reported: the key that holds the mapping, the first key of a list item, or `format`.
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

  /// Reads a mapping whose keys people choose.
  mutating func dictionary<Value>(
    _ node: NodeID, expected: String, _ value: Shape<Value>, requiresValue: Bool = false,
    checkKey: (NodeID, inout Decoder) -> Void
  ) -> [Entry<Value>]? {
    guard document.kind(of: node) == .mapping else {
      return listOfNames(node, expected: expected)
    }
    let outer = (key: key, isItem: isReadingItem, isOptional: isOptional)
    isReadingItem = false
    isOptional = false
    defer { (key, isReadingItem, isOptional) = outer }
    var texts: [(key: NodeID, value: NodeID)] = []
    let takesKeys = if case .mapping = value.description { true } else { false }
    let isBare = if case .text = value.description { true } else { false }
    var result: [Entry<Value>] = []
    let strays = reportKeysAmongIDs(node, value.description, in: outer.key)
    var children = document.children(of: node)
    while let (entryKey, entryValue) = document.nextEntry(&children) {
      if document.bytes(of: entryKey).isOwnKey { continue }
      if strays.keys.contains(entryKey) || strays.owners.contains(entryKey) && document.isAbsent(entryValue) {
        let range = document.range(of: entryKey)
        result.append(Entry(id: document.string(of: entryKey), keyRange: range, part: .broken(range)))
        continue
      }
      key = entryKey
      let isText = takesKeys && document.kind(of: entryValue) == .scalar && !document.isAbsent(entryValue)
      // A text has one finding, which says what to write for both.
      if !isText, !isKeyInPlaceOfID(entryKey, entryValue, requiresValue, in: outer.key) { checkKey(entryKey, &self) }
      let range = document.range(of: entryValue)
      let isAbsent = document.isAbsent(entryValue) || isBare && document.isEmptyText(entryValue)
      let isOthers = outer.key.map { document.bytes(of: $0).equals("others") } ?? false
      if isAbsent, requiresValue, !document.isTruncated(node), Identifier.isValid(document.bytes(of: entryKey)) {
        report(
          .missingKey, at: document.range(of: entryKey), "nothing is said about `\(excerpt(entryKey))`",
          help: takesKeys
            ? "write `name:` and `role:` on the lines below it, each starting two spaces further right"
            : "write the name of the \(isOthers ? "person or group" : "school") after the colon")
      }
      let part: Part<Value>
      if isAbsent {
        part = .absent(holder: document.range(of: entryKey))
      } else if isText {
        texts.append((entryKey, entryValue))
        part = .broken(range)
      } else {
        part = value.decode(entryValue, &self).map { .present(Located($0, at: range)) } ?? .broken(range)
      }
      result.append(Entry(id: document.string(of: entryKey), keyRange: document.range(of: entryKey), part: part))
    }
    if !texts.isEmpty { textsForKeys(texts, in: node, of: outer.key, value.description) }
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
    // Several texts where lines with keys are required are one slip.
    var firstText: Int?
    while let itemNode = document.nextItem(&children) {
      if document.isAbsent(itemNode) { continue }
      let range = document.range(of: itemNode)
      if sentences.contains(itemNode) {
        result.append(.broken(range))
        continue
      }
      if case .mapping = item.description, document.kind(of: itemNode) == .scalar {
        if let firstText {
          if diagnostics[firstText].notes.count < 40 {
            diagnostics[firstText].notes.append(Note(at: range, "the same here"))
          }
          result.append(.broken(range))
          continue
        }
        let before = diagnostics.count
        result.append(item.decode(itemNode, &self).map { .present(Located($0, at: range)) } ?? .broken(range))
        if diagnostics.count == before + 1, diagnostics[before].rule == .wrongShape { firstText = before }
        continue
      }
      result.append(item.decode(itemNode, &self).map { .present(Located($0, at: range)) } ?? .broken(range))
    }
    return result
  }

  /// Runs a reader for a value that is no longer an item of the surrounding list.
  mutating func nested<Value>(key: NodeID, _ body: (inout Decoder) -> Value) -> Value {
    let outer = (key: self.key, isItem: isReadingItem, isOptional: isOptional)
    (self.key, isReadingItem, isOptional) = (key, false, false)
    defer { (self.key, isReadingItem, isOptional) = outer }
    return body(&self)
  }
}
