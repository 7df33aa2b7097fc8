internal import Agreement
internal import Diagnostics
internal import YAMLSyntax
internal import SchoolEnglish

extension Rule {
  static let namesNoSafeguard = Rule(
    .namesNoSafeguard, .warning, .commitments, heuristic: true, needsEnglish: true, source: .step(6),
    summary: "teachers are named in talks about progress, and nothing protects them",
    rationale: """
      If coach and principal use teachers' names, the teachers will know within a week. That can be fine when they know what is said, when and to whom.
      So an answer that allows names should say what protects the person.
      """,
    failing: [
      Example(
        "format: 1\ntopics:\n  feedback-review:\n    teacher-naming: ↓Yes, we use names when we talk about progress↑\n",
        "names are used, and nothing says what protects the teacher",
        help:
          "say what protects the teacher, such as: never how a lesson went; only if the teacher agrees; the teacher is told first"
      )
    ],
    passing: [
      Example(
        "format: 1\ntopics:\n  feedback-review:\n    teacher-naming: Names are used; the teacher is told beforehand\n"),
      Example("format: 1\ntopics:\n  feedback-review:\n    teacher-naming: Teams only, no names\n"),
      Example("format: 1\ntopics:\n  feedback-review:\n    teacher-naming: Names of grade levels\n"),
      Example(
        "format: 1\ntopics:\n  feedback-review:\n    teacher-naming: Names only with the permission of the teacher\n"),
    ],
    check: .topic { visit, context in
      guard ["teacher-naming", "work-records", "work-visibility"].contains(visit.topic.id),
        case .agreed(let texts) = visit.answer.state, let first = texts.first
      else { return }
      let document = visit.agreement.document
      // If no word is about people, there is nothing to look for.
      guard texts.contains(where: { document.bytes(of: $0.node).hasWord(beginningWith: beginnings) }) else { return }
      let answers = texts.map { Word.compounds(in: visit.agreement.folded($0)) }
      let isBare =
        answers.count == 1
        && (isYesFirst(answers[0]) || isYesForAll(answers[0]) || bareAnswers.contains(answers[0].map(\.base))
          || Vagueness.isBareYes(answers[0]))
      let isFound =
        visit.topic.id == "teacher-naming"
        ? isBare || answers.contains { usesNames($0) || $0.tellOfEach } : answers.contains { $0.tellOfEach }
      guard isFound else { return }
      let notes = (visit.answer.notes.value ?? []).map { Word.compounds(in: visit.agreement.folded($0)) }
      guard !(answers + notes).contains(where: protects) else { return }
      context.report(
        at: document.range(of: first.node), "names are used, and nothing says what protects the teacher",
        help:
          "say what protects the teacher, such as: never how a lesson went; only if the teacher agrees; the teacher is told first"
      )
    })
}

extension [Word] {
  /// Whether something is kept or reported about each teacher: "a list with a note on each teacher", "teacher, date,
  /// next steps".
  fileprivate var tellOfEach: Bool { sentences.contains { Phrases.recordsOfEach.isIn($0) } }
}

extension Phrases {
  fileprivate static let recordsOfEach = Phrases(
    [
      "@list ** @teacher ** @about",
      "@about * on|about|for|of * each|every|individual|which|all teacher|teachers|person",
      "teacher|teachers date|focus|goal|goals|topic", "each|every teacher's * @about",
      "@list ** each|every|which teacher|teachers",
      "who|which * is|are * making|improving|struggling|progressing|growing|behind|working|participating",
      "@list ** names|name of * teachers|teacher|staff",
      "@list ** who|whom ** @about", "@list * who|whom * coached|visited|observed|seen|met|cycle|cycles",
      "individual teachers with|and|by", "teachers|teacher * and * how",
      "first|last|full and * last|first names",
    ],
    classes: [
      "list": [
        "list", "lists", "log", "logs", "spreadsheet", "sheet", "report", "reports", "doc", "document", "table",
        "chart",
        "record", "records", "notes", "note", "journal", "file", "email", "memo", "summary", "tracker", "form",
        "notebook", "entries", "calendar", "binder", "dashboard",
      ],
      "teacher": ["teacher", "teachers", "teacher's", "person", "names", "name", "whom", "staff"],
      "about": [
        "note", "notes", "how", "progress", "going", "doing", "coming", "comments", "steps", "strengths", "needs",
        "weaknesses",
        "rating", "growth", "struggling", "improving", "skills", "goals", "focus", "worked", "went",
      ],
    ])
}

