internal import Agreement
internal import Diagnostics
internal import YAMLSyntax

extension RuleID {
  static let prescribesMethod = RuleID("prescribes-method")
}

extension Rule {
  static let prescribesMethod = Rule(
    .prescribesMethod, .info, .commitments, heuristic: true, source: .step(5),
    summary: "an expected result that dictates the technique",
    rationale: """
      Leaders name the result, and how to get there is worked out between coach and teachers. "Every teacher uses the workshop model" is a
      technique; "more students write for an audience" is a result.
      """,
    failing: [
      Example(
        """
        format: 1
        focus:
          expected-results:
            - ↓All teachers will use the workshop model every day↑
        """, "this result says how to teach, and not what should come of it",
        help: "write what students or teachers will be able to do; how to get there is up to coach and teachers")
    ],
    passing: [
      Example(
        """
        format: 1
        focus:
          expected-results:
            - More students use evidence when they write
            - Fewer ninth graders repeat Algebra 1
            - Teachers trust each other enough to open their doors
        """)
    ],
    check: .agreement { agreement, context in
      guard case .present(let results) = agreement.content.focus.value?.expectedResults else { return }
      for text in results.value {
        let document = agreement.document
        // Only what begins with the people can go on to say what they must do.
        guard document.bytes(of: text.node).hasWord(beginningWith: ["teacher", "staff", "everyone"]) else { continue }
        let words = agreement.folded(text).lowerWords
        let line = words.joined(separator: " ")
        let who = ["all teachers", "every teacher", "each teacher", "teachers", "all staff", "everyone"]
        let must = [
          "use the", "uses the", "will use", "must use", "implement", "implements", "will implement", "follow the",
          "follows the",
          "will follow", "must follow", "adopt the", "teach with the", "posts", "will post", "must post",
        ]
        let dictates = who.contains { person in must.contains { line.hasPrefix("\(person) \($0)") } }
        guard dictates, !line.isNegated else { continue }
        context.report(
          at: agreement.document.range(of: text.node), "this result says how to teach, and not what should come of it",
          help: "write what students or teachers will be able to do; how to get there is up to coach and teachers")
      }
    })
}
