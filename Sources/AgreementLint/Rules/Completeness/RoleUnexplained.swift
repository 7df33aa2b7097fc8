internal import Agreement
internal import Diagnostics
internal import TextSupport

extension Rule {
  static let roleUnexplained = Rule(
    .roleUnexplained, .warning, .completeness, source: .step(5),
    summary: "a coaching role without a word on what it means here",
    rationale: """
      "Mentor" can be two new teachers or the whole staff. A few words after the colon tell everybody which. Until then the role
      does not count, and nobody signs it.
      """,
    failing: [
      Example(
        """
        format: 1
        focus:
          roles:
            data-coach: After each unit test
            ↓mentor↑:
            learner:
        """, "nothing says what `mentor` and `learner` mean here, so nobody signs them",
        help: "write a few words after the colon, such as for whom or when")
    ],
    passing: [
      Example("format: 1\nfocus:\n  roles:\n    mentor: Our two new teachers\n"),
      Example("format: 1\nfocus:\n  roles:\n"),
    ],
    check: .agreement { agreement, context in
      // The format allows it, so it can wait until the file has no errors.
      guard context.reading.isSound || context.reading.diagnostics.allSatisfy({ $0.rule == .missingKey }) else {
        return
      }
      let blank = (agreement.content.focus.value?.roles.value ?? []).filter(\.part.isAbsent)
      guard let first = blank.first else { return }
      let names = blank.prefix(10).map { "`\($0.id)`" }
      context.report(
        at: first.keyRange,
        "nothing says what \(Prose.list(names)) \(names.count == 1 ? "means" : "mean") here, so nobody signs \(names.count == 1 ? "it" : "them")",
        help: "write a few words after the colon, such as for whom or when",
        notes: blank.dropFirst().prefix(9).map { Note(at: $0.keyRange, "nothing here, either") })
    })
}