/// Whether people are named, and not a team or a topic.
private func usesNames(_ words: [Word]) -> Bool {
  words.indices.contains { index in
    let before = words[..<index].suffix(2).map(\.base)
    let after = words[(index + 1)...].prefix(4).map(\.base)
    switch words[index].base {
    case "names":
      // "Names and grades", both of them.
      if let next = after.first, words[index + 1].gap == .comma || ["and", "plus", "with"].contains(next),
        !before.contains(where: groups.contains)
      {
        return true
      }
      // As a verb it is followed by people: "the coach names the teachers".
      if let last = before.last, ["coach", "principal", "she", "he"].contains(last) {
        return after.contains(where: people.contains)
      }
      // "Names of the schools", "team names".
      return !before.contains(where: groups.contains) && !after.contains(where: groups.contains)
        || (before + after).contains(where: people.contains)
    case "name":
      if before.last == "by" {
        return !after.contains(where: groups.contains) && !before.contains(where: groups.contains)
      }
      return after.contains(where: people.contains) || after.first == "names"
    case "named", "naming", "identified", "identifies", "identify":
      return (before + after).contains(where: people.contains)
    case "initials": return true
    case "which", "what": return after.first.map { ["teacher", "teachers"].contains($0) } ?? false
    case "who":
      // "Who is in a cycle and how far they are" is about people from the first word on.
      if index == words.startIndex, let next = after.first, afterWho.contains(next) {
        return after.dropFirst().contains { states.contains($0) }
      }
      // "Who is behind" and "who it is", and not "the teacher who asked".
      if let next = after.first, ["it", "they"].contains(next) {
        // "We tell the principal who they are."
        return words[..<index].suffix(3).contains { verbsOfTelling.contains($0) }
      }
      guard let last = before.last, verbsOfTelling.contains(last) else { return false }
      return after.isEmpty || words[index + 1].gap > .space || afterWho.contains(after[0])
    case "individual", "individually", "specific", "single":
      return after.prefix(2).contains { ["teacher", "teachers", "people", "staff"].contains($0) }
        || words[index].base == "individually"
    case "by":
      return after.first == "teacher" && before.last.map { ["teacher", "progress", "results"].contains($0) } ?? false
    case "each", "every":
      return after.first == "teacher"
        && (words[..<index].suffix(4).contains { talks.contains($0) }
          || words[(index + 1)...].prefix(8).contains { mentions.contains($0) })
    case "one":
      // "Down the staff list, one by one."
      return after.starts(with: ["by", "one"])
        && words[..<index].contains { people.contains($0) || ["list", "roster"].contains($0.base) }
    default: return false
    }
  }
}

private let verbsOfTelling: WordSet = [
  "discuss", "discusses", "hear", "hears", "know", "knows", "learns", "lists", "on", "report", "reports", "say", "says",
  "see", "sees", "share", "shares", "tell", "tells", "told",
]

private let afterWho: WordSet = [
  "did", "finished", "gets", "got", "grew", "had", "has", "improved", "improves", "is", "isn't", "made", "makes",
  "meets", "met", "needs", "signed", "struggled", "struggles", "uses", "was", "works",
]

/// What is said about one person at a time.
private let states: WordSet = [
  "behind", "coached", "coaching", "cycle", "cycles", "done", "far", "finished", "growth", "help", "in", "progress",
  "struggling", "support", "up", "working",
]

private let mentions: WordSet = ["discussed", "listed", "mentioned", "named", "reviewed"]

/// Words for a talk about somebody.
private let talks: WordSet = [
  "about", "discuss", "discusses", "of", "on", "over", "report", "reports", "review", "reviews", "through",
]

/// One-word or two-word answers to "teachers or only teams?".
private let bareAnswers: Set<[String]> = [
  ["both"], ["either"], ["first", "names"], ["first", "names", "only"], ["full", "names"], ["individual", "teachers"],
  ["name", "them"], ["name", "names"], ["names"], ["openly"],
  ["teachers"], ["teachers", "and", "teams"], ["teams", "and", "teachers"], ["we", "name", "teachers"],
  ["we", "name", "them"], ["we", "use", "names"],
]

private let beginnings: [StaticString] = [
  "both", "either", "every", "each", "identif", "individual", "initials", "name", "naming", "of course", "one by one",
  "openly",
  "specific", "sure", "teacher", "which", "who", "yes",
]

