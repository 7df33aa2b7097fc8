internal import TextSupport
internal import YAMLSyntax

/// Texts that hold a place until somebody writes the real one: "TBD", "n/a", "____", "[name]".
package enum Placeholder {
  /// Whether a text is a placeholder, alone or with a few words around it, as in "TBD by principal".
  ///
  /// This is checked for every value of a file, and nearly all of them are ruled out by their bytes.
  package static func keepsPlace(_ text: Span<UInt8>) -> Bool {
    guard text.count > 0 else { return false }
    if PlaceholderBytes.isLoremIpsum(text) { return true }
    guard text.count <= longest, PlaceholderBytes.mayKeepPlace(text) else { return false }
    return keepsPlace(text.string().lowercased())
  }

  /// Whether a text that was written in brackets asks for another one, as "Your answer here" does and "The coach" does
  /// not.
  static func isPrompt(_ text: Span<UInt8>) -> Bool {
    guard text.count > 0, text.count <= 60 else { return false }
    let text = text.string().lowercased()
    return keepsPlace(text) || isPrompt(text) || isMark(bare(text, of: stray))
  }

  /// Whether a text is a word and a number, the way forms number their empty lines: "Goal 2".
  package static func isNumbered(_ text: Span<UInt8>) -> Bool {
    text.count <= 40 && isNumbered(bare(text.string().lowercased(), of: stray))
  }

  /// The limit in UTF-8 bytes; in a longer text a blank is a slip, not the answer.
  private static let longest = 300

  /// Whether a text in lower case is a placeholder.
  private static func keepsPlace(_ text: String) -> Bool {
    let plain = bare(text, of: " ")
    if plain.allSatisfy({ isAmong($0, signs) }) { return true }
    let signsThere = SignsInText(plain)
    if signsThere.contains(.blank), hasBlank(plain) { return true }
    if signsThere.contains(.money), hasMoneyBlank(plain) || plain.contains("$ amount") || plain.contains("$amount") {
      return true
    }
    if signsThere.contains(.bracket), plain.contains("{{") || hasPromptInBrackets(plain) || isBracketed(plain) {
      return true
    }
    if plain.utf8.count <= 12, datePatterns.contains(bare(plain, of: " .")) { return true }
    // "TODO: ask Reyes" says what remains to be done, not what was agreed.
    if signsThere.contains(.colon) {
      let head = plain.prefix { $0 != ":" }
      if marks.contains(bare(head, of: " (*")) { return true }
    }
    let words = words(of: plain)
    if let first = words.first, commands.contains(first), isPrompt(words), !namesGroups(words) { return true }
    // "Day(s)", "Name(s) of teacher(s)": a form that allows for one or more.
    if signsThere.contains(.separator), plain.contains("(s)"), isPrompt(plain.replacing("(s)", with: "")) {
      return true
    }
    // "TBD - waiting on the board", "TBA (principal)": a mark and the reason for it.
    if signsThere.contains(.separator), words.count <= 9, mayBeginWithMark(plain) {
      let opening = plain.replacing(" - ", with: " | ").prefix { !isAmong($0, ",;(—–|") }
      if opening.count < plain.count, marks.contains(bare(opening, of: stray)) { return true }
    }
    if waitsForSomebody(words) { return true }
    if signsThere.contains(.separator) {
      let parts = pieces(of: plain, at: "/,;|()").lazy.map { bare($0, of: stray) }.filter { !$0.isEmpty }
      if !parts.isEmpty, parts.allSatisfy({ isMark($0) }) { return true }
    }
    if isMark(bare(plain, of: stray)) { return true }
    guard signsThere.contains(.separator) else { return hasMarkAtEnd(words) }
    return pieces(of: plain, at: ",;()—–|").contains { hasMarkAtEnd(Self.words(of: bare($0, of: stray))) }
  }

  /// `<your answer>`: one pair of brackets around everything.
  private static func isBracketed(_ plain: String) -> Bool {
    let whole = bare(plain, of: " .!?…")
    return brackets.contains { open, close in
      whole.first == open && whole.last == close && whole.count > 2 && !whole.dropFirst().contains(open)
    }
  }

  /// Whether a text says who has yet to write it: "ask Maria", "Jane to fill this in".
  private static func waitsForSomebody(_ words: [String]) -> Bool {
    if words.first == "ask" {
      return words.count == 2 || words.count == 3 && ["mr", "mrs", "ms", "dr"].contains(words[1])
    }
    guard (3...7).contains(words.count), let to = words.firstIndex(of: "to"), (1...3).contains(to),
      to + 1 < words.count,
      writings.contains(words[to + 1])
    else { return false }
    return words[(to + 2)...].allSatisfy { afterWriting.contains($0) }
  }

  private static let writings: Set<String> = [
    "add", "complete", "confirm", "decide", "draft", "fill", "finish", "insert", "provide", "supply", "write",
  ]

  private static let afterWriting: Set<String> = [
    "answer", "back", "in", "it", "later", "out", "part", "soon", "that", "the", "this",
  ]

  /// Whether letters stand for an amount or a name: "$XXX from Title II", "Ms. XXX".
  private static func hasMoneyBlank(_ text: String) -> Bool {
    text.split { !(isOfWord($0) || $0 == "$" || $0 == "-") }.contains { word in
      let letters = word.first == "$" ? word.dropFirst() : word
      return letters.count >= (letters.count < word.count ? 1 : 3) && letters.allSatisfy { $0 == "x" }
    }
  }

  /// Whether some words are only a mark.
  private static func isMark(_ part: String) -> Bool {
    if isNumbered(part) { return true }
    return marks.contains(part) || wholes.contains(part) || part.allSatisfy { $0 == "x" } && !part.isEmpty
      || part.utf8.starts(with: "don".utf8) && part.replacing("'", with: "").replacing("’", with: "") == "dont know"
  }

  private static func isNumbered(_ part: String) -> Bool {
    guard let space = part.firstIndex(of: " ") else { return false }
    let isOfPeople = countedPeople.contains(String(part[..<space]))
    guard isOfPeople || counted.contains(String(part[..<space])) else { return false }
    let number = part[space...].dropFirst()
    let isNumber = number.allSatisfy(\.isNumber) || ["one", "two", "three", "four", "five"].contains(String(number))
    // "Teacher A", as if there were no names.
    return isNumber
      || isOfPeople && number.count == 1 && ["a", "b", "c", "d", "x", "y", "z"].contains(String(number))
  }

  /// Whether a text starts with the first letter of some mark; all marks start with an ASCII letter.
  private static func mayBeginWithMark(_ text: String) -> Bool {
    text.utf8.first { $0 < 0x80 && isLetterOrDigit($0) }.map { firstOfMarks.contains($0) } ?? false
  }

  private static let firstOfMarks = Set(marks.compactMap(\.utf8.first))

  /// Whether part of a sentence begins or ends with a mark: "TBD by principal", "dates to be announced".
  private static func hasMarkAtEnd(_ words: [String]) -> Bool {
    guard let first = words.first, let last = words.last, words.count > 1 else { return false }
    // "Dates to follow", "names to come".
    if words.count <= 5, words[words.count - 2] == "to", ["come", "follow"].contains(last), asking.contains(first) {
      return true
    }
    if marks.contains(last) { return true }
    if marks.contains(first) { return words.count <= 3 || words.count <= 8 && afterMark.contains(words[1]) }
    // With a day, somebody knows when it will be settled.
    guard words.count <= 9, !words.contains(where: hasNumber) else { return false }
    if ["awaiting", "pending"].contains(first) || last == "pending" { return true }
    if first == "n", words[1] == "a" { return true }
    if first == "not", words[1] == "applicable" { return true }
    if ["does", "doesn't", "doesn’t"].contains(first), words.prefix(3).contains("apply") { return true }
    guard let to = words.firstIndex(of: "to"), to + 2 < words.count, words[to + 1] == "be",
      settlings.contains(words[to + 2])
    else { return false }
    return to + 3 == words.count || to == 0 && settledLater.contains(words[to + 3])
  }

  /// Whether there is a line to write on: `____`, `$____`, "Mondays at ___".
  private static func hasBlank(_ text: String) -> Bool {
    var run = 0
    var before: UInt8 = 0
    var isBehindLetter = false
    for byte in text.utf8 {
      if byte == 0x5F {
        if run == 0 { isBehindLetter = isLetterOrDigit(before) }
        run += 1
      } else {
        if run >= 2, !(isBehindLetter && isLetterOrDigit(byte)), run > 2 || !isBehindLetter && !isLetterOrDigit(byte) {
          return true
        }
        run = 0
      }
      before = byte
    }
    return run > 2 || run == 2 && !isBehindLetter
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte >= 0x80
  }

  /// Whether brackets in a text ask for what belongs there: "[name] reads the log".
  private static func hasPromptInBrackets(_ text: String) -> Bool {
    // Word writes the fields of a form letter as «Name»; else these are quotation marks.
    for (open, close) in brackets + [("«", "»")] {
      for piece in text.split(separator: open, omittingEmptySubsequences: false).dropFirst() {
        let inside = piece.prefix { $0 != close }
        if inside.count < piece.count, inside.count <= 60,
          isPrompt(String(inside)) || isCommand(String(inside)) || isQuestion(String(inside))
        {
          return true
        }
      }
    }
    return false
  }

  /// "Insert process here" in brackets: a form addressing its reader.
  private static func isCommand(_ text: String) -> Bool {
    let words = words(of: text)
    return (2...8).contains(words.count) && ["describe", "enter", "insert"].contains(words[0])
  }

  /// "Who" or "how often" in brackets: a question in place of the answer.
  private static func isQuestion(_ text: String) -> Bool {
    let words = words(of: text)
    guard let first = words.first, words.count <= 2 else { return false }
    return ["how", "what", "when", "where", "which", "who", "whom"].contains(first)
      && words.dropFirst().allSatisfy { ["long", "many", "much", "often"].contains($0) }
  }

  /// Whether all words ask for others, in lower case: "names of teachers", "insert date and place".
  private static func isPrompt(_ text: String) -> Bool { isPrompt(words(of: text)) }

  private static func isPrompt(_ words: [String]) -> Bool {
    words.contains { asking.contains($0) }
      && words.allSatisfy { asking.contains($0) || besideAsking.contains($0) }
  }

  /// "Names of teams", which answers the question whose names are used.
  private static func namesGroups(_ words: [String]) -> Bool {
    words.first == "names" && words.dropFirst().contains { ["grades", "schools", "teams"].contains($0) }
  }

  private static func hasNumber(_ word: String) -> Bool {
    isASCII(word) ? word.utf8.contains { (0x30...0x39).contains($0) } : word.contains(where: \.isNumber)
  }

  /// Whether each character of a text is one byte, so that it can be searched many times faster.
  @inline(__always)
  private static func isASCII(_ text: some StringProtocol) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }

  private static func words(of text: some StringProtocol) -> [String] {
    if isASCII(text) {
      return text.utf8.split { !(isLetterOrDigit($0) || $0 == 0x27) }.map { String(decoding: $0, as: UTF8.self) }
    }
    let pieces = text.split { (character: Character) in
      !(isOfWord(character) || character == "'" || character == "’")
    }
    return pieces.map { String($0) }
  }

  /// A text without some characters at both ends.
  private static func bare(_ text: some StringProtocol, of stray: String) -> String {
    guard isASCII(text) else { return String(text.trimming { isAmong($0, stray) }) }
    var bytes = Substring(text).utf8
    while let first = bytes.first, isAmong(first, stray) { bytes.removeFirst() }
    while let last = bytes.last, isAmong(last, stray) { bytes.removeLast() }
    return String(Substring(bytes))
  }

  /// The pieces between certain characters.
  private static func pieces(of text: String, at signs: String) -> [Substring] {
    guard isASCII(text) else { return text.split { isAmong($0, signs) } }
    return text.utf8.split { isAmong($0, signs) }.map { Substring($0) }
  }

  @inline(__always)
  private static func isAmong(_ byte: UInt8, _ signs: String) -> Bool {
    !isLetterOrDigit(byte) && signs.utf8.contains(byte)
  }

  /// Whether a character is one of certain signs. Most characters are letters and digits, which are never signs.
  @inline(__always)
  private static func isAmong(_ character: Character, _ signs: String) -> Bool {
    if let byte = character.utf8.first, byte < 0x80, isLetterOrDigit(byte) { return false }
    return signs.contains(character)
  }

  /// Whether a character is part of a word.
  @inline(__always)
  private static func isOfWord(_ character: Character) -> Bool {
    if character.isASCII, let byte = character.utf8.first { return isLetterOrDigit(byte) }
    return character.isLetter || character.isNumber
  }

  private static let stray = " .!?:…*-–—_~$€£()\"'“”"

  /// A text made only of these says nothing.
  private static let signs = "-.?_~–—…* "

  private static let brackets: [(Character, Character)] = [("<", ">"), ("[", "]"), ("{", "}")]

  private static let datePatterns: Set<String> = [
    "dd.mm.yyyy", "dd/mm/yy", "dd/mm/yyyy", "m/d/yy", "m/d/yyyy", "mm-dd-yyyy", "mm/dd", "mm/dd/yy", "mm/dd/yyyy",
    "mm/yyyy", "yyyy-mm-dd", "yyyy/mm/dd",
  ]

  private static let marks: Set<String> = [
    "fixme", "t.b.a", "t.b.a.", "t.b.c", "t.b.d", "t.b.d.", "tba", "tbc", "tbd", "tbf", "tk", "to do", "todo",
  ]

  /// Words that are placeholders only if nothing else is said.
  private static let wholes: Set<String> = [
    "answer", "answer goes here", "answer here", "as above", "as before", "as previous", "asdf", "awaiting", "blank",
    "coming soon", "ditto", "does not apply",
    "doesn't apply", "fill in", "fill in later", "fill me in", "fill this in", "idk", "left blank", "lorem",
    "in progress", "in the works", "leave blank", "leave blank for now", "leave empty", "left blank for now",
    "more to come",
    "n.a", "need to decide", "need to discuss", "we need to discuss", "we need to decide", "amount", "dollar amount",
    "needs discussion", "needs to be decided", "needs to be discussed",
    "n/a", "n.a.", "na", "nil", "no answer yet", "no idea", "none yet", "not applicable",
    "not decided", "not decided yet", "not determined", "not known", "not known yet", "not sure", "not sure yet",
    "not yet decided", "not yet determined", "not yet known", "nothing yet", "null", "pending", "placeholder",
    "same", "same answer", "same as above", "same as before", "same as last", "same as previous", "sample text",
    "see above",
    "see below", "see last answer", "see previous", "see previous answer", "still deciding", "still discussing",
    "still open",
    "still pending", "still thinking", "still undecided", "still working on it", "still working on this", "tbd/tba",
    "text", "to add", "to be added", "to be advised", "to be announced",
    "to be completed", "to be confirmed", "to be decided", "to be determined", "to be filled in", "to come",
    "to follow", "undecided", "undefined", "unknown", "unsure", "will add later", "under discussion", "under review",
    "waiting", "we are working on it", "will discuss", "will discuss later", "will fill in later", "wip",
    "working on it", "working on this",
  ]

  /// What follows "to be" when nothing is settled yet.
  private static let settlings: Set<String> = [
    "added", "announced", "completed", "confirmed", "decided", "determined", "discussed", "filled", "finalized",
    "scheduled", "set",
    "supplied",
  ]

  private static let afterMark = settledLater.union([
    "depending", "for", "from", "once", "per", "pending", "this", "until",
  ])

  private static let settledLater: Set<String> = [
    "after", "at", "before", "by", "during", "in", "later", "next", "on", "soon", "when", "with",
  ]

  /// How a form labels its empty lines: "Priority 1".
  private static let counted: Set<String> = [
    "answer", "challenge", "date", "goal", "item", "month", "name", "norm", "priority", "result", "strength", "text",
    "topic",
  ]

  /// People, who have names.
  private static let countedPeople: Set<String> = [
    "coach", "colleague", "member", "participant", "person", "principal", "teacher",
  ]

  /// First words of a prompt without brackets.
  private static let commands: Set<String> = [
    "add", "choose", "click", "describe", "enter", "fill", "insert", "list", "name", "names", "pick", "select",
    "state", "tap", "type", "write", "your",
  ]

  private static let asking: Set<String> = [
    "add", "amount", "answer", "answers", "choose", "click", "date", "dates", "day", "days", "describe", "enter",
    "fill", "here", "insert", "item", "list", "name", "names", "number", "pick", "select", "tap", "text", "time",
    "times", "type", "write", "year", "your",
  ]

  private static let besideAsking: Set<String> = [
    "a", "an", "and", "below", "campus", "coach", "coach's", "date", "details", "for", "full", "grade", "grades",
    "how", "in", "initials", "many", "month", "much", "next", "of", "often", "or", "person", "place", "principal",
    "principal's", "response", "role", "room", "school", "signature", "staff", "student", "subject", "teacher",
    "teachers", "team", "teams", "the", "this", "title", "to", "topic", "week", "what", "when", "where", "who", "why",
  ]
}
