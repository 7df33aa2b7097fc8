internal import TextSupport

/// An answer that is or begins with the name of a state that has its own key: "not-relevant", "open until October 1".
struct StateWords {
  /// The key of the state.
  let state: String
  /// What follows the name, without the punctuation between them: the reason, or what was agreed.
  let rest: String
  /// For an open topic, the words for the day.
  let until: String?

  private init(_ state: String, _ rest: Substring, until: Substring? = nil) {
    self.state = state
    self.rest = Self.trimmed(rest)
    self.until = until.map { Self.trimmed($0) }
  }

  /// Nil for a text that only shares its first words with a state, as "Open doors on Fridays" and "Carried by the whole
  /// team" do.
  init?(_ text: String) {
    let lower = Substring(text.lowercased())
    // Letters whose lowercase form is longer would shift the offsets.
    guard lower.unicodeScalars.count == text.unicodeScalars.count, lower.utf8.count == text.utf8.count else {
      return nil
    }
    func after(_ words: String) -> (rest: Substring, sign: Character?)? {
      guard lower.hasPrefix(words) else { return nil }
      let rest = text.utf8.dropFirst(words.utf8.count)
      let tail = Substring(rest)
      let body = tail.drop { $0 == " " }
      if let first = tail.first, first.isLetter || first.isNumber || first == "'" || first == "’" { return nil }
      return (tail, body.first)
    }
    for name in ["not-relevant", "not relevant", "not_relevant", "notrelevant"] {
      guard let (rest, sign) = after(name) else { continue }
      guard sign.map({ Self.separators.contains($0) }) ?? true || Self.begins(rest, Self.reasons) else { return nil }
      self.init("not-relevant", rest)
      return
    }
    // With a reason it is a state; alone it is only a placeholder.
    for name in ["n/a", "not applicable"] {
      guard let (rest, sign) = after(name), let sign, Self.separators.contains(sign), sign != ".",
        Self.trimmed(rest).split(separator: " ").count >= 2
      else { continue }
      self.init("not-relevant", rest)
      return
    }
    for name in ["carried over from last year", "carried over", "carried forward", "carried"] {
      guard let (rest, sign) = after(name) else { continue }
      guard sign.map({ Self.separators.contains($0) }) ?? true || Self.begins(rest, ["from last year"]) else {
        continue
      }
      self.init("carried", rest)
      return
    }
    if let (rest, sign) = after("agreed"), sign == nil || Self.trimmed(rest).isEmpty || text.hasPrefix("agreed:") {
      self.init("agreed", rest)
      return
    }
    guard let (rest, sign) = after("open") else { return nil }
    if Self.trimmed(rest).isEmpty {
      self.init("open", "")
      return
    }
    let afterSign = rest.drop { $0 == " " || Self.separators.contains($0) }
    if Self.begins(afterSign, ["until ", "til ", "till ", "through "]),
      let (day, tail) = Self.day(afterSign.drop { $0 != " " })
    {
      let next = Self.trimmed(tail).lowercased()
      // "Open until October, then by invitation" is about a door.
      guard !["then", "after", "and", "by ", "except", "but"].contains(where: next.hasPrefix) else { return nil }
      self.init("open", tail, until: day)
      return
    }
    guard let sign, Self.separators.contains(sign), sign != ".", sign != "," else { return nil }
    let words = PlainWords.of(Self.trimmed(rest))
    guard text.hasPrefix("open:") || words.contains(where: Self.waiting.contains) else { return nil }
    self.init("open", rest)
  }

  /// A day or a month at the beginning of a text, and what follows it; a time of day does not count.
  private static func day(_ text: Substring) -> (Substring, Substring)? {
    let text = text.drop { $0 == " " }
    let lower = Substring(text.lowercased())
    for phrase in ["further notice", "decided", "it is decided", "settled", "we decide", "we know more"]
    where lower.hasPrefix(phrase) {
      return (text.prefix(phrase.count), text.dropFirst(phrase.count))
    }
    var words = text.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: true)
    while let first = words.first, ["the", "end", "of", "early", "late", "mid"].contains(first.lowercased()) {
      words.removeFirst()
    }
    guard let first = words.first else { return nil }
    let head = first.prefix { $0.isLetter || $0.isNumber || $0 == "/" || $0 == "-" }
    var end = head.endIndex
    if DateGuess.month(String(head)) != nil {
      if words.count > 1, head.endIndex == first.endIndex || first.dropFirst(head.count).allSatisfy({ $0 == "." }) {
        let number = words[1].prefix { $0.isNumber || $0.isLetter }
        if number.first?.isNumber == true, number.count <= 4 { end = number.endIndex }
        if end == words[1].endIndex || words[1][end...].allSatisfy({ $0 == "," }), words.count > 2,
          number.first?.isNumber == true
        {
          let year = words[2].prefix { $0.isNumber }
          if year.count == 4 { end = year.endIndex }
        }
      }
      return (text[text.startIndex..<end], text[end...])
    }
    let parts = head.split { $0 == "/" || $0 == "-" }
    guard parts.count >= 2, parts.allSatisfy({ Int($0) != nil }) else { return nil }
    return (text[text.startIndex..<end], text[end...])
  }

  private static func begins(_ text: Substring, _ words: [String]) -> Bool {
    let lower = text.drop { $0 == " " }.lowercased()
    return words.contains { lower.hasPrefix($0) }
  }

  private static func trimmed(_ text: Substring) -> String {
    var result = text.drop { $0.isWhitespace || separators.contains($0) }
    result = result.trimming { $0.isWhitespace || $0 == "." || $0 == ";" || $0 == "," || $0 == ":" }
    if text.contains("("), result.last == ")", !result.contains("(") { result = result.dropLast() }
    return String(result)
  }

  private static let separators: Set<Character> = [":", "-", "–", "—", "(", ",", ";", ".", "=", "/", "!"]

  private static let reasons = [
    "as ", "at our ", "at this ", "because ", "for our ", "for this ", "for us", "here", "in our ", "since ",
    "this year",
  ]

  private static let waiting: Set<String> = [
    "by", "decide", "decided", "know", "pending", "tbd", "undecided", "until", "wait", "waiting",
  ]
}
