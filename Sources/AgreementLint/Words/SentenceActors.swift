internal import Agreement
internal import Diagnostics
internal import SchoolEnglish

/// Who does what in a sentence, as far as the words show: the actor at a word is the last person named before it.
struct SentenceActors {
  private enum Actor {
    case nobody
    case coach
    case other
  }

  /// The sentence.
  let words: ArraySlice<Word>
  private let agreement: Agreement
  private let pronouns: TextVisit.Pronouns
  private var actors: [Actor] = []
  /// Whether a word names the actor from there on.
  private var isSubject: [Bool] = []
  /// The first word that denies, doubts or only asks.
  private var firstDenial: Int
  /// Whether a word is in a condition, which a comma ends: "if results are low, the coach".
  private var isConditional: [Bool] = []

  /// Looks at a sentence; `isPromise` says that the coach is the actor, as in a commitment.
  ///
  /// Where a text is about the coach's work and names nobody else, "she" is the coach, and so is "I".
  init(
    _ words: ArraySlice<Word>, in agreement: Agreement, isPromise: Bool, pronouns: TextVisit.Pronouns = []
  ) {
    self.words = words
    self.agreement = agreement
    self.pronouns = pronouns
    firstDenial = words.endIndex
    actors.reserveCapacity(words.count)
    isSubject.reserveCapacity(words.count)
    isConditional.reserveCapacity(words.count)
    var actor = isPromise ? Actor.coach : .nobody
    var isInCondition = false
    for index in words.indices {
      let word = words[index]
      var isNew = false
      if word.isPossessive || isObject(index) {
        // Neither "the coach's log" nor "for the coach" says who acts.
      } else if isNamedCoach(index) {
        actor = .coach
        isNew = true
      } else if isPromise, actor == .other, isNextVerb(index), actors.first == .coach {
        // "Mentor new teachers and serve as testing coordinator": the teachers don't serve.
        actor = .coach
      } else if isSomebody(index) {
        // "The coach and the principal", "the coach helps the principal": the coach is one of the actors.
        if !(actor == .coach && isJoined(index)) { actor = .other }
        isNew = true
      }
      actors.append(actor)
      isSubject.append(isNew)
      if isInCondition, word.gap >= .comma { isInCondition = false }
      isConditional.append(isInCondition)
      if conditions.contains(word) {
        isInCondition = true
      } else if firstDenial == words.endIndex, word.traits.contains(.denial) || word.isNegated {
        firstDenial = index
      }
    }
  }

  /// Whether the coach is the actor at a word.
  func isCoach(at index: Int) -> Bool { actors[index - words.startIndex] == .coach }

  /// Whether a word is where the coach's verb goes: after the coach, after "will" or "and", or first in a promise.
  func isVerbOfCoach(_ index: Int) -> Bool {
    guard isCoach(at: index), !isSubject[index - words.startIndex] else { return false }
    guard index > words.startIndex else { return true }
    let before = words[index - 1]
    return isSubject[index - 1 - words.startIndex] || words[index].gap > .space
      || before.traits.contains(.leadingToVerb)
  }

  /// Whether a word means the coach or is in the coach's name.
  func isCoach(_ word: Word) -> Bool { coach.contains(word) || agreement.isName(word, ofCoach: true) }

  /// Whether the sentence denies or doubts something before a word.
  func isDenied(before index: Int) -> Bool {
    firstDenial < index || index < words.endIndex && isConditional[index - words.startIndex]
  }

  /// Whether no other noun follows: "lunch duty on Fridays", and not "lunch duty schedule".
  func isEndOfNoun(after index: Int) -> Bool {
    guard index + 1 < words.endIndex else { return true }
    let next = words[index + 1]
    return next.gap > .space || next.traits.contains(.function) || next.traits.contains(.time) || next.hasDigit
      || counting.contains(next)
  }

