internal import Agreement
internal import Diagnostics
internal import SchoolEnglish

extension Rule {
  static let personalData = Rule(
    .personalData, .warning, .privacy, heuristic: true, source: .practice,
    summary: "somebody's private number or address",
    rationale: """
      Social Security and employee numbers, private phone numbers and private email addresses do not belong in a file that a whole district can read
      for years. The rule also finds numbers and addresses as other countries write them. The finding does not repeat the text.
      """,
    failing: [
      Example(
        "format: 1\ntopics:\n  confidentiality:\n    urgent-concern: ↓Call 555-201-7788↑\n",
        "this text seems to contain a private number or address",
        help: "delete it, and say who knows it or where it is kept"),
      Example(
        "format: 1\nx-contact: ↓jill.novak@gmail.com↑\n", "this text seems to contain a private number or address"),
    ],
    passing: [
      Example("format: 1\ntopics:\n  confidentiality:\n    urgent-concern: Call the office; room 204, on 2026-08-17\n"),
      Example(
        "format: 1\nx-contact: office@brookside.example.org\ncampuses:\n  brookside: {name: Brookside, code: \"0412\"}\n"
      ),
    ],
    check: .text([
      "0", "@", "at aol", "at gmail", "at gmx", "at hotmail", "at icloud", "at proton", "at yahoo", "badge", "cell",
      "emp id", "emp.", "employee", "home address", "iban", "insurance n", "lives at", "lives on", "license n",
      "passport", "payroll", "personnel n",
      "staff id", "staff n", "teacher id", "mobile", "phone", "ssn", "telep", "whatsapp",
    ]) {
      visit, context in
      let words = visit.wordsWithLabels
      guard
        words.indices.contains(where: { isTelephoneOrSecurity(words, at: $0) || isEmployeeNumber(words, at: $0) })
          || words.indices.contains(where: { isAccountOrAddress(words, at: $0) })
          || TelephoneNumber.isPrivate(in: words, text: visit.text)
          || visit.text.utf8.contains(0x40) && visit.text.split(separator: " ").contains(where: PrivateMail.isAddress)
      else { return }
      context.report(
        at: visit.range, "this text seems to contain a private number or address",
        help: "delete it, and say who knows it or where it is kept")
    })
}

/// Whether a telephone number of ten digits or a social security number begins at a word: "(402) 555-0177", "512 555 0177".
private func isTelephoneOrSecurity(_ words: [Word], at index: Int) -> Bool {
  guard words[index].hasDigit else { return false }
  let before = words[..<index].suffix(4).map(\.base)
  // Account numbers and online meetings have the same form, and anybody may call the office.
  guard !before.suffix(3).contains(where: TelephoneNumber.isOther) else { return false }
  var groups: [Substring] = []
  for (place, word) in words[index...].prefix(4).enumerated() {
    guard place == 0 || word.gap != .comma && word.gap < .sentence else { break }
    groups += word.base.split(separator: "-", omittingEmptySubsequences: false)
    guard groups.count <= 4, groups.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else { break }
    switch groups.map(\.utf8.count) {
    case [3, 3, 4]: if isDialled(groups[...]) { return true }
    case [1, 3, 3, 4]: if groups[0] == "1", isDialled(groups.dropFirst()) { return true }
    case [3, 2, 4]: if place == 0 || before.contains(where: securityWords.contains) { return true }
    case [9]: if before.contains(where: securityWords.contains) { return true }
    default: break
    }
  }
  return false
}

/// Whether groups of digits can be dialed: neither the area code nor the exchange begins with 0 or 1.
private func isDialled(_ groups: ArraySlice<Substring>) -> Bool {
  groups.prefix(2).allSatisfy { $0.first.map { $0 >= "2" } ?? false }
}

/// "Employee ID 88213", "Emp. no. 77210".
private func isEmployeeNumber(_ words: [Word], at index: Int) -> Bool {
  guard staffWords.contains(words[index]) else { return false }
  let after = words[(index + 1)...].prefix(4)
  let labels = after.prefix { ["id", "is", "no", "nr", "number"].contains($0.base) }
  // Without a word for it, as in "employee #88213", a four-digit number may be a year.
  return after.dropFirst(labels.count).first.map {
    labels.isEmpty
      ? ["badge", "emp", "employee", "payroll"].contains(words[index].base) && $0.isNumber && $0.base.utf8.count >= 5
      : $0.hasDigit && $0.base.utf8.count >= 4
  } ?? false
}

/// A bank account or insurance number as in other countries, a mail address that is spelled out, or a home address.
private func isAccountOrAddress(_ words: [Word], at index: Int) -> Bool {
  let after = words[(index + 1)...]
  switch words[index].base {
  case "insurance": return after.prefix(3).contains { $0.isInsurance } && words[..<index].last?.base == "national"
  case "lives": return isStreet(after)
  case "address": return words[..<index].last?.base == "home" && after.prefix(4).contains { $0.hasDigit }
  case "at":
    // "jill at gmail dot com".
    guard index > 0, let host = after.first, PrivateMail.isService(host.base), let dot = after.dropFirst().first else {
      return false
    }
    return ["co", "com", "dot", "net"].contains(dot.base)
  default:
    let bytes = Array(words[index].base.utf8)
    guard bytes.count >= 4, bytes.prefix(2).allSatisfy({ (0x61...0x7A).contains($0) }),
      bytes[2..<4].allSatisfy({ (0x30...0x39).contains($0) })
    else { return false }
    // An account begins with a country and two digits, and has fifteen or more characters, mostly in fours.
    if bytes.count >= 15 { return bytes.dropFirst(8).allSatisfy { (0x30...0x39).contains($0) } }
    guard bytes.count == 4 else { return false }
    let groups = after.prefix { $0.gap == .space && $0.base.utf8.count == 4 }
    return groups.count >= 3 && groups.count { $0.isNumber } >= 2
  }
}

/// "At 44 Elm Street", "on 5 Oak Ave."
private func isStreet(_ words: ArraySlice<Word>) -> Bool {
  guard let link = words.first, ["at", "on"].contains(link.base), words.dropFirst().first?.hasDigit ?? false else {
    return false
  }
  return words.dropFirst(2).prefix(4).contains { streets.contains($0) }
}

private let streets: WordSet = [
  "ave", "avenue", "blvd", "boulevard", "circle", "court", "dr", "drive", "lane", "ln", "place", "rd", "road", "st",
  "street", "terrace", "way",
]

extension Word {
  /// Whether it begins a national insurance number: two letters, which digits may follow directly.
  fileprivate var isInsurance: Bool {
    let bytes = Array(base.utf8)
    return bytes.count == 2 && bytes.allSatisfy { (0x61...0x7A).contains($0) } && !["is", "no", "nr"].contains(base)
      || bytes.count == 9 && hasDigit
  }
}

private let staffWords: WordSet = [
  "badge", "emp", "employee", "licence", "license", "passport", "payroll", "personnel", "staff", "teacher",
]

private let securityWords: WordSet = ["security", "social", "ssn"]
