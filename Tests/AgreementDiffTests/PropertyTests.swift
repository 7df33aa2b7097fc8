import AgreementDiff
import TestSupport
import Testing

/// What holds for any two agreements; each seed makes another pair.
@Suite struct PropertyTests {
  /// One known edit and the class that it has.
  struct Edit: CustomTestStringConvertible, Sendable {
    let name: String
    let classes: [String]
    let apply: @Sendable (inout AgreementGenerator) -> Void

    var testDescription: String { name }

    init(_ name: String, _ classes: String..., apply: @escaping @Sendable (inout AgreementGenerator) -> Void) {
      self.name = name
      self.classes = classes
      self.apply = apply
    }
  }

  static let edits: [Edit] = [
    Edit("a commitment goes", "commitment-dropped") { $0.promises.remove(at: 1) },
    Edit("a commitment under another topic", "commitment-moved") { $0.promises[2].topic = "relationship-building" },
    Edit("another owner", "commitment-handed-on") {
      $0.promises[0].owner = "adams"
    },
    Edit("another owner of one with an id, in other words", "commitment-changed", "commitment-handed-on") {
      $0.promises[5].owner = "clark"
      $0.promises[5].does = "Wave at everybody by the gate"
    },
    Edit("will becomes will try to", "commitment-weakened") {
      $0.promises[4].does.replace("Will offer", with: "Will try to offer")
    },
    Edit("will becomes may", "commitment-weakened") { $0.promises[4].does.replace("Will offer", with: "May offer") },
    Edit("a hedge comes", "commitment-weakened") { $0.promises[0].does += ", if time permits" },
    Edit("weekly becomes monthly", "commitment-weakened") { $0.promises[4].every = "month" },
    Edit("a number goes down", "commitment-weakened") { $0.promises[4].does.replace("six", with: "four") },
    Edit("a number in digits goes down", "commitment-weakened") { $0.promises[4].does.replace("six", with: "4") },
    Edit("the date goes", "commitment-weakened") { $0.promises[1].due = nil },
    Edit("how often goes", "commitment-weakened") { $0.promises[4].every = nil },
    Edit("due later", "commitment-due-moved") { $0.promises[1].due = "\($0.year)-12-11" },
    Edit("the last one left, in entirely other words", "commitment-changed") {
      $0.promises[1].does = "Wave at everybody by the gate"
    },
    Edit("a word more", "commitment-changed") { $0.promises[1].does += " again" },
    Edit("an article less", "commitment-reworded") {
      $0.promises[1].does.replace(" the ", with: " ", maxReplacements: 1)
    },
    Edit("other words for a part", "commitment-changed") {
      $0.promises[1].does = "Describe" + $0.promises[1].does.drop { $0 != " " }
    },
    Edit("an answer goes", "topic-unanswered") { generator in generator.topics.removeAll { $0.id == "urgent-concern" }
    },
    Edit("set aside", "topic-set-aside") { generator in
      generator.topics.removeAll { $0.id == "urgent-concern" }
      generator.notRelevant["urgent-concern"] = "We have no such thing"
    },
    Edit("left open", "topic-opened") { generator in
      generator.topics.removeAll { $0.id == "urgent-concern" }
      generator.open["urgent-concern"] = "\(generator.year)-11-02"
    },
    Edit("another answer", "topic-changed") { $0.edit("urgent-concern") { $0 = ["Somebody else entirely decides"] } },
    Edit("an answer with a hedge", "topic-weakened") { $0.edit("urgent-concern") { $0[0] += " when possible" } },
    Edit("one of three texts goes", "topic-changed") { $0.edit("team-coaching") { $0.remove(at: 1) } },
    Edit("one text in two", "topic-reworded") { $0.edit("work-records") { $0 = [$0.joined(separator: ". ")] } },
    Edit("by invitation", "access-closed") { $0.edit("classroom-access") { $0 = ["By invitation of the teacher"] } },
    Edit("by choice", "taking-part-optional") {
      $0.edit("participation-expectation") { $0 = ["Planning is voluntary"] }
    },
    Edit("names are named", "teacher-naming-changed") { $0.edit("teacher-naming") { $0 = ["Names, with consent"] } },
    Edit("more is shared", "confidentiality-widened") { $0.shared += ", goals and grades" },
    Edit("more is private", "confidentiality-narrowed") { $0.kept += ", and every visit" },
    Edit("less money", "budget-cut") { $0.edit("coach-learning-budget") { $0 = ["$400 from the building fund"] } },
    Edit("no money", "budget-lost") { $0.edit("coach-learning-budget") { $0 = ["There is no money left"] } },
    Edit("other days", "campus-days-moved") { $0.edit("campus-schedule") { $0 = ["Fridays here, Tuesdays there"] } },
    Edit("not told", "telling-dropped") { $0.told = [:] },
    Edit("somebody joins", "person-joined") {
      $0.people.append(AgreementGenerator.Person(id: "davis", name: "Di Davis", role: "teacher"))
    },
    Edit("another role", "person-role-changed") { $0.people[2].role = "content-coordinator" },
    Edit("another id for the same name", "person-changed") { generator in
      for index in generator.promises.indices where generator.promises[index].owner == "clark" {
        generator.promises[index].owner = "cy"
      }
      generator.people[2].id = "cy"
    },
    Edit("an owner who left", "commitment-orphaned", "person-left") { generator in
      generator.people[2].left = "\(generator.year + 1)-02-01"
    },
    Edit("a second role", "person-role-changed") { $0.people[2].role = "[assistant-principal, teacher]" },
    Edit("time elsewhere", "person-campus-changed") { $0.people[1].elsewhere = "20% in the district office" },
    Edit("somebody else is named", "other-added") { $0.others.append(("board", "The school board")) },
    Edit("somebody else is no longer named", "other-dropped") { $0.others = [] },
    Edit("somebody else has another name", "other-changed") { $0.others[0].name = "The main office" },
    Edit("one more owner", "commitment-owner-more") { $0.promises[0].owner = "[clark, adams]" },
    Edit("handed to somebody who takes no part", "commitment-handed-on") { $0.promises[0].owner = "office" },
    Edit("a section set aside", "section-set-aside") { $0.setAside["specific-issues"] = "The district decides" },
    Edit("an answer lost with its section", "section-set-aside", "topic-set-aside") { generator in
      generator.topics.removeAll { $0.id == "coach-learning-budget" }
      generator.setAside["specific-issues"] = "The district decides"
    },
    Edit("a meeting on two days", "meetings-more-often") { generator in
      generator.meetings[1].date = nil
      generator.meetings[1].dates = ["\(generator.year)-10-20", "\(generator.year + 1)-01-19"]
    },
    Edit("a meeting elsewhere", "meeting-changed") { $0.meetings[1].place = "The library" },
    Edit("a norm goes", "norm-dropped") { $0.norms.remove(at: 1) },
    Edit("a norm says more", "norm-changed") { $0.norms[0] += " and read it twice" },
    Edit("a norm without an article", "norm-reworded") { $0.norms[0].replace(" the ", with: " ", maxReplacements: 1) },
    Edit("a role goes", "role-dropped") { $0.roles.remove(at: 0) },
    Edit("a role means something else", "role-changed") { $0.roles[0].text = "Anything that comes up" },
    Edit("a challenge goes", "challenge-dropped") { $0.challenges.remove(at: 0) },
    Edit("a strength goes", "strength-dropped") { $0.strengths = [] },
    Edit("a result goes", "result-dropped") { $0.results.remove(at: 1) },
    Edit("meetings less often", "meetings-less-often") { $0.meetings[0].every = "two-weeks" },
    Edit("a review goes", "review-dropped") { $0.meetings.remove(at: 1) },
    Edit("a meeting moves", "meeting-changed") { $0.meetings[1].date = "\($0.year)-11-12" },
    Edit("another policy", "cancel-policy-changed") { $0.cancel = "It is skipped" },
    Edit("another absence policy", "absence-policy-changed") { $0.absent = "It is moved" },
    Edit("back to a draft", "status-changed") { $0.status = "draft" },
    Edit("only carried over", "topic-carried") { $0.carried = ["urgent-concern"] },
  ]

