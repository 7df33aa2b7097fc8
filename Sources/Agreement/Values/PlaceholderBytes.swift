/// A first look at the bytes of a text for possible placeholders, so that few texts become strings.
enum PlaceholderBytes {
  /// Whether a text begins with placeholder Latin, however much of it there is.
  static func isLoremIpsum(_ text: Span<UInt8>) -> Bool { begins(text, with: "lorem ipsum") }

  /// Whether a text may be a placeholder.
  static func mayKeepPlace(_ text: Span<UInt8>) -> Bool {
    text.count <= 60 && (begins(text) || ends(text)) || hasMark(text)
  }

  /// Whether a text has a blank, a bracket, "???" or the letters of "TBD" anywhere, checking eight bytes at a time.
  private static func hasMark(_ text: Span<UInt8>) -> Bool {
    var index = 0
    while index &+ 8 < text.count {
      let word = unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      let next = unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: index &+ 1, as: UInt64.self)
      // With the lowercase bit set, `[` and `{` are the same, and so are `t` and `T`.
      let small = word | (0x20 &* ones)
      let smallNext = next | (0x20 &* ones)
      let brackets = places(of: 0x7B, in: small) | places(of: 0x3C, in: word)
      let blanks =
        places(of: 0x5F, in: word) & places(of: 0x5F, in: next)
        // `«`
        | places(of: 0xC2, in: word) & places(of: 0xAB, in: next)
      let marks = (places(of: 0x74, in: small) | places(of: 0x2E, in: word)) & places(of: 0x62, in: smallNext)
      if brackets | blanks != 0 || marks != 0 && hasMark(text, in: index..<(index &+ 8)) { return true }
      index &+= 8
    }
    while index &+ 1 < text.count {
      let pair = (text[index], text[index + 1])
      if pair.0 | 0x20 == 0x7B || pair.0 == 0x3C || pair == (0x5F, 0x5F) || pair == (0xC2, 0xAB)
        || pair.1 | 0x20 == 0x7B
        || hasMark(text, in: index..<(index &+ 1))
      {
        return true
      }
      index &+= 1
    }
    return false
  }

  /// Whether `tb` begins a word at one of some places, as in "TBD" but not in "textbook", or `.b` is there, as in
  /// "T.B.D.".
  private static func hasMark(_ bytes: Span<UInt8>, in places: Range<Int>) -> Bool {
    for place in places where bytes[place + 1] | 0x20 == 0x62 {
      if bytes[place] == 0x2E
        || bytes[place] | 0x20 == 0x74 && (place == 0 || !(0x61...0x7A).contains(bytes[place - 1] | 0x20))
      {
        return true
      }
    }
    return false
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// The high bit of each byte equal to a given one; a wrong guess above a match only takes the slower path.
  @inline(__always)
  private static func places(of byte: UInt64, in word: UInt64) -> UInt64 {
    let differences = word ^ (byte &* ones)
    return (differences &- ones) & ~differences & 0x8080_8080_8080_8080
  }

  /// Whether a text ends like "dates to be announced" or "budget pending".
  private static func ends(_ text: Span<UInt8>) -> Bool {
    var end = text.count
    while end > 0, !(0x61...0x7A).contains(text[end - 1] | 0x20) { end -= 1 }
    // The last two letters tell nearly all texts apart.
    guard end >= 2 else { return false }
    return endingsByPair.contains(pair(text[end - 2], text[end - 1])) { ending in
      let length = ending.utf8CodeUnitCount
      return length <= end && (0..<length).allSatisfy { unsafe text[end - length + $0] | 0x20 == ending.utf8Start[$0] }
    }
  }

  /// Whether a text begins like a placeholder; its first two letters rule out most texts.
  private static func begins(_ text: Span<UInt8>) -> Bool {
    var start = 0
    while start < text.count, !isLetterOrDigit(text[start]) {
      // "-", "--", "—", "~", "$" and the like, with no word after them.
      guard start < 4 else { return true }
      start += 1
    }
    guard start < text.count else { return true }
    let second = start + 1 < text.count ? text[start + 1] : 0
    // "NA", as opposed to "Names".
    if text[start] | 0x20 == 0x6E, second | 0x20 == 0x61,
      start + 2 >= text.count || !(0x61...0x7A).contains(text[start + 2] | 0x20)
    {
      return true
    }
    let number = pair(text[start], second)
    return beginningsByPair.contains(number) { begins(text, with: $0, from: start) }
      || countedByPair.contains(number) { word in
        begins(text, with: word, from: start) && isNumber(text, at: start + word.utf8CodeUnitCount)
      }
  }

  /// Whether a number or a numbering letter may follow, as in "Goal 2", "Teacher A" and "Date three".
  private static func isNumber(_ text: Span<UInt8>, at start: Int) -> Bool {
    guard start < text.count else { return false }
    if !(0x61...0x7A).contains(text[start] | 0x20) { return isLetterOrDigit(text[start]) || text[start] >= 0x80 }
    let end = start + 1
    return end == text.count || !isLetterOrDigit(text[end])
      || (["one", "two", "three", "four", "five"] as [StaticString]).contains { begins(text, with: $0, from: start) }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  /// A number below 1,024 from two letters, ignoring case.
  private static func pair(_ first: UInt8, _ second: UInt8) -> Int { Int(first & 31) << 5 | Int(second & 31) }

  /// The placeholder beginnings, by that number of their first two letters, and the endings, by that of their last two.
  private static let beginningsByPair = WordsByPair(beginnings) { word in
    unsafe pair(word.utf8Start[0], word.utf8CodeUnitCount > 1 ? word.utf8Start[1] : 0)
  }

  private static let countedByPair = WordsByPair(counted) { word in unsafe pair(word.utf8Start[0], word.utf8Start[1]) }

  private static let endingsByPair = WordsByPair(endings) { word in
    unsafe pair(word.utf8Start[word.utf8CodeUnitCount - 2], word.utf8Start[word.utf8CodeUnitCount - 1])
  }

  /// Words by a number below 1,024. Nearly all numbers have none, and few texts get past the first look.
  private struct WordsByPair: Sendable {
    private let words: [StaticString]
    private let starts: [UInt8]

    init(_ all: [StaticString], by number: (StaticString) -> Int) {
      precondition(all.count < 256, "places of words are counted in a byte")
      words = all.sorted { number($0) < number($1) }
      var starts = Array(repeating: UInt8(0), count: (1 << 10) + 1)
      for word in all { starts[number(word) + 1] += 1 }
      for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
      self.starts = starts
    }

    @inline(__always)
    func contains(_ pair: Int, where isMeant: (StaticString) -> Bool) -> Bool {
      var place = Int(starts[pair])
      let end = Int(starts[pair &+ 1])
      while place < end {
        if isMeant(words[place]) { return true }
        place &+= 1
      }
      return false
    }
  }

  private static func begins(_ text: Span<UInt8>, with word: StaticString, from start: Int = 0) -> Bool {
    let length = word.utf8CodeUnitCount
    return start + length <= text.count
      && (0..<length).allSatisfy { unsafe text[start + $0] | 0x20 == word.utf8Start[$0] }
  }

  private static let beginnings: [StaticString] = [
    "add ", "amount", "answer", "as above", "as before", "as prev", "asdf", "ask ", "awaiting", "blank", "choose ",
    "click ", "coach(", "coming ", "date(", "day(", "dd.mm", "dd/mm", "describe ", "ditto", "does not", "doesn",
    "dollar", "don", "enter ", "fill ", "fixme", "grade(", "i don", "idk", "in progress", "in the works", "insert ",
    "leave ", "left ", "list ", "lorem", "m/d", "mm-", "mm/", "month(", "more to", "n.a", "n/a",
    "name(", "need to d", "needs d", "needs to be d", "nil", "no answer", "no idea", "none yet",
    "not a", "not d", "not k", "not s", "not y", "nothing y", "null", "pending", "person(", "pick ", "placeholder",
    "same", "sample t", "school(", "see a", "see b", "see l", "see p", "select ", "state ", "still ", "t.b", "tap ",
    "tb", "teacher(", "text", "time(", "tk", "to add", "to be", "to come", "to do", "to follow", "todo", "type ",
    "undec", "undef", "under ", "unknown", "unsure", "waiting", "we are work", "we don", "we need to d", "will add",
    "will disc", "will fill", "wip", "working on", "write ", "x", "xx", "your ", "yyyy",
  ]

  /// What forms number, and people with names; they are placeholders only with a number.
  private static let counted: [StaticString] = [
    "challenge ", "coach ", "colleague ", "date ", "goal ", "item ", "member ", "month ", "name ", "norm ",
    "participant ", "person ", "principal ", "priority ", "result ", "strength ", "teacher ", "topic ",
  ]

  private static let endings: [StaticString] = [
    "added", "announced", "completed", "confirmed", "decided", "determined", "finalized", "pending", "scheduled",
    "supplied", " filled in", "todo", " be set", " to follow", " to come", "fill in", "this in", "it in", "to confirm",
    "to complete",
    "to decide", "to provide", "to supply", "to write", "it later", "this later", "get back",
  ]
}
