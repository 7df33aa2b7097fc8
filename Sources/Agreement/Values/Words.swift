/// A word from one of the format's fixed lists.
package protocol FormatWord: RawRepresentable<String>, CaseIterable, CellValue where AllCases == [Self] {
  /// What people write instead, in plain words, and what they mean by it.
  static var synonyms: [String: Self] { get }
}

extension FormatWord {
  /// Most lists of words need none.
  package static var synonyms: [String: Self] { [:] }

  package init(_ place: CellPlace) { self = Self.allCases[Int(place.cell.value)] }
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

extension SignatureMethod: Comparable {
  package static func < (left: SignatureMethod, right: SignatureMethod) -> Bool {
    allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
  }
}

/// A day of the week, with its places in the month if the meeting is monthly.
package struct Weekday: BitwiseCopyable, Hashable, Sendable, CustomStringConvertible {
  /// The days, in the order of the calendar.
  package static let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
  /// The places in a month.
  package static let allPlaces = ["first", "second", "third", "fourth", "last"]

  /// The day, and the one or two places, in a byte each as a number from 1; 0 is none.
  let packed: UInt32

  /// The places in the month, one or two in order; empty for every week.
  package var places: [String] {
    [packed >> 8 & 0xFF, packed >> 16].filter { $0 > 0 }.map { Self.allPlaces[Int($0) - 1] }
  }

  /// The day.
  package var day: String { Self.days[Int(packed & 0xFF) - 1] }

  /// Reads `tuesday`, `first tuesday` or `first and third tuesday`.
  package init?(_ text: some StringProtocol) {
    let words = text.split(omittingEmptySubsequences: false) { $0 == " " }.map { String($0) }
    guard let last = words.last, let day = Self.days.firstIndex(of: last) else { return nil }
    let ranks = words.dropLast().map { Self.allPlaces.firstIndex(of: $0) }
    var places = (first: 0, second: 0)
    switch words.count {
    case 1: break
    case 2:
      guard let first = ranks[0] else { return nil }
      places.first = first + 1
    case 4:
      guard words[1] == "and", let first = ranks[0], let second = ranks[2], first < second else { return nil }
      places = (first + 1, second + 1)
    default: return nil
    }
    packed = UInt32(day + 1 | places.first << 8 | places.second << 16)
  }

  /// The words in the format's spelling.
  package var description: String { (places.isEmpty ? "" : places.joined(separator: " and ") + " ") + day }
}

extension Weekday: CellValue {
  package init(_ place: CellPlace) { packed = place.cell.value }
}
