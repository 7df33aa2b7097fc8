/// Whether two texts say the same in other words: an article, a tense, another word for the same, another order of a list.
///
/// Whatever is in doubt is another sense, so that it is shown: a word with a meaning that came or went always is.
enum SameSense {
  /// Asks it of two texts and what they consist of. Verbs that bind, hedges, frequencies and numbers are compared elsewhere, too.
  static func holds(_ old: String, _ oldParts: TextParts, _ new: String, _ newParts: TextParts) -> Bool {
    let (before, after) = (Essence(oldParts), Essence(newParts))
    guard before.free == after.free else { return false }
    if before.tokens == after.tokens { return true }
    guard !before.isOrderFixed, !after.isOrderFixed, before.parties == after.parties else { return false }
    // In another order a verb has another place, so that only the words as they are can be compared.
    let (left, right) = (Essence(oldParts, hasVerb: false).tokens, Essence(newParts, hasVerb: false).tokens)
    if left.count == right.count, left.sorted() == right.sorted(), isTurned(left, right) { return true }
    return items(old) == items(new) || left.first == right.first && rest(old) == rest(new)
  }

  /// Whether what stood at one end stands at the other: "On Mondays, post the dates", "Post the dates on Mondays".
  private static func isTurned(_ old: [String], _ new: [String]) -> Bool {
    guard old.count <= 64 else { return false }
    return old.indices.contains { place in
      old[place...].elementsEqual(new.prefix(old.count - place))
        && old[..<place].elementsEqual(new.suffix(place))
    }
  }

