internal import Agreement
internal import AgreementLint
internal import Diagnostics
internal import TextSupport

/// Days, times and words of the format as people say them.
enum Spoken {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// "August 17, 2026".
  static func day(_ date: CalendarDate) -> String { "\(months[date.month - 1]) \(date.day), \(date.year)" }

  /// "Thursday".
  static func weekday(_ date: CalendarDate) -> String {
    // Day 0 of the numbers, March 1 of the year 0, is a Wednesday.
    capitalized(Weekday.days[(date.dayNumber + 2) % 7])
  }

  /// "7:15 am".
  static func time(_ time: TimeOfDay) -> String {
    let (hour, minute) = (time.minutes / 60, time.minutes % 60)
    return "\((hour + 11) % 12 + 1):\(minute < 10 ? "0" : "")\(minute) \(hour < 12 ? "am" : "pm")"
  }

  /// "instructional coach" for `instructional-coach`.
  static func words(_ word: String) -> String { word.replacing("-", with: " ") }

  /// "priorities review" for `priorities-review`.
  static func kind(_ kind: MeetingKind) -> String {
    switch kind {
    case .checkIn: kind.rawValue
    case .prioritiesReview, .normsReview, .other: words(kind.rawValue)
    }
  }

  /// A digest in groups of eight, so that two can be compared by eye.
  static func digest(_ digest: Digest) -> String {
    let digits = Array(digest.description)
    return stride(from: 0, to: digits.count, by: 8).map { String(digits[$0..<min($0 + 8, digits.count)]) }
      .joined(separator: " ")
  }

  /// The first eight digits of a digest.
  static func short(_ digest: Digest) -> String { String(digest.description.prefix(8)) }

  static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// When a meeting is: "every second Tuesday, first on August 18, 2026".
  static func when(_ meeting: Meeting, in year: ClosedRange<CalendarDate>?) -> Line {
    let days = meeting.days.map(\.value)
    if !days.isEmpty {
      return Line.joined(days.map { "\(weekday($0)), \($0)" }, by: "; ")
    }
    guard let every = meeting.every.value, let weekday = meeting.weekday.value else { return Line() }
    let day = capitalized(weekday.day)
    let rhythm =
      switch every {
      case .week: "every \(day)"
      case .twoWeeks: "every second \(day)"
      case .month: "the \(Prose.list(weekday.places)) \(day) of each month"
      }
    let first = year.flatMap { year in
      MeetingTime.days(of: meeting).flatMap { $0.dayNumbers(in: year) }.min().flatMap { CalendarDate(dayNumber: $0) }
    }
    return first.map { "\(rhythm), first on \($0)" } ?? Line(rhythm)
  }
}
