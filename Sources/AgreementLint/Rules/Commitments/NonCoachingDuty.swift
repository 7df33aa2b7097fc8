internal import Agreement
internal import Diagnostics
internal import YAMLSyntax
internal import SchoolEnglish

extension Rule {
  static let nonCoachingDuty = Rule(
    .nonCoachingDuty, .info, .commitments, heuristic: true, needsEnglish: true, source: .practice,
    summary: "the coach is given a duty that isn't coaching",
    rationale: """
      Substitute teaching, lunch duty, test administration, discipline, data entry and small groups of students are how a coaching position disappears,
      an hour at a time. If one of them cannot be avoided, cap its hours; then the rule is satisfied.
      """,
    failing: [
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        topics:
          access:
            planning-days:
              agreed: Two days
              commitments:
                - owner: novak
                  does: ↓Cover lunch duty on Fridays↑
                  every: week
        """, "this gives the coach a duty that isn't coaching",
        help: help),
      Example(
        "format: 1\ntopics:\n  roles-focus:\n    role-priorities: ↓The coach proctors the state tests in April↑\n",
        "this gives the coach a duty that isn't coaching"),
    ],
    passing: [
      Example(
        "format: 1\ntopics:\n  roles-focus:\n    role-priorities: The coach proctors the state tests in April, at most 6 hours\n"
      ),
      Example(
        "format: 1\ntopics:\n  access:\n    weekly-planning: The assistant principal takes lunch duty so that the coach can join\n"
      ),
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
          tran: {name: Linh Tran, role: principal}
        topics:
          access:
            planning-days:
              agreed: Two days, and no lunch duty for the coach
              commitments:
                - {owner: tran, does: Find substitute teachers for the planning days, due: 2026-09-18}
                - {owner: novak, does: Plan with the grade 4 team, every: week}
        """),
    ],
    check: .text([
      "absen", "acting ", "acts as", "administer", "answers ", "arrival", "assembl", "attendance", "backup sub", "bee ",
      "bell s",
      "benchmark", "book fair", "booklet", "building l", "bulletin b", "bus ", "cafeteria", "car line", "carline",
      "carpool", "carts", "case manage", "chair", "chromebook", "clerical", "clubs", "coordinat", "copier", "copies",
      "cover", "crossing g", "crosswalk", "data entry", "designee", "detention", "disciplin", "dismissal", "dyslexia",
      "duties",
      "duty", "emergency", "enter ", "enters ", "escort", "exams", "field trip", "fill in", "fills in", "front desk",
      "front office",
      "fundrais", "gate", "gives the", "give the", "grade e", "grade p", "grade s", "grade t", "grades t", "grading",
      "greet", "guest t", "hall ", "hallway", "in charge", "in-charge", "inputs ",
      "interim", "interpret", "intervention", "inventor", "laminat", "laptops", "last-minute", "liaison", "jumps in",
      "key ", "keys ", "library", "lockers", "permission s",
      "lunch", "mailbox", "main office", "master s", "make-up", "makeup", "minutes", "paperwork", "parking l", "patrol",
      "phones",
      "picture day", "playground", "printer", "proctor", "pull ", "pull-out", "pulls ", "reading group", "recess",
      "referral", "relief s", "remedia", "scan", "grade h", "grade q", "score e", "score p", "score q", "score t",
      "screen", "sells ", "sell ", "scoring", "stand a", "stands a", "state test", "step in", "steps in", "tardy",
      "testing", "section of", "sections", "serves as", "small group",
      "study hall", "sub ", "subbing", "subs ", "substitut", "supervis", "supplies", "supply", "suspension",
      "take class",
      "take the", "takes class", "takes the", "teach ", "teaches ", "test admin", "test coord", "testing admin",
      "testing coord", "textbook", "tier ", "translat", "tutor", "type ", "types ", "uniforms", "upload", "used as",
      "vacan", "van ", "watch", "website",
      "yearbook",
    ]) { visit, context in
      guard visit.isAnAssignment else { return }
      let isAboutWork = visit.isAboutWork
      let isFound =
        visit.actorsOfCoach(isAboutWork: isAboutWork).contains { sentence in
          sentence.words.indices.contains { sentence.isDuty(at: $0) && !sentence.isGivenAway(at: $0) }
            || isAboutWork && sentence.beginsWithDuty
              && !sentence.words.indices.prefix(4).contains { sentence.isGivenAway(at: $0) }
        }
        || visit.isGivenDuty
      // The help asks for a limit such as "20 minutes at most".
      guard isFound, !visit.words.sayHowMuchTime else { return }
      context.report(at: visit.range, "this gives the coach a duty that isn't coaching", help: help)
    })

  private static let help = "give it to somebody else, or cap the hours: at most 2 hours a month"
}

