internal import Agreement
internal import Diagnostics
internal import SchoolEnglish

extension Rule {
  static let namedJudgement = Rule(
    .namedJudgement, .warning, .privacy, heuristic: true, needsEnglish: true, source: .practice,
    summary: "somebody is judged by name",
    rationale: """
      Many people read an agreement, and it is kept for years. A sentence about how well a person works does not belong in it next to a name, however
      true it is. The finding does not repeat the text.
      """,
    failing: [
      Example(
        "format: 1\ntopics:\n  engagement:\n    initial-caseload: ↓Ms. Ortiz is struggling with fractions↑\n",
        "this text seems to judge somebody by name",
        help: "write about the team, the course or the task instead; discuss the person face to face"),
      Example(
        "format: 1\ntopics:\n  engagement:\n    initial-caseload: ↓Jordan refuses to plan with the team↑\n",
        "this text seems to judge somebody by name"),
      Example(
        "format: 1\ntopics:\n  engagement:\n    initial-caseload: ↓Mr. Bell first, because of his evaluation↑\n",
        "this text seems to judge somebody by name"),
    ],
    passing: [
      Example(
        "format: 1\ntopics:\n  engagement:\n    participation-expectation: Teachers who struggle may ask Ms. Novak\n"),
      Example("format: 1\nfocus:\n  strengths:\n    - Strong grade 5 team led by Ms. Ortiz\n"),
      Example(
        "format: 1\ntopics:\n  specific-issues:\n    staff-learning-budget: $600 from Title II, Ms. Ibarra approves\n"),
    ],
    check: .text(wordsOfVerdicts.map { "+" + $0 }) { visit, context in
      let isFound =
        visit.judgesNextSentence
        || visit.sentences.contains { sentence in
          let denial = sentence.firstIndex { denials.contains($0) } ?? sentence.endIndex
          return sentence.indices.contains { index in
            // Most words do not begin a name.
            guard sentence[index].isNameLike || sentence[index].isInitial || sentence[index].traits.contains(.title),
              let name = PersonName(in: sentence, at: index, of: visit.agreement)
            else { return false }
            if name.evidence != .single, sentence.isRefused(name: index) { return true }
            return name.end < denial
              && (sentence.isJudged(name)
                || name.evidence != .single
                  && (sentence.isJudgedInPhrase(index..<(name.end + 1), name.evidence) || sentence.isExample(at: index)
                    || sentence.isVerdict(before: index)))
          }
        }
      guard isFound else { return }
      context.report(
        at: visit.range, "this text seems to judge somebody by name",
        help: "write about the team, the course or the task instead; discuss the person face to face")
    })
}

extension TextVisit {
  /// "Work with Mrs. Dole first. She is our weakest teacher.": the verdict comes in the sentence after the name.
  fileprivate var judgesNextSentence: Bool {
    zip(sentences, sentences.dropFirst()).contains { sentence, next in
      guard let first = next.first, let kind = sentenceOpenings[first.base] else { return false }
      var name: PersonName?
      for index in sentence.indices
      where sentence[index].isNameLike || sentence[index].isInitial || sentence[index].traits.contains(.title) {
        guard name?.evidence != .sure else { break }
        name = PersonName(in: sentence, at: index, of: agreement) ?? name
      }
      guard name?.evidence == .sure else { return false }
      return kind == .person
        ? next.isPredicateOfPerson(at: next.startIndex + 1)
          || Phrases.verdictsOfPersons.isIn(next) { $0.lowerBound <= next.startIndex + 2 }
        : next.isWorkOfPersonJudged(from: next.startIndex + 1)
    }
  }
}

private enum Opening { case person, work }

private let sentenceOpenings: [String: Opening] = [
  "he": .person, "her": .work, "his": .work, "she": .person,
]

extension ArraySlice<Word> {
  /// "Nobody wants to work with Viktor Petrov."
  fileprivate func isRefused(name: Int) -> Bool {
    guard name > startIndex else { return false }
    return Phrases.refusalsOfNames.isIn(self[Swift.max(startIndex, name - 12)..<name]) { $0.upperBound == name }
  }
}

private let denials: WordSet = ["never", "no", "nobody", "none", "not"]

/// Beginnings of the words in verdicts; many are common, so they count only next to a capitalized word.
private let wordsOfVerdicts = [
  "absent", "always late", "awful", "bad ", "bare min", "because h", "because of h", "behind", "below ", "blame",
  "block ", "blocks ", "blocking ", "bombed", "burnt out", "better than", "boring",
  "burned out", "burned-out", "can't", "cannot", "cannot control", "cannot manage", "careless", "chaotic",
  "chaos", "checked out", "collapsed", "comes unp", "disaster", "drags ", "flopped", "failed", "few ", "given up",
  "good fit", "grievances", "has no ",
  "hates", "is on a plan", "is wild", "no one", "nobody", "none ", "on a plan", "out of control", "out of hand",
  "over h", "par ", "retire", "scream", "shouts", "standard", "talks down", "tanked", "chronically", "clueless",
  "complain", "concerned about", "concerns about", "confusing", "constantly",
  "couldn't", "defensive", "didn't", "difficult", "disorganiz", "does not ", "doesn", "doesn't", "due to h", "dull",
  "embarrass", "evaluation", "everyone but", "everyone except", "failing", "fails ", "fewest", "flat", "get along",
  "gossip", "growth plan", "habits", "hardly", "hopeless", "ignores", "impatien", "improvement plan", "incompetent",
  "inconsisten", "ineffective", "isn't", "keep an eye", "lackluster", "lacks ", "lags", "lazy", "least ",
  "leaves early", "loses ", "lost control", "loud", "low ", "lowest", "mediocre", "messy", "micromanag", "moody",
  "needs a lot", "needs closer", "needs constant", "needs help", "needs improve", "needs more help",
  "needs more support", "needs to ", "negative", "never ", "not a team", "not effective", "not good", "not open",
  "not prepared", "not ready", "not strong", "not up to", "often late", "on probation", "outdated", "overwhelmed",
  "poor", "poorest", "problem is", "problem with", "problems with", "procrastinat", "rarely", "rated ", "refuses",
  "reluctan", "resist", "rude", "seldom", "set in h", "shallow", "should be more", "since h", "slacks", "sloppy",
  "slow", "slowest", "stronger than", "struggl", "stubborn", "t control ", "t manage ", "talks too", "teaches too",
  "terribl", "terrible", "the problem", "to stop", "too fast", "too little", "too much", "too slow", "toxic",
  "trouble with", "uncooperat", "undermin", "unlike", "up to exp", "unmotivat", "unprepared", "unprofession",
  "unreliab", "are low", "burned", "coasting", "complaints about", "complaints against", "counting days", "cut out for",
  "difficult to", "disappointed with", "frustrated with", "hard to ", "impossible to", "get through",
  "minimum", "movies", "phone all", "reputation", "stuck in", "the minimum", "unhappy", "upset with", "videos all",
  "unsatisf", "unwilling", "usually late", "wastes", "weak", "weaker than", "whines", "whose ", "will not ", "won't ",
  "worrie", "worried about", "worries about", "worry about", "worse than", "worst", "wouldn't", "yells",
]
