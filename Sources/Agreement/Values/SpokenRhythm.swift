/// How often something is done, as the answer to `every` says it, in words for a sentence.
package enum SpokenRhythm {
  /// "every month" for `month`, and "weekly" for `weekly`: many answers say all of it themselves.
  package static func words(_ every: String) -> String {
    let every = Recurrence(rawValue: every) == .twoWeeks ? "two weeks" : every
    let words = every.lowercased().split { $0 == " " || $0 == "," || $0 == "\u{A0}" }
    guard let first = words.first else { return every }
    let isWhole =
      whole.contains(String(first)) || words.dropFirst().first.map { ["time", "times"].contains($0) } == true
      || Weekday.days.contains { first == $0 + "s" }
    return isWhole ? every : "every \(every)"
  }

  /// The first words of answers that need no "every" before them.
  private static let whole: Set<String> = [
    "after", "annually", "as", "at", "before", "biweekly", "daily", "during", "each", "every", "fortnightly", "in",
    "monthly", "on", "once", "quarterly", "semiannually", "thrice", "twice", "weekly", "whenever", "yearly",
  ]
}
