internal import Agreement
internal import Diagnostics

/// The names of the parts of a file that cannot be read: the keys that lead to each, as in `topics.access.classroom-access`.
///
/// They are taken from the indentation of the lines, because there is no tree where the text cannot be read.
struct UnreadParts {
  private let bytes: [UInt8]
  private let index: LineIndex
  private let withheld: WithheldTexts

  init(_ source: SourceFile, _ withheld: WithheldTexts) {
    bytes = source.bytes
    index = LineIndex(source.bytes)
    self.withheld = withheld
  }

  /// What is printed for some lines, 0-based: each part once, in file order, and how many lines are in none.
  func lines(for unread: Set<Int>) -> [String] {
    var result: [String] = []
    var known: Set<String> = []
    var nameless = 0
    for line in unread.sorted() {
      let keys = keys(of: line)
      let path =
        keys.isEmpty
        ? "" : keys.contains { $0 == nil } ? WithheldTexts.notice : keys.compactMap(\.self).joined(separator: ".")
      if path.isEmpty {
        nameless += 1
      } else if known.insert(path).inserted {
        result.append("not read: \(withheld.shown(path))")
      }
    }
    if nameless > 0 { result.append("not read: \(nameless == 1 ? "1 line" : "\(nameless) lines")") }
    return result
  }

  /// The keys from the outermost one to that of a line; nil for one that may be private.
  private func keys(of line: Int) -> [String?] {
    var result: [String?] = []
    var column = Int.max
    var line = line
    while line >= 0 {
      let content = bytes[index.content(of: line, in: bytes)]
      if let start = content.firstIndex(where: { $0 > 0x20 }), content[start] != 0x23 {
        // The key of the item of a list stands behind a dash.
        if let key = Self.key(in: content), key.range.lowerBound - content.startIndex < column {
          column = start - content.startIndex
          result.append(withheld.contains(line: line) ? nil : String(decoding: bytes[key.range], as: UTF8.self))
        } else if result.isEmpty {
          column = min(column, start - content.startIndex)
        }
      }
      if column == 0 { break }
      line -= 1
    }
    return result.reversed()
  }

  /// The key of a line, and the place after its colon if something follows there, or else nil; nil for a line without a key.
  static func key(in line: ArraySlice<UInt8>) -> (range: Range<Int>, end: Int?)? {
    let start = line.firstIndex { $0 > 0x20 && $0 != 0x2D } ?? line.endIndex
    let word = line[start...].prefix { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    guard !word.isEmpty, word.endIndex < line.endIndex, line[word.endIndex] == 0x3A else { return nil }
    let rest = line[(word.endIndex + 1)...]
    return (word.startIndex..<word.endIndex, rest.contains { $0 > 0x20 } ? word.endIndex + 1 : nil)
  }
}
