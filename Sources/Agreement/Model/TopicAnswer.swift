package import Diagnostics
internal import YAMLSyntax

/// What was said about one topic.
package final class TopicAnswer: Sendable {
  /// The four states of a topic.
  package enum State: Sendable {
    /// Settled, in one or more texts.
    case agreed([Text])
    /// Considered and set aside, with a reason.
    case notRelevant(Text)
    /// To be settled by a date.
    case open(OpenTopic)
    /// Last year's answer, not agreed again.
    case carried([Text])
    /// A state without a text: the topic was not answered.
    case unanswered
  }

  /// The state.
  package let state: State
  /// The range of the key that names the state, or of the whole answer in its short form.
  package let stateRange: SourceRange
  /// Who does what.
  package let commitments: Part<[Part<Commitment>]>
  /// How teachers hear of it.
  package let toldToTeachers: Part<Text>
  /// What else was said.
  package let notes: Part<[Text]>

  init(
    state: State, stateRange: SourceRange, commitments: Part<[Part<Commitment>]>, toldToTeachers: Part<Text>,
    notes: Part<[Text]>
  ) {
    self.state = state
    self.stateRange = stateRange
    self.commitments = commitments
    self.toldToTeachers = toldToTeachers
    self.notes = notes
  }
}

/// A topic to be settled by a date.
package struct OpenTopic: MappingValue {
  /// The day by which it is to be settled.
  package internal(set) var until: Part<CalendarDate>
  /// Why it cannot be settled yet.
  package internal(set) var why: Part<Text>

  init(holder: SourceRange) {
    until = .absent(holder: holder)
    why = .absent(holder: holder)
  }

  static let shape = MappingShape<OpenTopic>([
    Field(
      "until", { $0.until = $1 }, .date, required: true, title: "Until",
      about: "The day by which you will settle it.",
      examples: ["2026-10-01"]),
    Field(
      "why", { $0.why = $1 }, .text, title: "Why", about: "What you are waiting for.",
      examples: ["Title II allocations come in September"]),
  ])
}

/// The long form of an answer.
struct AnswerKeys: MappingValue {
  var agreed: Part<[Text]>
  var notRelevant: Part<Text>
  var open: Part<OpenTopic>
  var carried: Part<[Text]>
  var commitments: Part<[Part<Commitment>]>
  var toldToTeachers: Part<Text>
  var notes: Part<[Text]>

  init(holder: SourceRange) {
    agreed = .absent(holder: holder)
    notRelevant = .absent(holder: holder)
    open = .absent(holder: holder)
    carried = .absent(holder: holder)
    commitments = .absent(holder: holder)
    toldToTeachers = .absent(holder: holder)
    notes = .absent(holder: holder)
  }

  static let states = ["agreed", "not-relevant", "open", "carried"]

  static let shape = MappingShape<AnswerKeys>(
    [
      Field(
        "agreed", { $0.agreed = $1 }, .textList, title: "Agreed",
        about: "What you agreed on: one text, or a list of short ones.",
        examples: ["Doors are open"]),
      Field(
        "not-relevant", { $0.notRelevant = $1 }, .text, title: "Not relevant",
        about: "Why this topic does not matter at your school.",
        examples: ["The district has no science coordinator"]),
      Field(
        "open", { $0.open = $1 }, OpenTopic.shape.asShape(), title: "Open",
        about: "Not settled yet. Say by when you will settle it, and why not now.",
        examples: ["{until: 2026-10-01}"]),
      Field(
        "carried", { $0.carried = $1 }, .textList, title: "Carried over",
        about: "Last year's answer. It does not count until you agree to it again. Then write `agreed` instead."),
      Field(
        "commitments", { $0.commitments = $1 }, .list(of: Commitment.shape.asShape()),
        title: "Commitments",
        about: "Who does what by when. These go with an agreed answer."),
      Field(
        "told-to-teachers", { $0.toldToTeachers = $1 }, .text, title: "Told to teachers",
        about: "How and when teachers hear about this.",
        examples: ["August staff meeting"]),
      Field(
        "notes", { $0.notes = $1 }, .textList, title: "Notes",
        about: "What else was said and is worth keeping."),
    ],
    constraints: [
      .oneWritten(states), .atMostOne(states),
      .excludes("not-relevant", "commitments"), .excludes("open", "commitments"), .excludes("carried", "commitments"),
      .excludes("not-relevant", "told-to-teachers"), .excludes("open", "told-to-teachers"),
      .excludes("carried", "told-to-teachers"),
    ])
}

