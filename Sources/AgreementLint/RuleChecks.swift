internal import Agreement
internal import Diagnostics

/// The checks of some rules by what they look at, so that one walk over an agreement serves them all.
struct RuleChecks: Sendable {
  // A structure, not a tuple: a function in a tuple is wrapped in an object whose references all cores would count.
  private struct Check<Visit>: Sendable {
    let rule: RuleID
    let run: @Sendable (Visit, inout RuleContext) -> Void
  }

  private var agreement: [Check<Agreement>] = []
  private var person: [Check<PersonVisit>] = []
  private var meeting: [Check<MeetingVisit>] = []
  private var topic: [Check<TopicVisit>] = []
  private var commitment: [Check<CommitmentVisit>] = []

  init(_ rules: [Rule]) {
    for rule in rules {
      for check in rule.checks {
        switch check {
        case .agreement(let run): agreement.append(Check(rule: rule.id, run: run))
        case .person(let run): person.append(Check(rule: rule.id, run: run))
        case .meeting(let run): meeting.append(Check(rule: rule.id, run: run))
        case .topic(let run): topic.append(Check(rule: rule.id, run: run))
        case .commitment(let run): commitment.append(Check(rule: rule.id, run: run))
        case .whileReading, .text, .repository: break
        }
      }
    }
  }

  var isEmpty: Bool {
    agreement.isEmpty && person.isEmpty && meeting.isEmpty && topic.isEmpty && commitment.isEmpty
  }

  /// Shows the parts of an agreement to the rules that look at them.
  func visit(_ agreement: Agreement, _ context: inout RuleContext) {
    Self.run(self.agreement, agreement, &context)
    if !person.isEmpty {
      for entry in agreement.participants {
        guard case .present(let located) = entry.part else { continue }
        Self.run(person, PersonVisit(agreement: agreement, entry: entry, person: located.value), &context)
      }
    }
    if !meeting.isEmpty {
      for case .present(let located) in agreement.content.meetings.value?.schedule.value ?? [] {
        Self.run(meeting, MeetingVisit(agreement: agreement, meeting: located.value), &context)
      }
    }
    guard !topic.isEmpty || !commitment.isEmpty else { return }
    let topics = agreement.topics
    for place in topics.answers.indices {
      guard case .present(let located) = topics.answers[place].part else { continue }
      if !topic.isEmpty {
        let visit = TopicVisit(
          agreement: agreement, topic: agreement.catalog.topics[topics.answers[place].index],
          keyRange: topics.answers[place].keyRange, answer: located.value)
        Self.run(topic, visit, &context)
      }
      guard !commitment.isEmpty, case .present(let commitments) = located.value.commitments else { continue }
      for case .present(let located) in commitments.value {
        Self.run(commitment, CommitmentVisit(agreement: agreement, commitment: located.value), &context)
      }
    }
  }

  @inline(__always)
  private static func run<Visit>(_ checks: [Check<Visit>], _ visit: Visit, _ context: inout RuleContext) {
    for index in checks.indices {
      context.rule = checks[index].rule
      checks[index].run(visit, &context)
    }
  }
}

/// The checks of texts by their words, which share one scan.
struct TextChecks: Sendable {
  struct OfText: Sendable {
    let rule: Rule
    let check: @Sendable (TextVisit, inout RuleContext) -> Void
  }

  private(set) var rules: [OfText] = []
  let scan: TextScan

  init(_ all: [Rule]) {
    var words: [[String]] = []
    for rule in all {
      for case .text(let triggers, let check) in rule.checks {
        rules.append(OfText(rule: rule, check: check))
        words.append(triggers)
      }
    }
    scan = TextScan(words)
  }
}
