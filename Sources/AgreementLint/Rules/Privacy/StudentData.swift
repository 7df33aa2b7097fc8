internal import Agreement
internal import Diagnostics
internal import SchoolEnglish

extension Rule {
  static let studentData = Rule(
    .studentData, .warning, .privacy, heuristic: true, source: .practice,
    summary: "something that may identify a student",
    rationale: """
      Names, numbers, birth dates and support plans of students are protected by law, and an agreement among adults never needs them. The finding does
      not repeat the text.
      """,
    failing: [
      Example(
        "format: 1\ntopics:\n  planning-data:\n    data-review: ↓We watch student Maya closely↑\n",
        "this text may identify a student",
        help: "write about the class or the group, without names, numbers or birth dates"),
      Example(

        "format: 1\ntopics:\n  planning-data:\n    data-gathering: ↓The password is the date of birth, 4/2/2016 for one↑\n",
        "this text may identify a student"),
      Example("format: 1\n↓# student id 448812 moves in May↑\n", "this text may identify a student"),
      Example(
        "format: 1\ntopics:\n  planning-data:\n    data-review: ↓Start with Theo in 4B, who has an IEP↑\n",
        "this text may identify a student"),
    ],
    passing: [
      Example("format: 1\ntopics:\n  planning-data:\n    data-review: Teams look at student Lexile levels\n"),
      Example(
        "format: 1\ntopics:\n  planning-data:\n    data-review: The Student Council and student Support Services are asked\n"
      ),
      Example(
        "format: 1\ntopics:\n  planning-data:\n    data-review: No student names, only student IDs that the district hides\n"
      ),
    ],
    check: .text([
      "+age ", "+dropped from", "+ell,", "+grade level", "+in 1", "+in 2", "+in 3", "+in 4", "+in 5", "+in 6", "+in 7",
      "+in 8", "+in dr", "+in mr", "+in ms", "+level ", "+melts", "+moved from", "+reading at", "+reads ", "+s class",
      "+s room", "+scored ", "+a d in", "+a d on", "+an f ", "+below ", "+bit ", "+bites", "+cannot ", "+can't ",
      "+dad of", "+failing", "+father of", "+hit ", "+kicked",
      "+lowest", "+missed ", "+mom of", "+mother of", "+parents of", "+percent", "+s absen", "+s attend", "+s behav",
      "+s diag", "+s grade", "+s homew", "+s mark", "+s score", "+speaks ", "+tier ", "+year-old", "+years old",
      "+throws", "+went from", "+who cannot", "504", "a sped", "adhd", "autis", "behavior plan",
      "birth", "blind", "born", "boy", "child ", "children ", "d.o.b", "date de nai", "deaf", "diabet", "divorc", "dob",
      "dyslex", "ell level", "epilep", "expelled", "fecha de nac", "foster", "geboren", "geburts", "girl", "grader",
      "homeless", "iep", "in jail", "learner ", "kid ", "kids ", "medicat", "nacid", "né le", "née ", "one of our",
      "one of the",
      "pupil", "ran away", "reading below", "retained", "s brother", "s dad", "s family", "s father", "s grandmother",
      "s guardian", "s mom", "s mother", "s parents", "s sister", "seizure", "ssid", "student", "suspended",
      "the only b",
      "the only c", "the only g", "the only k", "the only s", "truan", "twins", "wheelchair", "who bit", "who cried",
      "who failed", "who fails", "who hit", "who repeat",
    ]) { visit, context in
      let words = visit.wordsWithLabels
      let isBorn = BirthDate.isIn(words)
      let isNamed =
        !isBorn
        && (words.indices.contains { identifies(words, at: $0, in: visit.agreement) }
          || visit.sentences.contains { $0.tellsOfChild(in: visit.agreement) })
      // A birth date is the same in any language; the other words are English.
      guard isBorn || isNamed && context.isInEnglish else { return }
      context.report(
        at: visit.range, "this text may identify a student",
        help: "write about the class or the group, without names, numbers or birth dates")
    })
}

/// Whether a student's name or number follows the word at a place.
private func identifies(_ words: [Word], at index: Int, in agreement: Agreement) -> Bool {
  guard identified.contains(words[index]) else { return false }
  let after = words[(index + 1)...]
  switch words[index].base {
  case "student", "students", "pupil", "pupils":
    return isName(after, of: words[index]) || isApposition(words, at: index, in: agreement)
      || isSingle(words[index]) && isNumber(after.prefix(1), 5)
      || labels.contains(after.first?.base ?? "") && isNumber(after.dropFirst(), 4)
  case "learner": return isNumber(after.prefix(2), 5)
  case "ssid": return isNumber(after, 6)
  default: return false
  }
}

