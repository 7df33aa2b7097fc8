@testable import AgreementDiff
import Testing

/// What texts say: how strong a promise is, how often, how many, and where an answer stands.
@Suite struct WordingTests {
  /// Each pair promises less on its right side, and for the reason that is given; from the other side it promises more.
  @Test(arguments: [
    ("Will meet with the coach", "Will try to meet with the coach", "it now says \"try to\""),
    ("Will meet with the coach", "May meet with the coach", "\"will\" became \"may\""),
    ("Meet with the coach", "Should meet with the coach", "it now says \"should\""),
    ("Meet with the coach", "Meet with the coach when time permits", "it now says \"when time permits\""),
    ("Meet weekly", "Meet monthly", "less often: \"weekly\" became \"monthly\""),
    ("Meet every week", "Meet every other week", "less often: \"every week\" became \"every other week\""),
    ("Meet twice a month", "Meet once a month", "less often: \"twice a month\" became \"once a month\""),
    ("Meet three times a week", "Meet each week", "less often: \"three times a week\" became \"each week\""),
    ("Meet weekly", "Meet", "it no longer says how often (\"weekly\")"),
    ("Offer six cycles", "Offer four cycles", "less: \"six cycles\" became \"four cycles\""),
    ("Offer 12 cycles", "Offer ten cycles", "less: \"12 cycles\" became \"ten cycles\""),
    ("Answer within two days", "Answer within five days", "more room: \"two days\" became \"five days\""),
    ("Offer six cycles", "Offer cycles", "it no longer says \"six cycles\""),
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

  /// Other words, and the same promise.
  @Test(arguments: [
    ("Write the quarterly summary, one page long", "Write a one-page summary each quarter"),
    ("Meet with the coach", "Will meet with the coach"), ("Post the dates", "Post the dates online"),
    ("Offer six cycles", "Offer 6 cycles"),
    ("Decisions written before we leave", "Decisions written and read back before we leave"),
  ])
  func onlyTheWordingChanged(old: String, new: String) {
    #expect(TextComparison(old, new).isWordingOnly, "\(TextComparison(old, new))")
    #expect(TextComparison(new, old).isWordingOnly)
  }

  /// Something else is said, neither more nor less.
  @Test(arguments: [
    ("Meet on Tuesdays", "Meet on Wednesdays"), ("Share names", "Share no names"), ("Visit grade 4", "Visit grade 5"),
    ("Bring the math results", "Bring the reading results"),
    ("Say it in the room", "Say it in the room, not in the hall"),
  ])
  func somethingElseIsSaid(old: String, new: String) {
    let comparison = TextComparison(old, new)
    #expect(!comparison.isWordingOnly && comparison.weaker.isEmpty && comparison.stronger.isEmpty)
  }

  @Test(
    arguments: [
      ("week", 36_000), ("other week", 18_000), ("two weeks", 18_000), ("month", 9000), ("Monday", 36_000),
      ("semester", 2000),
      ("daily", 180_000), ("twice a month", 18_000), ("unit", nil), ("urgent visit", nil),
    ] as [(String, Int?)])
  func howOften(text: String, perYear: Int?) { #expect(Frequency.every(text)?.perYear == perYear) }

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
    let phrases = Hedges.phrases.map { $0.joined(separator: " ") }
    #expect(phrases == Array(Set(phrases)).sorted())
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
