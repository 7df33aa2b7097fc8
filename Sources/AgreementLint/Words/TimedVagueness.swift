internal import SchoolEnglish

/// What is clear enough in its place, though it would be vague as the answer to a topic.
extension Vagueness {
  /// Whether a promise leaves open only how often it is kept, which the line below it says: "Meet regularly".
  static func leavesOnlyTheRhythm(_ words: [Word]) -> Bool {
    var hasRhythm = false
    var saysMore = false
    for word in words {
      if rhythms.contains(word) {
        hasRhythm = true
      } else if isVague(word) {
        return false
      } else if word.traits.isDisjoint(with: [.article, .function, .preposition]) && word.base != "basis" {
        saysMore = true
      }
    }
    return hasRhythm && saysMore
  }

  /// Whether some words name something teachers read, not just administrators: "the staff handbook", "see the
  /// newsletter".
  static func namesWhatTeachersRead(_ words: [Word]) -> Bool {
    words.contains { readings.contains($0) } && !words.contains { $0.traits.contains(.denial) || isVague($0) }
  }

  private static let rhythms: WordSet = [
    "constantly", "continually", "continuous", "continuously", "frequent", "frequently", "intermittently",
    "occasionally", "often", "ongoing", "periodic", "periodically", "regular", "regularly", "routinely", "sometimes",
  ]

  private static let readings: WordSet = [
    "agenda", "app", "bulletin", "calendar", "doc", "document", "drive", "email", "folder", "guide", "guidebook",
    "handbook", "handout", "intranet", "letter", "manual", "memo", "newsletter", "noticeboard", "packet", "page",
    "poster", "schedule", "sheet", "site", "slides", "spreadsheet", "website",
  ]
}
