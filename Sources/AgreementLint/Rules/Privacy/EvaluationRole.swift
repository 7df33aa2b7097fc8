internal import Agreement
internal import Diagnostics
internal import SchoolEnglish

extension Rule {
  static let evaluationRole = Rule(
    .evaluationRole, .warning, .privacy, heuristic: true, needsEnglish: true, source: .practice,
    summary: "the coach evaluates teachers",
    rationale: """
      Teachers show a coach what does not work yet because the coach does not rate them. A coach who evaluates, does formal observations or passes notes
      on for an evaluation will be shown something else. The finding does not repeat the text.
      """,
    failing: [
      Example(
        "format: 1\ntopics:\n  feedback-review:\n    work-records: ↓The coach evaluates teachers twice a year↑\n",
        "here the coach seems to evaluate teachers",
        help: "leave evaluation to administrators, or write that the coach takes no part in it"),
      Example(
        "format: 1\ntopics:\n  roles-focus:\n    role-priorities: ↓New teachers are evaluated by the coach↑\n",
        "here the coach seems to evaluate teachers"),
      Example(
        "format: 1\ntopics:\n  access:\n    classroom-access: ↓The coach does one formal observation in each room↑\n",
        "here the coach seems to evaluate teachers"),
      Example(

        "format: 1\ntopics:\n  feedback-review:\n    work-records: ↓The coach's log can be used for the final rating↑\n",
        "here the coach seems to evaluate teachers"),
    ],
    passing: [
      Example("format: 1\ntopics:\n  feedback-review:\n    work-records: The coach never evaluates teachers\n"),
      Example(
        "format: 1\ntopics:\n  feedback-review:\n    work-records: Evaluation is the principal's job; the coach takes no part in it\n"
      ),
      Example(
        "format: 1\ntopics:\n  feedback-review:\n    work-records: The coach evaluates the new textbook with the team\n"
      ),
      Example(
        "format: 1\ntopics:\n  feedback-review:\n    work-records: Nothing from coaching is used in an evaluation\n"),
    ],
    check: .text([
      "a grade", "a mark", "a rating", "a score", "annual review", "apprais", "as part of", "cooperat", "count as",
      "counts as", "do not ", "don't",
      "eyes and", "gives each", "gives every", "hand in", "inspector", "on a plan", "on plans", "observes",
      "performance r", "refuse",
      "state form", "teachers who", "which teach", "who don't", "who miss", "who skip", "writes up", "year-end",
      "assess a", "assess e", "assess t", "assessed by", "assesses ", "assistance plan",
      "below ", "contract", "count t", "counted t", "counts t", "danielson", "discipline", "dismissal", "evaluat",
      "failure to",
      "for hr", "formal ", "formally ", "grade teacher", "graded by", "grades a", "grades e", "grades t", "growth plan",
      "human resources", "improvement", "isn't", "judges ", "kept", "marzano", "non-renew", "nonrenew", "not meet",
      "not growing",
      "not improving", "observation", "official ", "personnel", "plan of ", "probation", "rank ", "ranking", "ranks ",
      "rate a", "rate e", "rate t", "rated by", "rates ", "rating", "recommends ", "refusal", "refusing", "rehired",
      "renew", "retained", "rubric", "score a", "score e", "score l", "score t", "scored by", "scores a", "scores e",
      "scores l", "scores t", "struggling", "summative", "t-tess", "tenure", "termination", "unsatisfactory",
      "who is not",
      "write up", "write-up",
    ]) { visit, context in
      let isFound =
        visit.actorsOfCoach(isAboutWork: visit.isAboutWork).contains { sentence in
          sentence.words.indices.contains { sentence.evaluates(at: $0) }
        }
        || visit.sentences.contains { $0.feedsEvaluation }
        || visit.judgesByCoaching || visit.servesRaters
      guard isFound else { return }
      context.report(
        at: visit.range, "here the coach seems to evaluate teachers",
        help: "leave evaluation to administrators, or write that the coach takes no part in it",
        notes: visit.agreement.evaluationWall(besides: visit.range).map {
          [Note(at: $0, "here is what you agreed on coaching and evaluation")]
        } ?? [])
    })
}