extension TextVisit {
  /// Whether a phrase names a duty of the coach, who need not be named if the text is about the coach's days.
  fileprivate var isGivenDuty: Bool {
    let topic = agreement.topic(at: range) ?? ""
    let isAboutWork = isAboutWork || ["campus-flexibility", "campus-schedule", "initial-caseload"].contains(topic)
    return actorsOfCoach(isAboutWork: isAboutWork).contains { sentence in
      sentence.stepsInForSubs
        || Phrases.duties.isIn(sentence.words) {
          sentence.isGiven($0, isAboutDays: topic == "initial-caseload" || topic == "campus-schedule")
            && !sentence.isGivenAway(at: $0.upperBound - 1)
        }
    }
  }

  /// Whether a text says what will be done: a comment does not, and this year's challenges and strengths are only
  /// described.
  fileprivate var isAnAssignment: Bool {
    guard agreement.document.scalar(at: Int(range.start)) != nil else { return false }
    guard let focus = agreement.content.focus.value else { return true }
    return [focus.challenges.range, focus.strengths.range].allSatisfy { $0.end <= range.start || $0.start >= range.end }
  }
}

extension SentenceActors {
  /// Whether a phrase that names a duty gives it to the coach, not to somebody the coach works with.
  fileprivate func isGiven(_ range: Range<Int>, isAboutDays: Bool) -> Bool {
    // If the text is about the coach's days or teachers, the people named are those the coach goes to.
    let isOthers = words[..<range.lowerBound].contains {
      $0.traits.contains(.somebody) && !["office", "school", "teacher", "teachers", "team", "teams"].contains($0.base)
    }
    guard isCoach(at: range.lowerBound) || isAboutDays && !isOthers, !isDenied(before: range.lowerBound) else {
      return false
    }
    // "Score the essays with the teacher."
    let next = words[range.upperBound...].prefix(4).map(\.base)
    if next.first == "with", next.contains(where: { ["teacher", "teachers"].contains($0) }) { return false }
    // "For the team" does not mean with it.
    let isForTeam = words[range.lowerBound...].indices.contains { index in
      let next = words[index...].prefix(4).map(\.base)
      return next.starts(with: ["for", "the", "team"]) && next.last != "to"
    }
    let around = words[range].dropFirst() + words[range.upperBound...].prefix(5)
    return !(words[range].dropFirst() + words[range.upperBound...].prefix(2)).contains {
      ["never", "none", "not"].contains($0.base)
    }
      && !around.contains {
        ["demo", "demonstration", "meetings", "model", "teams", "together"].contains($0.base)
          || $0.base == "team" && !isForTeam || $0.isNegated
      }
      && !words[..<range.lowerBound].suffix(4).contains { announcing.contains($0) }
  }

  /// "When we are short of subs, the coach steps in."
  fileprivate var stepsInForSubs: Bool {
    words.indices.contains { index in
      ["fill", "fills", "jump", "jumps", "step", "steps"].contains(words[index].base)
        && index + 1 < words.endIndex && words[index + 1].base == "in" && isVerbOfCoach(index)
        && !isDenied(before: index)
    } && words.contains { subs.contains($0) || ["subs", "substitutes"].contains($0.base) }
  }

