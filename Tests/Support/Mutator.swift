internal import Diagnostics

/// Changes files at random, always in the same way for the same seed.
package struct Mutator {
  private var generator: SeededGenerator

  /// Starts from a seed.
  package init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// What a file is changed with: marks of YAML, everyday slips, and bytes that editors leave behind.
  package static let tokens = [
    ":", ": ", "- ", "-", "\"", "'", "[", "]", "{", "}", "#", " #1", "\t", "\n", "\r", "\r\n", "  ", "|", ">", "|2",
    ">-",
    "&a", "*a", "!t", "%", "@", "`", "?", "? ", "---\n", "...\n", "<<: ", "\u{0}", "\u{FEFF}", "\u{A0}", "\u{202E}",
    "é",
    "👩‍🏫", "• ", "– ", "1. ", "<<<<<<< x\n", "=======\n", ">>>>>>> y\n", "\\", "\\q", "\\x41", "null", "~", "2026-02-30",
    "2026/27", "8/17/2026", "3:30 pm", "60%", "format: 2\n", "x-a: b\n", "\u{2028}", "\u{85}", "\u{1B}[31m", ",",
    "topics:\n", "norms:\n", "agreed: ", "carried: ", "not-relevant: ", "open: {until: 2026-10-01}\n",
    "status: draft\n",
    "signed: 2026-08-13\n", "method: ssh\n", "yes", "12", "[name]", "TBD",
  ]

  /// Marks that open or close something.
  private static let marks: [UInt8] = Array("\"\"''[]{}#:-*&>|".utf8)

  /// A changed copy of one of some files, mostly of a part of it.
  package mutating func mutant(of sources: [[UInt8]]) -> [UInt8] {
    var bytes = sources[Int.random(in: 0..<sources.count, using: &generator)]
    if bytes.count > 1200, Int.random(in: 0..<12, using: &generator) > 0 {
      // The head is what everything else hangs on; the rest is a stretch of whole lines.
      let start = Int.random(in: 0..<bytes.count, using: &generator)
      let line = bytes[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      bytes =
        Array(bytes.prefix(Int.random(in: 0...400, using: &generator)))
        + bytes[line..<min(bytes.count, line + Int.random(in: 100...800, using: &generator))]
    }
    for _ in 0..<Int.random(in: 1...6, using: &generator) { mutate(&bytes) }
    return bytes
  }

  /// A copy of one of some files in which values are exchanged for those of other lines, and lines repeated, moved or deleted, so
  /// that it is mostly still an agreement; sometimes the end of another file follows the beginning of this one.
  package mutating func sibling(of sources: [[UInt8]]) -> [UInt8] {
    var lines = self.lines(ofOneOf: sources)
    if Int.random(in: 0..<6, using: &generator) == 0 {
      let other = self.lines(ofOneOf: sources)
      lines = Array(lines[..<section(in: lines)]) + other[section(in: other)...]
    }
    for _ in 0..<Int.random(in: 1...5, using: &generator) where !lines.isEmpty {
      let place = Int.random(in: 0..<lines.count, using: &generator)
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: lines.remove(at: place)
      case 1: lines.insert(lines[place], at: Int.random(in: 0...lines.count, using: &generator))
      case 2: lines.swapAt(place, Int.random(in: 0..<lines.count, using: &generator))
      default:
        let others = Bool.random(using: &generator) ? lines : self.lines(ofOneOf: sources)
        let value = others.randomElement(using: &generator).flatMap { Self.value(of: $0) }
        let text = Self.texts.randomElement(using: &generator).map { Array($0.utf8) }
        guard let start = Self.value(of: lines[place])?.startIndex else { continue }
        let isText = Int.random(in: 0..<3, using: &generator) == 0
        lines[place].replaceSubrange(start..., with: isText ? text ?? [] : value.map(Array.init) ?? [])
      }
    }
    return Array(lines.joined(separator: [0x0A]))
  }

  /// Answers that rules have an opinion about, and shapes that a value can have.
  private static let texts = [
    "Call 555-201-7788", "Maya Zz, grade 4, reads below level", "see handbook", "\"\"", "[]", "{}", "null",
    "2026-09-01",
    "principal", "weekly", "45", "The coach never covers classes", "Mr. Byrne cannot keep order",
    "two formal observations",
    "$2,000 for books", "$1 500", "may not", "every second Tuesday", "[a, b]", "{a: b}", "“as said”", "Yes", "N/A",
  ]

  /// The part of a line after its key or its dash.
  private static func value(of line: [UInt8]) -> ArraySlice<UInt8>? {
    let marks = line.indices.dropLast().first {
      (line[$0] == 0x3A || line[$0] == 0x2D && line[..<$0].allSatisfy { $0 == 0x20 }) && line[$0 + 1] == 0x20
    }
    return marks.map { line[($0 + 2)...] }
  }

  private mutating func lines(ofOneOf sources: [[UInt8]]) -> [[UInt8]] {
    let bytes = sources[Int.random(in: 0..<sources.count, using: &generator)]
    return bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
  }

  /// A line at which a section begins.
  private mutating func section(in lines: [[UInt8]]) -> Int {
    lines.indices.filter { lines[$0].first.map { (0x61...0x7A).contains($0) } ?? false }
      .randomElement(using: &generator) ?? 0
  }

  private mutating func mutate(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &generator)
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
    case 1: bytes.remove(at: place)
    case 2, 3:
      bytes.insert(contentsOf: Self.tokens.randomElement(using: &generator).map { Array($0.utf8) } ?? [], at: place)
    case 4:
      let end = min(bytes.count, place + Int.random(in: 1...80, using: &generator))
      bytes.removeSubrange(place..<end)
    case 5:
      let end = min(bytes.count, place + Int.random(in: 1...120, using: &generator))
      let target = Int.random(in: 0...bytes.count, using: &generator)
      bytes.insert(contentsOf: Array(bytes[place..<end]), at: target)
    case 6:
      // A mark at one end of a line, or alone on it: what it opens has nothing before it or behind it.
      guard let line = bytes[place...].firstIndex(of: 0x0A) else { return }
      let end = line > 0 && bytes[line - 1] == 0x0D ? line - 1 : line
      let mark = Self.marks.randomElement(using: &generator) ?? 0x22
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes.insert(mark, at: end)
      case 1: bytes.insert(mark, at: line + 1)
      default: bytes.insert(contentsOf: [0x0A, mark], at: end)
      }
    default:
      // A line that moves to the left or to the right.
      guard let line = bytes[place...].firstIndex(of: 0x0A) else { return }
      if Bool.random(using: &generator) {
        bytes.insert(contentsOf: Array(repeating: 0x20, count: Int.random(in: 1...3, using: &generator)), at: line + 1)
      } else if line + 1 < bytes.count, bytes[line + 1] == 0x20 {
        bytes.remove(at: line + 1)
      }
    }
  }
}
