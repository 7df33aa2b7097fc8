internal import Agreement

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

  /// Looks at a sentence; `isPromise` says that the coach is the one who does it, as in a commitment.
  init(_ words: ArraySlice<Word>, in agreement: Agreement, isPromise: Bool) {
    self.words = words
    self.agreement = agreement
    firstDenial = words.endIndex
    var actor = isPromise ? Actor.coach : .nobody
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
      if firstDenial == words.endIndex, denials.contains(word.lower) || word.lower.hasSuffix("n't") {
        firstDenial = index
      }
    }
  }

  /// Whether the coach acts at a word.
  func isCoach(at index: Int) -> Bool { actors[index - words.startIndex] == .coach }

  /// Whether a word stands where the verb of the coach does: after the coach, after "will" or "and", or first in a promise.
  func isVerbOfCoach(_ index: Int) -> Bool {
    guard isCoach(at: index), !isSubject[index - words.startIndex] else { return false }
    guard index > words.startIndex else { return true }
    let before = words[index - 1]
    return isSubject[index - 1 - words.startIndex] || words[index].gap > .space || leadingToVerbs.contains(before.lower)
  }

  /// Whether a word is the coach or in the coach's name.
  func isCoach(_ word: Word) -> Bool { word.lower == "coach" || agreement.isName(word, ofCoach: true) }

  /// Whether the sentence denies or doubts something before a word.
  func isDenied(before index: Int) -> Bool { firstDenial < index }

  /// Whether no other noun follows: "lunch duty on Fridays", and not "lunch duty schedule".
  func isEndOfNoun(after index: Int) -> Bool {
    guard index + 1 < words.endIndex else { return true }
    let next = words[index + 1]
    return next.gap > .space || functionWords.contains(next.lower) || times.contains(next.lower) || next.hasDigit
  }

  private func isNamedCoach(_ index: Int) -> Bool {
    let word = words[index]
    // "Coach Daniels" has the basketball team, unless he is declared.
    if word.lower == "coach", isFollowedByName(index) { return false }
    return word.lower == "coach" || word.lower == "coaches" && precedes(index, ["our", "the", "both", "two"])
      || agreement.isName(word, ofCoach: true)
  }

  private func precedes(_ index: Int, _ before: Set<String>) -> Bool {
    index > words.startIndex && before.contains(words[index - 1].lower)
  }

  private func isSomebody(_ index: Int) -> Bool {
    let word = words[index]
    if substitutes.contains(word.lower) { return precedes(index, beforeSubstitutes) }
    // "Ms. Ortiz", where she is not the coach.
    return somebodies.contains(word.lower) || word.lower == "coach" && isFollowedByName(index)
      || word.isCapital && precedes(index, beforeNames)
  }

  private func isFollowedByName(_ index: Int) -> Bool {
    index + 1 < words.endIndex && words[index + 1].isCapital && words[index + 1].gap == .space
  }

  /// The word before the articles and titles of another word.
  private func head(before index: Int) -> Int? {
    var place = index - 1
    while place >= words.startIndex, place > index - 4,
      articles.contains(words[place].lower) || titles.contains(words[place].lower)
    {
      place -= 1
    }
    return place >= words.startIndex ? place : nil
  }

  private func isObject(_ index: Int) -> Bool {
    guard let head = head(before: index) else { return false }
    return prepositions.contains(words[head].lower)
  }

  private func isJoined(_ index: Int) -> Bool {
    guard let head = head(before: index) else { return false }
    if words[index].lower == "who" { return isSubject[index - 1 - words.startIndex] }
    if helps.contains(words[head].lower) { return true }
    return ["and", "or"].contains(words[head].lower) && head > words.startIndex
      && isSubject[head - 1 - words.startIndex]
  }
}

extension TextVisit {
  /// What the sentences say that name the coach; all of them where the text is what a coach promises.
  var deedsOfCoach: [Deeds] {
    let isPromise = agreement.isPromiseOfCoach(range)
    return text.sentencesOfWords.compactMap { sentence in
      let namesCoach = sentence.contains {
        $0.lower == "coach" || $0.lower == "coaches" || agreement.isName($0, ofCoach: true)
      }
      return isPromise || namesCoach ? Deeds(sentence, in: agreement, isPromise: isPromise) : nil
    }
  }
}

/// Articles, and other words that only say which one before a noun.
let articles: Set<String> = [
  "a", "all", "an", "another", "any", "assistant", "both", "each", "every", "her", "his", "instructional", "its",
  "new", "our", "some", "that", "the", "their", "these", "this", "those",
]

/// Words that end a noun: what comes before one is no part of a longer name.
let functionWords: Set<String> = [
  "a", "after", "all", "also", "an", "and", "are", "as", "at", "because", "before", "but", "by", "can", "during",
  "each", "every", "for", "from", "had", "has", "have", "if", "in", "instead", "into", "is", "like", "may", "must",
  "of", "off", "on", "once", "or", "should", "since", "so", "still", "that", "the", "then", "through", "to", "twice",
  "until", "up", "was", "were", "when", "whenever", "where", "which", "while", "who", "will", "with", "without",
  "would",
]

/// Words that say on which days or when on a day.
let times: Set<String> = [
  "afternoon", "daily", "friday", "fridays", "monday", "mondays", "morning", "thursday", "thursdays", "tuesday",
  "tuesdays", "wednesday", "wednesdays", "weekly",
]

/// Who may be meant to act beside the coach.
let somebodies: Set<String> = [
  "admin", "administration", "administrator", "administrators", "aide", "aides", "anybody", "anyone", "ap", "aps",
  "assistants", "chair", "chairs", "clerk", "colleague", "colleagues", "committee", "coordinator", "coordinators",
  "counselor", "counselors", "department", "district", "everybody", "everyone", "interventionist", "leader",
  "leaders", "librarian", "mentor", "mentors", "nobody", "nurse", "office", "paraprofessional", "paraprofessionals",
  "parent", "parents", "people", "principal", "principals", "school", "secretary", "somebody", "someone",
  "specialist", "specialists", "staff", "student", "students", "supervisor", "teacher", "teachers", "team", "teams",
  "they", "volunteer", "volunteers", "we", "who", "whoever", "you",
]

/// These are verbs, too: "the coach subs".
private let substitutes: Set<String> = ["sub", "subs", "substitute", "substitutes"]

private let beforeSubstitutes = articles.union(["long-term", "no"])

private let beforeNames = titles.union(["coach"])

private let prepositions: Set<String> = [
  "about", "across", "at", "beside", "besides", "between", "by", "for", "from", "in", "like", "near", "of", "on",
  "than", "to", "toward", "towards", "unlike", "via", "with", "without",
]

private let helps: Set<String> = ["assist", "assists", "help", "helps", "join", "joins"]

private let leadingToVerbs: Set<String> = [
  "also", "always", "and", "be", "can", "could", "does", "gladly", "help", "helps", "just", "may", "might", "must",
  "now", "occasionally", "often", "only", "or", "personally", "regularly", "shall", "should", "sometimes", "still",
  "then", "to", "usually", "will", "would",
]

/// Words that deny what a sentence speaks of, or that only tell what somebody fears.
private let denials: Set<String> = [
  "avoid", "avoids", "believe", "believes", "cannot", "except", "excused", "exempt", "fear", "fears", "free", "if",
  "impression", "instead", "misunderstanding", "myth", "myths", "neither", "never", "no", "nobody", "none", "nor",
  "not", "nothing", "out", "protected", "rather", "refuses", "relieved", "rumor", "rumors", "think", "thinks",
  "unless", "whether", "without", "worries", "worry",
]
