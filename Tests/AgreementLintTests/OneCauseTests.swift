import Agreement
import AgreementLint
import Diagnostics
import TestSupport
import Testing
import YAMLSyntax

/// One slip in a finished agreement is one finding, in the place where something has to be typed.
@Suite struct OneCauseTests {
  /// What is changed in the sample, and all that is said of it: a piece of the changed text that occurs once, with `↓` where the
  /// finding begins, and the finding.
  struct Slip: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let place: String
    let finding: String

    init(_ old: String, _ new: String, _ place: String, _ finding: String) {
      (self.old, self.new, self.place, self.finding) = (old, new, place, finding)
    }

    var testDescription: String { new }
  }

  private static let rules = Rule.all.filter { $0.category != .signatures }
  private static let sample = "samples/riverbend/riverbend-math/2026-27.agreement.yaml"

  /// A finding at the mark of a piece of a text, as `Findings` writes it.
  private static func line(_ place: String, _ finding: String, in text: String) throws -> String {
    let parts = place.split(separator: "↓", omittingEmptySubsequences: false)
    try #require(parts.count == 2, "\(place) has no mark, or several")
    let found = text.ranges(of: parts.joined())
    try #require(found.count == 1, "\(place) occurs \(found.count) times")
    let before = text[..<text.index(found[0].lowerBound, offsetBy: parts[0].count)]
    let line = before.split(separator: "\n", omittingEmptySubsequences: false)
    return "\(line.count):\(line[line.count - 1].unicodeScalars.count + 1) \(finding)"
  }

  private static func expect(
    _ text: String, _ place: String, _ finding: String, _ location: SourceLocation = #_sourceLocation
  ) throws {
    let expected = finding.isEmpty ? [] : [try line(place, finding, in: text)]
    let found = Findings.lines(Array(text.utf8), today: "2026-11-22", rules: rules)
    #expect(found == expected, sourceLocation: location)
  }

  @Test(arguments: [
    Slip(
      "  petrakis:\n    name", "  dana:\n    name",
      "note-taker: ↓petrakis", "unknown-reference: there is no participant `petrakis`, here and on 8 more lines"),
    Slip(
      "  riverbend-middle:\n    name", "  riverbend:\n    name",
      "campuses: {↓riverbend-middle: 50%",
      "unknown-reference: there is no campus `riverbend-middle`, here and on 1 more line"),
    Slip(
      "  riverbend-middle:\n    name", "  Riverbend-Middle:\n    name",
      "campuses:\n  ↓Riverbend-Middle:",
      "invalid-id: \"Riverbend-Middle\" is not an id: an id has only small letters, digits and single hyphens, and begins with a letter"
    ),
    Slip(
      "starts: 2026-08-17", "starts: 2025-08-17",
      "starts: ↓2025-08-17", "invalid-year: 2025-08-17 is not in the school year 2026-27"),
    Slip(
      "ends: 2027-05-28", "ends: 2028-05-28",
      "ends: ↓2028-05-28", "invalid-year: the school year 2026-27 ends in 2027, not on 2028-05-28"),
    Slip(
      "ends: 2027-05-28", "ends: 2026-05-28",
      "ends: ↓2026-05-28", "invalid-year: the school year 2026-27 ends in 2027, not on 2026-05-28"),
    Slip(
      "riverbend-middle: 50%", "riverbend-middle: 0.5",
      "riverbend-middle: ↓0.5",
      "wrong-shape: `riverbend-middle` takes a share such as 60%, but here is the text \"0.5\""),
    Slip(
      "    told-to-teachers: The coordinator", "    told-to-teacher: The coordinator",
      "\n    ↓told-to-teacher: The coordinator",
      "unknown-reference: there is no topic `told-to-teacher` in `planning-data`"),
    Slip(
      "      told-to-teachers: Both principals announce", "      told-to-teacher: Both principals announce",
      "\n      ↓told-to-teacher: Both", "unknown-key: `told-to-teacher` is not a key here"),
    Slip(
      "      date: 2026-10-15", "      date: 2026-10-15\n      every: month",
      "date: 2026-10-15\n      ↓every: month", "wrong-shape: `date` and `every` cannot be used together"),
    Slip(
      "      date: 2026-10-15", "      date: 2026-10-15\n      every: month\n      weekday: tuesday",
      "date: 2026-10-15\n      ↓every: month", "wrong-shape: `date` and `every` cannot be used together"),
  ])
  func ofTheWholeAgreement(slip: Slip) throws {
    let text = try Root.text(Self.sample)
    try #require(text.contains(slip.old))
    let changed = text.replacing(slip.old, with: slip.new, maxReplacements: 1)
    try Self.expect(changed, slip.place, slip.finding)
  }

  /// Where nobody is declared, the people who act in a hundred places are not missed one by one.
  @Test(arguments: ["participants", "campuses"])
  func ofDeclarations(key: String) throws {
    let text = try Root.text(Self.sample)
    let removed = try #require(RemovalTests.removing(key: key, indent: 0, under: nil, from: text))
    try Self.expect(removed, "↓format: 1", "missing-key: the agreement has no `\(key)`")
    let empty = removed.replacing("status: agreed", with: "status: agreed\n\(key):")
    try Self.expect(empty, "status: agreed\n↓\(key):", "missing-key: `\(key)` has no value")
  }

  /// Promises as plain texts are one slip, whatever their number, and those with keys are still read.
  @Test func ofPromisesAsTexts() throws {
    let text = """
      format: 1
      topics:
        access:
          planning-days:
            agreed: Two days
            commitments:
              - Send the list of dates
              - Pay the substitutes
              - {owner: nobody-here, does: Book the room, due: 2026-09-18}
              - Visit every room
      """
    let rule = try #require(Rule.named("wrong-shape"))
    let reading = AgreementReader.read(SourceFile(name: "a.yaml", bytes: Array(text.utf8)))
    let found = Linter(rules: [rule], today: try #require(CalendarDate(Example.standardDay.utf8))).lint(reading)
    #expect(found.map { $0.diagnostic.notes.map(\.message) } == [["the same here", "the same here"]])
  }

  /// Without a campus, its share and its principal are one matter.
  @Test func ofACampus() throws {
    let text = try Root.text(Self.sample)
    let removed = try #require(RemovalTests.removing(key: "riverbend-high", indent: 2, under: "campuses:", from: text))
    try Self.expect(
      removed, "riverbend-middle: 50%, ↓riverbend-high",
      "unknown-reference: there is no campus `riverbend-high`, here and on 1 more line")
  }

  /// `↓` stands where the finding begins; without it that is the key.
  @Test(arguments: [
    ("{}", "missing-key: there is no `agreed`, `not-relevant`, `open` or `carried` here"),
    ("{agreed: }", "topic-unanswered: `change-communication` has no answer"),
    ("↓{just text}", "wrong-shape: text cannot begin with a brace, so this is not read as text"),
    (
      "↓{The Friday note, and more}",
      "wrong-shape: text cannot begin with a brace, so this is not read as text"
    ),
    (
      "\n      - ↓{one text here}",
      "wrong-shape: text cannot begin with a brace, so this is not read as text"
    ),
    ("↓{name}", "wrong-shape: `change-communication` takes a text, but here is text in braces"),
    ("↓[The coach]", "text-in-brackets: a text needs no brackets; they are not part of it"),
    ("↓[name]", "placeholder: this is a placeholder, not an answer"),
    (
      "↓{{name}}",
      "yaml-feature: words in double brackets are a placeholder, not an answer"
    ),
    ("↓«Coach_Name» calls", "placeholder: this is a placeholder, not an answer"),
    ("Say «thanks» first", ""),
    (
      "[↓{agreed: \"One, two\"}]",
      "wrong-shape: `change-communication` takes a text, but here is text in braces"
    ),
    (
      "“The ↓#1 thing is time”",
      "hash-cut: the text ends before `#`: the rest of the line counts as a comment, and the answer is only \"“The\""
    ),
    ("↓[Your answer here]", "placeholder: this is a placeholder, not an answer"),
    ("↓[TBD]", "placeholder: this is a placeholder, not an answer"),
    ("↓\"TODO: ask Reyes\"", "placeholder: this is a placeholder, not an answer"),
    (
      "↓How do teachers find out that the coach’s priorities or tasks have changed",
      "placeholder: this repeats the question"
    ),
  ])
  func ofAnAnswer(answer: String, finding: String) throws {
    let text = try Self.answering(answer.replacing("↓", with: ""))
    try Self.expect(
      text, answer.contains("↓") ? " change-communication: \(answer)" : " ↓change-communication:", finding)
  }

  /// The signs of YAML between braces do not become part of a text.
  @Test(arguments: [
    "[{agreed: \"One, two\"}]", "[{agreed: 'One'}]", "[{agreed: [one, \"two\"]}]", "[{carried: \"a\\tb\"}]",
    "[{open: {until: 2027-01-10, why: money}}]",
  ])
  func signsStaySigns(answer: String) throws {
    let text = try Self.answering(answer)
    let source = SourceFile(name: "a.agreement.yaml", bytes: Array(text.utf8))
    let day = try #require(CalendarDate("2026-11-22".utf8))
    let fixer = Fixer(
      Linter(rules: Self.rules, today: day), catalog: .builtIn, limits: .standard, takesUnsafe: true)
    #expect(String(decoding: fixer.fix(source).source.bytes, as: UTF8.self) == text)
  }

  /// The repair puts exactly what stood between the braces in quotes, and only where a person has looked at it.
  @Test func bracesBecomeQuotes() throws {
    let text = try Self.answering("{ The Friday note, and \"more\" }")
    let day = try #require(CalendarDate("2026-11-22".utf8))
    let source = SourceFile(name: "a.agreement.yaml", bytes: Array(text.utf8))
    for takesUnsafe in [false, true] {
      let fixer = Fixer(
        Linter(rules: Self.rules, today: day), catalog: .builtIn, limits: .standard, takesUnsafe: takesUnsafe)
      let fixed = String(decoding: fixer.fix(source).source.bytes, as: UTF8.self)
      #expect(fixed == (takesUnsafe ? try Self.answering("'The Friday note, and \"more\"'") : text))
    }
  }

  /// A day that is written otherwise gets the day that was meant, with its place in the month.
  @Test(arguments: [
    ("week, weekday: Wednesday", "week, weekday: wednesday"), ("week, weekday: Wedensday", "week, weekday: wednesday"),
    ("two-weeks, weekday: wed", "two-weeks, weekday: wednesday"),
    ("month, weekday: First Wedensday", "month, weekday: first wednesday"),
    ("month, weekday: 1st Wed", "month, weekday: first wednesday"),
    // Nobody knows which one of the month is meant.
    ("month, weekday: Wednesday", nil), ("month, weekday: every wednesday", nil), ("week, weekday: whenever", nil),
  ])
  func weekdaysAreRepaired(text: String, meant: String?) throws {
    let whole = "format: 1\nmeetings:\n  schedule:\n    - {what: Talk, every: \(text)}\n"
    let day = try #require(CalendarDate("2026-11-22".utf8))
    let rules = Rule.all.filter { $0.id == .wrongShape }
    let fixer = Fixer(Linter(rules: rules, today: day), catalog: .builtIn, limits: .standard, takesUnsafe: true)
    let fixed = fixer.fix(SourceFile(name: "a.agreement.yaml", bytes: Array(whole.utf8)))
    #expect(String(decoding: fixed.source.bytes, as: UTF8.self) == whole.replacing(text, with: meant ?? text))
  }

  private static func answering(_ answer: String) throws -> String {
    try Root.text(sample).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map { $0.hasPrefix("    change-communication:") ? "    change-communication: \(answer)" : String($0) }.joined(
      separator: "\n")
  }
}

