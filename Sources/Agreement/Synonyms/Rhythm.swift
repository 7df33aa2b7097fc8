/// How often and on which day a meeting recurs, as people say it: "1st Monday", "every other Tuesday", "weekly on
/// Fridays".
struct Rhythm: Equatable {
  /// How often; nil if the words do not say.
  var every: Recurrence?
  /// The days of the week.
  var days: [String] = []
  /// The places in the month, such as first or last.
  var places: [String] = []

  /// The day in the format's words; nil if there is none, or more than one meeting can have.
  var weekday: String? {
    guard days.count == 1, let day = days.first else { return nil }
    switch places.count {
    case 0: return day
    case 1: return "\(places[0]) \(day)"
    default: return nil
    }
  }

  /// Nil if there is an unknown word, because then nobody knows what was meant.
  init?(_ text: String) {
    let words = PlainWords.of(text)
    guard !words.isEmpty, words.count <= 12 else { return nil }
    var rest: [String] = []
    for word in words {
      if let day = Self.day(word) {
        if !days.contains(day) { days.append(day) }
      } else if let place = Self.places[word], !(word == "second" && rest.last == "every") {
        if !places.contains(place) { places.append(place) }
      } else {
        rest.append(word)
      }
    }
    var said = rest.filter { !["on", "and", "the", "of", "a", "in", "day", "at", "s"].contains($0) }
    // "Every second Tuesday" could mean either, so it is left alone.
    if said == ["every", "second"] { return nil }
    if !places.isEmpty {
      said.removeAll { ["every", "each", "per", "once", "month", "months", "monthly", "only"].contains($0) }
      guard said.isEmpty, !days.isEmpty else { return nil }
      every = .month
      return
    }
    if days.isEmpty, rest.isEmpty { return nil }
    let phrase = rest.filter { !["on", "and", "s"].contains($0) }.joined(separator: " ")
    switch phrase {
    case "": every = nil
    case "every", "each": every = .week
    case "every other", "alternate", "alternating", "every 2nd": every = .twoWeeks
    default:
      guard let known = Recurrence.synonyms[phrase] ?? Recurrence(rawValue: phrase) ?? Self.counted(phrase) else {
        return nil
      }
      every = known
    }
  }

  /// A week or a month among other words, such as "a week" and "2 weeks".
  private static func counted(_ phrase: String) -> Recurrence? {
    Recurrence.synonyms[
      phrase.split(separator: " ").drop { $0 == "a" || $0 == "the" || $0 == "once" }.joined(separator: " ")]
  }

  /// The day that a word names: "Mondays", "Tues", "wed".
  private static func day(_ word: String) -> String? {
    if let whole = Weekday.days.first(where: { word == $0 || word == $0 + "s" }) { return whole }
    return short[word]
  }

  private static let short: [String: String] = [
    "fri": "friday",
    "fris": "friday",
    "mon": "monday",
    "mons": "monday",
    "sat": "saturday",
    "sun": "sunday",
    "th": "thursday",
    "thu": "thursday",
    "thur": "thursday",
    "thurs": "thursday",
    "tu": "tuesday",
    "tue": "tuesday",
    "tues": "tuesday",
    "wed": "wednesday",
    "weds": "wednesday",
  ]

  private static let places: [String: String] = [
    "1st": "first",
    "2nd": "second",
    "3rd": "third",
    "4th": "fourth",
    "first": "first",
    "fourth": "fourth",
    "last": "last",
    "second": "second",
    "third": "third",
  ]

  /// Whether a text names a rhythm that the format has no word for, so that the days must be listed.
  static func needsDates(_ text: String) -> Bool {
    let words = PlainWords.of(text)
    return words.contains { withoutWord.contains($0) }
      || words.contains("weeks")
        && words.contains { ["3", "4", "5", "6", "8", "9", "three", "four", "six"].contains($0) }
      || words.contains("months") && !words.contains("1")
  }

  private static let withoutWord: Set<String> = [
    "annual", "annually", "bimonthly", "cycle", "daily", "nine", "period", "quarter", "quarterly", "quarters",
    "semester", "semesterly", "semesters", "term", "termly", "terms", "trimester", "trimesters", "twice", "year",
    "yearly",
  ]
}
