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
        help: "leave evaluation to administrators, or make clear that the coach has no part in it"),
      Example(
        "format: 1\ntopics:\n  roles-focus:\n    role-priorities: ↓New teachers are evaluated by the coach↑\n",
        "here the coach seems to evaluate teachers"),
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
    check: .text([
      "apprais", "assess e", "assess t", "assessed by", "assesses ", "evaluat", "grade teacher", "graded by",
      "grades a",
      "grades e", "grades t", "rate a", "rate e", "rate t", "rated by", "rates ", "score a", "score e", "score t",
      "scored by", "scores a", "scores e", "scores t",
    ]) { visit, context in
      let isFound = visit.deedsOfCoach.contains { deeds in deeds.words.indices.contains { deeds.evaluates(at: $0) } }
      guard isFound else { return }
      context.report(
        at: visit.range, "here the coach seems to evaluate teachers",
        help: "leave evaluation to administrators, or make clear that the coach has no part in it")
    })
}

extension Deeds {
  /// Whether the word at a place makes the coach one who evaluates.
  fileprivate func evaluates(at index: Int) -> Bool {
    let word = words[index].lower
    if verbs.contains(word) { return isVerbOfCoach(index) && !isDenied(before: index) && isAboutTeachers(after: index) }
    if participles.contains(word) { return isByCoach(after: index) && hasTeachers(before: index) }
    if persons.contains(word) { return isOffice(index) }
    if works.contains(word) { return isAboutTeachers(work: index) && (hasPart(in: index) || feeds(index)) }
    return false
  }

  /// "Evaluates each new teacher", and not "evaluates new materials with teachers" nor "evaluates teachers' needs".
  private func isAboutTeachers(after verb: Int) -> Bool {
    var place = verb + 1
    let isDetermined = place < words.endIndex && words[place].kinds.contains(.article)
    while place < words.endIndex, place < verb + 5, words[place].gap == .space,
      words[place].kinds.contains(.article) || qualities.contains(words[place].lower)
        || words[place].lower.hasSuffix("-year") || words[place].isNumber && !words[verb].lower.hasPrefix("grade")
    {
      place += 1
    }
    guard place < words.endIndex, words[place].gap == .space, teachers.contains(words[place].lower) else {
      return false
    }
    let next = words[(place + 1)...].prefix(2)
    if words[place].isPossessive || words[place].lower == "teacher" && !isDetermined {
      return next.contains { performances.contains($0.lower) }
    }
    guard let follower = next.first, follower.gap == .space, words[place].lower != "teachers" else { return true }
    return follower.kinds.contains(.function) || performances.contains(follower.lower) || follower.hasDigit
  }

  /// "Teachers are evaluated by the coach."
  private func isByCoach(after participle: Int) -> Bool {
    guard let by = words[(participle + 1)...].prefix(2).firstIndex(where: { $0.lower == "by" }) else { return false }
    let place = words[(by + 1)...].prefix(4).firstIndex { !$0.kinds.contains(.article) && !$0.kinds.contains(.title) }
    guard let place, !words[place].isPossessive else { return false }
    return isCoach(words[place]) && !isDenied(before: place)
  }

  private func hasTeachers(before index: Int) -> Bool {
    words[..<index].suffix(5).contains { ["staff", "teacher", "teachers"].contains($0.lower) && !$0.isPossessive }
  }

  /// "The coach is one of three evaluators", "acts as second appraiser".
  private func isOffice(_ index: Int) -> Bool {
    guard isCoach(at: index), !isDenied(before: index) else { return false }
    var place = index - 1
    while place > words.startIndex, index - place < 8, numerals.contains(words[place].lower) { place -= 1 }
    return ["as", "be", "becomes", "is"].contains(words[place].lower) && isCoach(at: place)
  }

  /// "The evaluation of new teachers", "each teacher's summative appraisal".
  private func isAboutTeachers(work index: Int) -> Bool {
    let before = words[..<index].suffix(3).reversed().drop { kinds.contains($0.lower) }
    if let last = before.first, ["staff", "teacher", "teachers"].contains(last.lower) { return true }
    guard index + 1 < words.endIndex, ["for", "of"].contains(words[index + 1].lower) else { return false }
    return words[(index + 2)...].prefix(4).contains { teachers.contains($0.lower) }
  }

  /// "The coach gives the principal input for each evaluation."
  private func hasPart(in index: Int) -> Bool {
    guard !isDenied(before: index), isEndOfNoun(after: index) else { return false }
    let before = words[..<index].suffix(10)
    guard let verb = before.lastIndex(where: { parts.contains($0.lower) }), isVerbOfCoach(verb) else { return false }
    return !before[(verb + 1)...].contains { $0.gap > .comma || apart.contains($0.lower) }
  }

  /// "Coach notes go into the evaluation."
  private func feeds(_ index: Int) -> Bool {
    guard !isDenied(before: index) else { return false }
    let before = words[..<index].suffix(12)
    guard let verb = before.lastIndex(where: { feedings.contains($0.lower) }),
      words[(verb + 1)..<index].contains(where: { ["for", "in", "into", "of", "to", "toward"].contains($0.lower) })
    else { return false }
    return before[..<verb].indices.dropFirst().contains {
      records.contains(words[$0].lower) && isCoach(words[$0 - 1])
    }
  }
}

private let verbs: Set<String> = [
  "appraise", "appraises", "assess", "assesses", "evaluate", "evaluates", "grade", "grades", "rank", "ranks", "rate",
  "rates", "score", "scores",
]

private let participles: Set<String> = ["appraised", "assessed", "evaluated", "graded", "rated", "scored"]

private let persons: Set<String> = ["appraiser", "appraisers", "evaluator", "evaluators", "rater", "raters"]

private let works: Set<String> = ["appraisal", "appraisals", "evaluation", "evaluations"]

private let teachers: Set<String> = ["colleagues", "staff", "teacher", "teachers"]

/// What may stand between the verb and the teachers.
private let qualities: Set<String> = [
  "algebra", "art", "biology", "ela", "elective", "english", "experienced", "first", "five", "four", "individual",
  "many", "math", "novice", "of", "other", "probationary", "reading", "science", "second", "several", "struggling",
  "tenured", "three", "two",
]

/// What of a teacher is judged when a teacher is.
private let performances: Set<String> = [
  "competence", "effectiveness", "instruction", "lesson", "lessons", "performance", "practice", "quality", "skills",
  "teaching",
]

private let numerals: Set<String> = [
  "a", "additional", "an", "co", "formal", "four", "named", "of", "official", "one", "our", "primary", "second",
  "secondary", "teacher", "the", "their", "third", "three", "two",
]

private let kinds: Set<String> = [
  "annual", "final", "formal", "mid-year", "midyear", "official", "performance", "summative", "year-end", "yearly",
]

/// Verbs of one who has a part in something.
private let parts: Set<String> = [
  "assist", "assists", "complete", "completes", "conduct", "conducts", "contribute", "contributes", "do", "does",
  "give", "gives", "help", "helps", "participate", "participates", "provide", "provides", "sign", "signs", "submit",
  "submits", "write", "writes",
]

/// Words that keep a thing away from what follows.
private let apart: Set<String> = [
  "about", "after", "apart", "before", "from", "if", "outside", "separate", "separately", "that", "until", "when",
  "while", "who",
]

private let feedings: Set<String> = [
  "become", "becomes", "count", "counts", "feed", "feeds", "go", "goes", "included", "part", "used",
]

private let records: Set<String> = [
  "data", "feedback", "log", "logs", "notes", "observations", "records", "reports", "visits", "walkthroughs",
]
