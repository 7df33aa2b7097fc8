internal import Agreement
internal import Diagnostics
internal import YAMLSyntax

extension RuleID {
  static let namesNoSafeguard = RuleID("names-no-safeguard")
}

extension Rule {
  static let namesNoSafeguard = Rule(
    .namesNoSafeguard, .warning, .commitments, heuristic: true, source: .step(6),
    summary: "names are used in talks about progress, without any protection",
    rationale: """
      Where teachers' names come up between coach and principal, teachers will know within a week. That can be right, if they know what is said, when
      and to whom; so an answer that allows names should say what protects the person.
      """,
    failing: [
      Example(
        "format: 1\ntopics:\n  feedback-review:\n    teacher-naming: ↓Yes, we use names when we talk about progress↑\n",
        "names are used, and nothing says what protects the person",
        help: "add what is never said, who agrees before, or what stays with the teacher")
    ],
    passing: [
      Example("format: 1\ntopics:\n  feedback-review:\n    teacher-naming: Teams only, no names\n"),
      Example(
        "format: 1\ntopics:\n  feedback-review:\n    teacher-naming: Names only with the permission of the teacher\n"),
    ],
    check: .topic { visit, context in
      guard visit.topic.id == "teacher-naming", case .agreed(let texts) = visit.answer.state, let first = texts.first
      else { return }
      let document = visit.agreement.document
      // Without names and without a bare yes there is nothing to look for.
      guard texts.contains(where: { document.bytes(of: $0.node).hasWord(beginningWith: ["name", "yes"]) }) else {
        return
      }
      let words = texts.flatMap { visit.agreement.folded($0).lowerWords }
      let line = words.joined(separator: " ")
      guard !words.contains(where: protections.contains), allows.contains(where: line.contains) || words == ["yes"]
      else { return }
      context.report(
        at: visit.agreement.document.range(of: first.node), "names are used, and nothing says what protects the person",
        help: "add what is never said, who agrees before, or what stays with the teacher")
    })

  private static let protections: Set<String> = [
    "no", "not", "never", "nobody", "only", "unless", "permission", "consent", "agrees", "agree", "private",
    "privately",
    "confidential", "stays", "stay", "without", "strengths", "praise", "anonymous", "first", "asks", "ask", "don't",
    "good",
  ]

  private static let allows: [String] = [
    "we use names", "use teachers' names", "names are used", "by name", "names are fine", "names are ok",
    "names may be used", "we name",
  ]
}
