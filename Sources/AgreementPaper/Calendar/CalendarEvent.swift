internal import Agreement
internal import Crypto

/// An event of a calendar.
struct CalendarEvent: Sendable {
  /// What makes it the same event when it is exported again: the kind, and a key of that kind.
  struct Key: Sendable {
    let kind: String
    let key: String
  }

  let key: Key
  let start: CalendarTime
  /// How long it takes, in minutes; nil if that is not said.
  var minutes: Int?
  /// How it recurs: `FREQ=WEEKLY;BYDAY=TU;COUNT=36`.
  var rule: String?
  /// The days on which it would recur, but does not.
  var exceptions: [CalendarDate] = []
  let summary: String
  var details: [String] = []
  var place: String?
  let category: String
  /// The time zone; nil for the time at whatever place people are.
  let zone: String?
  /// The id and the school year of its agreement.
  let agreement: String

  /// The identifier, which stays the same from one export to the next.
  var uid: String {
    // A line feed is in none of the parts.
    let text = [agreement, key.kind, key.key].joined(separator: "\n")
    let digits = SHA256.hash(data: Array(text.utf8)).prefix(16).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return digits.joined() + "@concord"
  }
}
