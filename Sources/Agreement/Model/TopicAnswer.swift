package import Diagnostics
internal import YAMLSyntax

/// What was said about one topic, in its short form (a text or a list of texts) or its long one.
package struct TopicAnswer: View {
  package let record: Record
  private let node: NodeID

  package init(_ place: CellPlace) {
    record = Record(place)
    node = place.cell.node
  }

  /// The four states of a topic.
  package enum State: Sendable {
    /// Settled, in one or more texts.
    case agreed(List<Text>)
    /// Considered and set aside, with a reason.
    case notRelevant(Text)
    /// To be settled by a date.
    case open(OpenTopic)
    /// Last year's answer, not agreed again.
    case carried(List<Text>)
    /// A state without a text: the topic was not answered.
    case unanswered
  }

  package enum Key: Int { case agreed, notRelevant, open, carried, commitments, toldToTeachers, notes }

  /// The state.
  package var state: State {
    if let texts = carried.value { return .carried(texts) }
    if let topic = open.value { return .open(topic) }
    if let reason = notRelevant.value { return .notRelevant(reason) }
    if let texts = agreed.value, !texts.isEmpty { return .agreed(texts) }
    return .unanswered
  }

  /// The range of the key that names the state, or of the whole answer in its short form.
  package var stateRange: SourceRange {
    let document = record.arena.document
    guard document.kind(of: node) == .mapping else { return document.range(of: node) }
    let key = document.entries(of: node).first {
      Self.states.contains(document.string(of: $0.key)) && !document.isAbsent($0.value)
    }?.key
    return key.map { document.range(of: $0) } ?? record.holder
  }

  /// Whether it is only a text or a list of texts, without keys.
  package var isShort: Bool { record.arena.document.kind(of: node) != .mapping }

  /// Whether its keys, or its texts, are in braces or brackets.
  package var isInBraces: Bool { record.arena.document.isFlow(node) }

  /// Where all of it is written.
  package var range: SourceRange { record.arena.document.range(of: node) }

  private var agreed: Part<List<Text>> { self[.agreed] }
  private var notRelevant: Part<Text> { self[.notRelevant] }
  private var open: Part<OpenTopic> { self[.open] }
  private var carried: Part<List<Text>> { self[.carried] }
  package var commitments: Part<List<Part<Commitment>>> { self[.commitments] }
  package var toldToTeachers: Part<Text> { self[.toldToTeachers] }
  package var notes: Part<List<Text>> { self[.notes] }

  /// The keys of the states, of which an answer has one.
  package static let states = ["agreed", "not-relevant", "open", "carried"]

  package static let table = MappingDescription(
    [
      Field(
        Key.agreed, "agreed", .textList, title: "Agreed",
        about: "What you agreed on: one text, or a list of short ones.", examples: ["Doors are open"]),
      Field(
        Key.notRelevant, "not-relevant", .text, title: "Not relevant",
        about: "Why this topic does not matter at your school.", examples: ["The district has no science coordinator"]),
      Field(
        Key.open, "open", .mapping(OpenTopic.table), title: "Open",
        about: "Not settled yet. Say by when you will settle it, and why not now.", examples: ["{until: 2026-10-01}"]),
      Field(
        Key.carried, "carried", .textList, title: "Carried over",
        about: "Last year's answer. It does not count until you agree to it again. Then write `agreed` instead."),
      Field(
        Key.commitments, "commitments", .list(of: .mapping(Commitment.table)), title: "Commitments",
        about:
          "Who does what by when. These go with an agreed answer. Next to `carried` they are last year's, and nobody has promised them again."
      ),
      Field(
        Key.toldToTeachers, "told-to-teachers", .text, title: "Told to teachers",
        about: "How and when teachers hear about this.", examples: ["August staff meeting"]),
      Field(Key.notes, "notes", .textList, title: "Notes", about: "What else was said and is worth keeping."),
    ],
    constraints: [
      .oneWritten(states), .atMostOne(states),
      .excludes("not-relevant", "commitments"), .excludes("open", "commitments"),
      .excludes("not-relevant", "told-to-teachers"), .excludes("open", "told-to-teachers"),
    ])
}

/// A topic to be settled by a date.
package struct OpenTopic: View {
  package enum Key: Int { case until, why }
  package let record: Record
  package init(_ place: CellPlace) { record = Record(place) }

  package var until: Part<CalendarDate> { self[.until] }
  package var why: Part<Text> { self[.why] }

  package static let table = MappingDescription([
    Field(
      Key.until, "until", .date, required: true, title: "Until", about: "The day by which you will settle it.",
      examples: ["2026-10-01"]),
    Field(
      Key.why, "why", .text, title: "Why", about: "What you are waiting for.",
      examples: ["Title II allocations come in September"]),
  ])
}

