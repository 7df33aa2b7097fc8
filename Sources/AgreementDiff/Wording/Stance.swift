/// Where an answer stands on a question with two ends, as far as its words tell.
enum Stance: Int, Comparable {
  /// By invitation; by choice; no names.
  case less = 0
  /// Both, for different people or places.
  case mixed = 1
  /// Open; required; names.
  case more = 2

  static func < (left: Stance, right: Stance) -> Bool { left.rawValue < right.rawValue }

  /// Doors that are open, or that open on invitation.
  static func access(_ text: String) -> Stance? {
    of(
      text, more: ["open", "opens", "any day", "any time", "anytime", "drop in", "drop by", "unannounced", "walk in"],
      less: [
        "appointment", "ask", "asks", "arrangement", "closed", "invitation", "invited", "invite", "invites",
        "permission",
        "request", "requests",
      ])
  }

  /// Taking part that is required, or left to choice.
  static func expectation(_ text: String) -> Stance? {
    of(
      text,
      more: [
        "everyone comes", "everybody comes", "expected", "mandatory", "must", "no opting out", "nobody sits it out",
        "required", "requires",
      ],
      less: [
        "asked", "choice", "choose", "encouraged", "free", "invited", "opt out", "optional", "voluntary", "volunteer",
      ])
  }

  /// Names of teachers that may be said, or not.
  static func naming(_ text: String) -> Stance? {
    let words = Words.plain(text)
    var isNamed = false
    var isDenied = false
    for (index, word) in words.enumerated()
    where word == "name" || word == "names" || word == "named" || word == "people" {
      let around = words[max(0, index - 4)..<min(words.count, index + 4)]
      if around.contains(where: { Words.limits.contains($0) || $0 == "out" }) {
        isDenied = true
      } else {
        isNamed = true
      }
    }
    if isNamed { return isDenied ? .mixed : .more }
    if isDenied { return .less }
    return words.contains("teams") || words.contains("levels") || words.contains("groups") ? .less : nil
  }

  private static func of(_ text: String, more: [String], less: [String]) -> Stance? {
    let words = Words.plain(text)
    let (above, below) = (has(more, words), has(less, words))
    // "No opting out" and "not open" say the opposite of their last word.
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
        words[start..<start + parts.count].elementsEqual(parts)
          && (start == 0 || !["no", "not", "never"].contains(words[start - 1]))
      }
    }
  }
}
