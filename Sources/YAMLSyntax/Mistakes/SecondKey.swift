internal import Diagnostics

/// Two keys on one line: `starts: 2026-08-17 ends: 2027-05-28`.
enum SecondKey {
  /// The slip, if the word before a colon in an answer begins a second key.
  static func find(_ shape: SlipContext.Shape, colon: Int, _ context: SlipContext) -> Repair? {
    guard let key = shape.key, colon > shape.value.lowerBound else { return nil }
    var word = colon
    while word > shape.value.lowerBound, context.bytes[word - 1].isWordByte || context.bytes[word - 1] == 0x2D {
      word -= 1
    }
    let name = context.string(word..<colon)
    guard word > shape.value.lowerBound else { return nil }
    guard context.vocabulary.contains(name) else {
      // `classroom-visits` looks like a topic even if it is not one.
      guard let hyphen = name.firstIndex(of: "-"), context.vocabulary.contains(context.string(key)),
        context.vocabulary.sections.keys.contains(where: { $0.hasPrefix(name[...hyphen]) })
      else { return nil }
      return doubtful(shape, name: name, word: word, colon: colon, context)
    }
    var end = word
    while end > shape.value.lowerBound, [0x09, 0x20, 0x2C, 0x3B].contains(context.bytes[end - 1]) { end -= 1 }
    guard end < word else { return nil }
    let gap = context.bytes[end..<word]
    let answer = context.bytes[shape.value.lowerBound..<end]
    // An answer in words may mention a key; a date or a single word is a complete answer.
    let isComma = gap.contains { $0 == 0x2C || $0 == 0x3B } && context.vocabulary.contains(context.string(key))
    // Nobody uses the name of a topic such as `data-gathering` in a sentence, or leaves several spaces in one.
    let isSure = name.contains("-") || gap.count > 2 || gap.contains(0x09) || !answer.contains(0x20) || isComma
    let lead = context.string(shape.body..<end)
    let isQuoted = answer.first.map { $0 == 0x22 || $0 == 0x27 } ?? true
    guard isSure || context.vocabulary.sections[name] != nil else {
      guard context.vocabulary.contains(context.string(key)), !isQuoted else { return nil }
      return doubtful(shape, name: name, word: word, colon: colon, context)
    }
    let newLine = ("\n" + String(repeating: " ", count: shape.bodyColumn)).utf8
    let others = more(after: colon, shape, context)
    if !others.isEmpty {
      let names = [name] + others.map { context.string($0.word) }
      return Repair(
        at: word..<colon, "\(names.map { "`\($0)`" }.joined(separator: " and ")) begin new keys on this line",
        help: "press Enter before each of them, and start it in the same column as `\(context.excerpt(key))`",
        [Edit(SourceRange(end..<word), with: newLine)]
          + others.map { Edit(SourceRange($0.end..<$0.word.lowerBound), with: newLine) })
    }
    return Repair(
      at: word..<colon, "`\(name)` begins a second key on this line",
      help: lead.utf8.count <= 70
        ? "press Enter after `\(lead)`, and start `\(name)` in the same column as `\(context.excerpt(key))`"
        : "press Enter before it, and start it in the same column as `\(context.excerpt(key))`",
      [Edit(SourceRange(end..<word), with: newLine)])
  }

  /// The topics that begin after a second key, each with the end of the answer before it.
  private static func more(after colon: Int, _ shape: SlipContext.Shape, _ context: SlipContext) -> [(
    end: Int, word: Range<Int>
  )] {
    var result: [(end: Int, word: Range<Int>)] = []
    var index = colon + 1
    while index < shape.value.upperBound, result.count < 8 {
      defer { index += 1 }
      guard context.bytes[index] == 0x3A, context.bytes[index + 1] == 0x20 else { continue }
      var word = index
      while word > colon, context.bytes[word - 1].isWordByte || context.bytes[word - 1] == 0x2D { word -= 1 }
      guard context.vocabulary.sections[context.string(word..<index)] != nil else { continue }
      var end = word
      while end > colon + 1, [0x09, 0x20, 0x2C, 0x3B].contains(context.bytes[end - 1]) { end -= 1 }
      guard end < word else { continue }
      result.append((end, word..<index))
    }
    return result
  }

  /// The second key after an answer in quotes: `learning-targets: "On the board" data-gathering: The coach`.
  static func afterQuote(_ shape: SlipContext.Shape, _ context: SlipContext) -> Repair? {
    guard let key = shape.key, let first = shape.value.first,
      let close = context.bytes[first + 1..<shape.content.upperBound].firstIndex(of: context.bytes[first])
    else { return nil }
    var word = close + 1
    while [0x09, 0x20, 0x2C, 0x3B].contains(context.bytes[word]) { word += 1 }
    var colon = word
    while context.bytes[colon].isWordByte || context.bytes[colon] == 0x2D { colon += 1 }
    guard word > close + 1, colon > word, context.bytes[colon] == 0x3A,
      [0x0A, 0x0D, 0x20].contains(context.bytes[colon + 1]), context.vocabulary.contains(context.string(word..<colon))
    else { return nil }
    return Repair(
      at: word..<colon, "`\(context.string(word..<colon))` begins a second key on this line",
      help: "press Enter before it, and start it in the same column as `\(context.excerpt(key))`",
      [Edit(SourceRange(close + 1..<word), with: ("\n" + String(repeating: " ", count: shape.bodyColumn)).utf8)])
  }

  /// A word that may be a key, or only a word of the answer: `We talked, and agreed: no visits in May`.
  private static func doubtful(_ shape: SlipContext.Shape, name: String, word: Int, colon: Int, _ context: SlipContext)
    -> Repair
  {
    let value = shape.value
    return Repair(
      Diagnostic(
        .yamlSyntax, at: SourceRange(value),
        "this answer contains a colon followed by a space, so YAML reads it as a new key",
        help:
          "put the answer in quotes: \(context.quoted(value)); or, if `\(name)` begins a new entry, press Enter before it",
        notes: [Note(at: SourceRange(colon..<colon + 1), "the colon is here")]),
      context.quote(value)
    ).asGuess
  }
}
