internal import Agreement
internal import Diagnostics

/// Who does what in a sentence, as far as the words tell: the one who acts at a word is the last one named before it.
struct Deeds {
  private enum Actor {
    case nobody
    case coach
    case other
  }

  /// The sentence.
  let words: ArraySlice<Word>
  private let agreement: Agreement
  private var actors: [Actor] = []
  /// Whether a word names the one who acts from there on.
  private var isSubject: [Bool] = []
  /// The first word that denies, doubts or only asks.
  private var firstDenial: Int
  /// Whether a word is in a condition, which a comma ends: "if results are low, the coach".
  private var isConditional: [Bool] = []

  /// Looks at a sentence; `isPromise` says that the coach is the one who does it, as in a commitment.
  init(_ words: ArraySlice<Word>, in agreement: Agreement, isPromise: Bool) {
    self.words = words
    self.agreement = agreement
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
      } else if isSomebody(index) {
        // "The coach and the principal", "the coach helps the principal": the coach is one of those who act.
        if !(actor == .coach && isJoined(index)) { actor = .other }
        isNew = true
      }
      actors.append(actor)
      isSubject.append(isNew)
      if isInCondition, word.gap >= .comma { isInCondition = false }
      isConditional.append(isInCondition)
      if conditions.contains(word) {
        isInCondition = true
      } else if firstDenial == words.endIndex, word.kinds.contains(.denial) || word.isNegated {
        firstDenial = index
      }
    }
  }

  /// Whether the coach acts at a word.
  func isCoach(at index: Int) -> Bool { actors[index - words.startIndex] == .coach }

  /// Whether a word is where the verb of the coach does: after the coach, after "will" or "and", or first in a promise.
  func isVerbOfCoach(_ index: Int) -> Bool {
    guard isCoach(at: index), !isSubject[index - words.startIndex] else { return false }
    guard index > words.startIndex else { return true }
    let before = words[index - 1]
    return isSubject[index - 1 - words.startIndex] || words[index].gap > .space || before.kinds.contains(.leadingToVerb)
  }

  /// Whether a word is the coach or in the coach's name.
  func isCoach(_ word: Word) -> Bool { coach.contains(word) || agreement.isName(word, ofCoach: true) }

  /// Whether the sentence denies or doubts something before a word.
  func isDenied(before index: Int) -> Bool {
    firstDenial < index || index < words.endIndex && isConditional[index - words.startIndex]
  }

  /// Whether no other noun follows: "lunch duty on Fridays", and not "lunch duty schedule".
  func isEndOfNoun(after index: Int) -> Bool {
    guard index + 1 < words.endIndex else { return true }
    let next = words[index + 1]
    return next.gap > .space || next.kinds.contains(.function) || next.kinds.contains(.time) || next.hasDigit
      || counting.contains(next)
  }

  private func isNamedCoach(_ index: Int) -> Bool {
    let word = words[index]
    guard word.isCapital || coaches.contains(word) else { return false }
    // "Coach Daniels" has the basketball team, unless he is declared.
    if word.lower == "coach", isFollowedByName(index) { return false }
    return word.lower == "coach"
      || word.lower == "coaches" && index > words.startIndex
        && ["our", "the", "both", "two"].contains(words[index - 1].lower)
      || agreement.isName(word, ofCoach: true)
  }

  private func isBehind(_ kinds: WordKinds, _ index: Int) -> Bool {
    index > words.startIndex && words[index - 1].kinds.contains(kinds)
  }

  private func isSomebody(_ index: Int) -> Bool {
    let word = words[index]
    if word.kinds.contains(.substitute) {
      return isBehind(.beforeSubstitute, index) || index == words.startIndex && isFollowedByVerbOfMany(index)
    }
    // "Ms. Ortiz", where she is not the coach.
    return word.kinds.contains(.somebody) || word.lower == "coach" && isFollowedByName(index)
      || word.isCapital && isBehind(.beforeName, index)
  }

  /// "Substitutes cover the class": more than one of them act.
  private func isFollowedByVerbOfMany(_ index: Int) -> Bool {
    words[index].lower.hasSuffix("s") && index + 1 < words.endIndex && words[index + 1].gap == .space
      && verbsOfMany.contains(words[index + 1])
  }

  private func isFollowedByName(_ index: Int) -> Bool {
    index + 1 < words.endIndex && words[index + 1].isCapital && words[index + 1].gap == .space
  }

  /// The word before the articles and titles of another word.
  private func head(before index: Int) -> Int? {
    var place = index - 1
    while place >= words.startIndex, place > index - 4,
      words[place].kinds.contains(.article) || words[place].kinds.contains(.title)
    {
      place -= 1
    }
    return place >= words.startIndex ? place : nil
  }

  private func isObject(_ index: Int) -> Bool {
    guard let head = head(before: index) else { return false }
    return words[head].kinds.contains(.preposition)
  }

  private func isJoined(_ index: Int) -> Bool {
    guard let head = head(before: index) else { return false }
    if words[index].lower == "who" { return isSubject[index - 1 - words.startIndex] }
    if words[head].kinds.contains(.help) { return true }
    return ["and", "or"].contains(words[head].lower) && head > words.startIndex
      && isSubject[head - 1 - words.startIndex]
  }
}

extension TextVisit {
  /// Whether a text says what the coach does without naming the coach: a role, a priority, or a promise.
  var isAboutWork: Bool {
    if isPromise { return true }
    if let roles = agreement.content.focus.value?.roles, case .present(let located) = roles,
      located.range.start <= range.start, range.end <= located.range.end
    {
      return true
    }
    return agreement.topic(at: range) == "role-priorities"
  }

  /// What the sentences say that name the coach; all of them where the text is what a coach promises or is about the coach's work.
  func deedsOfCoach(isAboutWork: Bool = false) -> [Deeds] {
    if isAboutWork || isPromise {
      if let known = folded.deedsOfAll { return known }
      let deeds = sentences.map { Deeds($0, in: agreement, isPromise: true) }
      folded.deedsOfAll = deeds
      return deeds
    }
    if let known = folded.deedsOfNamed { return known }
    let deeds = sentences.compactMap { sentence in
      sentence.contains { coaches.contains($0) || agreement.isName($0, ofCoach: true) }
        ? Deeds(sentence, in: agreement, isPromise: false) : nil
    }
    folded.deedsOfNamed = deeds
    return deeds
  }

  private var isPromise: Bool {
    if let known = folded.isPromise { return known }
    let isPromise = agreement.isPromiseOfCoach(range)
    folded.isPromise = isPromise
    return isPromise
  }
}

private let verbsOfMany: WordSet = [
  "are", "arrive", "can", "come", "cover", "do", "fill", "get", "give", "have", "help", "may", "meet", "must", "read",
  "receive", "run", "should", "stay", "take", "teach", "watch", "were", "will", "work",
]

/// How many days a week something takes, which is no part of its name.
private let counting: WordSet = ["five", "four", "one", "six", "ten", "three", "two"]

private let coach: WordSet = ["coach"]
private let coaches: WordSet = ["coach", "coaches"]
private let conditions: WordSet = ["if", "unless", "whether"]
