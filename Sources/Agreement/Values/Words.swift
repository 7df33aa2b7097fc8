/// A word that the format gives a fixed list for.
public protocol FormatWord: RawRepresentable<String>, CaseIterable, Sendable {
  /// What people write instead, in plain words, and what they mean by it.
  static var synonyms: [String: Self] { get }
}

extension FormatWord {
  /// Most lists of words need none.
  public static var synonyms: [String: Self] { [:] }
}

/// `status`.
public enum Status: String, FormatWord {
  case draft
  case agreed
}

/// What a participant does in the partnership.
public enum ParticipantRole: String, FormatWord {
  case principal
  case assistantPrincipal = "assistant-principal"
  case instructionalCoach = "instructional-coach"
  case contentCoordinator = "content-coordinator"
  case facilitator
  case coachingCoordinator = "coaching-coordinator"
  case teacher
  case other
}

/// How often a meeting comes back.
public enum Recurrence: String, FormatWord {
  case week
  case twoWeeks = "two-weeks"
  case month
}

/// What a meeting is for.
public enum MeetingKind: String, FormatWord {
  case checkIn = "check-in"
  case prioritiesReview = "priorities-review"
  case normsReview = "norms-review"
  case other
}

/// How somebody signed; a later one is a stronger tier.
public enum SignatureMethod: String, FormatWord {
  case typed
  case paper
  case ssh
}

/// A day of the week, with its place in the month where a meeting is monthly.
public struct Weekday: Hashable, Sendable, CustomStringConvertible {
  /// The days, in the order of the calendar.
  public static let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
  /// The places in a month.
  public static let places = ["first", "second", "third", "fourth", "last"]

  /// The place in the month, or nil for every week.
  public let place: String?
  /// The day.
  public let day: String

  /// Reads `tuesday` or `first tuesday`.
  public init?(_ text: some StringProtocol) {
    let words = text.split(omittingEmptySubsequences: false) { $0 == " " }.map { String($0) }
    guard let day = words.last, Self.days.contains(day), words.count <= 2 else { return nil }
    if words.count == 2 {
      guard Self.places.contains(words[0]) else { return nil }
      place = words[0]
    } else {
      place = nil
    }
    self.day = day
  }

  /// The words as the format has them.
  public var description: String { place.map { "\($0) \(day)" } ?? day }
}
