internal import SchoolEnglish

/// What happened to the money that an answer names.
enum Budget {
  /// Money that came, went, grew or shrank; nil if the sums are the same.
  ///
  /// Two sums are compared if each side names one, in the same currency, for the same period and for the same unit.
  /// Otherwise the difference between the numbers says nothing.
  static func change(_ from: String, _ to: String) -> (kind: ChangeClass, reasons: [String])? {
    let (before, after) = (Reading(from), Reading(to))
    let different: (kind: ChangeClass, reasons: [String]) = (
      .topicChanged, ["the money is described differently; read both"]
    )
    if before.isUnread || after.isUnread {
      // The same digits on both sides are the same money, however they are read.
      return numbers(before) == numbers(after) ? nil : different
    }
    if before.sums.map(\.exact).sorted() == after.sums.map(\.exact).sorted() { return nil }
    switch (before.sums.count, after.sums.count) {
    case (1, 1):
      let (old, new) = (before.sums[0], after.sums[0])
      guard old.isComparable(with: new), old.cents != new.cents, isPlain(before), isPlain(after),
        otherNumbers(before) == otherNumbers(after), isOtherwiseAlike(before, after)
      else { return different }
      let isLess = new.cents < old.cents
      return (
        isLess ? .budgetCut : .budgetRaised,
        [
          "it is \(after.quote(new.places)) instead of \(before.quote(old.places)), "
            + "\(words(abs(new.cents - old.cents), old.currency)) \(isLess ? "less" : "more")"
        ]
      )
    case (1, 0):
      guard isNone(after) else { return nil }
      return (
        .budgetLost,
        ["it named a sum, \(before.quote(before.sums[0].places)), and now says that there is none"]
      )
    case (0, 1):
      guard isNone(before) else { return nil }
      return (
        .budgetGained,
        ["it said that there is no money, and now a sum is named: \(after.quote(after.sums[0].places))"]
      )
    default: return before.sums.isEmpty || after.sums.isEmpty ? nil : different
    }
  }

  /// Whether nothing beside the sums is on one side alone that makes them more or less: a hedge, a condition, a denial.
  private static func isOtherwiseAlike(_ before: Reading, _ after: Reading) -> Bool {
    func marks(_ reading: Reading) -> [String] {
      reading.words.indices.filter { !reading.sums[0].places.contains($0) }.filter { index in
        let word = reading.words[index]
        return word.traits.contains(.negation) || word.traits.contains(.modal) || reserving.contains(word.text)
          || isPaying(index, reading.words)
      }.map { reading.words[$0].text }.sorted()
    }
    let (was, now) = (marks(before), marks(after))
    return was == now && !was.contains { owing.contains($0) || paying.contains($0) }
      && before.conditions.count == after.conditions.count
  }

  /// Whether a coach or a teacher pays: "the teacher pays $50". What a fund or an office pays is the budget.
  private static func isPaying(_ index: Int, _ words: [Word]) -> Bool {
    paying.contains(words[index].text) && index > 0
      && ["coach", "coaches", "he", "she", "teacher", "teachers", "they"].contains(words[index - 1].base)
  }

  private static let paying: Set<String> = ["pay", "pays", "spend", "spends"]
  private static let owing: Set<String> = [
    "missing", "not", "owe", "owes", "own", "repaid", "repay", "repays", "return", "returned", "returns",
  ]
  private static let reserving: Set<String> = owing.union([
    "almost", "alone", "approval", "approved", "hoped", "if", "nearly", "needed", "requested", "shared", "sure",
    "unless",
  ])

  private static func numbers(_ reading: Reading) -> [String] {
    reading.words.filter { $0.isNumeral || $0.traits.contains(.money) }.map(\.text)
  }

  /// The numbers next to the sums: "12 release days and $800" and "10 release days and $1,000" are not certainly more
  /// or less.
  private static func otherNumbers(_ reading: Reading) -> [String] {
    reading.terms.compactMap {
      if case .amount(let amount) = $0.meaning { "\(amount.lower ?? -1) \(amount.upper ?? -1)" } else { nil }
    }
  }

  /// Whether a text says what money there is, without also saying what there was, or how often the sum is paid.
  private static func isPlain(_ reading: Reading) -> Bool {
    let telling: Set<String> = [
      "cut", "formerly", "instead", "previously", "raised", "reduced", "times", "was", "were",
    ]
    return !reading.words.contains { telling.contains($0.text) }
      && !reading.terms.contains { term in
        // "$25 an hour for 20 hours" is a total that nobody has written down.
        if case .amount(let amount) = term.meaning, reading.sums.contains(where: { !$0.basis.isEmpty }) {
          return amount.lower != nil
        }
        return false
      }
  }

  /// Whether a text says that there is no money.
  private static func isNone(_ reading: Reading) -> Bool {
    let texts = reading.words.map(\.text)
    guard let place = texts.firstIndex(where: { ["no", "none", "nothing", "zero"].contains($0) }) else { return false }
    if texts.count <= 4 || place == 0 && texts[place] != "no" { return true }
    if texts[place] == "none", place > 0, ["are", "is"].contains(texts[place - 1]) { return true }
    let money: Set<String> = ["amount", "budget", "dollars", "fund", "funding", "funds", "money", "sum"]
    return texts[place...].prefix(4).contains { money.contains($0) } || texts.dropFirst(place + 1).isEmpty
  }

  /// A sum as people write it: "$1,500", "$450.50".
  private static func words(_ cents: Int, _ currency: String) -> String {
    var digits = String(cents / 100)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    let whole = ([digits] + groups).joined(separator: ",")
    let rest = cents % 100
    let number = rest == 0 ? whole : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
    return currency.contains { "$€£¥".contains($0) } ? currency + number : "\(number) \(currency)"
  }
}
