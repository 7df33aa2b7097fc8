internal import Agreement

/// An agreement as lines that a person edits here and there, as a seed says.
///
/// Each text that it writes has a word that is nowhere else, so that a test sees whether it is still there after a merge.
struct EditableText {
  private(set) var lines: [String]
  private var generator: SeededGenerator
  /// What the words of this person end with.
  private let mark: String
  private var wordCount = 0

  /// Takes a text with line feeds, indented by two spaces.
  init(_ text: String, seed: UInt64, mark: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    generator = SeededGenerator(seed: seed)
    self.mark = mark
  }

  /// The text, with a line feed at its end.
  var text: String { lines.map { $0 + "\n" }.joined() }

  mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &generator) }

  mutating func pick<Element>(_ elements: [Element]) -> Element? { elements.randomElement(using: &generator) }

  private mutating func word() -> String {
    wordCount += 1
    return (pick(["office", "library", "window", "notebook", "bell", "team"]) ?? "") + mark + "x\(wordCount)"
  }

  // MARK: - Looking

  private func indent(_ line: Int) -> Int { lines[line].prefix { $0 == " " }.count }
  private func content(_ line: Int) -> Substring { lines[line].drop { $0 == " " } }
  private func isCode(_ line: Int) -> Bool { !content(line).isEmpty && !content(line).hasPrefix("#") }

  /// The key of a line that has one.
  private func key(_ line: Int) -> String? {
    let text = content(line).hasPrefix("- ") ? content(line).dropFirst(2) : content(line)
    guard let colon = text.firstIndex(of: ":"), !text[..<colon].contains(" ") else { return nil }
    let rest = text[text.index(after: colon)...]
    return rest.isEmpty || rest.hasPrefix(" ") ? String(text[..<colon]) : nil
  }

  /// The text after the key of a line; nil unless it is plain, and all on that line.
  private func plain(_ line: Int) -> String? {
    guard isCode(line), let key = key(line), let start = lines[line].firstRange(of: "\(key): ")?.upperBound else {
      return nil
    }
    let text = String(lines[line][start...])
    let isPlain = text.allSatisfy { !"\"'#|>[]{}&*!%@`:\\".contains($0) } && !text.isEmpty
    return isPlain && end(of: line) == line + 1 ? text : nil
  }

  /// The line after everything that is further right than a line.
  private func end(of line: Int) -> Int {
    var next = line + 1
    var end = next
    while next < lines.count {
      if !content(next).isEmpty {
        guard indent(next) > indent(line) else { break }
        end = next + 1
      }
      next += 1
    }
    return end
  }

  /// The lines below an outermost key.
  private func block(_ name: String) -> Range<Int> {
    guard let line = lines.firstIndex(where: { $0.hasPrefix("\(name):") }) else { return 0..<0 }
    return line + 1..<end(of: line)
  }

  private func keys(in range: Range<Int>, indent: Int) -> [Int] {
    range.filter { isCode($0) && self.indent($0) == indent && key($0) != nil && !content($0).hasPrefix("-") }
  }

  private var sections: [Int] { keys(in: block("topics"), indent: 2) }
  private var topics: [Int] {
    keys(in: block("topics"), indent: 4).filter { !["told-to-teachers", "not-relevant"].contains(key($0) ?? "") }
  }
  private var people: [Int] { keys(in: block("participants"), indent: 2) }
  private var norms: [Int] { block("norms").filter { content($0).hasPrefix("- ") && end(of: $0) == $0 + 1 } }

  /// The first lines of commitments in lines.
  private var commitments: [Int] {
    block("topics").filter { content($0).hasPrefix("- owner:") && indent($0) == 8 && end(of: $0) > $0 + 1 }
  }

  private func entry(_ key: String, in line: Int) -> Int? {
    (line..<end(of: line)).first { self.key($0) == key && plain($0) != nil }
  }

  // MARK: - Editing

  private mutating func set(_ line: Int, _ text: String) {
    guard let old = plain(line) else { return }
    lines[line] = lines[line].dropLast(old.count) + text
  }

  private mutating func setRandom(_ candidates: [Int], _ text: String) {
    if let line = pick(candidates.filter { plain($0) != nil }) { set(line, text) }
  }

  private mutating func remove(_ candidates: [Int]) {
    guard let line = pick(candidates) else { return }
    lines.removeSubrange(line..<end(of: line))
  }

  private mutating func insert(_ text: [String], after line: Int) { lines.insert(contentsOf: text, at: end(of: line)) }

  /// The edits that people make to what an agreement says.
  static let edits: [@Sendable (inout EditableText) -> Void] = [
    { $0.setRandom($0.topics, "The \($0.word()) and the \($0.word()) decide together") },
    { $0.setRandom($0.topics, "By the \($0.word())") },
    { text in
      text.setRandom(text.inAnswers("agreed") + text.inAnswers("carried"), "Now the \(text.word()), then the others")
    },
    { text in
      guard let line = text.pick(text.inAnswers("carried")) else { return }
      text.lines[line] = text.lines[line].replacing("carried:", with: "agreed:", maxReplacements: 1)
    },
    { text in
      text.remove(
        text.topics.filter { topic in
          text.topics.contains { $0 != topic && text.section(of: $0) == text.section(of: topic) }
        })
    },
    { $0.addTopic() }, { $0.addTopic() },
    { $0.addCommitment() }, { $0.addCommitment() }, { $0.addCommitment() },
    { text in
      text.setRandom(
        text.commitments.compactMap { text.entry("does", in: $0) }, "Brings the \(text.word()) to the \(text.word())")
    },
    { text in
      text.setRandom(
        text.commitments.compactMap { text.entry("due", in: $0) },
        "2026-\(text.number(10..<13))-\(text.number(10..<28))")
    },
    { text in
      guard let owner = text.pick(text.people).flatMap({ text.key($0) }) else { return }
      text.setRandom(text.commitments, owner)
    },
    { text in
      text.remove(
        text.commitments.filter { line in
          text.commitments.contains { $0 != line && text.holder(of: $0) == text.holder(of: line) }
        })
    },
    { text in
      if let line = text.pick(text.norms) {
        text.insert(["    - Respect the \(text.word()) of the \(text.word())"], after: line)
      }
    },
    { text in
      let word = text.word()
      if let line = text.norms.first { text.lines.insert("    - First the \(word)", at: line) }
    },
    { text in
      guard let line = text.pick(text.norms.filter { !text.lines[$0].contains("\"") && !text.lines[$0].contains("#") })
      else { return }
      let word = text.word()
      text.lines[line] += " every \(word)"
    },
    { if $0.norms.count > 1 { $0.remove($0.norms) } },
    { text in
      guard let line = text.block("meetings").last(where: { text.content($0).hasPrefix("- what:") }) else { return }
      text.insert(
        [
          "    - what: Talk about the \(text.word())",
          "      date: 2026-\(text.number(10..<13))-\(text.number(10..<28))",
          "      kind: other",
        ], after: line)
    },
    { text in text.setRandom(text.block("meetings").filter { text.key($0) == "minutes" }, "\(text.number(10..<90))") },
    { text in
      text.setRandom(text.block("meetings").filter { text.key($0) == "if-canceled" }, "Moved by the \(text.word())")
    },
    { text in
      guard let last = text.people.last else { return }
      let id = "p\(text.mark)\(text.number(0..<1000))"
      text.insert(["  \(id):", "    name: Pat \(text.word())", "    role: teacher"], after: last)
    },
    { text in
      guard let line = text.pick(text.people.filter { text.entry("left", in: $0) == nil }) else { return }
      text.insert(["    left: 2026-12-01"], after: text.end(of: line) - 1)
    },
    { $0.remove($0.people.filter { $0 > 0 }) },
    { text in
      text.setRandom(
        text.lines.indices.filter { text.lines[$0].hasPrefix("status:") }, text.pick(["draft", "agreed"]) ?? "")
    },
    { text in
      guard let line = text.pick(text.block("participants").filter { text.lines[$0].contains("concerns: [") }),
        let topic = text.pick(text.topics).flatMap({ text.key($0) }), !text.lines[line].contains(topic)
      else { return }
      text.lines[line] = text.lines[line].replacing("]", with: ", \(topic)]")
    },
  ]

  /// The edits that change where things are, and how they are written.
  static let moves: [@Sendable (inout EditableText) -> Void] = [
    { text in
      if let first = text.norms.first, let last = text.norms.last, first != last { text.lines.swapAt(first, last) }
    },
    { text in
      guard let section = text.pick(text.sections) else { return }
      let inside = text.topics.filter { $0 > section && $0 < text.end(of: section) }
      guard inside.count > 1, let last = inside.last else { return }
      let moved = Array(text.lines[last..<text.end(of: last)])
      text.lines.removeSubrange(last..<text.end(of: last))
      text.lines.insert(contentsOf: moved, at: inside[0])
    },
    { text in
      guard let line = text.pick(text.commitments), text.end(of: line) == line + 3 else { return }
      let words = (line..<line + 3).map { text.content($0) }
      guard words.allSatisfy({ !$0.contains(where: { "\"'#|>[]{},".contains($0) }) }) else { return }
      let braces = "        - {\(words.joined(separator: ", ").dropFirst(2))}"
      text.lines.replaceSubrange(line..<line + 3, with: [braces])
    },
    { text in
      guard let line = text.pick(text.topics.filter { text.plain($0) != nil }), let key = text.key(line),
        let old = text.plain(line), !old.contains(",")
      else { return }
      text.lines[line] = "    \(key): {agreed: \(old)}"
    },
    { text in
      let word = text.word()
      text.lines.append("x-\(text.mark)\(text.number(0..<3)): {by: \(word)}")
    },
    { $0.removeSignatures() },
    { text in
      guard let line = text.pick(text.keys(in: text.block("signatures"), indent: 2)) else { return }
      text.insert(["    withdrawn: 2026-09-01"], after: text.end(of: line) - 1)
    },
  ]

  /// The edits that change nothing of what an agreement says.
  static let layouts: [@Sendable (inout EditableText) -> Void] = [
    { $0.addComment() }, { $0.addComment() },
    { text in
      let candidates = text.lines.indices.filter { text.plain($0) != nil }
      guard let line = text.pick(candidates) else { return }
      let comment = (text.pick(["   # ", " # "]) ?? "") + text.word()
      text.lines[line] += comment
    },
    { text in
      guard let line = text.pick(text.lines.indices.filter { text.content($0).hasPrefix("#") }) else { return }
      text.lines.remove(at: line)
    },
    { text in
      guard let line = text.pick(text.topics.filter { text.plain($0) != nil }), let old = text.plain(line) else {
        return
      }
      text.set(line, "\"\(old)\"")
    },
    { text in
      guard let line = text.pick(text.topics.filter { text.plain($0) != nil }), let old = text.plain(line) else {
        return
      }
      text.set(line, ">-\n      \(old)")
      text = text.again
    },
  ]

  /// The same with its lines counted again.
  private var again: EditableText {
    var copy = self
    copy.lines = lines.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    return copy
  }

  private func inAnswers(_ name: String) -> [Int] { keys(in: block("topics"), indent: 6).filter { key($0) == name } }
  private func section(of line: Int) -> Int? { sections.last { $0 < line } }
  private func holder(of line: Int) -> Int? { (0..<line).last { indent($0) < indent(line) && isCode($0) } }

  private mutating func addComment() {
    // A comment in a text of several lines would be a part of it.
    let places = lines.indices.filter { line in
      isCode(line) && (key(line) != nil || content(line).hasPrefix("- "))
        && !(0..<line).contains { isText($0) && end(of: $0) > line }
    }
    guard let line = pick(places) else { return }
    let comment = String(repeating: " ", count: indent(line)) + "# \(word()) \(word())"
    lines.insert(comment, at: line)
  }

  private func isText(_ line: Int) -> Bool {
    lines[line].hasSuffix("|") || lines[line].hasSuffix(">") || lines[line].hasSuffix(">-")
      || lines[line].hasSuffix("|-")
  }

  private mutating func addTopic() {
    guard let section = pick(sections), let id = key(section),
      let found = Catalog.builtIn.sections.first(where: { $0.id == id })
    else { return }
    let known = Set(topics.compactMap { key($0) })
    guard let topic = pick(found.topics.map { Catalog.builtIn.topics[$0].id }.filter { !known.contains($0) }) else {
      return
    }
    let inside = topics.filter { $0 > section && $0 < end(of: section) }
    let new =
      number(0..<3) == 0
      ? ["    \(topic):", "      - The \(word())", "      - A \(word())"] : ["    \(topic): We use the \(word())"]
    let comment = number(0..<3) == 0 ? ["    # about \(word())"] : []
    if let line = pick(inside), number(0..<2) == 0 {
      insert(comment + new, after: line)
    } else {
      insert(comment + new, after: section)
    }
  }

  private mutating func addCommitment() {
    guard let line = pick(topics), let owner = pick(people).flatMap({ key($0) }) else { return }
    let new = [
      "        - owner: \(owner)", "          does: Brings the \(word()) to the \(word())", "          every: week",
    ]
    if let text = plain(line), let key = key(line) {
      lines.replaceSubrange(line...line, with: ["    \(key):", "      agreed: \(text)", "      commitments:"] + new)
      return
    }
    let inside = keys(in: line + 1..<end(of: line), indent: 6)
    let names = inside.compactMap { key($0) }
    guard names.contains("agreed") else { return }
    if let list = inside.first(where: { key($0) == "commitments" }) {
      guard lines[list].hasSuffix("commitments:") else { return }
      insert(new, after: list)
    } else {
      insert(["      commitments:"] + new, after: line)
    }
  }

  /// Lets somebody sign who has not signed; one in seven without the digest.
  mutating func sign(digest: String) {
    let signed = Set(keys(in: block("signatures"), indent: 2).compactMap { key($0) })
    guard let id = pick(people.compactMap { key($0) }.filter { !signed.contains($0) }) else { return }
    var new = ["  \(id):", "    signed: 2026-08-1\(number(0..<6))", "    method: typed"]
    if number(0..<7) > 0 { new.append("    digest: \(digest)") }
    if let line = lines.firstIndex(of: "signatures:") {
      insert(new, after: line)
    } else {
      lines += ["", "signatures:"] + new
    }
  }

  /// Removes all signatures.
  mutating func removeSignatures() {
    guard let line = lines.firstIndex(of: "signatures:") else { return }
    lines.removeSubrange(line..<end(of: line))
  }

  /// Writes four spaces for two.
  mutating func widen() {
    lines = lines.map { line in
      let spaces = String(repeating: " ", count: line.prefix { $0 == " " }.count)
      guard line.drop(while: { $0 == " " }).hasPrefix("- ") else { return spaces + line }
      return spaces + line.replacing(spaces + "- ", with: spaces + "-   ", maxReplacements: 1)
    }
  }
}
