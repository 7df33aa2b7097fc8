/// Numbers with their units, as people write them.
enum Amounts {
  /// The minutes that a text states: "45 min", "1 hour", "1 hr 15 min", "an hour and a half"; nil if they are not
  /// certain.
  static func minutes(_ text: String) -> Int? {
    var words = Self.words(text)
    if words.count == 1, let number = number(words[0]) { return whole(number) }
    if let known = phrases[words.joined(separator: " ")] { return known }
    if words.first.map({ approximations.contains($0) }) == true { words.removeFirst() }
    var total = 0.0
    var place = 0
    while place + 1 < words.count {
      if words[place] == "and" { place += 1 }
      guard place + 1 < words.count, let number = number(words[place]), let unit = units[words[place + 1]] else {
        return nil
      }
      total += number * unit
      place += 2
    }
    guard place == words.count else { return nil }
    return whole(total)
  }

  /// The percentage that a text states: "60 %", "60 percent", "0.6", "half", "3/5"; nil if it is not certain.
  static func share(_ text: String) -> Int? {
    let plain = text.lowercased().filter { $0 != "," }
    let words = plain.split { $0 == " " || $0 == "\u{A0}" }.map(String.init)
    if let known = fractions[words.joined(separator: " ")] { return known }
    var head = words.first ?? ""
    let rest = words.dropFirst().joined(separator: " ")
    guard ["", "%", "percent", "per cent", "pct", "fte"].contains(rest) else { return nil }
    let isPercent = head.hasSuffix("%") || !["", "fte"].contains(rest)
    if head.hasSuffix("%") { head.removeLast() }
    if head.contains("/") {
      let parts = head.split(separator: "/", omittingEmptySubsequences: false).map { Double($0) }
      guard parts.count == 2, !isPercent, let top = parts[0], let bottom = parts[1], bottom > 0, top <= bottom else {
        return nil
      }
      return exact(top / bottom * 100)
    }
    guard let number = number(head) else { return nil }
    if !isPercent, number <= 1, head.contains(".") { return exact(number * 100) }
    return rest == "fte" ? nil : exact(number)
  }

  private static func whole(_ number: Double) -> Int? {
    number == number.rounded() && (1...9999).contains(number) ? Int(number) : nil
  }

  /// A whole percentage, ignoring binary rounding.
  private static func exact(_ number: Double) -> Int? {
    let rounded = number.rounded()
    return abs(number - rounded) < 0.000_001 && (0...100).contains(rounded) ? Int(rounded) : nil
  }

  /// Lowercase words; a number and its unit without a space, as in `45min`, are two words.
  private static func words(_ text: String) -> [String] {
    var result: [String] = []
    var word = ""
    for character in text.prefix(80).lowercased() {
      if character.isLetter || character.isNumber || character == "." {
        let wasNumber = word.last.map { $0.isNumber || $0 == "." }
        if let wasNumber, wasNumber != (character.isNumber || character == "."), !word.isEmpty, character != "." {
          result.append(word)
          word = ""
        }
        word.append(character)
      } else if !word.isEmpty {
        result.append(word)
        word = ""
        if !character.isWhitespace, character != ",", character != "'" { result.append(String(character)) }
      } else if !character.isWhitespace, character != "," {
        result.append(String(character))
      }
    }
    if !word.isEmpty { result.append(word) }
    return result.map { $0.count > 1 && $0.last == "." ? String($0.dropLast()) : $0 }
  }

  private static func number(_ word: String) -> Double? {
    if let known = numbers[word] { return known }
    guard !word.isEmpty, word.count <= 7, word.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }) else {
      return nil
    }
    return Double(word.hasPrefix(".") ? "0\(word)" : word)
  }

  private static let approximations: Set<String> = ["about", "approx", "approximately", "around", "ca", "roughly", "~"]

  private static let units: [String: Double] = [
    "h": 60,
    "hour": 60,
    "hours": 60,
    "hr": 60,
    "hrs": 60,
    "m": 1,
    "min": 1,
    "mins": 1,
    "minute": 1,
    "minutes": 1,
  ]

  private static let phrases: [String: Int] = [
    "1 1 / 2 hours": 90,
    "1 / 2 hour": 30,
    "a half hour": 30,
    "an hour and a half": 90,
    "half an hour": 30,
    "half hour": 30,
    "hour": 60,
    "one and a half hours": 90,
    "one hour and a half": 90,
    "three quarters of an hour": 45,
  ]

  private static let numbers: [String: Double] = [
    "a": 1,
    "an": 1,
    "eighty": 80,
    "fifteen": 15,
    "fifty": 50,
    "forty": 40,
    "ninety": 90,
    "one": 1,
    "sixty": 60,
    "ten": 10,
    "thirty": 30,
    "three": 3,
    "twenty": 20,
    "two": 2,
  ]

  private static let fractions: [String: Int] = [
    "a half": 50,
    "all": 100,
    "full": 100,
    "full time": 100,
    "full-time": 100,
    "fulltime": 100,
    "half": 50,
    "half of the time": 50,
    "half time": 50,
    "half-time": 50,
    "one half": 50,
  ]
}
