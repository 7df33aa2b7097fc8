internal import TextSupport
internal import YAMLSyntax

extension Decoder {
  /// The topic meant by an id, a title or a question; nil if that is not certain.
  ///
  /// The titles and questions are read from a file, which few agreements need.
  mutating func topic(named text: String, in places: Range<Int>? = nil) -> Int? {
    let places = places ?? 0..<catalog.topics.count
    guard topicSearches < 100, text.utf8.count <= 300 else { return nil }
    topicSearches += 1
    let plain = PlainWords.joined(text)
    let wanted = Self.stems(of: text)
    guard !wanted.isEmpty else { return nil }
    if topicWords.isEmpty { topicWords = catalog.topics.map(TopicWords.init) }
    var best: (place: Int, score: Double)?
    var second = 0.0
    for place in places {
      let topic = topicWords[place]
      if topic.spellings.contains(plain) { return place }
      let score = max(
        Self.likeness(wanted, topic.name), Self.likeness(wanted, topic.question),
        Self.likeness(wanted, topic.name.union(topic.question)) * 0.95)
      if let known = best, known.score >= score {
        second = max(second, score)
      } else {
        second = best?.score ?? 0
        best = (place, score)
      }
    }
    guard let best, best.score >= 0.5, best.score > second * 1.15 else { return nil }
    return best.place
  }

  /// How much of the words two texts share: the words that were written count most, and those that were left out count
  /// less.
  private static func likeness(_ wanted: Set<String>, _ known: Set<String>) -> Double {
    let shared = Double(wanted.intersection(known).count)
    return shared * shared / Double(wanted.count) / Double(min(wanted.count + 2, max(known.count, 1)))
  }

  /// The words of a topic that tell it from others.
  struct TopicWords {
    /// Its id, title and question, without capitals and signs.
    let spellings: [String]
    /// The stems of its id and title.
    let name: Set<String>
    /// The stems of its question.
    let question: Set<String>

    init(_ topic: Topic) {
      spellings = [topic.id, topic.title, topic.question].map(PlainWords.joined)
      name = Decoder.stems(of: topic.title + " " + topic.id)
      question = Decoder.stems(of: topic.question)
    }
  }

  private static func stems(of text: String) -> Set<String> {
    Set(PlainWords.of(text).map(stem)).subtracting(smallWords)
  }

  /// A word without its ending, with one word standing for several that mean the same here.
  private static func stem(_ word: String) -> String {
    if let same = sameWord[word] { return same }
    var result = word
    for ending in ["ations", "ation", "ings", "ing", "ions", "ion", "ers", "ed", "es", "s", "e"]
    where result.count > ending.count + 3 && result.hasSuffix(ending) {
      result.removeLast(ending.count)
      break
    }
    return sameWord[result] ?? result
  }

  private static let sameWord: [String: String] = [
    "confidence": "confidential",
    "data": "result",
    "exam": "test",
    "exams": "test",
    "assessment": "test",
    "assessments": "test",
    "introduce": "introduc",
    "introduces": "introduc",
    "introduct": "introduc",
    "introduction": "introduc",
    "money": "budget",
    "present": "introduc",
    "presents": "introduc",
    "results": "result",
    "school": "campus",
    "schools": "campus",
    "staff": "teach",
    "teacher": "teach",
    "teachers": "teach",
    "tests": "test",
  ]

  private static let smallWords: Set<String> = [
    "a", "about", "an", "and", "any", "are", "at", "be", "by", "can", "coach", "do", "does", "for", "from", "get",
    "have",
    "how", "if", "in", "is", "it", "its", "may", "must", "of", "on", "only", "or", "our", "the", "their", "them",
    "they",
    "this", "to", "we", "what", "when", "where", "which", "who", "whom", "will", "with",
  ]
}
