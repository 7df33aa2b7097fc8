internal import Agreement
internal import Diagnostics
internal import YAMLSyntax

extension RuleID {
  static let vagueAnswer = RuleID("vague-answer")
}

extension Rule {
  static let vagueAnswer = Rule(
    .vagueAnswer, .warning, .commitments, heuristic: true, source: .practice,
    summary: "an answer that leaves everything open",
    rationale: """
      "As needed" means something else to each reader. A question that asks who, how or how much is not answered by a yes either. A good answer
      could be shown to somebody new in March, and they would know what to do.
      """,
    failing: [
      Example("format: 1\ntopics:\n  access:\n    weekly-planning: ↓As needed↑\n", "this answer can mean anything"),
      Example(
        "format: 1\ntopics:\n  confidentiality:\n    urgent-concern: ↓Yes↑\n",
        "the question asks how, and the answer only says \"Yes\"", help: "add how"),
    ],
    passing: [
      Example(
        "format: 1\ntopics:\n  access:\n    planning-days: As needed, at least two a semester, and the principal pays the substitutes\n"
      ),
      Example("format: 1\ntopics:\n  engagement:\n    team-coaching: Yes\n"),
    ],
    check: .topic { visit, context in
      guard case .agreed(let texts) = visit.answer.state, texts.count == 1, let text = texts.first else { return }
      guard visit.agreement.document.textCount(of: text.node) <= 40 else { return }
      let answer = visit.agreement.folded(text)
      let words = answer.lowerWords.joined(separator: " ")
      let range = visit.agreement.document.range(of: text.node)
      if vague.contains(words) {
        context.report(
          at: range, "this answer can mean anything",
          help: "say who does what, when or how often; for example: \(visit.topic.example)")
      } else if ["yes", "no", "yes please", "sure", "ok", "okay", "agreed", "fine"].contains(words),
        visit.topic.expects != .yesOrNo
      {
        context.report(
          at: range, "the question asks \(visit.topic.expects.words), and the answer only says \"\(answer)\"",
          help: "add \(visit.topic.expects.words)")
      }
    })

  private static let vague: Set<String> = [
    "as needed", "if needed", "when needed", "as necessary", "when necessary", "if necessary", "when possible",
    "if possible",
    "where possible", "as time allows", "time permitting", "when time allows", "ongoing", "it depends", "depends",
    "varies",
    "case by case", "on a case by case basis", "as appropriate", "when appropriate", "sometimes", "maybe", "possibly",
    "regularly",
    "often", "same as last year", "like last year", "as always", "as usual", "see above", "various", "flexible",
    "we will see",
    "we'll see", "to be discussed", "as required", "upon request", "on request",
  ]
}
