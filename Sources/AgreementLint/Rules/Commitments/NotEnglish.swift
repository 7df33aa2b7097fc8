internal import Agreement
internal import Diagnostics

extension Rule {
  static let notEnglish = Rule(
    .notEnglish, .info, .commitments, heuristic: true, source: .format,
    summary: "a file that is mostly in a language other than English",
    rationale: """
      Some rules look for words, such as "as needed" or "lunch duty", and their lists are in American English. In a file that is mostly in another
      language they stay silent, so that they say nothing false. All other rules read the file as usual, and so do the ones that look for phone
      numbers, email addresses, Social Security numbers and birth dates.
      """,
    failing: [
      Example(
        """
        format: 1
        topics:
          engagement:
            coach-introduction: ↓La directora presenta a la coach en la primera reunión del año↑
            team-coaching: Sí, con los equipos de primero y de segundo, los jueves
            individual-cycles: Sí, de cuatro semanas cada uno
            principal-priorities: Que los estudiantes hablen en todas las clases
        """, "this file is mostly in another language, so the rules that look for English words do not check it",
        help:
          "check it yourself for names of students, judgments about people and answers such as \"as needed\"; to hide this note, write `rules: {not-english: off}` in concord.yaml"
      )
    ],
    passing: [
      Example(
        """
        format: 1
        topics:
          engagement:
            coach-introduction: The principal presents the coach at the first meeting of the year
            team-coaching: Sí, con los equipos de primero y de segundo, los jueves
            individual-cycles: Yes, four weeks each, and the teacher picks the goal
            principal-priorities: Students talk in every lesson and say what they think
        """)
    ],
    check: .agreement { agreement, context in
      guard !context.isInEnglish, let first = Language.firstForeignText(in: agreement) else { return }
      context.report(
        at: agreement.range(of: first),
        "this file is mostly in another language, so the rules that look for English words do not check it",
        help:
          "check it yourself for names of students, judgments about people and answers such as \"as needed\"; to hide this note, write `rules: {not-english: off}` in concord.yaml"
      )
    })
}
