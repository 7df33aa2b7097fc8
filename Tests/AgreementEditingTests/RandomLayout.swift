/// An agreement laid out in any way that YAML allows: lines or braces, one to four spaces, quotes, blank lines, and comments everywhere.
struct RandomLayout: ~Copyable {
  /// A value; the order of the entries is that of the file.
  indirect enum Value {
    case text(String)
    case list([String])
    case entries([(key: String, value: Value)])
    /// A text on several lines.
    case lines
  }

  private var generator: any RandomNumberGenerator
  private var steps: [Int]

  init(_ generator: some RandomNumberGenerator) {
    self.generator = generator
    steps = [2]
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &generator)]
  }

  private mutating func chance(_ part: Int, of whole: Int) -> Bool {
    Int.random(in: 0..<whole, using: &generator) < part
  }

  /// A file, with the ids of those who have signed.
  mutating func file() -> String {
    steps = pick([[1], [2], [2, 4], [3], [4]])
    var people: [(key: String, value: Value)] = [
      ("novak", person("Jill Novak", "principal")), ("tran", person("Linh Tran", "instructional-coach")),
      ("lee", person("Ann Lee", "teacher")),
    ]
    people.shuffle(using: &generator)
    var entries: [(key: String, value: Value)] = [
      ("format", .text("1")), ("id", .text("a")), ("school-year", .text("2026-27")), ("starts", .text("2026-08-17")),
      ("ends", .text("2027-05-28")), ("status", .text("agreed")), ("campuses", .entries([("a", .text("School A"))])),
      ("participants", .entries(people)),
    ]
    if chance(3, of: 4) {
      let signers = people.map(\.key).filter { _ in chance(1, of: 2) }
      entries.append(("signatures", .entries(signers.map { ($0, signature()) })))
    }
    if chance(1, of: 2) { entries.append(("norms", .entries([("agreed", .list(["Start on time", "Listen"]))]))) }
    if chance(1, of: 3) { entries.append(("x-own", pick([.lines, .entries([("a", .text("1"))])]))) }
    entries.shuffle(using: &generator)
    var text = chance(1, of: 10) ? braces(entries, 0, false) + "\n" : lines(entries, 0)
    text += pick(["", "", "\n", "# the end\n", "...\n", "# the end\n...\n"])
    if chance(1, of: 4), !text.hasSuffix("\n\n") { text.removeLast() }
    if chance(1, of: 3) { text = text.replacing("\n", with: "\r\n") }
    return (chance(1, of: 4) ? "\u{FEFF}" : "") + text
  }

  private mutating func person(_ name: String, _ role: String) -> Value {
    var entries: [(key: String, value: Value)] = [("name", .text(name)), ("role", .text(role))]
    if chance(1, of: 3) { entries.append(("title", pick([.lines, .text("Head of school")]))) }
    entries.shuffle(using: &generator)
    return .entries(entries)
  }

  private mutating func signature() -> Value {
    var entries: [(key: String, value: Value)] = [("signed", .text("2026-08-13")), ("method", .text("typed"))]
    if chance(1, of: 3) { entries.append(("withdrawn", .text("2026-08-14"))) }
    if chance(1, of: 3) { entries.append(("digest", .text(String(repeating: "0", count: 64)))) }
    if chance(1, of: 4) { entries.append(("signature", .lines)) }
    entries.shuffle(using: &generator)
    return .entries(entries)
  }

  private mutating func key(_ key: String) -> String { pick([key, key, key, "'\(key)'", "\"\(key)\""]) }
  private mutating func scalar(_ text: String) -> String { pick([text, text, text, "'\(text)'", "\"\(text)\""]) }
  private mutating func comment() -> String { pick(["", "", " # note", "   # it's {odd}, \"x\": [1", "\t# tab"]) }

  private mutating func commentLines(_ column: Int) -> String {
    (0..<pick([0, 0, 1, 2])).map { _ in
      String(repeating: " ", count: pick([column, column, 0, column + 2])) + pick(["# a line", "#", "# x: y"]) + "\n"
    }.joined()
  }

  private mutating func lines(_ entries: [(key: String, value: Value)], _ column: Int) -> String {
    let step = pick(steps)
    let inner = String(repeating: " ", count: column + step)
    return entries.map { key, value in
      var result = commentLines(column)
      if column == 0, chance(1, of: 2) { result += "\n" }
      result += String(repeating: " ", count: column) + self.key(key) + ":"
      switch value {
      case .text(let text): return result + " " + scalar(text) + comment() + "\n"
      case .list(let texts):
        if chance(1, of: 2) { return result + " [" + texts.joined(separator: ", ") + "]" + comment() + "\n" }
        return result + comment() + "\n" + texts.map { inner + "- " + scalar($0) + comment() + "\n" }.joined()
      case .lines:
        let sign = pick(["|", ">", "|-", "|+"]) + pick(["", " # note"])
        return result + " \(sign)\n\(inner)some words: here\n" + pick(["", "\n"]) + "\(inner)# not a comment\n"
          + pick(["", "\n", "\n\n"])
      case .entries(let entries):
        if entries.isEmpty, chance(1, of: 2) { return result + comment() + "\n" }
        if entries.isEmpty || chance(1, of: 3) {
          return result + " " + braces(entries, column, true) + comment() + "\n"
        }
        return result + comment() + "\n" + lines(entries, column + step)
      }
    }.joined()
  }

  private mutating func braces(_ entries: [(key: String, value: Value)], _ column: Int, _ mayBreak: Bool) -> String {
    let parts = entries.map { key, value in
      let label = self.key(key) + ": "
      switch value {
      case .text(let text): return label + scalar(text)
      case .list(let texts): return label + "[" + texts.joined(separator: ", ") + "]"
      case .lines: return label + "\"some\\nlines\""
      case .entries(let entries): return label + braces(entries, column + 4, mayBreak)
      }
    }
    if parts.isEmpty { return pick(["{}", "{ }"]) }
    guard mayBreak, chance(1, of: 2) else {
      return "{" + pick(["", " "]) + parts.joined(separator: pick([", ", " , ", ",  "])) + pick(["", " ", ","]) + "}"
    }
    let spaces = String(repeating: " ", count: column + pick([1, 2, 4]))
    var result = "{" + pick(["", " # open"]) + "\n"
    for (index, part) in parts.enumerated() {
      let comma = index + 1 < parts.count ? pick([",", " ,"]) : pick(["", ","])
      result += spaces + part + comma + pick(["", " # c"]) + "\n"
      if chance(1, of: 5) { result += spaces + "# between\n" }
    }
    return result + String(repeating: " ", count: column) + " }"
  }
}
