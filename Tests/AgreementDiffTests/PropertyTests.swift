import AgreementDiff
import TestSupport
import Testing

/// What holds for any two agreements; each seed makes another pair.
@Suite struct PropertyTests {
  /// One known edit of an agreement, from the examples of the classes.
  struct Edit: CustomTestStringConvertible, Sendable {
    let name: String
    let classes: [String]
    let steps: [ChangeExample.Step]

    var testDescription: String { name }
  }

  private static let edits: [Edit] = ChangeClass.all.flatMap { kind in
    kind.examples.compactMap { example in
      guard case .steps(let name, let steps) = example.edit else { return nil }
      return Edit(name: name, classes: [kind.id] + example.also, steps: steps)
    }
  }

  private static func classes(_ comparison: Comparison) -> [String] { comparison.changes.map(\.kind.id).sorted() }

  /// Each edit on 45 agreements, each pair compared from both sides.
  @Test(arguments: edits) func oneEditHasItsClassAndTheMirrorOfIt(edit: Edit) throws {
    for seed in 0..<45 {
      let before = AgreementGenerator(seed: UInt64(seed))
      var after = before.edited
      let isMade = after.apply(edit.steps)
      try #require(isMade)
      let (old, new) = (try before.edition(), try AgreementGenerator.edition(of: after.text))
      let there = Comparison(old, new)
      #expect(Self.classes(there) == edit.classes.sorted(), "seed \(seed): \(there.changes.map(\.reasons))")
      let back = Comparison(new, old)
      #expect(back.changes.map(\.kind.mirror.id).sorted() == Self.classes(there), "seed \(seed), from the other side")
      #expect(back.carried.count == there.carried.count)
      #expect(Comparison(old, old).changes.isEmpty)
      Self.expectSense(there)
      Self.expectSense(back)
      // What is changed by one edit stays so under many of them.
      #expect(Set(there.changes.map(\.fingerprint)).count == there.changes.count)
    }
  }

