internal import Diagnostics

/// Lines without dashes that YAML joins into one text, although each reads like a list item: the rule `lines-joined`.
///
/// A sentence that is folded over several lines must not be reported. So every line has to start with a capital letter,
/// to be short enough that nobody would have started a new one for lack of room, and to end without punctuation or a
/// word that expects more.
enum JoinedLines {
  /// The length of a line in characters, spaces included, at which people press Enter for lack of room.
  private static let room = 60

  /// The finding for one plain text over several lines; nil if it is fine.
  static func find(_ range: Range<Int>, _ context: SlipContext) -> Diagnostic? {
    let first = context.lines.line(at: range.lowerBound)
    let last = context.lines.line(at: max(range.lowerBound, range.upperBound - 1))
    guard last > first, last - first < 100 else { return nil }
    var texts: [Range<Int>] = []
    for line in first...last {
      let shape = context.shape(of: line)
      let start = line == first ? range.lowerBound : shape.start
      guard shape.dashes.isEmpty || line == first else { return nil }
      if shape.isBlank { continue }
      texts.append(start..<min(shape.content.upperBound, range.upperBound))
    }
    for (text, next) in zip(texts, texts.dropFirst()) where !isItem(text, before: next, context) { return nil }
    guard let top = texts.first, texts.count > 1, begins(top, context) else { return nil }
    // Two short lines may be an address or a title; a key that takes a list settles it.
    let shape = context.shape(of: first)
    if shape.body == top.lowerBound {
      guard texts.count > 2 || shape.dashes.isEmpty else { return nil }
    } else if texts.count < 3 {
      return nil
    }
    let margin =
      shape.key != nil
      ? "leave `\(context.excerpt(shape.body..<(shape.key?.upperBound ?? shape.body))):` alone on its line, and " : ""
    let help =
      shape.dashes.isEmpty
      ? "\(margin)begin each line with a dash and a space: `- \(context.excerpt(top, limit: 40))`; if it is one item, put quotation marks around it"
      : "begin each line with a dash of its own; if it is one item, put quotation marks around it"
    // Three lines below their key are certainly a list; two lines, or lines after a key or a dash, may be something
    // else.
    let isList = texts.count > 2 && shape.body == top.lowerBound && shape.dashes.isEmpty
    let fix = isList ? Fix(.unsafe, texts.map { Edit(insert: "- ", at: $0.lowerBound) }) : nil
    return Diagnostic(
      .linesJoined, .mild, at: SourceRange(top),
      "these \(texts.count) lines are read as one line, \"\(joined(texts, context))\"", help: help, fix: fix)
  }

  private static func joined(_ texts: [Range<Int>], _ context: SlipContext) -> String {
    let text = texts.map { context.string($0) }.joined(separator: " ")
    return text.count <= 60 ? text : String(text.prefix(59)) + "…"
  }

  private static func begins(_ text: Range<Int>, _ context: SlipContext) -> Bool {
    guard let first = context.string(text).first else { return false }
    return first.isUppercase
  }

  /// Whether a line ends like an item and the next begins like one.
  private static func isItem(_ text: Range<Int>, before next: Range<Int>, _ context: SlipContext) -> Bool {
    guard begins(next, context), let last = context.string(text).last,
      last.isLetter || last.isNumber || [")", ",", ";"].contains(last)
    else {
      return false
    }
    let line = context.string(context.content(of: context.lines.line(at: text.lowerBound)))
    guard line.count < room else { return false }
    let word = context.string(text).split(separator: " ").last.map { $0.lowercased() } ?? ""
    return !openWords.contains(word)
  }

  /// Words that do not end a sentence.
  private static let openWords: Set<String> = [
    "a", "about", "after", "al", "all", "an", "and", "as", "at", "before", "between", "by", "con", "de", "del",
    "during", "each",
    "el", "en", "every", "for", "from", "her", "his", "if", "in", "into", "is", "its", "la", "las", "los", "not", "of",
    "on",
    "or", "our", "para", "por", "que", "than", "that", "the", "their", "these", "this", "to", "under", "until", "when",
    "who",
    "with", "without", "y", "your",
  ]
}
