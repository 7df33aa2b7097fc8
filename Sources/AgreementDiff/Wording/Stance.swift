internal import SchoolEnglish
internal import TextSupport

/// Where an answer stands on a question with two extremes, as far as its words show.
enum Stance: Int, Comparable {
  /// By invitation; by choice; no names.
  case less = 0
  /// Both, for different people or places.
  case mixed = 1
  /// Open; required; names.
  case more = 2

  static func < (left: Stance, right: Stance) -> Bool { left.rawValue < right.rawValue }

  private static let open = [
    "open", "opens", "any day", "any time", "anytime", "drop in", "drop by", "enter", "enters", "unannounced",
    "walk in",
    "walks in", "welcome", "no appointment", "no invitation", "without an appointment", "without an invitation",
    "without appointment", "without asking", "without invitation",
  ]
  private static let invited = [
    "appointment", "ask", "asks", "arrangement", "closed", "invitation", "invited", "invite", "invites", "permission",
    "request", "requests",
  ]
  private static let required = [
    "everyone comes", "everybody comes", "expected", "mandatory", "must", "no opting out", "nobody sits it out",
    "required", "requires",
  ]
  private static let optional = [
    "asked", "choice", "choose", "encouraged", "free", "invited", "not required", "opt out", "optional", "voluntary",
    "volunteer",
  ]

  /// Whether doors are open, or open only on invitation.
  static func access(_ text: String) -> Stance? {
    let stance = of(text, more: open, less: invited)
    // "By invitation or on Fridays": there are two ways in.
    return stance == .less && hasAnotherWay(text) ? .mixed : stance
  }

  private static func hasAnotherWay(_ text: String) -> Bool {
    let words = Word.all(in: text)
    return words.indices.contains { index in
      words[index].text == "or"
        && words[index...].prefix(4).contains {
          $0.traits.contains(.weekday) || $0.text == "any" || $0.text == "during"
        }
    }
  }

  /// Whether taking part is required, or a choice.
  static func expectation(_ text: String) -> Stance? { of(text, more: required, less: optional) }

  /// What two answers on classroom access say, with the words that show it.
  static func accessReasons(_ from: String, _ to: String, _ old: Stance, _ new: Stance) -> [String] {
    let words = ["by invitation or arrangement", "partly open and partly by invitation", "open"]
    return [reason(from, to, old, new, words, open + invited, "classrooms were")]
  }

  /// What two answers on taking part say, with the words that show it.
  static func expectationReasons(_ from: String, _ to: String, _ old: Stance, _ new: Stance) -> [String] {
    let words = ["a choice", "partly a duty and partly a choice", "a duty"]
    return [reason(from, to, old, new, words, required + optional, "taking part was")]
  }

  private static func reason(
    _ from: String, _ to: String, _ old: Stance, _ new: Stance, _ words: [String], _ phrases: [String],
    _ subject: String
  ) -> String {
    func word(_ stance: Stance, _ text: String) -> String {
      stance == .less && Word.texts(of: text).contains("closed") ? "closed" : words[stance.rawValue]
    }
    func quoted(_ text: String) -> String {
      let plain = Word.texts(of: text)
      return Prose.list(phrases.filter { has([$0], plain) }.prefix(3).map { "\"\($0)\"" })
    }
    return
      "as far as the words show, \(subject) \(word(old, from)) (\(quoted(from))), now \(word(new, to)) (\(quoted(to)))"
  }

  /// Whether the names of teachers may be said.
  static func naming(_ text: String) -> Stance? {
    let words = Word.texts(of: text)
    var isNamed = false
    var isDenied = false
    for (index, word) in words.enumerated()
    where word == "name" || word == "names" || word == "named" || word == "people" {
      let around = words[max(0, index - 4)..<min(words.count, index + 4)]
      if around.contains(where: { Lexicon.limits.contains($0) || $0 == "out" }) {
        isDenied = true
      } else {
        isNamed = true
      }
    }
    if isNamed { return isDenied ? .mixed : .more }
    if isDenied { return .less }
    return words.contains("teams") || words.contains("levels") || words.contains("groups") ? .less : nil
  }

  /// Words that turn a sentence around.
  private static let turning: Set<String> = ["even", "never", "no", "nobody", "none", "not", "nothing", "without"]

  /// Whether a text about names says under which condition, or who asks for them, so that nobody can tell how far it goes.
  static func isConditional(_ text: String) -> Bool {
    Word.texts(of: text).contains { conditional.contains($0) }
  }

  private static let conditional: Set<String> = [
    "agree", "agrees", "ask", "asked", "asks", "but", "cannot", "consent", "except", "if", "know", "knows", "only",
    "permission", "request", "requests", "unless", "without",
  ]

  private static func of(_ text: String, more: [String], less: [String]) -> Stance? {
    let words = Word.texts(of: text)
    let (above, below) = (has(more, words), has(less, words))
    // "No room is closed", "even when the door is closed": a denial that is no part of a known phrase turns what follows.
    let found = (more + less).filter { has([$0], words) }
    let known = Set(found.flatMap { $0.split(separator: " ").map(String.init) })
    let isTurned = words.indices.contains { place in
      turning.contains(words[place]) && !known.contains(words[place])
        && has(found, Array(words[(place + 1)...].prefix(6)))
    }
    if isTurned, !words.contains("unless") { return nil }
    switch (above, below) {
    case (true, true): return .mixed
    case (true, false): return .more
    case (false, true): return .less
    case (false, false): return nil
    }
  }

  private static func has(_ phrases: [String], _ words: [String]) -> Bool {
    phrases.contains { phrase in
      let parts = phrase.split(separator: " ").map(String.init)
      guard words.count >= parts.count else { return false }
      return (0...(words.count - parts.count)).contains { start in
        // "No opting out" and "not open" say the opposite of their last word.
        words[start..<start + parts.count].elementsEqual(parts)
          && (start == 0 || !["never", "no", "not", "without"].contains(words[start - 1]))
          && (start < 2 || words[start - 1] != "an" || words[start - 2] != "without")
      }
    }
  }
}
