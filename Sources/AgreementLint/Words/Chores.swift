internal import SchoolEnglish

/// Work in a school that isn't coaching, as a verb and its object: discipline, data entry, tutoring, the front office.
enum Chores {
  /// Whether the verb at a place and the words after it describe such work.
  static func isChore(_ words: ArraySlice<Word>, verb: Int) -> Bool {
    let word = words[verb].base
    // "By coach and tutor" names two people.
    if word == "tutor", verb > words.startIndex, ["and", "or"].contains(words[verb - 1].base) { return false }
    if ["tutor", "tutors", "tutoring"].contains(word) { return isEndOrStudents(words, after: verb) }
    if ["acts", "act", "fills", "fill", "serves", "serve", "works", "used"].contains(word) {
      return isOffice(words, after: verb)
    }
    if word == "charge", verb > words.startIndex, words[verb - 1].base == "in" { return isWhole(words, after: verb) }
    let kinds = verbs.reduce(into: Kinds()) { if $1.words.contains(words[verb]) { $0.formUnion($1.kinds) } }
    guard !kinds.isEmpty else { return false }
    if kinds.contains(.students), isTeaching(words, verb: verb) { return true }
    return objects.contains { kind, nouns in
      kinds.contains(kind) && hasObject(words, after: verb, nouns)
    }
  }

  /// Whether a group of students is named at a place: "reading groups", "small intervention groups".
  static func isGroup(_ words: ArraySlice<Word>, at start: Int) -> Bool {
    guard let group = words[start...].prefix(4).firstIndex(where: { groups.contains($0) }), group > start
    else {
      return start < words.endIndex && wholeGroups.contains(words[start])
        && (start + 1 == words.endIndex || words[start + 1].gap > .space || words[start + 1].traits.contains(.function)
          || words[start + 1].traits.contains(.time) || ["students", "every"].contains(words[start + 1].base))
    }
    // Teachers can form study groups, too.
    guard
      !words[start..<min(group + 4, words.endIndex)].contains(where: {
        adults.contains($0) && $0.gap == .space || $0.base == "study"
      })
    else { return false }
    return words[start..<group].contains { beforeGroup.contains($0) }
      || words[(group + 1)...].prefix(2).contains { ["kids", "students"].contains($0.base) }
  }

  private struct Kinds: OptionSet {
    let rawValue: Int
    static let discipline = Kinds(rawValue: 1)
    static let records = Kinds(rawValue: 2)
    static let supplies = Kinds(rawValue: 4)
    static let machines = Kinds(rawValue: 8)
    static let office = Kinds(rawValue: 16)
    static let events = Kinds(rawValue: 32)
    static let students = Kinds(rawValue: 64)
    static let copies = Kinds(rawValue: 128)
    static let testing = Kinds(rawValue: 256)
  }

  /// Verbs, with the objects that make them chores.
  private static let verbs: [(kinds: Kinds, words: WordSet)] = [
    (
      [.discipline, .office, .events, .testing, .students],
      [
        "coordinate", "coordinates", "do", "does", "handle", "handles", "lead", "leads", "manage", "manages",
        "organize", "organizes", "oversee", "oversees", "run", "runs", "running", "take", "takes",
      ]
    ),
    (
      [.discipline],
      ["address", "addresses", "deal", "deals", "process", "processes", "responsible", "supervise", "supervises"]
    ),
    (
      [.records],
      [
        "collect", "collects", "do", "does", "enter", "entering", "enters", "input", "inputs", "key", "keys",
        "record", "records", "take", "takes", "type", "types",
      ]
    ),
    (
      [.supplies, .testing],
      [
        "check", "checks", "count", "counts", "distribute", "distributes", "hand", "hands", "inventories",
        "inventory", "order", "orders", "unpack", "unpacks", "collect", "collects", "manage", "manages",
      ]
    ),
    (
      [.machines],
      [
        "fix", "fixes", "hand", "hands", "manage", "manages", "repair", "repairs", "reset", "resets", "troubleshoot",
        "troubleshoots",
      ]
    ),
    ([.office], ["answer", "answers", "cover", "covers", "man", "mans", "staff", "staffs", "watch", "watches"]),
    ([.copies], ["make", "makes", "run", "runs", "do", "does"]),
    ([.events], ["chair", "chairs", "plan", "plans", "sponsor", "sponsors"]),
    (
      [.students],
      ["pull", "pulls", "see", "sees", "serve", "serves", "teach", "teaches", "teaching", "meet", "meets"]
    ),
    ([.testing], ["give", "gives", "pack", "packs", "sort", "sorts"]),
  ]

  private static let verbSet = verbs.reduce(into: WordSet([])) { $0 = WordSet(of: $0, $1.words) }

  /// All verbs that can be chores.
  static let wordsOfChores = WordSet(
    of: verbSet,
    ["act", "acts", "charge", "fill", "fills", "serve", "serves", "tutor", "tutoring", "tutors", "used", "works"])

  private static let objects: [(Kinds, WordSet)] = [
    (
      .discipline,
      ["detention", "detentions", "discipline", "iss", "misbehavior", "referrals", "suspensions", "tardies"]
    ),
    (.records, ["attendance", "grades", "scores"]),
    (.supplies, ["chromebooks", "devices", "furniture", "ipads", "laptops", "supplies", "textbooks", "toner"]),
    (
      .machines,
      ["chromebooks", "computers", "copier", "devices", "laptops", "passwords", "printer", "printers", "projectors"]
    ),
    (.office, ["phone", "phones", "desk", "office"]),
    (.copies, ["copies", "photocopies"]),
    (.events, ["assemblies", "fair", "fundraiser", "fundraisers", "graduation", "prom", "yearbook"]),
    (.testing, ["booklets", "makeups", "make-ups"]),
  ]

