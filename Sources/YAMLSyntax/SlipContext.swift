internal import Diagnostics

/// The lines around a slip, read the way a person reads them: indentation, dashes, a key, an answer.
struct SlipContext {
  let bytes: CheckedBytes
  let vocabulary: Vocabulary
  let lines: LineIndex

  init(bytes: [UInt8], vocabulary: Vocabulary) {
    self.bytes = CheckedBytes(bytes)
    self.vocabulary = vocabulary
    lines = LineIndex(bytes)
  }

  /// The bytes of a line without its ending; empty if there is no such line.
  func content(of line: Int) -> Range<Int> {
    lines.starts.indices.contains(line) ? lines.content(of: line, in: bytes.array) : bytes.count..<bytes.count
  }

  /// The number of bytes in the lines that a range touches.
  func bytesOfLines(_ range: Range<Int>) -> Int {
    let first = lines.line(at: range.lowerBound)
    let last = lines.line(at: max(range.lowerBound, range.upperBound - 1))
    return content(of: last).upperBound - content(of: first).lowerBound
  }

  /// What is on one line.
  struct Shape {
    /// The line, 0-based.
    var line: Int
    /// The bytes of the line without its ending and trailing white space.
    var content: Range<Int>
    /// The first byte after the indentation.
    var start: Int
    /// The places of the dashes that begin list items.
    var dashes: [Int]
    /// The first byte after indentation and dashes.
    var body: Int
    /// The key, if a word is followed by a colon and then by a space or the end of the line.
    var key: Range<Int>?
    /// The answer, after the key or the dashes, without a comment at its end.
    var value: Range<Int>

    var isBlank: Bool { start == content.upperBound }
    /// The number of characters before the first dash or word.
    var indent: Int { start - content.lowerBound }
    /// The number of characters before the key or the text.
    var bodyColumn: Int { body - content.lowerBound }
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The text of a range, shortened for a message.
  func excerpt(_ range: Range<Int>, limit: Int = 60) -> String {
    let text = String(decoding: bytes[range], as: UTF8.self)
    return text.count <= limit ? text : String(text.prefix(limit - 1)) + "…"
  }

  func shape(at offset: Int) -> Shape { shape(of: lines.line(at: offset)) }

  func shape(of line: Int) -> Shape {
    var content = content(of: line)
    while content.upperBound > content.lowerBound,
      bytes[content.upperBound - 1] == 0x20 || bytes[content.upperBound - 1] == 0x09
    {
      content = content.lowerBound..<content.upperBound - 1
    }
    var index = content.lowerBound
    while index < content.upperBound, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    let start = index
    var dashes: [Int] = []
    while index < content.upperBound, bytes[index] == 0x2D,
      index + 1 == content.upperBound || bytes[index + 1] == 0x20 || bytes[index + 1] == 0x09
    {
      dashes.append(index)
      index += 1
      while index < content.upperBound, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    }
    let body = index
    var shape = Shape(
      line: line, content: content, start: start, dashes: dashes, body: body, key: nil, value: body..<content.upperBound
    )
    if let colon = keyColon(from: body, to: content.upperBound) {
      shape.key = body..<colon
      var value = colon + 1
      while value < content.upperBound, bytes[value] == 0x20 || bytes[value] == 0x09 { value += 1 }
      shape.value = value..<content.upperBound
    }
    shape.value = withoutComment(shape.value)
    return shape
  }

  /// The colon that ends a key: the first one outside quotes that is followed by a space or the end of the line.
  private func keyColon(from start: Int, to end: Int) -> Int? {
    guard start < end, bytes[start] != 0x23 else { return nil }
    var index = start
    if bytes[start] == 0x22 || bytes[start] == 0x27 {
      guard let close = bytes[(start + 1)..<end].firstIndex(of: bytes[start]) else { return nil }
      index = close + 1
      while index < end, bytes[index] == 0x20 { index += 1 }
      return index < end && bytes[index] == 0x3A ? index : nil
    }
    while index < end {
      if bytes[index] == 0x3A, index + 1 == end || bytes[index + 1] == 0x20 || bytes[index + 1] == 0x09 { return index }
      if bytes[index] == 0x23, bytes[index - 1] == 0x20 { return nil }
      index += 1
    }
    return nil
  }

  private func withoutComment(_ value: Range<Int>) -> Range<Int> {
    guard let first = value.first else { return value }
    if bytes[first] == 0x23 { return first..<first }
    var end = value.upperBound
    var index = value.lowerBound + 1
    while index < value.upperBound {
      if bytes[index] == 0x23, bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09 {
        end = index
        while end > value.lowerBound, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        break
      }
      index += 1
    }
    return value.lowerBound..<end
  }