extension TextVisit {
  /// Whether a phrase is about an evaluation by the coach, or by what coaching shows.
  fileprivate var judgesByCoaching: Bool {
    // How the coach is rated is another matter, and a comment is not an agreement.
    guard let topic = agreement.topic(at: range) ?? (isInFocus ? "focus" : nil), topic != "coach-evaluation" else {
      return false
    }
    // What stays private is not used.
    if case .present(let kept) = agreement.content.focus.value?.confidentiality.value?.private, kept.range == range {
      return false
    }
    let isAboutWork = isAboutWork || topic == "initial-caseload"
    return actorsOfCoach(isAboutWork: isAboutWork).contains { sentence in
      Phrases.evaluationsByCoach.isIn(sentence.words) { range in
        sentence.isCoach(at: range.lowerBound) && sentence.words.isAboutTeachers(in: range)
          && !sentence.words.contains {
            ofStudents.contains($0) || ["student", "students", "team", "texts", "work"].contains($0.base)
          }
          && !sentence.words[range].contains {
            ["prepare", "ready", "understand"].contains($0.base)
              || $0.base == "with" && !helping.contains(sentence.words[range.lowerBound].base)
          }
      }
    }
      || sentences.contains { sentence in
        let namesOthers = sentence.contains { $0.traits.contains(.somebody) && raters.contains($0) }
        let namesCoaching = sentence.contains { coaching.contains($0) || agreement.isName($0, ofCoach: true) }
        guard namesCoaching || !namesOthers || isAboutWork || topic == "participation-expectation" || topic == "focus"
        else { return false }
        return Phrases.evaluationsWithCoaching.isIn(sentence) { sentence.isAboutTeachers(in: $0) }
      }
  }

  private var isInFocus: Bool {
    let focus = agreement.content.focus.range
    return focus.start <= range.start && range.end <= focus.end
  }
}

private let raters: WordSet = ["administrator", "administrators", "ap", "principal", "principals"]

extension ArraySlice<Word> {
  /// Whether a phrase about an evaluation denies nothing and is not about programs, students or the coach.
  fileprivate func isAboutTeachers(in range: Range<Int>) -> Bool {
    !isDenied(upTo: range.lowerBound)
      && !self[range].dropLast().contains { ["never", "no", "nothing", "separate"].contains($0.base) }
      && !self[..<range.upperBound].contains { ["campus", "district", "school"].contains($0.base) }
      && !self[range].indices.contains { works.contains(self[$0]) && isAboutOthers(evaluation: $0) }
  }
}

extension SentenceActors {
  /// Whether the word at a place makes the coach an evaluator.
  fileprivate func evaluates(at index: Int) -> Bool {
    // Most words are not among them.
    guard wordsOfEvaluation.contains(words[index]) else { return false }
    let word = words[index].letters
    if verbs.contains(word) { return isVerbOfCoach(index) && !isDenied(before: index) && isAboutTeachers(after: index) }
    if participles.contains(word) { return isByCoach(after: index) && hasTeachers(before: index) }
    if persons.contains(word) { return isOffice(index) }
    if works.contains(word) { return hasPart(in: index) || isShared(work: index) }
    return isFormalVisit(index) || plans.contains(word) && isVoteOnPlan(index)
  }

