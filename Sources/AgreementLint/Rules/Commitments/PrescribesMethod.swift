internal import Agreement
internal import Diagnostics
internal import YAMLSyntax
internal import SchoolEnglish

extension Rule {
  static let prescribesMethod = Rule(
    .prescribesMethod, .info, .commitments, heuristic: true, needsEnglish: true, source: .step(5),
    summary: "an expected result that dictates the technique",
    rationale: """
      Leaders name the result; coach and teachers work out how to get there. "Every teacher uses the workshop model" is a technique; "more students
      write for an audience" is a result.
      """,
    failing: [
      Example(
        """
        format: 1
        focus:
          expected-results:
            - ↓All teachers will use the workshop model every day↑
        """, "this result says how to teach, not what should come of it",
        help:
          "write what students or teachers will be able to do, such as: more students explain how they got an answer")
    ],
    passing: [
      Example(
        """
        format: 1
        focus:
          expected-results:
            - More students use evidence when they write
            - Fewer ninth graders repeat Algebra 1
            - Teachers trust each other enough to open their doors
            - All teachers use the coach at least once
        """)
    ],
    check: .agreement { agreement, context in
      guard case .present(let results) = agreement.content.focus.value?.expectedResults else { return }
      let document = agreement.document
      for text in results.value
      where document.bytes(of: text.node).hasWord(beginningWith: wordsThatMayPrescribe) {
        guard Word.compounds(in: agreement.folded(text)).sentences.contains(where: { prescribes($0) || $0.isMethod })
        else {
          continue
        }
        context.report(
          at: document.range(of: text.node), "this result says how to teach, not what should come of it",
          help:
            "write what students or teachers will be able to do, such as: more students explain how they got an answer")
      }
    })
}

extension ArraySlice<Word> {
  /// Whether a phrase dictates a technique to teachers; what students do is a result.
  fileprivate var isMethod: Bool {
    Phrases.methods.isIn(self) { range in
      !self[..<range.upperBound].contains {
        others.contains($0) || $0.traits.contains(.denial) && $0.base != "no"
      }
        && !self[..<range.lowerBound].contains { results.contains($0) }
        // "Every class talks about what it learned."
        && !(self[range].last?.base == "talks"
          && self[range.upperBound...].prefix(1).contains { ["about", "to", "with"].contains($0.base) })
        && !self[range].dropFirst().contains { ["fewer", "less"].contains($0.base) }
    }
  }
}

/// Words for results of teaching.
private let results: WordSet = [
  "can", "children", "fewer", "grow", "growth", "kids", "know", "learners", "meet", "more", "pass", "percent",
  "readers", "score", "scores", "talk", "trust", "understand",
]

/// Whether a sentence says that all teachers, classrooms or lessons must use something, or names a technique for every
/// lesson.
private func prescribes(_ sentence: ArraySlice<Word>) -> Bool {
  let words = sentence.map(\.base)
  // "Implement AVID with fidelity" addresses whoever reads it.
  if let first = words.first, ["adopt", "implement", "use"].contains(first), words.count > 1 {
    return isForAllRooms(words) && !words[1...].prefix(3).contains(where: noTechniques.contains)
  }
  // The beginning says whom it is about: "100% of ELA teachers", "All K-2 classrooms".
  guard let who = words.prefix(7).firstIndex(where: subjects.contains) else { return namesATechnique(words) }
  if who > 1, namesATechnique(words) { return true }
  guard !words[..<who].contains(where: others.contains) else { return false }
  let isForAll =
    words[..<who].contains(where: quantifiers.contains) || subjectsOfAll.contains(words[who])
    || isForAllRooms(words)
  var verb = who + 1
  if words[who] == "lesson", verb < words.count, words[verb].hasPrefix("plan") { verb += 1 }
  var isDuty = false
  while verb < words.count, auxiliaries.contains(words[verb]) {
    isDuty = isDuty || ["must", "shall", "should"].contains(words[verb])
    verb += 1
  }
  // "Lessons taught with joy" describes lessons.
  if verb == who + 1, verb < words.count, words[verb] == "taught" { return false }
  guard verb < words.count else { return false }
  let rest = words[(verb + 1)...]
  let namesOne = rest.indices.prefix(6).contains { isTechnique(rest, at: $0) }
  if namesOne, verbsOfUse.contains(words[verb]) || verbsOfDoing.contains(words[verb]) { return true }
  guard isForAll || isDuty || verbsOfTeaching.contains(words[verb]) else { return false }
  let object = words[(verb + 1)...].prefix(4).drop { ["a", "an", "its", "our", "the", "their"].contains($0) }.prefix(2)
  if verbsOfTeaching.contains(words[verb]) || ["planned", "written"].contains(words[verb]) {
    return object.first.map { ["from", "in", "through", "using", "with"].contains($0) } ?? false
  }
  if verbsOfBeginning.contains(words[verb]) { return object.first == "with" }
  if words[verb] == "stay" {
    return rest.first == "on" && rest.contains { ["guide", "pace", "pacing", "script"].contains($0) }
  }
  return verbsOfUse.contains(words[verb]) && !object.isEmpty && !object.contains(where: noTechniques.contains)
}

