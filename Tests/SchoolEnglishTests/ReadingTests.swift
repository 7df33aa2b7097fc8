import SchoolEnglish
import Testing

/// What words of an agreement come down to: each number, sum and rhythm is read once, with what it counts.
@Suite struct ReadingTests {
  @Test(arguments: [
    ("one-page summary", ["one", "page", "summary"]), ("The coach’s room", ["the", "coach's", "room"]),
    ("$2,000 – half", ["$", "2,000", "half"]), ("Ciclos, días y más", ["ciclos", "días", "y", "más"]),
    ("(at 7:30) 50%", ["at", "7:30", "50", "%"]), ("教室 を 開く", ["教室", "を", "開く"]), ("", []), ("—…!", []),
    ("Ms. Nin\u{303}o", ["ms", "niño"]),
  ])
  func wordsOfAnyScript(text: String, words: [String]) { #expect(Word.texts(of: text) == words) }

  /// For phrases a compound is one word, a sign is none, and each group of a telephone number is one.
  @Test(arguments: [
    ("a long-term sub", ["a", "long-term", "sub"]), ("The coach’s room", ["the", "coach", "room"]),
    ("the teachers' notes & $50", ["the", "teachers", "notes", "50"]), ("512.555.0142", ["512", "555", "0142"]),
    ("402-555-0142", ["402-555-0142"]), ("8:30 – 9:15", ["8", "30", "9", "15"]), ("don't", ["don't"]),
  ])
  func wordsForPhrases(text: String, words: [String]) { #expect(Word.compounds(in: text).map(\.base) == words) }

  /// Where sentences begin: after a period that does not belong to a title, an initial or a shortened word.
  @Test(arguments: [
    ("Ask Ms. Lee. She knows.", 2), ("At 3 p.m. the coach comes", 1), ("At 3 p.m. The coach comes", 2),
    ("J. Smith and St. Mary's", 1), ("Rooms, e.g. 12; the gym", 2), ("Prof. Lee asks! Who?", 2),
  ])
  func sentences(text: String, count: Int) { #expect(Word.compounds(in: text).sentences.count == count) }

  @Test(
    arguments: [
      ("2,000", 200_000), ("450.50", 45_050), ("2,5", 250), ("2k", 200_000), ("½", 50), ("twelve", 1200),
      ("1.200", nil), ("7:30", nil), ("9223372036854775807", nil), ("1,2,3", nil),
    ] as [(String, Int?)])
  func numbers(word: String, hundredths: Int?) { #expect(Numeral.value(of: word) == hundredths) }

  /// The sums with currency, basis and stretch of time; `?` where one could not be read.
  @Test(arguments: [
    ("$2,000 for the coach’s books", "200000 $"), ("$1 200 for books", "120000 $"), ("12 000 dollars", "1200000 $"),
    ("€400", "40000 €"), ("A$400", "40000 A$"), ("AUD 400", "40000 A$"), ("$300 a semester", "30000 $ semester"),
    ("$50 for each teacher", "5000 $ teacher"), ("$25 an hour", "2500 $ hour"), ("$500 for a conference", "50000 $"),
    ("$1.200", "?"), ("two rooms", ""), ("$", "?"),
  ])
  func money(text: String, sums: String) {
    let reading = Reading(text)
    let found = reading.sums.map { sum in
      [String(sum.cents), sum.currency, sum.basis, sum.period].filter { !$0.isEmpty }.joined(separator: " ")
    }
    #expect((reading.isUnread ? "?" : found.joined(separator: ", ")) == sums)
  }

  @Test(
    arguments: [
      ("weekly", 36_000), ("every week", 36_000), ("every two weeks", 18_000), ("biweekly", 18_000),
      ("twice a month", 18_000), ("two times a month", 18_000), ("on Wednesdays", 36_000), ("every Wednesday", 36_000),
      ("every other Monday", 18_000), ("on Mondays and Thursdays", 72_000), ("half a page a month", 9000),
      ("cada dos semanas", 18_000), ("twice weekly", 72_000), ("spend a week there", nil), ("on Wednesday", nil),
      ("a day ahead", nil), ("each other", nil),
    ] as [(String, Int?)])
  func rhythms(text: String, perYear: Int?) {
    let rhythms = Reading(text).rhythms
    #expect(rhythms.first?.perYear == perYear && rhythms.count <= 1)
  }

  /// Pairs that say the same number.
  @Test(arguments: [
    ("a dozen rooms", "twelve rooms"), ("a couple of rooms", "two rooms"), ("four or more rooms", "at least 4 rooms"),
    ("an hour", "60 minutes"), ("48 hours", "two days"), ("twenty-five rooms", "25 rooms"),
    ("grades 6-8", "grades 6, 7 and 8"),
    ("K-2", "grades K through 2"), ("sixth grade", "grade 6"), ("Mon-Wed", "Monday, Tuesday and Wednesday"),
    ("eleven to nineteen rooms", "11-19 rooms"), ("half of the rooms", "50% of the rooms"),
    ("an hour and a half", "90 minutes"),
  ])
  func theSameNumber(left: String, right: String) {
    #expect(Reading(left).terms.map(\.exact) == Reading(right).terms.map(\.exact))
  }

  /// May is a month or a verb.
  @Test func mayIsAMonthToo() {
    func isVerb(_ text: String) -> Bool {
      Reading(text).terms.contains { if case .modal = $0.meaning { true } else { false } }
    }
    #expect(isVerb("May visit the rooms") && isVerb("The coach may visit in May"))
    #expect(!isVerb("Reviews in May") && !isVerb("May 12 is the last day") && !isVerb("Early in May, teams meet"))
  }

  /// A text of nothing but words that begin something takes no longer than its length.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["twenty ", "every ", "no more than ", "$1 200 ", "if ", "Monday, ", "a couple ", "6, "])
  func pathologicalTextsAreLinear(word: String) {
    let reading = Reading(String(repeating: word, count: 5000))
    #expect(!reading.words.isEmpty)
  }
}