  func contentRange(ofLineAt offset: Int) -> SourceRange {
    let shape = shape(at: offset)
    return SourceRange(shape.start..<shape.content.upperBound)
  }

  // MARK: - Neighbors

  /// The next line with something other than a comment.
  func nextContentLine(after line: Int) -> Int? {
    var index = line + 1
    while index < lines.starts.count {
      let shape = shape(of: index)
      if !shape.isBlank, bytes[shape.start] != 0x23 { return index }
      index += 1
    }
    return nil
  }

  /// The nearest line above with something other than a comment; at most 200 lines are searched.
  func previousContentLine(before line: Int) -> Int? {
    var index = line - 1
    while index >= 0, index > line - 200 {
      let shape = shape(of: index)
      if !shape.isBlank, bytes[shape.start] != 0x23 { return index }
      index -= 1
    }
    return nil
  }

  /// Whether a line reads like more of the text above it: no dash, and no word of the format before a colon.
  func continuesText(_ shape: Shape) -> Bool {
    guard !shape.isBlank, shape.dashes.isEmpty, bytes[shape.start] != 0x23 else { return false }
    guard let key = shape.key else { return !isKeyWithoutSpace(shape) }
    return !vocabulary.contains(string(key)) && string(key).contains(" ")
  }

  /// Whether a line's body begins with a word of the format, a colon and more text right after it.
  func isKeyWithoutSpace(_ shape: Shape) -> Bool { colonWithoutSpace(shape) != nil }

  /// The colon after a word of the format, if no space follows it.
  func colonWithoutSpace(_ shape: Shape) -> Int? {
    var index = shape.body
    while index < shape.content.upperBound, bytes[index].isWordByte || bytes[index] == 0x2D { index += 1 }
    guard index > shape.body, index + 1 < shape.content.upperBound, bytes[index] == 0x3A, bytes[index + 1] != 0x20,
      bytes[index + 1] != 0x2F, vocabulary.contains(string(shape.body..<index))
    else { return nil }
    return index
  }

  /// The answer that begins on a line, together with the lines on which it continues.
  func extent(of shape: Shape) -> Range<Int> {
    var end = shape.value.upperBound
    var line = shape.line + 1
    while line < lines.starts.count {
      let next = self.shape(of: line)
      guard continuesText(next), next.indent > shape.bodyColumn - (shape.key == nil ? 1 : 0) else { break }
      guard next.key == nil else { break }
      end = next.value.upperBound
      line += 1
    }
    return shape.value.lowerBound..<end
  }

  // MARK: - Edits

  /// Edits that put an answer in quotes, whatever it contains.
  func quote(_ range: Range<Int>) -> [Edit] {
    let text = bytes[range]
    if let inner = insideCurly(range) {
      var edits = quote(inner)
      edits[0].range = SourceRange(range.lowerBound..<inner.lowerBound)
      edits[edits.count - 1].range = SourceRange(inner.upperBound..<range.upperBound)
      return edits
    }
    let usesDouble = !text.contains(0x22) && !text.contains(0x5C)
    let mark = usesDouble ? "\"" : "'"
    var edits = [Edit(insert: mark, at: range.lowerBound)]
    if !usesDouble {
      edits += range.filter { bytes[$0] == 0x27 }.map { Edit(insert: "'", at: $0) }
    }
    edits.append(Edit(insert: mark, at: range.upperBound))
    return merged(edits)
  }

  /// The text between curly quotation marks that a word processor put around a whole answer.
  private func insideCurly(_ range: Range<Int>) -> Range<Int>? {
    let (open, close) = (Array("\u{201C}".utf8), Array("\u{201D}".utf8))
    let inner = range.lowerBound + 3..<range.upperBound - 3
    guard range.count > 6, bytes[range].starts(with: open), bytes[range].suffix(3).elementsEqual(close) else {
      return nil
    }
    // The first mark must stay open until the last one: “this” and “that” are two pairs.
    var depth = 1
    for character in string(inner) where depth > 0 {
      if character == "\u{201C}" { depth += 1 } else if character == "\u{201D}" { depth -= 1 }
    }
    guard depth == 1, bytes[inner.lowerBound] != 0x27, bytes[inner.upperBound - 1] != 0x27 else { return nil }
    return inner
  }

  /// Two insertions at one place become one, so that edits stay disjoint.
  private func merged(_ edits: [Edit]) -> [Edit] {
    var result: [Edit] = []
    for edit in edits {
      if let last = result.last, last.range == edit.range, edit.range.isEmpty {
        result[result.count - 1].replacement += edit.replacement
      } else {
        result.append(edit)
      }
    }
    return result
  }