  /// "Evaluates each new teacher", and not "evaluates new materials with teachers" nor "evaluates teachers' needs".
  private func isAboutTeachers(after verb: Int) -> Bool {
    var place = verb + 1
    let isDetermined = place < words.endIndex && words[place].traits.contains(.article)
    while place < words.endIndex, place < verb + 5, words[place].gap == .space,
      words[place].traits.contains(.article) || qualities.contains(words[place])
        || words[place].base.hasSuffix("-year") || words[place].isNumber && !words[verb].base.hasPrefix("grade")
    {
      place += 1
    }
    guard place < words.endIndex, words[place].gap == .space else { return false }
    // "Evaluates lessons", but not lessons that coach and teacher look at together.
    if directPerformances.contains(words[place]) {
      let after = words[(place + 1)...]
      let with = after.firstIndex { $0.base == "with" }
      let isTogether = with.map { words[$0...].prefix(5).contains { partners.contains($0) } } ?? false
      return !isTogether && !after.contains { $0.base == "together" }
        && !words[..<verb].contains { teachers.contains($0) || $0.base == "team" || $0.base == "teams" }
    }
    // "Mentor first-years and rate them."
    if words[place].base == "them" {
      return words[..<verb].contains {
        teachers.contains($0) || $0.base == "hires" || $0.base.hasSuffix("-years")
      }
    }
    guard teachers.contains(words[place]) else { return false }
    let next = words[(place + 1)...].prefix(2)
    if words[place].isPossessive || words[place].base == "teacher" && !isDetermined {
      return next.contains { performances.contains($0) }
    }
    guard let follower = next.first, follower.gap == .space, words[place].base != "teachers" else { return true }
    return follower.traits.contains(.function) || performances.contains(follower) || follower.hasDigit
  }

  /// "Teachers are evaluated by the coach."
  private func isByCoach(after participle: Int) -> Bool {
    guard let by = words[(participle + 1)...].prefix(2).firstIndex(where: { $0.base == "by" }) else { return false }
    let place = words[(by + 1)...].prefix(4).firstIndex { !$0.traits.contains(.article) && !$0.traits.contains(.title) }
    guard let place, !words[place].isPossessive else { return false }
    return isCoach(words[place]) && !isDenied(before: place)
  }

  private func hasTeachers(before index: Int) -> Bool {
    words[..<index].suffix(5).contains { ["staff", "teacher", "teachers"].contains($0.base) && !$0.isPossessive }
  }

  /// "The coach is one of three evaluators", "acts as second appraiser".
  private func isOffice(_ index: Int) -> Bool {
    guard isCoach(at: index), !isDenied(before: index) else { return false }
    // A sentence that begins with the word says who the evaluators are.
    guard index > words.startIndex else { return false }
    var place = index - 1
    while place > words.startIndex, index - place < 8, EvaluationWords.numerals.contains(words[place]) { place -= 1 }
    return ["as", "be", "becomes", "is"].contains(words[place].base) && isCoach(at: place)
  }

  /// "The coach gives the principal input for each evaluation", "does two formal observations of each teacher".
  fileprivate func hasPart(in index: Int) -> Bool {
    guard !isDenied(before: index), isEndOfNoun(after: index) || isFollowedByPaper(index),
      !words.isAboutOthers(evaluation: index)
    else { return false }
    let before = words[..<index].suffix(10)
    guard let verb = before.lastIndex(where: { EvaluationWords.parts.contains($0) || $0.base == "formally" }),
      isVerbOfCoach(verb)
    else { return false }
    let between = before[(verb + 1)...]
    // Helping teachers get ready for an evaluation is coaching; helping with teacher evaluations isn't.
    if let help = before.firstIndex(where: { helping.contains($0) }),
      words[help..<index].dropLast().contains(where: { teachers.contains($0) && !$0.isPossessive })
    {
      return false
    }
    // "Recommends who is renewed", and not "helps those who are evaluated".
    let isVote = EvaluationWords.votes.contains(words[verb])
    return !between.contains { $0.gap > .comma || EvaluationWords.apart.contains($0) && !(isVote && $0.base == "who") }
  }

  /// "Evaluation conferences", "the appraisal file".
  private func isFollowedByPaper(_ index: Int) -> Bool {
    index + 1 < words.endIndex && words[index + 1].gap == .space
      && EvaluationWords.papers.contains(words[index + 1])
  }

