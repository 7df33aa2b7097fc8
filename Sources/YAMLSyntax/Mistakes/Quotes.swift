internal import Diagnostics

extension Mistake {
  /// A quotation mark that nothing closes on its line.
  static let unclosedQuote = Mistake("unclosed-quote") { failure, context in
    guard
      failure.breaksBlock || failure.lacksColon || failure.context?.contains("quoted scalar") == true
        || failure.says("not allowed in this context") || failure.says("cannot start any token")
        || failure.says("document start")
    else { return nil }
    guard !failure.says("escape") && !failure.says("hexdecimal") else { return nil }
    let line: Int
    if failure.context?.contains("quoted scalar") == true, let offset = failure.contextOffset {
      line = context.lines.line(at: offset)
    } else {
      // The text swallowed lines up to the next quotation mark: look upward from where the rest made no sense.
      guard let open = openQuote(above: context.lines.line(at: failure.problemOffset), context) else { return nil }
      line = open
    }
    let shape = context.shape(of: line)
    guard let mark = unclosedMark(shape, context) else { return nil }
    return closing(mark, shape, context)
  }

  /// The repair of a quotation mark that nothing closes.
  private static func closing(_ mark: Int, _ shape: SlipContext.Shape, _ context: SlipContext) -> Repair {
    let isDouble = context.bytes[mark] == 0x22
    let sign = isDouble ? "\"" : "'"
    let message = "this text begins with a \(isDouble ? "double" : "single") quotation mark that nothing closes"
    let extent = context.extent(of: shape)
    let range = mark..<max(shape.value.upperBound, mark + 1)
    let end = max(extent.upperBound, mark + 1)
    let text = context.bytes[mark + 1..<end]
    if text.isEmpty, shape.body == mark {
      return Repair(
        at: range, "there is nothing on this line but a quotation mark", help: "delete it",
        [Edit(SourceRange(mark..<mark + 1), with: [])])
    }
    if !isDouble, !text.isEmpty, text.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2F }) {
      return Repair(at: range, message, help: "delete the mark", [Edit(SourceRange(mark..<mark + 1), with: [])])
    }
    if !isDouble, isElision(text), !text.contains(where: { $0 == 0x22 || $0 == 0x5C }) {
      return Repair(
        at: range, message, help: "put the whole text in double quotation marks: \(context.quoted(mark..<end))",
        [Edit(insert: "\"", at: mark), Edit(insert: "\"", at: end)])
    }
    // A text may end in the other kind of quotation mark, or in a curly one; neither closes it.
    let others = isDouble ? ["\u{201D}", "\u{201C}", "'"] : ["\u{2019}", "\u{2018}", "\""]
    for other in others
    where text.count > other.utf8.count && text.elementsEqual(text.dropLast(other.utf8.count) + other.utf8) {
      // In "the teachers'" it may be an apostrophe.
      guard other.utf8.count > 1 || text.dropLast().last != 0x73 else { continue }
      return Repair(
        at: range, message, help: "type `\(sign)` at the end in place of `\(other)`",
        [Edit(SourceRange(end - other.utf8.count..<end), with: sign.utf8)]
      ).asFix
    }
    return Repair(
      at: range, message, help: "type the same mark, `\(sign)`, at the end of the text",
      [Edit(insert: sign, at: end)])
  }

  /// Whether a text begins like `'Til` or `'26`, where the apostrophe stands for missing letters or digits.
  private static func isElision(_ text: ArraySlice<UInt8>) -> Bool {
    let word = String(decoding: text.prefix { $0.isWordByte }, as: UTF8.self).lowercased()
    return ["bout", "cause", "em", "n", "round", "s", "til", "till", "tis", "twas"].contains(word)
      || word.utf8.count == 2 && word.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// The line above that opens a quotation and does not close it, if a line in between looks like a new entry.
  ///
  /// However far away the next quotation mark is, the first line of the runaway text is the one that needs it. The
  /// search is a single pass.
  private static func openQuote(above line: Int, _ context: SlipContext) -> Int? {
    var hasEntry = false
    var index = line
    while index >= 0 {
      let shape = context.shape(of: index)
      if index < line, let mark = unclosedMark(shape, context), !isClosedBelow(shape, mark, context) {
        return hasEntry ? index : nil
      }
      hasEntry = hasEntry || !context.continuesText(shape) && !shape.isBlank
      index -= 1
    }
    return nil
  }

  /// Whether the text continues over the next few lines and is closed by its own mark there.
  private static func isClosedBelow(_ shape: SlipContext.Shape, _ mark: Int, _ context: SlipContext) -> Bool {
    for line in shape.line + 1..<min(shape.line + 40, context.lines.starts.count) {
      let next = context.shape(of: line)
      guard context.continuesText(next), next.key == nil, next.indent > shape.indent else { return false }
      if context.bytes[next.value].contains(context.bytes[mark]) {
        return context.bytes[next.value.upperBound - 1] == context.bytes[mark]
      }
    }
    return false
  }

  /// The opening quotation mark of an answer that is not closed on its line.
  private static func unclosedMark(_ shape: SlipContext.Shape, _ context: SlipContext) -> Int? {
    guard let first = shape.value.first else { return nil }
    let mark = context.bytes[first]
    guard mark == 0x22 || mark == 0x27 else { return nil }
    var index = first + 1
    while index < shape.content.upperBound {
      if context.bytes[index] == 0x5C, mark == 0x22 {
        index += 2
        continue
      }
      if context.bytes[index] == mark { return nil }
      index += 1
    }
    return first
  }

  /// Quotation marks around a key and its answer, or around the key and its colon.
  static let quotesAroundKey = Mistake("quotes-around-key") { failure, context in
    let line = context.lines.line(at: failure.origin)
    let near = [
      context.lines.line(at: failure.problemOffset), line,
      context.previousContentLine(before: context.lines.line(at: failure.problemOffset)),
    ]
    for candidate in near.compactMap({ $0 }) {
      let shape = context.shape(of: candidate)
      guard shape.body < shape.content.upperBound, [0x22, 0x27].contains(context.bytes[shape.body]) else { continue }
      let mark = context.bytes[shape.body]
      guard let close = context.bytes[(shape.body + 1)..<shape.content.upperBound].firstIndex(of: mark) else {
        continue
      }
      guard let colon = context.bytes[(shape.body + 1)..<close].firstIndex(of: 0x3A),
        context.vocabulary.contains(context.string(shape.body + 1..<colon)),
        colon + 1 == close || context.bytes[colon + 1] == 0x20,
        close + 1 >= shape.content.upperBound || context.bytes[close + 1] != 0x3A
      else { continue }
      let key = context.excerpt(shape.body + 1..<colon)
      return Repair(
        at: shape.body..<close + 1, "the quotation marks go around `\(key)`, too; they belong around the answer alone",
        help: "write `\(key):` without quotation marks, then the answer",
        [Edit(SourceRange(shape.body..<shape.body + 1), with: []), Edit(SourceRange(close..<close + 1), with: [])])
    }
    return nil
  }

  /// A backslash inside double quotes, where it has a special meaning.
  static let unknownEscape = Mistake("unknown-escape") { failure, context in
    guard failure.says("escape character") || failure.says("hexdecimal") || failure.says("invalid Unicode") else {
      return nil
    }
    var place = min(failure.problemOffset, context.bytes.count - 1)
    let shape = context.shape(at: place)
    while place > shape.content.lowerBound, context.bytes[place] != 0x5C { place -= 1 }
    guard context.bytes[place] == 0x5C else { return nil }
    if let repair = surrogates(at: place, shape, context) { return repair }
    // Every backslash in the answer has the same cause.
    var edits: [Edit] = []
    var index = place
    while index < shape.content.upperBound {
      if context.bytes[index] == 0x5C {
        edits.append(Edit(insert: "\\", at: index))
        if index + 1 < shape.content.upperBound, context.bytes[index + 1] == 0x22 || context.bytes[index + 1] == 0x5C {
          index += 1
        }
      }
      index += 1
    }
    var end = min(place + 2, shape.content.upperBound)
    while end < shape.content.upperBound, context.bytes[end] & 0xC0 == 0x80 { end += 1 }
    return Repair(
      at: place..<end,
      "inside double quotes a backslash begins a code, and there is no code `\(context.excerpt(place..<end))`",
      help: "type each backslash of the text twice", edits)
  }

  /// `\ud83d\ude00`, as programs write one emoji: each code alone is half of a character.
  private static func surrogates(at place: Int, _ shape: SlipContext.Shape, _ context: SlipContext) -> Repair? {
    func half(_ start: Int) -> UInt32? {
      guard start + 6 <= shape.content.upperBound, context.bytes[start] == 0x5C, context.bytes[start + 1] == 0x75 else {
        return nil
      }
      return UInt32(context.string(start + 2..<start + 6), radix: 16).flatMap {
        (0xD800...0xDFFF).contains($0) ? $0 : nil
      }
    }
    var edits: [Edit] = []
    var first: (range: Range<Int>, meant: String?)?
    var index = place
    while index < shape.content.upperBound {
      guard let high = half(index) else {
        index += 1
        continue
      }
      let low = half(index + 6)
      let meant = low.flatMap { low in
        high < 0xDC00 && low >= 0xDC00 ? Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) : nil
      }
      let end = meant == nil ? index + 6 : index + 12
      edits.append(Edit(SourceRange(index..<end), with: meant.map { Array(String($0).utf8) } ?? []))
      if first == nil { first = (index..<end, meant.map { String($0) }) }
      index = end
    }
    guard let first, first.range.lowerBound == place else { return nil }
    let code = context.string(first.range)
    guard let meant = first.meant else {
      return Repair(
        at: first.range, "`\(code)` is only half of a character", help: "delete it, or type the character itself", edits
      ).asGuess
    }
    return Repair(
      at: first.range, "`\(code)` writes one character as two halves, which cannot be read here",
      help: "type the character itself in its place: \(meant)", edits
    ).asFix
  }

  /// More text after a closing quotation mark: `"Yes", in Schoology`.
  static let textAfterQuote = Mistake("text-after-quote") { failure, context in
    guard
      failure.breaksBlock || failure.says("cannot start any token") || failure.says("not allowed in this context")
        || failure.lacksColon
    else { return nil }
    let shape = context.shape(at: failure.problemOffset)
    guard let first = shape.value.first, failure.problemOffset > first else { return nil }
    let mark = context.bytes[first]
    guard mark == 0x22 || mark == 0x27 else { return nil }
    if let repair = SecondKey.afterQuote(shape, context) { return repair }
    let value = context.extent(of: shape)
    // A single mark opens the text but does not also close it.
    let isClosed = value.count > 2 && context.bytes[value.upperBound - 1] == mark
    if isClosed || context.bytes[first + 1] == mark, let repair = doubled(value, mark, context) { return repair }
    // In `"Core" teams, and "later"` each pair of marks surrounds its own words, and none surrounds the whole.
    let isPairs = isClosed && belongToWords(value, mark, context)
    let isApostrophe = isClosed && mark == 0x27 && !isPairs
    let isInnerQuote = isClosed && mark == 0x22 && !isPairs
    if isApostrophe || isInnerQuote {
      let inner = value.lowerBound + 1..<value.upperBound - 1
      let message =
        isApostrophe
        ? "the apostrophe inside this text ends it, because the text is in single quotation marks"
        : "a quotation mark inside this text ends it, because the text is in double quotation marks"
      let help =
        isApostrophe
        ? context.bytes[inner].contains { $0 == 0x22 || $0 == 0x5C }
          ? "type the apostrophe twice: ''" : "put double quotation marks around it: \"\(context.excerpt(inner))\""
        : context.bytes[inner].contains(0x27)
          ? "type a backslash before each quotation mark inside the text: \\\""
          : "put single quotation marks around it: '\(context.excerpt(inner))'"
      let escape = isApostrophe ? "'" : "\\"
      return Repair(
        at: value, message, help: help,
        inner.filter { context.bytes[$0] == mark }.map { Edit(insert: escape, at: $0) })
    }
    return Repair(
      at: value, "there is more text after the closing quotation mark",
      help: "put the whole answer in quotes: \(context.quoted(value))", context.quote(value))
  }

  /// Whether the first inner mark closes the one that begins a text, and the last inner mark opens the one that ends
  /// it.
  private static func belongToWords(_ value: Range<Int>, _ mark: UInt8, _ context: SlipContext) -> Bool {
    let inner = (value.lowerBound + 1..<value.upperBound - 1).filter { context.bytes[$0] == mark }
    guard inner.count >= 2, inner.count.isMultiple(of: 2), let first = inner.first, let last = inner.last else {
      return false
    }
    func isGap(_ place: Int) -> Bool { [0x09, 0x20, 0x28, 0x2C, 0x2E, 0x3A, 0x3B].contains(context.bytes[place]) }
    return !isGap(first - 1) && isGap(first + 1) && isGap(last - 1) && !isGap(last + 1)
  }

  /// `""Yes"", with grades 6`, as spreadsheets write quotation marks inside a text, doubling each.
  private static func doubled(_ value: Range<Int>, _ mark: UInt8, _ context: SlipContext) -> Repair? {
    let text = context.bytes[value]
    let marks = text.indices.filter { context.bytes[$0] == mark }
    guard mark == 0x22, marks.count >= 4, marks.count.isMultiple(of: 2), !text.contains(0x27), !text.contains(0x0A),
      stride(from: 0, to: marks.count, by: 2).allSatisfy({ marks[$0] + 1 == marks[$0 + 1] })
    else { return nil }
    let removed = stride(from: 1, to: marks.count, by: 2).map { marks[$0] }
    let meant = String(
      decoding: text.indices.filter { !removed.contains($0) }.map { context.bytes[$0] }, as: UTF8.self)
    let shown = meant.count <= 70 ? ": '\(meant)'" : ""
    return Repair(
      at: value, "each quotation mark in this text is doubled",
      help: "keep one of each pair and put single quotation marks around the whole text\(shown)",
      [Edit(insert: "'", at: value.lowerBound)] + removed.map { Edit(SourceRange($0..<$0 + 1), with: []) }
        + [Edit(insert: "'", at: value.upperBound)])
  }
}