  private static func classes(_ comparison: Comparison) -> [String] { comparison.changes.map(\.kind.id).sorted() }

  /// 62 edits on 45 agreements: 2,790 pairs, each compared from both sides.
  @Test(arguments: edits) func oneEditHasItsClassAndTheMirrorOfIt(edit: Edit) throws {
    for seed in 0..<45 {
      let before = AgreementGenerator(seed: UInt64(seed))
      var after = before
      edit.apply(&after)
      let (old, new) = (try before.edition(), try after.edition())
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
      var after = seed % 3 == 0 ? AgreementGenerator(seed: UInt64(seed + 1000)) : before
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        var copy = after
        if let edit = Self.edits.randomElement(using: &generator), copy.canTake(edit.name) { edit.apply(&copy) }
        if (try? copy.edition()) != nil { after = copy }
      }
      if seed % 2 == 0 { after = after.nextYear }
      let (old, new) = (try before.edition(), try after.edition())
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

extension AgreementGenerator {
  /// Changes the answer to a topic, where it is there.
  mutating func edit(_ id: String, _ change: (inout [String]) -> Void) {
    guard let index = topics.firstIndex(where: { $0.id == id }) else { return }
    change(&topics[index].answer)
  }

  /// Whether an edit can be made after others: what it speaks of is still there.
  func canTake(_ edit: String) -> Bool {
    promises.count == 6 && norms.count == 3 && roles.count == 2 && challenges.count == 2 && results.count == 2
      && meetings.count == 3 && people.count == 3 && others.count == 1
      && topics.contains { $0.id == "team-coaching" && $0.answer.count == 3 }
  }
}
