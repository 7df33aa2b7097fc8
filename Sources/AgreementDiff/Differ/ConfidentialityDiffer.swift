internal import SchoolEnglish
internal import TextSupport

extension Snapshot.ConfidentialityPart {
  /// What people call it.
  var words: String {
    switch self {
    case .shared: "what is shared"
    case .private: "what stays private"
    case .exceptions: "the exceptions"
    }
  }
}

extension Differ {
  /// What is shared, what is private, and the exceptions: narrower, wider, or in other words.
  mutating func compareConfidentiality() {
    for part in Snapshot.ConfidentialityPart.allCases {
      let (before, after) = (old.confidentiality[part], new.confidentiality[part])
      guard before?.text != after?.text else { continue }
      let verdict = Self.verdict(part, before?.text, after?.text)
      let kind: ChangeClass =
        switch verdict.isWider {
        case true: .confidentialityWidened
        case false: .confidentialityNarrowed
        case nil: .confidentialityReworded
        }
      add(
        Change(
          kind, path: "focus/confidentiality/\(part.rawValue)", subject: part.rawValue,
          old: before.map { Change.Wording($0.text, at: $0.range) },
          new: after.map { Change.Wording($0.text, at: $0.range) }, reasons: verdict.reasons,
          match: before != nil && after != nil ? .byID : nil,
          // A change of quotation marks alone is not a headline.
          group: verdict.isSame ? .wording : nil, label: part.words))
    }
  }

  /// Whether more is shared than before; nil if nobody can say.
  private static func verdict(_ part: Snapshot.ConfidentialityPart, _ before: String?, _ after: String?) -> (
    isWider: Bool?, reasons: [String], isSame: Bool
  ) {
    // If more is private, less is shared.
    func isWider(_ isMore: Bool) -> Bool { part == .private ? !isMore : isMore }
    guard let before else { return (isWider(true), ["nothing was said about \(part.words) before"], false) }
    guard let after else { return (isWider(false), ["nothing is said about \(part.words) anymore"], false) }
    let (old, new) = (Reading(before), Reading(after))
    let (hadNone, hasNone) = (isNothing(old.words, part), isNothing(new.words, part))
    if hadNone != hasNone {
      return (isWider(hadNone), [hadNone ? "it said \"\(before)\" before" : "it says \"\(after)\" now"], false)
    }
    if hadNone || SameSense.holds(old, new, perYear: (nil, nil)) { return (nil, ["the same in other words"], true) }
    let (was, now) = (Scope(old), Scope(new))
    if let goes = was.direction(to: now) {
      return (
        goes,
        [
          goes
            ? "it stayed where it was said, and now it is passed on"
            : "it was passed on, and now it stays where it was said"
        ],
        false
      )
    }
    if was.isTotal != now.isTotal {
      return (isWider(now.isTotal), [now.isTotal ? "it says \"\(after)\" now" : "it said \"\(before)\" before"], false)
    }
    var reasons: [String] = []
    let (gained, lost) = (was.gained(by: now), now.gained(by: was))
    func quoted(_ words: [String]) -> String {
      let most = 8
      return Prose.list(words.prefix(most).map { "\"\($0)\"" } + (words.count > most ? ["more"] : []))
    }
    // "Not lesson notes" became "and lesson notes": the words are not new, but what they say is.
    let (freed, barred) = (was.excluded(of: gained.words), now.excluded(of: lost.words))
    let come = TextComparison.missing(gained.words, from: freed)
    let gone = TextComparison.missing(lost.words, from: barred)
    if !come.isEmpty { reasons.append("new in \(part.words): \(quoted(come))") }
    if !freed.isEmpty { reasons.append("no longer left out of \(part.words): \(quoted(freed))") }
    if !gone.isEmpty { reasons.append("gone from \(part.words): \(quoted(gone))") }
    if !barred.isEmpty { reasons.append("now left out of \(part.words): \(quoted(barred))") }
    if !gained.limits.isEmpty { reasons.append("it now says \(quoted(gained.limits))") }
    if !lost.limits.isEmpty {
      reasons.append("it no longer says \(quoted(lost.limits))")
    }
    guard old.isEnglish, new.isEnglish, !old.isUnread, !new.isUnread else {
      return (nil, ["the words changed, so read both"], false)
    }
    if was.isSentence || now.isSentence, was.denials != now.denials {
      // "Nothing leaves the room", "is not passed on": what a denial makes of a sentence is for people to say.
      let come = TextComparison.missing(now.denials, from: was.denials)
      let gone = TextComparison.missing(was.denials, from: now.denials)
      let parts = [
        come.isEmpty ? nil : "now says \(quoted(come))", gone.isEmpty ? nil : "no longer says \(quoted(gone))",
      ].compactMap(\.self)
      return (nil, ["it \(parts.isEmpty ? "is worded differently" : Prose.list(parts)), so read both"], false)
    }
    if part == .private, was.hasConsent != now.hasConsent {
      // Only people can say whether what needed consent is now told to nobody or to everybody.
      return (nil, reasons, false)
    }
    let named = (gained.words + lost.words).contains {
      isPerson($0) || was.names.contains($0) || now.names.contains($0)
    }
    if part == .private, named {
      // "Stays with the coach and the principal": naming more people does not make more private.
      let isKept = was.stays && now.stays
      let isWider = lost.words.isEmpty ? true : gained.words.isEmpty ? false : nil as Bool?
      return (isKept ? isWider : nil, reasons, false)
    }
    switch (gained.isMore, lost.isMore) {
    case (true, false): return (isWider(true), reasons, false)
    case (false, true): return (isWider(false), reasons, false)
    case (true, true), (false, false):
      return (nil, reasons.isEmpty ? ["it is worded differently, so read both"] : reasons, false)
    }
  }
}