/// Whether a technique comes first and is for every lesson or all rooms: "Number talks at the start of every lesson".
private func namesATechnique(_ words: [String]) -> Bool {
  // Most sentences end here, before any search.
  guard words.prefix(6).contains("implementation") || isForAllRooms(words) else { return false }
  // "30 minutes of phonics every day."
  if words.count > 3, words[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }), words[1] == "minutes", words[2] == "of"
  {
    return true
  }
  let start = words.prefix(6)
  guard let technique = start.indices.first(where: { isTechnique(start, at: $0) }) else { return false }
  return start[..<technique].allSatisfy(beforeTechnique.contains)
}

/// Whether a technique that schools know by name, or something like it, begins at a place: "close reading", "AVID
/// strategies".
private func isTechnique(_ words: ArraySlice<String>, at place: Int) -> Bool {
  let rest = words[(place + 1)...]
  if techniques[words[place]]?.contains(where: { rest.starts(with: $0) }) ?? false { return true }
  return rest.first.map(kindsOfTechnique.contains) ?? false && !notBeforeKinds.contains(words[place])
}

/// Whether a sentence says how often something happens in class, or in how many rooms.
private func isForAllRooms(_ words: [String]) -> Bool {
  words.contains(where: everywhere.contains)
    || words.indices.dropFirst().contains { index in
      ["all", "every", "each", "a"].contains(words[index - 1])
        && words[index...].prefix(3).contains(where: occasions.contains)
        && (words[index - 1] != "a"
          || words[..<(index - 1)].suffix(1).contains { ["days", "minutes", "times"].contains($0) })
    }
}

private let everywhere: WordSet = [
  "building-wide", "buildingwide", "campus-wide", "campuswide", "consistently", "daily", "district-wide",
  "districtwide", "faithfully", "fidelity", "school-wide", "schoolwide",
]

private let occasions: WordSet = [
  "block", "class", "classes", "classroom", "classrooms", "day", "grade", "lesson", "lessons", "period", "periods",
  "room", "rooms", "session", "subject", "subjects", "unit", "week",
]

/// Verbs that prescribe if a technique follows.
private let verbsOfDoing: WordSet = [
  "conduct", "conducts", "deliver", "delivers", "do", "does", "had", "has", "have", "hold", "keep", "maintain",
  "provide", "provides",
]

/// What may come before a technique that comes first.
private let beforeTechnique: WordSet = [
  "a", "an", "consistent", "daily", "effective", "faithful", "full", "implementation", "of", "our", "regular", "strong",
  "the", "use", "weekly",
]

/// Nouns that turn the name before them into a technique.
private let kindsOfTechnique: WordSet = [
  "frames", "framework", "model", "notebooks", "program", "protocol", "protocols", "routine", "routines", "stems",
  "strategies", "strategy", "structures", "workshop",
]

private let notBeforeKinds: WordSet = [
  "a", "any", "arts", "coaching", "mentor", "mentoring", "new", "of", "one", "our", "own", "same", "school", "some",
  "that", "their", "these", "this", "which", "your",
]

private let wordsThatMayPrescribe: [StaticString] = [
  "all ", "building", "campus-wide", "campuswide", "class", "consistently", "daily", "district-wide", "districtwide",
  "each", "every", "faithfully", "fidelity", "implement", "lesson", "minutes", "school-wide", "schoolwide", "staff",
  "teacher", "posted", "visible", "displayed", "consistent", "lecture", "same ", "pacing", "model", "script",
  "worksheet", "walls", "word ", "kagan", "minute", "notes", "rotations", "warm-up", "exit ", "direct ", "technique",
  "phonics", "number ", "talks", "anchor", "blocks",
]

