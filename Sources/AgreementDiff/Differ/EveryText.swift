internal import Agreement
internal import SchoolEnglish

/// How often something is done, as written next to a promise: a known word, or a text that is only partly known.
enum EveryText {
  /// Why two such texts are not the same; nil if they are. `old` and `new` are how often that is, if it was understood.
  ///
  /// "Month, or not" is read as a month, but is not one: people have to read whatever was not understood on one side.
  static func reason(_ from: String, _ to: String, old: Int?, new: Int?) -> String? {
    let words = (Word.texts(of: from), Word.texts(of: to))
    if words.0 == words.1 { return nil }
    let isRead = old != nil && new != nil && rest(words.0) == rest(words.1)
    if isRead, old == new { return nil }
    return "\(SpokenRhythm.words(from)) became \(SpokenRhythm.words(to))" + (isRead ? "" : "; read both")
  }

  /// The words that say nothing about how often.
  private static func rest(_ words: [String]) -> [String] {
    words.filter { !known.contains($0) && Int($0) == nil }.sorted()
  }

  /// The words that make up a rhythm; which of them mean the same depends on how often it is.
  private static let known: Set<String> = [
    "a", "an", "annually", "biweekly", "daily", "day", "days", "each", "eight", "every", "five", "fortnight",
    "fortnightly", "fortnights", "four", "friday", "fridays", "in", "monday", "mondays", "month", "monthly", "months",
    "nine", "of", "on", "once", "one", "other", "per", "quarter", "quarterly", "quarters", "school", "second",
    "semester", "semesters", "seven", "six", "ten", "term", "terms", "the", "three", "thrice", "thursday", "thursdays",
    "time", "times", "trimester", "trimesters", "tuesday", "tuesdays", "twice", "two", "wednesday", "wednesdays",
    "week", "weekly", "weeks", "year", "yearly", "years",
  ]
}
