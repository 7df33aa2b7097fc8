/// A kind of change, such as `commitment-dropped`. It says what happened to something; its mirror says the same from
/// the other side.
package struct ChangeClass: Sendable, Hashable, Comparable {
  /// The id, as people type it.
  package let id: String
  /// The id of the class that the same change has when the two sides are swapped; its own id if that is the same.
  package let mirrorID: String
  /// How much it matters, and the heading it is listed under.
  package let group: ChangeGroup
  /// What happened, in a few words.
  package let title: String
  /// What it means, in a sentence or two.
  package let summary: String
  /// How the summary of a diff counts it; nil if it is counted among the other changes, or with the commitments.
  package let line: SummaryLine?
  /// For a class that is never settled without people: its place in the order in which a meeting takes them, from 1.
  let settledAs: Int?
  /// Edits with this change, or with its mirror where they are undone; the tests make each of them.
  package let examples: [ChangeExample]

  init(
    _ id: String, mirror: String? = nil, _ group: ChangeGroup, _ title: String, _ summary: String,
    line: SummaryLine? = nil, settledAs: Int? = nil, examples: [ChangeExample] = []
  ) {
    self.id = id
    mirrorID = mirror ?? id
    self.group = group
    self.title = title
    self.summary = summary
    self.line = line
    self.settledAs = settledAs
    self.examples = examples
  }

  /// The class with an id; nil if there is none.
  package static func named(_ id: String) -> ChangeClass? { byID[id] }

  private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

  /// The class that the same change has when the two sides are swapped.
  package var mirror: ChangeClass { Self.byID[mirrorID] ?? self }

  /// Whether it reports something that stayed the same, which is listed but is not a change.
  package var isStanding: Bool { group == .standing }

  /// Two classes are equal if their ids are.
  package static func == (left: ChangeClass, right: ChangeClass) -> Bool { left.id == right.id }

  /// Adds the id to a hasher.
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }

  /// Classes are ordered by group, then by id.
  package static func < (left: ChangeClass, right: ChangeClass) -> Bool {
    (left.group.rawValue, left.id) < (right.group.rawValue, right.id)
  }
}