private let subjects: WordSet = [
  "classes", "classroom", "classrooms", "everybody", "everyone", "lesson", "lessons", "staff", "teacher", "teachers",
]

private let subjectsOfAll: WordSet = ["everybody", "everyone"]

private let others: WordSet = [
  "coach", "gap", "grader", "graders", "parents", "principal", "pupils", "student", "students",
]

private let quantifiers: WordSet = ["100", "all", "each", "every"]

private let auxiliaries: WordSet = [
  "also", "always", "are", "be", "consistently", "is", "must", "shall", "should", "to", "will",
]

private let verbsOfTeaching: WordSet = ["taught", "teach", "teaches"]

private let verbsOfUse: WordSet = [
  "adhere", "adopt", "adopts", "applies", "apply", "display", "displays", "employ", "employs", "follow", "follows",
  "implement", "implemented", "implementing", "implements", "incorporate", "incorporates", "post", "posts", "practice",
  "practices", "run", "runs", "stay", "use", "used", "uses", "using",
]

private let verbsOfBeginning: WordSet = ["begin", "begins", "start", "starts"]

/// What all teachers may use or follow without any technique in it.
private let noTechniques: WordSet = [
  "agreement", "calendar", "coach", "coach's", "coaching", "common", "data", "day", "days", "doors", "drive", "each",
  "evidence", "feedback", "fewer", "form", "goal", "goals", "gradebook", "grades", "law", "less", "more", "norms",
  "one", "planning", "policy", "portal", "results", "same", "schedule", "school", "shared", "template", "time", "what",
  "year",
]

/// Techniques that schools know by name: the first word, and what follows it.
private let techniques: [String: [[String]]] = [
  "5e": [[]],
  "6-trait": [[]],
  "anchor": [["charts"]],
  "avid": [[]],
  "bell": [["ringers"], ["work"]],
  "blooms": [[]],
  "centers": [[]],
  "choice": [["boards"]],
  "choral": [["response"], ["reading"]],
  "close": [["reading"]],
  "cold": [["call"], ["calling"]],
  "cornell": [["notes"]],
  "daily": [["five"], ["5"]],
  "data": [["walls"]],
  "decodable": [["texts"], ["readers"]],
  "direct": [["instruction"]],
  "do": [["nows"], ["now"]],
  "essential": [["questions"]],
  "exit": [["slips"], ["tickets"], ["ticket"]],
  "explicit": [["instruction"]],
  "fundations": [[]],
  "gradual": [["release"]],
  "graphic": [["organizers"]],
  "guided": [["reading"], ["math"], ["notes"]],
  "high-yield": [[]],
  "interactive": [["notebooks"], ["read-alouds"]],
  "jigsaw": [[]],
  "kagan": [[]],
  "learning": [["stations"]],
  "literacy": [["centers"], ["stations"]],
  "math": [["centers"], ["talks"], ["workshop"]],
  "morning": [["meeting"], ["meetings"]],
  "number": [["talks"]],
  "objectives": [["posted"]],
  "phonics": [[]],
  "reader": [["workshop"]],
  "readers": [["workshop"]],
  "reading": [["workshop"], ["groups"]],
  "running": [["records"]],
  "sel": [["lessons"]],
  "sentence": [["stems"], ["frames"], ["starters"]],
  "siop": [[]],
  "small-group": [[]],
  "small": [["groups"], ["group"]],
  "socratic": [["seminars"], ["seminar"]],
  "stations": [[]],
  "success": [["criteria"]],
  "think-alouds": [[]],
  "think-pair-share": [[]],
  "thinking": [["maps"]],
  "three-part": [["lesson"], ["lessons"]],
  "turn-and-talk": [[]],
  "turn-and-talks": [[]],
  "udl": [[]],
  "warm-ups": [[]],
  "whiteboards": [[]],
  "word": [["walls"], ["wall"]],
  "workshop": [["model"]],
  "writer": [["workshop"]],
  "writers": [["workshop"]],
  "writing": [["workshop"]],
]
