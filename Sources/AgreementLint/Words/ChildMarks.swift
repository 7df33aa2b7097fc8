internal import Agreement
internal import SchoolEnglish

/// What is said about a child next to a name: a support plan, a level, a class, a family.
extension ArraySlice<Word> {
  /// Whether the words are about one child: "Theo in 4B, who has an IEP", "the girl in 3A".
  func tellsOfChild(in agreement: Agreement) -> Bool {
    let isTold = Phrases.children.isIn(self) { range in
      // "A child with diabetes" may be any child.
      let isAny =
        range.lowerBound > startIndex && ["a", "any", "each", "every"].contains(self[range.lowerBound - 1].base)
        && !self[range].contains { ["from", "in", "whose", "who", "called", "named"].contains($0.base) }
      return !isAny && !isDenied(upTo: range.upperBound)
    }
    if isTold { return true }
    return indices.contains { index in
      if childWords.contains(self[index]), isOneChild(at: index) { return true }
      guard self[index].isNameLike, let name = childName(at: index, in: agreement) else { return false }
      return hasMark(after: name) || name.isShort && isInClass(after: name.end) || hasPhrase(after: name, from: index)
        || isChild(name, from: index)
    }
  }

  private struct ChildName {
    let end: Int
    /// Whether it is a first name and a letter, the way teachers refer to children in notes.
    let isShort: Bool
  }

  /// A name that has no title and is neither a declared person's nor a thing: "Devon", "Emily W.", "Kim Tran".
  private func childName(at index: Int, in agreement: Agreement) -> ChildName? {
    let word = self[index]
    if index > startIndex {
      let before = self[index - 1]
      if before.traits.contains(.title) || titles.contains(before.base)
        || before.isNameLike && !before.traits.contains(.function) && before.gap < .sentence
          && self[index].gap == .space
      {
        return nil
      }
    }
    guard !isThing(word, in: agreement) else { return nil }
    let next = index + 1 < endIndex ? self[index + 1] : nil
    guard !word.isPossessive, let next, next.gap == .space else { return ChildName(end: index, isShort: false) }
    if next.isInitial { return ChildName(end: index + 1, isShort: true) }
    if next.isNameLike { return isThing(next, in: agreement) ? nil : ChildName(end: index + 1, isShort: false) }
    return ChildName(end: index, isShort: false)
  }

  private func isThing(_ word: Word, in agreement: Agreement) -> Bool {
    !word.traits.isDisjoint(with: traitsOfThings)
      || notChildren.contains(word) || word.hasDigit || agreement.isName(word) || agreement.isNameOfCampus(word)
      || word.base.hasSuffix("ing") || word.base.hasSuffix("tion")
  }

  /// Whether what follows a name is said only of children.
  private func hasMark(after name: ChildName) -> Bool {
    let start = name.end + 1
    guard start < endIndex else { return false }
    let after = self[start...].prefix(12)
    if self[name.end].isPossessive {
      // "Maya's IEP", "Leo's mother".
      return after.prefix(2).contains { plans.contains($0) || family.contains($0) }
    }
    return after.indices.contains { index in
      let word = self[index].base
      guard plans.contains(self[index]) || events.contains(self[index]) || otherMarks.contains(self[index]) else {
        return false
      }
      // What follows another name is about that other person.
      guard !self[start..<index].contains(where: { $0.isNameLike && $0.gap == .space && !$0.traits.contains(.school) })
      else {
        return false
      }
      if plans.contains(word) {
        return self[start..<index].contains {
          ["has", "have", "on", "with", "under", "needs", "gets"].contains($0.base)
        }
          && self[start..<index].allSatisfy { !["list", "files", "meetings"].contains($0.base) }
          && !self[(index + 1)...].prefix(1).contains { plansOfAdults.contains($0) && $0.gap == .space }
      }
      if word == "level" {
        return self[start..<index].contains { levels.contains($0) }
          && self[(index + 1)...].prefix(1).contains { $0.hasDigit || $0.isInitial }
          || self[start..<index].contains { ["reads", "reading"].contains($0.base) } && index > start
            && self[index - 1].base == "grade"
      }
      if word == "age" || word == "aged" { return self[(index + 1)...].prefix(1).contains { $0.hasDigit } }
      if word == "away" { return self[index - 1].base == "ran" }
      return events.contains(word)
        && (self[index].gap == .comma || index > start && self[index - 1].traits.contains(.leadingToVerb)
          || index > start && ["got", "was", "were", "who"].contains(self[index - 1].base))
    }
  }

  /// "Noah Kim scored 412", "Emma T., ELL level 2", "Caleb in Ms. Ott's class", "Marcus in 5A throws chairs".
  private func hasPhrase(after name: ChildName, from start: Int) -> Bool {
    let next = name.end + 1
    guard next + 1 < endIndex, !self[name.end].isPossessive else { return false }
    if name.end > start {
      return Phrases.marksOfChildren.isIn(self[next...].prefix(16)) { $0.lowerBound - next <= 2 }
    }
    guard ["from", "in"].contains(self[next].base) else { return false }
    if self[next + 1].traits.contains(.title) {
      return self[(next + 2)...].prefix(3).contains { ["class", "homeroom", "room"].contains($0.base) }
    }
    return self[next + 1].isClassLabel
      && self[(next + 2)...].prefix(1).contains {
        $0.gap == .space && ($0.base.hasSuffix("s") && !$0.traits.contains(.function) || pastDeeds.contains($0))
      }
  }