extension Differ {
  private static func isPerson(_ word: String) -> Bool {
    Word.all(in: word).contains { $0.traits.contains(.party) && !aboutWhom.contains($0.text) }
  }

  /// Whether a text says only that there is nothing: "None", "No exceptions".
  private static func isNothing(_ words: [Word], _ part: Snapshot.ConfidentialityPart) -> Bool {
    // "Nothing is private" says nothing else where private things belong, and means everything among what is shared.
    words.contains { ["no", "none", "nothing"].contains($0.text) }
      && words.allSatisfy { nothing.contains($0.text) || $0.text == part.rawValue }
  }

  private static let nothing: Set<String> = [
    "all", "any", "are", "at", "exception", "exceptions", "is", "no", "none", "nothing", "stays", "there",
  ]

  /// The people whose words and lessons are private, as opposed to those who are told.
  private static let aboutWhom: Set<String> = ["student", "students", "teacher", "teachers", "team", "teams"]
}

/// What a text covers and what it leaves out, word by word.
private struct Scope {
  /// What one text has beyond another.
  struct Gain {
    /// The words that it covers and the other one does not.
    var words: [String] = []
    /// The words that limit it, and do not limit the other one.
    var limits: [String] = []
    /// Whether it certainly covers more in some way.
    var isMore = false
  }

  /// The words that are covered, by their stems, and whether each is added to others: "goals *and grades*".
  private var covered: [String: (word: String, isAdded: Bool)] = [:]
  /// The stems of the words that are left out, each with its word.
  private var excluded: [String: String] = [:]
  /// Words such as "only" and "on request".
  private var limits: [String: String] = [:]
  private var order: [String] = []
  private(set) var stays = false
  private(set) var hasConsent = false
  /// Whether it is a sentence on who tells or sees something, and not a list of things.
  private(set) var isSentence = false
  /// The words that deny or limit something, in order.
  private(set) var denials: [String] = []
  /// The words with a capital inside of a sentence, in lower case.
  private(set) var names: Set<String> = []
  private var qualifiers: Set<String> = []

  private static let telling: Set<String> = [
    "go", "goes", "keep", "keeps", "kept", "know", "knows", "leave", "leaves", "pass", "passed", "passes", "read",
    "reads",
    "see", "sees", "shared", "shares", "talk", "talks", "tell", "tells", "told",
  ]
  private static let denying: Set<String> = ["but", "cannot", "no-one", "only", "until", "sometimes", "everything"]
  private var goes = false

  private static let exceptions: Set<String> = ["but", "except", "excepted", "excluding", "unless", "without"]
  private static let joints: Set<String> = ["also", "and", "or", "plus"]
  /// Other words for what `Safeguards` does not take for somebody's consent.
  private static let consent: Set<String> = ["agreement", "invitation"]
  /// Words that leave some of it out.
  private static let partly: Set<String> = ["half", "many", "most", "much", "part", "parts", "some"]
  private static let staying: Set<String> = ["between", "kept", "keep", "keeps", "remain", "remains", "stay", "stays"]
  private static let going: Set<String> = [
    "go", "goes", "reach", "reaches", "report", "reported", "reports", "sent", "tell", "tells", "told",
  ]