  /// Whether the word at a place gives the coach something to do that isn't coaching.
  fileprivate func isDuty(at index: Int) -> Bool {
    guard wordsOfDuties.contains(words[index]), !isDenied(before: index) else { return false }
    let word = words[index].base
    switch word {
    case "proctor", "proctors", "proctoring": return isVerbOfCoach(index) && !isNounOfPapers(index)
    case "sub", "subs", "subbing", "substitute", "substitutes":
      return isVerbOfCoach(index) && isEndOfNoun(after: index) && !isReplacing(index) && !isPassive(index)
        || isSubstitute(index)
    case "cover", "covers", "covering":
      return isVerbOfCoach(index) && (isClass(after: index) || isPost(after: index))
    case "administer", "administers", "administering":
      return isVerbOfCoach(index) && words[(index + 1)...].prefix(6).contains { tests.contains($0) }
    case "charge": return isCoach(at: index) && Chores.isChore(words, verb: index)
    default:
      return watching.contains(word) && isVerbOfCoach(index) && isPost(after: index) || isDutyByName(index)
        || isVerbOfCoach(index) && Chores.isChore(words, verb: index)
    }
  }

  /// "Substitutes are briefed" says who they are, not what the coach does.
  private func isPassive(_ index: Int) -> Bool {
    index + 1 < words.endIndex && ["are", "is", "get", "were", "will"].contains(words[index + 1].base)
  }

  /// "Reading groups every morning", "Lunch duty": a coach's work that begins with what isn't coaching.
  fileprivate var beginsWithDuty: Bool {
    guard let first = words.first, !isDenied(before: words.endIndex) else { return false }
    if Chores.isGroup(words, at: words.startIndex) { return true }
    let start = words.firstIndex { !isDescribing($0) && $0.base != "morning" && $0.base != "afternoon" }
    return words.indices.prefix(4).contains { index in
      guard isEndOfNoun(after: index), let duty = startOfDuty(endingAt: index) else { return false }
      return duty == words.startIndex || duty == start
    } || ["tutoring", "subbing"].contains(first.base) && isEndOfNoun(after: words.startIndex)
      || ["sub", "substitute"].contains(first.base) && words.dropFirst().first?.base == "teaching"
  }

  /// "Proctor training slides", which somebody only writes.
  private func isNounOfPapers(_ index: Int) -> Bool {
    index + 1 < words.endIndex && papers.contains(words[index + 1])
  }

  /// "Substitute the October date" for another, as opposed to "substitute a day a week".
  private func isReplacing(_ index: Int) -> Bool {
    guard words[index].base.hasPrefix("substitute"), index + 2 < words.endIndex,
      ["a", "an", "her", "his", "its", "our", "the", "their"].contains(words[index + 1].base)
    else { return false }
    return !words[(index + 2)...].prefix(3).contains {
      $0.traits.contains(.time) || ["class", "classes", "day", "days", "hour", "period", "week"].contains($0.base)
    }
  }

  /// "Covers a class", "covers for absent teachers", and not "covers classroom management".
  private func isClass(after verb: Int) -> Bool {
    guard let place = words[(verb + 1)...].prefix(5).firstIndex(where: { !isDescribing($0) }) else { return false }
    switch words[place].base {
    case "class", "classes": return isEndOfNoun(after: place)
    case "for":
      return words[(place + 1)...].prefix(4).contains { ["colleagues", "teacher", "teachers"].contains($0.base) }
    default: return false
    }
  }

