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

  init(_ id: String, mirror: String?, _ group: ChangeGroup, _ title: String, _ summary: String) {
    self.id = id
    mirrorID = mirror ?? id
    self.group = group
    self.title = title
    self.summary = summary
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

/// How much a change matters; the first group is shown first.
package enum ChangeGroup: Int, Sendable, CaseIterable {
  case confidentiality
  case dropped
  case weakened
  case access
  case handed
  case people
  case new
  case strengthened
  case changed
  case meetings
  case norms
  case focus
  case frame
  case wording
  case standing

  /// The heading of the group.
  package var title: String {
    switch self {
    case .confidentiality: "Confidentiality, consent and evaluation"
    case .dropped: "Dropped or lost"
    case .weakened: "Weakened"
    case .access: "Access to classrooms and taking part"
    case .handed: "Handed to someone else"
    case .people: "People and campuses"
    case .new: "New"
    case .strengthened: "Strengthened"
    case .changed: "Changed"
    case .meetings: "Meetings"
    case .norms: "Norms"
    case .focus: "Roles, challenges, strengths and expected results"
    case .standing: "The same as before, and worth a look"
    case .frame: "Dates, notes, preparation and signatures"
    case .wording: "Only the wording changed"
    }
  }

  /// The word for the group in data.
  package var word: String {
    switch self {
    case .confidentiality: "confidentiality"
    case .dropped: "dropped"
    case .weakened: "weakened"
    case .access: "access"
    case .handed: "handed-on"
    case .people: "people"
    case .new: "new"
    case .strengthened: "strengthened"
    case .changed: "changed"
    case .meetings: "meetings"
    case .norms: "norms"
    case .focus: "focus"
    case .standing: "standing"
    case .frame: "frame"
    case .wording: "wording"
    }
  }
}