/// Texts that keep a place, and their neighbors that say something.
@Suite struct PlaceholderTests {
  @Test(arguments: [
    "TBD", "TBD.", "tbd!", "Tba", "TBD / TBD", "tbc, tbd", "TODO", "TODO: ask Reyes", "to do", "To be determined.",
    "(to be decided)", "To be confirmed", "???", "…", "...", "___", "---", "[name]", "<your answer>", "{name}", "xx",
    "xxxx", "x", "-", "–", "—", "--", "~", "N/A", "n/a", "N/A for us", "T.B.D.", "pending", "Pending board approval",
    "ditto", "Not applicable", "Does not apply to us", "null", "TBD by principal", "Dates to be announced",
    "To be decided by the team in May", "$____", "$XXX", "Mondays at ____", "[name] School", "MM/DD/YYYY",
    "Click or tap here to enter text.", "Insert date and place", "[names of teachers]", "Priority 1", "Text", "text…",
    "FIXME", "Fill in", "fill this in!", "“TBD”", "Lorem ipsum",
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt",
  ])
  func keepsAPlace(text: String) {
    let bytes = Array(text.utf8)
    let isFound = Placeholder.keepsPlace(bytes.span)
    #expect(isFound)
  }

  @Test(arguments: [
    "", "Yes", "To do justice to both teams", "None", "Not yet", "$0", "$600 from Title II, Ms. Ibarra approves",
    "Todos los martes", "Texts only",
    "Text both principals", "Xavier", "Fill in for each other", "Fix the calendar first", "(see above) Mondays",
    "TBD days are red", "Insert the new units in May", "Pending a vote on May 4", "Date by date on the calendar",
    "Tuesday", "“Umbrella” is the word", "The TODO list: on the board", "Axel",
    "Lorenzo asks the team", "...and then we talk", "?!?", "Team 1", "snake_case",
  ])
  func saysSomething(text: String) {
    let bytes = Array(text.utf8)
    let isFound = Placeholder.keepsPlace(bytes.span)
    #expect(!isFound)
  }

  /// Each question is found as its own answer, with its mark and without.
  @Test func everyQuestion() throws {
    for topic in Catalog.builtIn.topics {
      let section = Catalog.builtIn.sections[topic.section].id
      for question in [topic.question, topic.question.lowercased().filter { !"?,".contains($0) } + "."] {
        let quoted = question.replacing("\"", with: "\\\"")
        let text = "format: 1\ntopics:\n  \(section):\n    \(topic.id): \"\(quoted)\"\n"
        let found = Findings.lines(Array(text.utf8), rules: Rule.all.filter { $0.id.rawValue == "placeholder" })
        #expect(
          found == ["4:\(7 + topic.id.count) placeholder: this repeats the question"], "\(question)")
      }
    }
  }
}