  init(_ reading: Reading) {
    var isExcluded = false
    var isAdded = false
    var hasContent = false
    let words = reading.words
    var consents = Safeguards.consents(in: words)[...]
    hasConsent = !consents.isEmpty
    var index = 0
    while index < words.count {
      let word = words[index]
      defer { index += 1 }
      if let places = consents.first, places.lowerBound <= index {
        consents.removeFirst()
        limits["consent"] = reading.quote(places)
        index = places.upperBound - 1
        continue
      }
      if word.gap >= .comma {
        (isExcluded, isAdded, hasContent) = (false, true, false)
      }
      if word.isCapital, word.gap != .sentence { names.insert(word.text) }
      if Self.telling.contains(word.text) { isSentence = true }
      if word.traits.contains(.negation) || word.isNegated || Self.denying.contains(word.text) {
        denials.append(word.text)
      }
      if let hedge = Hedges.found(at: index, in: words), hedge.kind == .onRequest {
        let text = reading.quote(index..<hedge.end)
        limits[text.lowercased()] = text
        index = hedge.end - 1
        continue
      }
      if Self.consent.contains(word.text), index > 0, !isExcluded,
        words[max(0, index - 3)..<index].contains(where: { ["by", "if", "with"].contains($0.text) })
      {
        limits["with " + word.text] = word.text
        continue
      }
      if Self.partly.contains(word.text) {
        limits["partly"] = word.text
        continue
      }
      if word.text == "only" {
        limits["only"] = "only"
        continue
      }
      if Self.exceptions.contains(word.text) {
        isExcluded.toggle()
        isAdded = true
        if word.gap < .comma || isExcluded {
          limits[word.text] = reading.quote(index..<reading.clauseEnd(from: index))
        }
        continue
      }
      if word.traits.contains(.negation) || Lexicon.limits.contains(word.text) {
        isExcluded = true
        limits[word.text] = word.text
        continue
      }
      if Self.joints.contains(word.text) {
        (isAdded, hasContent) = (true, false)
        continue
      }
      if Self.staying.contains(word.text) { stays = true }
      if Self.going.contains(word.text) { goes = true }
      let isContent =
        (!word.traits.contains(.small) || ["do", "does"].contains(word.text))
        && !["per", "that", "too", "whether"].contains(word.text)
      if !isContent {
        // "Any observation the teacher wants private" is not one more thing.
        if hasContent { isAdded = false }
        if !["a", "an", "every", "each", "all", "any", "the", "their", "our", "my", "what", "which", "how", "who"]
          .contains(
            word.text)
        {
          isAdded = false
        }
        continue
      }
      let stem = ["anything", "everything", "whatever"].contains(word.text) ? "anything" : word.stem
      order.append(stem)
      hasContent = true
      if isExcluded {
        excluded[stem] = word.text
      } else if covered[stem] == nil {
        covered[stem] = (word.text, isAdded)
        // "Serious danger": the first word says which danger.
        if index + 1 < words.count, words[index + 1].gap == .space, !words[index + 1].traits.contains(.small) {
          qualifiers.insert(stem)
        }
      }
    }
    // "Everything teachers say" is the same as "what teachers say".
    if covered.count > 1, covered.removeValue(forKey: "anything") != nil { order.removeAll { $0 == "anything" } }
  }

  /// Whether the text covers everything, as "Everything" does.
  var isTotal: Bool { order == ["anything"] && excluded.isEmpty && limits.isEmpty }

  /// The words that this text leaves out.
  func excluded(of words: [String]) -> [String] { words.filter { excluded[Word.cut($0)] != nil } }

  /// Whether what stayed with somebody is passed on in the other text, or vice versa; nil for neither.
  func direction(to other: Scope) -> Bool? {
    if stays, !goes, other.goes, !other.stays { return true }
    if goes, !stays, other.stays, !other.goes { return false }
    return nil
  }

  /// What another text covers that this one does not.
  func gained(by other: Scope) -> Gain {
    var result = Gain()
    var isUnclear = false
    var seen: Set<String> = []
    for stem in other.order {
      if let (word, isAdded) = other.covered[stem], covered[stem] == nil {
        if seen.insert(word).inserted { result.words.append(word) }
        // "Topics in team meetings" may be fewer than "topics".
        let isMore = isAdded && !other.qualifiers.contains(stem) || excluded[stem] != nil
        if isMore { result.isMore = true } else { isUnclear = true }
      }
    }
    // Whatever was left out and is no longer mentioned may be covered now.
    let freed = excluded.keys.filter { other.excluded[$0] == nil && other.covered[$0] == nil }
    if !freed.isEmpty { result.isMore = true }
    for (name, text) in other.limits.sorted(by: { $0.key < $1.key }) where limits[name] == nil {
      result.limits.append(text)
    }
    // A limit that is gone lets more through, unless something else replaced it.
    let lifted = limits.keys.filter { other.limits[$0] == nil }
    let isReplaced = !result.limits.isEmpty
    if !lifted.isEmpty, !isReplaced, order == other.order { result.isMore = true }
    if isUnclear, !result.isMore, covered.keys.allSatisfy({ other.covered[$0] != nil }),
      limits.keys.sorted() == other.limits.keys.sorted()
    {
      // There are more words, and nobody knows whether they add or limit something.
      result.isMore = covered.isEmpty
    }
    return result
  }
}