  /// The mark that `quote` puts around an answer, in words.
  func quotationMark(for range: Range<Int>) -> String {
    bytes[insideCurly(range) ?? range].contains { $0 == 0x22 || $0 == 0x5C }
      ? "a single quotation mark (')" : "a quotation mark (\")"
  }

  /// How an answer looks in quotes, for a help line.
  func quoted(_ range: Range<Int>) -> String {
    let text = excerpt(insideCurly(range) ?? range, limit: 70)
    return text.contains("\"") || text.contains("\\")
      ? "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'" : "\"\(text)\""
  }

  /// Edits that change the indentation of a line, and move the lines below that belong to it along.
  func reindent(_ shape: Shape, to column: Int) -> [Edit] {
    let delta = column - shape.indent
    guard delta != 0 else { return [] }
    var edits: [Edit] = []
    var line = shape.line
    while line < lines.starts.count {
      let next = self.shape(of: line)
      if line > shape.line {
        if next.isBlank {
          line += 1
          continue
        }
        // Lines in the same wrong column share the slip; deeper lines are usually right, and otherwise move along.
        if next.indent < shape.indent || next.indent == shape.indent && next.dashes.isEmpty != shape.dashes.isEmpty {
          break
        }
        if next.indent == column { break }
        if next.indent > max(column, shape.indent) {
          line += 1
          continue
        }
      }
      if delta > 0 {
        edits.append(Edit(insert: String(repeating: " ", count: delta), at: next.content.lowerBound))
      } else {
        let count = min(-delta, next.indent)
        edits.append(Edit(SourceRange(next.content.lowerBound..<next.content.lowerBound + count), with: []))
      }
      line += 1
      if edits.count > 2000 { break }
    }
    return edits
  }

  /// The columns that lines above use for the blocks open at a line, innermost first.
  ///
  /// A list item counts twice: with the column of its dash and with that of its text.
  func openColumns(above line: Int) -> [(column: Int, line: Int, isDash: Bool)] {
    var result: [(column: Int, line: Int, isDash: Bool)] = []
    var least = Int.max
    var index = line - 1
    while index >= 0, least > 0, line - index < 400 {
      let shape = shape(of: index)
      index -= 1
      guard !shape.isBlank, bytes[shape.start] != 0x23 else { continue }
      if shape.key != nil, shape.bodyColumn < least {
        result.append((shape.bodyColumn, shape.line, false))
        least = shape.bodyColumn
      }
      if let dash = shape.dashes.first, dash - shape.content.lowerBound < least {
        result.append((dash - shape.content.lowerBound, shape.line, true))
        least = dash - shape.content.lowerBound
      }
    }
    return result
  }
}

/// What is wrong, and the edits to a copy that let reading go on.
struct Repair {
  var diagnostic: Diagnostic
  var edits: [Edit]
  /// Whether the edits certainly make what was meant, so that they may be offered as a fix of the file; if in doubt
  /// they only let reading go on.
  var isSure = true
  /// Whether it replaces bullets that are not dashes.
  var isAboutBullets = false

  init(_ diagnostic: Diagnostic, _ edits: [Edit]) {
    self.diagnostic = diagnostic
    self.edits = edits
  }

  init(at range: Range<Int>, _ message: String, help: String, notes: [Note] = [], _ edits: [Edit]) {
    self.init(Diagnostic(.yamlSyntax, at: SourceRange(range), message, help: help, notes: notes), edits)
  }

  /// The same edits, which nobody should make without considering the choice that the help offers.
  var asGuess: Repair {
    var result = self
    result.isSure = false
    return result
  }

  /// The same edits as a fix of the file, although they remove signs that count as letters, such as `a)` before an
  /// item.
  var asFix: Repair {
    var result = self
    result.diagnostic.fix = Fix(.unsafe, edits)
    return result
  }

  /// The diagnostic with the edits as a fix of the file, if they lose no word: many only let reading go on.
  func withFix(in bytes: [UInt8]) -> Diagnostic {
    func words(_ bytes: some Sequence<UInt8>) -> [UInt8] {
      bytes.filter { $0 >= 0x80 || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) }
    }
    let keepsWords = edits.allSatisfy { edit in
      words(bytes[edit.range.indices]) == words(edit.replacement) && !edit.replacement.contains(0x23)
    }
    guard isSure, keepsWords, diagnostic.fix == nil, !edits.isEmpty else { return diagnostic }
    var result = diagnostic
    result.fix = Fix(.unsafe, edits)
    return result
  }
}
