internal import SchoolEnglish

/// Whether a short text leaves everything open, because it says nothing of who, when, how often or how much.
///
/// A text is vague if at least one of its words leaves things open, as "regularly" does, and no word says anything
/// else. This is judged part by part, so that "as needed, at least two a semester" is an answer.
enum Vagueness {
  /// The most words that a vague text has.
  static let mostWords = 14

  /// All words that a vague text can begin or end with.
  static let known = WordSet(
    of: vague, empty, VagueWords.loose, VagueWords.worthy, papers, beforePapers, pointing, pointingRest, assents,
    fillers, WordSet(wordsOf: VaguePhrases.all + listOfAffirmations + listOfPointingPairs))

  /// The words that a vague text can have in between; names next to papers, and what follows a condition, may be
  /// others.
  static let knownInside = WordSet(
    of: known, VagueWords.besideWorthy, ["but", "everyone", "just", "only", "please", "probably", "staff", "yes"])

  /// The words that end a phrase about chance, such as "when possible".
  static let endsOfChances = WordSet(wordsOf: listOfChances, isLastOnly: true)

  static func isPaper(_ word: WordLetters) -> Bool { papers.contains(word) }

  /// Whether each part of a text, cut at commas and the like, leaves everything open.
  ///
  /// A description, such as a strength, is vague only if it is one of the known phrases.
  static func leavesOpen(_ words: [Word], isDescription: Bool = false) -> Bool {
    guard !words.isEmpty, words.count <= mostWords else { return false }
    if isKnown(words[...]) { return true }
    guard !isDescription else { return false }
    if words.count <= 5, words[0].base == "some", words.count > 2, words[2].base == "of" { return true }
    if isLeftToChance(words) || isManner(words) || isPraise(words) { return true }
    var hasVagueWord = false
    var start = words.startIndex
    for end in words.indices.dropFirst() + [words.endIndex] {
      guard end == words.endIndex || words[end].gap > .space else { continue }
      guard let isVague = look(at: words[start..<end], isShort: words.count <= 6) else { return false }
      hasVagueWord = hasVagueWord || isVague
      start = end
    }
    return hasVagueWord
  }

  /// Whether some words leave something open; nil if they say something.
  private static func look(at part: ArraySlice<Word>, isShort: Bool) -> Bool? {
    if isKnown(part) || isLeftToThings(part) { return true }
    var hasVagueWord = false
    for index in part.indices {
      let word = part[index].base
      // "Which teams meet and how often" says what teachers are told.
      if word == "often", index > part.startIndex, part[index - 1].base == "how" { return nil }
      if usual.contains(word), part[(index + 1)...].contains(where: { occasions.contains($0) }) {
        // "At the regular staff meeting" says when.
        return nil
      }
      if vague.contains(word) || isShort && VagueWords.loose.contains(word) {
        hasVagueWord = true
      } else if !empty.contains(word), !(word.hasSuffix("n't") || word.hasSuffix("'ll") || word.hasSuffix("'re")) {
        return nil
      }
    }
    return hasVagueWord || isCondition(part) || hasPhrase(part)
  }

  /// Whether a word or two say only in what manner: "politely", "handle it discreetly"; "weekly" says when.
  private static func isManner(_ words: [Word]) -> Bool {
    guard words.count <= 4 else { return false }
    let manners = words.filter {
      $0.base.hasSuffix("ly") && $0.base.utf8.count >= 5 && !VagueWords.plainManners.contains($0)
    }
    return !manners.isEmpty
      && words.allSatisfy {
        $0.base.hasSuffix("ly") && !VagueWords.plainManners.contains($0) || empty.contains($0)
      }
  }

  /// Whether a text names what everybody wants: "good teaching", "student success", "improvement in all areas".
  private static func isPraise(_ words: [Word]) -> Bool {
    words.count <= 5 && words.dropFirst().allSatisfy { $0.gap <= .comma }
      && words.contains { VagueWords.worthy.contains($0) }
      && words.allSatisfy { VagueWords.worthy.contains($0) || VagueWords.besideWorthy.contains($0) }
      && (words.count > 1
        || ["excellence", "growth", "improvement", "rigor", "success"].contains(words.first?.base ?? ""))
  }

  /// Whether some words say only under which condition: "when we have time", "if the budget allows".
  private static func isCondition(_ part: ArraySlice<Word>) -> Bool {
    guard let first = part.first, let last = part.last else { return false }
    return ["as", "if", "when", "whenever", "where", "wherever"].contains(first.base) && states.contains(last)
  }

  /// "As the calendar allows", "if the weather permits": whatever has to allow it.
  private static func isLeftToThings(_ part: ArraySlice<Word>) -> Bool {
    (3...5).contains(part.count) && isCondition(part) && part[part.startIndex + 1].traits.contains(.article)
      && !part.contains { $0.hasDigit || $0.traits.contains(.time) || $0.traits.contains(.somebody) }
  }

