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