/// The words that a student's name or number may follow.
private let identified: WordSet = ["learner", "pupil", "pupils", "ssid", "student", "students"]

/// Whether words begin with a person's name, as opposed to a program, a product or a day.
private func isName(_ words: ArraySlice<Word>, of student: Word) -> Bool {
  guard let first = words.first, first.gap == .space, !student.isPossessive else { return false }
  var end = words.startIndex
  while end < words.endIndex, end == words.startIndex || words[end].gap == .space, end < words.startIndex + 4,
    words[end].isNameLike || words[end].isInitial
  {
    end += 1
  }
  let name = words[..<end]
  guard let last = name.last, last.isNameLike, !name.contains(where: \.isThingOfSchool)
  else { return false }
  // "Student Talk" begins a sentence or is a title; "student Maya" is neither.
  guard name.count > 1 || !student.isNameLike && !student.base.hasSuffix("s") else { return false }
  // A product is followed by a noun, as in "student Lexile levels", a person by a verb.
  guard end < words.endIndex, words[end].gap == .space, !last.isPossessive else { return true }
  let next = words[end]
  return next.traits.contains(.function) || next.base.hasSuffix("ly") || verbs.contains(next)
}

/// Whether a full name is next to the student: "the student, Maya Lopez, moves", "one student: Maya Lopez".
private func isApposition(_ words: [Word], at index: Int, in agreement: Agreement) -> Bool {
  guard isSingle(words[index]), !words[index].isNameLike, let first = words[(index + 1)...].first else { return false }
  let name = words[(index + 1)...].prefix(4).prefix { word in
    (word.isNameLike || word.isInitial) && (word.gap == .space || word.gap == first.gap)
  }
  // A declared person is not a student, and neither is anyone with a title.
  guard (2...3).contains(name.count), name.dropFirst().allSatisfy({ $0.gap == .space }),
    !name.contains(where: { $0.isThingOfSchool || !$0.traits.isDisjoint(with: notNames) || agreement.isName($0) })
  else { return false }
  let next = name.endIndex < words.endIndex ? words[name.endIndex] : nil
  switch first.gap {
  // A new clause may begin after this one: "for each student, Dana Lee decides".
  case .comma:
    return ["a", "one", "that", "the", "this"].contains(words[..<index].last?.base ?? "")
      && next.map { $0.gap == .comma && !$0.traits.contains(.article) } ?? true
  case .clause: return next.map { $0.gap > .space } ?? true
  case .hyphen, .space, .sentence: return false
  }
}

/// Whether one student is meant.
private func isSingle(_ word: Word) -> Bool { !word.base.hasSuffix("s") && !word.isPossessive }

private let notNames: Word.Traits = [.article, .function, .month, .somebody, .time, .title]

extension Word {
  /// Whether it is a word for a thing: a known word, or one with an ending that names hardly have, as in "Benchmark".
  fileprivate var isThingOfSchool: Bool {
    isCapital && (traits.contains(.school) || endings.contains(where: base.hasSuffix))
  }
}

/// Whether a number with that many digits comes next: "number 448812", "no. is 448812".
private func isNumber(_ words: ArraySlice<Word>, _ digits: Int) -> Bool {
  let words = words.prefix(3).drop { labels.contains($0) || $0.base == "is" }
  return words.first.map { $0.isNumber && $0.base.utf8.count >= digits } ?? false
}

private let endings = [
  "ance", "book", "books", "ics", "ing", "ings", "logy", "mark", "ment", "ments", "ness", "ship", "sion", "tion",
  "tions", "work", "works",
]

private let labels: WordSet = ["id", "no", "nr", "number"]

/// What is often said about a person right after the name.
private let verbs: WordSet = [
  "again", "attends", "came", "comes", "did", "does", "failed", "fails", "gets", "got", "has", "joined", "joins",
  "leaves", "left", "missed", "misses", "moved", "moves", "need", "needed", "needs", "never", "not", "passed",
  "qualifies", "reads", "received", "receives", "started", "starts", "struggles", "transferred", "transfers", "wants",
  "writes",
]