  /// Whether a known phrase of two or more words is among others: "we will deal with it if it comes up".
  private static func hasPhrase(_ part: ArraySlice<Word>) -> Bool {
    part.indices.contains { start in
      (2...6).contains { count in
        start + count <= part.endIndex
          && openPhrases.contains(part[start..<(start + count)].map(\.base).joined(separator: " "))
      }
    }
  }

  /// Whether a word or two are left to chance: "rescheduled when possible", "support teachers as needed".
  private static func isLeftToChance(_ words: [Word]) -> Bool {
    guard (3...5).contains(words.count), words.dropFirst().allSatisfy({ $0.gap == .space }),
      !words.contains(where: { $0.hasDigit || $0.traits.contains(.time) || $0.traits.contains(.denial) })
    else { return false }
    return (2...3).contains { count in
      words.count - count <= 2 && words.count > count
        && chances.contains(words.suffix(count).map(\.base).joined(separator: " "))
    }
  }

  /// Whether some words are a phrase like "as needed", "it depends" or "we'll see", with "and" or "just" before it.
  private static func isKnown(_ part: ArraySlice<Word>) -> Bool {
    let words = part.drop { ["and", "but", "just", "only", "probably", "yes"].contains($0.base) }
    return !words.isEmpty && words.count <= 8 && phrases.contains(words.map(\.base).joined(separator: " "))
  }

  /// Whether a text only points to a paper, without a page, a section or a link: "see handbook", "per district policy".
  static func isPointer(_ words: [Word]) -> Bool {
    guard words.count <= 10, words.dropFirst().allSatisfy({ $0.gap < .sentence }) else { return false }
    guard let paper = words.firstIndex(where: { papers.contains($0) }),
      !words.contains(where: { $0.hasDigit || locators.contains($0) || $0.base.contains("www") })
    else { return false }
    if paper == words.endIndex - 1, words.allSatisfy({ beforePapers.contains($0) || papers.contains($0) }) {
      // "Handbook" alone, and "the staff handbook"; a schedule or a calendar may be the answer itself.
      return strongPapers.contains(words[paper])
    }
    let start = words.firstIndex {
      !["please", "just", "yes", "we", "all", "everyone", "staff", "teachers"].contains($0.base)
    }
    guard let start else { return false }
    let opening = words[start...].prefix(2).map(\.base)
    guard let first = opening.first, pointing.contains(first) || pointingPairs.contains(opening.joined(separator: " "))
    else { return false }
    return words[start...].allSatisfy {
      pointing.contains($0) || beforePapers.contains($0) || papers.contains($0)
        || empty.contains($0) || pointingRest.contains($0) || $0.isNameLike
    }
  }
}

extension Vagueness {
  /// Whether a text says only yes.
  static func isBareYes(_ words: [Word]) -> Bool {
    guard !words.isEmpty, words.count <= 8 else { return false }
    let words = words.map(\.base)
    if affirmations.contains(words.joined(separator: " ")) { return true }
    return words.contains(where: assents.contains) && words.allSatisfy { assents.contains($0) || fillers.contains($0) }
  }

  private static let assents: WordSet = [
    "absolutely", "affirmative", "agree", "agreed", "certainly", "correct", "definitely", "fine", "indeed",
    "ok", "okay", "sure", "true", "y", "yeah", "yep", "yes", "yup",
  ]

  private static let fillers: WordSet = [
    "all", "always", "and", "are", "both", "by", "can", "course", "do", "does", "everyone", "for", "good", "have",
    "is", "it", "may", "me", "much", "of", "please", "should", "so", "that", "the", "they", "this", "us", "very", "we",
    "will", "with", "would",
  ]

  private static let affirmations = Set(listOfAffirmations.map { "\($0)" })

  private static let listOfAffirmations: [StaticString] = [
    "all good", "done", "it does", "it is", "no problem", "no problems", "noted", "of course", "sounds good", "they do",
    "they will", "understood", "we do", "we will", "will do", "works for us",
  ]
}

extension Vagueness {
  /// Whether a word leaves open when, how often, how much or in what way.
  static func isVague(_ word: Word) -> Bool { vague.contains(word) }
}