  /// Several edits at once, from both sides: classes, texts and confidence are mirrored.
  @Test func comparisonsAreMirrored() throws {
    var generator = SeededGenerator(seed: 7)
    for seed in 0..<400 {
      let before = AgreementGenerator(seed: UInt64(seed))
      // The same words in other sentences: many near misses.
      var other = seed % 3 == 0 ? AgreementGenerator(seed: UInt64(seed + 1000)) : before
      if seed % 2 == 0 { other = other.nextYear }
      var after = other.edited
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        var copy = after
        // Some edits speak of what another one took away.
        guard let edit = Self.edits.randomElement(using: &generator), copy.apply(edit.steps) else { continue }
        if (try? AgreementGenerator.edition(of: copy.text)) != nil { after = copy }
      }
      let (old, new) = (try before.edition(), try AgreementGenerator.edition(of: after.text))
      Self.expectSense(Comparison(old, new))
      let there = Comparison(old, new).changes.map { Self.line($0, isSwapped: false) }.sorted()
      let back = Comparison(new, old).changes.map { Self.line($0, isSwapped: true) }.sorted()
      #expect(there == back, "seed \(seed)")
    }
  }

  /// What holds for every comparison: the numbers add up, what is lost or weaker has a reason, and what is told with another change
  /// is told with one that stands by itself.
  private static func expectSense(_ comparison: Comparison, _ place: SourceLocation = #_sourceLocation) {
    let counts = comparison.commitments
    let links = comparison.changes.filter { $0.kind.id == "commitment-dropped" }.count
    #expect(counts[.dropped] == links, sourceLocation: place)
    #expect(
      CommitmentCounts.Outcome.allCases.reduce(0) { $0 + counts[$1] } == counts.old
        && counts.new == counts.old - counts[.dropped] - counts[.merged] + counts.added + counts.split
        && counts.split == comparison.changes.count { $0.kind.id == "commitment-split" }
        && counts[.merged] == comparison.changes.count { $0.kind.id == "commitment-merged" }, sourceLocation: place)
    #expect(
      counts[.carried] == comparison.carried.count { $0.kind == .commitment }
        && counts.added == comparison.changes.count { $0.kind.id == "commitment-added" }, sourceLocation: place)
    // Every number of the sentence, the new ones aside, is a part of the first one.
    let sentence = counts.text(since: comparison.earlier)
    let numbers = sentence.split { " (:,.".contains($0) }.compactMap { Int($0) }
    let parts = numbers.dropFirst().dropLast(counts.added > 0 ? 1 : 0).dropLast(counts.alsoHandedOn > 0 ? 1 : 0)
    #expect(
      sentence.hasPrefix("All of ") || counts.old == 0
        || numbers.first == counts.old && parts.reduce(0, +) == counts.old,
      "\(sentence)", sourceLocation: place)
    for change in comparison.changes {
      switch change.group {
      case .access, .dropped, .weakened:
        #expect(!change.reasons.isEmpty, "\(change.kind.id) has no reason", sourceLocation: place)
      case .changed, .confidentiality, .focus, .frame, .handed, .meetings, .new, .norms, .people, .standing,
        .strengthened, .wording:
        break
      }
      guard let whole = change.partOf else { continue }
      let found = comparison.changes.filter { $0.fingerprint == whole }
      #expect(found.count == 1 && found[0].partOf == nil && whole != change.fingerprint, sourceLocation: place)
    }
  }

  private static func line(_ change: Change, isSwapped: Bool) -> String {
    let (kind, old, new) =
      isSwapped ? (change.kind.mirror, change.new, change.old) : (change.kind, change.old, change.new)
    func text(_ wording: Change.Wording?) -> String { wording?.texts.sorted().joined(separator: " / ") ?? "-" }
    // What is told with another change is so from both sides; of two changes of one commitment either may come first.
    let isPart = change.partOf != nil && !kind.id.hasPrefix("commitment") && !kind.id.hasPrefix("role")
    return "\(kind.id) | \(text(old)) | \(text(new)) | \(change.match?.confidence ?? -1) | \(isPart)"
  }

  /// What happened to one commitment is told once, and counted once.
  @Test func oneCauseIsToldOnce() throws {
    let before = AgreementGenerator(seed: 3)
    var after = before
    after.promises[4].owner = "clark"
    after.promises[4].every = "month"
    after.promises[4].does = "Will try to meet for the check-in"
    after.promises[4].id = "meet"
    var earlier = before
    earlier.promises[4].does = "Will meet for the check-in"
    earlier.promises[4].id = "meet"
    after.meetings[0].every = "month"
    for (old, new, whole) in [(earlier, after, "commitment-weakened"), (after, earlier, "commitment-handed-on")] {
      let comparison = Comparison(try old.edition(), try new.edition())
      let told = comparison.changes.filter { $0.partOf == nil }
      #expect(told.map(\.kind.id) == [whole])
      #expect(comparison.changes.count == 3)
      #expect(comparison.commitments.alsoHandedOn == (whole == "commitment-weakened" ? 1 : 0))
    }
  }

  /// Key order, quotes, comments, line breaks, short and long forms, and the order of lists.
  @Test func layoutIsNoChange() throws {
    for seed in 0..<300 {
      let generator = AgreementGenerator(seed: UInt64(seed))
      var random = SeededGenerator(seed: UInt64(seed) &+ 99)
      let plain = try generator.edition()
      let other = try generator.reordered(&random).edition(SeededGenerator(seed: UInt64(seed)))
      #expect(Self.classes(Comparison(plain, other)) == [], "seed \(seed)")
    }
  }

  /// Which texts belong together does not depend on where they stand.
  @Test func pairingIsTheSameInAnyOrder() throws {
    var generator = SeededGenerator(seed: 5)
    for seed in 0..<200 {
      let before = AgreementGenerator(seed: UInt64(seed))
      let after = AgreementGenerator(seed: UInt64(seed + 1))
      let expected = Comparison(try before.edition(), try after.edition()).changes.map {
        Self.line($0, isSwapped: false)
      }
      let found = Comparison(
        try before.reordered(&generator).edition(), try after.reordered(&generator).edition()
      ).changes.map { Self.line($0, isSwapped: false) }
      #expect(found.sorted() == expected.sorted(), "seed \(seed)")
    }
  }

  /// The next year with the same text has new days, and nothing changed.
  @Test func anotherYearAloneIsNoChange() throws {
    for seed in 0..<100 {
      let generator = AgreementGenerator(seed: UInt64(seed))
      let comparison = Comparison(try generator.edition(), try generator.nextYear.edition())
      #expect(!comparison.hasChanges, "seed \(seed): \(Self.classes(comparison))")
      #expect(comparison.commitments[.carried] == 6)
      #expect(comparison.carried.allSatisfy { !$0.isAgreedAgain }, "nobody has signed")
    }
  }
}
