package import Diagnostics
internal import TextSupport
package import YAMLSyntax

/// Reads a tree into cells by the tables of its kind of file, and collects problems on the way.
package struct Decoder {
  package let document: Document
  let catalog: Catalog
  let layout: Layout
  /// What was read so far.
  var cells = Arena.start
  /// The items of the lists that are being read, the innermost one last.
  var pending: [Cell] = []
  package var diagnostics: [Diagnostic] = []
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
  /// What the topics are called; empty until one is searched for by its name.
  var topicWords: [TopicWords] = []
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
  var holder: NodeID?
  /// Whether the key being read may be left out.
  var isOptional = false
  /// Outermost keys written too far inside.
  var misplaced: Set<String> = []
  /// Keys at the left edge that belong under another key, so that they are not reported missing there.
  var strayed: Set<String> = []
  /// The section whose topics were last found outside any section.
  var misplacedSection = ""
  /// The key whose value is being read, for messages.
  var key: NodeID?
  /// Set while the items of a list are read, when the key above belongs to the whole list.
  var isReadingItem = false

  /// The keys of the outermost level, to recognize one written too far inside.
  let outermost: KeyTable

  init(_ document: Document, catalog: Catalog, layout: Layout = AgreementContent.layout) {
    self.document = document
    self.catalog = catalog
    self.layout = layout
    outermost = layout.outermost.keys
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
  @discardableResult
  mutating func wrongShape(_ node: NodeID, expected: String, help: String? = nil, fix: Fix? = nil) -> UInt32? {
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

  /// Everything that was read, with the outermost mapping.
  func arena(_ root: NodeID, _ record: UInt32) -> Arena {
    Arena(document, cells, root: Cell(.present, root, value: record))
  }

  /// Reads a value that is not empty by its code; nil after reporting what is wrong with it.
  mutating func value(_ code: Int, _ node: NodeID) -> UInt32? {
    let found = layout.codes[code]
    switch found.kind {
    case .answer: return answer(node, found.target)
    case .campus: return reference(node, to: "campus")
    case .campusShares: return campusShares(node, found.target)
    case .dictionary, .ruleLevels: return dictionary(node, code)
    case .list: return list(node, code)
    case .mapping: return mapping(node, found.target)
    case .nameOrKeys: return nameOrKeys(node, found.target)
    case .oneOrMore: return oneOrMore(node, code)
    case .participant: return reference(node, to: "participant")
    case .party: return party(node)
    case .roles: return document.kind(of: node) == .mapping ? dictionary(node, code) : noRoles(node)
    case .scalar: return scalar(found.form, node)
    case .someOf: return someOf(node, code)
    case .text: return text(node)
    case .textList: return textList(node)
    case .topic: return topicReference(node)
    case .topics: return topics(node, found.target)
    case .word: return word(node, found.target, code)
    }
  }

  /// The cell of a value by its code: present, or broken after reporting what is wrong with it.
  mutating func cell(_ code: Int, _ node: NodeID) -> Cell {
    guard let value = value(code, node) else { return Cell(.broken, node) }
    return Cell(.present, node, value: value)
  }

  /// Runs a reader for a value that is no longer an item of the surrounding list.
  mutating func nested<Value>(key: NodeID, _ body: (inout Decoder) -> Value) -> Value {
    let outer = (key: self.key, isItem: isReadingItem, isOptional: isOptional)
    (self.key, isReadingItem, isOptional) = (key, false, false)
    defer { (self.key, isReadingItem, isOptional) = outer }
    return body(&self)
  }
}