/// Words that leave open when, how often, how much or in what way.
private let vague: WordSet = [
  "accessible", "accordingly", "adequate", "adequately", "ample", "anytime", "applicable", "approachable",
  "appropriate", "appropriately", "arise",
  "arises", "as-needed", "availability", "available", "case-by-case", "collaboratively", "confidentially",
  "constantly", "continual", "continually", "continuous", "continuously", "convenient", "cooperatively", "depend",
  "depending", "depends", "desired", "differently", "differs", "diligently", "discreet", "discreetly", "discretion",
  "effectively", "effort", "efforts", "evenly-ish", "eventual", "eventually", "feasible", "figure", "fits",
  "flexibility", "flexible", "flexibly", "fluid", "frequent", "frequently", "holistically", "hopefully", "however",
  "ideally",
  "informally", "intermittently", "ish", "judgement", "judgment", "kindly", "later", "maybe", "mutual", "mutually",
  "necessary", "needed", "nicely", "nimble", "normally", "occasional", "occasionally", "often", "ongoing", "optimal",
  "organically", "periodic", "periodically", "permit", "permits", "permitting", "politely", "possible", "possibly",
  "practicable", "practical", "proactively", "probably", "professional", "professionally", "promptly", "proper",
  "properly", "realistic", "reasonable", "reasonably", "regular", "regularly", "respectful", "respectfully",
  "responsive", "seamlessly", "sensible", "sensibly", "someday", "somehow", "sometime", "sometimes", "somewhat",
  "somewhere", "soon", "sporadically", "sufficient", "suitable", "supportive", "tactfully", "timely", "undefined",
  "usual",
  "usually", "varied", "varies", "various", "vary", "varying", "visible", "warranted", "welcoming", "whatever",
  "whenever", "whichever",
  "whoever",
]

/// The phrases that leave things open even among other words; "as agreed with each teacher" does not.
private let openPhrases = phrases.subtracting([
  "as agreed", "as agreed upon", "as before", "as requested", "as soon as", "by request", "if asked", "on demand",
  "on request", "upon request", "when asked",
])

private let states: WordSet = [
  "allow", "allowed", "allowing", "allows", "arises", "can", "demands", "dictates", "permit", "permits", "permitted",
  "possible", "required", "requires", "time",
]

/// Ends of sentences that leave something to chance; "on request" says who decides.
private let chances = Set(listOfChances.map { "\($0)" })

private let listOfChances: [StaticString] = [
  "as able", "as appropriate", "as available", "as necessary", "as needed", "as possible", "as time allows",
  "as time permits", "if able", "if available", "if feasible", "if needed", "if possible", "if time allows",
  "if time permits", "on occasion", "when able", "when appropriate", "when available", "when feasible", "when needed",
  "when possible", "when time allows", "when time permits", "whenever needed", "whenever possible", "where appropriate",
  "where needed", "where possible",
]

private let usual: WordSet = ["normal", "ordinary", "regular", "usual"]

private let occasions: WordSet = ["day", "days", "meeting", "meetings", "schedule", "time", "times"]

