internal import Agreement
internal import Diagnostics
internal import YAMLSyntax
internal import SchoolEnglish

extension Rule {
  static let placeholder = Rule(
    .placeholder, .error, .commitments, draft: true, source: .practice,
    summary: "a placeholder where an answer should be",
    rationale: """
      "TBD" in August is still "TBD" in May. The same goes for "N/A", a dash, a blank line to fill in, a prompt such as `[name]`, and a question, hint
      or example copied from the topic list. If a topic does not matter at your school, say why under `not-relevant:`. If it has to wait, use `open:`
      with a date, and concord will remind you.
      """,
    failing: [
      Example(
        "format: 1\ntopics:\n  access:\n    classroom-access: ↓TBD↑\n", "this is a placeholder, not an answer",
        help: setAside("classroom-access")),
      Example(
        "format: 1\ntopics:\n  confidentiality:\n    urgent-concern: ↓N/A↑\n", "this is a placeholder, not an answer",
        help: "replace it with what you agree on; this topic always needs an answer"),
      Example(
        "format: 1\ncampuses:\n  brookside: ↓\"[name]\"↑\n", "this is a placeholder, not an answer",
        help: "replace it with what belongs here"),
      Example("format: 1\nnorms:\n  agreed:\n    - ↓???↑\n", "this is a placeholder, not an answer"),
      Example(
        "format: 1\ntopics:\n  specific-issues:\n    staff-learning-budget: ↓$____ from Title I↑\n",
        "this is a placeholder, not an answer"),
      Example(
        "format: 1\ntopics:\n  access:\n    planning-days: ↓TBD by principal↑\n", "this is a placeholder, not an answer"
      ),
      Example(
        "format: 1\ntopics:\n  access:\n    planning-days: ↓[names of teachers]↑\n",
        "this is a placeholder, not an answer"),
      Example(
        "format: 1\ntopics:\n  feedback-review:\n    work-visibility: ↓where do teachers read or hear about the coach's work↑\n",
        "this repeats the question"),
      Example(
        "format: 1\ntopics:\n  feedback-review:\n    work-visibility: ↓Monthly coaching page on the staff site↑\n",
        "this repeats the example from the topic list",
        help: "write what you agreed on at your school, in your own words"),
      Example(
        """
        format: 1
        topics:
          access:
            classroom-access:
              - By invitation
              - ↓n/a↑
        """, "this is a placeholder, not an answer", help: "replace it with what you agree on, or delete this line",
        cured: """
          format: 1
          topics:
            access:
              classroom-access:
                - By invitation
          """),
    ],
    passing: [
      Example("format: 1\ntopics:\n  access:\n    classroom-access: Doors are open; the sign for TBD days is red\n"),
      Example("format: 1\ntopics:\n  access:\n    planning-days: [The coach]\n"),
      Example("format: 1\ntopics:\n  planning-data:\n    backward-design: Not yet\n"),
      Example("format: 1\ntopics:\n  access:\n    classroom-access:\n      not-relevant: The rooms have no doors\n"),
      Example(
        "format: 1\ntopics:\n  feedback-review:\n    work-visibility: Where do teachers read it? On the board in the hall\n"
      ),
    ],
    check: .agreement { agreement, context in
      let document = agreement.document
      var found = agreement.bracketedPrompts
      document.forEachValue { node in
        // White space alone is not a text; it is reported where a text is required.
        guard Placeholder.keepsPlace(document.bytes(of: node)), !document.isEmptyText(node) else { return }
        let range = document.range(of: node)
        // "Goal 2" of a plan in the document before it, as opposed to a line in a form.
        if agreement.isRoleDocument(range), Placeholder.isNumbered(document.bytes(of: node)) { return }
        found.append(range)
      }
      let copies = agreement.copiesOfCatalog
      guard !found.isEmpty || !copies.isEmpty else { return }
      let helps = agreement.helpsForTopics
      let ids = agreement.ids
      // Whatever is inside brackets is found with them.
      // Other programs retype an unquoted `null`, but it is still not an answer.
      let spoken = Set(
        context.reading.diagnostics.filter { $0.rule != .retypedScalar }
          .flatMap { [$0.range.start] + $0.notes.map(\.range.start) })
      for range in found
      where !spoken.contains(range.start) && !agreement.bracketedPrompts.contains(where: range.isInside)
        && !ids.contains(agreement.source.text(of: range))
      {
        context.report(
          at: range, "this is a placeholder, not an answer",
          help: helps[range.start] ?? "replace it with what belongs here")
      }
      for copy in copies {
        context.report(
          at: copy.range, "this repeats the \(copy.part)",
          help: copy.part == .example
            ? "write what you agreed on at your school, in your own words" : helps[copy.range.start])
      }
    })

