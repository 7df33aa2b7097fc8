internal import Agreement
internal import Diagnostics
internal import YAMLSyntax

extension RuleID {
  static let placeholder = RuleID("placeholder")
}

extension Rule {
  static let placeholder = Rule(
    .placeholder, .error, .commitments, draft: true, source: .practice,
    summary: "a text that only keeps a place",
    rationale: """
      "TBD" in August is still "TBD" in May. Where something cannot be settled yet, the topic can be `open` with a date, and concord reminds
      you of it.
      """,
    failing: [
      Example(
        "format: 1\ntopics:\n  access:\n    classroom-access: ↓TBD↑\n", "this text only keeps a place",
        help: "write what you agree on; a topic that has to wait is `open:` with `until:`"),
      Example("format: 1\ncampuses:\n  brookside: ↓\"[name]\"↑\n", "this text only keeps a place"),
      Example("format: 1\nnorms:\n  agreed:\n    - ↓???↑\n", "this text only keeps a place"),
      Example(
        "format: 1\ntopics:\n  access:\n    planning-days: ↓[Your answer here]↑\n", "this text only keeps a place"),
      Example(
        "format: 1\ntopics:\n  feedback-review:\n    work-visibility: ↓where can the staff see what the coach is doing↑\n",
        "this is the question, and no answer to it"),
    ],
    passing: [
      Example("format: 1\ntopics:\n  access:\n    classroom-access: Doors are open; the sign for TBD days is red\n"),
      Example("format: 1\ncampuses:\n  brookside: \"[name] School\"\n"),
      Example("format: 1\ntopics:\n  access:\n    planning-days: [The coach]\n"),
      Example(
        "format: 1\ntopics:\n  feedback-review:\n    work-visibility: Where can the staff see it? On the board in the hall\n"
      ),
    ],
    check: .agreement { agreement, context in
      let document = agreement.document
      var found = agreement.bracketedPrompts
      document.forEachValue { node in
        if Placeholder.keepsPlace(document.bytes(of: node)) { found.append(document.range(of: node)) }
      }
      let questions = agreement.copiedQuestions
      guard !found.isEmpty || !questions.isEmpty else { return }
      // What stands in brackets is found with them.
      let spoken = Set(context.reading.diagnostics.map(\.range.start))
      for range in found
      where !spoken.contains(range.start) && !agreement.bracketedPrompts.contains(where: range.isInside) {
        context.report(at: range, "this text only keeps a place", help: help)
      }
      for range in questions { context.report(at: range, "this is the question, and no answer to it", help: help) }
    })

  private static let help = "write what you agree on; a topic that has to wait is `open:` with `until:`"
}

extension SourceRange {
  /// Whether it lies in another one and is not the same.
  fileprivate func isInside(_ other: SourceRange) -> Bool { other.start < start && end <= other.end }
}

extension Agreement {
  /// Where the question of a topic stands as its answer.
  fileprivate var copiedQuestions: [SourceRange] {
    let document = document
    var result: [SourceRange] = []
    for place in topics.answers.indices {
      guard case .present(let located) = topics.answers[place].part, case .agreed(let texts) = located.value.state
      else { continue }
      for text in texts where document.bytes(of: text.node).mayBeQuestion {
        // The questions are read from a file only now, which few agreements need.
        let question = catalog.topics[topics.answers[place].index].question
        if folded(text).lowerWords == question.lowerWords { result.append(document.range(of: text.node)) }
      }
    }
    return result
  }
}

extension Span<UInt8> {
  /// Whether a text ends as a question does, or begins as those of the catalog.
  fileprivate var mayBeQuestion: Bool {
    guard count >= 20 else { return false }
    if self[count - 1] == 0x3F || self[count - 2] == 0x3F { return true }
    for word in beginningsOfQuestions where word.utf8Start[0] == self[0] | 0x20 {
      let length = word.utf8CodeUnitCount
      if length <= count, (0..<length).allSatisfy({ self[$0] | 0x20 == word.utf8Start[$0] }) { return true }
    }
    return false
  }
}

/// How the questions of the catalog begin, for one that was copied without its mark.
private let beginningsOfQuestions: [StaticString] = [
  "do ", "does ", "how ", "in our talks ", "may ", "must ", "on which ", "team by team ", "what ", "when a campus ",
  "when and how ",
  "when do we ", "when may ", "where can ", "which ", "who ", "with whom ",
]