/// Words that say nothing alone: a text with them and a vague word is still vague.
private let empty: WordSet = [
  "a", "able", "about", "act", "address", "addressed", "admin", "administration", "administrators", "after", "agree",
  "agreed", "agreement", "agrees", "all", "allow", "allowed", "allowing", "allows", "along", "also", "always", "an",
  "and", "another", "answer", "answers", "any", "anyone", "are", "areas", "around", "arrange", "arranged", "as", "ask",
  "at", "attention", "availability", "balance", "based", "basis", "be", "because", "become", "becomes", "before",
  "being", "best", "better", "between", "bit", "both", "budget", "but", "by", "call", "calm", "calmly", "campus",
  "can", "care", "case", "cases", "catch", "chain", "change", "changes", "channels", "circumstances", "classroom",
  "classrooms", "clear", "coach", "coaching", "collaborate", "collaboration", "collaborative", "come", "comes",
  "comfort", "comfortable", "command", "common", "communicate", "communicated", "communicates", "communication",
  "complaint", "complaints", "concern", "concerns", "conditions", "connect", "consider", "considered", "consistent",
  "contact", "conversation", "conversations", "cooperate", "course", "current", "day", "days", "deal", "dealt",
  "decide", "decided", "decides", "decision", "degree", "demands", "determine", "determined", "dialogue", "discuss",
  "discussed", "discussion", "discussions", "district", "district's", "do", "does", "done", "down", "drop", "due",
  "each", "either", "else", "email", "encourage", "encouraged", "enough", "ensure", "etc", "evenly", "every",
  "everybody", "everyone", "expectations", "expected", "extent", "fair", "fairly", "far", "feedback", "feel", "feels",
  "few", "fill", "find", "first", "fit", "flow", "focus", "follow", "follow-up", "for", "forward", "from", "funding",
  "funds", "general", "generally", "get", "give", "given", "go", "goal", "goals", "goes", "going", "good", "grade",
  "great", "group", "growth", "guess", "handle", "handled", "handles", "happen", "happens", "hard", "has", "have",
  "help", "her", "his", "how", "if", "improve", "improvement", "in", "informed", "input", "instruction",
  "instructional", "interest", "interests", "internally", "is", "issue", "issues", "it", "its", "just", "keep", "kept",
  "kind", "know", "lately", "leadership", "learning", "let", "level", "like", "likely", "little", "long", "look",
  "lot", "made", "make", "makes", "manage", "manner", "many", "matter", "may", "mean", "means", "meet", "meeting",
  "meetings", "meets", "might", "monitor", "more", "most", "mostly", "moved", "much", "must", "my", "need", "needs",
  "new", "next", "nicely", "normal", "not", "nothing", "number", "of", "off", "offered", "office", "often", "on",
  "one", "onwards", "open", "openly", "opportunities", "opportunity", "or", "other", "our", "out", "over", "part",
  "parties", "party", "people", "plan", "planned", "play", "please", "point", "positive", "positively", "possible",
  "practice", "practices", "pretty", "principal", "private", "privately", "probably", "problem", "problems",
  "procedure", "process", "progress", "provide", "provided", "put", "question", "questions", "quick", "quickly",
  "reach", "ready", "really", "relationship", "relationships", "request", "requested", "require", "required",
  "requires", "reschedule", "rescheduled", "resources", "respect", "respond", "review", "reviewed", "right", "same",
  "schedule", "schedules", "school", "see", "seem", "seems", "seen", "sees", "sense", "set", "several", "share",
  "shared",
  "should", "situation", "situations", "so", "solve", "some", "somebody", "someone", "sort", "space", "spirit",
  "split", "staff", "staffing", "standard", "start", "started", "starting", "stay", "steps", "still", "strong",
  "student", "students", "subject", "success", "such", "suits", "support", "supported", "take", "taken", "talk",
  "talked", "talking", "talks", "teacher", "teachers", "teaching", "team", "teams", "that", "the", "their", "them",
  "then", "there", "these", "they", "things", "think", "this", "through", "throughout", "time", "times", "to",
  "together", "track", "truly", "trust", "try", "until", "up", "update", "updates", "upon", "us", "use", "used", "very",
  "visit", "visits", "want", "wanted", "wants", "warning", "way", "ways", "we", "well", "what", "when", "where",
  "wherever", "which", "whichever", "while", "who", "will", "wish", "with", "within", "word", "work", "worked",
  "working", "works", "would", "year", "years", "yes", "yet", "your",
]

private let phrases = Set(VaguePhrases.all.map { "\($0)" })

/// First words of a text that only points elsewhere.
private let pointing: WordSet = [
  "check", "consult", "follow", "following", "follows", "per", "ref", "refer", "reference", "see", "view",
]

private let pointingPairs = Set(listOfPointingPairs.map { "\($0)" })

private let listOfPointingPairs: [StaticString] = [
  "according to", "as described", "as in", "as outlined", "as per", "as stated", "as written", "based on",
  "covered by", "covered in", "described in", "explained in", "found in", "governed by", "in accordance", "in line",
  "in the", "is in", "it is", "it's in", "listed in", "outlined in", "same as", "spelled out", "stated in",
]

private let pointingRest: WordSet = [
  "according", "accordance", "attached", "covered", "described", "explained", "found", "governed", "line", "listed",
  "outlined", "same", "spelled", "stated", "written", "it's",
]

/// What such a text points to.
private let papers: WordSet = [
  "agreement", "attached", "attachment", "board", "calendar", "contract", "description", "doc", "document",
  "documents", "expectations", "folder", "guide", "guidebook", "guidelines", "handbook", "law", "manual", "memo",
  "menu", "plan", "policies", "policy", "procedure", "procedures", "protocol", "protocols", "regulations", "rules",
  "schedule", "sheet", "site", "spreadsheet", "statute", "website",
]

/// Papers that answer nothing even if a text only names them.
private let strongPapers: WordSet = [
  "attached", "attachment", "contract", "guidelines", "handbook", "manual", "policies", "policy", "procedure",
  "procedures", "regulations",
]

private let beforePapers: WordSet = [
  "administrative", "and", "bargaining", "board", "business", "campus", "coach", "coach's", "coaching", "collective",
  "current", "district", "district's", "employee", "existing", "faculty", "federal", "google", "hr", "instructional",
  "job", "local", "master", "negotiated", "our", "school", "school's", "shared", "staff", "standard", "state",
  "student", "teacher", "teacher's", "teachers", "technology", "the", "their", "this", "union", "year's", "your",
]

private let locators: WordSet = [
  "appendix", "article", "binder", "chapter", "clause", "com", "drawer", "exhibit", "htm", "http", "https", "item",
  "link", "linked", "number", "org", "p", "page", "paragraph", "pg", "policy-code", "rule", "section", "shelf", "tab",
]