  /// The help for a topic that may be set aside, in the examples.
  private static func setAside(_ topic: String) -> String {
    "replace it with what you agree on; if it has to wait, write `open:` in place of `not-relevant:` here, and `until:` with a date on a line below, two spaces further right; if the topic does not matter, write two lines in place of this line:\n    \(topic):\n      not-relevant: the reason, in your own words"
  }
}

/// The part of the catalog that was copied.
private enum PartOfTopic: CustomStringConvertible {
  case question
  case hint
  case example

  var description: String {
    switch self {
    case .question: "question"
    case .hint: "hint from the topic list"
    case .example: "example from the topic list"
    }
  }
}

extension SourceRange {
  /// Whether it lies within another range and is not the same.
  fileprivate func isInside(_ other: SourceRange) -> Bool { other.start < start && end <= other.end }
}

extension SourceFile {
  fileprivate func text(of range: SourceRange) -> String { String(decoding: bytes[range.indices], as: UTF8.self) }
}

extension Agreement {
  /// The ids of people and campuses; one of them may be `x` or `na`.
  fileprivate var ids: Set<String> { Set(participants.map(\.id) + campuses.map(\.id)) }

  /// Whether a text names a document about the coach's roles.
  fileprivate func isRoleDocument(_ range: SourceRange) -> Bool {
    guard case .present(let papers) = content.focus.value?.roleDocuments else { return false }
    return papers.range.start <= range.start && range.end <= papers.range.end
  }

  /// What to do about a placeholder in an answer, by the UTF-8 byte offset where the answer starts.
  fileprivate var helpsForTopics: [UInt32: String] {
    var result: [UInt32: String] = [:]
    for answer in topics.answers {
      let topic = catalog.topics[answer.index]
      guard case .present(let located) = answer.part, case .agreed(let texts) = located.value.state,
        let layout = answer.layout(in: self)
      else { continue }
      // Beside other texts, a placeholder is not the whole answer.
      let help =
        texts.count > 1
        ? "replace it with what you agree on, or delete this line"
        : topic.isRequired
          ? "replace it with what you agree on; this topic always needs an answer"
          : "replace it with what you agree on; \(layout.helpToSetAside)"
      for text in texts { result[range(of: text).start] = help }
      result[located.range.start] = help
    }
    return result
  }

  /// The places where a catalog text is the answer to its own topic.
  fileprivate var copiesOfCatalog: [(range: SourceRange, part: PartOfTopic)] {
    let document = document
    var result: [(range: SourceRange, part: PartOfTopic)] = []
    for place in topics.answers.indices {
      guard case .present(let located) = topics.answers[place].part, case .agreed(let texts) = located.value.state
      else { continue }
      let topic = catalog.topics[topics.answers[place].index]
      for text in texts where topic.mayRepeatCatalog(document.bytes(of: text.node)) {
        // The catalog texts are read from a file only here, because few agreements need them.
        let words = Word.texts(of: folded(text))
        guard words.count > 2 else { continue }
        let parts = [(topic.question, PartOfTopic.question), (topic.hint, .hint), (topic.example, .example)]
        if let part = parts.first(where: { Word.texts(of: $0.0) == words })?.1 {
          result.append((document.range(of: text.node), part))
        }
      }
    }
    return result
  }
}
