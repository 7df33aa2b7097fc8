internal import Agreement
internal import Diagnostics

extension RuleID {
  static let evaluationRole = RuleID("evaluation-role")
}

extension Rule {
  static let evaluationRole = Rule(
    .evaluationRole, .warning, .privacy, heuristic: true, source: .practice,
    summary: "the coach evaluates teachers",
    rationale: """
      Coaching rests on teachers showing what does not work yet. A coach who also rates them is shown something else. The finding does not repeat
      the text.
      """,
    failing: [
      Example(
        "format: 1\ntopics:\n  feedback-review:\n    work-records: ↓The coach evaluates teachers twice a year↑\n",
        "here the coach seems to evaluate teachers",
        help: "leave evaluation to administrators, or make clear that the coach has no part in it")
    ],
    passing: [
      Example("format: 1\ntopics:\n  feedback-review:\n    work-records: The coach never evaluates teachers\n"),
      Example(
        "format: 1\ntopics:\n  feedback-review:\n    work-records: Evaluation is the principal's job; the coach is not asked\n"
      ),
      Example(
        "format: 1\ntopics:\n  feedback-review:\n    work-records: The coach evaluates the new textbook with the team\n"
      ),
    ],
    check: .text(["evaluat", "rates teacher", "appraisal"]) { visit, context in
      for sentence in visit.text.sentences where !sentence.isNegated {
        let words = sentence.lowerWords
        // All that is looked for names the coach.
        guard words.contains(where: ["coach", "coach's", "i"].contains) else { continue }
        let line = words.joined(separator: " ")
        guard acts.contains(where: line.contains) else { continue }
        context.report(
          at: visit.range, "here the coach seems to evaluate teachers",
          help: "leave evaluation to administrators, or make clear that the coach has no part in it")
        return
      }
    })

  private static let acts = [
    "coach evaluates teachers", "coach will evaluate teachers", "coach evaluates staff", "coach rates teachers",
    "coach evaluates each teacher", "coach evaluates every teacher", "coach writes evaluations",
    "coach writes the evaluations",
    "coach does evaluations", "coach conducts evaluations", "coach completes evaluations",
    "evaluated by the coach",
    "coach helps evaluate teachers", "coach assists with teacher evaluations",
    "coach contributes to teacher evaluations",
    "coach gives input on teacher evaluations", "coach's evaluations of teachers", "i evaluate teachers",
  ]
}
