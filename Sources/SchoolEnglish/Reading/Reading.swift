internal import TextSupport

/// A text parsed once for everything that is asked about it.
package struct Reading: Sendable {
  /// The text.
  package let text: String
  /// Its words.
  package let words: [Word]
  /// What its words amount to, in order, without those that add nothing.
  package private(set) var terms: [Term] = []
  /// How often, wherever the text says so.
  package let rhythms: [Rhythm]
  /// The sums of money that it names.
  package let sums: [Money]
  /// The people mentioned, in order, because it matters who tells whom.
  package private(set) var parties: [String] = []
  /// Whether the text has a word that reverses or limits what comes after it.
  package private(set) var isOrderFixed = false
  /// Whether the text has a number or a sum that can be read in two ways, so that nothing may be claimed about it.
  package private(set) var isUnread: Bool
  /// Its conditions and exceptions, each with the indices of its words.
  package private(set) var conditions: [Condition] = []
  /// Whether the text is in English, as far as its function words show.
  package let isEnglish: Bool

  /// A clause that makes a promise depend on something, or excludes something from it.
  package struct Condition: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
      /// "If Title II comes through".
      case condition
      /// "Unless the building is short-staffed", "except specialists".
      case exception
    }

    package let kind: Kind
    package let places: Range<Int>
  }

  /// Parses a text.
  package init(_ text: String) {
    self.text = text
    words = Word.all(in: text)
    rhythms = Rhythm.all(in: words)
    let hasMoney = words.contains { $0.traits.contains(.money) }
    let money = Money.all(in: hasMoney ? words : [])
    sums = money.sums
    isUnread = money.isUnread || words.contains { $0.traits.contains(.number) && Numeral.isUnread($0) }
    isEnglish = Language.isEnglish(words)
    conditions = Self.conditions(in: words)
    terms.reserveCapacity(words.count)
    readTerms()
    for (number, condition) in conditions.enumerated() {
      for index in terms.indices where condition.places.contains(terms[index].places.lowerBound) {
        terms[index].condition = number
      }
    }
  }

  /// Words as written in the text, to be quoted.
  package func quote(_ places: Range<Int>) -> String {
    guard !places.isEmpty, places.upperBound <= words.count else { return "" }
    let bytes = Array(text.utf8)
    let (start, end) = (words[places.lowerBound].place.lowerBound, words[places.upperBound - 1].place.upperBound)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The end of the clause that a place belongs to: up to the next punctuation mark, and at most `most` words.
  package func clauseEnd(from start: Int, most: Int = 8) -> Int {
    var end = start + 1
    while end < words.count, end < start + most, words[end].gap <= .hyphen { end += 1 }
    // A clause does not end with an article or a preposition.
    while end > start + 1, Self.openEnds.contains(words[end - 1].text) { end -= 1 }
    return end
  }

  private static let openEnds: Set<String> = [
    "a", "about", "an", "and", "as", "at", "by", "for", "from", "her", "his", "in", "into", "my", "of", "on", "or",
    "our", "than", "that", "the", "their", "to", "who", "whose", "your",
  ]

  private static func conditions(in words: [Word]) -> [Condition] {
    var result: [Condition] = []
    var index = 0
    while index < words.count {
      guard let kind = condition(at: index, words) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < words.count, end < index + 20, words[end].gap <= .hyphen { end += 1 }
      // "If needed, …" ends at its comma; without one, the words before the main clause cannot be separated from it.
      result.append(Condition(kind: kind, places: index..<end))
      index = end
    }
    return result
  }

  private static func condition(at index: Int, _ words: [Word]) -> Condition.Kind? {
    switch words[index].text {
    case "unless", "except", "excepted", "excluding": .exception
    case "other" where index + 1 < words.count && words[index + 1].text == "than": .exception
    case "if" where Hedges.found(at: index, in: words) == nil && !(index > 0 && words[index - 1].text == "even"):
      .condition
    case "provided" where index + 1 < words.count && words[index + 1].text == "that": .condition
    default: nil
    }
  }

  // MARK: - Terms

  private mutating func readTerms() {
    var rhythmAt: [Int: Rhythm] = [:]
    for rhythm in rhythms { rhythmAt[rhythm.places.lowerBound] = rhythm }
    var moneyAt: [Int: Money] = [:]
    for sum in sums { moneyAt[sum.places.lowerBound] = sum }
    var isVerb = true
    var index = 0
    var counted: [String] = []
    var tail = 0..<0
    while index < words.count {
      if tail.contains(index) {
        index = tail.upperBound
        continue
      }
      if words[index].gap == .sentence { counted = [] }
      if let rhythm = rhythmAt[index] {
        terms.append(Term(.rhythm(rhythm), exact: rhythm.exact, places: rhythm.places))
        index = rhythm.places.upperBound
        continue
      }
      if let sum = moneyAt[index] {
        terms.append(Term(.money(sum), exact: sum.exact, places: sum.places))
        (index, isVerb) = (sum.places.upperBound, false)
        continue
      }
      if let hedge = Hedges.found(at: index, in: words) {
        terms.append(
          Term(.hedge(hedge.kind), exact: "hedge " + texts(index..<hedge.end), places: index..<hedge.end))
        if hedge.kind == .attempt { isVerb = true }
        index = hedge.end
        continue
      }
      if var number = numberTerm(at: index, rhythmAt, moneyAt) {
        if case .amount(let amount) = number.meaning, !amount.tail.isEmpty { tail = amount.tail }
        if case .amount(let amount) = number.meaning, amount.measure == .things {
          if !amount.units.isEmpty {
            counted = amount.units
          } else if !counted.isEmpty {
            number = Term(
              .amount(amount.counting(counted)), exact: number.exact, key: number.key, places: number.places)
          }
        }
        terms.append(number)
        (index, isVerb) = (number.places.upperBound, false)
        continue
      }
      let end = wordTerms(at: index, isVerb: &isVerb)
      index = end
    }
  }

  private func texts(_ places: Range<Int>) -> String { words[places].map(\.text).joined(separator: " ") }

  private func numberTerm(at index: Int, _ rhythmAt: [Int: Rhythm], _ moneyAt: [Int: Money]) -> Term? {
    let word = words[index]
    if let grades = Grades.found(at: index, in: words) {
      return Term(
        .grades(grades.grades), exact: "grades \(grades.grades.sorted())", key: "grades", places: index..<grades.end)
    }
    if word.traits.contains(.weekday), let days = Rhythm.days(at: index, words), !days.isPlural {
      return Term(.days(days.days), exact: "days \(days.days.sorted())", key: "days", places: index..<days.end)
    }
    if index > 0, words[index - 1].traits.contains(.label), word.traits.contains(.number),
      word.gap == .space, word.isNumeral
    {
      return Term(.label, exact: "n " + word.text, places: index..<index + 1)
    }
    // A month or a number with a sign in it, such as a time of day, is a name.
    if let time = time(at: index) { return time }
    // "The 1st Tuesday" is the first one.
    if word.isNumeral, let ordinal = Grades.ordinal(word.text).flatMap({ Lexicon.ordinalWords[$0] }) {
      return Term(.word, exact: ordinal, key: Word.cut(ordinal), plain: ordinal, places: index..<index + 1)
    }
    if word.isNumeral, Numeral.value(of: word.text) == nil {
      return Term(.label, exact: "n " + word.text, places: index..<index + 1)
    }
    if isDenominator(index) {
      return Term(.label, exact: "n " + word.text, places: index..<index + 1)
    }
    if let end = schoolYear(at: index) {
      return Term(.label, exact: "n " + texts(index..<end), places: index..<end)
    }
    guard let amount = Amount.found(at: index, in: words) else { return nil }
    if let hour = hour(amount, at: index) {
      return Term(.label, exact: "n \(hour):00", places: amount.places)
    }
    // A rhythm inside, as in "no more than twice a month", is read separately.
    for place in amount.places where place > index && (rhythmAt[place] != nil || moneyAt[place] != nil) { return nil }
    // The year of a date, a school year and a page are names, too.
    if amount.measure == .things, amount.lower == amount.upper, let value = amount.lower, value >= 190_000,
      value < 220_000, word.isNumeral
    {
      return Term(.label, exact: "n " + texts(amount.places), places: amount.places)
    }
    return Term(.amount(amount), exact: amount.exact, key: "#", places: amount.places)
  }

  /// A time of day with "am" or "pm", or noon, as on a 24-hour clock: "3:20 pm" is "15:20".
  private func time(at index: Int) -> Term? {
    let word = words[index]
    if word.text == "noon" { return Term(.label, exact: "n 12:00", places: index..<index + 1) }
    guard word.isNumeral, index + 1 < words.count, words[index + 1].gap <= .hyphen else { return nil }
    let half = words[index + 1].text.filter { $0 != "." }
    guard half == "am" || half == "pm" else { return nil }
    let parts = word.text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, let hour = Int(parts[0]), (1...12).contains(hour) else { return nil }
    let minutes = parts.count == 2 ? parts[1] : "00"
    guard minutes.utf8.count == 2, Int(minutes) != nil else { return nil }
    return Term(.label, exact: "n \(hour % 12 + (half == "pm" ? 12 : 0)):\(minutes)", places: index..<index + 2)
  }

  /// The hour that a number means, as `9:00` does: "at 9", "9 a.m."; nil if it is not a time of day.
  private func hour(_ amount: Amount, at index: Int) -> Int? {
    guard amount.measure == .things, amount.lower == amount.upper, let value = amount.lower, value % 100 == 0,
      (100...1200).contains(value), amount.places.count == 1
    else { return nil }
    let next = index + 1 < words.count ? words[index + 1].text : ""
    if next == "o'clock" { return value / 100 }
    let isAfterAt = index > 0 && words[index - 1].text == "at" && words[index].gap == .space
    return isAfterAt && amount.units.isEmpty ? value / 100 : nil
  }

  /// Whether a number says out of how many another one is: "one of every five", "three in four".
  private func isDenominator(_ index: Int) -> Bool {
    guard words[index].traits.contains(.number) else { return false }
    var place = index - 1
    while place >= 0, index - place <= 3, ["every", "in", "of", "out"].contains(words[place].text),
      words[place + 1].gap == .space
    {
      place -= 1
    }
    return place >= 0 && place < index - 1 && words[place].traits.contains(.number)
      && words[place + 1].text != "every" && words[place + 1].gap == .space
  }

  /// The end of a school year that begins at a place: "2025-26", "2025-2026".
  private func schoolYear(at index: Int) -> Int? {
    guard index + 1 < words.count, words[index + 1].gap == .hyphen, words[index].text.utf8.count == 4,
      let first = Int(words[index].text), (1900...2199).contains(first), let second = Int(words[index + 1].text),
      second == first + 1 || second == (first + 1) % 100
    else { return nil }
    return index + 2
  }

  /// Reads one word, or several that stand for others; returns the index after them.
  private mutating func wordTerms(at index: Int, isVerb: inout Bool) -> Int {
    let word = words[index]
    func next(_ offset: Int = 1) -> String { index + offset < words.count ? words[index + offset].text : "" }
    if word.text == "e", next().hasPrefix("mail") {
      append("e" + next(), index..<index + 2, isVerb: false)
      return index + 2
    }
    if word.traits.contains(.contraction), let long = Lexicon.contractions[word.text] {
      let isForbidden = long.contains("not")
      for part in long where !(isForbidden && Modal.strengths[part] != nil && part != "should") {
        if part == "not" {
          negate("not", index..<index + 1)
        } else {
          append(part, index..<index + 1, isVerb: false)
        }
      }
      isVerb = Lexicon.subjects.contains(String(word.text.prefix { $0 != "'" }))
      return index + 1
    }
    // "Do not argue" is "don't argue"; otherwise "do" is a verb.
    if ["did", "do", "does"].contains(word.text), next() == "not" { return index + 1 }
    if word.traits.contains(.synonym), let phrase = phrase(at: index) {
      let places = index..<index + phrase.words.count
      for part in phrase.meaning { append(part, places, isVerb: isVerb) }
      isVerb = false
      return places.upperBound
    }
    if word.traits.contains(.modal), !Modal.isMonth(index, words), let strength = Modal.strengths[word.text] {
      // "May not" forbids, as "must not" and "cannot" do.
      if next() == "not" {
        // "Should not" advises, and "may not" may only mean that perhaps it is not.
        if ["may", "might", "ought", "should"].contains(word.text) {
          append(word.text, index..<index + 1, isVerb: false)
        }
        return index + 1
      }
      if !word.traits.contains(.filler) {
        terms.append(Term(.modal(strength), exact: word.text, places: index..<index + 1))
        isVerb = true
        return index + 1
      }
    }
    if word.traits.contains(.filler), !(word.text == "too" && Self.measured.contains(next())) {
      // "We are invited" is not "we invite".
      if next().hasSuffix("ed"), Lexicon.toBe.contains(word.text) { append("be", index..<index + 1, isVerb: false) }
      return index + 1
    }
    // "Between 3 and 5" is "3 to 5", and "both of the principals" is "both principals".
    if word.text == "between", index + 1 < words.count,
      let amount = Amount.found(at: index + 1, in: words), amount.lower != amount.upper, amount.upper != nil
    {
      return index + 1
    }
    if word.text == "of", index > 0, ["all", "both"].contains(words[index - 1].text),
      ["our", "the", "their", "these", "those"].contains(next())
    {
      return index + 1
    }
    // "At the staff meeting" is "in the staff meeting".
    if word.text == "at", isBeforeMeeting(index) {
      append("in", index..<index + 1, isVerb: false)
      return index + 1
    }
    // "On Wednesdays" is read with its days; "on Wednesday" is the same as "Wednesday".
    if word.text == "on", index + 1 < words.count, words[index + 1].traits.contains(.weekday) { return index + 1 }
    if word.traits.contains(.party) { parties.append(word.text) }
    if !word.traits.isDisjoint(with: [.binding, .limit]) { isOrderFixed = true }
    if word.text == "no", next() == "one" {
      negate("nobody", index..<index + 2)
      isVerb = false
      return index + 2
    }
    if word.traits.contains(.negation) {
      negate(word.text, index..<index + 1)
      isVerb = false
      return index + 1
    }
    // "A few" are some, and "few" are hardly any.
    let isSome = ["few", "little"].contains(word.text) && index > 0 && words[index - 1].text == "a"
    let known = isSome ? "a " + word.text : Lexicon.synonyms[word.text] ?? word.text
    if word.traits.contains(.quantifier), let rank = Quantifiers.ranks[word.text] {
      terms.append(
        Term(.quantifier(rank + (isSome ? 5 : 0)), exact: known, places: (isSome ? index - 1 : index)..<index + 1))
      isVerb = false
      return index + 1
    }
    append(known, index..<index + 1, isVerb: isVerb)
    isVerb = word.traits.contains(.subject)
    return index + 1
  }

  /// Words that "too" turns into a complaint.
  private static let measured: Set<String> = [
    "early", "few", "late", "little", "long", "many", "much", "often", "short",
  ]

  private func isBeforeMeeting(_ index: Int) -> Bool {
    var place = index + 1
    while place < words.count, place <= index + 5, words[place].gap <= .hyphen {
      if ["meeting", "meetings"].contains(words[place].text) { return true }
      place += 1
    }
    return false
  }

  private func phrase(at index: Int) -> (words: [String], meaning: [String])? {
    Lexicon.phrases[words[index].text]?.first { phrase in
      phrase.words.count <= words.count - index
        && phrase.words.indices.allSatisfy { words[index + $0].text == phrase.words[$0] }
    }
  }

  private mutating func negate(_ text: String, _ places: Range<Int>) {
    isOrderFixed = true
    terms.append(Term(.negation, exact: text, places: places))
  }

  private mutating func append(_ text: String, _ places: Range<Int>, isVerb: Bool) {
    let plain = NFC.baseLetters(text)
    let exact = isVerb ? Self.form(plain) : plain
    terms.append(
      Term(.word, exact: exact, key: isVerb ? exact : Word.cut(plain), plain: plain, places: places, isVerb: isVerb))
  }

  /// A verb without its ending: "planned", "plans" and "planning" are "plan".
  private static func form(_ verb: String) -> String {
    let stem = Word.cut(verb)
    let bytes = Array(stem.utf8)
    guard bytes.count > 3, stem.utf8.count < verb.utf8.count, bytes[bytes.count - 1] == bytes[bytes.count - 2],
      !"lsfz".utf8.contains(bytes[bytes.count - 1])
    else { return Lexicon.synonyms[stem].map { Word.cut($0) } ?? stem }
    return String(stem.dropLast())
  }
}
