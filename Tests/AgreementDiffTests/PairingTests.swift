import Agreement
@testable import AgreementDiff
import Diagnostics
import TestSupport
import Testing

/// Which text of one year is which of the other.
@Suite struct PairingTests {
  private static func candidates(_ texts: [String]) -> [Candidate] { texts.map { Candidate(text: $0, content: $0) } }

  /// Trying every permutation finds nothing better.
  @Test func theAssignmentIsTheBest() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<500 {
      let rows = Int.random(in: 1...5, using: &generator)
      let columns = Int.random(in: 1...5, using: &generator)
      let weights = (0..<rows).map { _ in (0..<columns).map { _ in max(0, Int.random(in: -3...9, using: &generator)) } }
      let found = Assignment.best(rows: rows, columns: columns) { weights[$0][$1] }
      let sum = found.enumerated().reduce(0) { sum, pair in sum + (pair.element.map { weights[pair.offset][$0] } ?? 0) }
      #expect(Set(found.compactMap { $0 }).count == found.compactMap { $0 }.count)
      #expect(sum == Self.best(weights, row: 0, taken: []))
    }
  }

  private static func best(_ weights: [[Int]], row: Int, taken: Set<Int>) -> Int {
    guard row < weights.count else { return 0 }
    var result = best(weights, row: row + 1, taken: taken)
    for column in weights[row].indices where !taken.contains(column) {
      result = max(result, weights[row][column] + best(weights, row: row + 1, taken: taken.union([column])))
    }
    return result
  }

  /// The first text has its best match in the second one, which belongs to another: first match would go wrong.
  @Test func thePairsAreTheBestTogether() {
    let pairs = Pairing.pairs(
      Self.candidates(["Post the dates in the hall", "Post the dates in the staff room"]),
      Self.candidates(["Post both dates in the staff room", "Post the lunch menu in the hall"]))
    #expect(pairs.map { [$0.old, $0.new] } == [[0, 1], [1, 0]])
  }

  @Test func anIdComesBeforeTheText() {
    let old = [
      Candidate(id: "a", text: "Share the plans", content: "1"), Candidate(text: "Bring the notes", content: "2"),
    ]
    let new = [
      Candidate(text: "Share the plans", content: "1"), Candidate(id: "a", text: "Bring the notes", content: "2"),
    ]
    let pairs = Pairing.pairs(old, new)
    #expect(pairs.first?.new == 1 && pairs.first?.match == .byID)
  }

  @Test func whatMovedHasToBeMoreAlike() {
    func pairs(_ home: String) -> Int {
      Pairing.pairs(
        [Candidate(text: "Share the reading results early", content: "1", home: "here")],
        [Candidate(text: "Share the reading survey soon", content: "2", home: home)]
      ).count
    }
    #expect(pairs("here") == 1 && pairs("elsewhere") == 0)
  }

  /// Two thousand on each side, all of them alike: nobody waits, and nearly all find a partner.
  @Test(.timeLimit(.minutes(5))) func theWorstCaseIsBounded() {
    func texts(_ word: String) -> [String] {
      (0..<600).map { "Bring the plans of unit number\($0) to the \(word) meeting" }
    }
    let pairs = Pairing.pairs(Self.candidates(texts("first")), Self.candidates(texts("last")))
    #expect(pairs.count > 590)
    #expect(pairs.count { $0.old == $0.new } > 590, "the number tells them apart")
    let same = Array(repeating: "Bring the plans", count: 600)
    #expect(Pairing.pairs(Self.candidates(same), Self.candidates(same + ["Bring the plans again"])).count == 600)
    #expect(Pairing.pairs(Self.candidates(same), Self.candidates(same.map { $0 + " now" })).count == 600)
  }
}

/// What a file made to hang or to stop the program would hold.
@Suite struct HostileComparisonTests {
  private static func edition(_ head: String, _ topics: String) throws -> Edition {
    let text = """
      format: 1
      id: x
      school-year: 2026-27
      starts: 2026-08-17
      ends: 2027-05-28
      status: draft
      campuses: {north: North}
      participants:
        coach: {name: Bo, role: instructional-coach}
      \(head)topics:
        roles-focus:
          relationship-building:
      \(topics)
      """
    let reading = AgreementReader.read(SourceFile(name: "x", bytes: Array(text.utf8)))
    return try #require(Edition(reading, withheld: .none), "\(reading.diagnostics.map(\.message).prefix(3))")
  }

  private static func answer(_ text: String) throws -> Edition { try edition("", "      agreed: \"\(text)\"") }

  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      ("9223372036854775807 times a week", "9223372036854775806 cycles every 9223372036854775807 weeks"),
      (String(repeating: "weekly 5 ", count: 3000), String(repeating: "monthly 6 a ", count: 3000)),
      (String(repeating: "may try to not ", count: 3000), String(repeating: "will if possible ", count: 3000)),
      ("every 0 weeks", "0 times a week"), ("every other", "each"), ("$", "%"), ("no", "1"),
    ])
  func nothingTrapsOrHangs(old: String, new: String) throws {
    let there = Comparison(try Self.answer(old), try Self.answer(new))
    let back = Comparison(try Self.answer(new), try Self.answer(old))
    #expect(there.changes.map(\.kind) == back.changes.map(\.kind.mirror) && !there.changes.isEmpty)
    for change in there.changes {
      let (before, after) = (change.old?.text ?? "", change.new?.text ?? "")
      let pieces = WordDiff.pieces(before, after)
      #expect(pieces.filter { $0.kind != .removed }.map(\.text).joined(separator: " ") == after)
    }
  }

  /// Thousands of people and of norms that are all alike.
  @Test(.timeLimit(.minutes(5))) func manyOfEverything() throws {
    func edition(_ word: String) throws -> Edition {
      var head = ""
      for number in 0..<2000 { head += "  p\(number)\(word): {name: Someone \(number), role: teacher}\n" }
      head += "norms:\n  agreed:\n"
      for number in 0..<5000 { head += "  - Norm \(word)\(number)\n" }
      return try Self.edition(head, "      agreed: Yes")
    }
    let comparison = Comparison(try edition("a"), try edition("b"))
    #expect(comparison.changes.count { $0.kind.id == "person-changed" } == 2000)
    #expect(comparison.changes.count { $0.kind.id == "norm-dropped" } == 5000)
  }
}

/// The table of classes.
@Suite struct ChangeClassTests {
  @Test func classesAreSortedAndHaveNamesOfTheirOwn() {
    #expect(ChangeClass.all.map(\.id) == ChangeClass.all.map(\.id).sorted())
    #expect(Set(ChangeClass.all.map(\.id)).count == ChangeClass.all.count)
    for kind in ChangeClass.all { #expect(ChangeClass.named(kind.id)?.title == kind.title) }
  }

  @Test func everyMirrorHasItsMirror() {
    for kind in ChangeClass.all {
      #expect(kind.mirror.mirror == kind, "\(kind.id)")
      #expect(ChangeClass.named(kind.mirrorID) != nil)
      #expect(kind.isStanding == kind.mirror.isStanding)
    }
  }

  @Test func everySummaryIsASentence() {
    for kind in ChangeClass.all {
      #expect(kind.summary.hasSuffix(".") && kind.title.first?.isLowercase == true)
    }
  }
}
