internal import Agreement
internal import TextSupport

/// What became of the commitments, in numbers; each commitment of the old side is counted once, for the most that happened to it.
public struct CommitmentCounts: Sendable, Equatable {
  /// What can become of a commitment, in the order in which it is shown.
  public enum Outcome: String, Sendable, CaseIterable {
    /// It stayed as it was.
    case carried
    /// Somebody else does it.
    case handedOn = "handed-on"
    /// It is not there anymore.
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

  /// Only of what happened.
  private var numbers: [Outcome: Int] = [:]
  /// The commitments of the new side that nobody promised before.
  public var added = 0
  /// The commitments of the new side that were part of another one before.
  public var split = 0
  /// Of those that changed in a way that comes first, the ones that somebody else does now, too.
  public private(set) var alsoHandedOn = 0

  /// Nothing yet.
  public init() {}

  /// How many of the old side had an outcome.
  public internal(set) subscript(outcome: Outcome) -> Int {
    get { numbers[outcome, default: 0] }
    set { numbers[outcome] = newValue == 0 ? nil : newValue }
  }

  /// The commitments of the old side.
  public var old: Int { numbers.values.reduce(0, +) }
  /// The commitments of the new side.
  public var new: Int { old - self[.dropped] - self[.merged] + added + split }

  /// Adds the numbers of another agreement.
  public mutating func add(_ other: CommitmentCounts) {
    for (outcome, number) in other.numbers { self[outcome] += number }
    added += other.added
    split += other.split
    alsoHandedOn += other.alsoHandedOn
  }

  /// Counts a commitment that is on both sides, with the classes of what changed in it.
  mutating func count(_ classes: [ChangeClass]) {
    let outcome = Self.first.first { classes.contains($0.0) }?.1 ?? .carried
    self[outcome] += 1
    if outcome != .handedOn, classes.contains(.commitmentHandedOn) { alsoHandedOn += 1 }
  }

  /// What counts where several things happened to one commitment: the first of these.
  private static let first: [(ChangeClass, Outcome)] = [
    (.commitmentOrphaned, .orphaned), (.commitmentWeakened, .weakened), (.commitmentHandedOn, .handedOn),
    (.commitmentStrengthened, .strengthened), (.commitmentChanged, .changed),
    (.commitmentOwnerLess, .changed), (.commitmentOwnerMore, .changed), (.commitmentDueMoved, .dueMoved),
    (.commitmentMoved, .moved), (.commitmentAdopted, .adopted), (.commitmentReworded, .reworded),
  ]

  /// The numbers in sentences: "Of last year's 8 commitments: 4 carried on as they were, 3 handed to someone else, 1 dropped. 2 are new."
  public func text(since earlier: Earlier) -> String {
    let news = added == 0 ? "" : added == 1 ? " 1 is new." : " \(added) are new."
    guard old > 0 else { return "There were no commitments before." + news }
    if old == 1, let outcome = Outcome.allCases.first(where: { self[$0] == 1 }) {
      let both = alsoHandedOn == 0 ? "" : ", and handed to someone else"
      return "\(earlier.only): \(outcome.words(1))\(both)." + news
    }
    if self[.carried] == old { return "All of \(earlier.words(old)) carried on as they were." + news }
    let parts = Outcome.allCases.filter { self[$0] > 0 }.map { "\(self[$0]) \($0.words(self[$0]))" }
    // One that changed and was handed on is one thing; of several it has to be said how many.
    let isOne = alsoHandedOn == 1 && old - self[.carried] == 1
    let both =
      alsoHandedOn == 0
      ? "" : isOne ? " and was handed to someone else" : " (\(alsoHandedOn) of these also handed to someone else)"
    return "Of \(earlier.words(old)): \(parts.joined(separator: ", "))\(both)." + news
  }
}

extension CommitmentCounts.Outcome {
  /// What became of so many, after their number.
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

/// What the old side is called, seen from the new one.
public struct Earlier: Sendable, Equatable {
  /// The old school year; nil where there is none, or where several are meant.
  let old: SchoolYear?
  /// The new school year.
  let new: SchoolYear?

  /// An old side without a name.
  public static let unknown = Earlier(old: nil, new: nil)

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
