import Agreement
import AgreementDiff
import Diagnostics
import TestSupport
import Testing

/// Every class has an example, and each example has its classes, from both sides.
@Suite struct ClassExampleTests {
  /// Words of the example agreement, what takes their place, and the classes that this has.
  struct Example: CustomTestStringConvertible, Sendable {
    let from: String
    let to: String
    let classes: [String]

    var testDescription: String { "\(classes.joined(separator: ", ")): \(to)" }
  }

  private static let base = ChangeExample.agreement

  private static let examples: [Example] = ChangeClass.all.flatMap { kind in
    kind.examples.compactMap { example in
      guard case .words(let from, let to) = example.edit else { return nil }
      return Example(from: from, to: to, classes: [kind.id] + example.also)
    }
  }

  /// Order, a list of one and a key of the authors' own say nothing.
  private static let noChanges = [
    Example(from: "[instructional-coach, teacher]", to: "[teacher, instructional-coach]", classes: []),
    Example(from: "[adams, brown]", to: "[brown, adams]", classes: []),
    Example(from: "role: principal", to: "role: [principal]", classes: []),
    Example(from: "chapter 2", to: "chapter 2\n  x-note: y", classes: []),
  ]

  private static func edition(_ text: String) throws -> Edition {
    let reading = AgreementReader.read(SourceFile(name: "x.agreement.yaml", bytes: Array(text.utf8)))
    return try #require(Edition(reading, withheld: .none), "\(reading.diagnostics.map(\.message))")
  }

  @Test(arguments: examples + noChanges) func aChangeHasItsClass(example: Example) throws {
    try #require(Self.base.contains(example.from))
    let (old, new) = (
      try Self.edition(Self.base),
      try Self.edition(Self.base.replacing(example.from, with: example.to, maxReplacements: 1))
    )
    let comparison = Comparison(old, new)
    let classes = example.classes.compactMap(ChangeClass.named).sorted()
    #expect(comparison.changes.map(\.kind) == classes)
    #expect(Comparison(new, old).changes.map(\.kind.mirror) == classes)
    for change in comparison.changes { #expect(change.old == nil || change.new == nil || change.match != nil) }
  }

  private static func nextYear(_ text: String) -> String {
    text.replacing("2027-", with: "2028-").replacing("2026-27", with: "2027-28").replacing("2026-", with: "2027-")
  }

  @Test func whatStaysOpenOrRecursIsSaidFromYearToYear() throws {
    let comparison = Comparison(try Self.edition(Self.base), try Self.edition(Self.nextYear(Self.base)))
    let found = comparison.changes.map(\.kind.id)
    for kind in ChangeClass.all {
      for example in kind.examples {
        guard case .nextYear = example.edit else { continue }
        #expect(found == ([kind.id] + example.also).sorted())
      }
    }
    #expect(found.count == 2 && !comparison.hasChanges)
    #expect(
      comparison.carried.map(\.topic) == [
        "planning-days", "classroom-access", "learning-targets", "learning-targets", nil,
      ])
  }

  /// An example of a class is one of its mirror, from the other side.
  @Test func noClassIsWithoutAnExample() throws {
    let ended = Comparison(try Self.edition(Self.base), nil).changes.map(\.kind.id)
    #expect(ended == ["agreement-ended"])
    // What a new principal inherits takes signatures of two years: `SampleStoryTests` tells it.
    let told = Set(ended + ["text-inherited"])
    let examples = Set(ChangeClass.all.flatMap { kind in kind.examples.flatMap { [kind.id] + $0.also } })
    for kind in ChangeClass.all {
      #expect([kind.id, kind.mirrorID].contains { told.contains($0) || examples.contains($0) }, "\(kind.id)")
    }
  }

  /// Samples with lines that went, moved or say something else: nothing traps, and both sides tell the same.
  @Test func editedSamplesAreComparedFromBothSides() throws {
    let texts = try Root.riverbend.map { try Root.text($0).split(separator: "\n", omittingEmptySubsequences: false) }
    var generator = SeededGenerator(seed: 11)
    var count = 0
    for round in 0..<400 {
      let original = texts[round % texts.count]
      var lines = original
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 8..<lines.count - 1, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: lines.remove(at: place)
        case 1: lines.swapAt(place, place - 1)
        case 2:
          lines[place] += [" if possible", " not", " twice a week", " again"].randomElement(using: &generator) ?? ""
        default: lines[place] = Substring(lines[place].replacing("the", with: "no"))
        }
      }
      guard let old = try? Self.edition(original.joined(separator: "\n")),
        let new = Edition(
          AgreementReader.read(SourceFile(name: "m", bytes: Array(lines.joined(separator: "\n").utf8))), withheld: .none
        )
      else { continue }
      count += 1
      let there = Comparison(old, new)
      #expect(
        there.changes.map(\.kind.id).sorted() == Comparison(new, old).changes.map(\.kind.mirror.id).sorted())
      #expect(Comparison(new, new).changes.isEmpty)
      #expect(!new.plainForm.isEmpty)
    }
    #expect(count > 100)
  }
}
