internal import Agreement
internal import Diagnostics

extension RuleID {
  static let namedJudgement = RuleID("named-judgement")
}

extension Rule {
  static let namedJudgement = Rule(
    .namedJudgement, .warning, .privacy, heuristic: true, source: .practice,
    summary: "a person is judged by name",
    rationale: """
      An agreement is read by many people and kept for years. A sentence about how well a named person works belongs in no such file, however true it is.
      The finding does not repeat the text.
      """,
    failing: [
      Example(
        "format: 1\ntopics:\n  engagement:\n    initial-caseload: ↓Ms. Ortiz is struggling with fractions↑\n",
        "this text seems to judge a person by name",
        help: "write about the team, the course or the task; talk about the person in person")
    ],
    passing: [
      Example(
        "format: 1\ntopics:\n  engagement:\n    participation-expectation: Teachers who struggle may ask Ms. Novak\n"),
      Example("format: 1\nfocus:\n  strengths:\n    - Strong grade 5 team led by Ms. Ortiz\n"),
      Example(
        "format: 1\ntopics:\n  specific-issues:\n    staff-learning-budget: $600 from Title II, Ms. Ibarra approves\n"),
    ],
    check: .text([
      "bad ", "boring", "cannot control", "cannot manage", "difficult", "disorganiz", "fails to", "failing",
      "improvement plan", "incompetent",
      "ineffective",
      "lacks ", "lazy", "needs improve", "needs to improve", "negative", "poor", "refuses", "resist", "struggl",
      "t control ", "t manage ", "terribl",
      "toxic", "uncooperat", "unprepared", "unprofession", "unreliab", "weak", "worst",
    ]) { visit, context in
      let isFound = visit.words.sentences.contains { sentence in
        let denial = sentence.firstIndex { denials.contains($0.lower) } ?? sentence.endIndex
        return sentence.indices.contains { index in
          // Most words begin no name.
          guard sentence[index].isCapital || sentence[index].isInitial || sentence[index].kinds.contains(.title),
            let name = PersonName(in: sentence, at: index, of: visit.agreement)
          else { return false }
          return name.end < denial && (sentence.isJudged(name) || sentence.isExample(at: index))
        }
      }
      guard isFound else { return }
      context.report(
        at: visit.range, "this text seems to judge a person by name",
        help: "write about the team, the course or the task; talk about the person in person")
    })
}

extension ArraySlice<Word> {
  /// Whether a name is an example of people who are judged: "weak teachers such as Mr. Bell".
  fileprivate func isExample(at name: Int) -> Bool {
    guard name - 4 >= startIndex, self[name - 2].lower == "such", self[name - 1].lower == "as" else { return false }
    let noun = self[name - 3].lower
    return noun.hasSuffix("s") && persons.contains(String(noun.dropLast())) && judgements.contains(self[name - 4].lower)
  }

  /// Whether what follows a name says how well the person works.
  fileprivate func isJudged(_ name: PersonName) -> Bool {
    let next = name.end + 1
    guard next < endIndex else { return false }
    // "Mr. Lane's lessons are boring."
    if self[name.end].isPossessive { return name.evidence == .sure && isWorkJudged(from: next) }
    if name.evidence == .likely { return self[next].gap == .space && isPredicate(at: next, isLikely: true) }
    if self[next].gap == .space {
      if isPredicate(at: next) { return true }
    } else if isApposition(at: next) {
      return true
    }
    // "Mr. Bell first, who was", "Ms. Reed because her scores are".
    let place = fillers.contains(self[next].lower) ? next + 1 : next
    guard place + 1 < endIndex else { return false }
    if self[place].lower == "who" { return isPredicate(at: place + 1) }
    let owner = ["and", "as", "because", "but", "since"].contains(self[place].lower) ? place + 1 : place
    guard owner + 1 < endIndex, ["her", "his", "their"].contains(self[owner].lower) else { return false }
    return isWorkJudged(from: owner + 1)
  }

  /// "Is weak at phonics", "has poor pacing", "refuses to plan".
  private func isPredicate(at start: Int, isLikely: Bool = false) -> Bool {
    let verb = skip(adverbs, from: start)
    guard verb + 1 < endIndex || verb < endIndex && self[verb].lower.hasPrefix("struggle") else { return false }
    switch self[verb].lower {
    case "is", "was", "seems", "remains", "became", "looks", "are", "were", "been", "be":
      return isJudgement(at: skip(adverbs, from: verb + 1), isLikely: isLikely)
    case "has", "had", "with":
      return isJudgedNoun(at: skip(adverbs.union(["a"]), from: verb + 1), among: works)
    case "struggles", "struggled": return isEndOfPhrase(after: verb)
    case "resists": return true
    case "can't", "cannot":
      return ["control", "manage"].contains(self[verb + 1].lower)
        && self[(verb + 2)...].prefix(2).contains { ["class", "classes", "classroom", "students"].contains($0.lower) }
    case "lacks": return self[(verb + 1)...].prefix(3).contains { works.contains($0.lower) }
    case "refuses", "fails": return self[verb + 1].lower == "to"
    case "needs":
      return self[verb + 1].lower == "improvement"
        || self[verb + 1].lower == "to" && verb + 2 < endIndex && self[verb + 2].lower == "improve"
    default: return false
    }
  }

