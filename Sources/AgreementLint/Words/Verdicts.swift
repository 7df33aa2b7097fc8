internal import SchoolEnglish

/// What is said of a named person's work: a verdict, in the forms that sentences about teachers take.
extension ArraySlice<Word> {
  /// Whether a name is an example of people who are judged: "weak teachers such as Mr. Bell", "struggling teachers like
  /// Kim Tran".
  func isExample(at name: Int) -> Bool {
    guard name - 3 >= startIndex else { return false }
    let link = self[name - 1].base
    guard
      link == "as" && self[name - 2].base == "such" || ["especially", "including", "like", "mainly"].contains(link)
    else { return false }
    let noun = link == "as" ? name - 3 : name - 2
    guard noun > startIndex, self[noun].base.hasSuffix("s") else { return false }
    return persons.contains(String(self[noun].base.dropLast())) && judgments.contains(self[noun - 1])
  }

  /// Whether the verdict comes before the name: "worried about Ms. Day", "the weakest teacher is Mr. Bell",
  /// "Struggling: Kim Tran".
  func isVerdict(before name: Int) -> Bool {
    guard name > startIndex else { return false }
    let before = self[..<name].suffix(6).map(\.base)
    guard let last = before.last else { return false }
    let previous = before.dropLast().last ?? ""
    switch last {
    case "about": return ["concern", "concerned", "concerns", "worried", "worries", "worry"].contains(previous)
    case "with":
      return ["disappointed", "frustrated", "issues", "problem", "problems", "trouble", "unhappy", "upset"]
        .contains(previous)
    case "against": return ["complaint", "complaints", "grievance", "grievances"].contains(previous)
    case "on":
      return before.suffix(5).starts(with: ["keep", "an", "eye"])
        || before.suffix(4).starts(with: ["keep", "an", "eye"])
    case "are", "is":
      let noun = previous.hasSuffix("s") ? String(previous.dropLast()) : previous
      return worstOnes.contains(previous)
        || (persons.contains(noun) || noun == "one") && before.contains { worstOnes.contains($0) }
    default:
      // "Weakest: Ms. Day."
      return self[name].gap == .clause && before.suffix(3).contains { worstOnes.contains($0) || $0 == "struggling" }
    }
  }

  /// Whether a predicate judges somebody named elsewhere.
  func isPredicateOfPerson(at start: Int) -> Bool { start < endIndex && isPredicate(at: start, .sure) }

  /// Whether a verdict on somebody's work begins at a place.
  func isWorkOfPersonJudged(from start: Int) -> Bool { start < endIndex && isWorkJudged(from: start) }

  /// Whether what follows a name says how well the person works.
  func isJudged(_ name: PersonName) -> Bool {
    let next = name.end + 1
    guard next < endIndex else { return false }
    // "Mr. Lane's lessons are boring", "Mr. Lane's weak pacing".
    if self[name.end].isPossessive {
      return name.evidence == .sure && (isWorkJudged(from: next) || isJudgedNoun(at: next, among: works))
        || name.evidence == .likely && (isJudgedNoun(at: next, among: ownWorks) || isOwnWorkJudged(at: next))
    }
    if name.evidence != .single, isReasoned(after: next) { return true }
    guard name.evidence == .sure else { return self[next].gap == .space && isPredicate(at: next, name.evidence) }
    if self[next].gap == .space {
      if isPredicate(at: next, .sure) { return true }
    } else if isApposition(at: next) {
      return true
    }
    // "Mr. Bell first, who was", "Ms. Reed because her scores are".
    let place = fillers.contains(self[next]) ? next + 1 : next
    guard place + 1 < endIndex else { return false }
    if place > next, ["he", "she", "they"].contains(self[place].base) { return isPredicate(at: place + 1, .sure) }
    if self[place].base == "who" { return isPredicate(at: place + 1, .sure) }
    let owner = ["and", "as", "because", "but", "since"].contains(self[place].base) ? place + 1 : place
    guard owner + 1 < endIndex else { return false }
    if owner > place, ["he", "she", "they"].contains(self[owner].base) { return isPredicate(at: owner + 1, .sure) }
    guard ["her", "his", "their"].contains(self[owner].base) else { return false }
    return isWorkJudged(from: owner + 1)
  }