  private func isNamedCoach(_ index: Int) -> Bool {
    let word = words[index]
    if pronouns.contains(.thirdPerson), ["he", "she"].contains(word.base) { return true }
    if pronouns.contains(.firstPerson), word.base == "i" || word.base == "we" { return true }
    guard word.isNameLike || coaches.contains(word) else { return false }
    // "Coach Daniels" runs the basketball team, unless he is declared.
    if word.base == "coach", isFollowedByName(index) { return false }
    return word.base == "coach"
      || word.base == "coaches" && index > words.startIndex
        && ["our", "the", "both", "two"].contains(words[index - 1].base)
      || agreement.isName(word, ofCoach: true)
  }

  /// Whether a verb follows "and" or a comma where the text goes on listing what someone has to do.
  private func isNextVerb(_ index: Int) -> Bool {
    guard index > words.startIndex, nextVerbs.contains(words[index]) else { return false }
    return ["and", "then"].contains(words[index - 1].base) || words[index].gap == .comma
  }

  private func isBehind(_ kinds: Word.Traits, _ index: Int) -> Bool {
    index > words.startIndex && words[index - 1].traits.contains(kinds)
  }

  private func isSomebody(_ index: Int) -> Bool {
    let word = words[index]
    // "Mentor new teachers" says what someone does.
    if index == words.startIndex, actors.isEmpty, isOpeningVerb(index) { return false }
    if word.traits.contains(.substitute) {
      return isBehind(.beforeSubstitute, index) || index == words.startIndex && isFollowedByVerbOfMany(index)
    }
    // "Ms. Ortiz", if she is not the coach.
    return word.traits.contains(.somebody) || word.base == "coach" && isFollowedByName(index)
      || word.isNameLike && isBehind(.beforeName, index)
  }

  private func isOpeningVerb(_ index: Int) -> Bool {
    ["mentor", "chair", "staff"].contains(words[index].base) && index + 1 < words.endIndex
      && words[index + 1].gap == .space && !words[index + 1].base.hasSuffix("s")
  }

  /// "Substitutes cover the class": the plural acts.
  private func isFollowedByVerbOfMany(_ index: Int) -> Bool {
    words[index].base.hasSuffix("s") && index + 1 < words.endIndex && words[index + 1].gap == .space
      && verbsOfMany.contains(words[index + 1])
  }

  private func isFollowedByName(_ index: Int) -> Bool {
    index + 1 < words.endIndex && words[index + 1].isNameLike && words[index + 1].gap == .space
  }

  /// The word before the articles and titles of another word.
  private func head(before index: Int) -> Int? {
    var place = index - 1
    while place >= words.startIndex, place > index - 4,
      words[place].traits.contains(.article) || words[place].traits.contains(.title)
    {
      place -= 1
    }
    return place >= words.startIndex ? place : nil
  }

  private func isObject(_ index: Int) -> Bool {
    guard let head = head(before: index) else { return false }
    return words[head].traits.contains(.preposition)
  }

  private func isJoined(_ index: Int) -> Bool {
    guard let head = head(before: index) else { return false }
    if words[index].base == "who" { return isSubject[index - 1 - words.startIndex] }
    if words[head].traits.contains(.help) { return true }
    return ["and", "or"].contains(words[head].base) && head > words.startIndex
      && isSubject[head - 1 - words.startIndex]
  }
}

extension TextVisit {
  /// Whether a text says what the coach does without naming the coach: a role, a priority or a promise.
  var isAboutWork: Bool {
    if isPromise { return true }
    if let roles = agreement.content.focus.value?.roles, case .present(let located) = roles,
      located.range.start <= range.start, range.end <= located.range.end
    {
      return true
    }
    return agreement.topic(at: range) == "role-priorities"
  }