  /// "Weak at phonics", "a bad teacher", "on an improvement plan".
  private func isJudgement(at start: Int, isLikely: Bool) -> Bool {
    guard start < endIndex, self[start].gap == .space else { return false }
    if self[start...].prefix(5).map(\.lower).joined(separator: " ").contains("on an improvement plan") { return true }
    if ["a", "an", "the", "our"].contains(self[start].lower) {
      let place = skip(adverbs, from: start + 1)
      return isJudgedNoun(at: place, among: persons)
        || place > start + 1 && ["bit", "little"].contains(self[start + 1].lower) && isAdjective(at: place)
        || !isLikely && self[start].lower == "the" && isAdjective(at: start + 1)
    }
    return isAdjective(at: start) && (!isLikely || ofPersons.contains(self[start].lower))
  }

  /// "Mr. Pratt (weak on discipline)", "T. Nguyen, a poor planner".
  private func isApposition(at start: Int) -> Bool {
    if ["a", "an", "the"].contains(self[start].lower) {
      return isJudgedNoun(at: skip(adverbs, from: start + 1), among: persons)
    }
    let place = skip(adverbs, from: start)
    guard place < endIndex, judgements.contains(self[place].lower) else { return false }
    return place + 1 == endIndex || self[place + 1].gap == .clause
      || ["at", "in", "on", "with"].contains(self[place + 1].lower)
  }

  /// "Lessons are boring", of somebody.
  private func isWorkJudged(from start: Int) -> Bool {
    guard let work = self[start...].prefix(3).firstIndex(where: { works.contains($0.lower) }), work + 2 < endIndex,
      ["are", "is", "was", "were"].contains(self[work + 1].lower)
    else { return false }
    let place = skip(adverbs.union(["the"]), from: work + 2)
    return place < endIndex && judgements.contains(self[place].lower)
  }

  private func isAdjective(at place: Int) -> Bool {
    guard place < endIndex, judgements.contains(self[place].lower) else { return false }
    // "Difficult to reach" is said of the hour, and "negative on testing" of the test.
    if ["difficult", "negative"].contains(self[place].lower), place + 1 < endIndex,
      ["about", "on", "to"].contains(self[place + 1].lower)
    {
      return false
    }
    return isEndOfPhrase(after: place)
      || self[place].lower == "struggling"
  }

  private func isJudgedNoun(at place: Int, among nouns: Set<String>) -> Bool {
    guard place + 1 < endIndex, judgements.contains(self[place].lower) else { return false }
    return self[(place + 1)...].prefix(2).contains { nouns.contains($0.lower) }
  }

  /// Whether no noun follows that the word before would describe.
  private func isEndOfPhrase(after place: Int) -> Bool {
    guard place + 1 < endIndex else { return true }
    let next = self[place + 1]
    return next.gap > .space || next.kinds.contains(.function) || next.lower.hasSuffix("ly")
      || ["about", "last", "next", "this", "today"].contains(next.lower)
  }

  private func skip(_ some: Set<String>, from start: Int) -> Int {
    var place = start
    while place < endIndex, place < start + 4, some.contains(self[place].lower) { place += 1 }
    return place
  }
}

private let judgements: Set<String> = [
  "bad", "boring", "difficult", "disorganized", "failing", "incompetent", "ineffective", "lazy", "negative", "poor",
  "resistant", "struggling", "terrible", "toxic", "uncooperative", "unprepared", "unprofessional", "unreliable",
  "weak", "weaker", "weakest", "worst",
]

/// Judgements that nobody makes of a program or a place.
private let ofPersons: Set<String> = [
  "disorganized", "incompetent", "lazy", "resistant", "struggling", "uncooperative", "unprepared", "unprofessional",
]

private let adverbs: Set<String> = [
  "again", "always", "bit", "clearly", "constantly", "just", "little", "often", "quite", "rather", "really", "simply",
  "so", "sometimes", "still", "too", "usually", "very",
]

private let fillers: Set<String> = ["again", "also", "first", "last", "next", "too"]

private let persons: Set<String> = [
  "coach", "colleague", "communicator", "fit", "instructor", "leader", "listener", "manager", "mentor", "planner",
  "teacher", "teammate",
]

/// What of a person's work is judged.
private let works: Set<String> = [
  "attitude", "class", "classes", "classroom", "communication", "confidence", "content", "control", "discipline",
  "grading", "instruction", "knowledge", "lessons", "management", "motivation", "organization", "pacing", "planning",
  "preparation", "professionalism", "rapport", "results", "rigor", "scores", "skill", "skills", "teaching",
]

private let denials: Set<String> = ["never", "no", "nobody", "none", "not"]
