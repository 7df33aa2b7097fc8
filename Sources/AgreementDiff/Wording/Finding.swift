internal import SchoolEnglish

/// One difference between two texts that can be turned around: the same is found from the other side.
struct Finding {
  /// The kind of difference.
  enum Kind: Equatable {
    case amount(isDeadline: Bool)
    /// The answer to `every` next to the text.
    case beside
    case condition(Reading.Condition.Kind)
    case form
    /// Whether it is about fewer grades; nil if it is about other ones.
    case grades(isFewer: Bool?)
    case hedge(Hedges.Kind)
    case label
    /// A word on a ladder, or one that says how many of all.
    case ladder
    /// A word such as "only" or "but".
    case limit
    case modal(old: Int, new: Int)
    case money
    case narrower
    /// A word such as "not". Only people can say how it changes a sentence: "need not ask" rules nothing out.
    case negation
    case rhythm
    case time
    case word
  }

  let kind: Kind
  /// Whether the new text promises less rather than more; nil if that cannot be said.
  var isLess: Bool?
  /// The words of the old text; nil if it has none.
  var old: String?
  /// The words of the new text; nil if it has none.
  var new: String?

  init(_ kind: Kind, isLess: Bool? = nil, old: String? = nil, new: String? = nil) {
    self.kind = kind
    self.isLess = isLess
    self.old = old
    self.new = new
  }

  /// The same finding, seen from the other side.
  var turned: Finding {
    let kind: Kind =
      switch self.kind {
      case .modal(let before, let after): .modal(old: after, new: before)
      case .grades(let isFewer): .grades(isFewer: isFewer.map { !$0 })
      default: self.kind
      }
    return Finding(kind, isLess: isLess.map { !$0 }, old: new, new: old)
  }

  /// The same finding, without a direction.
  var undirected: Finding { Finding(kind, isLess: nil, old: old, new: new) }

  /// Whether a word such as "not" is on only one side.
  var isNegation: Bool { kind == .negation }

  /// What it means, in words; nil for single words, which are combined.
  ///
  /// If a text rules something out on one side, "only" may allow what was ruled out before.
  func reason(isReversed: Bool = false) -> String? {
    func quoted(_ text: String?) -> String { "\"\(text ?? "")\"" }
    switch kind {
    case .amount(let isDeadline):
      switch (old, new) {
      case (let old?, let new?):
        guard let isLess else { return "it says \(quoted(new)) instead of \(quoted(old))" }
        let word = isDeadline ? (isLess ? "a wider limit" : "a tighter limit") : isLess ? "less" : "more"
        return "\(word): \(quoted(old)) became \(quoted(new))"
      case (_?, nil): return "it no longer says how many or how much (\(quoted(old)))"
      case (nil, _): return "it now says how many or how much (\(quoted(new)))"
      }
    case .beside: return "\(isLess == true ? "less often" : "more often"): \(old ?? "") became \(new ?? "")"
    case .condition where isLess == nil && (old == nil || new == nil):
      return "it \(new == nil ? "no longer" : "now") says \(quoted(new ?? old))"
    case .condition(let kind):
      switch (kind, old, new) {
      case (_, _?, _?): return "it depends on something else: \(quoted(new)) instead of \(quoted(old))"
      case (.exception, nil, _): return "there is an exception now: \(quoted(new))"
      case (.exception, _, nil): return "an exception is gone: \(quoted(old))"
      case (.condition, nil, _): return "it now depends on something: \(quoted(new))"
      case (.condition, _, nil): return "it no longer depends on this: \(quoted(old))"
      }
    case .hedge where isLess == nil: return "it \(new == nil ? "no longer" : "now") says \(quoted(new ?? old))"
    case .hedge(let kind):
      return new.map { "it now says \(quoted($0)): \(kind.meaning.with)" }
        ?? "it no longer says \(quoted(old)): \(kind.meaning.without)"
    case .ladder, .narrower:
      guard let isLess, let old, let new else { return nil }
      return "\(isLess ? "less" : "more") is promised: \(quoted(new)) instead of \(quoted(old))"
    case .limit:
      guard let new, !isReversed else { return "it \(new == nil ? "no longer" : "now") says \(quoted(new ?? old))" }
      return "\(Self.meaning(ofLimit: new)): \(quoted(new))"
    case .modal(let before, let after):
      let words =
        switch (old, new) {
        case (let old?, let new?): "\(quoted(old)) became \(quoted(new))"
        case (nil, let new?): "it now says \(quoted(new))"
        case (_, nil): "it no longer says \(quoted(old))"
        }
      if isLess == nil { return words }
      return "\(words): it was \(Self.meaning(ofStrength: before)), and is now \(Self.meaning(ofStrength: after))"
    case .money: return "the money is described differently; read both"
    case .negation:
      if let old, let new { return "it says \(quoted(new)) instead of \(quoted(old))" }
      return new.map { "it now says \(quoted($0))" } ?? "it no longer says \(quoted(old))"
    case .rhythm:
      switch (old, new) {
      case (let old?, let new?):
        guard let isLess else { return "how often is said in another way: \(quoted(new)) instead of \(quoted(old))" }
        return "\(isLess ? "less often" : "more often"): \(quoted(old)) became \(quoted(new))"
      case (_?, nil): return "it no longer says how often (\(quoted(old)))"
      case (nil, _): return "it now says how often (\(quoted(new)))"
      }
    case .grades(let isFewer):
      switch (old, new) {
      case (let old?, let new?):
        return "it is about \(isFewer.map { $0 ? "fewer" : "more" } ?? "different") grades: \(new) instead of \(old)"
      case (nil, let new): return "it now names a grade that it did not: \(new ?? "")"
      case (let old, nil): return "it no longer names \(old ?? "")"
      }
    case .label, .time:
      let noun = kind == .label ? "number" : "time"
      switch (old, new) {
      case (let old?, let new?):
        let isOne = !old.contains(" and ") && !new.contains(" and ")
        return "it names \(isOne ? "a different \(noun)" : "different \(noun)s"): \(new) instead of \(old)"
      case (nil, let new): return "it now names a \(noun) that it did not: \(new ?? "")"
      case (let old, nil): return "it no longer names \(old ?? "")"
      }
    case .form, .word: return nil
    }
  }

  private static func meaning(ofLimit limit: String) -> String {
    limit.lowercased().hasPrefix("only") || limit.lowercased().hasSuffix(" only")
      ? "it now holds only for this" : "it now adds a reservation"
  }

  /// What a verb makes of a promise, by its strength.
  private static func meaning(ofStrength strength: Int) -> String {
    switch strength {
    case 1: "only possible or allowed"
    case 2: "only expected"
    default: "promised"
    }
  }
}

extension Hedges.Kind {
  /// What a promise means with a hedge, and without it.
  var meaning: (with: String, without: String) {
    switch self {
    case .attempt: ("only the attempt is promised", "the thing itself is promised, and not only the attempt")
    case .delegate: ("someone else may do it", "nobody else is mentioned for it anymore")
    case .means:
      ("it need not be done otherwise", "it is done in any case")
    case .mostly: ("it does not have to happen every time", "it has to happen every time")
    case .onRequest: ("it is done only when someone needs it", "it is done without being asked for")
    case .roughly: ("it is no longer exact", "it is exact now")
    case .thought: ("it is thought about, and not promised", "it is promised, and no longer only thought about")
    }
  }
}
