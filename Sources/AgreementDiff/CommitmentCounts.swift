internal import Agreement
internal import TextSupport

/// What happened to the commitments, in numbers. Each commitment on the old side is counted once, for the most
/// important thing that happened to it.
package struct CommitmentCounts: Sendable, Equatable {
  /// What can happen to a commitment, in the order shown.
  package enum Outcome: String, Sendable, CaseIterable {
    /// It stayed as it was.
    case carried
    /// Somebody else does it.
    case handedOn = "handed-on"
    /// It is gone.
    case dropped
    /// It promises less.
    case weakened
    /// Its owner left.
    case orphaned
    /// It promises more.
    case strengthened
    /// It asks for something else, neither clearly less nor clearly more, or has more or fewer owners.
    case changed
    /// It is due on another date.
    case dueMoved = "due-moved"
    /// It is under another topic.
    case moved
    /// It is part of another promise now.
    case merged
    /// Its owner is back.
    case adopted
    /// It says the same in other words.
    case reworded
  }

  /// The numbers that are not zero.
  private var numbers: [Outcome: Int] = [:]
  /// The number of commitments on the new side that nobody promised before.
  package var added = 0
  /// The number of commitments on the new side that were part of another one before.
  package var split = 0
  /// The number of commitments counted under a different outcome that were also handed on.
  package private(set) var alsoHandedOn = 0

  /// Creates counts of zero.
  package init() {}

  /// The number of commitments on the old side with an outcome.
  package internal(set) subscript(outcome: Outcome) -> Int {
    get { numbers[outcome, default: 0] }
    set { numbers[outcome] = newValue == 0 ? nil : newValue }
  }

  /// The number of commitments on the old side.
  package var old: Int { numbers.values.reduce(0, +) }
  /// The number of commitments on the new side.
  package var new: Int { old - self[.dropped] - self[.merged] + added + split }

  /// Adds the numbers of another agreement.
  package mutating func add(_ other: CommitmentCounts) {
    for (outcome, number) in other.numbers { self[outcome] += number }
    added += other.added
    split += other.split
    alsoHandedOn += other.alsoHandedOn
  }

  /// Counts a commitment that is on both sides, by the classes of its changes.
  mutating func count(_ classes: [ChangeClass]) {
    let outcome = Self.first.first { classes.contains($0.0) }?.1 ?? .carried
    self[outcome] += 1
    if outcome != .handedOn, classes.contains(.commitmentHandedOn) { alsoHandedOn += 1 }
  }

  /// The outcome that counts if several things happened to one commitment: the first of these.
  private static let first: [(ChangeClass, Outcome)] = [
    (.commitmentOrphaned, .orphaned), (.commitmentWeakened, .weakened), (.commitmentHandedOn, .handedOn),
    (.commitmentStrengthened, .strengthened), (.commitmentChanged, .changed),
    (.commitmentOwnerLess, .changed), (.commitmentOwnerMore, .changed), (.commitmentDueMoved, .dueMoved),
    (.commitmentMoved, .moved), (.commitmentAdopted, .adopted), (.commitmentReworded, .reworded),
  ]

  /// The numbers in sentences: "Of last year's 8 commitments: 4 carried on as they were, 3 handed to someone else, 1
  /// dropped. 2 are new."
  package func text(since earlier: Earlier) -> String {
    let news = added == 0 ? "" : added == 1 ? " 1 is new." : " \(added) are new."
    guard old > 0 else { return "There were no commitments before." + news }
    if old == 1, let outcome = Outcome.allCases.first(where: { self[$0] == 1 }) {
      let both = alsoHandedOn == 0 ? "" : ", and handed to someone else"
      return "\(earlier.only): \(outcome.words(1))\(both)." + news
    }
    if self[.carried] == old { return "All of \(earlier.words(old)) carried on as they were." + news }
    let parts = Outcome.allCases.filter { self[$0] > 0 }.map { "\(self[$0]) \($0.words(self[$0]))" }
    // If only one commitment changed, no number is needed; with several, the text has to say how many were handed on.
    let isOne = alsoHandedOn == 1 && old - self[.carried] == 1
    let both =
      alsoHandedOn == 0
      ? "" : isOne ? " and was handed to someone else" : " (\(alsoHandedOn) of these also handed to someone else)"
    return "Of \(earlier.words(old)): \(parts.joined(separator: ", "))\(both)." + news
  }
}

extension CommitmentCounts.Outcome {
  /// What happened to this many commitments, as written after their number.
  fileprivate func words(_ count: Int) -> String {
    let isOne = count == 1
    return switch self {
    case .carried: isOne ? "carried on as it was" : "carried on as they were"
    case .handedOn: "handed to someone else"
    case .dropped: "dropped"
    case .weakened: isOne ? "promises less" : "promise less"
    case .orphaned: isOne ? "has lost its owner" : "have lost their owners"
    case .strengthened: isOne ? "promises more" : "promise more"
    case .changed: "changed"
    case .dueMoved: "due on another date"
    case .moved: "moved to another topic"
    case .merged: "merged into another"
    case .adopted: isOne ? "has its owner back" : "have their owners back"
    case .reworded: "said in other words"
    }
  }
}

/// How sentences refer to the old side, seen from the new one.
package struct Earlier: Sendable, Equatable {
  /// The old school year; nil if there is none, or if several are meant.
  let old: SchoolYear?
  /// The new school year.
  let new: SchoolYear?

  /// An old side without a name.
  package static let unknown = Earlier(old: nil, new: nil)

  /// "Last year's only commitment", "The only commitment of 2024-25", "The only commitment before".
  var only: String {
    guard let old, let new, old.first != new.first else { return "The only commitment before" }
    return new.first == old.first + 1 ? "Last year's only commitment" : "The only commitment of \(old)"
  }

  /// "last year's 8 commitments", "the 8 commitments of 2024-25", "the 8 commitments before".
  func words(_ count: Int) -> String {
    let noun = count == 1 ? "commitment" : "commitments"
    guard let old, let new, old.first != new.first else { return "the \(count) \(noun) before" }
    return new.first == old.first + 1 ? "last year's \(count) \(noun)" : "the \(count) \(noun) of \(old)"
  }
}
