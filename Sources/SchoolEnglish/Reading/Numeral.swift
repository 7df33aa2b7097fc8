/// Numbers as people write them, in hundredths, so that $450.50 and 2.5 are whole numbers here.
package enum Numeral {
  /// Nobody means larger numbers than this; arithmetic with smaller ones stays far from the largest integer.
  private static let most = 100_000_000_000

  /// The hundredths that a single word means; nil if it is not a number, is a time of day, or can be read in two ways.
  package static func value(of word: String) -> Int? {
    if let known = Lexicon.spelled[word] { return known * 100 }
    guard let first = word.utf8.first else { return nil }
    if word.unicodeScalars.count == 1, let scalar = word.unicodeScalars.first, first >= 0x80,
      let value = scalar.properties.numericValue
    {
      return Int((value * 100).rounded())
    }
    guard (0x30...0x39).contains(first) else { return nil }
    var text = word[...]
    var factor = 1
    if text.hasSuffix("k") {
      text.removeLast()
      factor = 1000
    }
    guard let plain = digits(text) else { return nil }
    let (value, isTooLarge) = plain.multipliedReportingOverflow(by: factor)
    return isTooLarge || value > most ? nil : value
  }

  /// Whether a word looks like a number that nobody can read for certain, such as `1.200`.
  package static func isUnread(_ word: Word) -> Bool {
    word.isNumeral && value(of: word.text) == nil
      && word.text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2C || $0 == 0x2E }
  }

  private static func digits(_ text: Substring) -> Int? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else { return nil }
    let signs = text.filter { $0 == "," || $0 == "." }
    if parts.count == 1 { return whole(parts[0]) }
    let groups = signs.filter { $0 == "," }.count
    let points = signs.count - groups
    // "2,000", "1,200,300": groups of three, separated by commas.
    if points == 0, parts.dropFirst().allSatisfy({ $0.count == 3 }), parts[0].count <= 3 {
      return whole(Substring(parts.joined()))
    }
    // "450.50", "2,5", "2,000.50": one sign before at most two digits, and commas before it.
    guard let last = parts.last, last.count <= 2,
      parts.count == 2 || signs.last == "." && points == 1 && parts[1..<parts.count - 1].allSatisfy({ $0.count == 3 })
    else { return nil }
    guard let whole = whole(Substring(parts.dropLast().joined())), let rest = Int(last) else { return nil }
    return whole + (last.count == 1 ? rest * 10 : rest)
  }

  private static func whole(_ text: Substring) -> Int? {
    guard let value = Int(text), value <= most / 100 else { return nil }
    return value * 100
  }

  /// A number in several words that begins at a place: "twenty-five", "two hundred", "a dozen", "a couple of", "three
  /// dozen".
  static func spelledOut(at index: Int, in words: [Word]) -> (value: Int, end: Int)? {
    func text(_ place: Int) -> String { place < words.count ? words[place].text : "" }
    var place = index
    if text(place) == "a", ["couple", "dozen", "hundred", "thousand"].contains(text(place + 1)) { place += 1 }
    switch text(place) {
    case "couple" where place > index || text(place + 1) == "of":
      return (200, text(place + 1) == "of" ? place + 2 : place + 1)
    case "dozen": return (1200, place + 1)
    case "half" where text(place + 1) == "a" && text(place + 2) == "dozen": return (600, place + 3)
    default: break
    }
    guard place < words.count, words[place].traits.contains(.number), var value = value(of: text(place)) else {
      return nil
    }
    var end = place + 1
    if value >= 2000, value <= 9000, value % 1000 == 0, Lexicon.spelled[text(place)] != nil,
      let unit = Lexicon.spelled[text(end)], (1...9).contains(unit), words[end].gap <= .hyphen
    {
      value += unit * 100
      end += 1
    }
    while end < words.count, words[end].gap <= .hyphen {
      let factor: Int
      switch text(end) {
      case "hundred": factor = 100
      case "thousand": factor = 1000
      case "dozen": factor = 12
      default: return (value, end)
      }
      let (product, isTooLarge) = value.multipliedReportingOverflow(by: factor)
      guard !isTooLarge, product <= most else { return nil }
      (value, end) = (product, end + 1)
    }
    return (value, end)
  }
}