  /// "The appraisal of new teachers is shared by the principal and the coach."
  private func isShared(work index: Int) -> Bool {
    guard !words.isAboutOthers(evaluation: index),
      let verb = words[index...].prefix(8).firstIndex(where: { sharings.contains($0) }),
      let link = words[verb...].prefix(3).firstIndex(where: { ["among", "between", "by"].contains($0.base) }),
      let coach = words[link...].prefix(8).firstIndex(where: { isCoach($0) && !$0.isPossessive })
    else { return false }
    // "By the deputy alone, and the coach does not read them": the coach starts a new clause.
    let isNew = words[(link + 1)...coach].contains { $0.gap > .space } && !isEndOfNoun(after: coach)
    let next = words[(coach + 1)...].first
    return !isNew && !isDenied(before: coach)
      && !(next.map { $0.gap == .space && ($0.isNegated || $0.traits.contains(.leadingToVerb)) } ?? false)
  }

  /// "Coach and principal decide who goes on an improvement plan."
  private func isVoteOnPlan(_ index: Int) -> Bool {
    guard index > words.startIndex, plansForTheWeak.contains(words[index - 1]), !isDenied(before: index),
      let verb = words[..<index].suffix(10).lastIndex(where: { EvaluationWords.votes.contains($0) })
    else { return false }
    return isVerbOfCoach(verb)
  }

  /// "Formal observations", "formal classroom walkthroughs", "formally observes each teacher".
  fileprivate func isFormalVisit(_ index: Int) -> Bool {
    if words[index].base == "formally" {
      return isVerbOfCoach(index) && !isDenied(before: index)
        && words[(index + 1)...].prefix(1).contains { ["observe", "observes", "visits", "visit"].contains($0.base) }
    }
    if ["formal", "mandated", "official", "required"].contains(words[index].base) {
      return words[(index + 1)...].prefix(3).contains { visits.contains($0) } && hasFormalPart(index)
    }
    // "The second observation required by the state."
    return ["observation", "observations"].contains(words[index].base)
      && words[(index + 1)...].prefix(2).contains { ["mandated", "required"].contains($0.base) }
      && hasFormalPart(index)
  }

  private func hasFormalPart(_ index: Int) -> Bool {
    guard !isDenied(before: index) else { return false }
    if let by = words[index...].firstIndex(where: { $0.base == "by" }),
      words[(by + 1)...].prefix(3).contains(where: isCoach)
    {
      return true
    }
    guard
      let verb = words[..<index].suffix(7).lastIndex(where: {
        EvaluationWords.parts.contains($0) || EvaluationWords.makings.contains($0)
      })
    else {
      // First in a promise: "Two formal observations of each teacher".
      return isCoach(at: index) && index < words.startIndex + 5
    }
    return isVerbOfCoach(verb)
      && !words[(verb + 1)..<index].contains { EvaluationWords.apart.contains($0) || $0.gap > .comma }
  }
}

extension ArraySlice<Word> {
  /// "Coach notes go into the evaluation", "the principal uses the coach's log for ratings".
  fileprivate var feedsEvaluation: Bool {
    guard let evaluation = indices.first(where: { works.contains(self[$0]) && !isAboutOthers(evaluation: $0) }),
      contains(where: { coaching.contains($0) }), !contains(where: { isDenying($0) }),
      let record = firstIndex(where: { EvaluationWords.records.contains($0) }), record != evaluation
    else { return false }
    // What a record feeds comes after the verb, or before it: "for evaluations, the coach's notes are used".
    guard let verb = firstIndex(where: { EvaluationWords.feedings.contains($0) }), verb != record else {
      return false
    }
    let start = Swift.min(record, evaluation)
    let end = Swift.max(record, evaluation)
    return !self[(start + 1)...end].contains { $0.gap == .clause || ["apart", "outside"].contains($0.base) }
  }

  private func isDenying(_ word: Word) -> Bool {
    word.traits.contains(.denial) || word.isNegated || word.base == "separate"
  }