  /// "Tyler B. with 38 percent", "Sofia cannot read yet": a first name, alone or with a letter, and something people
  /// say only of children.
  private func isChild(_ name: ChildName, from start: Int) -> Bool {
    guard name.isShort || WordSet.firstNames.contains(self[start]) else { return false }
    let next = name.end + 1
    if self[name.end].isPossessive { return self[next...].prefix(2).contains { belongings.contains($0) } }
    if start >= startIndex + 2, self[start - 1].base == "of", family.contains(self[start - 2]) { return true }
    let after = self[next...].prefix(14)
    if after.prefix(4).contains(where: { $0.base.hasSuffix("-year-old") }) { return true }
    return Phrases.marksOfFirstNames.isIn(after) { range in
      range.lowerBound - next <= 6 && !self[next..<range.lowerBound].contains { deedsOfAdults.contains($0) }
        && !(range.upperBound < endIndex && self[range.upperBound].gap == .space
          && self[range.upperBound].traits.contains(.article))
    }
  }

  /// "In 3B", "in room 12", "in Ms. Fry's class".
  private func isInClass(after end: Int) -> Bool {
    guard end + 2 < endIndex, ["from", "in"].contains(self[end + 1].base) else { return false }
    return self[end + 2].isClassLabel || ["grade", "homeroom", "period", "room"].contains(self[end + 2].base)
  }

  /// "The girl in 3A", "a boy called Theo", "one student with an IEP in 4B".
  private func isOneChild(at index: Int) -> Bool {
    let after = self[(index + 1)...].prefix(7)
    if let next = after.first, ["called", "named"].contains(next.base) {
      return after.dropFirst().first?.isNameLike ?? false
    }
    // "The only student with autism in room 12" is somebody everybody knows.
    if after.contains(where: { plans.contains($0) }), index > startIndex, self[index - 1].base == "only" {
      return true
    }
    return after.indices.contains { place in
      self[place].isClassLabel && ["from", "in"].contains(self[place - 1].base)
    }
  }
}

/// Words that may be said of a child, besides plans and events.
private let otherMarks: WordSet = ["age", "aged", "away", "level"]

/// Meanings of a word that rule out a child's name.
private let traitsOfThings: Word.Traits = [
  .school, .function, .article, .month, .somebody, .time, .title, .denial, .preposition,
]

extension Word {
  /// A class as schools call it: "3B", "4-A", "10C".
  fileprivate var isClassLabel: Bool {
    let bytes = Array(base.utf8).filter { $0 != 0x2D }
    guard (2...3).contains(bytes.count), let last = bytes.last, (0x61...0x66).contains(last) else { return false }
    return bytes.dropLast().allSatisfy { (0x30...0x39).contains($0) }
  }
}

/// What people say about a child in a class, after the name.
private let pastDeeds: WordSet = [
  "bit", "cried", "earned", "failed", "got", "hit", "lost", "missed", "repeated", "scored",
]

/// What belongs to a child when it follows the child's name.
private let belongings: WordSet = [
  "absences", "attendance", "behavior", "diagnosis", "grades", "homework", "percentile",
  "score", "scores", "suspension", "tantrums", "tier",
]

/// Words after a first name that show somebody who teaches, so what follows is about others.
private let deedsOfAdults: WordSet = [
  "asks", "class", "classes", "coaches", "group", "groups", "has", "helps", "hosts", "keeps", "kids", "leads", "meets",
  "mentors", "plans", "readers", "runs", "shares", "students", "teaches", "team", "teams", "tutors", "uses", "wants",
  "whose", "works",
]

private let childWords: WordSet = ["boy", "child", "girl", "kid", "pupil", "student"]

private let titles: WordSet = ["coach", "coaches", "counselor", "nurse", "principal", "teacher", "teachers"]

/// Capitalized words at the start of a sentence that are not names.
private let notChildren: WordSet = [
  "accommodations", "all", "art", "bilingual", "boys", "child", "children", "ela", "ell", "english", "few", "fewer",
  "girls", "graders", "half", "he", "iep", "ieps", "it", "kids", "many", "math", "more", "most", "music", "nearly",
  "newcomers", "one", "only", "parent", "readers", "rti", "science", "section", "seniors", "several", "she", "someone",
  "special", "students", "talk", "teachers", "those", "two", "under", "yes",
]

private let plans: WordSet = ["504", "accommodations", "adhd", "autism", "bip", "dyslexia", "iep"]

/// "IEP meetings", "the 504 list": adults' work.
private let plansOfAdults: WordSet = [
  "binder", "case", "caseload", "caseloads", "coordinator", "file", "files", "list", "meeting", "meetings", "office",
  "paperwork", "team", "teams", "training",
]

private let family: WordSet = [
  "brother", "dad", "family", "father", "foster", "grandmother", "guardian", "mom", "mother", "parents", "sister",
  "twin",
]

private let levels: WordSet = ["at", "is", "on", "reading", "reads", "scored", "scores", "tests"]

private let events: WordSet = [
  "adopted", "bit", "bites", "bullied", "cried", "cries", "expelled", "failed", "fails", "hit", "hits", "homeless",
  "repeated", "repeats", "retained", "suspended", "truant",
]
