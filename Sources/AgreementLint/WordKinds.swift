/// What kinds of words a word is among, as far as the rules about words care; one look tells all of them.
struct WordKinds: OptionSet, Sendable {
  let rawValue: UInt16

  /// Titles before a name; the full stop after one ends no sentence.
  static let title = WordKinds(rawValue: 1 << 0)
  /// Abbreviations whose full stop ends no sentence.
  static let abbreviation = WordKinds(rawValue: 1 << 1)
  /// Articles, and other words that only say which one before a noun.
  static let article = WordKinds(rawValue: 1 << 2)
  /// Words that end a noun: what comes before one is no part of a longer name.
  static let function = WordKinds(rawValue: 1 << 3)
  /// Words that say on which days or when on a day.
  static let time = WordKinds(rawValue: 1 << 4)
  /// Who may be meant to act beside the coach.
  static let somebody = WordKinds(rawValue: 1 << 5)
  /// These are verbs, too: "the coach subs".
  static let substitute = WordKinds(rawValue: 1 << 6)
  /// What makes a substitute of such a word: an article and the like.
  static let beforeSubstitute = WordKinds(rawValue: 1 << 7)
  /// What makes a name of the capital after it: a title, or "coach".
  static let beforeName = WordKinds(rawValue: 1 << 8)
  /// Words after which somebody is not the one who acts.
  static let preposition = WordKinds(rawValue: 1 << 9)
  /// Verbs of one who acts beside somebody.
  static let help = WordKinds(rawValue: 1 << 10)
  /// Words that a verb follows.
  static let leadingToVerb = WordKinds(rawValue: 1 << 11)
  /// Words that deny what a sentence speaks of, or that only tell what somebody fears.
  static let denial = WordKinds(rawValue: 1 << 12)
  /// Words with a capital that name things in schools and not people: "Student Council", "student Canvas accounts".
  static let school = WordKinds(rawValue: 1 << 13)
  /// The months, as in a date.
  static let month = WordKinds(rawValue: 1 << 14)

  /// The kinds of a word in lower case.
  init(of word: String) {
    var word = word
    self = word.withUTF8 { $0.count > WordLetters.most ? [] : Self.table[WordLetters($0)] }
  }

  /// The kinds of a word in lower case.
  init(of word: WordLetters) { self = Self.table[word] }

  init(rawValue: UInt16) { self.rawValue = rawValue }

  private static let table = WordTable(lists)

