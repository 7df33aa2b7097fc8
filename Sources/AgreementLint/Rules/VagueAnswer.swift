internal import Agreement
internal import Diagnostics
internal import YAMLSyntax

extension RuleID {
  static let vagueAnswer = RuleID("vague-answer")
}

extension Rule {
  static let vagueAnswer = Rule(
    .vagueAnswer, .warning, .commitments, heuristic: true, source: .practice,
    summary: "an answer that leaves everything open",
    rationale: """
      "As needed" means something else to each reader. A question that asks who, how or how much is not answered by a yes either. A good answer
      could be shown to somebody new in March, and they would know what to do.
      """,
    failing: [
      Example("format: 1\ntopics:\n  access:\n    weekly-planning: ↓As needed↑\n", "this answer can mean anything"),
      Example(
        "format: 1\ntopics:\n  confidentiality:\n    urgent-concern: ↓Yes↑\n",
        "the question asks how, and the answer only says \"Yes\"", help: "add how"),
      Example(
        "format: 1\nmeetings:\n  if-canceled: ↓Whenever possible↑\n", "this answer can mean anything",
        help: "say who does what, when or how often"),
    ],
    passing: [
      Example("format: 1\ntopics:\n  specific-issues:\n    coach-learning-budget: No\n"),
      Example(
        "format: 1\ntopics:\n  access:\n    planning-days: As needed, at least two a semester, and the principal pays the substitutes\n"
      ),
      Example("format: 1\ntopics:\n  engagement:\n    team-coaching: Yes\n"),
    ],
    check: .agreement { agreement, context in
      func look(at text: Text, of topic: Topic?) {
        let document = agreement.document
        guard document.textCount(of: text.node) <= 60, document.bytes(of: text.node).begins(withAnyOf: beginnings)
        else { return }
        let answer = agreement.folded(text)
        let range = document.range(of: text.node)
        if answer.isVague {
          let example = topic.map { "; for example: \($0.example)" } ?? ""
          context.report(
            at: range, "this answer can mean anything", help: "say who does what, when or how often\(example)")
        } else if let topic, topic.expects != .yesOrNo, answer.isBareYes {
          context.report(
            at: range, "the question asks \(topic.expects.words), and the answer only says \"\(answer)\"",
            help: "add \(topic.expects.words)")
        }
      }
      let topics = agreement.topics
      for place in topics.answers.indices {
        guard case .present(let located) = topics.answers[place].part, case .agreed(let texts) = located.value.state,
          texts.count == 1, let text = texts.first
        else { continue }
        look(at: text, of: agreement.catalog.topics[topics.answers[place].index])
      }
      guard let meetings = agreement.content.meetings.value else { return }
      for case .present(let text) in [meetings.ifCanceled, meetings.ifAbsent] { look(at: text.value, of: nil) }
    })
}

extension String {
  /// Whether each part of a text, cut at commas, slashes and the like, leaves everything open.
  fileprivate var isVague: Bool {
    let words = words
    guard !words.isEmpty else { return false }
    var start = words.startIndex
    for index in words.indices where index > start && words[index].gap > .space {
      guard leavesOpen(words[start..<index]) else { return false }
      start = index
    }
    return leavesOpen(words[start...])
  }

  /// Whether a text says yes and nothing else.
  fileprivate var isBareYes: Bool {
    let words = words.map(\.lower)
    return words.contains(where: assents.contains)
      && words.allSatisfy { assents.contains($0) || fillers.contains($0) }
  }
}

/// Whether some words are a phrase like "as needed", "whenever the schedule allows" or "it depends".
private func leavesOpen(_ words: ArraySlice<Word>) -> Bool {
  let words = words.drop { ["and", "but", "just", "only", "probably", "yes"].contains($0.lower) }
  // No phrase has more words.
  if words.count <= 6, phrases.contains(words.map(\.lower).joined(separator: " ")) { return true }
  guard let first = words.first, openings.contains(first.lower), let last = words.last, states.contains(last.lower)
  else { return false }
  return words.dropFirst().dropLast().allSatisfy { circumstances.contains($0.lower) }
}

extension Span<UInt8> {
  /// Whether a text begins with one of some words in lower-case ASCII; few texts do, and only they become strings.
  fileprivate func begins(withAnyOf words: [StaticString]) -> Bool {
    guard let start = indices.first(where: { (0x61...0x7A).contains(self[$0] | 0x20) }) else { return false }
    for word in words where word.utf8Start[0] == self[start] | 0x20 {
      let length = word.utf8CodeUnitCount
      if start + length <= count, (0..<length).allSatisfy({ self[start + $0] | 0x20 == word.utf8Start[$0] }) {
        return true
      }
    }
    return false
  }
}

/// How everything begins that is looked for.
private let beginnings: [StaticString] = [
  "absolutely", "agreed", "and", "as", "but", "case", "certainly", "definitely", "depends", "fine", "flexib", "if",
  "indeed", "it ", "just", "like", "maybe", "occasionally", "often", "ok", "on", "please", "possibly", "probably",
  "regularly", "same", "see", "sometimes", "sure", "time", "to ", "upon", "varies", "various", "very", "we", "when",
  "where", "yea", "yep", "yes",
]

private let openings: Set<String> = ["as", "if", "when", "whenever", "where", "wherever"]

private let states: Set<String> = [
  "allow", "allowed", "allowing", "allows", "appropriate", "available", "feasible", "necessary", "needed", "permit",
  "permits", "permitted", "possible", "practical", "requested", "required", "time",
]

/// What may stand between the two: "as time and funds allow".
private let circumstances: Set<String> = [
  "and", "are", "become", "becomes", "budget", "funding", "funds", "have", "is", "it", "money", "necessary", "needed",
  "or", "our", "possible", "resources", "schedule", "schedules", "staffing", "the", "there", "they", "time", "we",
  "when",
]

private let assents: Set<String> = [
  "absolutely", "agreed", "certainly", "definitely", "fine", "indeed", "ok", "okay", "sure", "yeah", "yep", "yes",
]

private let fillers: Set<String> = ["all", "course", "do", "good", "much", "of", "please", "very", "we", "will"]

private let phrases: Set<String> = [
  "as always", "as usual", "as-needed", "case by case", "case-by-case", "depends", "flexible", "flexibly",
  "it depends", "it varies", "like last year", "maybe", "maybe later", "occasionally", "often",
  "on a case by case basis",
  "on a case-by-case basis", "on an as needed basis", "on an as-needed basis", "on request", "ongoing", "possibly",
  "regularly", "same as last year", "see above", "sometimes", "time allowing", "time permitting", "to be discussed",
  "upon request", "varies", "various", "we will figure it out", "we will see", "we'll figure it out", "we'll see",
  "whenever",
]