  /// "Supervise the cafeteria", "monitor in-school suspension".
  private func isPost(after verb: Int) -> Bool {
    guard let place = words[(verb + 1)...].prefix(5).firstIndex(where: { !isDescribing($0) }) else { return false }
    if place + 1 < words.endIndex, longPosts[words[place].base] == words[place + 1].base { return true }
    return posts.contains(words[place]) && isEndOfNoun(after: place)
  }

  /// "Lunch duty", "car line", "test administration", where the coach has it, takes it or is there.
  private func isDutyByName(_ index: Int) -> Bool {
    guard isEndOfNoun(after: index), let start = startOfDuty(endingAt: index) else { return false }
    // First in a promise or right after the coach: "Instructional coach: hall duty".
    if isVerbOfCoach(start), words[start].gap > .space || start == words.startIndex { return true }
    // "The principal may assign the coach lunch duty", "puts the coach on the sub list".
    if let coach = words[..<start].suffix(4).lastIndex(where: { isCoach($0) && !$0.isPossessive }),
      words[(coach + 1)..<start].allSatisfy({ isDescribing($0) || links.contains($0) }),
      words[..<coach].suffix(3).contains(where: { givings.contains($0) })
    {
      return true
    }
    var place = start - 1
    while place > words.startIndex, start - place < 6, isDescribing(words[place]) || links.contains(words[place]) {
      place -= 1
    }
    guard place >= words.startIndex, carrying.contains(words[place]) else { return false }
    guard isVerbOfCoach(place) else { return false }
    let between = words[(place + 1)..<start]
    if words[index].base == "coordinator" {
      // Meeting a testing coordinator is not the same as being one.
      return ["act", "acts", "be", "is", "serve", "serves"].contains(words[place].base)
        && between.allSatisfy { !links.contains($0) || $0.base == "as" }
    }
    return words[place].base.hasPrefix("help") || !between.contains { $0.base == "with" }
  }

  /// The first word of the name of a duty that ends at a place.
  private func startOfDuty(endingAt index: Int) -> Int? {
    guard ends.contains(words[index]) else { return nil }
    guard index > words.startIndex, words[index].gap == .space else {
      return ["carline", "detention"].contains(words[index].base) ? index : nil
    }
    let before = words[index - 1].base
    switch words[index].base {
    case "duty", "duties":
      guard posts.contains(before) || words[index - 1].traits.contains(.time) || subs.contains(before) else {
        return nil
      }
      // "Lunch, bus and hall duty."
      var start = index - 1
      while start - 1 >= words.startIndex, start > index - 6,
        posts.contains(words[start - 1]) || ["and", "or"].contains(words[start - 1].base)
      {
        start -= 1
      }
      return words[start].base == "and" || words[start].base == "or" ? start + 1 : start
    case "coverage": return subs.contains(before) || before == "class" ? index - 1 : nil
    case "entry": return before == "data" ? index - 1 : nil
    case "line": return before == "car" ? index - 1 : nil
    case "carline", "detention": return index
    case "suspension": return before == "in-school" ? index - 1 : nil
    case "administration", "coordinator": return offices.contains(before) ? index - 1 : nil
    case "list", "pool", "roster", "rotation": return before == "duty" || subs.contains(before) ? index - 1 : nil
    default: return nil
    }
  }

  /// "Fills in as a substitute teacher", "serves as a sub".
  private func isSubstitute(_ index: Int) -> Bool {
    // "The coach is our backup sub."
    if let copula = words[..<index].suffix(4).lastIndex(where: { ["be", "becomes", "is", "was"].contains($0.base) }),
      isVerbOfCoach(copula), isEndOfNoun(after: index),
      words[(copula + 1)..<index].allSatisfy({ $0.traits.contains(.article) || ofSubs.contains($0) })
    {
      return true
    }
    guard let role = words[..<index].suffix(3).lastIndex(where: { $0.base == "as" }), role > words.startIndex else {
      return false
    }
    if let verb = words[..<role].suffix(3).firstIndex(where: { servings.contains($0) }), isVerbOfCoach(verb) {
      return true
    }
    // "We use the coach as a sub."
    return isCoach(words[role - 1]) && words[..<role].suffix(4).contains { givings.contains($0) }
  }

