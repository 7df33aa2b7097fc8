internal import Agreement
internal import Diagnostics

extension RuleID {
  static let namedJudgement = RuleID("named-judgement")
}

extension Rule {
  static let namedJudgement = Rule(
    .namedJudgement, .warning, .privacy, heuristic: true, source: .practice,
    summary: "a person is judged by name",
    rationale: """
      An agreement is read by many people and kept for years. A sentence about how well a named person works belongs in no such file, however true it is.
      The finding does not repeat the text.
      """,
    failing: [
      Example(
        "format: 1\ntopics:\n  engagement:\n    initial-caseload: ↓Ms. Ortiz is struggling with fractions↑\n",
        "this text seems to judge a person by name",
        help: "write about the team, the course or the task; talk about the person in person")
    ],
    passing: [
      Example("format: 1\nfocus:\n  strengths:\n    - Strong grade 5 team led by Ms. Ortiz\n"),
      Example(
        "format: 1\ntopics:\n  specific-issues:\n    staff-learning-budget: $600 from Title II, Ms. Ibarra approves\n"),
    ],
    check: .text([
      "weak", "struggl", "ineffective", "incompetent", "unprepared", "lazy", "poor", "resist", "failing", "bad at",
      "worst",
    ]) {
      visit, context in
      let judgements: Set<String> = [
        "weak", "weaker", "weakest", "struggling", "struggles", "struggle", "ineffective", "incompetent", "unprepared",
        "lazy", "poor",
        "resistant", "resists", "failing", "worst",
      ]
      for sentence in visit.text.sentences
      where sentence.lowerWords.contains(where: judgements.contains) && sentence.namesAPerson {
        context.report(
          at: visit.range, "this text seems to judge a person by name",
          help: "write about the team, the course or the task; talk about the person in person")
        return
      }
    })
}

extension StringProtocol {
  /// Whether a sentence names somebody by title and name: "Ms. Ortiz".
  fileprivate var namesAPerson: Bool {
    let words = split(separator: " ").map { $0.drop { !$0.isLetter } }
    return zip(words, words.dropFirst()).contains { title, name in
      ["Mr", "Ms", "Mrs", "Miss", "Dr", "Mx", "Mr.", "Ms.", "Mrs.", "Dr.", "Mx."].contains(String(title))
        && name.first?.isUppercase == true
    }
  }
}
