/// Words that keep a verdict from being about the named person.
package enum VerdictWords {
  /// What is praise when it is the lowest.
  package static let betterWhenLow: WordSet = [
    "absence", "absences", "absenteeism", "dropout", "dropouts", "referrals", "suspension", "suspensions", "tardies",
  ]

  /// Verbs after which the verdict is somebody's opinion of something else: "says the pacing is too fast".
  package static let opinions: WordSet = [
    "believes", "feels", "finds", "hears", "hopes", "knows", "notes", "reports", "says", "sees", "thinks",
  ]
}