  private func isDescribing(_ word: Word) -> Bool {
    word.traits.contains(.article) || word.traits.contains(.time) || word.hasDigit
      || ["absent", "building", "campus", "early", "late", "lead", "main", "school", "state", "student", "students"]
        .contains(word.base)
  }
}

/// What people do at a desk or with somebody who has a duty, without having it.
private let announcing: WordSet = [
  "after", "around", "ask", "asks", "before", "call", "check", "consult", "consults", "during", "email", "from", "in",
  "meet", "meets", "notes", "plans", "report", "reports", "sign", "signs", "tell", "tells", "text", "through", "train",
  "trains", "with",
]

/// Verbs and nouns that indicate a duty.
private let wordsOfDuties = WordSet(
  of: watching, ends, Chores.wordsOfChores,
  [
    "administer", "administering", "administers", "charge", "cover", "covering", "covers", "proctor", "proctoring",
    "proctors", "sub", "subbing", "subs", "substitute", "substitutes",
  ])

/// Last words of the names of duties.
private let ends: WordSet = [
  "administration", "carline", "coordinator", "coverage", "detention", "duties", "duty", "entry", "line", "list",
  "pool", "roster", "rotation", "suspension",
]

private let subs: WordSet = ["sub", "substitute", "substitution"]

private let offices: WordSet = ["504", "assessment", "attendance", "technology", "test", "testing", "textbook"]

private let ofSubs: WordSet = [
  "backup", "building", "daily", "default", "emergency", "first", "full-time", "go-to", "on-call", "permanent",
  "regular", "second",
]

/// What someone does who serves as something.
private let servings: WordSet = [
  "act", "acts", "asked", "assigned", "available", "called", "fill", "fills", "listed", "needed", "scheduled", "serve",
  "serves", "step", "steps", "used", "work", "works",
]

/// What others do when they give the coach a duty.
private let givings: WordSet = [
  "ask", "asks", "assign", "assigns", "call", "calls", "give", "gives", "need", "needs", "pull", "pulls", "put", "puts",
  "send", "sends", "use", "uses",
]

private let papers: WordSet = [
  "assignments", "guide", "list", "manual", "materials", "notes", "roster", "schedule", "sheet", "slides", "training",
]

private let watching: WordSet = [
  "monitor", "monitors", "oversee", "oversees", "run", "runs", "staff", "staffs", "supervise", "supervises", "watch",
  "watches",
]

/// Verbs for having a duty, and what may follow them.
private let carrying: WordSet = [
  "act", "acts", "asked", "assigned", "be", "cover", "covers", "do", "does", "expected", "given", "has", "have", "help",
  "helps", "is", "joins", "needed", "pulled", "put", "required", "run", "runs", "scheduled", "serve", "serves", "share",
  "shares", "take", "takes", "used", "works",
]

private let links: WordSet = ["as", "assigned", "for", "in", "of", "on", "responsible", "to", "with"]

private let posts: WordSet = [
  "afternoon", "am", "arrival", "breakfast", "bus", "buses", "cafeteria", "carpool", "crosswalk", "crossing",
  "detention", "dismissal", "door", "gate", "hall", "halls", "hallway", "hallways", "lunch", "lunches", "lunchroom",
  "morning", "parking", "playground", "pm", "recess", "supervision", "suspension",
]

private let longPosts = ["car": "line", "in-school": "suspension", "study": "hall"]

private let tests: WordSet = [
  "act", "assessment", "assessments", "benchmark", "benchmarks", "dibels", "exam", "exams", "make-ups", "makeups",
  "map", "nwea", "psat", "sat", "screener", "screeners", "screening", "staar", "telpas", "test", "testing", "tests",
  "wida",
]