  /// "Because of his evaluation", "due to her low scores".
  private func isReasoned(after start: Int) -> Bool {
    let after = self[start...].prefix(14)
    return after.indices.dropFirst().contains { index in
      guard ["of", "to"].contains(self[index].base), ["because", "due"].contains(self[index - 1].base) else {
        return false
      }
      let reason = self[(index + 1)...].prefix(5)
      return reason.contains { ["her", "his", "their"].contains($0.base) }
        && reason.contains { reasons.contains($0) }
    }
  }

  /// "Is weak at phonics", "has poor pacing", "refuses to plan", "doesn't prepare".
  private func isPredicate(at start: Int, _ evidence: PersonName.Evidence) -> Bool {
    let verb = skip(adverbs, from: start)
    guard verb < endIndex else { return false }
    let word = self[verb].base
    if word == "struggles" || word == "struggled" { return isEndOfPhrase(after: verb) }
    if badHabits.contains(word) { return true }
    guard verb + 1 < endIndex else { return false }
    let next = self[verb + 1].base
    switch word {
    case "is", "was", "seems", "remains", "became", "looks", "are", "were", "been", "be", "gets", "comes", "arrives":
      return isJudgment(at: skip(adverbs, from: verb + 1), evidence, after: verb)
    case "has", "had", "with":
      let noun = skip(adverbsAndA, from: verb + 1)
      return isJudgedNoun(at: noun, among: works)
        || word == "has" && noun < endIndex
          && (["difficulty", "problems", "trouble"].contains(self[noun].base)
            || self[noun...].prefix(2).map(\.base) == ["no", "control"])
    case "can't", "cannot", "doesn't", "won't", "never", "rarely", "hardly", "seldom", "isn't":
      return word == "isn't" ? isLacking(at: verb + 1) : isNoAct(at: verb + 1)
    case "does", "do", "will", "can": return next == "not" && isNoAct(at: verb + 2)
    case "lacks": return self[(verb + 1)...].prefix(3).contains { works.contains($0) }
    case "resists": return true
    case "refuses", "refused", "fails", "failed": return next == "to"
    case "rated", "scored": return self[(verb + 1)...].prefix(2).contains { ratings.contains($0) }
    case "loses", "lost":
      return ["control", "patience", "temper"].contains { word in
        self[(verb + 1)...].prefix(3).contains { $0.base == word }
      }
    case "needs": return isNeed(at: verb + 1)
    case "should", "must", "could":
      return ["improve", "try"].contains(next)
        || next == "be" && self[(verb + 2)...].prefix(1).contains { $0.base == "more" }
        || next == "do" && self[(verb + 2)...].prefix(1).contains { $0.base == "better" }
    case "leaves": return next == "early"
    case "ignores", "ignored", "avoids", "dominates", "wastes", "skips", "blames", "interrupts":
      return self[(verb + 1)...].prefix(3).contains { slighted.contains($0) }
    case "shows":
      return next == "up" && self[(verb + 2)...].prefix(1).contains { ["late", "unprepared"].contains($0.base) }
    default:
      // "Talks too much", "moves too slowly".
      return word.hasSuffix("s") && evidence != .single && !VerdictWords.opinions.contains(word)
        && self[(verb + 1)...].prefix(4).indices.contains { index in
          self[index].base == "too" && index + 1 < endIndex && tooMuch.contains(self[index + 1])
        }
    }
  }