  /// Whether what is evaluated is not a teacher: "the coach's own evaluation", "evaluation of the program",
  /// "self-evaluation".
  fileprivate func isAboutOthers(evaluation index: Int) -> Bool {
    let next = index + 1 < endIndex ? self[index + 1].base : ""
    switch self[index].base {
    // Students' evaluations are summative, too, and an office has personnel.
    case "summative": if ofStudents.contains(next) { return true }
    case "personnel": if !EvaluationWords.papers.contains(next) { return true }
    default: break
    }
    if self[..<index].suffix(3).contains(where: {
      notTeachers.contains($0) || coaching.contains($0) && $0.isPossessive
    }) {
      return true
    }
    guard index + 1 < endIndex, ["for", "of"].contains(self[index + 1].base) else { return false }
    return self[(index + 2)...].prefix(4).contains { notTeachers.contains($0) || coaching.contains($0) }
  }
}

private let wordsOfEvaluation = WordSet(
  of: verbs, participles, persons, works, plans,
  ["formal", "formally", "mandated", "observation", "observations", "official", "required"])

private let plans: WordSet = ["plan", "plans"]

private let verbs: WordSet = [
  "appraise", "appraises", "assess", "assesses", "evaluate", "evaluates", "grade", "grades", "judge", "judges", "rank",
  "ranks", "rate", "rates", "score", "scores",
]

private let participles: WordSet = ["appraised", "assessed", "evaluated", "graded", "rated", "scored"]

private let persons: WordSet = ["appraiser", "appraisers", "evaluator", "evaluators", "rater", "raters"]

private let works: WordSet = [
  "appraisal", "appraisals", "evaluation", "evaluations", "non-renewal", "non-renewed", "nonrenewal", "nonrenewals",
  "nonrenewed", "personnel", "rating", "ratings", "reappointment", "rehired", "rehiring", "renewal", "renewals",
  "renewed", "summative", "tenure",
]

private let teachers: WordSet = ["colleagues", "staff", "teacher", "teachers"]

/// What may come between the verb and the teachers.
private let qualities: WordSet = [
  "algebra", "art", "biology", "ela", "elective", "english", "experienced", "first", "five", "four", "individual",
  "many", "math", "novice", "of", "other", "probationary", "reading", "science", "second", "several", "struggling",
  "tenured", "three", "two",
]

/// What is judged when a teacher is judged.
private let performances: WordSet = [
  "competence", "effectiveness", "instruction", "lesson", "lessons", "performance", "practice", "quality", "skills",
  "teaching",
]

/// What is judged when teachers are, even if they are not named.
private let directPerformances: WordSet = [
  "classrooms", "instruction", "lesson", "lessons", "teaching",
]

/// What is evaluated or renewed other than a teacher.
private let notTeachers: WordSet = [
  "certificate", "certification", "course", "courses", "curriculum", "cycle", "cycles", "event", "events",
  "initiative", "license", "materials", "membership", "needs", "peer", "pilot", "plan", "pd", "product", "products",
  "program", "programs", "project", "resources", "self", "series", "session", "sessions", "student", "students",
  "subscription", "text", "textbook", "textbooks", "tool", "tools", "training", "trainings", "unit", "units",
  "workshop", "workshops",
]

private let helping: WordSet = ["assist", "assists", "help", "helps", "support", "supports"]

private let sharings: WordSet = [
  "carried", "completed", "conducted", "divided", "done", "handled", "led", "made", "shared", "signed", "split",
  "written",
]

private let plansForTheWeak: WordSet = ["assistance", "corrective", "growth", "improvement", "intervention"]

private let partners: WordSet = [
  "colleagues", "department", "grade", "principal", "staff", "teacher", "teachers", "team", "teams", "them",
]

private let ofStudents: WordSet = [
  "assessment", "assessments", "data", "exam", "exams", "project", "projects", "results", "scores", "task", "tasks",
  "test", "tests", "unit", "writing",
]

private let coaching: WordSet = ["coach", "coach's", "coaches", "coaching", "cycle"]

private let visits: WordSet = [
  "evaluation", "evaluations", "observation", "observations", "visit", "visits", "walkthrough", "walkthroughs",
]
