/// A school year: `2026-27`, or `2026` if it is a calendar year.
package struct SchoolYear: BitwiseCopyable, Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The year in which it begins.
  package var first: Int { Int(shortFirst) }
  /// The year in which it ends: the same one, or the next.
  package var last: Int { Int(shortLast) }
  private let shortFirst: Int16
  private let shortLast: Int16

  /// Reads the standard spelling.
  package init?(_ text: some StringProtocol) {
    guard let (year, isStandard) = Self.read(text), isStandard else { return nil }
    self = year
  }

  private init(first: Int, last: Int) {
    shortFirst = Int16(first)
    shortLast = Int16(last)
  }

  /// Reads `2026-27`, which most people write.
  package init?(standard text: Span<UInt8>) {
    func digit(_ index: Int) -> Int { (0x30...0x39).contains(text[index]) ? Int(text[index]) - 0x30 : 10_000 }
    guard text.count == 7, text[4] == 0x2D else { return nil }
    let first = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3)
    guard (1000...9998).contains(first), digit(5) * 10 + digit(6) == (first + 1) % 100 else { return nil }
    self.init(first: first, last: first + 1)
  }

  /// Reads every spelling that is understood, and says whether it is the standard one.
  ///
  /// It understands `2026-2027`, `2026/27`, `26-27`, `SY26-27` and `SY27` (the year that ends in 2027), with a hyphen,
  /// a dash or a slash, and spaces around it.
  static func read(_ text: some StringProtocol) -> (year: SchoolYear, isStandard: Bool)? {
    var digits: [Substring] = []
    var whole = String(text)
    let isMarked = ["SY", "Sy", "sY", "sy"].contains(where: whole.hasPrefix)
    if isMarked { whole = String(whole.dropFirst(2).drop { $0 == " " }) }
    let separators: Set<Character> = ["-", "–", "—", "/"]
    if isMarked, !whole.contains(where: separators.contains) {
      let rest = Substring(whole)
      guard rest.count == 2 || rest.count == 4, let number = number(rest) else { return nil }
      let last = rest.count == 2 ? 2000 + number : number
      guard last > 1000 else { return nil }
      return (SchoolYear(first: last - 1, last: last), false)
    }
    digits = whole.split(omittingEmptySubsequences: false, whereSeparator: separators.contains)
    if digits.count == 2 {
      while digits[0].last == " " { digits[0].removeLast() }
      while digits[1].first == " " { digits[1].removeFirst() }
    }
    guard let head = digits.first, let first = number(head), digits.count <= 2 else { return nil }
    if digits.count == 1 {
      return head.count == 4 && first >= 1000 ? (SchoolYear(first: first, last: first), true) : nil
    }
    guard let second = number(digits[1]), head.count == 4 || head.count == 2,
      digits[1].count == 2 || digits[1].count == 4,
      !(head.count == 2 && digits[1].count == 4)
    else { return nil }
    let start = head.count == 4 ? first : 2000 + first
    let end = digits[1].count == 4 ? second : start / 100 * 100 + second + (second < start % 100 ? 100 : 0)
    guard start >= 1000, end == start + 1 else { return nil }
    let year = SchoolYear(first: start, last: end)
    return (year, !isMarked && whole == year.description)
  }

  /// The school year within other words: "2026-27 school year", "Fall 2026 - Spring 2027"; nil if that is not certain.
  static func guess(_ text: String) -> SchoolYear? {
    guard text.utf8.count <= 60 else { return nil }
    let numbers = text.split { !$0.isASCII || !$0.isNumber }
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    guard words.allSatisfy(wordsAround.contains), let first = numbers.first, numbers.count <= 2 else { return nil }
    guard numbers.count == 2, let last = numbers.last else { return nil }
    return read("\(first)-\(last)")?.year
  }

  private static let wordsAround: Set<String> = [
    "academic", "and", "august", "fall", "for", "june", "may", "school", "spring", "summer", "sy", "the", "through",
    "to",
    "until", "year",
  ]

  private static func number(_ text: some StringProtocol) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }

  /// The school year after this one.
  package var next: SchoolYear { SchoolYear(first: first + 1, last: last + 1) }

  /// The standard spelling.
  package var description: String {
    guard last != first else { return String(first) }
    let short = String(last % 100)
    let padded: String = short.count == 1 ? "0" + short : short
    return String(first) + "-" + padded
  }

  /// Orders earlier years before later ones.
  package static func < (left: SchoolYear, right: SchoolYear) -> Bool {
    (left.first, left.last) < (right.first, right.last)
  }
}

extension SchoolYear: CellValue {
  /// The two years in one number.
  var packed: UInt32 { UInt32(first) << 16 | UInt32(last) }

  init(packed: UInt32) { self.init(first: Int(packed >> 16), last: Int(packed & 0xFFFF)) }

  package init(_ place: CellPlace) { self.init(packed: place.cell.value) }
}