  /// The items of a list, each with its words, in no order: "phones away, doors open".
  private static func items(_ text: String) -> [[String]] {
    lists(text).filter { !$0.isEmpty }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The items of a list after the word that they all depend on: "share goals, hours and topics".
  private static func rest(_ text: String) -> [[String]] {
    var items = lists(text)
    if items.first?.isEmpty == false { items[0].removeFirst() }
    return items.filter { !$0.isEmpty }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static func lists(_ text: String) -> [[String]] {
    text.replacing(" and ", with: ",").split { $0 == "," || $0 == ";" }.map {
      Essence(TextParts(String($0)), hasVerb: false).tokens
    }
  }
}

/// What is left of a text without what people change and mean nothing by.
struct Essence {
  /// The words that carry the sense, in their order.
  var tokens: [String] = []
  /// What means the same wherever it is: one frequency, and one number of something.
  var free: [String] = []
  /// The people that are spoken of, in their order: who tells whom matters.
  var parties: [String] = []
  /// Whether a word is in the text that turns or fences in what comes after it.
  var isOrderFixed = false

  /// Articles, forms of "to be" and "to have", and words that add nothing.
  static let fillers: Set<String> = [
    "a", "also", "am", "an", "are", "be", "been", "being", "is", "please", "shall", "that", "the", "too", "was",
    "were", "will",
  ]

  private static let toBe: Set<String> = ["am", "are", "be", "been", "being", "is", "was", "were"]

  /// Words that mean the same; each of a row stands for the last one.
  static let synonyms: [String: String] = {
    let rows = [
      "assist help", "assists helps", "begin start", "beginning start", "begins starts", "buy purchase",
      "cancelled canceled", "cancelling canceling", "centre center", "each every", "emails email", "entire whole",
      "frequently often", "hallway corridor", "large big", "okay ok", "organise organize", "photocopy copy",
      "programme program", "pupil student", "pupils students",
      "receive get", "select choose", "timetable schedule", "utilise use", "utilize use",
    ]
    return Dictionary(
      uniqueKeysWithValues: rows.map { row in
        let words = row.split(separator: " ").map(String.init)
        return (words[0], words[1])
      })
  }()

  /// After these stands a verb, whose form says little: "we post", "we posted".
  static let subjects: Set<String> = ["he", "i", "she", "they", "we", "who", "you"]

  static let people: Set<String> = [
    "administrator", "administrators", "coach", "coaches", "coordinator", "director", "everybody", "everyone", "he",
    "her", "him", "i", "leader", "leaders", "me", "nobody", "office", "parent", "parents", "principal",
    "principals", "she", "somebody", "staff", "student", "students", "teacher", "teachers", "team", "teams", "them",
    "they", "us", "we", "you",
  ]

  /// Words that belong to what follows or precedes them, so that another order may be another sense.
  static let binding: Set<String> = [
    "after", "because", "before", "but", "by", "except", "finally", "first", "for", "from", "if", "instead", "into",
    "last", "later", "less", "more", "most", "neither", "never", "next", "no", "nobody", "none", "nor", "not",
    "nothing", "only", "or", "over", "since", "so", "than", "then", "to", "under", "unless", "until", "when",
    "while", "with", "without",
  ]

  /// Words of a frequency that say more than how often.
  private static let stretches: Set<String> = ["morning", "mornings", "thrice", "time", "times", "twice"]

  static let contractions: [String: [String]] = [
    "aren't": ["not"], "can't": ["can", "not"], "cannot": ["can", "not"], "didn't": ["not"], "doesn't": ["not"],
    "don't": ["not"], "i'll": ["i"], "isn't": ["not"], "it's": ["it"], "they'll": ["they"], "wasn't": ["not"],
    "we'll": ["we"], "weren't": ["not"], "won't": ["not"], "you'll": ["you"],
  ]

  /// Takes the words apart; `hasVerb` says that the first word is one whose form says little.
  init(_ parts: TextParts, hasVerb: Bool = true) {
    let (words, times, amounts) = (parts.words, parts.times, parts.amounts)
    tokens.reserveCapacity(words.count)
    // One frequency means the same at either end, or where the promise as a whole has it; else it belongs to what is around it.
    let time = times.count == 1 ? times[0].places : nil
    // With its noun one number of something stands for itself.
    let amount = amounts.count == 1 ? amounts[0] : nil
    if let amount { free.append("\(amount.value) \(amount.unit)") }
    var rhythm = ""
    if let time {
      // "Every Monday" is not "every Friday", and "twice a month" is not quite "every two weeks".
      let special = words[time].filter { $0.traits.contains(.date) || Self.stretches.contains($0.text) }.map(\.text)
      rhythm = (["\(times[0].perYear)"] + special).joined(separator: " ")
      if time.lowerBound == 0 || time.upperBound == words.count || times[0].perYear == parts.perYear {
        free.append(rhythm)
        rhythm = ""
      }
    }
    var isVerb = hasVerb
    var index = 0
    while index < words.count {
      let word = words[index].text
      let traits = words[index].traits
      defer { index += 1 }
      if let time, time.contains(index) {
        if index == time.lowerBound, !rhythm.isEmpty { tokens.append(rhythm) }
        continue
      }
      if let amount, words[index].traits.contains(.number), Self.begins(amount, at: index, words) {
        // "One page long" is a one-page thing.
        let isLong = index + 2 < words.count && words[index + 2].text == "long"
        if amount.unit != "$", amount.unit != "%" { index += isLong ? 2 : 1 }
        continue
      }
      if word == "e", index + 1 < words.count, words[index + 1].text.hasPrefix("mail") {
        tokens.append("e" + words[index + 1].text)
        index += 1
        continue
      }
      if traits.contains(.contraction), let long = Self.contractions[word] {
        tokens += long
        isOrderFixed = isOrderFixed || long.contains("not")
        isVerb = hasVerb && Self.subjects.contains(String(word.prefix { $0 != "'" }))
        continue
      }
      // "Do not argue" is "don't argue", and else to do is a verb.
      if ["did", "do", "does"].contains(word), index + 1 < words.count, words[index + 1].text == "not" { continue }
      if traits.contains(.filler) {
        // "We are invited" is not "we invite".
        let isPassive = index + 1 < words.count && words[index + 1].text.hasSuffix("ed")
        if isPassive, Self.toBe.contains(word) { tokens.append("be") }
        continue
      }
      if traits.contains(.party) { parties.append(word) }
      if !traits.isDisjoint(with: [.binding, .limit]) { isOrderFixed = true }
      let known = traits.contains(.synonym) ? Self.synonyms[word] ?? word : word
      if traits.contains(.number), let number = Quantity.value(of: known), !known.hasPrefix("$"), !known.hasSuffix("%")
      {
        tokens.append(String(number))
      } else {
        tokens.append(isVerb ? Self.form(known) : known)
      }
      isVerb = hasVerb && traits.contains(.subject)
    }
  }

  /// Whether a number of something stands at a place; the same number may stand elsewhere, as in "grade 4".
  private static func begins(_ amount: Quantity, at index: Int, _ words: [Word]) -> Bool {
    if amount.unit == "$" || amount.unit == "%" { return words[index].text == amount.words.prefix { $0 != " " } }
    return index + 1 < words.count && "\(words[index].text) \(words[index + 1].text)" == amount.words
  }

  /// A verb without its ending: "planned", "plans" and "planning" are "plan".
  private static func form(_ verb: String) -> String {
    let stem = Words.cut(verb)
    let bytes = Array(stem.utf8)
    guard bytes.count > 3, stem.utf8.count < verb.utf8.count, bytes[bytes.count - 1] == bytes[bytes.count - 2],
      !"lsfz".utf8.contains(bytes[bytes.count - 1])
    else { return synonyms[stem] ?? stem }
    return String(stem.dropLast())
  }
}