  /// "To improve", "improvement", "a lot of help", "help with".
  private func isNeed(at start: Int) -> Bool {
    guard start < endIndex else { return false }
    let next = start + 1 < endIndex ? self[start + 1].base : ""
    switch self[start].base {
    case "improvement": return true
    case "to":
      return ["change", "improve", "step", "work"].contains(next)
        && (next != "work" || self[(start + 2)...].first?.base == "on")
        || next == "get" && self[(start + 2)...].prefix(1).contains { $0.base == "better" }
    case "help", "support": return next == "with"
    case "a", "closer", "constant", "extra", "intensive", "lots", "more", "much", "serious", "so":
      return self[start...].prefix(5).contains {
        ["guidance", "help", "monitoring", "structure", "supervision", "support"].contains($0.base)
      }
    default: return false
    }
  }

  /// Something a teacher does, after a word that says it is not done: "plan", "follow the standards".
  private func isNoAct(at start: Int) -> Bool {
    let place = skip(adverbs, from: start)
    guard place < endIndex else { return false }
    let word = self[place].base
    return acts.contains(word) || word.hasSuffix("s") && acts.contains(String(word.dropLast()))
      || ["control", "manage"].contains(word)
        && self[(place + 1)...].prefix(3).contains { ["class", "classes", "classroom", "students"].contains($0.base) }
  }

  /// "Not good at", "not a team player", "not ready".
  private func isLacking(at start: Int) -> Bool {
    guard start < endIndex else { return false }
    let words = self[start...].prefix(3).map(\.base)
    return virtues.contains(words[0]) || words[0] == "up" && words.dropFirst().first == "to"
      || words.starts(with: ["a", "team", "player"])
      || words[0] == "a" && words.dropFirst().contains { virtues.contains($0) }
  }

  /// "Weak at phonics", "a bad teacher", "on an improvement plan", "always late".
  private func isJudgment(at start: Int, _ evidence: PersonName.Evidence, after verb: Int) -> Bool {
    guard start < endIndex, self[start].gap == .space else { return false }
    let isLikely = evidence != .sure
    let word = self[start].base
    if word == "not" { return isLacking(at: start + 1) }
    if word == "on" || word == "under" || word == "below" {
      let phrase = self[start...].prefix(6).map(\.base)
      return phrase.contains("plan") && phrase.contains { plansForTheWeak.contains($0) } || phrase.contains("probation")
        || phrase.starts(with: ["on", "a", "plan"]) && isEndOfPhrase(after: start + 2)
        || word == "below" && phrase.contains { ["average", "expectations", "par", "standard"].contains($0) }
    }
    if word == "set" { return self[(start + 1)...].prefix(3).contains { $0.base == "ways" } }
    if ["late", "absent"].contains(word) {
      // A single occasion is not a verdict: "is late from bus duty".
      return self[(verb + 1)..<start].contains { habits.contains($0) }
        || start > startIndex && self[startIndex..<verb].suffix(1).contains { habits.contains($0) }
        || ["arrives", "comes"].contains(self[verb].base) && start == verb + 1
          && self[(start + 1)...].first.map { $0.base == "to" } ?? false
    }
    if ["rated", "scored"].contains(word) {
      return self[(start + 1)...].prefix(2).contains { ratings.contains($0) }
    }
    if ["a", "an", "the", "our"].contains(word) {
      let place = skip(adverbs, from: start + 1)
      return isJudgedNoun(at: place, among: persons)
        || place < endIndex && ["problem", "bully"].contains(self[place].base) && isEndOfPhrase(after: place)
        || place > start + 1 && ["bit", "little"].contains(self[start + 1].base) && isAdjective(at: place)
        || !isLikely && word == "the" && isAdjective(at: start + 1)
    }
    return isAdjective(at: start) && (!isLikely || ofPersons.contains(word))
  }

