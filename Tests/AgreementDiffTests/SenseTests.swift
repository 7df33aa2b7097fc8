@testable import AgreementDiff
import TestSupport
import Testing

/// That nothing which matters is ever folded away as other words, and nothing is claimed that the words do not say.
@Suite struct SenseTests {
  /// Parts of a promise that can be exchanged; those of one row all mean something else.
  private static let parts: [[String]] = [
    [
      "two", "3", "four", "a dozen", "eleven to nineteen", "at least five", "up to six", "half of the", "80% of the",
      "most", "every",
    ],
    ["$300", "$450.50", "$1 200", "€300", "A$300", "$2k", "$300 a semester", "$300 for each teacher"],
    ["may", "must", "should", "may not", "cannot", "will try to"],
    [
      "if funds allow", "unless short-staffed", "except during tests", "only on request", "when someone asks",
      "in March", "in May", "without notice",
    ],
    ["weekly", "every two weeks", "on Mondays", "on Fridays", "twice a year", "daily"],
  ]

  private static func sentence(_ places: [Int]) -> String {
    "The coach \(parts[2][places[2]]) visit \(parts[0][places[0]]) classrooms \(parts[4][places[4]]), and \(parts[1][places[1]]) is set aside for books \(parts[3][places[3]])"
  }

  /// 2,000 pairs that differ in one number, sum, verb, condition or rhythm.
  @Test func whatMattersIsNeverOnlyOtherWords() {
    var generator = SeededGenerator(seed: 21)
    var count = 0
    while count < 2000 {
      let before = Self.parts.map { Int.random(in: $0.indices, using: &generator) }
      var after = before
      let row = Int.random(in: Self.parts.indices, using: &generator)
      after[row] = Int.random(in: Self.parts[row].indices, using: &generator)
      let (old, new) = (Self.sentence(before), Self.sentence(after))
      let isForbidden = ["may not", "cannot"]
      if old == new || isForbidden.contains(Self.parts[2][before[2]]) && isForbidden.contains(Self.parts[2][after[2]]) {
        continue
      }
      count += 1
      let there = TextComparison(old, new)
      let back = TextComparison(new, old)
      #expect(!there.isWordingOnly && !back.isWordingOnly, "\(old) | \(new)")
      #expect(there.weaker.count == back.stronger.count && there.stronger.count == back.weaker.count, "\(old) | \(new)")
      #expect(!(there.weaker + there.stronger + there.other).isEmpty, "\(old) | \(new)")
    }
  }

  /// "Not" after a verb that binds forbids: nobody may call that a stronger promise.
  @Test(arguments: [
    ("Teachers may opt out", "Teachers may not opt out"),
    ("The office can see the log", "The office cannot see the log"),
    ("The coach enters rooms", "The coach never enters rooms"), ("Plan with a script", "Plan without a script"),
    ("No more than two visits a week", "No more than four visits a week"),
  ])
  func whatIsForbiddenIsNeitherMoreNorLess(old: String, new: String) {
    for comparison in [TextComparison(old, new), TextComparison(new, old)] {
      #expect(comparison.weaker.isEmpty && comparison.stronger.isEmpty && !comparison.other.isEmpty)
      #expect(!comparison.other.contains { $0.contains("promised") })
    }
  }

  /// Words are quoted as they are written, and an exception with what it is about.
  @Test(arguments: [
    (
      "Rooms are open", "Rooms are open except during the Spring tests",
      "there is an exception now: \"except during the Spring tests\""
    ),
    (
      "Send a note", "Send a note if Title II comes through",
      "it now depends on something: \"if Title II comes through\""
    ),
    (
      "Visit every department", "Visit the Math department",
      "less is promised: \"Math department\" instead of \"every department\""
    ),
    (
      "Half a page a month for Ms. Lee", "Half a page every two weeks for Ms. Lee",
      "more often: \"a month\" became \"every two weeks\""
    ),
    ("Coach tells principal", "Principal tells coach", "the same words are in another order, so read both"),
  ])
  func reasonsQuoteWell(old: String, new: String, reason: String) {
    let found = TextComparison(old, new)
    #expect(found.weaker + found.stronger + found.other == [reason])
  }

  /// Sums on another basis, in another currency or for another stretch of time are never compared.
  @Test(arguments: [
    ("$300 a semester", "$500 a year"), ("$50 for each teacher", "$600 for the whole school"),
    ("$500 for books, $400 for travel", "$600 for books, $300 for travel"), ("A$400 for books", "$400 for books"),
    ("$2,000 was cut to $500", "$500 for books"), ("$25 an hour for 20 hours", "$30 an hour for 10 hours"),
    ("$1.200 for books", "$1.500 for books"),
  ])
  func sumsThatCannotBeCompared(old: String, new: String) {
    for (from, to) in [(old, new), (new, old)] {
      #expect(Budget.change(from, to)?.kind == .topicChanged)
      #expect(Budget.change(from, to)?.reasons == ["the money is described differently; read both"])
    }
  }

  @Test(arguments: [
    ("$2,000 for the coach’s books", "$1,500 for the coach’s books", "it is $1,500 instead of $2,000, $500 less"),
    ("$1 200 for books", "$900 for books", "it is $900 instead of $1 200, $300 less"),
    ("$2k for travel", "$1,250.50 for travel", "it is $1,250.50 instead of $2k, $749.50 less"),
    ("2500 dollars", "1500 dollars", "it is 1500 dollars instead of 2500 dollars, $1,000 less"),
  ])
  func lessMoneyIsToldWithTheDifference(old: String, new: String, reason: String) {
    #expect(Budget.change(old, new)?.kind == .budgetCut && Budget.change(old, new)?.reasons == [reason])
    #expect(Budget.change(new, old)?.kind == .budgetRaised)
  }

  /// Of a text in another language nobody says which words it says no longer.
  @Test func otherLanguagesAreNotTakenApart() {
    let found = TextComparison(
      "El equipo decide los temas de la reunión", "La directora decide los temas de la reunión")
    #expect(found.other == ["the words changed, so read both"] && !found.isWordingOnly)
  }
}

/// What became of promises that have no partner: nobody says that one is gone before the whole other side was searched.
@Suite struct LeftOverTests {
  private static func comparison(_ edit: (inout AgreementGenerator) -> Void) throws -> Comparison {
    let before = AgreementGenerator(seed: 4)
    var after = before
    edit(&after)
    return Comparison(try before.edition(), try after.edition())
  }

  /// The last ones left of one owner under one topic are a pair, and it shows how little sure that is.
  @Test func theLastOnesLeftArePaired() throws {
    let comparison = try Self.comparison { $0.promises[1].does = "Wave at everybody by the gate" }
    #expect(comparison.changes.map(\.kind.id) == ["commitment-changed"])
    #expect((comparison.changes[0].match?.confidence ?? 1000) < 400)
    #expect(comparison.changes[0].reasons.last?.hasSuffix("read both") == true)
  }

  /// A promise that an answer took over is nobody's promise now, and still said.
  @Test func anAnswerThatSaysItIsNamed() throws {
    let comparison = try Self.comparison { generator in
      let text = generator.promises.remove(at: 1).does
      for index in generator.topics.indices where generator.topics[index].id == "urgent-concern" {
        generator.topics[index].answer[0] += ". " + text
      }
    }
    let dropped = comparison.changes.first { $0.kind.id == "commitment-dropped" }
    #expect(dropped?.reasons.first?.hasPrefix("nobody promises it anymore; the answer to \"") == true)
  }
}