  /// Whether a noun is the verb's object: it comes soon, with nothing between them that it could belong to instead.
  private static func hasObject(_ words: ArraySlice<Word>, after verb: Int, _ nouns: WordSet) -> Bool {
    for index in words[(verb + 1)...].prefix(5).indices {
      let word = words[index]
      if word.gap > .comma || stops.contains(word) { return false }
      guard nouns.contains(word) else { continue }
      let next = index + 1 < words.endIndex ? words[index + 1] : nil
      // "Attendance data", "the discipline plan": only the papers about it.
      return next.map { $0.gap > .space || !ofPapers.contains($0) } ?? true
    }
    return false
  }

  /// "Teaches an intervention class", "pulls small groups", and not "teaches a model lesson" or "while the teacher watches".
  private static func isTeaching(_ words: ArraySlice<Word>, verb: Int) -> Bool {
    let after = words[(verb + 1)...]
    guard !after.contains(where: { besideTeachers.contains($0) }) else { return false }
    if after.indices.prefix(4).contains(where: { isGroup(words, at: $0) && words[$0].gap <= .comma }) { return true }
    guard ["teach", "teaches", "teaching"].contains(words[verb].base) else { return false }
    return after.prefix(5).contains { classes.contains($0) }
  }

  private static func isEndOrStudents(_ words: ArraySlice<Word>, after verb: Int) -> Bool {
    guard verb + 1 < words.endIndex else { return true }
    return !words[(verb + 1)...].prefix(4).contains {
      adults.contains($0) || ["program", "schedule"].contains($0.base)
    }
  }

  /// "Acts as assistant principal", "fills in for the principal", "serves as testing coordinator".
  private static func isOffice(_ words: ArraySlice<Word>, after verb: Int) -> Bool {
    let after = words[(verb + 1)...].prefix(6)
    guard let link = after.first, ["as", "in"].contains(link.base) else { return false }
    return after.contains {
      ["administrator", "ap", "dean", "principal", "registrar", "secretary", "clerk"].contains($0.base)
        && !$0.isPossessive
    }
      && !after.contains { ["meeting", "meetings", "partner", "thought"].contains($0.base) }
  }

  /// "In charge when the principal is out", "in charge of discipline".
  private static func isWhole(_ words: ArraySlice<Word>, after place: Int) -> Bool {
    let after = words[(place + 1)...].prefix(5).map(\.base)
    return after.first == "when" && after.contains("principal")
      || after.contains { ["building", "detention", "discipline", "school", "testing", "textbooks"].contains($0) }
  }

  private static let groups: WordSet = ["block", "class", "club", "group", "groups"]

  private static let wholeGroups: WordSet = [
    "intervention", "interventions", "remediation", "tutoring", "tutorials",
  ]

  private static let beforeGroup: WordSet = [
    "enrichment", "guided", "homework", "intervention", "math", "phonics", "pull-out", "reading", "remedial",
    "remediation", "rti", "small", "student", "tutoring",
  ]

  private static let classes: WordSet = [
    "elective", "homeroom", "intervention", "period", "periods", "section", "sections", "students",
  ]

  private static let adults: WordSet = [
    "adults", "aides", "book", "coaches", "colleagues", "data", "faculty", "focus", "mentors", "paras", "planning",
    "plc", "staff", "study", "teacher", "teachers", "tutors",
  ]

  private static let besideTeachers: WordSet = [
    "alongside", "co-teach", "demo", "demonstration", "lesson", "lessons", "model", "modeled", "sample", "teacher",
    "teachers", "together", "watch", "watches", "while",
  ]

  private static let ofPapers: WordSet = [
    "committee", "data", "goals", "hours", "matrix", "plan", "plans", "policies", "policy", "report", "reports", "team",
    "trends",
  ]

  private static let stops: WordSet = [
    "about", "after", "and", "before", "from", "how", "if", "or", "so", "that", "until", "when", "where", "who", "with",
  ]
}

extension [Word] {
  /// Whether some words say how much time something takes, or may take at most: "20 minutes", "no more than an hour a
  /// week".
  var sayHowMuchTime: Bool {
    indices.contains { index in
      let next = self[(index + 1)...].prefix(2).map(\.base)
      switch self[index].base {
      case "most", "least": return index > startIndex && self[index - 1].base == "at" && self[index].base == "most"
      case "than":
        return index > startIndex && self[index - 1].base == "more"
          && self[..<index].suffix(3).contains { ["no", "not", "never"].contains($0.base) }
      case "up": return next.first == "to" && next.count > 1 && (self[index + 2].hasDigit || numerals.contains(next[1]))
      case "limited": return next.first == "to"
      case "maximum", "max", "cap", "capped": return true
      default:
        return (self[index].hasDigit || numerals.contains(self[index]))
          && (next.contains { timeUnits.contains($0) }
            || next.count == 2 && ["day", "days", "week", "weeks"].contains(next[0]) && next[1] == "of")
      }
    }
  }
}

private let timeUnits: WordSet = ["hour", "hours", "hr", "hrs", "min", "mins", "minute", "minutes", "percent"]

private let numerals: WordSet = [
  "a", "an", "eight", "fifteen", "five", "forty", "four", "half", "nine", "one", "seven", "six", "sixty", "ten",
  "thirty", "three", "twelve", "twenty", "two",
]
