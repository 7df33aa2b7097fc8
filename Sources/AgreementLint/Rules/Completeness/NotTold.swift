internal import Agreement
internal import Diagnostics
internal import TextSupport

extension Rule {
  static let notTold = Rule(
    .notTold, .warning, .completeness, source: .step(6),
    summary: "nobody tells teachers about planning and data",
    rationale: """
      What is expected of teachers in planning and with data has to reach them, or the coach becomes the messenger. One line for the
      whole section is enough, or one for each topic.
      """,
    failing: [
      Example(
        """
        format: 1
        topics:
          ↓planning-data↑:
            backward-design: With the template
            data-review: Coach first
        """, "nothing says how teachers hear of `backward-design` and `data-review`",
        help: "add `told-to-teachers:` to the section, and say when teachers are told, and by whom"),
      Example(
        """
        format: 1
        topics:
          planning-data:
            backward-design: {agreed: With the template, told-to-teachers: August meeting}
            ↓data-review↑: Coach first
        """, "nothing says how teachers hear of `data-review`",
        help:
          "write three lines, the last one in your own words:\n    data-review:\n      agreed: Coach first\n      told-to-teachers: when teachers are told, and by whom"
      ),
      Example(
        """
        format: 1
        topics:
          planning-data:
            ↓told-to-teachers↑:
            data-gathering: The coach
            data-review: Coach first
        """, "nothing says how teachers hear of `data-gathering` and `data-review`",
        help: "after the colon, say when teachers are told, and by whom",
        cured: """
          format: 1
          topics:
            planning-data:
              told-to-teachers: In the August letter from both principals
              data-gathering: The coach
              data-review: Coach first
          """),
    ],
    passing: [
      Example(
        "format: 1\ntopics:\n  planning-data:\n    told-to-teachers: August meeting\n    data-review: Coach first\n"),
      Example("format: 1\ntopics:\n  access:\n    classroom-access: Doors are open\n"),
    ],
    check: .agreement { agreement, context in
      guard case .present(let topics) = agreement.content.topics else { return }
      for section in topics.value.sections where !section.isBroken {
        guard case .absent(let gap) = section.toldToTeachers else { continue }
        let answered = topics.value.answers.filter {
          guard $0.section == section.index, agreement.catalog.topics[$0.index].telling == .expected else {
            return false
          }
          if case .agreed = $0.part.value?.state { return true } else { return false }
        }
        let silent = answered.filter { $0.part.value?.toldToTeachers.isAbsent == true }
        guard !silent.isEmpty else { continue }
        func name(_ answer: Topics.Answer) -> String { "`\(agreement.catalog.topics[answer.index].id)`" }
        // Where the section has the key already, one text after it serves all.
        if gap.hasKey || silent.count == answered.count && silent.count > 1 {
          context.report(
            at: gap.range, "nothing says how teachers hear of \(Prose.list(silent.map(name)))",
            help: gap.hasKey
              ? "after the colon, say when teachers are told, and by whom"
              : "add `told-to-teachers:` to the section, and say when teachers are told, and by whom")
          continue
        }
        for answer in silent {
          context.report(
            at: answer.keyRange, "nothing says how teachers hear of \(name(answer))",
            help: answer.layout(in: agreement)?.helpToTell)
        }
      }
    })
}
