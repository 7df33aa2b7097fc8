/// A sum of money as a text states it.
package struct Money: Sendable, Equatable {
  /// The sum in hundredths of its currency.
  package let cents: Int
  /// The currency, as a sign or a code; `$` if only that is given.
  package let currency: String
  /// The unit that the sum is for: "teacher", "hour"; empty if it is a total.
  package let basis: String
  /// The period of time that it is for; empty if none is given.
  package let period: String
  /// Whether the sum is not exact: "up to", "about", "at least".
  package let bound: String
  /// The indices of its words.
  package let places: Range<Int>

  /// Everything that was read about it, except its place.
  package var exact: String { "money \(cents) \(currency) \(basis) \(period) \(bound)" }

  /// Whether two sums can be compared because they have the same currency, basis, period and bound.
  package func isComparable(with other: Money) -> Bool {
    currency == other.currency && basis == other.basis && period == other.period && bound == other.bound
  }

  /// Signs, codes and words for money, with the currency that each stands for.
  static let words: [String: String] = [
    "$": "$", "£": "£", "€": "€", "¥": "¥", "aud": "A$", "cad": "C$", "dollar": "$", "dollars": "$", "eur": "€",
    "euro": "€", "euros": "€", "gbp": "£", "nzd": "NZ$", "pesos": "pesos", "pounds": "£", "usd": "$",
  ]

  /// Letters before a dollar sign.
  private static let prefixes: [String: String] = [
    "a": "A$", "au": "A$", "c": "C$", "ca": "C$", "nz": "NZ$", "us": "$",
  ]

  /// The sums that some words name, and whether one of them could not be read in full.
  static func all(in words: [Word]) -> (sums: [Money], isUnread: Bool) {
    var sums: [Money] = []
    var isUnread = false
    var index = 0
    while index < words.count {
      if words[index].traits.contains(.money) || words[index].traits.contains(.number) {
        switch found(at: index, in: words) {
        case .sum(let sum):
          sums.append(sum)
          index = sum.places.upperBound
          continue
        case .unread(let end):
          isUnread = true
          index = end
          continue
        case .none: break
        }
      }
      index += 1
    }
    return (sums, isUnread)
  }

  private enum Found {
    case sum(Money)
    case unread(Int)
    case none
  }

  private static func found(at index: Int, in words: [Word]) -> Found {
    var start = index
    var next = index
    var currency: String?
    if words[index].traits.contains(.money), let known = Self.words[words[index].text] {
      currency = known
      next += 1
      if index > 0, words[index].text == "$", words[index - 1].place.upperBound == words[index].place.lowerBound,
        let known = prefixes[words[index - 1].text]
      {
        currency = known
        start -= 1
      }
    }
    guard next < words.count, words[next].traits.contains(.number) else {
      // A sign without a number says something that nobody can read; a word such as "dollars" alone does not.
      return words[index].traits.contains(.money) && !words[index].text.utf8.allSatisfy { $0 >= 0x61 }
        ? .unread(next) : .none
    }
    guard let number = number(at: next, words) else { return currency == nil ? .none : .unread(next + 1) }
    next = number.end
    if currency == nil {
      guard next < words.count, words[next].traits.contains(.money), words[next].gap <= .hyphen,
        let known = Self.words[words[next].text]
      else { return .none }
      currency = known
      next += 1
    } else if next < words.count, ["dollars", "usd", "aud", "cad", "nzd"].contains(words[next].text),
      words[next].gap == .space
    {
      if let known = Self.words[words[next].text], known != "$" { currency = known }
      next += 1
    }
    let bound = bound(before: start, words)
    let (basis, period, end) = rate(after: next, words)
    return .sum(
      Money(
        cents: number.value, currency: currency ?? "$", basis: basis, period: period, bound: bound.text,
        places: bound.start..<end))
  }

  /// A number with spaces between its groups, or of several words.
  private static func number(at index: Int, _ words: [Word]) -> (value: Int, end: Int)? {
    let text = words[index].text
    if words[index].isNumeral, text.utf8.count <= 3, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      var digits = text
      var end = index + 1
      while end < words.count, words[end].gap == .space, words[end].text.utf8.count == 3, words[end].isNumeral,
        words[end].text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), digits.utf8.count < 12
      {
        digits += words[end].text
        end += 1
      }
      if end > index + 1 { return Numeral.value(of: digits).map { ($0, end) } }
    }
    guard let number = Numeral.spelledOut(at: index, in: words) else { return nil }
    guard number.end < words.count, words[number.end].text == "million", words[number.end].gap <= .hyphen else {
      return number
    }
    let (value, isTooLarge) = number.value.multipliedReportingOverflow(by: 1_000_000)
    return isTooLarge ? nil : (value, number.end + 1)
  }

  private static func bound(before start: Int, _ words: [Word]) -> (text: String, start: Int) {
    let before = words[max(0, start - 3)..<start].map(\.text)
    for phrase in ["no more than", "up to", "at least", "at most", "more than", "less than", "about", "around"] {
      let parts = phrase.split(separator: " ").map(String.init)
      if before.suffix(parts.count).elementsEqual(parts) { return (phrase, start - parts.count) }
    }
    return ("", start)
  }

  /// What a sum is for: "a semester", "for each teacher", "per hour", "each".
  private static func rate(after start: Int, _ words: [Word]) -> (basis: String, period: String, end: Int) {
    var (basis, period, end) = ("", "", start)
    for _ in 0..<2 {
      var next = end
      if next < words.count, words[next].text == "for", words[next].gap == .space { next += 1 }
      guard next < words.count, words[next].gap <= .comma,
        ["a", "an", "each", "every", "per", "apiece"].contains(words[next].text)
      else { break }
      if words[next].text == "apiece" || next + 1 == words.count || words[next + 1].gap > .hyphen {
        if words[next].text == "each" || words[next].text == "apiece" { (basis, end) = ("each", next + 1) }
        break
      }
      let noun = words[next + 1]
      if Rhythm.stretches[noun.text] != nil {
        period = noun.text
      } else if words[next].text == "a" || words[next].text == "an" {
        // "$500 for a conference" is one sum; "$25 an hour" is a rate.
        guard ["hour", "head", "person", "teacher", "class", "session", "copy"].contains(noun.text), next == end else {
          break
        }
        basis = noun.stem
      } else {
        basis = noun.stem
      }
      end = next + 2
    }
    return (basis, period, end)
  }
}