private let agreedLabel = Array("\"agreed\":".utf8)

extension Shape where Value == TopicAnswer {
  /// An answer in its short form (a text or a list of texts) or its long one.
  static let answer: Shape = {
    let keys = AnswerKeys.shape.asShape()
    return Shape(
      description: .either([.textList, keys.description]),
      decode: { node, decoder in decoder.answer(node) },
      write: { node, writer in
        if writer.document.kind(of: node) == .mapping { return keys.write(node, &writer) }
        return writer.object { $0.member(label: agreedLabel) { $0.texts(node) } }
      })
  }()
}

extension Decoder {
  fileprivate mutating func answer(_ node: NodeID) -> TopicAnswer? {
    let range = document.range(of: node)
    guard document.kind(of: node) == .mapping else {
      guard let texts = document.isEmptyText(node) ? [] : textList(node) else { return nil }
      if texts.count == 1, reportState(texts[0].node) { return nil }
      let holder = key.map { document.range(of: $0) } ?? range
      return TopicAnswer(
        state: texts.isEmpty ? .unanswered : .agreed(texts), stateRange: range, commitments: .absent(holder: holder),
        toldToTeachers: .absent(holder: holder), notes: .absent(holder: holder))
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
    guard let long = mapping(node, AnswerKeys.shape) else { return nil }
    // A missing state has been reported already.
    let lacksState = diagnostics[known...].contains {
      $0.rule == .missingKey && $0.range == key.map { document.range(of: $0) }
    }
    if lacksState { return nil }
    var state: TopicAnswer.State = .unanswered
    var isBroken = false
    func take<Value>(_ part: Part<Value>, _ make: (Value) -> TopicAnswer.State) {
      switch part {
      case .absent: break
      case .broken: isBroken = true
      case .present(let located): state = make(located.value)
      }
    }
    if case .present(let agreed) = long.agreed, agreed.value.count == 1 {
      let text = agreed.value[0].node
      let wasKey = document.entries(of: node).first { document.bytes(of: $0.key).equals("agreed") }?.key
      if let wasKey, nested(key: wasKey, { $0.reportState(text) }) { return nil }
    }
    if case .present(let reason) = long.notRelevant, isNoReason(reason.value.node) { return nil }
    take(long.agreed) { $0.isEmpty ? .unanswered : .agreed($0) }
    take(long.notRelevant) { .notRelevant($0) }
    take(long.open) { .open($0) }
    take(long.carried) { .carried($0) }
    if isBroken { return nil }
    var stateRange = key.map { document.range(of: $0) } ?? range
    for (entryKey, value) in document.entries(of: node)
    where AnswerKeys.states.contains(document.string(of: entryKey)) && !document.isAbsent(value) {
      stateRange = document.range(of: entryKey)
      break
    }
    return TopicAnswer(
      state: state, stateRange: stateRange, commitments: long.commitments, toldToTeachers: long.toldToTeachers,
      notes: long.notes)
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
      if AnswerKeys.shape.keys.index(of: word) != nil || word.isOwnKey { return true }
      if isNear(document.string(of: entryKey), AnswerKeys.shape.description.fields.map(\.key)) { return true }
    }
    return isEmpty
  }

  /// The first label of an answer that has other lines of the format, such as `told-to-teachers:`, but no state.
  private mutating func labelWithoutState(_ node: NodeID) -> NodeID? {
    let document = document
    guard !document.isFlow(node), !document.isTruncated(node) else { return nil }
    let keys = AnswerKeys.shape.description.fields.map(\.key)
    var label: NodeID?
    for (entryKey, value) in document.entries(of: node) {
      let word = document.bytes(of: entryKey)
      if word.isOwnKey { continue }
      if let index = AnswerKeys.shape.keys.index(of: word) {
        if AnswerKeys.states.contains(keys[index]) { return nil }
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