  private static let lists: [(kinds: WordKinds, words: [String])] = [
    (
      [.title, .abbreviation, .beforeName],
      [
        "dr", "miss", "mr", "mrs", "ms", "mx", "señor", "señora", "señorita",
      ]
    ),
    (
      .abbreviation,
      [
        "emp", "ext", "no", "nr", "st", "vs",
      ]
    ),
    (
      [.article, .beforeSubstitute],
      [
        "a", "all", "an", "another", "any", "assistant", "both", "each", "every", "her", "his",
        "instructional", "its", "new", "our", "some", "that", "the", "their", "these", "this", "those",
      ]
    ),
    (
      .function,
      [
        "a", "after", "all", "also", "an", "and", "are", "as", "at", "because", "before", "but", "by", "can", "during",
        "each", "every", "for", "from", "had", "has", "have", "if", "in", "instead", "into", "is", "like", "may",
        "must", "of", "off", "on", "once", "or", "should", "since", "so", "still", "that", "the", "then", "through",
        "to", "twice", "until", "up", "was", "were", "when", "whenever", "where", "which", "while", "who", "will",
        "with", "without", "would",
      ]
    ),
    (
      .time,
      [
        "afternoon", "daily", "friday", "fridays", "monday", "mondays", "morning", "thursday", "thursdays",
        "tuesday", "tuesdays", "wednesday", "wednesdays", "weekly",
      ]
    ),
    (
      .somebody,
      [
        "admin", "administration", "administrator", "administrators", "aide", "aides", "anybody", "anyone", "ap",
        "aps", "assistants", "chair", "chairs", "clerk", "colleague", "colleagues", "committee", "coordinator",
        "coordinators", "counselor", "counselors", "department", "district", "everybody", "everyone",
        "interventionist", "leader", "leaders", "librarian", "mentor", "mentors", "nobody", "nurse", "office",
        "paraprofessional", "paraprofessionals", "parent", "parents", "people", "principal", "principals", "school",
        "secretary", "somebody", "someone", "specialist", "specialists", "staff", "student", "students", "supervisor",
        "teacher", "teachers", "team", "teams", "they", "volunteer", "volunteers", "we", "who", "whoever", "you",
      ]
    ),
    (
      .substitute,
      [
        "sub", "subs", "substitute", "substitutes",
      ]
    ),
    (
      .beforeSubstitute,
      [
        "long-term", "no",
      ]
    ),
    (
      .beforeName,
      [
        "coach"
      ]
    ),
    (
      .preposition,
      [
        "about", "across", "at", "beside", "besides", "between", "by", "for", "from", "in", "like", "near",
        "of", "on", "than", "to", "toward", "towards", "unlike", "via", "with", "without",
      ]
    ),
    (
      .help,
      [
        "assist", "assists", "help", "helps", "join", "joins",
      ]
    ),
    (
      .leadingToVerb,
      [
        "also", "always", "and", "are", "be", "been", "being", "can", "could", "does", "gets", "gladly", "help",
        "helps", "is", "just", "may", "might", "must", "now", "occasionally", "often", "only", "or", "personally",
        "regularly", "shall", "should", "sometimes", "still", "then", "to", "usually", "will", "would",
      ]
    ),
    (
      .denial,
      [
        "avoid", "avoids", "believe", "believes", "cannot", "except", "excused", "exempt", "fear", "fears", "free",
        "if", "impression", "instead", "misunderstanding", "myth", "myths", "neither", "never", "no", "nobody", "none",
        "nor", "not", "nothing", "out", "protected", "rather", "refuses", "relieved", "rumor", "rumors", "think",
        "thinks", "unless", "whether", "without", "worries", "worry",
      ]
    ),
    (
      .school,
      [
        "a", "academic", "academy", "accounts", "achievement", "act", "activities", "advisory", "affairs", "agenda",
        "algebra", "american", "april", "art", "arts", "assessment", "assistance", "august", "award", "awards",
        "behavior", "biology", "board", "body", "book", "books", "calendar", "campus", "canvas", "care", "center",
        "chemistry", "choice", "chromebook", "chromebooks", "class", "classroom", "clever", "club", "coaching", "code",
        "college", "committee", "conduct", "conference", "conferences", "council", "counseling", "country", "course",
        "creek", "crew", "data", "day", "days", "december", "department", "desmos", "development", "discipline",
        "discourse", "district", "early", "education", "eighth", "elementary", "engagement", "engineering", "english",
        "environment", "ethics", "every", "exit", "fair", "family", "february", "fifth", "first", "fitness", "fourth",
        "french", "friday", "fridays", "fund", "geometry", "german", "goal", "goals", "google", "government", "grade",
        "grades", "growth", "guidance", "guide", "guided", "handbook", "health", "high", "history", "honor", "i", "id",
        "ids", "in", "individual", "information", "institute", "intervention", "ipad", "ipads", "january", "journal",
        "journals", "july", "june", "kindergarten", "lab", "language", "languages", "latin", "leadership", "learner",
        "learners", "learning", "led", "level", "levels", "lexia", "lexile", "liaison", "library", "life", "literacy",
        "lunch", "march", "math", "mathematics", "may", "mentor", "mentors", "middle", "model", "monday", "mondays",
        "music", "national", "need", "needs", "new", "newsletter", "ninth", "notebook", "november", "number",
        "objectives", "october", "of", "office", "old", "one", "outcomes", "paper", "performance", "physical",
        "physics", "plan", "planner", "planning", "plans", "portal", "portfolio", "portfolios", "primary", "profile",
        "profiles", "program", "progress", "project", "projects", "reader", "readers", "reading", "records",
        "recovery", "resource", "resources", "response", "roster", "rosters", "saturday", "schedule", "school",
        "schoology", "schools", "science", "second", "section", "seesaw", "september", "service", "services",
        "seventh", "sheets", "show", "sixth", "skills", "social", "spanish", "special", "state", "states", "studies",
        "study", "succeeds", "success", "summit", "sunday", "support", "supports", "survey", "surveys", "talk",
        "talks", "task", "teacher", "teachers", "teaching", "team", "teams", "tech", "technology", "tenth", "test",
        "tests", "the", "third", "three", "thursday", "thursdays", "time", "title", "tuesday", "tuesdays", "tutor",
        "tutors", "twelfth", "two", "union", "unit", "units", "university", "voice", "volunteers", "wednesday",
        "wednesdays", "week", "welfare", "wellness", "wi-fi", "wifi", "work", "works", "workshop", "world", "writers",
        "writing", "year", "zone",
      ]
    ),
    (
      .month,
      [
        "april", "august", "december", "february", "january", "july", "june", "march", "may", "november",
        "october", "september",
      ]
    ),
  ]
}

/// The kinds of words, found without a function that hashes strings: every word of a text that matters is looked up.
private struct WordTable: Sendable {
  private struct Slot {
    var word = WordLetters()
    var kinds: WordKinds = []
  }

  /// More than twice as many as there are words, so that a free one is always near.
  private var slots: [Slot]

  init(_ lists: [(kinds: WordKinds, words: [String])]) {
    var count = 1
    while count < 3 * lists.reduce(0, { $0 + $1.words.count }) { count *= 2 }
    slots = Array(repeating: Slot(), count: count)
    for (kinds, words) in lists {
      for var word in words {
        precondition(word.utf8.count <= WordLetters.most, "a longer word has no kinds")
        let letters = word.withUTF8 { WordLetters($0) }
        let place = place(of: letters)
        slots[place].word = letters
        slots[place].kinds.formUnion(kinds)
      }
    }
  }

  subscript(_ word: WordLetters) -> WordKinds { slots[place(of: word)].kinds }

  /// Where a word is, or where it would be.
  private func place(of word: WordLetters) -> Int {
    var place = word.spread & (slots.count - 1)
    while !slots[place].kinds.isEmpty, slots[place].word != word { place = (place + 1) & (slots.count - 1) }
    return place
  }
}
