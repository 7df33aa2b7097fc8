internal import Agreement
internal import Diagnostics
internal import SchoolEnglish

extension Rule {
  static let tellingUnclear = Rule(
    .tellingUnclear, .info, .completeness, source: .step(6),
    summary: "the question asks how teachers are told, but nothing says so",
    rationale: """
      Three topics (whether coaching is expected, whether weekly planning is, and whether doors are open) ask how teachers hear of the
      answer. Often the answer says it; if it does not, `told-to-teachers` can.
      """,
    failing: [
      Example(
        """
        format: 1
        topics:
          access:
            ↓classroom-access↑: Doors are open
        """, "the question of `classroom-access` asks how teachers are told, but nothing says so",
        help:
          "write three lines, the last one in your own words:\n    classroom-access:\n      agreed: Doors are open\n      told-to-teachers: when teachers are told, and by whom",
        cured: """
          format: 1
          topics:
            access:
              classroom-access:
                agreed: Doors are open
                told-to-teachers: In the August letter from both principals
          """),
      Example(
        """
        format: 1
        topics:
          access:
            ↓classroom-access↑:
              - Doors are open
              - No visits in May
            planning-days: {agreed: One each fall}
        """, "the question of `classroom-access` asks how teachers are told, but nothing says so",
        help:
          "below `classroom-access:`, write `agreed:` on a line of its own, two spaces further right; put two more spaces before each line of the answer; and below it, in the same column as `agreed:`, add `told-to-teachers:` and say when teachers are told, and by whom",
        cured: """
          format: 1
          topics:
            access:
              classroom-access:
                agreed:
                  - Doors are open
                  - No visits in May
                told-to-teachers: In the August letter from both principals
              planning-days: {agreed: One each fall}
          """),
      Example(
        """
        format: 1
        topics:
          access:
            ↓classroom-access↑:
              agreed: Doors are open
              told-to-teachers:
        """, "the question of `classroom-access` asks how teachers are told, but nothing says so",
        help: "after the colon of `told-to-teachers`, say when teachers are told, and by whom",
        cured: """
          format: 1
          topics:
            access:
              classroom-access:
                agreed: Doors are open
                told-to-teachers: In the August letter from both principals
          """),
    ],
    passing: [
      Example(
        """
        format: 1
        topics:
          access:
            classroom-access: {agreed: Doors are open, told-to-teachers: August meeting}
        """),
      Example(
        """
        format: 1
        topics:
          access:
            told-to-teachers: August meeting
            classroom-access: Doors are open
        """),
      Example("format: 1\ntopics:\n  access:\n    classroom-access: We tell teachers in August that doors are open\n"),
    ],
    check: .topic { visit, context in
      guard visit.topic.telling == .asked, case .agreed(let texts) = visit.answer.state,
        visit.answer.toldToTeachers.isAbsent,
        visit.agreement.topics.section(visit.topic.section)?.toldToTeachers.isAbsent != false
      else { return }
      // An answer that mentions telling, staff meetings or letters says so in its own words.
      let words = texts.flatMap { Word.texts(of: visit.agreement.folded($0)) }
      guard !words.contains(where: telling.contains) else { return }
      context.report(
        at: visit.keyRange, "the question of `\(visit.topic.id)` asks how teachers are told, but nothing says so",
        help: visit.layout.helpToTell)
    })

  private static let telling: Set<String> = [
    "tell", "tells", "told", "announce", "announces", "announced", "hear", "hears", "heard", "letter", "letters",
    "staff", "handbook", "newsletter", "email", "emails", "meeting", "know", "knows", "explain", "explains",
    "introduces", "publish", "published", "publishes", "says", "memo",
  ]
}
