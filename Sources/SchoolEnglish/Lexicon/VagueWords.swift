/// Words of short answers that say next to nothing.
package enum VagueWords {
  /// Words that leave open how many, who or how much when hardly anything else is said.
  package static let loose: WordSet = [
    "anybody", "anyone", "comfortable", "degree", "different", "early", "extent", "few", "guess", "kinda", "many",
    "mix",
    "most", "plenty", "pretty", "several", "some", "somebody", "someone", "somewhat", "those",
  ]

  /// Words with the ending of adverbs that say something definite, such as how or when.
  package static let plainManners: WordSet = [
    "annually", "anonymously", "august-early", "biannually", "bimonthly", "biweekly", "bi-weekly", "daily", "directly",
    "early",
    "electronically", "family", "friendly", "hourly", "immediately", "individually", "july", "monthly", "nightly",
    "only", "orally", "quarterly",
    "reply", "semi-annually", "separately", "supply", "verbally", "weekly", "yearly", "assembly", "italy",
  ]

  /// What everybody wants from teaching.
  package static let worthy: WordSet = [
    "achievement", "better", "collaboration", "effective", "effectiveness", "excellence", "excellent", "good", "great",
    "growth", "high", "high-quality", "improve", "improved", "improvement", "improving", "positive", "quality", "rigor",
    "strong", "success", "successful",
  ]

  package static let besideWorthy: WordSet = [
    "across", "all", "and", "areas", "board", "classroom", "classrooms", "climate", "culture", "education",
    "everywhere",
    "expectations", "for", "in", "instruction", "learning", "lessons", "of", "our", "outcomes", "overall", "practice",
    "practices", "results", "school", "student", "students", "teacher", "teachers", "teaching", "the",
  ]
}