  /// What the sentences that name the coach say, or all sentences if the text is a coach's promise or about the coach's
  /// work.
  func actorsOfCoach(isAboutWork: Bool = false) -> [SentenceActors] {
    if isAboutWork || isPromise {
      if let known = folded.actorsOfAll { return known }
      let pronouns = pronounsOfCoach
      let sentence = sentences.map { SentenceActors($0, in: agreement, isPromise: true, pronouns: pronouns) }
      folded.actorsOfAll = sentence
      return sentence
    }
    if let known = folded.actorsOfNamed { return known }
    let pronouns = pronounsOfCoach
    let sentence = sentences.compactMap { sentence in
      sentence.contains {
        coaches.contains($0) || agreement.isName($0, ofCoach: true) || pronouns.has($0)
      }
        ? SentenceActors(sentence, in: agreement, isPromise: false, pronouns: pronouns) : nil
    }
    folded.actorsOfNamed = sentence
    return sentence
  }

  /// The words a text may use for the coach instead of a name.
  struct Pronouns: OptionSet {
    let rawValue: Int
    static let firstPerson = Pronouns(rawValue: 1)
    static let thirdPerson = Pronouns(rawValue: 2)

    func has(_ word: Word) -> Bool {
      contains(.thirdPerson) && (word.base == "he" || word.base == "she") || contains(.firstPerson) && word.base == "i"
    }
  }

  /// "She" is the coach in an answer about the coach's work that names nobody else before it; "I" is the coach where
  /// the administrators are mentioned and the coach is not.
  private var pronounsOfCoach: Pronouns {
    var result: Pronouns = []
    let words = words
    guard let first = words.firstIndex(where: { pronounsOfPersons.contains($0) }),
      let topic = agreement.topic(at: range), topicsOfCoach.contains(topic)
    else { return result }
    let namesOther = words[..<first].contains {
      $0.traits.contains(.title) || $0.traits.contains(.somebody) && !groupsOfMany.contains($0.base)
        || $0.isNameLike && agreement.isName($0) && !agreement.isName($0, ofCoach: true)
    }
    if !namesOther, words[first].base != "i" { result.insert(.thirdPerson) }
    if words.contains(where: { $0.base == "i" }),
      words.contains(where: { administrators.contains($0.base) }), !words.contains(where: { coaches.contains($0) })
    {
      result.insert(.firstPerson)
    }
    return result
  }

  private var isPromise: Bool {
    if let known = folded.isPromise { return known }
    let isPromise = agreement.isPromiseOfCoach(range)
    folded.isPromise = isPromise
    return isPromise
  }
}

/// Topics whose answers say what the coach does.
private let topicsOfCoach: Set<String> = [
  "campus-flexibility", "campus-schedule", "classroom-access", "coach-introduction", "coach-learning-schedule",
  "data-gathering", "data-review", "individual-cycles", "initial-caseload", "planning-days", "relationship-building",
  "role-priorities", "team-coaching", "weekly-planning", "work-records", "work-visibility",
]

private let groupsOfMany: Set<String> = ["school", "staff", "students", "teachers", "team", "teams"]

private let administrators: Set<String> = ["admin", "administration", "ap", "principal", "principals"]

/// Verbs for what a coach may have to do besides something else.
private let nextVerbs: WordSet = [
  "administer", "be", "coordinate", "cover", "do", "fill", "handle", "help", "manage", "monitor", "oversee", "proctor",
  "pull", "run", "serve", "sub", "substitute", "supervise", "take", "teach", "watch",
]

private let verbsOfMany: WordSet = [
  "are", "arrive", "can", "come", "cover", "do", "fill", "get", "give", "have", "help", "may", "meet", "must", "read",
  "receive", "run", "should", "stay", "take", "teach", "watch", "were", "will", "work",
]

/// How many days a week something takes, which is not part of its name.
private let counting: WordSet = ["five", "four", "one", "six", "ten", "three", "two"]

private let coach: WordSet = ["coach"]
private let coaches: WordSet = ["coach", "coaches"]
private let conditions: WordSet = ["if", "unless", "whether"]

private let pronounsOfPersons: WordSet = ["he", "i", "she"]
