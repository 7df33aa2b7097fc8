/// What single words of an agreement mean, in one table for all users.
package enum Lexicon {
  /// The traits of every word that has any.
  static let table = WordTable(
    lists + [
      (.small, Array(small)), (.limit, Array(limits)), (.date, Array(dates)),
      ([.date, .weekday], Array(weekdays.keys)), (.number, Array(spelled.keys)),
      (.number, ["couple", "dozen", "half", "third", "quarter", "quarters", "k"]), (.hedge, Hedges.firstWords),
      (.modal, Array(Modal.strengths.keys)), (.frequency, Rhythm.firstWords), (.filler, Array(fillers)),
      (.party, Array(people)), (.binding, Array(binding)), (.contraction, Array(contractions.keys)),
      (.synonym, Array(synonyms.keys) + phrases.keys), (.subject, Array(subjects)), (.money, Array(Money.words.keys)),
      (.quantifier, Array(Quantifiers.ranks.keys)), (.negation, Array(negations)), (.label, Array(labels)),
    ])

  /// Words that say little about the subject of a text.
  package static let small: Set<String> = [
    "a", "about", "all", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "do", "does", "each",
    "every", "for", "from", "had", "has", "have", "he", "her", "his", "how", "i", "if", "in", "into", "is", "it",
    "its", "me", "my", "of", "on", "or", "our", "out", "shall", "she", "so", "than", "that", "the", "their", "them",
    "then", "they", "this", "to", "up", "us", "was", "we", "were", "what", "when", "where", "which", "who", "will",
    "with", "yes", "you", "your",
  ]

  /// Words that reverse or limit a sentence.
  package static let limits: Set<String> = [
    "aren't", "but", "can't", "cannot", "didn't", "doesn't", "don't", "except", "excepted", "isn't", "mustn't",
    "neither", "never", "no", "nobody", "none", "nor", "not", "nothing", "only", "shouldn't", "unless", "wasn't",
    "weren't", "without", "won't",
  ]

  /// Words that say that something is not so.
  package static let negations: Set<String> = [
    "neither", "never", "no", "nobody", "none", "nor", "not", "nothing", "without",
  ]

  /// The days, months and seasons: a text that names a different one says something else.
  static let dates: Set<String> = [
    "april", "august", "autumn", "december", "fall", "february", "january", "july", "june", "march", "november",
    "october", "september", "spring", "summer", "winter",
  ]

  /// The days of the week with their forms: the number of the day, and whether the form means every week.
  package static let weekdays: [String: (day: Int, isPlural: Bool)] = {
    let rows = [
      "monday mondays mon", "tuesday tuesdays tue tues", "wednesday wednesdays wed weds",
      "thursday thursdays thu thur thurs", "friday fridays fri", "saturday saturdays", "sunday sundays",
    ]
    var result: [String: (day: Int, isPlural: Bool)] = [:]
    for (day, row) in rows.enumerated() {
      for (index, word) in row.split(separator: " ").enumerated() { result[String(word)] = (day + 1, index == 1) }
    }
    return result
  }()

  /// The numbers that people spell out; the Spanish ones are those that look like no English word.
  package static let spelled: [String: Int] = [
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000,
    "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10,
    "doce": 12, "quince": 15, "veinte": 20, "treinta": 30,
  ]

  /// Ordinal numbers, as in "sixth grade".
  static let ordinals: [String: Int] = [
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12,
  ]

  /// The ordinal numbers, each by its value.
  static let ordinalWords = Dictionary(uniqueKeysWithValues: ordinals.map { ($1, $0) })

  /// Articles, forms of "to be" and "to have", and words that add nothing.
  static let fillers: Set<String> = [
    "a", "also", "am", "an", "are", "be", "been", "being", "is", "please", "shall", "that", "the", "too", "was",
    "were", "will",
  ]

  static let toBe: Set<String> = ["am", "are", "be", "been", "being", "is", "was", "were"]

  /// Words before a verb whose form says little: "we post", "we posted".
  static let subjects: Set<String> = ["he", "i", "she", "they", "we", "who", "you"]

  /// Words for people: who is mentioned matters, and in which order.
  static let people: Set<String> = [
    "administrator", "administrators", "coach", "coaches", "coordinator", "director", "everybody", "everyone", "he",
    "her", "him", "i", "leader", "leaders", "me", "nobody", "office", "parent", "parents", "principal",
    "principals", "she", "somebody", "staff", "student", "students", "superintendent", "supervisor", "teacher",
    "teachers", "team", "teams", "them", "they", "us", "we", "you",
  ]

  /// Words that belong to what follows or precedes them, so that another order may change the meaning.
  static let binding: Set<String> = [
    "after", "because", "before", "but", "by", "except", "finally", "first", "for", "from", "if", "instead", "into",
    "last", "later", "less", "more", "most", "neither", "never", "next", "no", "nobody", "none", "nor", "not",
    "nothing", "only", "or", "over", "since", "so", "than", "then", "to", "under", "unless", "until", "when",
    "while", "with", "without",
  ]

  /// Words that make the number after them a name: grade 4, period 3, chapter 2.
  static let labels: Set<String> = [
    "algebra", "campus", "chapter", "cohort", "grade", "grades", "lesson", "no", "number", "page", "pages", "period",
    "periods", "phase", "quarter", "quarters", "room", "rooms", "section", "semester", "step", "steps", "tier", "title",
    "trimester", "unit", "units", "week", "year", "years",
  ]

  /// Words whose period ends a sentence only if a capital letter follows: "at 3 p.m. The coach".
  static let shortened: Set<String> = ["a.m", "am", "approx", "e.g", "etc", "i.e", "jr", "p.m", "pm", "sr"]

  static let contractions: [String: [String]] = [
    "aren't": ["not"], "can't": ["can", "not"], "cannot": ["can", "not"], "didn't": ["not"], "doesn't": ["not"],
    "don't": ["not"], "i'll": ["i"], "isn't": ["not"], "it's": ["it"], "mustn't": ["must", "not"],
    "shouldn't": ["should", "not"], "they'll": ["they"], "wasn't": ["not"], "we'll": ["we"], "weren't": ["not"],
    "won't": ["not"], "you'll": ["you"],
    // Without the apostrophe, which is a frequent slip.
    "arent": ["not"], "cant": ["can", "not"], "didnt": ["not"], "doesnt": ["not"], "dont": ["not"], "isnt": ["not"],
    "mustnt": ["must", "not"], "shouldnt": ["should", "not"], "wasnt": ["not"], "werent": ["not"], "wont": ["not"],
  ]
}