extension Decoder {
  /// Reads an answer.
  mutating func answer(_ node: NodeID, _ index: Int) -> UInt32? {
    guard document.kind(of: node) == .mapping else {
      guard let texts = document.isEmptyText(node) ? 0 : textList(node) else { return nil }
      let list = Int(texts)
      if cells[list].value == 1, reportState(cells[list + 1].node) { return nil }
      let holder = document.range(of: key ?? node)
      let record = newRecord(layout.mappings[index], holder: holder)
      cells[record + 1 + TopicAnswer.Key.agreed.rawValue] = Cell(.present, node, value: texts)
      return UInt32(record)
    }
    // Labels instead of keys: `Grade 3: 9:40`.
    if !hasAnswerKey(node) {
      if document.isFlow(node) { return bracesForText(node) }
      return wrongShape(
        node, expected: "a text, a list of texts, or lines such as `agreed:`",
        help: "start each line with a dash and a space, and put it in quotes: `- \"\(firstEntry(node))\"`")
    }
    if let label = labelWithoutState(node) {
      return wrongShape(
        label, expected: "a text, a list of texts, or lines such as `agreed:`",
        help:
          "write `agreed:` on its own line; start each of these lines below it with two more spaces, a dash and a space, and put it in quotes: `- \"\(firstEntry(node, from: label))\"`"
      )
    }
    let known = diagnostics.count
    guard let record = mapping(node, index) else { return nil }
    // A missing state has been reported already.
    if known < diagnostics.count, let key {
      let range = document.range(of: key)
      if diagnostics[known...].contains(where: { $0.rule == .missingKey && $0.range == range }) { return nil }
    }
    func cell(_ key: TopicAnswer.Key) -> Cell { cells[Int(record) + 1 + key.rawValue] }
    let agreed = cell(.agreed)
    if agreed.state == .present, cells[Int(agreed.value)].value == 1 {
      let text = cells[Int(agreed.value) + 1].node
      let wasKey = document.entries(of: node).first { document.bytes(of: $0.key).equals("agreed") }?.key
      if let wasKey, nested(key: wasKey, { $0.reportState(text) }) { return nil }
    }
    if cell(.notRelevant).state == .present, isNoReason(cell(.notRelevant).node) { return nil }
    let states = [agreed, cell(.notRelevant), cell(.open), cell(.carried)]
    return states.contains { $0.state.isBroken } ? nil : record
  }

  /// Reports a "yes" or a repetition of the same words after `not-relevant:`, and says whether it did.
  mutating func isNoReason(_ node: NodeID) -> Bool {
    guard document.textCount(of: node) <= 20,
      ["irrelevant", "it is not relevant", "not needed", "not relevant", "true", "x", "y", "yes"]
        .contains(PlainWords.joined(document.string(of: node)))
    else { return false }
    report(
      .wrongShape, at: document.range(of: node), "`not-relevant` takes the reason, but \(hereIs(node))",
      help: "write why the topic does not matter at your school")
    return true
  }

  /// Whether a mapping has one of the keys of an answer, or a word that was surely meant as one.
  private mutating func hasAnswerKey(_ node: NodeID) -> Bool {
    let document = document
    var isEmpty = true
    for (entryKey, _) in document.entries(of: node) {
      isEmpty = false
      let word = document.bytes(of: entryKey)
      if TopicAnswer.table.keys.index(of: word) != nil || word.isOwnKey { return true }
      if isNear(document.string(of: entryKey), TopicAnswer.table.fields.map(\.key)) { return true }
    }
    return isEmpty
  }

  /// The first label of an answer that has other lines of the format, such as `told-to-teachers:`, but no state.
  private mutating func labelWithoutState(_ node: NodeID) -> NodeID? {
    let document = document
    guard !document.isFlow(node), !document.isTruncated(node) else { return nil }
    let keys = TopicAnswer.table.fields.map(\.key)
    var label: NodeID?
    for (entryKey, value) in document.entries(of: node) {
      let word = document.bytes(of: entryKey)
      if word.isOwnKey { continue }
      if let index = TopicAnswer.table.keys.index(of: word) {
        if TopicAnswer.states.contains(keys[index]) { return nil }
      } else if outermost.index(of: word) != nil || document.kind(of: value) != .scalar
        || isNear(document.string(of: entryKey), keys)
        || KeySynonyms.key(for: document.string(of: entryKey), among: keys) != nil
      {
        return nil
      } else {
        label = label ?? entryKey
      }
    }
    return label
  }

  private func firstEntry(_ node: NodeID, from first: NodeID? = nil) -> String {
    for (entryKey, value) in document.entries(of: node) where first == nil || entryKey == first {
      return document.kind(of: value) == .scalar ? "\(excerpt(entryKey)): \(excerpt(value))" : "\(excerpt(entryKey)): …"
    }
    return "…"
  }
}