  /// "Mr. Pratt (weak on discipline)", "T. Nguyen, a poor planner".
  private func isApposition(at start: Int) -> Bool {
    if self[start].base == "the", start + 1 < endIndex, superlatives.contains(self[start + 1]) {
      return start + 2 == endIndex || self[start + 2].gap > .space || self[start + 2].traits.contains(.preposition)
    }
    if ["a", "an", "the"].contains(self[start].base) {
      return isJudgedNoun(at: skip(adverbs, from: start + 1), among: persons)
    }
    let place = skip(adverbsAndThe, from: start)
    // "Ms. Reed (lowest scores in the grade)".
    if isJudgedNoun(at: place, among: works), !self[place...].prefix(5).contains(where: { $0.base == "or" }) {
      return true
    }
    guard place < endIndex, judgments.contains(self[place]) else { return false }
    return place + 1 == endIndex || self[place + 1].gap == .clause
      || ["at", "in", "on", "with"].contains(self[place + 1].base)
  }

  /// "Lessons are boring", "classroom management needs work", about somebody.
  private func isWorkJudged(from start: Int) -> Bool {
    guard let work = self[start...].prefix(3).lastIndex(where: { works.contains($0) }), work + 2 < endIndex
    else { return isJudgedNoun(at: skip(adverbs, from: start), among: works) }
    if ["need", "needs"].contains(self[work + 1].base) {
      return ["improvement", "work"].contains(self[work + 2].base)
    }
    guard ["are", "is", "was", "were"].contains(self[work + 1].base) else {
      return isJudgedNoun(at: skip(adverbs, from: start), among: works)
    }
    let place = skip(adverbsAndThe, from: work + 2)
    return place < endIndex && (judgments.contains(self[place]) || judgmentsOfWork.contains(self[place]))
  }

  /// "Class is chaotic", "planning is poor", about somebody whose name may be that of a place, which has more than one
  /// class.
  private func isOwnWorkJudged(at place: Int) -> Bool {
    guard ownWorks.contains(self[place]) || ["class", "classroom"].contains(self[place].base) else { return false }
    return isWorkJudged(from: place)
  }

  private func isAdjective(at place: Int) -> Bool {
    guard place < endIndex, judgments.contains(self[place]) else { return false }
    // "Difficult to reach" is about the time, and "negative on testing" about the test.
    if ["behind", "difficult", "negative", "slow"].contains(self[place].base), place + 1 < endIndex,
      ["about", "on", "to"].contains(self[place + 1].base)
    {
      return false
    }
    if self[place].base == "behind" {
      return isEndOfPhrase(after: place) && !(place + 1 < endIndex && self[place + 1].traits.contains(.article))
    }
    return isEndOfPhrase(after: place) || ["struggling", "unwilling"].contains(self[place].base)
  }

  private func isJudgedNoun(at place: Int, among nouns: WordSet) -> Bool {
    guard place + 1 < endIndex, judgments.contains(self[place]) || judgmentsOfWork.contains(self[place])
    else { return false }
    return self[(place + 1)...].prefix(2).contains { nouns.contains($0.base) }
  }

  /// Whether no noun follows that the word before it would describe.
  private func isEndOfPhrase(after place: Int) -> Bool {
    guard place + 1 < endIndex else { return true }
    let next = self[place + 1]
    return next.gap > .space || next.traits.contains(.function) || next.base.hasSuffix("ly")
      || ["about", "again", "last", "next", "this", "today"].contains(next.base)
  }

  private func skip(_ some: WordSet, from start: Int) -> Int {
    var place = start
    while place < endIndex, place < start + 4, some.contains(self[place].base) { place += 1 }
    return place
  }
}

private let judgments: WordSet = [
  "bad", "behind", "boring", "burned-out", "careless", "chaotic", "clueless", "defensive", "difficult", "disorganized",
  "failing", "harsh", "hopeless", "impatient", "incompetent", "inconsistent", "ineffective", "inefficient",
  "inflexible", "lazy", "negative", "overwhelmed", "poor", "reluctant", "resistant", "rude", "sloppy", "slow",
  "struggling", "stubborn", "terrible", "toxic", "uncooperative", "unmotivated", "unorganized", "unprepared",
  "unprofessional", "unqualified", "unreliable", "unwilling", "weak", "weaker", "weakest", "worst",
]

/// Judgments of lessons and results, not of the person who gives them.
private let judgmentsOfWork: WordSet = [
  "awful", "confusing", "dull", "flat", "loud", "low", "lower", "lowest", "messy", "outdated", "shallow",
]

