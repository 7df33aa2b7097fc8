@testable import AgreementDiff
import SchoolEnglish
import TestSupport
import Testing

/// What texts say: how strong a promise is, how often, how many, and where an answer stands.
@Suite struct WordingTests {
  /// Each pair promises less on its right side, and for the reason that is given; from the other side it promises more.
  @Test(arguments: [
    (
      "Will meet with the coach", "Will try to meet with the coach",
      "it now says \"try to\": only the attempt is promised"
    ),
    (
      "Will meet with the coach", "May meet with the coach",
      "\"will\" became \"may\": it was promised, and is now only possible or allowed"
    ),
    (
      "Meet with the coach", "Should meet with the coach",
      "it now says \"should\": it was promised, and is now only expected"
    ),
    (
      "Meet with the coach", "Meet with the coach when time permits",
      "it now says \"when time permits\": it need not be done otherwise"
    ),
    ("Meet weekly", "Meet monthly", "less often: \"weekly\" became \"monthly\""),
    ("Meet every week", "Meet every other week", "less often: \"every week\" became \"every other week\""),
    ("Meet twice a month", "Meet once a month", "less often: \"twice a month\" became \"once a month\""),
    ("Meet three times a week", "Meet each week", "less often: \"three times a week\" became \"each week\""),
    ("Meet weekly", "Meet", "it no longer says how often (\"weekly\")"),
    ("Offer six cycles", "Offer four cycles", "less: \"six cycles\" became \"four cycles\""),
    ("Offer 12 cycles", "Offer ten cycles", "less: \"12 cycles\" became \"ten cycles\""),
    ("Answer within two days", "Answer within five days", "a wider limit: \"two days\" became \"five days\""),
    ("Offer six cycles", "Offer cycles", "it no longer says how many or how much (\"six cycles\")"),
    ("Send it two days ahead", "Send it one day ahead", ""),
  ])
  func lessIsPromised(strong: String, weak: String, reason: String) {
    let there = TextComparison(strong, weak)
    let back = TextComparison(weak, strong)
    if reason.isEmpty {
      #expect(!there.isWordingOnly && !back.isWordingOnly)
      return
    }
    #expect(there.weaker == [reason] && there.stronger.isEmpty)
    #expect(back.stronger.count == 1 && back.weaker.isEmpty)
  }

  /// The table of `Tests/Fixtures/wording.txt`.
  private static func pairs(_ word: String) throws -> [(old: String, new: String)] {
    try Root.text("Tests/Fixtures/wording.txt").split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "|").map { $0.trimmingPrefix(" ").reversed().drop { $0 == " " }.reversed() }.map
      {
        String($0)
      }
      return parts.count == 3 && parts[0] == word ? (parts[1], parts[2]) : nil
    }
  }

  /// Other words, and the same promise: it may be folded away.
  @Test func onlyTheWordingChanged() throws {
    let pairs = try Self.pairs("same")
    #expect(pairs.count >= 20)
    for (old, new) in pairs {
      #expect(TextComparison(old, new).isWordingOnly, "\(old) | \(new)")
      #expect(TextComparison(new, old).isWordingOnly, "\(new) | \(old)")
      #expect(TextComparison(old, new).other.isEmpty && TextComparison(old, new).weaker.isEmpty, "\(old) | \(new)")
    }
  }

  /// Something else is said, or may be: it is shown, with a reason.
  @Test func somethingElseIsSaid() throws {
    let pairs = try Self.pairs("other")
    #expect(pairs.count >= 20)
    for (old, new) in pairs {
      for comparison in [TextComparison(old, new), TextComparison(new, old)] {
        #expect(!comparison.isWordingOnly, "\(old) | \(new)")
        #expect(
          !(comparison.weaker + comparison.stronger + comparison.other).isEmpty, "no reason for \(old) | \(new)")
      }
    }
  }

  /// What the words mean is said, and not only which they are.
  @Test(arguments: [
    ("Say it in the room", "Say it in the room, not in the hall", "it now says \"not in the hall\""),
    (
      "Grades 1 and 2 first", "Grades 2 and 3 first",
      "it is about different grades: Grades 2 and 3 instead of Grades 1 and 2"
    ),
    ("Meet on Tuesdays", "Meet on Wednesdays", "it names a different time: Wednesdays instead of Tuesdays"),
    ("Decisions written", "Decisions written and read back", "it now adds \"read back\""),
    ("Keep the notes private", "Keep the notes", "it leaves out \"private\""),
    ("Bring the math results", "Bring the reading results", "it says \"reading\" instead of \"math\""),
    ("Plan with the coach", "Plan for the coach", "it says \"for\" instead of \"with\""),
    (
      "The school already knows me, so we go straight in", "Every room has a plan by now",
      "most of it is new, so read both"
    ),
  ])
  func reasonsAreInPlainWords(old: String, new: String, reason: String) {
    let found = TextComparison(old, new).other
    #expect(found.count == 1 && found[0].hasPrefix(reason), "\(found)")
  }

  @Test(
    arguments: [
      ("week", 36_000), ("other week", 18_000), ("two weeks", 18_000), ("month", 9000), ("Monday", 36_000),
      ("semester", 2000),
      ("daily", 180_000), ("twice a month", 18_000), ("unit", nil), ("urgent visit", nil),
    ] as [(String, Int?)])
  func howOften(text: String, perYear: Int?) { #expect(Rhythm.every(text)?.perYear == perYear) }

  @Test(
    arguments: [
      ("Open, all rooms, any day", Stance.more), ("By invitation. The coach asks a day ahead.", .less),
      ("Open doors at Harmon. By invitation at Brookside.", .mixed), ("Rooms are not open", nil), ("We will see", nil),
    ] as [(String, Stance?)])
  func doors(text: String, stance: Stance?) { #expect(Stance.access(text) == stance) }

  @Test(
    arguments: [
      ("No names, spoken or written", Stance.less), ("Names in the room, with consent", .more),
      ("Grade levels only. Names stay out of it.", .less),
      ("Something else", nil),
    ] as [(String, Stance?)])
  func names(text: String, stance: Stance?) { #expect(Stance.naming(text) == stance) }

  @Test func hedgesAreSorted() {
    for (_, texts) in Hedges.phrases { #expect(texts == Array(Set(texts)).sorted()) }
  }

  @Test func wordsChangeInsideATextThatStays() {
    let pieces = WordDiff.pieces(
      "Will meet with the coach weekly, door closed", "Will try to meet with the coach monthly, door closed")
    #expect(
      pieces.map { "\($0.kind.rawValue): \($0.text)" } == [
        "same: Will", "added: try to", "same: meet with the coach", "removed: weekly,", "added: monthly,",
        "same: door closed",
      ])
    #expect(WordDiff.pieces("One thing", "Quite another matter").map(\.kind) == [.removed, .added])
    #expect(WordDiff.pieces("same", "same").map(\.kind) == [.same])
    #expect(WordDiff.pieces("", "").isEmpty)
  }
}