/// Whether a text says yes and goes on without mentioning teams: "Yes, as needed by the principal", "Yes, so that she
/// can help".
private func isYesForAll(_ words: [Word]) -> Bool {
  guard let first = words.first, ["absolutely", "certainly", "sure", "yeah", "yep", "yes"].contains(first.base),
    words.count > 1, words[1].gap >= .comma
  else { return false }
  return !words.contains { groups.contains($0) || careful.contains($0) }
}

/// Signs that a yes has limits, or is about something other than people.
private let careful: WordSet = [
  "aware", "but", "cc", "except", "heads-up", "kudos", "limited", "nameless", "numbers", "present", "strength",
  "success", "successes", "thank", "thanks", "though", "totals", "whole", "wins",
]

/// Whether the first sentence only says yes, and the others mention no team: "Sure. We are all adults."
private func isYesFirst(_ words: [Word]) -> Bool {
  guard let first = words.sentences.first else { return false }
  return Vagueness.isBareYes(Array(first))
    && !words.contains { ["grade", "grades", "team", "teams"].contains($0.base) }
}

/// Whether some words say what is kept from whom, or who agrees.
private func protects(_ words: [Word]) -> Bool {
  words.indices.contains { index in
    let word = words[index].base
    let after = words[(index + 1)...].prefix(3).map(\.base)
    switch word {
    // "So there is no confusion" keeps nothing from anybody.
    case "no": return !after.prefix(1).contains(where: troubles.contains)
    // "Who is improving and who is not" keeps nothing back either.
    case "not": return !words[..<index].suffix(3).contains { $0.base == "who" }
    // A request by the principal is not permission from the teacher.
    case "ask", "asked", "asks":
      return !words[..<index].suffix(3).contains {
        [
          "administration", "administrator", "administrators", "ap", "coordinator", "district", "principal",
          "principals",
        ]
        .contains($0.base)
      }
    case "first":
      return !(after.prefix(1) + after.dropFirst().prefix(1)).contains { $0 == "last" || $0.hasPrefix("name") }
    // "First names only" withholds only last names.
    case "only":
      return !(after.isEmpty && words[..<index].last.map { ["initials", "name", "names"].contains($0.base) } ?? false)
    case "between": return after.contains { ["coach", "ourselves", "us"].contains($0) }
    case "told", "informed", "notified":
      return words[..<index].suffix(3).contains { ["teacher", "teachers", "they", "person"].contains($0.base) }
    // "The teacher has seen the note before."
    case "hears", "reads", "seen", "sees":
      return words[..<index].suffix(3).contains { ["teacher", "teachers", "they", "person"].contains($0.base) }
        && words[(index + 1)...].prefix(5).contains { $0.base == "before" }
    default:
      return protections.contains(word)
        || word.hasSuffix("n't") && !words[..<index].suffix(2).contains { $0.base == "who" }
    }
  }
}

private let people: WordSet = [
  "colleagues", "everybody", "everyone", "individual", "individuals", "people", "staff", "teacher", "teachers",
  "them",
]

/// What may be named instead of people.
private let groups: WordSet = [
  "campus", "campuses", "course", "courses", "department", "departments", "file", "grade", "grades", "group",
  "building", "buildings", "district", "districts", "groups", "level", "levels", "plc", "plcs", "program", "programs",
  "room", "rooms", "school", "schools", "strand", "strands", "subject", "subjects", "team", "teams", "topic", "topics",
]

private let troubles: WordSet = [
  "confusion", "doubt", "harm", "issue", "matter", "mistake", "mistakes", "misunderstanding", "misunderstandings",
  "mix-up", "mix-ups", "problem", "problems", "question", "secret", "secrets",
]

private let protections: WordSet = [
  "advance", "agree", "agreed", "agrees", "ahead", "anonymous", "anonymously", "approval", "approve", "approves",
  "ask", "asked", "asks", "avoid", "avoids", "beforehand", "celebrate", "celebrating", "closed", "confidence",
  "confidential", "confidentiality", "confidentially", "consent", "consents", "good", "invitation", "neither", "never",
  "nobody", "none", "not", "nothing", "only", "permission", "permits", "positive", "praise", "writing", "written",
  "private", "privately",
  "sign-off", "stay", "stays", "strengths", "unless", "voluntarily", "volunteer", "volunteers", "without",
]
