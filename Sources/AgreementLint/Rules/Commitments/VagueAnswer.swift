internal import Agreement
internal import Diagnostics
internal import YAMLSyntax
internal import SchoolEnglish

extension Rule {
  static let vagueAnswer = Rule(
    .vagueAnswer, .warning, .commitments, heuristic: true, needsEnglish: true, source: .practice,
    summary: "an answer that leaves everything open",
    rationale: """
      "As needed" means something different to each reader, and "see handbook" does not say where to look. A yes does not answer a question that
      asks who, how or how much. Show your answer to somebody new in March: if they know what to do, it is a good one.
      """,
    failing: [
      Example(
        "format: 1\ntopics:\n  access:\n    weekly-planning: ↓As needed↑\n",
        "this answer could mean anything",
        help:
          "say in your own words who does what, when or how often; an example, not to copy: Wednesdays, all teachers; coach on request; office sends invitations"
      ),
      Example(
        "format: 1\ntopics:\n  confidentiality:\n    urgent-concern: ↓Yes↑\n",
        "the question asks how, and the answer only says \"Yes\"", help: "add how"),
      Example(
        "format: 1\ntopics:\n  specific-issues:\n    coach-complaints: ↓See handbook↑\n",
        "this answer does not say where to look",
        help: "write what it says there, or add the page or a link: See handbook, page 12"),
      Example(
        "format: 1\ndrafting:\n  review:\n    how: ↓As time permits↑\n", "this answer could mean anything",
        help: "say in your own words who does what, when or how often"),
      Example(
        """
        format: 1
        topics:
          engagement:
            coordinator-concerns:
              not-relevant: ↓See handbook↑
        """, "this answer does not say where to look",
        help: "write what it says there, or add the page or a link: See handbook, page 12"),
      Example(
        "format: 1\nmeetings:\n  if-canceled: ↓Whenever possible↑\n", "this answer could mean anything",
        help: "say in your own words who does what, when or how often"),
      Example(
        """
        format: 1
        topics:
          planning-data:
            told-to-teachers: ↓Through regular communication↑
        """, "this answer could mean anything"),
    ],
    passing: [
      Example("format: 1\ntopics:\n  specific-issues:\n    coach-learning-budget: No\n"),
      Example(
        "format: 1\ntopics:\n  access:\n    planning-days: As needed, at least two a semester, and the principal pays the substitutes\n"
      ),
      Example("format: 1\ntopics:\n  specific-issues:\n    coach-complaints: See handbook, page 12\n"),
      Example("format: 1\ntopics:\n  engagement:\n    team-coaching: Yes\n"),
      Example("format: 1\ntopics:\n  planning-data:\n    told-to-teachers: Staff handbook\n"),
    ],
    check: .agreement { agreement, context in
      let topics = agreement.topics
      for place in topics.sections.indices {
        if case .present(let told) = topics.sections[place].toldToTeachers {
          look(at: told.value, as: .telling, agreement, &context)
        }
      }
      for place in topics.answers.indices {
        guard case .present(let located) = topics.answers[place].part else { continue }
        let topic = agreement.catalog.topics[topics.answers[place].index]
        look(at: located.value, of: topic, agreement, &context)
      }
      look(at: agreement.content.focus.value, agreement, &context)
      if let drafting = agreement.content.drafting.value {
        for step in [drafting.review.value, drafting.sign.value] {
          if case .present(let how)? = step?.how { look(at: how.value, agreement, &context) }
        }
      }
      guard let meetings = agreement.content.meetings.value else { return }
      for case .present(let text) in [meetings.ifCanceled, meetings.ifAbsent] {
        look(at: text.value, agreement, &context)
      }
    })

  /// Checks everything that is said about a topic.
  private static func look(
    at answer: TopicAnswer, of topic: Topic, _ agreement: Agreement, _ context: inout RuleContext
  ) {
    // In a list, the other items may say what one item leaves open.
    if case .agreed(let texts) = answer.state, texts.count == 1, let text = texts.first {
      look(at: text, as: .answer(to: topic), agreement, &context)
    }
    if case .notRelevant(let reason) = answer.state { look(at: reason, as: .description, agreement, &context) }
    if case .present(let told) = answer.toldToTeachers { look(at: told.value, as: .telling, agreement, &context) }
    guard case .present(let commitments) = answer.commitments else { return }
    for case .present(let commitment) in commitments.value {
      let isTimed = !commitment.value.due.isAbsent || !commitment.value.every.isAbsent
      if case .present(let does) = commitment.value.does {
        look(at: does.value, as: isTimed ? .timedPromise : .promise, agreement, &context)
      }
      if case .present(let every) = commitment.value.every { look(at: every.value, agreement, &context) }
    }
  }

  private static func look(at focus: Focus?, _ agreement: Agreement, _ context: inout RuleContext) {
    guard let focus else { return }
    for entry in focus.roles.value ?? [] {
      if case .present(let text) = entry.part { look(at: text.value, agreement, &context) }
    }
    for texts in [focus.challenges.value, focus.strengths.value] {
      for text in texts ?? [] { look(at: text, as: .description, agreement, &context) }
    }
    for text in focus.expectedResults.value ?? [] { look(at: text, agreement, &context) }
    guard let confidentiality = focus.confidentiality.value else { return }
    for case .present(let text) in [confidentiality.shared, confidentiality.private, confidentiality.exceptions] {
      look(at: text.value, agreement, &context)
    }
  }

  /// What a text is for.
  private enum Purpose {
    case answer(to: Topic)
    case description
    case promise
    /// A promise with a date or a rhythm next to it.
    case timedPromise
    /// Where teachers are told.
    case telling
  }

  private static func look(
    at text: Text, as purpose: Purpose = .promise, _ agreement: Agreement, _ context: inout RuleContext
  ) {
    let document = agreement.document
    let bytes = document.bytes(of: text.node)
    guard bytes.count <= 90, Vagueness.mayLeaveOpen(bytes) else { return }
    let words = Word.compounds(in: agreement.folded(text))
    var isDescription = false
    var topic: Topic?
    switch purpose {
    case .answer(let asked): topic = asked
    case .description: isDescription = true
    case .promise: break
    // "Meet regularly", with the rhythm on the line below.
    case .timedPromise: if Vagueness.leavesOnlyTheRhythm(words) { return }
    // "Staff handbook" says where teachers read it.
    case .telling: if Vagueness.namesWhatTeachersRead(words) { return }
    }
    let (message, help): (String, String)
    if Vagueness.isPointer(words) {
      message = "this answer does not say where to look"
      help = "write what it says there, or add the page or a link: \(agreement.folded(text)), page 12"
    } else if Vagueness.leavesOpen(words, isDescription: isDescription) {
      let example = topic.map { "; an example, not to copy: \($0.example)" } ?? ""
      message = "this answer could mean anything"
      help = "say in your own words who does what, when or how often\(example)"
    } else if let topic, topic.expects != .yesOrNo, Vagueness.isBareYes(words) {
      message = "the question asks \(topic.expects.words), and the answer only says \"\(agreement.folded(text))\""
      help = "add \(topic.expects.words)"
    } else {
      return
    }
    // Checked last, since so few texts come this far.
    guard !Placeholder.keepsPlace(bytes) else { return }
    context.report(at: document.range(of: text.node), message, help: help)
  }
}
