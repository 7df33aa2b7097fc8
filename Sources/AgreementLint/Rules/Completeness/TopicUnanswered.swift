internal import Agreement
internal import Diagnostics
internal import TextSupport

extension Rule {
  static let topicUnanswered = Rule(
    .topicUnanswered, .error, .completeness,
    isLoosened: { _, catalog in isCut(catalog) }, source: .step(6),
    summary: "a topic of the conversation has no answer",
    rationale: """
      Every topic deserves at least a moment, so that nobody finds out in November that the others understood it differently. An
      answer can be a sentence, a reason why the topic does not matter here (`not-relevant`), or a date by which you settle it
      (`open`). If a whole section does not matter at your school, one `not-relevant:` sets it aside. A missing section is one
      finding.
      """,
    setting: "`catalog` adds topics, and retires others with `until`",
    failing: [
      Example(
        "↓format↑: 1\nid: brookside\n", "none of the topics has an answer"),
      Example(
        answered + "  ↓confidentiality↑:\n    declining-a-question: The coach says so\n",
        "`urgent-concern` has no answer",
        help:
          "add `urgent-concern:` and your answer. The question: How does either side say that a room or a team needs help right away? How do we keep it private?"
      ),
      Example(
        answered + "  confidentiality:\n    declining-a-question: The coach says so\n    ↓urgent-concern↑:\n",
        "`urgent-concern` has no answer"),
      Example(
        answered.replacingFirst("topics", with: "↓topics↑"),
        "the section `confidentiality` is missing, with the topics `declining-a-question` and `urgent-concern`"),
    ],
    passing: [
      Example(
        answered
          + "  confidentiality:\n    declining-a-question: The coach says so\n    urgent-concern: {agreed: A call the same day}\n"
      ),
      Example(
        answered.replacingFirst(
          "    coach-complaints: To the coach first\n", with: "    not-relevant: The district rules on the rest\n")
          + "  confidentiality: {declining-a-question: The coach says so, urgent-concern: A call the same day}\n"),
    ],
    check: .agreement { agreement, context in
      switch agreement.content.topics {
      case .broken: break
      case .absent(let gap):
        let names = Prose.list(sections(of: agreement).map { "`\($0.1.id)`" })
        context.report(
          at: gap.range, "none of the topics has an answer",
          help: gap.hasKey
            ? "below this line and two spaces further right, add the sections \(names)"
            : "add `topics:` with the sections \(names)")
      case .present(let topics):
        for (index, section) in sections(of: agreement) { check(section, index, topics, agreement, &context) }
      }
    })

  /// An agreement that answers every topic except those on confidentiality.
  private static let answered = """
    format: 1
    topics:
      roles-focus: {relationship-building: Four weeks, role-priorities: Math first}
      engagement:
        coach-introduction: At the August meeting
        team-coaching: All teams
        individual-cycles: Six weeks each
        initial-caseload: Three teams
        principal-priorities: Math talk
        coordinator-concerns: Pacing of the new unit
        participation-expectation: By choice
      access:
        common-planning-periods: Grade 3 at 9:40
        weekly-planning: Tuesdays
        planning-days: One a semester
        classroom-access: Doors are open
      feedback-review:
        impact-timeline: First look in January
        change-communication: Team meetings
        work-records: A log by team
        work-visibility: The Friday newsletter
        teacher-naming: Teams only, no names
      planning-data:
        backward-design: With the district template
        common-assessments: In the district platform
        assessment-data-sharing: At the next team meeting
        assessment-changes: The team decides
        learning-targets: On the board
        data-gathering: The coach
        data-review: Coach first, then principal
      specific-issues:
        coach-complaints: To the coach first
        coach-learning-schedule: First Friday
        coach-learning-budget: $600
        staff-learning-budget: {not-relevant: The district pays}

    """

  /// Whether a catalog asks for a topic of the built-in one in other years, or not at all.
  private static func isCut(_ catalog: Catalog) -> Bool {
    let years = Dictionary(
      catalog.topics.map { ($0.id, (since: $0.since, until: $0.until)) }, uniquingKeysWith: { first, _ in first })
    return Catalog.builtIn.topics.contains { topic in
      guard let known = years[topic.id] else { return true }
      return known.since != topic.since || known.until != topic.until
    }
  }

  /// The sections that apply to an agreement and are asked about.
  private static func sections(of agreement: Agreement) -> [(Int, CatalogSection)] {
    agreement.catalog.sections.enumerated().filter {
      $0.element.isAsked && (!$0.element.isMultiCampusOnly || agreement.isMultiCampus)
    }.map {
      ($0.offset, $0.element)
    }
  }

  private static func check(
    _ section: CatalogSection, _ index: Int, _ topics: Located<Topics>, _ agreement: Agreement,
    _ context: inout RuleContext
  ) {
    // What the section says as a whole applies to each topic without its own answer.
    if topics.value.section(index)?.notRelevant.isAbsent == false { return }
    let year = agreement.content.schoolYear.value
    func isMissing(_ topic: Int) -> Bool { topics.value.answer(to: topic) == nil }
    // Most sections have all their answers and need no list.
    func isSettled(_ topic: Int) -> Bool {
      guard let answer = topics.value.answer(to: topic) else {
        return !agreement.catalog.topics[topic].applies(to: year)
      }
      return switch answer.part {
      case .broken: true
      case .absent: false
      case .present(let value): if case .unanswered = value.value.state { false } else { true }
      }
    }
    if section.topics.allSatisfy(isSettled) { return }
    let due = section.topics.filter { agreement.catalog.topics[$0].applies(to: year) }
    guard !due.isEmpty else { return }
    func names() -> String { Prose.list(due.map { "`\(agreement.catalog.topics[$0].id)`" }) }
    guard let written = topics.value.section(index) else {
      // A topic under another section is reported there.
      guard !topics.value.isTruncated, due.allSatisfy(isMissing) else { return }
      context.report(
        at: topics.keyRange, "the section `\(section.id)` is missing, with the topics \(names())",
        help:
          "add `\(section.id):` and below it each topic with your answer; `concord topics \(section.id)` shows the questions",
        fix: context.stubs(of: due.map { agreement.catalog.topics[$0] }, newSection: section, in: agreement))
      return
    }
    if due.allSatisfy(isMissing), !written.isBroken {
      context.report(
        at: written.keyRange, "the section `\(section.id)` has no answers; its topics are \(names())",
        help: "add each topic with your answer, two spaces further right than the section")
      return
    }
    for topic in due where !isSettled(topic) {
      let entry = agreement.catalog.topics[topic]
      guard let answer = topics.value.answer(to: topic) else {
        let help = "add `\(entry.id):` and your answer. The question: \(entry.question)"
        if !written.isBroken, !context.hasFinding(about: entry.id) {
          context.report(
            at: written.keyRange, "`\(entry.id)` has no answer", help: help,
            fix: context.stubs(of: [entry], section: index, in: agreement))
        }
        continue
      }
      if case .absent(let gap) = answer.part {
        if context.hasLostText(below: gap.range) { continue }
        context.report(
          at: gap.range, "`\(entry.id)` has no answer",
          help: "write your answer after the colon. The question: \(entry.question)")
      } else {
        context.report(
          at: answer.keyRange, "`\(entry.id)` has no answer", help: "write your answer. The question: \(entry.question)"
        )
      }
    }
  }
}

extension String {
  /// The text with the first occurrence of a word replaced.
  fileprivate func replacingFirst(_ word: String, with other: String) -> String {
    guard let range = firstRange(of: word) else { return self }
    return self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