/// Judgments that nobody makes about a program or a place.
private let ofPersons: WordSet = [
  "clueless", "defensive", "disorganized", "impatient", "incompetent", "lazy", "overwhelmed", "reluctant", "resistant",
  "rude", "sloppy", "struggling", "stubborn", "uncooperative", "unmotivated", "unorganized", "unprepared",
  "unprofessional", "unwilling",
]

/// Verbs that never say anything good about anybody.
private let badHabits: WordSet = [
  "bullies", "coasts", "complains", "gossips", "lags", "micromanages", "procrastinates", "sabotages",
  "slacks", "undermines", "whines", "yells",
]

/// What a teacher is expected to do, where somebody is said not to do it.
private let acts: WordSet = [
  "adapt", "answer", "care", "change", "collaborate", "communicate", "cooperate", "differentiate", "engage", "follow",
  "grade", "improve", "know", "learn", "listen", "participate", "plan", "prepare", "reflect", "respond", "share",
  "try", "understand", "use",
]

private let virtues: WordSet = [
  "able", "capable", "committed", "competent", "consistent", "cooperative", "effective", "flexible", "good",
  "interested", "open", "organized", "prepared", "productive", "professional", "ready", "reliable", "strong", "suited",
  "willing",
]

/// What is ignored, avoided or wasted.
private let slighted: WordSet = [
  "advice", "coach", "colleagues", "data", "deadlines", "discussion", "email", "emails", "feedback", "meetings",
  "parents", "planning", "standards", "students", "team", "time",
]

private let worstOnes: WordSet = [
  "difficult", "failing", "lowest", "poor", "problem", "struggling", "weak", "weakest", "worst",
]

/// "Mr. Bell, the weakest of the team."
private let superlatives: WordSet = ["laziest", "lowest", "poorest", "slowest", "weakest", "worst"]

private let reasons: WordSet = [
  "attitude", "evaluation", "evaluations", "observation", "observations", "performance", "rating", "ratings",
  "results", "review", "reviews", "scores",
]

private let ratings: WordSet = [
  "basic", "below", "developing", "ineffective", "low", "lowest", "partially", "poor", "unsatisfactory",
]

private let plansForTheWeak: WordSet = [
  "action", "assistance", "corrective", "growth", "improvement", "intervention", "remediation", "support",
]

private let tooMuch: WordSet = ["fast", "few", "little", "long", "loud", "many", "much", "often", "slow", "slowly"]

private let habits: WordSet = ["always", "chronically", "constantly", "frequently", "often", "usually"]

private let adverbsAndA = WordSet(of: adverbs, ["a"])
private let adverbsAndThe = WordSet(of: adverbs, ["the"])

private let adverbs: WordSet = [
  "again", "always", "bit", "both", "clearly", "constantly", "extremely", "far", "frequently", "generally", "just",
  "little",
  "often", "quite", "rather", "really", "simply", "so", "sometimes", "still", "too", "usually", "very",
]

private let fillers: WordSet = ["again", "also", "first", "last", "next", "too"]

private let persons: WordSet = [
  "coach", "colleague", "communicator", "fit", "instructor", "leader", "listener", "manager", "mentor", "performer",
  "planner", "teacher", "teammate",
]

/// What is judged about a person's work.
private let works: WordSet = [
  "attitude", "class", "classes", "classroom", "communication", "confidence", "content", "control", "discipline",
  "engagement", "grading", "instruction", "knowledge", "lessons", "management", "motivation", "organization", "pacing",
  "planning", "plans", "preparation", "professionalism", "questioning", "rapport", "results", "rigor", "scores",
  "skill", "skills", "teaching",
]

/// Work that a place or a program does not have.
private let ownWorks: WordSet = [
  "attitude", "discipline", "grading", "instruction", "knowledge", "lessons", "management", "pacing", "planning",
  "preparation", "questioning", "rapport", "teaching",
]
