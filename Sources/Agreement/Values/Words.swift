/// A word from one of the format's fixed lists.
package protocol FormatWord: RawRepresentable<String>, CaseIterable, Sendable {
  /// What people write instead, in plain words, and what they mean by it.
  static var synonyms: [String: Self] { get }
}

extension FormatWord {
  /// Most lists of words need none.
  package static var synonyms: [String: Self] { [:] }
}

/// Whether the agreement is a draft or agreed: `status`.
package enum Status: String, FormatWord {
  case draft
  case agreed
}

/// What a participant does in the partnership.
package enum ParticipantRole: String, FormatWord {
  case principal
  case assistantPrincipal = "assistant-principal"
  case instructionalCoach = "instructional-coach"
  case contentCoordinator = "content-coordinator"
  case facilitator
  case coachingCoordinator = "coaching-coordinator"
  case teacher
  case other
}

/// How often a meeting recurs.
package enum Recurrence: String, FormatWord {
  case week
  case twoWeeks = "two-weeks"
  case month
}

/// What a meeting is for.
package enum MeetingKind: String, FormatWord {
  case checkIn = "check-in"
  case prioritiesReview = "priorities-review"
  case normsReview = "norms-review"
  case other
}

/// How somebody signed; the methods are ordered from weak to strong.
package enum SignatureMethod: String, FormatWord {
  case typed
  case paper
  case ssh
}

/// A day of the week, with its places in the month if the meeting is monthly.
package struct Weekday: Hashable, Sendable, CustomStringConvertible {
  /// The days, in the order of the calendar.
  package static let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
  /// The places in a month.
  package static let allPlaces = ["first", "second", "third", "fourth", "last"]

  /// The places in the month, one or two in order; empty for every week.
  package let places: [String]
  /// The day.
  package let day: String

  /// Reads `tuesday`, `first tuesday` or `first and third tuesday`.
  package init?(_ text: some StringProtocol) {
    let words = text.split(omittingEmptySubsequences: false) { $0 == " " }.map { String($0) }
    guard let day = words.last, Self.days.contains(day) else { return nil }
    let ranks = words.dropLast().map { Self.allPlaces.firstIndex(of: $0) }
    switch words.count {
    case 1: places = []
    case 2:
      guard ranks[0] != nil else { return nil }
      places = [words[0]]
    case 4:
      guard words[1] == "and", let first = ranks[0], let second = ranks[2], first < second else { return nil }
      places = [words[0], words[2]]
    default: return nil
    }
    self.day = day
  }

  /// The words in the format's spelling.
  package var description: String { (places.isEmpty ? "" : places.joined(separator: " and ") + " ") + day }
}
