internal import Agreement
internal import Diagnostics
internal import YAMLSyntax

extension RuleID {
  static let prescribesMethod = RuleID("prescribes-method")
}

extension Rule {
  static let prescribesMethod = Rule(
    .prescribesMethod, .info, .commitments, heuristic: true, source: .step(5),
    summary: "an expected result that dictates the technique",
    rationale: """
      Leaders name the result, and how to get there is worked out between coach and teachers. "Every teacher uses the workshop model" is a
      technique; "more students write for an audience" is a result.
      """,
    failing: [
      Example(
        """
        format: 1
        focus:
          expected-results:
            - ↓All teachers will use the workshop model every day↑
        """, "this result says how to teach, and not what should come of it",
        help: "write what students or teachers will be able to do; how to get there is up to coach and teachers")
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
        guard agreement.folded(text).words.sentences.contains(where: prescribes) else { continue }
        context.report(
          at: document.range(of: text.node), "this result says how to teach, and not what should come of it",
          help: "write what students or teachers will be able to do; how to get there is up to coach and teachers")
      }
    })
}

/// Whether a sentence says that teachers, classrooms or lessons must all use something, or names a technique for every lesson.
private func prescribes(_ sentence: ArraySlice<Word>) -> Bool {
  let words = sentence.map(\.lower)
  // Whom it is about stands at the beginning: "100% of ELA teachers", "All K-2 classrooms".
  guard let who = words.prefix(7).firstIndex(where: subjects.contains) else { return namesATechnique(words) }
  guard !words[..<who].contains(where: others.contains) else { return false }
  let isForAll =
    words[..<who].contains(where: quantifiers.contains) || subjectsOfAll.contains(words[who])
    || isEachTime(words)
  var verb = who + 1
  if words[who] == "lesson", verb < words.count, words[verb].hasPrefix("plan") { verb += 1 }
  var isDuty = false
  while verb < words.count, auxiliaries.contains(words[verb]) {
    isDuty = isDuty || ["must", "shall", "should"].contains(words[verb])
    verb += 1
  }
  // "Lessons taught with joy" says what they are like.
  if verb == who + 1, verb < words.count, words[verb] == "taught" { return false }
  guard verb < words.count, isForAll || isDuty || verbsOfTeaching.contains(words[verb]) else { return false }
  let object = words[(verb + 1)...].prefix(4).drop { ["a", "an", "its", "our", "the", "their"].contains($0) }.prefix(2)
  if verbsOfTeaching.contains(words[verb]) || ["planned", "written"].contains(words[verb]) {
    return object.first.map { ["from", "in", "through", "using", "with"].contains($0) } ?? false
  }
  if verbsOfBeginning.contains(words[verb]) { return object.first == "with" }
  return verbsOfUse.contains(words[verb]) && !object.isEmpty && !object.contains(where: noTechniques.contains)
}

/// Whether a technique is the first thing said, and is for every lesson: "Number talks at the start of every lesson".
private func namesATechnique(_ words: [String]) -> Bool {
  // Most sentences end here, before anything is joined or searched.
  guard words.prefix(6).contains("implementation") || isEachTime(words) else { return false }
  let start = words.prefix(6)
  guard
    let technique = start.indices.first(where: { place in
      techniques[start[place]]?.contains { start[(place + 1)...].starts(with: $0) } ?? false
    })
  else { return false }
  let before = start[..<technique]
  return (before.contains("implementation") || isEachTime(words))
    && before.allSatisfy {
      ["consistent", "daily", "faithful", "full", "implementation", "of", "the", "use"].contains($0)
    }
}

/// Whether a sentence says how often, as of something done in class.
private func isEachTime(_ words: [String]) -> Bool {
  words.contains("daily") || words.contains("fidelity")
    || words.indices.dropFirst().contains { index in
      ["every", "each", "a"].contains(words[index - 1])
        && words[index...].prefix(3).contains { ["class", "day", "lesson", "period", "unit", "week"].contains($0) }
        && (words[index - 1] != "a"
          || words[..<(index - 1)].suffix(1).contains { ["days", "minutes", "times"].contains($0) })
    }
}

private let wordsThatMayPrescribe: [StaticString] = ["class", "every", "implementation", "lesson", "staff", "teacher"]

private let subjects: Set<String> = [
  "classes", "classroom", "classrooms", "everybody", "everyone", "lesson", "lessons", "staff", "teacher", "teachers",
]

private let subjectsOfAll: Set<String> = ["everybody", "everyone"]

private let others: Set<String> = [
  "coach", "gap", "grader", "graders", "parents", "principal", "pupils", "student", "students",
]

private let quantifiers: Set<String> = ["100", "all", "each", "every"]

private let auxiliaries: Set<String> = [
  "also", "always", "are", "be", "consistently", "is", "must", "shall", "should", "to", "will",
]

private let verbsOfTeaching: Set<String> = ["taught", "teach", "teaches"]

private let verbsOfUse: Set<String> = [
  "adopt", "adopts", "applies", "apply", "display", "displays", "employ", "employs", "follow", "follows", "implement",
  "implements", "incorporate", "incorporates", "post", "posts", "run", "runs", "use", "uses",
]

private let verbsOfBeginning: Set<String> = ["begin", "begins", "start", "starts"]

/// What teachers may all use or follow without any technique in it.
private let noTechniques: Set<String> = [
  "agreement", "calendar", "coach", "coach's", "coaching", "common", "data", "day", "days", "doors", "drive", "each",
  "evidence", "feedback", "form", "goal", "goals", "gradebook", "grades", "law", "norms", "one", "planning", "policy",
  "portal", "results", "same", "schedule", "school", "shared", "template", "time", "what", "year",
]

/// Techniques that everybody in schools knows by name: the first word, and what follows it.
private let techniques: [String: [[String]]] = [
  "5e": [[]],
  "anchor": [["charts"]],
  "bell": [["ringers"]],
  "close": [["reading"]],
  "cold": [["calling"]],
  "cornell": [["notes"]],
  "do": [["nows"]],
  "exit": [["slips"], ["tickets"]],
  "gradual": [["release"]],
  "guided": [["reading"]],
  "kagan": [[]],
  "learning": [["stations"]],
  "number": [["talks"]],
  "reader": [["workshop"]],
  "readers": [["workshop"]],
  "reading": [["workshop"]],
  "sentence": [["stems"]],
  "think-pair-share": [[]],
  "turn-and-talk": [[]],
  "word": [["walls"]],
  "workshop": [["model"]],
  "writer": [["workshop"]],
  "writers": [["workshop"]],
  "writing": [["workshop"]],
]
